//! GraphML, of vnkg and of other programs -> the graph.
//!
//! Hyperedges, ports, graphs inside nodes and what programs draw for themselves (`y:ShapeNode`) are passed over.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use rustc_hash::FxHashMap;
use serde_json::Value as Json;

use crate::graph::{KnowledgeGraph, Orientation};
use crate::import::Fault;
use crate::import::builder::Builder;
use crate::import::fields::Fields;

/// Reads a graph. Attributes that vnkg does not know are kept as extra ones.
///
/// # Errors
/// When the bytes are no such XML, or an edge has no node at an end.
pub fn read(bytes: &[u8]) -> Result<KnowledgeGraph, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|fault| Fault::Xml {
        fault: "not UTF-8".to_owned(),
        byte: fault.valid_up_to() as u64,
    })?;
    let mut reader = Reader::from_str(text);
    let mut state = State::new();
    loop {
        let event = reader.read_event().map_err(|fault| fault.to_string());
        let taken = event.and_then(|event| state.take(event));
        match taken.map_err(|fault| Fault::Xml {
            fault,
            byte: reader.buffer_position(),
        })? {
            Next::More => {}
            Next::End => break,
        }
    }
    match state.is_graphml {
        true => state.finish(),
        false => Err(Fault::Xml {
            fault: "no `graphml` element stands there".to_owned(),
            byte: 0,
        }),
    }
}

/// Whether the file goes on.
enum Next {
    More,
    End,
}

type Attributes = BTreeMap<String, String>;

fn attributes(tag: &BytesStart) -> Result<Attributes, String> {
    let mut found = Attributes::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|fault| fault.to_string())?;
        let value = unescape(&attribute.value).map_err(|fault| fault.to_string())?;
        found.insert(attribute.key.as_ref().to_owned(), value.into_owned());
    }
    Ok(found)
}

/// A declared attribute: its name and its type.
struct Key {
    name: String,
    form: String,
}

/// A node or an edge that stands open.
struct Item {
    id: Option<String>,
    ends: [String; 2],
    fields: BTreeMap<String, Json>,
}

/// What has been read so far. Edges wait for all nodes, because files may name them first.
struct State {
    is_graphml: bool,
    builder: Builder,
    keys: FxHashMap<String, Key>,
    item: Option<Item>,
    /// Elements that stand open inside the item.
    depth: usize,
    /// The key of the `data` that stands open, and its text.
    data: Option<(String, String)>,
    nodes: Vec<Item>,
    edges: Vec<Item>,
}

impl State {
    fn new() -> State {
        State {
            is_graphml: false,
            builder: Builder::new(Orientation::Directed),
            keys: FxHashMap::default(),
            item: None,
            depth: 0,
            data: None,
            nodes: Vec::new(),
            edges: Vec::new(),
        }
    }

    fn take(&mut self, event: Event) -> Result<Next, String> {
        match event {
            Event::Start(tag) => self.open(&attributes(&tag)?, tag.local_name().as_ref()),
            Event::Empty(tag) => {
                self.open(&attributes(&tag)?, tag.local_name().as_ref());
                self.close(tag.local_name().as_ref());
            }
            Event::End(tag) => self.close(tag.local_name().as_ref()),
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(name) => {
                let reference = format!("&{};", &*name);
                self.text(&unescape(&reference).map_err(|fault| fault.to_string())?);
            }
            Event::Eof => return Ok(Next::End),
            _ => {}
        }
        Ok(Next::More)
    }

    fn open(&mut self, attributes: &Attributes, name: &str) {
        let word = |name: &str| attributes.get(name).cloned();
        if self.item.is_some() {
            self.depth += 1;
            if self.depth == 1 && name == "data" {
                self.data = word("key").map(|key| (key, String::new()));
            }
            return;
        }
        match name {
            "graphml" => self.is_graphml = true,
            "graph" => self.builder.orient(match word("edgedefault").as_deref() {
                Some("undirected") => Orientation::Undirected,
                _ => Orientation::Directed,
            }),
            "key" => {
                if let (Some(id), Some(name)) = (word("id"), word("attr.name")) {
                    let form = word("attr.type").unwrap_or_default();
                    self.keys.insert(id, Key { name, form });
                }
            }
            "node" | "edge" => {
                self.depth = 0;
                self.item = Some(Item {
                    id: word("id"),
                    ends: ["source", "target"].map(|name| word(name).unwrap_or_default()),
                    fields: BTreeMap::new(),
                });
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let (Some((_, content)), 1) = (&mut self.data, self.depth) {
            content.push_str(text);
        }
    }

    fn close(&mut self, name: &str) {
        if self.depth > 0 {
            self.depth -= 1;
            if self.depth == 0 {
                self.keep();
            }
            return;
        }
        match (self.item.take(), name) {
            (Some(item), "node") => self.nodes.push(item),
            (Some(item), _) => self.edges.push(item),
            (None, _) => {}
        }
    }

    /// Puts the text of a `data` into the item that it stands in.
    fn keep(&mut self) {
        let Some((key, text)) = self.data.take() else {
            return;
        };
        if let (Some(key), Some(item)) = (self.keys.get(&key), &mut self.item)
            && let Some(value) = value(&key.form, text)
        {
            item.fields.insert(key.name.clone(), value);
        }
    }

    fn finish(mut self) -> Result<KnowledgeGraph, Fault> {
        // Ids that are no XML names stand in an attribute of their own.
        let mut ids: FxHashMap<String, String> = FxHashMap::default();
        for item in self.nodes {
            let mut fields = Fields(item.fields);
            let own = fields.text("entity_id").or_else(|| item.id.clone());
            if let (Some(short), Some(own)) = (item.id, &own) {
                ids.insert(short, own.clone());
            }
            self.builder.node(own, fields)?;
        }
        for item in self.edges {
            let ends = item.ends.map(|end| ids.get(&end).cloned().unwrap_or(end));
            self.builder.edge(ends, Fields(item.fields))?;
        }
        Ok(self.builder.finish())
    }
}

/// The text as what its key declares; nothing where it is no such number.
fn value(form: &str, text: String) -> Option<Json> {
    match form {
        "boolean" => Some(Json::Bool(matches!(text.trim(), "true" | "1"))),
        "int" | "long" => Some(text.trim().parse::<i64>().ok()?.into()),
        "float" | "double" => serde_json::Number::from_f64(text.trim().parse().ok()?).map(Json::Number),
        _ => Some(Json::String(text)),
    }
}

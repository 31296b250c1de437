//! GraphML, of vnkg and of others -> the knowledge graph.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use rustc_hash::FxHashMap;

use crate::graph::{KnowledgeGraph, Orientation, Value};
use crate::import::{Attributes, Datum, Draft, Unread};

/// Reads all nodes and edges, those of nested graphs too. Keys apply by their `attr.name`, and their defaults where a
/// node or edge says nothing. Labels of yEd are read from its drawings.
pub fn read(text: &str) -> Result<KnowledgeGraph, Unread> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut file = File::default();
    let mut depth = 0;
    loop {
        match reader.read_event()? {
            Event::Start(tag) => {
                depth += 1;
                file.open(&tag)?;
            }
            Event::Empty(tag) => {
                file.open(&tag)?;
                file.close(tag.local_name().as_ref());
            }
            Event::End(tag) => {
                depth -= 1;
                file.close(tag.local_name().as_ref());
            }
            Event::Text(text) => file.text.push_str(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::CData(text) => file.text.push_str(&text.xml_content(XmlVersion::Implicit1_0)),
            Event::GeneralRef(reference) => match reference.resolve_char_ref()? {
                Some(letter) => file.text.push(letter),
                None => file
                    .text
                    .push_str(entity(&reference.xml_content(XmlVersion::Implicit1_0))),
            },
            Event::Eof if depth > 0 => return Err(Unread::Cut),
            Event::Eof => break,
            _ => {}
        }
    }
    file.finish()
}

/// What a `<key>` declares.
#[derive(Default)]
struct Key {
    name: String,
    kind: String,
    domain: String,
    default: Option<String>,
}

/// A node or an edge whose end has not come yet.
struct Open {
    what: What,
    attributes: Attributes,
}

enum What {
    Node(String),
    Edge(String, String),
}

#[derive(Default)]
struct File {
    /// In the order of the file.
    keys: Vec<(String, Key)>,
    key_of: FxHashMap<String, usize>,
    stack: Vec<Open>,
    done: Vec<Open>,
    /// The key of the data that is being read.
    data: Option<String>,
    text: String,
    orientation: Option<Orientation>,
}

impl File {
    fn open(&mut self, tag: &BytesStart) -> Result<(), Unread> {
        let mut said = FxHashMap::default();
        for attribute in tag.attributes() {
            let attribute = attribute.map_err(quick_xml::Error::from)?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0)?.into_owned();
            said.insert(attribute.key.as_ref().to_owned(), value);
        }
        let mut take = |name: &str| said.remove(name).unwrap_or_default();
        match tag.local_name().as_ref() {
            "key" => self.declare(
                take("id"),
                take("attr.name"),
                take("attr.type"),
                take("for"),
                take("yfiles.type"),
            ),
            "graph" if self.orientation.is_none() => {
                self.orientation = Some(match take("edgedefault").as_str() {
                    "undirected" => Orientation::Undirected,
                    _ => Orientation::Directed,
                });
            }
            "node" => self.push(What::Node(take("id"))),
            "edge" => self.push(What::Edge(take("source"), take("target"))),
            "data" => {
                self.data = Some(take("key"));
                self.text.clear();
            }
            "default" => self.text.clear(),
            _ => {}
        }
        Ok(())
    }

    fn declare(&mut self, id: String, name: String, kind: String, domain: String, drawing: String) {
        let name = match (name.is_empty(), drawing.as_str()) {
            (true, "nodegraphics" | "edgegraphics") => "label".to_owned(),
            (true, _) => id.clone(),
            _ => name,
        };
        self.key_of.insert(id.clone(), self.keys.len());
        let default = None;
        self.keys.push((
            id,
            Key {
                name,
                kind,
                domain,
                default,
            },
        ));
    }

    fn push(&mut self, what: What) {
        let attributes = Vec::new();
        self.stack.push(Open { what, attributes });
    }

    fn close(&mut self, tag: &str) {
        match tag {
            "node" | "edge" => self.done.extend(self.stack.pop()),
            "default" => {
                let text = std::mem::take(&mut self.text);
                if let Some((_, key)) = self.keys.last_mut() {
                    key.default = Some(text);
                }
            }
            "data" => {
                let key = self
                    .data
                    .take()
                    .and_then(|id| self.key_of.get(&id))
                    .map(|index| &self.keys[*index].1);
                if let (Some(key), Some(open)) = (key, self.stack.last_mut()) {
                    open.attributes.extend(datum(key, &self.text));
                }
            }
            _ => {}
        }
    }

    fn finish(self) -> Result<KnowledgeGraph, Unread> {
        let orientation = self.orientation.ok_or(Unread::NoGraph)?;
        let mut draft = Draft::default();
        let (nodes, edges): (Vec<Open>, Vec<Open>) = self
            .done
            .into_iter()
            .partition(|open| matches!(open.what, What::Node(_)));
        for open in nodes.into_iter().chain(edges) {
            let Open { what, mut attributes } = open;
            let domain = match what {
                What::Node(_) => "node",
                What::Edge(..) => "edge",
            };
            for (_, key) in self
                .keys
                .iter()
                .filter(|(_, key)| key.domain == domain || key.domain == "all")
            {
                let missing = attributes.iter().all(|(name, _)| *name != key.name);
                let default = key.default.as_deref().filter(|_| missing);
                attributes.extend(default.and_then(|text| datum(key, text)));
            }
            match what {
                What::Node(id) => draft.add_node(&id, attributes)?,
                What::Edge(source, target) => draft.add_edge(&source, &target, attributes)?,
            }
        }
        Ok(draft.finish(orientation))
    }
}

/// The value that a text is by its key; a number that is none stays text.
fn datum(key: &Key, text: &str) -> Option<(String, Datum)> {
    let plain = text.trim();
    let number = match key.kind.as_str() {
        "boolean" => match plain {
            "true" | "True" | "1" => Some(Value::Truth(true)),
            "false" | "False" | "0" => Some(Value::Truth(false)),
            _ => None,
        },
        "int" | "long" | "integer" => plain.parse().ok().map(Value::Integer),
        "float" | "double" => plain.parse().ok().map(Value::Real),
        // A label can be empty; of anything else nothing is said then.
        _ => {
            return (!plain.is_empty() || key.name == "label")
                .then(|| (key.name.clone(), Datum::One(Value::Text(whole(text)))));
        }
    };
    let value = number.or_else(|| (!plain.is_empty()).then(|| Value::Text(plain.to_owned())))?;
    Some((key.name.clone(), Datum::One(value)))
}

/// Text that stands on lines of its own among tags is not meant to have their spaces.
fn whole(text: &str) -> String {
    match text.starts_with('\n') && text.trim_end_matches(' ').ends_with('\n') {
        true => text.trim().to_owned(),
        false => text.to_owned(),
    }
}

fn entity(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
}

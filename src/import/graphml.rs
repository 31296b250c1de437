//! GraphML, of vnkg and of others -> the graph in columns.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use rustc_hash::FxHashMap;

use crate::graph::Orientation;
use crate::graph::columns::{ColumnGraph, Datum, Maker};
use crate::import::Unread;
use crate::import::draft::{Draft, Row};

/// Reads all nodes and edges, those of nested graphs too. Keys apply by their `attr.name`, and their defaults where a
/// node or edge says nothing. Labels of yEd are read from its drawings.
///
/// # Errors
/// When it is no well-formed XML or holds no graph.
pub fn read(input: impl BufRead) -> Result<ColumnGraph, Unread> {
    let mut reader = Reader::from_reader(input);
    let mut buffer = Vec::new();
    let mut file = File::default();
    let mut depth = 0;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
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
            // Most text is the space between tags.
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if !file.is_listening => {}
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
struct Key {
    kind: Kind,
    /// The attributes that it is, among those of nodes and those of edges.
    node: Option<usize>,
    edge: Option<usize>,
    name: String,
    default: Option<String>,
}

/// What the values of a key are.
#[derive(Clone, Copy)]
enum Kind {
    Truth,
    Integer,
    Real,
    Text,
    /// Text that can be empty; of anything else nothing is said then.
    Label,
}

#[derive(Default)]
struct File {
    /// In the order of the file.
    keys: Vec<Key>,
    key_of: FxHashMap<String, usize>,
    draft: Draft,
    /// Nodes and edges whose ends have not come yet.
    stack: Vec<Row>,
    /// The key of the data that is being read.
    data: Option<usize>,
    /// Whether the text that comes is a value.
    is_listening: bool,
    text: String,
    graph: Option<(Orientation, Maker)>,
}

impl File {
    fn open(&mut self, tag: &BytesStart) -> Result<(), Unread> {
        match tag.local_name().as_ref() {
            "data" => {
                let [key] = values(tag, ["key"])?;
                self.data = self.key_of.get(&*key).copied();
                self.listen();
            }
            "edge" => {
                let [source, target] = values(tag, ["source", "target"])?;
                self.stack.push(self.draft.add_edge(&source, &target));
            }
            "node" => {
                let [id] = values(tag, ["id"])?;
                self.stack.push(self.draft.add_node(&id));
            }
            "key" => self.declare(values(
                tag,
                ["id", "attr.name", "attr.type", "for", "yfiles.type"],
            )?),
            "graph" if self.graph.is_none() => {
                let [id, direction] = values(tag, ["id", "edgedefault"])?;
                let orientation = match &*direction {
                    "undirected" => Orientation::Undirected,
                    _ => Orientation::Directed,
                };
                let maker = match &*id {
                    "vnkg" => Maker::Vnkg,
                    _ => Maker::Other,
                };
                self.graph = Some((orientation, maker));
            }
            "default" => self.listen(),
            _ => {}
        }
        Ok(())
    }

    fn listen(&mut self) {
        self.is_listening = true;
        self.text.clear();
    }

    fn declare(&mut self, [id, name, kind, domain, drawing]: [Cow<str>; 5]) {
        let name = match (name.is_empty(), &*drawing) {
            (true, "nodegraphics" | "edgegraphics") => "label",
            (true, _) => &*id,
            _ => &*name,
        };
        let kind = match &*kind {
            "boolean" => Kind::Truth,
            "int" | "long" | "integer" => Kind::Integer,
            "float" | "double" => Kind::Real,
            _ if name == "label" => Kind::Label,
            _ => Kind::Text,
        };
        self.key_of.insert(id.clone().into_owned(), self.keys.len());
        let is_for = |what| domain == what || domain == "all";
        self.keys.push(Key {
            kind,
            node: is_for("node").then(|| self.draft.nodes().place(name)),
            edge: is_for("edge").then(|| self.draft.edges().place(name)),
            name: name.to_owned(),
            default: None,
        });
    }

    fn close(&mut self, tag: &str) {
        match tag {
            "data" => {
                self.is_listening = false;
                if let (Some(key), Some(row)) = (self.data.take(), self.stack.last()) {
                    self.set(key, *row);
                }
            }
            "node" | "edge" => drop(self.stack.pop()),
            "default" => {
                self.is_listening = false;
                if let Some(key) = self.keys.last_mut() {
                    key.default = Some(std::mem::take(&mut self.text));
                }
            }
            _ => {}
        }
    }

    /// Gives a node or an edge the text that was read as its value.
    fn set(&mut self, key: usize, row: Row) {
        let key = &self.keys[key];
        let Some(datum) = datum(key.kind, &self.text) else {
            return;
        };
        // Some programs use a key of nodes for edges.
        let place = match row {
            Row::Node(_) => key.node.unwrap_or_else(|| self.draft.nodes().place(&key.name)),
            Row::Edge(_) => key.edge.unwrap_or_else(|| self.draft.edges().place(&key.name)),
        };
        self.draft.set(row, place, datum);
    }

    fn finish(mut self) -> Result<ColumnGraph, Unread> {
        let (orientation, maker) = self.graph.ok_or(Unread::NoGraph)?;
        for key in &self.keys {
            let default = key.default.as_deref().and_then(|text| datum(key.kind, text));
            if let (Some(default), Some(place)) = (default, key.node) {
                self.draft.fill_nodes(place, default);
            }
            if let (Some(default), Some(place)) = (default, key.edge) {
                self.draft.fill_edges(place, default);
            }
        }
        self.draft.finish(orientation, maker)
    }
}

/// The values of some attributes of a tag, empty where it does not have them.
fn values<'t, const N: usize>(tag: &'t BytesStart, names: [&str; N]) -> Result<[Cow<'t, str>; N], Unread> {
    let mut values = [const { Cow::Borrowed("") }; N];
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(quick_xml::Error::from)?;
        if let Some(place) = names.iter().position(|name| *name == attribute.key.as_ref()) {
            values[place] = attribute.normalized_value(XmlVersion::Implicit1_0)?;
        }
    }
    Ok(values)
}

/// The value that a text is by its key; a number that is none stays text.
fn datum(kind: Kind, text: &str) -> Option<Datum<'_>> {
    let plain = text.trim();
    let number = match kind {
        Kind::Truth => match plain {
            "true" | "True" | "1" => Some(Datum::Truth(true)),
            "false" | "False" | "0" => Some(Datum::Truth(false)),
            _ => None,
        },
        Kind::Integer => plain.parse().ok().map(Datum::Integer),
        Kind::Real => plain.parse().ok().map(Datum::Real),
        Kind::Text if plain.is_empty() => return None,
        Kind::Text | Kind::Label => return Some(Datum::Text(whole(text))),
    };
    number.or_else(|| (!plain.is_empty()).then_some(Datum::Text(plain)))
}

/// Text that stands on lines of its own among tags is not meant to have their spaces.
fn whole(text: &str) -> &str {
    match text.starts_with('\n') && text.trim_end_matches(' ').ends_with('\n') {
        true => text.trim(),
        false => text,
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

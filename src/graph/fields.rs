//! The attributes that a file has -> the fields of nodes and edges; what has no field is kept beside them.

use std::collections::BTreeMap;

use crate::graph::columns::{Datum, Table, Texts};
use crate::graph::{
    Association, Date, DirectiveFacts, DocumentFacts, Edge, EdgeKind, EventFacts, Look, Node, NodeFacts,
    OfficialFacts, Quote, Standing, Tenure, Value,
};
use crate::resolve::record::{Branch, Committee, Event, Level};

/// The attributes of a node or an edge, by name.
pub(crate) type Attributes<'g> = BTreeMap<&'g str, Datum<'g>>;

/// All attributes of a row.
pub(crate) fn attributes<'g>(table: &'g Table, row: usize, texts: &'g Texts) -> Attributes<'g> {
    let columns = table.columns.iter();
    columns
        .filter_map(|column| Some((column.name.as_str(), column.get(row, texts)?)))
        .collect()
}

/// Attributes from which fields are taken one by one.
struct Bag<'g>(Attributes<'g>);

impl Bag<'_> {
    fn text(&mut self, name: &str) -> Option<String> {
        self.parse(name, |text| Some(text.to_owned()))
    }

    fn parse<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let Datum::Text(text) = *self.0.get(name)? else {
            return None;
        };
        let value = read(text)?;
        self.0.remove(name);
        Some(value)
    }

    fn date(&mut self, name: &str) -> Option<Date> {
        self.parse(name, |text| text.parse().ok())
    }

    fn real(&mut self, name: &str) -> Option<f64> {
        let number = self.0.get(name)?.number()?;
        self.0.remove(name);
        Some(number)
    }

    fn count(&mut self, name: &str) -> Option<u32> {
        let Datum::Integer(number) = *self.0.get(name)? else {
            return None;
        };
        let number = u32::try_from(number).ok()?;
        self.0.remove(name);
        Some(number)
    }

    fn truth(&mut self, name: &str) -> Option<bool> {
        let Datum::Truth(truth) = *self.0.get(name)? else {
            return None;
        };
        self.0.remove(name);
        Some(truth)
    }

    /// A list, or the parts of a text between `; `.
    fn list(&mut self, name: &str) -> Vec<String> {
        let parts = match self.0.get(name) {
            Some(Datum::List(parts)) => parts.to_vec(),
            Some(Datum::Text(text)) => text.split("; ").map(str::to_owned).collect(),
            _ => return Vec::new(),
        };
        self.0.remove(name);
        parts
    }

    fn rest(self) -> BTreeMap<String, Value> {
        let value = |datum| match datum {
            Datum::Truth(truth) => Value::Truth(truth),
            Datum::Integer(number) => Value::Integer(number),
            Datum::Real(number) => Value::Real(number),
            Datum::Text(text) => Value::Text(text.to_owned()),
            Datum::List(parts) => Value::Text(parts.join("; ")),
        };
        let rest = self.0.into_iter();
        rest.map(|(name, datum)| (name.to_owned(), value(datum)))
            .collect()
    }
}

/// The node that a file describes. Its label is its id where the file gives none.
pub(crate) fn fill_node(id: &str, attributes: Attributes) -> Node {
    let mut bag = Bag(attributes);
    let mut node = Node {
        label: bag.text("label").unwrap_or_else(|| id.to_owned()),
        id: id.to_owned(),
        aliases: bag.list("aliases"),
        mentions: bag.count("mentions").unwrap_or_default(),
        documents: bag.count("documents").unwrap_or_default(),
        first_seen: bag.date("first_seen"),
        last_seen: bag.date("last_seen"),
        look: look(&mut bag),
        ..Node::default()
    };
    let kind = bag.text("kind").unwrap_or_default();
    node.facts = facts(kind, &mut bag);
    node.extra = bag.rest();
    node
}

fn facts(kind: String, bag: &mut Bag) -> NodeFacts {
    match kind.as_str() {
        "official" => {
            // Posts are read from the edges, which say more.
            bag.list("posts");
            NodeFacts::Official(OfficialFacts {
                scope: bag.text("scope"),
                ranks: bag.list("ranks"),
                posts: Vec::new(),
            })
        }
        "committee" => NodeFacts::Committee(Committee {
            branch: bag.parse("branch", branch),
            level: bag.parse("level", level),
            place: bag.text("place"),
            parent: bag.text("parent"),
        }),
        "directive" => NodeFacts::Directive(DirectiveFacts {
            document_type: bag.text("document_type"),
            number: bag.text("number"),
            symbol: bag.text("symbol"),
            issuer: bag.text("issuer"),
            issue_date: bag.date("issue_date"),
            term: bag.text("term"),
            title: bag.text("title"),
            standing: match bag.truth("stub") {
                Some(false) => Standing::Held,
                _ => Standing::Cited,
            },
        }),
        "event" => NodeFacts::Event(EventFacts {
            event: Event {
                event_type: bag.text("event_type"),
                place: bag.text("place"),
                organiser: bag.text("organiser"),
            },
            date: bag.date("date"),
        }),
        "document" => NodeFacts::Document(DocumentFacts {
            file: bag.text("file").unwrap_or_default(),
            title: bag.text("title"),
            date: bag.date("date"),
            site: bag.text("site"),
            place: bag.text("place"),
        }),
        _ => NodeFacts::Foreign(kind),
    }
}

fn look(bag: &mut Bag) -> Option<Look> {
    let (x, y) = (bag.real("x")?, bag.real("y")?);
    let mut part = |name: &str| {
        bag.count(name)
            .and_then(|it| u8::try_from(it).ok())
            .unwrap_or_default()
    };
    let colour = [part("r"), part("g"), part("b")];
    let size = bag.real("size").unwrap_or(1.0);
    Some(Look { x, y, size, colour })
}

fn branch(name: &str) -> Option<Branch> {
    serde_json::from_value(name.into()).ok()
}

fn level(name: &str) -> Option<Level> {
    serde_json::from_value(name.into()).ok()
}

/// The edge that a file describes, and its quotation. A weight that is missing, not finite or not above zero is 1.
pub(crate) fn fill_edge(attributes: Attributes) -> (Edge, Option<Quote>) {
    let mut bag = Bag(attributes);
    let relation = bag.text("relation").unwrap_or_default();
    let kinds = bag.list("relations");
    let edge = Edge {
        kind: EdgeKind::of(&relation),
        kinds: kinds.iter().map(|name| EdgeKind::of(name)).collect(),
        weight: bag
            .real("weight")
            .filter(|weight| weight.is_finite() && *weight > 0.0)
            .unwrap_or(1.0),
        count: bag.count("count").unwrap_or(1),
        documents: bag.count("documents").unwrap_or_default(),
        first_seen: bag.date("first_seen"),
        last_seen: bag.date("last_seen"),
        title: bag.text("title"),
        tenure: match (bag.truth("former"), bag.truth("new")) {
            (Some(true), _) => Tenure::Former,
            (_, Some(true)) => Tenure::New,
            _ => Tenure::Held,
        },
        association: association(&mut bag),
        ..Edge::default()
    };
    let document = bag.text("quoted_from").unwrap_or_default();
    let quote = bag.text("quote").map(|text| Quote { text, document });
    let extra = bag.rest();
    (Edge { extra, ..edge }, quote)
}

fn association(bag: &mut Bag) -> Option<Association> {
    Some(Association {
        npmi: bag.real("npmi")?,
        jaccard: bag.real("jaccard").unwrap_or_default(),
        p_value: bag.real("p_value").unwrap_or(1.0),
    })
}

//! The attributes of a file -> the fields of nodes and edges; what has no field is kept beside them.

use std::collections::BTreeMap;

use crate::graph::{
    Association, Date, DirectiveFacts, DocumentFacts, Edge, EdgeKind, EventFacts, Look, Node, NodeFacts,
    OfficialFacts, Quote, Standing, Tenure, Value,
};
use crate::import::{Attributes, Datum};
use crate::resolve::record::{Branch, Committee, Event, Level};

/// Attributes from which fields are taken one by one.
struct Bag(BTreeMap<String, Datum>);

impl Bag {
    fn text(&mut self, name: &str) -> Option<String> {
        match self.0.get(name)? {
            Datum::One(Value::Text(_)) => {}
            _ => return None,
        }
        match self.0.remove(name)? {
            Datum::One(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn parse<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let Datum::One(Value::Text(text)) = self.0.get(name)? else {
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
        let number = match self.0.get(name)? {
            Datum::One(Value::Real(number)) => *number,
            Datum::One(Value::Integer(number)) => *number as f64,
            _ => return None,
        };
        self.0.remove(name);
        Some(number)
    }

    fn count(&mut self, name: &str) -> Option<u32> {
        let Datum::One(Value::Integer(number)) = self.0.get(name)? else {
            return None;
        };
        let number = u32::try_from(*number).ok()?;
        self.0.remove(name);
        Some(number)
    }

    fn truth(&mut self, name: &str) -> Option<bool> {
        let Datum::One(Value::Truth(truth)) = *self.0.get(name)? else {
            return None;
        };
        self.0.remove(name);
        Some(truth)
    }

    /// A list, or the parts of a text between `; `.
    fn list(&mut self, name: &str) -> Vec<String> {
        match self.0.get(name) {
            Some(Datum::Many(_) | Datum::One(Value::Text(_))) => {}
            _ => return Vec::new(),
        }
        match self.0.remove(name) {
            Some(Datum::Many(parts)) => parts,
            Some(Datum::One(Value::Text(text))) => text.split("; ").map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    }

    fn rest(self) -> BTreeMap<String, Value> {
        let rest = self.0.into_iter().map(|(name, datum)| match datum {
            Datum::One(value) => (name, value),
            Datum::Many(parts) => (name, Value::Text(parts.join("; "))),
        });
        rest.collect()
    }
}

/// The node that a file describes. Its label is its id where the file gives none.
pub(super) fn fill_node(id: &str, attributes: Attributes) -> Node {
    let mut bag = Bag(attributes.into_iter().collect());
    let id = bag.text("entity_id").unwrap_or_else(|| id.to_owned());
    let mut node = Node {
        label: bag.text("label").unwrap_or_else(|| id.clone()),
        id,
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
pub(super) fn fill_edge(attributes: Attributes) -> (Edge, Option<Quote>) {
    let mut bag = Bag(attributes.into_iter().collect());
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

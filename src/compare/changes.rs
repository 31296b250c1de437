//! Two graphs -> what came, what went and what changed from the old one to the new one.
//!
//! What counts as a change is what the pages say a thing is, not how often they say it: numbers of mentions, dates of
//! pages and other forms of a name are left out. A thing that lost its id to another of its kind and name is the same
//! thing with a new id.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::compare::same::{Renamed, renamed};
use crate::compare::subject::{Subject, Topic, subjects};
use crate::graph::KnowledgeGraph;

/// What a topic lost and won, each list in the order of the alphabet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Changed {
    pub came: Vec<Subject>,
    pub went: Vec<Subject>,
    pub changed: Vec<Difference>,
}

/// A thing that is in both graphs and not the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    #[serde(flatten)]
    pub subject: Subject,
    pub changes: BTreeMap<String, Turn>,
}

/// What an attribute was and is; empty where it had no value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Turn {
    pub old: String,
    pub new: String,
}

/// Every topic with its changes; one without any is there too, with empty lists.
pub fn changes(old: &KnowledgeGraph, new: &KnowledgeGraph) -> BTreeMap<Topic, Changed> {
    let renamed = renamed(old, new);
    let mut before = subjects(old, &renamed);
    let mut after = subjects(new, &Renamed::default());
    let topics = Topic::ALL.into_iter().map(|topic| {
        let before = before.remove(&topic).unwrap_or_default();
        let after = after.remove(&topic).unwrap_or_default();
        (topic, compare(before, after))
    });
    topics.collect()
}

/// Keys are the same on both sides for what is the same.
type Subjects = BTreeMap<String, Subject>;

fn compare(mut before: Subjects, after: Subjects) -> Changed {
    let mut changed = Changed::default();
    for (key, new) in after {
        match before.remove(&key) {
            None => changed.came.push(new),
            Some(old) => {
                let changes = turns(&old, &new);
                if !changes.is_empty() {
                    changed.changed.push(Difference {
                        subject: new,
                        changes,
                    });
                }
            }
        }
    }
    changed.went = before.into_values().collect();
    changed
}

fn turns(old: &Subject, new: &Subject) -> BTreeMap<String, Turn> {
    let names = old.attributes().keys().chain(new.attributes().keys());
    let value =
        |subject: &Subject, name: &String| subject.attributes().get(name).cloned().unwrap_or_default();
    let turns = names.map(|name| {
        let (old, new) = (value(old, name), value(new, name));
        (name.clone(), Turn { old, new })
    });
    turns.filter(|(_, turn)| turn.old != turn.new).collect()
}

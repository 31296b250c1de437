//! JSON Lines of any program -> records with what an evaluation looks at; `vnkg extract` writes more than is asked.

use serde::Deserialize;
use serde_json::Value;

use super::gold::relation_kind;
use crate::resolve::Record;
use crate::resolve::record::{Committee, Directive, Entity, Event, Facts, Mention, Official, Relation, Zone};

/// A line that cannot be scored.
#[derive(Debug, thiserror::Error)]
#[error("line {line} cannot be scored: {cause}")]
pub struct Unscored {
    pub line: usize,
    pub cause: serde_json::Error,
}

/// Reads a line for each document; empty lines count for nothing. Of a line are needed `doc`, `entities` (`id`,
/// `kind`) and `mentions` (`entity`, `start`, `end`); `name` and `date` of an entity and `relations` (`type`, `source`,
/// `target`, `title`) are scored where they are given. Kinds and relations that vnkg does not know are left out.
///
/// # Errors
/// At the first line that lacks what is needed.
pub fn parse(text: &str) -> Result<Vec<Record>, Unscored> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    let records = lines.map(|(index, line)| match serde_json::from_str::<Line>(line) {
        Ok(line) => Ok(line.record()),
        Err(cause) => Err(Unscored {
            line: index + 1,
            cause,
        }),
    });
    records.collect()
}

#[derive(Deserialize)]
struct Line {
    doc: String,
    entities: Vec<Thing>,
    mentions: Vec<Place>,
    #[serde(default)]
    relations: Vec<Tie>,
}

#[derive(Deserialize)]
struct Thing {
    id: String,
    kind: String,
    #[serde(default)]
    name: Option<String>,
    /// Some programs write a year as a number.
    #[serde(default)]
    date: Value,
}

#[derive(Deserialize)]
struct Place {
    entity: String,
    start: u32,
    end: u32,
}

#[derive(Deserialize)]
struct Tie {
    #[serde(rename = "type")]
    kind: String,
    source: String,
    target: String,
    #[serde(default)]
    title: Option<String>,
}

impl Line {
    fn record(self) -> Record {
        let (known, foreign): (Vec<Thing>, Vec<Thing>) =
            self.entities.into_iter().partition(|it| it.facts().is_some());
        let is_foreign =
            |id: &str| foreign.iter().any(|it| it.id == id) && !known.iter().any(|it| it.id == id);
        Record {
            doc: self.doc,
            mentions: self
                .mentions
                .into_iter()
                .filter(|it| !is_foreign(&it.entity))
                .map(Place::mention)
                .collect(),
            entities: known.into_iter().filter_map(Thing::entity).collect(),
            relations: self.relations.into_iter().filter_map(Tie::relation).collect(),
            ..Record::default()
        }
    }
}

impl Thing {
    fn facts(&self) -> Option<Facts> {
        match self.kind.as_str() {
            "official" => Some(Facts::Official(Official::default())),
            "committee" => Some(Facts::Committee(Committee::default())),
            "directive" => Some(Facts::Directive(Directive::default())),
            "event" => Some(Facts::Event(Event::default())),
            _ => None,
        }
    }

    fn entity(self) -> Option<Entity> {
        let facts = self.facts()?;
        Some(Entity {
            id: self.id,
            name: self.name.unwrap_or_default(),
            date: match self.date {
                Value::String(date) => Some(date).filter(|date| !date.is_empty()),
                Value::Number(year) => Some(year.to_string()),
                _ => None,
            },
            aliases: Vec::new(),
            facts,
        })
    }
}

impl Place {
    fn mention(self) -> Mention {
        Mention {
            entity: self.entity,
            start: self.start,
            end: self.end,
            text: String::new(),
            zone: Zone::default(),
            sentence: 0,
            paragraph: 0,
            rule: "not told".into(),
        }
    }
}

impl Tie {
    fn relation(self) -> Option<Relation> {
        Some(Relation {
            kind: relation_kind(&self.kind)?,
            source: self.source,
            target: self.target,
            title: self.title,
            former: false,
            new: false,
            start: 0,
            end: 0,
            sentence: 0,
            rule: "not told".into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn what_another_program_writes_is_enough() {
        let line = r#"{"doc": "a.txt", "entities": [{"id": "1", "kind": "official", "name": "Lò Thị Sen"},
            {"id": "2", "kind": "event", "date": 2024}, {"id": "3", "kind": "river"}],
            "mentions": [{"entity": "1", "start": 0, "end": 4}, {"entity": "3", "start": 5, "end": 6}],
            "relations": [{"type": "attended", "source": "1", "target": "2"}, {"type": "near", "source": "1", "target": "3"}]}"#;
        let records =
            parse(&format!("\n{}\n\n", line.replace('\n', " "))).expect("a line that can be scored");
        assert_eq!(records.len(), 1);
        let record = &records[0];
        assert_eq!(record.entities.len(), 2, "a river is of no kind that is scored");
        assert_eq!(record.entities[1].date.as_deref(), Some("2024"));
        assert_eq!(record.mentions.len(), 1);
        assert_eq!(record.relations.len(), 1);
    }

    #[test]
    fn a_line_without_mentions_is_told_by_number() {
        let fault = parse("\n{\"doc\": \"a\", \"entities\": []}")
            .expect_err("a fault")
            .to_string();
        assert!(
            fault.starts_with("line 2 cannot be scored: missing field `mentions`"),
            "{fault}"
        );
    }
}

//! A gold file -> the record that a perfect reader would write.

use vnkg::evaluate::Gold;
use vnkg::evaluate::gold::{GoldMention, GoldRelation, Id};
use vnkg::resolve::Record;
use vnkg::resolve::record::{
    Committee, Directive, Entity, Event, Facts, Kind, Mention, Official, Relation, Zone,
};

pub fn record(gold: &Gold) -> Record {
    let letters: Vec<char> = gold.text.chars().collect();
    Record {
        doc: format!("{}.txt", gold.name),
        entities: gold
            .entities
            .iter()
            .map(|(id, it)| entity(*id, &it.name, &it.date))
            .collect(),
        mentions: gold.mentions.iter().map(|it| mention(it, &letters)).collect(),
        relations: gold.relations.iter().map(relation).collect(),
        ..Record::default()
    }
}

fn entity(id: Id, name: &str, date: &Option<String>) -> Entity {
    Entity {
        id: id.to_string(),
        name: name.to_owned(),
        date: date.clone(),
        aliases: Vec::new(),
        facts: match id.kind {
            Kind::Official => Facts::Official(Official::default()),
            Kind::Committee => Facts::Committee(Committee::default()),
            Kind::Directive => Facts::Directive(Directive::default()),
            Kind::Event => Facts::Event(Event::default()),
        },
    }
}

fn mention(gold: &GoldMention, letters: &[char]) -> Mention {
    let (start, end) = (gold.span.start, gold.span.end);
    Mention {
        entity: gold.id.to_string(),
        start,
        end,
        text: letters[start as usize..end as usize].iter().collect(),
        zone: Zone::Body,
        sentence: 0,
        paragraph: 0,
        rule: "gold".into(),
    }
}

fn relation(gold: &GoldRelation) -> Relation {
    Relation {
        kind: gold.kind,
        source: gold.source.to_string(),
        target: gold.target.to_string(),
        title: gold.title.clone(),
        former: false,
        new: false,
        start: 0,
        end: 0,
        sentence: 0,
        rule: "gold".into(),
    }
}

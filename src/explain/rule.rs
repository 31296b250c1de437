//! Something found -> the name of the rule that found it, with what the rule saw where the name does not say it.

use crate::extract::body::{BodyName, Stem};
use crate::extract::event::EventName;
use crate::extract::item::{Item, What};
use crate::extract::place::PlaceName;
use crate::lexicon::Lexicon;

/// `committee: head `Sở`, then `Tư pháp`, in `tỉnh Sơn La``
pub(super) fn told(item: &Item, lexicon: &Lexicon) -> String {
    let seen = match &item.what {
        What::Body(name) => body(name, lexicon),
        What::Event(name) => event(name, lexicon),
        _ => return item.rule.to_owned(),
    };
    match item.rule.contains(':') {
        true => item.rule.to_owned(),
        false => format!("{}: {seen}", item.rule),
    }
}

fn body(name: &BodyName, lexicon: &Lexicon) -> String {
    let mut seen = match name.stem {
        Stem::Fixed(body) => format!("the lexicon's `{}`", lexicon.bodies[body].name),
        Stem::Head(head) => format!("head `{}`", lexicon.heads[head].name),
    };
    if !name.tail.is_empty() {
        seen += &format!(", then `{}`", name.tail);
    }
    if let Some(parent) = &name.parent {
        seen += &format!(", of ({})", body(parent, lexicon));
    }
    if let Some(place) = &name.place {
        seen += &format!(", {}", at(place));
    }
    if let Some(country) = &name.country {
        seen += &format!(", of `{country}`");
    }
    seen
}

fn at(place: &PlaceName) -> String {
    let kind = place.kind.map(|kind| kind.word());
    match (kind, &place.name) {
        _ if place.central => "at the centre".to_owned(),
        (Some(kind), Some(name)) => format!("in `{kind} {name}`"),
        (None, Some(name)) => format!("in `{name}`"),
        (Some(kind), None) => format!("in the page's `{kind}`"),
        (None, None) => "in a place not named".to_owned(),
    }
}

fn event(name: &EventName, lexicon: &Lexicon) -> String {
    let head = &lexicon.events[name.head].name;
    match name {
        EventName { told: false, .. } => format!("head noun `{head}` alone, pointing back"),
        EventName {
            congress: Some(_), ..
        } => format!("head noun `{head}` and which congress"),
        EventName {
            ordinal: Some(ordinal),
            ..
        } => format!("head noun `{head}` and ordinal `{ordinal}`"),
        _ => format!("head noun `{head}` and what it is about"),
    }
}

//! A page about several provinces -> the province that a body named without its own stands in: the one named nearest.

use std::collections::BTreeMap;

use super::{BODY, Named, Places, Tier, level, place_of_site};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Lexicon, PlaceKind, Word};
use crate::resolve::within::page::Page;

impl Places {
    /// Keeps the provinces named one after another only for a page that is about several: none is its site's, and none has most
    /// bodies.
    pub(super) fn divide(&mut self, reader: Reader<'_>, page: &Page) {
        let lexicon = reader.lexicon;
        let own = page.site.as_deref().and_then(|site| place_of_site(lexicon, site));
        let mut counts: BTreeMap<&Named, usize> = BTreeMap::new();
        for (_, named, weight) in &self.named {
            let counts_as_one = level(lexicon, named) == Tier::Province && !is_past(lexicon, &named.name);
            if *weight == BODY && counts_as_one {
                *counts.entry(named).or_default() += 1;
            }
        }
        let total: usize = counts.values().sum();
        let most = counts.values().max().copied().unwrap_or_default();
        if own.is_some() || counts.len() < 2 || most * 3 > total * 2 {
            self.anchors.clear();
            return;
        }
        let document = reader.document;
        let starts = (0..document.len()).filter(|at| {
            *at > 0
                && (reader.word(at - 1) == Word::SEMICOLON
                    || document.sentences[document.sentence_of(*at)].from == *at)
        });
        self.clauses = starts.collect();
    }

    /// On a page about several provinces, the one of `kind` that a body at `at` means: the last named before it in its clause,
    /// else the first after it there, else the last named before.
    pub(super) fn near(&self, kind: PlaceKind, at: usize) -> Option<Named> {
        if self.anchors.is_empty() {
            return None;
        }
        let next = self.clauses.partition_point(|start| *start <= at);
        let from = next.checked_sub(1).map_or(0, |clause| self.clauses[clause]);
        let to = self.clauses.get(next).copied().unwrap_or(usize::MAX);
        let fits = |(_, named): &&(usize, Named)| named.kind == kind;
        let split = self.anchors.partition_point(|(place, _)| *place <= at);
        let before = self.anchors[..split].iter().rev().find(fits);
        let after = self.anchors[split..]
            .iter()
            .find(fits)
            .filter(|(place, _)| *place < to);
        let beside = before.filter(|(place, _)| *place >= from).or(after);
        beside.or(before).map(|(_, named)| named.clone())
    }
}

/// `Sông Bé`, `Hà Nam Ninh`: a province of the past, which a page tells of and never from
pub(super) fn is_past(lexicon: &Lexicon, name: &str) -> bool {
    let place = lexicon.item(Class::Place, name).map(|item| &lexicon.places[item]);
    place
        .and_then(|place| place.successor.as_ref())
        .is_some_and(|(_, day)| day.as_str() < "2009")
}

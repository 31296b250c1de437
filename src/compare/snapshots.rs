//! A corpus and a period -> the part of the corpus that each year or month published.
//!
//! Identity is that of the whole corpus: one thing has one id in every period. What is counted, tied and quoted is
//! that of the period alone, so the weights of the periods add up to those of the whole.

use std::collections::BTreeMap;

use crate::graph::Date;
use crate::resolve::{Corpus, Record};

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    Year,
    Month,
}

impl Period {
    /// The period that a date falls in, for example `2023-12`; none where the date is not exact enough.
    pub fn of(self, date: Date) -> Option<String> {
        match self {
            Period::Year => Some(format!("{:04}", date.year())),
            Period::Month => Some(format!("{:04}-{:02}", date.year(), date.month()?)),
        }
    }

    fn of_record(self, record: &Record) -> Option<String> {
        self.of(record.date.as_deref()?.parse().ok()?)
    }
}

/// The corpus of each period that has a page, in the order of time, and how many pages have no date exact enough.
pub fn snapshots<'a>(corpus: &Corpus<'a>, period: Period) -> (Vec<(String, Corpus<'a>)>, usize) {
    let mut pages: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut undated = 0;
    for (index, record) in corpus.records.iter().enumerate() {
        match period.of_record(record) {
            Some(name) => pages.entry(name).or_default().push(index),
            None => undated += 1,
        }
    }
    let parts = pages
        .into_iter()
        .map(|(name, pages)| (name, restrict(corpus, &pages)));
    (parts.collect(), undated)
}

/// The corpus of these records alone, with the things that they name.
fn restrict<'a>(corpus: &Corpus<'a>, pages: &[usize]) -> Corpus<'a> {
    let mut named = vec![false; corpus.things.len()];
    for thing in pages.iter().flat_map(|page| &corpus.members[*page]) {
        named[*thing as usize] = true;
    }
    let mut place = vec![None; named.len()];
    let mut things = Vec::new();
    for (index, thing) in corpus
        .things
        .iter()
        .enumerate()
        .filter(|(index, _)| named[*index])
    {
        place[index] = Some(things.len() as u32);
        things.push(thing.clone());
    }
    let members = pages.iter().map(|page| {
        let members = corpus.members[*page].iter();
        members
            .map(|thing| place[*thing as usize].expect("every member was marked as named"))
            .collect()
    });
    let succession = |(old, new): &(u32, u32)| Some((place[*old as usize]?, place[*new as usize]?));
    Corpus {
        records: pages.iter().map(|page| corpus.records[*page]).collect(),
        members: members.collect(),
        successions: corpus.successions.iter().filter_map(succession).collect(),
        things,
        ..Corpus::default()
    }
}

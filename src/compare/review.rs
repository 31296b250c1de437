//! A corpus and what people judged before -> the file to judge in: their lines as they were, and every open pair.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::judgements::Verdict;
use crate::resolve::record::RelationKind;
use crate::resolve::{Corpus, Judgements};

/// Posts and pages that are told of each thing.
const TOLD: usize = 3;

/// Adds the open pairs of the corpus as `undecided`, with the reason and what each of the two is; a pair that is in the
/// file stays as it is. Gives how many were added.
pub fn review(corpus: &Corpus, judgements: &mut Judgements) -> usize {
    let wanted: BTreeSet<&str> = corpus
        .proposals
        .iter()
        .flat_map(|it| [it.left.as_str(), it.right.as_str()])
        .collect();
    let known = describe(corpus, &wanted);
    let mut added = 0;
    for proposal in &corpus.proposals {
        let (left, right) = (proposal.left.as_str(), proposal.right.as_str());
        if judgements.verdict(left, right).is_some() {
            continue;
        }
        let told = [left, right].into_iter().filter_map(|id| known.get(id).cloned());
        let comments = std::iter::once(proposal.reason.clone()).chain(told).collect();
        judgements.add(Verdict::Undecided, left, right, comments);
        added += 1;
    }
    added
}

/// What is known of a thing.
#[derive(Default)]
struct Known<'a> {
    name: &'a str,
    posts: BTreeSet<String>,
    pages: BTreeSet<&'a str>,
}

/// For example `Trần Hưng: Bí thư, Thành ủy Hải Phòng; in tin/nhan-su.txt`.
fn describe<'a>(corpus: &'a Corpus, wanted: &BTreeSet<&'a str>) -> BTreeMap<&'a str, String> {
    let mut known: BTreeMap<&str, Known> = BTreeMap::new();
    for (record, members) in corpus.records.iter().zip(&corpus.members) {
        let things: BTreeMap<&str, u32> = record
            .entities
            .iter()
            .zip(members)
            .map(|(entity, thing)| (entity.id.as_str(), *thing))
            .collect();
        for thing in members {
            let entity = &corpus.things[*thing as usize].entity;
            if wanted.contains(entity.id.as_str()) {
                let known = known.entry(&entity.id).or_default();
                known.name = &entity.name;
                known.pages.insert(&record.doc);
            }
        }
        for post in record
            .relations
            .iter()
            .filter(|relation| relation.kind == RelationKind::HoldsPosition)
        {
            let entity = |id: &str| Some(&corpus.things[*things.get(id)? as usize].entity);
            if let (Some(official), Some(body)) = (entity(&post.source), entity(&post.target))
                && let Some(known) = known.get_mut(official.id.as_str())
            {
                let title = post.title.iter().map(|title| format!("{title}, "));
                known
                    .posts
                    .insert(format!("{}{}", title.collect::<String>(), body.name));
            }
        }
    }
    known
        .into_iter()
        .map(|(id, known)| (id, known.words(id)))
        .collect()
}

impl Known<'_> {
    fn words(&self, id: &str) -> String {
        let posts: Vec<&str> = self.posts.iter().take(TOLD).map(String::as_str).collect();
        let pages: Vec<&str> = self.pages.iter().take(TOLD).copied().collect();
        let more = match self.pages.len() - pages.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let posts = match posts.is_empty() {
            true => String::new(),
            false => format!(": {}", posts.join("; ")),
        };
        format!("{id} is {}{posts}, in {}{more}", self.name, pages.join(", "))
    }
}

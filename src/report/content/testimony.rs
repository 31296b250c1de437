//! Evidence -> for each entity the sentences that name it, from as many pages as possible.

use petgraph::graph::NodeIndex;
use rustc_hash::FxHashMap;

use super::{Listing, Material, Name, Names, Sentence, Testimony};
use crate::graph::{Evidence, Trace};
use crate::resolve::record::Zone;

/// Sentences that an entity shows.
const SENTENCES: usize = 10;

/// For every node that was named but pages.
pub(super) fn testimonies(material: &Material, names: &Names) -> Vec<Testimony> {
    let witnesses = Witnesses::of(material.evidence);
    let graph = &material.graph.graph;
    names
        .named()
        .filter(|node| !graph[*node].is_document())
        .map(|index| {
            let node = &graph[index];
            let (chosen, left_out) = witnesses.choose(index, SENTENCES);
            let sentence =
                |passage: u32| sentence(material.evidence, passage, witnesses.words(index, passage));
            Testimony {
                name: Name {
                    id: node.id.clone(),
                    label: node.label.clone(),
                    kind: node.kind_name().to_owned(),
                },
                aliases: node.aliases.clone(),
                mentions: node.mentions,
                documents: node.documents,
                sentences: Listing {
                    shown: chosen.into_iter().map(sentence).collect(),
                    left_out,
                },
            }
        })
        .collect()
}

fn sentence(evidence: &Evidence, passage: u32, words: Vec<String>) -> Sentence {
    let passage = &evidence.passages[passage as usize];
    let source = &evidence.documents[passage.document as usize];
    Sentence {
        text: passage.text.clone(),
        words,
        document: source.path.clone(),
        title: source.title.clone(),
        date: source.date,
    }
}

/// The mentions of content by node.
pub(in crate::report) struct Witnesses<'e> {
    evidence: &'e Evidence,
    of: FxHashMap<u32, Vec<&'e Trace>>,
}

impl<'e> Witnesses<'e> {
    pub(in crate::report) fn of(evidence: &'e Evidence) -> Witnesses<'e> {
        let mut of: FxHashMap<u32, Vec<&Trace>> = FxHashMap::default();
        let content = |trace: &&Trace| trace.zone != Zone::Boilerplate && trace.passage.is_some();
        for trace in evidence.mentions.iter().filter(content) {
            of.entry(trace.node).or_default().push(trace);
        }
        Witnesses { evidence, of }
    }

    /// At most so many passages that name the node, in the order of pages and text, and how many more there are. The
    /// first of every page is taken before the second of any.
    pub(in crate::report) fn choose(&self, node: NodeIndex, most: usize) -> (Vec<u32>, usize) {
        let mut passages: Vec<u32> = self.traces(node).filter_map(|trace| trace.passage).collect();
        passages.dedup();
        let mut ranked: Vec<(usize, u32)> = Vec::with_capacity(passages.len());
        let mut page = (u32::MAX, 0);
        for &passage in &passages {
            let document = self.evidence.passages[passage as usize].document;
            page = if document == page.0 {
                (document, page.1 + 1)
            } else {
                (document, 0)
            };
            ranked.push((page.1, passage));
        }
        ranked.sort_unstable();
        ranked.truncate(most);
        let mut chosen: Vec<u32> = ranked.into_iter().map(|(_, passage)| passage).collect();
        chosen.sort_unstable();
        let left_out = passages.len() - chosen.len();
        (chosen, left_out)
    }

    /// What a passage calls the node: each form once, the longest first.
    fn words(&self, node: NodeIndex, passage: u32) -> Vec<String> {
        let mut words: Vec<String> = self
            .traces(node)
            .filter(|trace| trace.passage == Some(passage))
            .map(|trace| trace.text.clone())
            .collect();
        words.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        words.dedup();
        words
    }

    fn traces(&self, node: NodeIndex) -> impl Iterator<Item = &'e Trace> + '_ {
        self.of.get(&(node.index() as u32)).into_iter().flatten().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{Passage, Source};

    /// A node that page 0 names in three sentences, twice in the first, and page 1 in one.
    fn evidence() -> Evidence {
        let passage = |document, text: &str| Passage {
            document,
            text: text.to_owned(),
            ..Passage::default()
        };
        let trace = |passage, document, text: &str| Trace {
            node: 7,
            document,
            passage: Some(passage),
            start: 0,
            end: 0,
            paragraph: 0,
            zone: Zone::Body,
            text: text.to_owned(),
            rule: "test".into(),
        };
        Evidence {
            documents: vec![Source::default(), Source::default()],
            passages: vec![passage(0, "a"), passage(0, "b"), passage(0, "c"), passage(1, "d")],
            mentions: vec![
                trace(0, 0, "bà Mai"),
                trace(0, 0, "bà Nguyễn Thị Mai"),
                trace(1, 0, "bà Mai"),
                trace(2, 0, "bà Mai"),
                trace(3, 1, "bà Mai"),
            ],
            relations: Vec::new(),
        }
    }

    #[test]
    fn every_page_speaks_before_one_speaks_twice() {
        let evidence = evidence();
        let witnesses = Witnesses::of(&evidence);
        assert_eq!(witnesses.choose(NodeIndex::new(7), 2), (vec![0, 3], 2));
        assert_eq!(witnesses.choose(NodeIndex::new(7), 9), (vec![0, 1, 2, 3], 0));
        assert_eq!(witnesses.choose(NodeIndex::new(1), 9), (vec![], 0));
    }

    #[test]
    fn the_longest_form_of_a_sentence_comes_first() {
        let evidence = evidence();
        let words = Witnesses::of(&evidence).words(NodeIndex::new(7), 0);
        assert_eq!(words, ["bà Nguyễn Thị Mai", "bà Mai"]);
    }

    #[test]
    fn boilerplate_is_no_witness() {
        let mut evidence = evidence();
        evidence
            .mentions
            .iter_mut()
            .for_each(|trace| trace.zone = Zone::Boilerplate);
        assert_eq!(Witnesses::of(&evidence).choose(NodeIndex::new(7), 9), (vec![], 0));
    }
}

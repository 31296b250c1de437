//! Mentions in content -> the pairs of entities named together, with how strongly they belong together.

use serde::{Deserialize, Serialize};

use crate::graph::claim::{Link, span};
use crate::graph::{Association, Edge, EdgeKind, Evidence, Trace};
use crate::resolve::record::Zone;

/// How near two entities must stand to co-occur.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Window {
    #[default]
    Sentence,
    Paragraph,
    Document,
}

/// A window with more entities is a register; it would make millions of pairs that say nothing.
const MOST_ENTITIES: usize = 1_000;

/// An entity in a window. The order is that of grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    document: u32,
    window: u32,
    node: u32,
    /// Where it is first named there.
    passage: u32,
}

/// Two entities in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    left: u32,
    right: u32,
    /// Index into the windows.
    window: u32,
    /// Where both have been named.
    passage: u32,
}

/// What is counted once for all pairs.
struct Counts {
    /// How many windows name each node.
    windows_of: Vec<u32>,
    /// The document and the number of entities of each window.
    windows: Vec<(u32, u32)>,
}

/// The co-occurrence edges between nodes, sorted by their ends. `nodes` is the number of nodes.
pub(super) fn links(evidence: &Evidence, window: Window, nodes: usize) -> Vec<Link> {
    let mut places: Vec<Place> = evidence
        .mentions
        .iter()
        .filter_map(|trace| place(trace, window))
        .collect();
    places.sort_unstable();
    places.dedup_by_key(|place| (place.document, place.window, place.node));
    let mut counts = Counts {
        windows_of: vec![0; nodes],
        windows: Vec::new(),
    };
    let mut pairs = Vec::new();
    for group in places.chunk_by(|left, right| (left.document, left.window) == (right.document, right.window))
    {
        count(group, &mut counts, &mut pairs);
    }
    pairs.sort_unstable();
    let groups = pairs.chunk_by(|left, right| (left.left, left.right) == (right.left, right.right));
    let mut links: Vec<Link> = groups.map(|group| link(group, &counts, evidence)).collect();
    disparity(&mut links, nodes);
    links
}

fn place(trace: &Trace, window: Window) -> Option<Place> {
    let passage = trace.passage?;
    let number = match window {
        Window::Sentence => passage,
        Window::Paragraph => trace.paragraph,
        Window::Document => 0,
    };
    (trace.zone != Zone::Boilerplate).then_some(Place {
        document: trace.document,
        window: number,
        node: trace.node,
        passage,
    })
}

fn count(group: &[Place], counts: &mut Counts, pairs: &mut Vec<Pair>) {
    let window = counts.windows.len() as u32;
    counts.windows.push((group[0].document, group.len() as u32));
    for place in group {
        counts.windows_of[place.node as usize] += 1;
    }
    if group.len() > MOST_ENTITIES {
        return;
    }
    for (index, left) in group.iter().enumerate() {
        pairs.extend(group[index + 1..].iter().map(|right| Pair {
            left: left.node,
            right: right.node,
            window,
            passage: left.passage.max(right.passage),
        }));
    }
}

fn link(pairs: &[Pair], counts: &Counts, evidence: &Evidence) -> Link {
    let Pair { left, right, .. } = pairs[0];
    let window = |pair: &Pair| counts.windows[pair.window as usize];
    let document = |pair: &Pair| window(pair).0;
    let together = pairs.len() as f64;
    let [left_count, right_count] = [left, right].map(|node| f64::from(counts.windows_of[node as usize]));
    let dates = pairs
        .iter()
        .filter_map(|pair| evidence.documents[document(pair) as usize].date);
    let (first_seen, last_seen) = span(dates);
    let shortest = pairs
        .iter()
        .min_by_key(|pair| (evidence.passages[pair.passage as usize].text.len(), pair.passage));
    let edge = Edge {
        kind: EdgeKind::CoOccurs,
        weight: round(pairs.iter().map(|pair| 1.0 / f64::from(window(pair).1 - 1)).sum()),
        count: pairs.len() as u32,
        documents: pairs
            .chunk_by(|left, right| document(left) == document(right))
            .count() as u32,
        first_seen,
        last_seen,
        quote: shortest.map(|pair| pair.passage),
        association: Some(Association {
            npmi: round(npmi(
                together,
                left_count,
                right_count,
                counts.windows.len() as f64,
            )),
            jaccard: round(together / (left_count + right_count - together)),
            p_value: 1.0,
        }),
        ..Edge::default()
    };
    Link {
        source: left,
        target: right,
        edge,
    }
}

/// Six decimals: more would be noise in every file. The smallest weight of a pair is 1/999.
fn round(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

/// Pointwise mutual information over its largest possible value (Bouma 2009): 1 when the two are never named apart.
fn npmi(together: f64, left: f64, right: f64, windows: f64) -> f64 {
    if together >= windows {
        return 1.0;
    }
    let mutual = (together * windows / (left * right)).ln();
    mutual / -(together / windows).ln()
}

/// Writes each edge's p-value: the chance that an edge of its node is as heavy if the node spread its weight at
/// random, `(1 - w/s)^(k-1)` with strength s and degree k (Serrano, Boguñá, Vespignani 2009, equation 2), at the end
/// where it is smaller. An end of degree 1 can tell nothing and gives 1.
fn disparity(links: &mut [Link], nodes: usize) {
    let mut strength = vec![(0.0, 0_u32); nodes];
    for link in links.iter() {
        for end in [link.source, link.target] {
            let (sum, degree) = &mut strength[end as usize];
            *sum += link.edge.weight;
            *degree += 1;
        }
    }
    for link in links {
        let chance = |end: u32| {
            let (sum, degree) = strength[end as usize];
            (1.0 - link.edge.weight / sum)
                .max(0.0)
                .powf(f64::from(degree - 1))
        };
        let p_value = round(chance(link.source).min(chance(link.target)));
        if let Some(association) = &mut link.edge.association {
            association.p_value = p_value;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::graph::{Passage, Source};

    /// One document whose sentences name these nodes.
    fn evidence(sentences: &[&[u32]]) -> Evidence {
        let trace = |(passage, node): (usize, u32)| Trace {
            node,
            document: 0,
            passage: Some(passage as u32),
            start: 0,
            end: 1,
            paragraph: passage as u32 / 2,
            zone: Zone::Body,
            text: String::new(),
            rule: Cow::Borrowed("test"),
        };
        let named = sentences.iter().enumerate();
        Evidence {
            documents: vec![Source::default()],
            passages: vec![Passage::default(); sentences.len()],
            mentions: named
                .flat_map(|(passage, nodes)| nodes.iter().map(move |node| (passage, *node)))
                .map(trace)
                .collect(),
            relations: Vec::new(),
        }
    }

    fn numbers(links: &[Link]) -> Vec<(u32, u32, u32, f64, [f64; 3])> {
        let row = |link: &Link| {
            let Association {
                npmi,
                jaccard,
                p_value,
            } = link.edge.association.unwrap_or_default();
            (
                link.source,
                link.target,
                link.edge.count,
                link.edge.weight,
                [npmi, jaccard, p_value],
            )
        };
        links.iter().map(row).collect()
    }

    #[test]
    fn three_sentences_give_what_the_formulas_give_by_hand() {
        let links = links(&evidence(&[&[0, 1], &[2, 1, 0, 1], &[0]]), Window::Sentence, 3);
        let expected = [
            // ln(2·3/(3·2)) = 0; 2/3; (1 - 1.5/2)^1 at both ends.
            (0, 1, 2, 1.5, [0.0, 0.666_667, 0.25]),
            // ln(1·3/(3·1)) = 0; 1/3; (1 - 0.5/1)^1 at node 2.
            (0, 2, 1, 0.5, [0.0, 0.333_333, 0.5]),
            // ln(1.5)/ln(3); 1/2; (1 - 0.5/1)^1 at node 2.
            (1, 2, 1, 0.5, [0.369_07, 0.5, 0.5]),
        ];
        assert_eq!(numbers(&links), expected);
    }

    #[test]
    fn a_wider_window_joins_what_stands_in_two_sentences() {
        let evidence = evidence(&[&[0], &[1], &[2]]);
        let pairs = |window| links(&evidence, window, 3).len();
        assert_eq!(
            [Window::Sentence, Window::Paragraph, Window::Document].map(pairs),
            [0, 1, 3]
        );
    }

    #[test]
    fn boilerplate_and_registers_make_no_pair() {
        let mut menu = evidence(&[&[0, 1]]);
        menu.mentions
            .iter_mut()
            .for_each(|trace| trace.zone = Zone::Boilerplate);
        assert!(links(&menu, Window::Sentence, 2).is_empty());
        let register: Vec<u32> = (0..1_001).collect();
        assert!(links(&evidence(&[&register]), Window::Sentence, 1_001).is_empty());
        assert_eq!(
            links(&evidence(&[&register[..1_000]]), Window::Sentence, 1_000).len(),
            499_500
        );
    }
}

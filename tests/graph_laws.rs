//! Laws of the graph over synthetic corpora: what holds whatever the pages say.

mod synthetic;

use std::collections::BTreeSet;

use petgraph::visit::EdgeRef;
use synthetic::{Dice, corpus};
use vnkg::graph::{Documents, EdgeKind, Node, Projection, Window, backbone, project, simplify};
use vnkg::pipeline::{Build, Options, build, outputs};
use vnkg::resolve::Record;

/// All files of a build, name and bytes.
fn files(records: &[Record], options: &Options) -> Vec<(String, Vec<u8>)> {
    let build = build(records, options);
    let written = outputs(&build, options).into_iter().map(|output| {
        let mut bytes = Vec::new();
        (output.write)(&mut bytes).expect("memory takes all that is written");
        (output.name.to_owned(), bytes)
    });
    written.collect()
}

fn every_window() -> [Options; 3] {
    [Window::Sentence, Window::Paragraph, Window::Document].map(|window| Options {
        window,
        ..Options::default()
    })
}

fn check_every_build(check: impl Fn(&Build)) {
    let records = corpus(80, 1);
    for options in every_window() {
        check(&build(&records, &options));
    }
}

#[test]
fn the_order_of_the_records_does_not_reach_a_file() {
    let mut records = corpus(120, 7);
    for record in &mut records[..9] {
        record.doc = "one path".to_owned();
        record.title = None;
        record.date = None;
    }
    let mut shuffled = records.clone();
    let mut dice = Dice::new(3);
    for index in (1..shuffled.len()).rev() {
        shuffled.swap(index, dice.below(index + 1));
    }
    assert_ne!(records, shuffled);
    for options in every_window() {
        assert_eq!(files(&records, &options), files(&shuffled, &options));
    }
}

#[test]
fn a_record_that_came_as_a_json_line_gives_the_same_graph() {
    let records = corpus(40, 11);
    let lines: Vec<String> = records
        .iter()
        .map(|it| serde_json::to_string(it).expect("a line"))
        .collect();
    let read: Vec<Record> = lines
        .iter()
        .map(|it| serde_json::from_str(it).expect("a record"))
        .collect();
    assert_eq!(
        files(&records, &Options::default()),
        files(&read, &Options::default())
    );
}

#[test]
fn every_edge_has_a_weight_above_zero_and_its_words() {
    check_every_build(|build| {
        let stated: BTreeSet<u32> = build.evidence.relations.iter().map(|it| it.edge).collect();
        for edge in build.graph.graph.edge_references() {
            assert!(edge.weight().weight.is_finite() && edge.weight().weight > 0.0);
            assert!(edge.weight().documents > 0 && edge.weight().count >= edge.weight().documents);
            assert!(build.graph.quote(edge.weight()).is_some(), "{:?}", edge.weight());
            let together = edge.weight().kind == EdgeKind::CoOccurs;
            assert_ne!(together, stated.contains(&(edge.id().index() as u32)));
        }
    });
}

#[test]
fn ids_are_unique_and_no_edge_joins_a_thing_to_itself() {
    check_every_build(|build| {
        let graph = &build.graph.graph;
        let ids: BTreeSet<&str> = graph.node_weights().map(|node| node.id.as_str()).collect();
        assert_eq!(ids.len(), graph.node_count());
        assert!(graph.edge_references().all(|edge| edge.source() != edge.target()));
        assert!(
            graph
                .node_indices()
                .all(|index| build.graph.find(&graph[index].id) == Some(index))
        );
    });
}

#[test]
fn evidence_quotes_what_it_says_and_boilerplate_makes_no_edge() {
    check_every_build(|build| {
        let graph = &build.graph.graph;
        for trace in &build.evidence.mentions {
            let node = &graph.raw_nodes()[trace.node as usize].weight;
            assert!(
                node.label == trace.text || node.aliases.contains(&trace.text),
                "{} {:?}",
                trace.text,
                node
            );
        }
        let mentioned: u32 = graph
            .node_weights()
            .filter(|it| !it.is_document())
            .map(|it| it.mentions)
            .sum();
        let content = build
            .evidence
            .mentions
            .iter()
            .filter(|it| it.zone != vnkg::resolve::record::Zone::Boilerplate);
        assert_eq!(mentioned as usize, content.count());
        let from_documents = graph
            .edge_references()
            .filter(|edge| graph[edge.source()].is_document());
        let named: u32 = from_documents
            .filter(|it| it.weight().kind != EdgeKind::Is)
            .map(|it| it.weight().count)
            .sum();
        assert!(
            named <= mentioned,
            "a page does not cite the directive that it is"
        );
    });
}

#[test]
fn measures_of_association_stay_in_their_bounds() {
    check_every_build(|build| {
        let mut seen = 0;
        for edge in build.graph.graph.edge_weights() {
            if let Some(association) = edge.association {
                seen += 1;
                assert!((-1.0..=1.0).contains(&association.npmi), "{association:?}");
                assert!(
                    association.jaccard > 0.0 && association.jaccard <= 1.0,
                    "{association:?}"
                );
                assert!((0.0..=1.0).contains(&association.p_value), "{association:?}");
                assert!(edge.weight <= f64::from(edge.count));
            }
        }
        assert!(seen > 100);
        let kept = backbone(&build.graph, 0.05).graph.edge_count();
        assert!(kept < build.graph.graph.edge_count());
    });
}

#[test]
fn simplifying_loses_no_weight_and_leaves_one_edge_a_pair() {
    check_every_build(|build| {
        let simple = simplify(&build.graph);
        let weight =
            |graph: &vnkg::graph::KnowledgeGraph| graph.graph.edge_weights().map(|it| it.weight).sum::<f64>();
        assert!((weight(&simple) - weight(&build.graph)).abs() < 1e-6);
        let pairs: BTreeSet<_> = simple
            .graph
            .edge_references()
            .map(|it| (it.source(), it.target()))
            .collect();
        assert_eq!(pairs.len(), simple.graph.edge_count());
    });
}

#[test]
fn without_documents_only_their_nodes_and_edges_are_gone() {
    let records = corpus(60, 5);
    let options = Options {
        documents: Documents::LeftOut,
        ..Options::default()
    };
    let (with, without) = (build(&records, &Options::default()), build(&records, &options));
    let entities = with.graph.graph.node_weights().filter(|node| !node.is_document());
    // Where a picture draws them is another matter.
    let told = |it: &Node| {
        (
            it.id.clone(),
            it.label.clone(),
            it.mentions,
            it.documents,
            it.facts.clone(),
        )
    };
    assert!(
        entities
            .map(told)
            .eq(without.graph.graph.node_weights().map(told))
    );
    let graph = &with.graph.graph;
    let from_documents = graph
        .edge_references()
        .filter(|edge| graph[edge.source()].is_document())
        .count();
    assert_eq!(
        without.graph.graph.edge_count(),
        graph.edge_count() - from_documents
    );
}

#[test]
fn a_projection_holds_its_edges_and_no_node_without_one() {
    check_every_build(|build| {
        for projection in [Projection::Cooccurrence, Projection::Citations, Projection::Posts] {
            let part = project(&build.graph, projection).graph;
            assert!(part.edge_count() > 0);
            assert!(
                part.node_indices()
                    .all(|node| part.neighbors_undirected(node).next().is_some())
            );
        }
    });
}

/// Breaks what extraction promises: ids that are not there, sentences beyond the end, kinds that do not fit.
fn broken(mut records: Vec<Record>, seed: u64) -> Vec<Record> {
    let mut dice = Dice::new(seed);
    for record in &mut records {
        let ids: Vec<String> = record.entities.iter().map(|entity| entity.id.clone()).collect();
        for mention in &mut record.mentions {
            match dice.below(6) {
                0 => mention.entity = "no such entity".to_owned(),
                1 => mention.sentence = u32::MAX,
                2 => (mention.start, mention.end) = (mention.end, mention.start),
                _ => {}
            }
        }
        for relation in &mut record.relations {
            match dice.below(5) {
                0 => relation.source.clone_from(&ids[dice.below(ids.len())]),
                1 => relation.target.clone_from(&relation.source),
                2 => relation.sentence = u32::MAX - 1,
                3 => relation.target = String::new(),
                _ => {}
            }
        }
        match dice.below(5) {
            0 => record.is = Some("no such entity".to_owned()),
            1 => record.is = Some(ids[0].clone()),
            2 => record.entities.extend(record.entities.clone()),
            3 => record.doc = "one path".to_owned(),
            _ => record.date = Some("hôm qua".to_owned()),
        }
    }
    records
}

#[test]
fn records_that_break_their_promises_are_still_built_and_written() {
    for seed in 0..12 {
        let records = broken(corpus(30, seed), seed);
        for options in every_window() {
            let build = build(&records, &options);
            let graph = &build.graph.graph;
            let ids: BTreeSet<&str> = graph.node_weights().map(|node| node.id.as_str()).collect();
            assert_eq!(ids.len(), graph.node_count());
            assert!(
                outputs(&build, &options)
                    .iter()
                    .all(|it| (it.write)(&mut std::io::sink()).is_ok())
            );
        }
    }
}

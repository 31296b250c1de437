//! Every format, on a synthetic corpus and on labels that hurt: what is written is well formed and says the same.
//!
//! The readers that people use are run by `tests/readers/run`, on graphs that the ignored test here writes.

mod synthetic;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use petgraph::graph::{DiGraph, NodeIndex};
use serde_json::Value as Json;
use synthetic::{HOSTILE, corpus};
use vnkg::export::{Format, Graph, ParallelEdges, Walk, files, json, merge_parallel, write_atomically};
use vnkg::graph::{
    Edge, EdgeKind, Evidence, KnowledgeGraph, Look, Maker, Node, NodeFacts, Orientation, Quote, Value,
};
use vnkg::import;
use vnkg::pipeline::{Options, build};
use vnkg::resolve::record::RelationKind;

/// A graph that another program could have made: hostile labels, ids and attributes, parallel edges, a loop.
fn hostile() -> KnowledgeGraph {
    let mut graph = DiGraph::new();
    let long = "dài ".repeat(2_500);
    let labels = HOSTILE
        .iter()
        .copied()
        .chain([long.as_str(), "", "e0", "trùng", "trùng"]);
    for (index, label) in labels.enumerate() {
        let mut node = Node {
            id: if index % 2 == 0 {
                format!("n{index}")
            } else {
                format!("id {index} {label}").chars().take(60).collect()
            },
            label: label.to_owned(),
            aliases: vec![label.to_owned(), "; ".to_owned()],
            facts: NodeFacts::Foreign("kind; `x`".to_owned()),
            look: Some(Look {
                x: index as f64,
                y: -1.5,
                size: 3.0,
                colour: [255, 0, 10],
            }),
            ..Node::default()
        };
        for name in ["b", "id", "Label", "weight", "a name", "số", "=1+1", "parent"] {
            node.extra.insert(name.to_owned(), Value::Text(label.to_owned()));
        }
        node.extra.insert("large".to_owned(), Value::Integer(1 << 40));
        node.extra
            .insert("pagerank".to_owned(), Value::Real(0.1 + index as f64));
        node.extra.insert("nothing".to_owned(), Value::Real(f64::NAN));
        graph.add_node(node);
    }
    for index in 0..graph.node_count() {
        for (step, kind) in [
            (1, EdgeKind::Mentions),
            (1, EdgeKind::CoOccurs),
            (3, post()),
            (0, EdgeKind::Foreign("l'oie \"]]>".to_owned())),
        ] {
            let target = NodeIndex::new((index + step) % graph.node_count());
            let edge = Edge {
                kind,
                weight: 0.5 + index as f64,
                count: 2,
                quote: Some(index as u32 % 12),
                ..Edge::default()
            };
            graph.add_edge(NodeIndex::new(index), target, edge);
        }
    }
    let quote = |text: &&str| Quote {
        text: (*text).to_owned(),
        document: "tin tức/1.txt".to_owned(),
    };
    KnowledgeGraph::new(graph, Orientation::Directed, HOSTILE.iter().map(quote).collect())
}

fn post() -> EdgeKind {
    EdgeKind::Stated(RelationKind::HoldsPosition)
}

/// Writes a format into memory, by file name.
fn written<'g>(
    format: Format,
    graph: impl Into<Graph<'g>>,
    evidence: &'g Evidence,
) -> BTreeMap<&'static str, Vec<u8>> {
    let outputs = files(format, graph, evidence, ParallelEdges::Kept);
    let bytes = outputs.into_iter().map(|output| {
        let mut bytes = Vec::new();
        (output.write)(&mut bytes).expect("memory takes all that is written");
        (output.name, bytes)
    });
    bytes.collect()
}

fn check_every_graph(check: impl Fn(&KnowledgeGraph, &Evidence)) {
    let records = corpus(60, 2);
    let build = build(&records, &Options::default());
    check(&build.graph, &build.evidence);
    check(&hostile(), &Evidence::default());
    check(&KnowledgeGraph::default(), &Evidence::default());
}

#[test]
fn every_format_writes_every_graph_and_the_same_bytes_twice() {
    check_every_graph(|knowledge, evidence| {
        for format in Format::ALL {
            let first = written(*format, knowledge, evidence);
            assert!(!first.is_empty());
            assert_eq!(first, written(*format, knowledge, evidence), "{}", format.name());
        }
    });
}

#[test]
fn a_format_is_found_by_its_name_and_nothing_else_is() {
    assert!(
        Format::ALL
            .iter()
            .all(|format| Format::of(format.name()) == Some(*format))
    );
    assert_eq!(Format::of("GraphML"), None);
}

#[test]
fn text_formats_are_utf_8_without_a_byte_order_mark() {
    check_every_graph(|knowledge, evidence| {
        for format in Format::ALL
            .iter()
            .filter(|format| !["sqlite", "parquet"].contains(&format.name()))
        {
            for (name, bytes) in written(*format, knowledge, evidence) {
                let text = String::from_utf8(bytes).unwrap_or_else(|_| panic!("{name} is UTF-8"));
                assert!(!text.starts_with('\u{feff}'), "{name}");
            }
        }
    });
}

#[test]
fn xml_formats_are_well_formed_and_hold_all_nodes_and_edges() {
    check_every_graph(|knowledge, evidence| {
        for (format, file) in [(Format::Graphml, "graph.graphml"), (Format::Gexf, "graph.gexf")] {
            let bytes = &written(format, knowledge, evidence)[file];
            let text = std::str::from_utf8(bytes).expect("UTF-8");
            let mut reader = quick_xml::Reader::from_str(text);
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            loop {
                match reader.read_event().expect("well-formed XML") {
                    quick_xml::events::Event::Eof => break,
                    quick_xml::events::Event::Start(start) => {
                        assert!(start.attributes().all(|attribute| attribute.is_ok()));
                        *counts.entry(start.name().as_ref().to_owned()).or_default() += 1;
                    }
                    _ => {}
                }
            }
            assert_eq!(
                counts.get("node").copied().unwrap_or(0),
                knowledge.graph.node_count(),
                "{file}"
            );
            assert_eq!(
                counts.get("edge").copied().unwrap_or(0),
                knowledge.graph.edge_count(),
                "{file}"
            );
        }
    });
}

#[test]
fn graphml_declares_each_key_once_and_uses_no_other() {
    check_every_graph(|knowledge, evidence| {
        let bytes = &written(Format::Graphml, knowledge, evidence)["graph.graphml"];
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let between = |line: &str, before: &str| {
            let rest = line.split_once(before).map(|(_, rest)| rest.to_owned());
            rest.and_then(|rest| rest.split_once('"').map(|(value, _)| value.to_owned()))
        };
        let keys: Vec<String> = text
            .lines()
            .filter_map(|line| between(line, "<key id=\""))
            .collect();
        let folded: BTreeSet<String> = keys.iter().map(|key| key.to_lowercase()).collect();
        assert_eq!(
            folded.len(),
            keys.len(),
            "ids of keys stay different when case is ignored"
        );
        assert!(
            text.lines()
                .filter_map(|line| between(line, "<data key=\""))
                .all(|key| keys.contains(&key))
        );
        assert!(!text.contains("<default>") && !text.contains("NaN"));
        let ids: Vec<String> = text
            .lines()
            .filter_map(|line| between(line, "<node id=\""))
            .collect();
        assert!(
            ids.iter().all(|id| !id.is_empty() && !id.contains([' ', '&'])),
            "{ids:?}"
        );
        assert_eq!(
            ids.iter().collect::<BTreeSet<_>>().len(),
            knowledge.graph.node_count()
        );
    });
}

/// The nodes and edges of a JSON format, wherever it keeps them.
fn counts(format: Format, json: &Json) -> (usize, usize) {
    let size = |value: &Json| {
        value
            .as_array()
            .map_or_else(|| value.as_object().map_or(0, |it| it.len()), Vec::len)
    };
    match format {
        Format::Cytoscape => (size(&json["elements"]["nodes"]), size(&json["elements"]["edges"])),
        Format::Jgf => (size(&json["graph"]["nodes"]), size(&json["graph"]["edges"])),
        _ => (size(&json["nodes"]), size(&json["edges"])),
    }
}

#[test]
fn json_formats_parse_and_hold_all_nodes_and_edges() {
    check_every_graph(|knowledge, evidence| {
        for format in [Format::Json, Format::Cytoscape, Format::Graphology, Format::Jgf] {
            for bytes in written(format, knowledge, evidence).values() {
                let json: Json = serde_json::from_slice(bytes).expect("JSON");
                let expected = (knowledge.graph.node_count(), knowledge.graph.edge_count());
                assert_eq!(counts(format, &json), expected, "{}", format.name());
            }
        }
    });
}

#[test]
fn labels_come_back_from_json_letter_by_letter() {
    let knowledge = hostile();
    let bytes = &written(Format::Json, &knowledge, &Evidence::default())["graph.json"];
    let json: Json = serde_json::from_slice(bytes).expect("JSON");
    let nodes = json["nodes"].as_array().expect("nodes");
    for (node, expected) in nodes.iter().zip(knowledge.graph.node_weights()) {
        assert_eq!(node["label"], expected.label);
        assert_eq!(
            node["id"], expected.id,
            "an attribute named `id` does not take the id's place"
        );
        assert_eq!(node["id_"].as_str().unwrap_or_default(), expected.label);
    }
}

#[test]
fn no_cell_of_the_spreadsheets_can_run() {
    check_every_graph(|knowledge, evidence| {
        for bytes in written(Format::Csv, knowledge, evidence).values() {
            let mut table = csv::Reader::from_reader(bytes.as_slice());
            for row in table.records() {
                for cell in &row.expect("rows of one length") {
                    let number = cell.parse::<f64>().is_ok();
                    assert!(
                        number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                        "{cell}"
                    );
                }
            }
        }
    });
}

#[test]
fn a_graph_that_is_read_back_is_written_as_it_was() {
    check_every_graph(|knowledge, evidence| {
        for (format, file) in [(Format::Json, "graph.json"), (Format::Graphml, "graph.graphml")] {
            let mut first = written(format, knowledge, evidence);
            if format == Format::Graphml {
                // Names that XML cannot hold are other names from the first reading on.
                let text = std::str::from_utf8(&first[file]).expect("UTF-8");
                first = written(format, &import::read(text).expect("a graph of our own"), evidence);
            }
            let text = std::str::from_utf8(&first[file]).expect("UTF-8");
            let back = import::read(text).expect("a graph of our own");
            assert_eq!(back.graph.node_count(), knowledge.graph.node_count());
            assert_eq!(back.graph.edge_count(), knowledge.graph.edge_count());
            let second = written(format, &back, evidence);
            let again = std::str::from_utf8(&second[file]).expect("UTF-8");
            let differing = text
                .lines()
                .zip(again.lines())
                .find(|(first, second)| first != second);
            assert_eq!(differing, None, "{file}");
        }
    });
}

#[test]
fn a_graph_that_another_program_wrote_is_read() {
    let networkx = r#"{"directed": false, "multigraph": false, "graph": {}, "nodes": [{"id": 1}, {"id": "b", "color": [1, 2]}],
        "links": [{"source": 1, "target": "b", "weight": 0, "since": 2020}]}"#;
    let graph = import::read(networkx).expect("a graph of NetworkX");
    assert_eq!(graph.orientation, Orientation::Undirected);
    assert_eq!(graph.graph.raw_nodes()[0].weight.label, "1");
    let edge = &graph.graph.raw_edges()[0].weight;
    assert_eq!(
        (edge.weight, edge.extra["since"].clone()),
        (1.0, Value::Integer(2020))
    );
    let yed = r#"<?xml version="1.0"?><graphml xmlns:y="http://www.yworks.com/xml/graphml">
        <key for="node" id="d0" yfiles.type="nodegraphics"/>
        <key for="edge" id="d1" attr.name="weight" attr.type="double"><default>2.5</default></key>
        <graph edgedefault="directed"><edge source="n0" target="n1"/>
        <node id="n0"><data key="d0"><y:ShapeNode><y:NodeLabel>T&amp;&#7893;</y:NodeLabel></y:ShapeNode></data></node>
        <node id="n1"/></graph></graphml>"#;
    let graph = import::read(yed).expect("a graph of yEd");
    assert_eq!(graph.graph.raw_nodes()[0].weight.label, "T&ổ");
    assert!((graph.graph.raw_edges()[0].weight.weight - 2.5).abs() < f64::EPSILON);
}

/// A graph as another program writes it: edges before nodes, gaps, a default, parallel edges, a number that is none.
const FOREIGN: &str = r#"<graphml><key id="n" for="node" attr.name="Tên" attr.type="string"/>
    <key id="m" for="node" attr.name="mentions" attr.type="int"><default>7</default></key>
    <key id="u" for="node" attr.name="unused" attr.type="int"/>
    <key id="w" for="edge" attr.name="weight" attr.type="double"/><key id="s" for="edge" attr.name="since" attr.type="long"/>
    <graph edgedefault="undirected"><edge source="a" target="b c"><data key="w">0</data><data key="s">5000000000</data></edge>
    <edge source="a" target="b c"><data key="w">2.5</data></edge><edge source="b c" target="a"/>
    <node id="a"><data key="n">Hội &amp; nghị</data><data key="m">3</data></node><node id="b c"/></graph></graphml>"#;

#[test]
fn every_format_writes_a_graph_in_columns_and_the_same_bytes_twice() {
    let none = Evidence::default();
    let mut hostile_json = Vec::new();
    json::write(&Walk::new(&hostile()), &mut hostile_json).expect("written");
    let hostile_json = String::from_utf8(hostile_json).expect("UTF-8");
    for text in [FOREIGN, &hostile_json, r#"{"nodes":[],"edges":[]}"#] {
        let columns = import::read_columns(text).expect("a graph");
        for format in Format::ALL {
            let first = written(*format, &columns, &none);
            assert_eq!(first, written(*format, &columns, &none), "{}", format.name());
        }
    }
}

#[test]
fn a_graph_in_columns_is_written_with_its_own_attributes_and_no_others() {
    let none = Evidence::default();
    let columns = import::read_columns(FOREIGN).expect("a graph");
    let bytes = written(Format::Graphml, &columns, &none)
        .remove("graph.graphml")
        .expect("a file");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let body = text.split_once("<key id").expect("keys").1;
    let expected = r#"="v_Tên" for="node" attr.name="Tên" attr.type="string"/>
  <key id="v_mentions" for="node" attr.name="mentions" attr.type="int"/>
  <key id="v_entity_id" for="node" attr.name="entity_id" attr.type="string"/>
  <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
  <key id="e_since" for="edge" attr.name="since" attr.type="long"/>
  <graph id="G" edgedefault="undirected">
    <node id="a">
      <data key="v_entity_id">a</data>
      <data key="v_Tên">Hội &amp; nghị</data>
      <data key="v_mentions">3</data>
    </node>
    <node id="_:b_20_c">
      <data key="v_entity_id">b c</data>
      <data key="v_mentions">7</data>
    </node>
    <edge id="e0" source="a" target="_:b_20_c">
      <data key="e_weight">1.0</data>
      <data key="e_since">5000000000</data>
    </edge>
    <edge id="e1" source="a" target="_:b_20_c">
      <data key="e_weight">2.5</data>
    </edge>
    <edge id="e2" source="_:b_20_c" target="a">
    </edge>
  </graph>
</graphml>
"#;
    assert_eq!(body, expected);
    let back = import::read_columns(&text).expect("a graph");
    assert_eq!(
        written(Format::Graphml, &back, &none)["graph.graphml"],
        text.as_bytes(),
        "what was written is read back as it was"
    );
    for (format, name) in [(Format::Json, "graph.json"), (Format::Gexf, "graph.gexf")] {
        let text = String::from_utf8(written(format, &columns, &none).remove(name).expect("a file"));
        let text = text.expect("UTF-8");
        assert!(
            !["\"count\"", "\"documents\"", "made_by"]
                .iter()
                .any(|word| text.contains(word))
        );
    }
}

#[test]
fn parallel_edges_in_columns_are_merged_as_those_of_a_knowledge_graph() {
    let columns = import::read_columns(FOREIGN).expect("a graph");
    let merged = merge_parallel(&columns);
    assert_eq!((columns.edge_count(), merged.edge_count()), (3, 2));
    let bytes = written(Format::Graphml, &*merged, &Evidence::default()).remove("graph.graphml");
    let text = String::from_utf8(bytes.expect("a file")).expect("UTF-8");
    assert!(
        text.contains("<data key=\"e_weight\">3.5</data>\n      <data key=\"e_since\">5000000000</data>"),
        "{text}"
    );
    assert_eq!(text.matches("<data key=\"e_").count(), 2, "{text}");
    let knowledge = KnowledgeGraph::from(&columns);
    let simplified = vnkg::graph::simplify(&knowledge);
    assert!((simplified.graph.raw_edges()[0].weight.weight - 3.5).abs() < f64::EPSILON);
    let alone = import::read_columns(&text).expect("a graph");
    assert!(matches!(merge_parallel(&alone), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn a_graph_of_ours_is_known_by_its_file_and_another_is_not() {
    let none = Evidence::default();
    let maker = |text: &[u8]| {
        let text = std::str::from_utf8(text).expect("UTF-8");
        import::read_columns(text).expect("a graph").maker
    };
    let (ours, theirs) = (hostile(), import::read_columns(FOREIGN).expect("a graph"));
    for (format, name) in [(Format::Graphml, "graph.graphml"), (Format::Json, "graph.json")] {
        assert_eq!(maker(&written(format, &ours, &none)[name]), Maker::Vnkg);
        assert_eq!(maker(&written(format, &theirs, &none)[name]), Maker::Other);
    }
}

#[test]
fn what_is_no_graph_is_refused_with_a_reason() {
    let fault = |text: &str| import::read(text).expect_err("a fault").to_string();
    assert!(fault("").starts_with("it is no well-formed JSON"));
    assert!(fault("<graphml><graph>").starts_with("it ends before its last tag"));
    assert!(fault("<graphml></graph>").starts_with("it is no well-formed XML"));
    assert!(fault("<html></html>").starts_with("it holds no graph"));
    assert!(fault("{}").starts_with("it holds no graph"));
    assert!(fault(r#"{"nodes":[{"id":"a"},{"id":"a"}],"edges":[]}"#).contains("have the id `a`"));
    assert!(fault(r#"{"nodes":[{"id":"a"}],"edges":[{"source":"a","target":"b"}]}"#).contains("ends at `b`"));
}

/// Writes the graphs that `tests/readers/run` exports, each as a build leaves it; it names the folder.
#[test]
#[ignore = "needs a folder in VNKG_READERS; tests/readers/run gives one"]
fn the_readers_get_their_graphs() {
    let folder = std::env::var("VNKG_READERS").expect("VNKG_READERS names a folder");
    let records = corpus(150, 4);
    let build = build(&records, &Options::default());
    for (name, knowledge, evidence) in [
        ("corpus", &build.graph, &build.evidence),
        ("hostile", &hostile(), &Evidence::default()),
    ] {
        let folder = Path::new(&folder).join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        write_atomically(&folder.join("graph.json"), |mut out| {
            json::write(&Walk::new(knowledge), &mut out)
        })
        .expect("a file");
        write_atomically(&folder.join("evidence.jsonl"), |mut out| {
            vnkg::export::evidence::write(knowledge, evidence, &mut out)
        })
        .expect("a file");
    }
}

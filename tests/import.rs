//! Graphs that were written -> read back, the same; files that hold none -> said so.

mod synthetic;

use vnkg::export::{graphml, json};
use vnkg::graph::{Documents, KnowledgeGraph, Orientation, Projection, Window, project, simplify};
use vnkg::import;
use vnkg::resolve::{Judgements, join};

fn graph() -> KnowledgeGraph {
    let records = synthetic::corpus(60, 5);
    let corpus = join(&records, &Judgements::default(), &[]);
    vnkg::graph::assemble(&corpus, Window::default(), Documents::Shown).0
}

fn as_json(graph: &KnowledgeGraph) -> String {
    let mut bytes = Vec::new();
    json::write(graph, &mut bytes).expect("memory takes all that is written");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

fn as_graphml(graph: &KnowledgeGraph) -> String {
    let mut bytes = Vec::new();
    graphml::write(graph, &mut bytes).expect("memory takes all that is written");
    String::from_utf8(bytes).expect("GraphML is written in UTF-8")
}

#[test]
fn node_link_json_comes_back_byte_for_byte() {
    let written = as_json(&graph());
    let read = import::node_link::read(written.as_bytes()).expect("our own file");
    assert!(written.len() > 100_000 && as_json(&read) == written);
}

#[test]
fn graphml_comes_back_byte_for_byte_but_for_the_words_of_merged_posts() {
    let graph = graph();
    for graph in [simplify(&graph), project(&graph, Projection::Cooccurrence)] {
        let written = as_graphml(&graph);
        let read = import::graphml::read(written.as_bytes()).expect("our own file");
        assert_eq!(read.orientation, graph.orientation);
        let again = as_graphml(&read);
        let lines = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| !line.contains("\"v_posts\""));
            lines.map(str::to_owned).collect()
        };
        for (one, other) in lines(&written).iter().zip(&lines(&again)) {
            assert_eq!(one, other);
        }
        assert_eq!(lines(&written).len(), lines(&again).len());
    }
}

#[test]
fn graphs_of_other_programs_keep_what_they_say() {
    let networkx = br#"<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d1" for="edge" attr.name="strength" attr.type="double"/>
  <key id="d0" for="node" attr.name="t&#xEA;n" attr.type="string"/>
  <graph edgedefault="undirected">
    <edge source="0" target="1"><data key="d1">2.5</data></edge>
    <node id="0"><data key="d0">H&#7891; &amp; <![CDATA[<con>]]></data><graph id="in"><node id="inner"/></graph></node>
    <node id="1"/>
  </graph>
</graphml>"#;
    let graph = import::graphml::read(networkx).expect("a graph");
    assert_eq!((graph.graph.node_count(), graph.graph.edge_count()), (2, 1));
    assert_eq!(graph.orientation, Orientation::Undirected);
    let node = &graph.graph[graph.find("0").expect("a node")];
    assert_eq!(
        node.extra["tên"],
        vnkg::graph::Value::Text("Hồ & <con>".to_owned())
    );
    let edge = graph.graph.edge_weights().next().expect("an edge");
    assert_eq!(
        (edge.weight, &edge.extra["strength"]),
        (1.0, &vnkg::graph::Value::Real(2.5))
    );

    let d3 = br#"{"nodes":[{"id":1,"group":"A"},{"id":"b","x":0.5}],"links":[{"source":1,"target":"b","value":3}]}"#;
    let graph = import::node_link::read(d3).expect("a graph");
    assert_eq!(
        graph.graph[graph.find("b").expect("a node")].extra["x"],
        vnkg::graph::Value::Real(0.5)
    );
    assert_eq!(graph.graph.edge_count(), 1);
}

#[test]
fn what_holds_no_graph_is_told() {
    let graphml = |text: &str| {
        import::graphml::read(text.as_bytes())
            .expect_err("a fault")
            .to_string()
    };
    assert_eq!(
        graphml("<html><body/></html>"),
        "no `graphml` element stands there at byte 0"
    );
    assert!(
        graphml("<graphml><graph><node id=\"a\"></graph>").ends_with("at byte 37"),
        "{}",
        graphml("<graphml><graph><node id=\"a\"></graph>")
    );
    assert_eq!(
        graphml("<graphml><graph><edge source=\"a\" target=\"b\"/></graph></graphml>"),
        "edge 0 joins `a`, which is no node"
    );
    assert_eq!(
        graphml("<graphml><graph><node id=\"a\"/><node id=\"a\"/></graph></graphml>"),
        "two nodes have the id `a`"
    );
    assert!(import::graphml::read(b"<graphml>\xff").is_err());
    let json = |text: &str| {
        import::node_link::read(text.as_bytes())
            .expect_err("a fault")
            .to_string()
    };
    assert!(
        json("{\"nodes\":[]}").starts_with("missing field `edges`"),
        "{}",
        json("{\"nodes\":[]}")
    );
    assert_eq!(
        json("{\"nodes\":[{\"label\":\"a\"}],\"edges\":[]}"),
        "node 0 has no id"
    );
}

#[test]
fn cut_and_scrambled_files_never_panic() {
    let graph = simplify(&graph());
    let mut dice = synthetic::Dice::new(9);
    let (graphml, json) = (as_graphml(&graph).into_bytes(), as_json(&graph).into_bytes());
    for _ in 0..150 {
        let mut cut = graphml[..dice.below(graphml.len().min(20_000))].to_vec();
        for _ in 0..3 {
            let place = dice.below(cut.len() + 1).min(cut.len().saturating_sub(1));
            if let Some(byte) = cut.get_mut(place) {
                *byte = dice.below(256) as u8;
            }
        }
        let _ = import::graphml::read(&cut);
        let _ = import::node_link::read(&json[..dice.below(json.len().min(20_000))]);
    }
}

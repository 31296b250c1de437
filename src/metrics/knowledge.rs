//! A knowledge graph in, its measures out, and on its nodes as attributes.

use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::attributes::Column;
use super::csr::{Csr, CsrError, Direction};
use super::measures::{MeasureOptions, Measures, measure};
use crate::graph::{Documents, EdgeKind, KnowledgeGraph, Node, Orientation, Value};

/// What was measured: node `v` of the measures is `nodes[v]` of the knowledge graph.
#[derive(Clone, Debug)]
pub struct Measured {
    pub nodes: Vec<NodeIndex>,
    pub graph: Csr,
    pub measures: Measures,
}

/// Measures the entities of a knowledge graph or a projection, with its documents or without. Parallel edges count as
/// one with the sum of their weights; in a directed graph an edge without direction (`co_occurs`) leads both ways.
///
/// # Errors
/// An edge whose weight is not finite and above zero.
pub fn measure_knowledge(
    knowledge: &KnowledgeGraph,
    documents: Documents,
    options: MeasureOptions,
) -> Result<Measured, CsrError> {
    let source = &knowledge.graph;
    let wanted = |node: &NodeIndex| documents == Documents::Shown || !source[*node].is_document();
    let nodes: Vec<NodeIndex> = source.node_indices().filter(wanted).collect();
    let graph = rows(knowledge, &nodes)?;
    let labels: Vec<&str> = nodes.iter().map(|&node| source[node].label.as_str()).collect();
    let measures = measure(
        &graph,
        &labels,
        &kinds(nodes.iter().map(|&node| &source[node])),
        options,
    );
    Ok(Measured {
        nodes,
        graph,
        measures,
    })
}

/// The graph of these nodes alone, numbered in their order.
pub(crate) fn rows(knowledge: &KnowledgeGraph, nodes: &[NodeIndex]) -> Result<Csr, CsrError> {
    let source = &knowledge.graph;
    let mut number = vec![None; source.node_count()];
    nodes
        .iter()
        .enumerate()
        .for_each(|(v, node)| number[node.index()] = Some(v as u32));
    let direction = match knowledge.orientation {
        Orientation::Directed => Direction::Directed,
        Orientation::Undirected => Direction::Undirected,
    };
    let mut edges = Vec::with_capacity(source.edge_count());
    for edge in source.edge_references() {
        let (from, to) = (number[edge.source().index()], number[edge.target().index()]);
        if let Some((from, to)) = from.zip(to) {
            edges.push((from, to, edge.weight().weight));
            if direction == Direction::Directed && edge.weight().kind == EdgeKind::CoOccurs {
                edges.push((to, from, edge.weight().weight));
            }
        }
    }
    Csr::new(nodes.len(), edges, direction)
}

/// A number for each kind of node, in the order in which kinds first come.
fn kinds<'a>(nodes: impl Iterator<Item = &'a Node>) -> Vec<u32> {
    let mut known: Vec<&str> = Vec::new();
    nodes
        .map(|node| {
            let name = node.kind_name();
            let at = known.iter().position(|&kind| kind == name).unwrap_or_else(|| {
                known.push(name);
                known.len() - 1
            });
            at as u32
        })
        .collect()
}

/// Writes every measure into the attributes of the measured nodes, and the name of each one's community as
/// `community_name`. What had been measured before is replaced; nodes that were not measured lose theirs.
pub fn attach(knowledge: &mut KnowledgeGraph, measured: &Measured) {
    let columns = measured.measures.nodes.columns();
    for node in knowledge.graph.node_weights_mut() {
        for definition in super::definitions::DEFINITIONS {
            node.extra.remove(definition.name);
        }
        node.extra.remove(COMMUNITY_NAME);
    }
    for (v, &node) in measured.nodes.iter().enumerate() {
        let extra = &mut knowledge.graph[node].extra;
        for (name, column) in &columns {
            let value = match column {
                Column::Whole(values) => Value::Integer(i64::from(values[v])),
                Column::Real(values) => Value::Real(values[v]),
                Column::Flag(values) => Value::Truth(values[v]),
            };
            extra.insert((*name).to_owned(), value);
        }
        let community = measured.measures.nodes.community[v] as usize;
        let name = measured.measures.communities[community].name.clone();
        extra.insert(COMMUNITY_NAME.to_owned(), Value::Text(name));
    }
}

const COMMUNITY_NAME: &str = "community_name";

#[cfg(test)]
pub(crate) mod tests {
    use petgraph::graph::DiGraph;

    use super::*;
    use crate::graph::{DocumentFacts, Edge, NodeFacts, OfficialFacts};
    use crate::resolve::record::{Committee, RelationKind};

    /// Two officials in a committee who are named together, and the page that says so.
    pub(crate) fn small() -> KnowledgeGraph {
        let mut graph = DiGraph::new();
        let mut add = |id: &str, facts: NodeFacts| {
            graph.add_node(Node {
                id: id.to_owned(),
                label: id.to_uppercase(),
                facts,
                ..Node::default()
            })
        };
        let one = add("one", NodeFacts::Official(OfficialFacts::default()));
        let other = add("other", NodeFacts::Official(OfficialFacts::default()));
        let body = add("body", NodeFacts::Committee(Committee::default()));
        let page = add("page", NodeFacts::Document(DocumentFacts::default()));
        let edge = |kind, weight| Edge {
            kind,
            weight,
            ..Edge::default()
        };
        let holds = EdgeKind::Stated(RelationKind::HoldsPosition);
        graph.add_edge(one, body, edge(holds.clone(), 2.0));
        graph.add_edge(one, body, edge(holds.clone(), 1.0));
        graph.add_edge(other, body, edge(holds, 1.0));
        graph.add_edge(one, other, edge(EdgeKind::CoOccurs, 0.5));
        graph.add_edge(page, one, edge(EdgeKind::Mentions, 1.0));
        KnowledgeGraph::new(graph, Orientation::Directed, Vec::new())
    }

    #[test]
    fn documents_are_measured_only_if_asked() {
        let knowledge = small();
        let entities = measure_knowledge(&knowledge, Documents::LeftOut, MeasureOptions::default()).unwrap();
        assert_eq!((entities.nodes.len(), entities.graph.edge_count()), (3, 4));
        let all = measure_knowledge(&knowledge, Documents::Shown, MeasureOptions::default()).unwrap();
        assert_eq!((all.nodes.len(), all.graph.edge_count()), (4, 5));
    }

    #[test]
    fn parallel_posts_add_up_and_co_occurrence_leads_both_ways() {
        let measured = measure_knowledge(&small(), Documents::LeftOut, MeasureOptions::default()).unwrap();
        let degrees = &measured.measures.nodes.degrees;
        assert_eq!(degrees.outgoing, [2, 2, 0]);
        assert_eq!(degrees.incoming, [1, 1, 2]);
        assert_eq!(degrees.weighted, [4.0, 2.0, 4.0]);
    }

    #[test]
    fn measures_become_attributes_and_old_ones_go() {
        let mut knowledge = small();
        let page = knowledge.find("page").unwrap();
        knowledge.graph[page]
            .extra
            .insert("pagerank".to_owned(), Value::Real(9.0));
        let measured = measure_knowledge(&knowledge, Documents::LeftOut, MeasureOptions::default()).unwrap();
        attach(&mut knowledge, &measured);
        let one = &knowledge.graph[knowledge.find("one").unwrap()].extra;
        assert_eq!(one["degree"], Value::Integer(3));
        assert_eq!(one["core"], Value::Integer(2));
        assert_eq!(one["articulation"], Value::Truth(false));
        assert_eq!(one["community_name"], Value::Text("BODY, ONE, OTHER".to_owned()));
        assert!(matches!(one["pagerank"], Value::Real(rank) if rank > 0.0 && rank < 1.0));
        assert!(knowledge.graph[page].extra.is_empty());
    }

    #[test]
    fn a_weight_that_is_none_is_refused() {
        let mut knowledge = small();
        let first = knowledge.graph.edge_indices().next().unwrap();
        knowledge.graph[first].weight = 0.0;
        assert!(measure_knowledge(&knowledge, Documents::Shown, MeasureOptions::default()).is_err());
    }
}

//! A graph -> the part of it that is to be measured: one sort of edge, some kinds, a time, a least weight.

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::graph::{Date, Edge, EdgeKind, KnowledgeGraph, Node, Projection, backbone, project};

/// What is to be measured.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// One sort of edge; all if none is named.
    pub on: Option<Projection>,
    /// Co-occurrence below this p-value alone.
    pub backbone: Option<f64>,
    /// Kinds of nodes; all but documents if empty.
    pub kinds: Vec<String>,
    /// Edges that pages state in this time, ends included; one without a date is in no time.
    pub since: Option<Date>,
    pub until: Option<Date>,
    pub least_weight: Option<f64>,
}

/// Selects. Nodes that no edge is left to are left out, but for those of a graph of which no edge was taken.
///
/// Of citations a page that is a directive stands for it: what the page cites, the directive cites.
pub fn select(knowledge: &KnowledgeGraph, selection: &Selection) -> KnowledgeGraph {
    let mut graph = match selection.on {
        Some(Projection::Citations) => citing_by_themselves(&project(knowledge, Projection::Citations)),
        Some(projection) => project(knowledge, projection),
        None => knowledge.clone(),
    };
    if let Some(significance) = selection.backbone {
        graph = backbone(&graph, significance);
    }
    graph = keep(&graph, |_| true, |edge| selection.takes_edge(edge));
    graph = keep(&graph, |node| selection.takes_node(node), |_| true);
    if selection.takes_every_edge() {
        return graph;
    }
    let joined = |node: NodeIndex| graph.graph.neighbors_undirected(node).next().is_some();
    let ids: Vec<&str> = graph
        .graph
        .node_indices()
        .filter(|node| joined(*node))
        .map(|node| graph.graph[node].id.as_str())
        .collect();
    let ids: std::collections::BTreeSet<&str> = ids.into_iter().collect();
    keep(&graph, |node| ids.contains(node.id.as_str()), |_| true)
}

impl Selection {
    fn takes_every_edge(&self) -> bool {
        let limits = [self.backbone.is_some(), self.least_weight.is_some()];
        self.on.is_none() && self.since.is_none() && self.until.is_none() && limits == [false; 2]
    }

    fn takes_node(&self, node: &Node) -> bool {
        match self.kinds.is_empty() {
            true => !node.is_document(),
            false => self.kinds.iter().any(|kind| kind == node.kind_name()),
        }
    }

    fn takes_edge(&self, edge: &Edge) -> bool {
        // A year reaches to its last day.
        let since = |since: Date| {
            edge.last_seen
                .is_some_and(|last| last >= since || last.agrees_with(since))
        };
        let until = |until: Date| {
            edge.first_seen
                .is_some_and(|first| first <= until || first.agrees_with(until))
        };
        self.since.is_none_or(since)
            && self.until.is_none_or(until)
            && self.least_weight.is_none_or(|least| edge.weight >= least)
    }
}

/// The nodes and edges that are taken, in their order.
fn keep(
    knowledge: &KnowledgeGraph,
    takes_node: impl Fn(&Node) -> bool,
    takes_edge: impl Fn(&Edge) -> bool,
) -> KnowledgeGraph {
    let graph = knowledge.graph.filter_map(
        |_, node| takes_node(node).then(|| node.clone()),
        |_, edge| takes_edge(edge).then(|| edge.clone()),
    );
    KnowledgeGraph::new(graph, knowledge.orientation, knowledge.quotes.clone())
}

/// Moves the citations of a page to the directive that it is.
fn citing_by_themselves(knowledge: &KnowledgeGraph) -> KnowledgeGraph {
    let graph = &knowledge.graph;
    let mut stands_for: Vec<NodeIndex> = graph.node_indices().collect();
    for edge in graph
        .edge_references()
        .filter(|edge| edge.weight().kind == EdgeKind::Is)
    {
        stands_for[edge.source().index()] = edge.target();
    }
    let mut moved = DiGraph::with_capacity(graph.node_count(), graph.edge_count());
    for node in graph.node_weights() {
        moved.add_node(node.clone());
    }
    for edge in graph
        .edge_references()
        .filter(|edge| edge.weight().kind != EdgeKind::Is)
    {
        let [source, target] = [edge.source(), edge.target()].map(|end| stands_for[end.index()]);
        if source != target {
            moved.add_edge(source, target, edge.weight().clone());
        }
    }
    KnowledgeGraph::new(moved, knowledge.orientation, knowledge.quotes.clone())
}

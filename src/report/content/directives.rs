//! The graph -> its directives: who issued them and when, what they carry out and who cites them.

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use super::{DirectiveEntry, Listing, Material, Names, Related};
use crate::graph::{DirectiveFacts, EdgeKind, NodeFacts, Projection, Standing};
use crate::resolve::record::RelationKind;

const DIRECTIVES: usize = 300;

/// Those that most refer to come first, then those on most pages.
pub(super) fn directives(material: &Material, names: &mut Names) -> Listing<DirectiveEntry> {
    let graph = &material.graph.graph;
    let cited = |node: NodeIndex| {
        let edges = graph.edges_directed(node, Direction::Incoming);
        edges
            .filter(|edge| Projection::Citations.keeps(edge.weight()))
            .count()
    };
    let mut found: Vec<(NodeIndex, &DirectiveFacts)> = graph
        .node_indices()
        .filter_map(|node| match &graph[node].facts {
            NodeFacts::Directive(facts) => Some((node, facts)),
            _ => None,
        })
        .collect();
    found.sort_by_cached_key(|(node, _)| {
        let it = &graph[*node];
        (
            std::cmp::Reverse((cited(*node), it.documents, it.mentions)),
            *node,
        )
    });
    let left_out = found.len().saturating_sub(DIRECTIVES);
    found.truncate(DIRECTIVES);
    Listing {
        shown: found
            .into_iter()
            .map(|(node, facts)| directive(material, node, facts, names))
            .collect(),
        left_out,
    }
}

fn directive(
    material: &Material,
    node: NodeIndex,
    facts: &DirectiveFacts,
    names: &mut Names,
) -> DirectiveEntry {
    let graph = &material.graph.graph;
    let stated = graph
        .edges(node)
        .find(|edge| edge.weight().kind == EdgeKind::Stated(RelationKind::IssuedBy));
    let issuer = facts.issuer.clone();
    let issued_by = match stated {
        Some(edge) => Some(names.of(edge.target())),
        None => issuer.as_deref().and_then(|issuer| names.of_body(issuer)),
    };
    DirectiveEntry {
        directive: names.of(node),
        document_type: facts.document_type.clone(),
        title: facts.title.clone(),
        issuer,
        issued_by,
        issue_date: facts.issue_date,
        term: facts.term.clone(),
        held: facts.standing == Standing::Held,
        refers_to: related(material, node, Direction::Outgoing, names),
        referred_to_by: related(material, node, Direction::Incoming, names),
        documents: graph[node].documents,
    }
}

/// Citations and what is stronger, the strongest relation first.
fn related(material: &Material, node: NodeIndex, way: Direction, names: &mut Names) -> Vec<Related> {
    let graph = &material.graph.graph;
    let found = graph
        .edges_directed(node, way)
        .filter(|edge| Projection::Citations.keeps(edge.weight()))
        .map(|edge| {
            let other = match way {
                Direction::Outgoing => edge.target(),
                Direction::Incoming => edge.source(),
            };
            (edge.weight().kind.clone(), other)
        });
    names.related(found)
}

//! Measures of the entities -> the communities with more than one member.

use super::{CommunityEntry, Counted, Listing, Material, Names};
use crate::metrics::community::Community;
use crate::resolve::record::Kind;

const COMMUNITIES: usize = 30;
const MEMBERS: usize = 12;

/// The largest first.
pub(super) fn communities(material: &Material, names: &mut Names) -> Listing<CommunityEntry> {
    let all = &material.measured.measures.communities;
    let found: Vec<&Community> = all.iter().filter(|it| it.members.len() > 1).collect();
    Listing {
        shown: found
            .iter()
            .take(COMMUNITIES)
            .map(|community| entry(material, community, names))
            .collect(),
        left_out: found.len().saturating_sub(COMMUNITIES),
    }
}

fn entry(material: &Material, community: &Community, names: &mut Names) -> CommunityEntry {
    let graph = &material.graph.graph;
    let nodes: Vec<_> = community
        .members
        .iter()
        .map(|&member| material.measured.nodes[member as usize])
        .collect();
    let kinds = Kind::ALL.into_iter().map(|kind| Counted {
        name: kind.name().to_owned(),
        count: nodes
            .iter()
            .filter(|node| graph[**node].kind_name() == kind.name())
            .count(),
    });
    CommunityEntry {
        name: community.name.clone(),
        size: nodes.len(),
        kinds: kinds.filter(|it| it.count > 0).collect(),
        members: Listing {
            shown: nodes.iter().take(MEMBERS).map(|&node| names.of(node)).collect(),
            left_out: nodes.len().saturating_sub(MEMBERS),
        },
    }
}

//! A corpus and the refusals -> what was left out, what no rule could decide, and what could be one and the same.

use super::{Ambiguous, Listing, Material, Names, Refused, Unresolved};

const REFUSED: usize = 500;
const UNRESOLVED: usize = 300;
const AMBIGUOUS: usize = 300;

/// In the order in which they were met.
pub(super) fn refused(material: &Material) -> Listing<Refused> {
    let refusals = material.refused.iter().map(|refusal| Refused {
        name: refusal.name.clone(),
        reason: refusal.reason.to_string(),
    });
    Listing::of(refusals, REFUSED)
}

/// By reason, then in the order of the pages.
pub(super) fn unresolved(material: &Material) -> Listing<Unresolved> {
    let mut found: Vec<Unresolved> = Vec::new();
    for record in &material.corpus.records {
        found.extend(record.unresolved.iter().map(|it| Unresolved {
            reason: it.reason.to_string(),
            text: it.text.clone(),
            document: record.doc.clone(),
        }));
    }
    found.sort_by(|one, other| one.reason.cmp(&other.reason));
    Listing::of(found, UNRESOLVED)
}

pub(super) fn ambiguous(material: &Material, names: &mut Names) -> Listing<Ambiguous> {
    let proposals = &material.corpus.proposals;
    Listing {
        shown: proposals
            .iter()
            .take(AMBIGUOUS)
            .map(|proposal| Ambiguous {
                left: names.of_id(&proposal.left),
                right: names.of_id(&proposal.right),
                reason: proposal.reason.clone(),
            })
            .collect(),
        left_out: proposals.len().saturating_sub(AMBIGUOUS),
    }
}

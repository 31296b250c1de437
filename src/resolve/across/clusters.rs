//! Units and the merges that rules propose -> clusters, each one thing; people's judgements have the last word.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::resolve::across::units::Units;
use crate::resolve::across::{Merge, Place, Proposal};

/// A partition of the units that only ever grows coarser.
pub(super) struct Clusters<'u, 'a> {
    pub units: &'u Units<'a>,
    parent: Vec<u32>,
    /// Pairs of units that must stay apart, the smaller first.
    apart: Vec<(u32, u32)>,
    pub merges: BTreeSet<Merge>,
    /// Pairs of units that stayed open, and why.
    open: BTreeSet<(u32, u32, String)>,
}

impl<'u, 'a> Clusters<'u, 'a> {
    pub fn new(units: &'u Units<'a>) -> Clusters<'u, 'a> {
        Clusters {
            units,
            parent: (0..units.units.len() as u32).collect(),
            apart: Vec::new(),
            merges: BTreeSet::new(),
            open: BTreeSet::new(),
        }
    }

    /// The smallest unit of the cluster.
    pub fn root(&self, mut unit: u32) -> u32 {
        while self.parent[unit as usize] != unit {
            unit = self.parent[unit as usize];
        }
        unit
    }

    /// Joins two clusters, unless some of their units must stay apart. True when they are one afterwards.
    pub fn join(&mut self, left: u32, right: u32, rule: &'static str, evidence: &str) -> bool {
        let (low, high) = ordered(self.root(left), self.root(right));
        if low == high {
            return true;
        }
        if self
            .apart
            .iter()
            .any(|(one, other)| ordered(self.root(*one), self.root(*other)) == (low, high))
        {
            return false;
        }
        self.unite(left, right, rule, evidence);
        true
    }

    /// Joins two clusters of one kind because a person said so, whatever the rules say.
    pub fn join_as_judged(&mut self, left: u32, right: u32) {
        let kind = |unit: u32| self.units.units[unit as usize].kind;
        if kind(left) == kind(right) && self.root(left) != self.root(right) {
            self.unite(left, right, "judged to be the same", "the judgement file");
        }
    }

    fn unite(&mut self, left: u32, right: u32, rule: &'static str, evidence: &str) {
        let (low, high) = ordered(self.root(left), self.root(right));
        for unit in [left, right] {
            self.shorten(unit, low);
        }
        self.parent[high as usize] = low;
        self.merges.insert(Merge {
            left: self.place(left.min(right)),
            right: self.place(left.max(right)),
            rule: Cow::Borrowed(rule),
            evidence: evidence.to_owned(),
        });
    }

    fn shorten(&mut self, mut unit: u32, root: u32) {
        while self.parent[unit as usize] != unit {
            unit = std::mem::replace(&mut self.parent[unit as usize], root);
        }
    }

    /// Keeps two units apart from now on.
    pub fn keep_apart(&mut self, left: u32, right: u32) {
        self.apart.push(ordered(left, right));
    }

    /// Lists two units for review.
    pub fn propose(&mut self, left: u32, right: u32, reason: String) {
        let (low, high) = ordered(left, right);
        self.open.insert((low, high, reason));
    }

    /// What stayed open to the end, once for each pair of clusters; `id` names a cluster by its root.
    pub fn proposals(&self, id: impl Fn(u32) -> String) -> Vec<Proposal> {
        let mut pairs = BTreeSet::new();
        let still = self
            .open
            .iter()
            .filter(|(left, right, _)| self.root(*left) != self.root(*right));
        let mut proposals: Vec<Proposal> = still
            .filter(|(left, right, _)| pairs.insert(ordered(self.root(*left), self.root(*right))))
            .map(|(left, right, reason)| {
                let mut ids = [id(self.root(*left)), id(self.root(*right))];
                ids.sort();
                let [left, right] = ids;
                let reason = reason.clone();
                Proposal { left, right, reason }
            })
            .collect();
        proposals.sort();
        proposals
    }

    fn place(&self, unit: u32) -> Place {
        let unit = &self.units.units[unit as usize];
        Place {
            id: unit.id.to_owned(),
            doc: unit.doc().to_owned(),
        }
    }
}

fn ordered(left: u32, right: u32) -> (u32, u32) {
    (left.min(right), left.max(right))
}

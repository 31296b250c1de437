//! `Quyết định này`, `Chỉ thị này` -> the directive that it points back to, or nothing where that could be several.

use std::collections::{BTreeMap, BTreeSet};

use super::Resolver;
use crate::extract::directive::DirectiveName;
use crate::extract::item::{Item, What};
use crate::extract::own::own_directive;

impl Resolver<'_, '_> {
    /// Gives such mentions their drafts: the page's own directive where the page is one, else the only one of the type.
    pub(super) fn point_back(&self, items: &[Item], drafts: &mut [Vec<usize>]) {
        let own = own_directive(self.reader, items).and_then(|index| drafts[index].first().copied());
        // Those named so far, by type.
        let mut named: BTreeMap<Option<usize>, BTreeSet<usize>> = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            let What::Directive { name, .. } = &item.what else {
                continue;
            };
            if name.own {
                let meant = match own {
                    Some(own) => Some(own).filter(|own| self.is_own(name, *own)),
                    None => named.get(&name.document_type).and_then(only_one),
                };
                drafts[index].extend(meant);
            }
            for draft in &drafts[index] {
                let draft = self.root(*draft);
                let document_type = self.document_type(&self.drafts[draft]);
                named.entry(document_type).or_default().insert(draft);
            }
        }
    }

    /// `Quyết định này` on a page that is a Quyết định; `Quy định này` there is what the decision puts into force.
    fn is_own(&self, name: &DirectiveName, own: usize) -> bool {
        let types = &self.reader.lexicon.document_types;
        let named = |item: usize| types[item].name.as_str();
        match (
            name.document_type,
            self.document_type(&self.drafts[self.root(own)]),
        ) {
            // `Thông tư này` of a `Thông tư liên tịch`
            (Some(said), Some(own)) => named(own).starts_with(named(said)),
            _ => true,
        }
    }
}

/// `Chỉ thị này` in news of one Chỉ thị: the only one of its type named before.
fn only_one(named: &BTreeSet<usize>) -> Option<usize> {
    let first = named.first()?;
    (named.len() == 1).then_some(*first)
}

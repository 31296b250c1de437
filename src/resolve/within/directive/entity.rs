//! Directives in the making -> entities, each with its type, number and name.

use super::{Draft, Resolver};
use crate::clean::letters::folded;
use crate::extract::date::Date;
use crate::extract::number::{Form, Number};
use crate::resolve::record::{Directive, Entity, Facts};
use crate::resolve::within::Entities;

impl Resolver<'_, '_> {
    /// Makes the drafts entities; for each draft, its entity.
    pub(super) fn enter(&self, entities: &mut Entities) -> Vec<usize> {
        let mut placed = vec![usize::MAX; self.drafts.len()];
        for (index, draft) in self.drafts.iter().enumerate() {
            if draft.same.is_none() {
                placed[index] = entities.add(self.entity(draft));
            }
        }
        placed
    }

    fn entity(&self, draft: &Draft) -> Entity {
        let types = &self.reader.lexicon.document_types;
        let document_type = self.document_type(draft).map(|item| types[item].name.clone());
        let kind = document_type.as_deref().unwrap_or("Văn bản");
        let date = draft.date.and_then(Date::iso);
        let name = match (&draft.number, &draft.digits, draft.year) {
            (Some(number), ..) => format!("{kind} {}", number.standard()),
            (None, Some(digits), Some(year)) => format!("{kind} {digits}/{year}"),
            (None, Some(digits), None) => format!("{kind} {digits}"),
            (None, None, _) => titled(
                draft,
                draft
                    .short
                    .as_ref()
                    .or(draft.title.as_ref())
                    .map_or("", String::as_str),
            ),
        };
        let facts = Directive {
            document_type: document_type.clone(),
            number: draft
                .number
                .as_ref()
                .map(|number| number.digits.clone())
                .or_else(|| draft.digits.clone()),
            symbol: draft.number.as_ref().map(Number::standard),
            term: draft.term.clone(),
            title: match draft.short {
                Some(_) if draft.number.is_none() => draft.title.as_deref().map(|title| titled(draft, title)),
                _ => draft.title.clone().filter(|_| draft.number.is_some()),
            },
            ..Directive::default()
        };
        let year = draft.year.map(|year| format!("{year:04}"));
        Entity {
            // Its identifier waits for its issuer.
            id: String::new(),
            name,
            date: date.or(year),
            aliases: Vec::new(),
            facts: Facts::Directive(facts),
        }
    }

    pub(super) fn document_type(&self, draft: &Draft) -> Option<usize> {
        draft.document_type.or_else(|| self.type_of_symbol(draft))
    }

    fn type_of_symbol(&self, draft: &Draft) -> Option<usize> {
        let number = draft.number.as_ref()?;
        if number.form == Form::Assembly {
            return self.reader.lexicon.document_types.iter().position(|known| {
                known.name
                    == if number.issuer.starts_with("QH") {
                        "Luật"
                    } else {
                        "Nghị quyết"
                    }
            });
        }
        let symbol = folded(&number.symbol);
        let types = &self.reader.lexicon.document_types;
        let fitting = types
            .iter()
            .enumerate()
            .filter(|(_, known)| known.symbols.contains(&symbol));
        // `QĐ` without a word before it is a decision; the regulations of the party say what they are.
        fitting
            .max_by_key(|(_, known)| {
                (
                    known.symbols.first() == Some(&symbol),
                    known.name.starts_with("Quyết"),
                    std::cmp::Reverse(known.name.len()),
                )
            })
            .map(|(item, _)| item)
    }
}

/// A title with what else the name gives: `Nghị quyết Trung ương 4 khóa XII`, `Hiến pháp năm 2013`.
fn titled(draft: &Draft, title: &str) -> String {
    let mut name = title.to_owned();
    if let Some(term) = &draft.term {
        name = format!("{name} khóa {term}");
    }
    if let Some(year) = draft.year {
        name = format!("{name} năm {year}");
    }
    name
}

//! Drafts of one document under two names -> one: a law with its number beside it, a title cut short.

use super::Resolver;
use crate::clean::letters::folded;
use crate::extract::item::Item;
use crate::lexicon::{Class, Word};

impl Resolver<'_, '_> {
    /// `Luật Đất đai năm 2024 (Luật số 31/2024/QH15)`, `Luật số 31/2024/QH15 (Luật Đất đai)`
    pub(super) fn join_appositions(&mut self, items: &[Item], drafts: &[Vec<usize>]) {
        for index in 1..items.len() {
            let (before, after) = (&items[index - 1], &items[index]);
            let apposed = after.from == before.to + 1
                && self.reader.word(before.to) == Word::OPEN
                && self.reader.word(after.to) == Word::CLOSE;
            let (Some(left), Some(right)) = (drafts[index - 1].first(), drafts[index].first()) else {
                continue;
            };
            let (left, right) = (self.root(*left), self.root(*right));
            let one_number = self.drafts[left].number.is_none() != self.drafts[right].number.is_none();
            if apposed && left != right && one_number {
                let (number, title) = if self.drafts[left].number.is_some() {
                    (left, right)
                } else {
                    (right, left)
                };
                self.drafts[title].same = Some(number);
            }
        }
    }

    /// `Luật Đất đai` before `Luật Đất đai số 31/2024/QH15`, `Luật Bầu cử` beside `Luật Bầu cử đại biểu Quốc hội …`: a name
    /// without number or year is the one on the page that is called so, or the one that begins so where it is no whole name.
    pub(super) fn join_titles(&mut self) {
        let short: Vec<usize> = (0..self.drafts.len())
            .filter(|index| {
                let draft = &self.drafts[*index];
                draft.same.is_none() && draft.number.is_none() && draft.year.is_none() && draft.term.is_none()
            })
            .collect();
        for index in short {
            let Some(title) = self.drafts[index].title.as_deref().map(folded) else {
                continue;
            };
            let whole = self.is_law(&title);
            let others: Vec<usize> = (0..self.drafts.len())
                .filter(|other| *other != index && self.drafts[*other].same.is_none())
                .filter(|other| {
                    let draft = &self.drafts[*other];
                    let name = draft.title.as_deref().map(folded).unwrap_or_default();
                    let cut = !whole && self.is_law(&name) && name.starts_with(&format!("{title} "));
                    (draft.number.is_some() && name == title) || cut
                })
                .collect();
            if let [single] = others.as_slice() {
                self.drafts[index].same = Some(*single);
            }
        }
    }

    /// Whether the lexicon knows the law of this title.
    fn is_law(&self, title: &str) -> bool {
        let name = title
            .strip_prefix("bộ luật ")
            .or_else(|| title.strip_prefix("luật "))
            .or_else(|| title.strip_prefix("pháp lệnh "));
        name.is_some_and(|name| self.reader.lexicon.item(Class::LawName, name).is_some())
    }
}

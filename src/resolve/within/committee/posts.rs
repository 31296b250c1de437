//! A body among the posts of one holder -> the items before and after it in the list of posts.

use super::{LIST, Resolver};
use crate::extract::item::Item;
use crate::lexicon::Word;

impl Resolver<'_, '_> {
    /// The items before the one at `index` in its list of posts, the nearest first.
    pub(super) fn posts_before(&self, index: usize) -> impl Iterator<Item = (usize, &Item)> {
        let before = (0..index).rev().take(LIST);
        before
            .take_while(|other| self.between_posts(self.items[*other].to, self.items[other + 1].from))
            .map(|other| (other, &self.items[other]))
    }

    /// The items after the one at `index` in its list of posts.
    pub(super) fn posts_after(&self, index: usize) -> impl Iterator<Item = (usize, &Item)> {
        let after = (index + 1..self.items.len()).take(LIST);
        after
            .take_while(|other| self.between_posts(self.items[other - 1].to, self.items[*other].from))
            .map(|other| (other, &self.items[other]))
    }

    /// Whether only marks and small words of a list of posts stand there: `, nguyên`, ` (6 - 2021), `, ` kiêm `
    fn between_posts(&self, from: usize, to: usize) -> bool {
        let reader = self.reader;
        let mut at = from;
        let mut words = 0;
        while at < to {
            if !reader.joined(at) {
                return false;
            }
            if reader.word(at) == Word::OPEN
                && let Some(close) = (at..to.min(at + 10)).find(|close| reader.word(*close) == Word::CLOSE)
            {
                at = close + 1;
                continue;
            }
            let plain = matches!(
                reader.word(at),
                Word::COMMA | Word::HYPHEN | Word::AND | Word::MEMBER | Word::FORMER | Word::EX | Word::IS
            );
            if !plain && !matches!(reader.document.written(at), "kiêm" | "rồi" | "đồng" | "thời") {
                return false;
            }
            words += 1;
            at += 1;
        }
        words <= 4 && reader.joined(to)
    }
}

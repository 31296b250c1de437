//! Tokens behind a head -> whether it stands for the bodies of several levels: `Ủy ban nhân dân tỉnh, thành phố`.

use crate::extract::reader::Reader;
use crate::lexicon::Word;

impl Reader<'_> {
    /// `UBND xã, phường`, `UBND phường, xã và đặc khu`: the kinds of places are listed, none of them by its name.
    pub(super) fn of_levels(&self, at: usize, end: usize) -> bool {
        let ends_in_kind = (at + 1..end)
            .rev()
            .take(2)
            .any(|from| self.place_kind(from).is_some_and(|(_, to)| to == end));
        ends_in_kind
            && matches!(self.word(end), Word::COMMA | Word::AND | Word::SLASH)
            && self.joined(end)
            && self.joined(end + 1)
            && self.kind_alone(end + 1)
    }

    /// `đảng bộ Công an tỉnh, thành phố`: one past the first kind of place of bodies by level whose head is `at..end`, so that
    /// nothing inside is read
    pub(super) fn levels(&self, at: usize, end: usize) -> Option<usize> {
        let plain = |index: usize| self.joined(index) && self.shape(index).is_word() && !self.boundary(index);
        (end..end + 6)
            .take_while(|index| plain(*index))
            .find_map(|index| self.place_kind(index))
            .map(|(_, to)| to)
            .filter(|to| self.of_levels(at, *to))
    }

    /// `Phòng Văn hóa - Xã hội thuộc Ủy ban nhân dân xã, phường`: of bodies that are none by name
    pub(super) fn under_many(&self, end: usize) -> bool {
        self.document.is(end, "thuộc") && self.joined(end) && self.joined(end + 1) && self.of_many(end + 1)
    }

    /// The word of a place at `at` without a name behind it.
    fn kind_alone(&self, at: usize) -> bool {
        let Some((_, end)) = self.place_kind(at) else {
            return false;
        };
        let named = self.place(at).is_some_and(|(place, _)| place.name.is_some());
        let goes_on = self.capital(end) && self.joined(end) && self.word(end) != Word::AND;
        !named && !goes_on
    }
}

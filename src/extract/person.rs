//! A name among its neighbours -> whether it is a person, and how sure.

use crate::clean::token::{Gap, Shape};
use crate::extract::body::BodyName;
use crate::extract::item::{Item, Standing, What};
use crate::extract::name::{Name, is_syllable};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, SurnameGroup, Word};

/// What stands right before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// `đồng chí`, `ông`
    Honour,
    /// A post or rank, or a post with its body.
    Post,
    /// Another person, with a comma or `và` between.
    List,
    Nothing,
}

impl<'d> Reader<'d> {
    /// The person whose name begins at `at`, after `items`: how sure, one past the name, and by which rule.
    pub fn person(&self, at: usize, items: &[Item]) -> Option<(Standing, usize, &'static str)> {
        let left = self.left(at, items);
        if let Some(end) = self.signs(at, items) {
            return Some((Standing::Sure, end, "official: signs"));
        }
        match self.name(at) {
            Some(name) => self.built(at, name, left),
            None => self.unbuilt(at, left),
        }
    }

    /// `PHÓ CHỦ TỊCH` / `Lượng Thị Tới`: two to four syllables on a line of their own below a post in capitals
    fn signs(&self, at: usize, items: &[Item]) -> Option<usize> {
        let alone = |at: usize| self.document.gap(at) >= Gap::Line;
        let end = (at..at + 5)
            .find(|end| *end > at && alone(*end))
            .filter(|end| *end >= at + 2)?;
        let written =
            (at..end).all(|at| self.shape(at) == Shape::Capital && is_syllable(self.document.written(at)));
        let last = items.last().filter(|last| last.to == at)?;
        let below = match last.what {
            What::Title(_) => (last.from..last.to).all(|at| self.shape(at) == Shape::Upper),
            _ => false,
        };
        (alone(at) && written && below && !self.begins_other(at)).then_some(end)
    }

    /// A name that begins with a surname.
    fn built(&self, at: usize, name: Name, left: Left) -> Option<(Standing, usize, &'static str)> {
        let syllables = name.end - at;
        let minority = name.group == SurnameGroup::Minority;
        let sure = |rule| Some((Standing::Sure, name.end, rule));
        let unnamed = matches!(left, Left::Nothing | Left::List);
        if (self.is_place(at, name.end) && left != Left::Honour) || (unnamed && self.in_list_of_places(at)) {
            return None;
        }
        match left {
            Left::Honour => return sure("official: after an honorific"),
            Left::Post if self.is_remembered(at, name.end) => return None,
            Left::Post => return sure("official: after a post"),
            Left::List => return sure("official: in a list"),
            Left::Nothing => {}
        }
        if self.namesake(at) || self.is_programme(at, name.end) || self.in_longer_name(at, name.end) {
            return None;
        }
        if self.post_follows(name.end) {
            return sure("official: before a post");
        }
        if syllables >= 3 && !minority && self.shape(at) == Shape::Capital {
            return sure("official: a whole name");
        }
        if syllables >= 3 && !minority {
            return Some((Standing::Sure, name.end, "official: a whole name in capitals"));
        }
        Some((Standing::Likely, name.end, "official: named surely elsewhere"))
    }

    /// Capitals without a surname: a foreign name after a post, or a short form after `ông`.
    fn unbuilt(&self, at: usize, left: Left) -> Option<(Standing, usize, &'static str)> {
        // `bà Nga`: a given name may be a country's, too.
        let given = left == Left::Honour
            && self.shape(at) == Shape::Capital
            && !(self.capital(at + 1) && self.joined(at + 1));
        if left == Left::Nothing && !self.begins_other(at) {
            return self.foreign_before_post(at);
        }
        if !matches!(left, Left::Honour | Left::Post) || (self.begins_other(at) && !given) {
            return None;
        }
        if given {
            return Some((Standing::Short, at + 1, "official: short form"));
        }
        let end = self.foreign_name(at)?;
        if end - at == 1 {
            let short = left == Left::Honour && self.shape(at) == Shape::Capital;
            return short.then_some((Standing::Short, end, "official: short form"));
        }
        Some((Standing::Sure, end, "official: foreign name after a post"))
    }

    /// `; Pany Yathotu, Chủ tịch Quốc hội …`: foreign words in capitals between a mark and a post behind a comma
    fn foreign_before_post(&self, at: usize) -> Option<(Standing, usize, &'static str)> {
        let opened = matches!(self.word(at.checked_sub(1)?), Word::SEMICOLON | Word::COLON);
        let end = self
            .foreign_name(at)
            .filter(|end| opened && (2..=5).contains(&(end - at)))?;
        let foreign = (at..end).any(|at| !is_syllable(self.document.written(at)));
        let post = self.word(end) == Word::COMMA && self.post_follows(end);
        (foreign && post).then_some((Standing::Sure, end, "official: foreign name before a post"))
    }

    /// Whether the capital at `at` begins something else than a name.
    fn begins_other(&self, at: usize) -> bool {
        [
            Class::Title,
            Class::Head,
            Class::Body,
            Class::Place,
            Class::District,
            Class::Country,
            Class::DocumentType,
            Class::EventHead,
            Class::Rank,
        ]
        .iter()
        .any(|class| self.find(*class, at).is_some())
    }

    fn left(&self, at: usize, items: &[Item]) -> Left {
        let Some(last) = items.last().filter(|_| self.joined(at)) else {
            return Left::Nothing;
        };
        if self.official_of_country(last, at) {
            return Left::Post;
        }
        if last.to == at {
            let named = self.name(at).is_some();
            return match last.what {
                What::Honorific => Left::Honour,
                // `Trưởng thôn Thanh Tân`: the village, not its head
                What::Title(_) if !named && self.ends_settlement(last) => Left::Nothing,
                What::Title(_) | What::Rank => Left::Post,
                What::Body(_) | What::Place(_) if self.ends_post(items) => Left::Post,
                _ => Left::Nothing,
            };
        }
        let between = at - last.to;
        if matches!(last.what, What::Title(_)) && self.ministers(last, at) {
            return Left::Post;
        }
        // `Phó Giám đốc Sở Lê Văn A`
        let led = matches!(last.what, What::Title(_)) && between <= 2 && self.name(at).is_some();
        if led && self.bare_noun(last.to).is_some_and(|(_, end)| end == at) {
            return Left::Post;
        }
        let listed = matches!(last.what, What::Person(person) if person.standing == Standing::Sure);
        if listed && between == 1 && matches!(self.word(at - 1), Word::COMMA | Word::AND | Word::SEMICOLON) {
            return Left::List;
        }
        // `các đồng chí: Lê Duẩn`, `đồng chí Bí thư: …`
        if between == 1
            && self.word(at - 1) == Word::COLON
            && matches!(last.what, What::Honorific | What::Title(_))
        {
            return Left::Post;
        }
        if between == 1
            && self.word(at - 1) == Word::COLON
            && matches!(last.what, What::Body(_))
            && self.ends_post(items)
        {
            return Left::Post;
        }
        Left::Nothing
    }

    /// `Trưởng thôn`, `Phó Trưởng khu phố`
    fn ends_settlement(&self, title: &Item) -> bool {
        matches!(
            self.document.folded(title.to - 1).as_str(),
            "thôn" | "xóm" | "khóm" | "bản" | "ấp" | "buôn" | "phố" | "khu"
        )
    }

    /// `Bộ trưởng Ngoại giao Nga`, `Bộ trưởng Quốc phòng`: a minister by field and country, right before `at`
    fn ministers(&self, last: &Item, at: usize) -> bool {
        let minister = self.document.is(last.to - 1, "trưởng")
            && self.word(last.to - 2) == Word::ORGANISATION
            || self.document.is(last.from, "thứ");
        let Some(field) = self
            .find(Class::Field, last.to)
            .filter(|_| minister && self.joined(last.to))
        else {
            return false;
        };
        let country = self.find(Class::Country, field.end).map(|country| country.end);
        field.end == at || country == Some(at)
    }

    /// `Tổng thống Peru`, `Chủ tịch nước Lào`: a post of a country right before `at`
    fn official_of_country(&self, last: &Item, at: usize) -> bool {
        let country = self.find(Class::Country, last.to);
        matches!(last.what, What::Title(_)) && country.is_some_and(|country| country.end == at)
    }

    /// Whether the last item is a body that a post stands before.
    fn ends_post(&self, items: &[Item]) -> bool {
        let [.., before, body] = items else { return false };
        let adjacent =
            before.to == body.from || (before.to + 1 == body.from && self.links_post(before.to, ""));
        match before.what {
            What::Title(_) => adjacent,
            // `Phó Giám đốc Sở Y tế tỉnh Quảng Ninh`: the body read in two
            What::Body(_) | What::Place(_) => adjacent && self.ends_post(&items[..items.len() - 1]),
            _ => false,
        }
    }

    fn is_place(&self, at: usize, end: usize) -> bool {
        let place = self.find(Class::Place, at).is_some_and(|place| place.end >= end);
        place
            || self
                .find(Class::District, at)
                .is_some_and(|district| district.end >= end)
    }

    /// `các phường: Sông Trí, Thành Sen, Hà Huy Tập`, `3 xã Lê Lợi, Thống Nhất và Nguyễn Huệ`
    fn in_list_of_places(&self, at: usize) -> bool {
        let mut from = at;
        while from > at.saturating_sub(60)
            && self.joined(from)
            && (self.capital(from - 1)
                || matches!(self.word(from - 1), Word::COMMA | Word::AND | Word::COLON))
        {
            from -= 1;
        }
        let kind = (1..=2)
            .filter_map(|back| from.checked_sub(back))
            .find(|kind| self.place_kind(*kind).is_some_and(|(_, end)| end == from));
        kind.and_then(|kind| kind.checked_sub(1)).is_some_and(|before| {
            let several = self.word(before) == Word::EACH || self.shape(before) == Shape::Number;
            several && self.joined(before + 1)
        })
    }

    /// `đường Nguyễn Trãi`, `Trường THPT Lê Quý Đôn`, `18 Hoàng Diệu`
    pub(super) fn namesake(&self, at: usize) -> bool {
        let numbered = at > 0 && self.shape(at - 1) == Shape::Number && self.joined(at);
        let named = (1..=3)
            .any(|back| at >= back && self.joined(at) && self.cue(Cue::Namesake, at - back) == Some(at));
        numbered || named
    }

    /// A name that stands for a programme or a thought and not for a person in office.
    fn is_programme(&self, at: usize, end: usize) -> bool {
        let programme = self
            .cue(Cue::Programme, at)
            .is_some_and(|programme| programme >= end);
        programme || self.find(Class::Field, at).is_some_and(|field| field.end >= end)
    }

    /// `Nhà lưu niệm Chủ tịch Hồ Chí Minh`, `phong cách của Chủ tịch Hồ Chí Minh`: a house or thought named after who left it
    fn is_remembered(&self, at: usize, end: usize) -> bool {
        if at < 4 || !self.is_programme(at, end) || !self.document.is(at - 1, "tịch") {
            return false;
        }
        let end = at - 2 - usize::from(self.word(at - 3) == Word::OF);
        self.joined(at)
            && (1..=2)
                .filter_map(|back| end.checked_sub(back))
                .any(|from| self.cue(Cue::Memory, from) == Some(end))
    }

    /// Whether capitals go on at either side, so that this is a stretch of a longer name or of a headline in capitals.
    fn in_longer_name(&self, at: usize, end: usize) -> bool {
        let upper = self.shape(at) == Shape::Upper;
        let alike = |other: usize| self.shape(other) == self.shape(at);
        let after = self.joined(end) && alike(end) && (upper || self.capital(end) && !self.begins_other(end));
        let before =
            at > 0 && self.joined(at) && alike(at - 1) && self.find(Class::Surname, at - 1).is_none();
        before || (after && upper)
    }

    /// `, Phó Bí thư …`, ` – UVTV, …`, ` (Bí thư …)`, `, nguyên Chủ tịch …` after a name
    fn post_follows(&self, at: usize) -> bool {
        let marked = matches!(
            self.word(at),
            Word::COMMA | Word::HYPHEN | Word::OPEN | Word::COLON
        );
        let mut next = at + usize::from(marked);
        while matches!(
            self.word(next),
            Word::FORMER | Word::EX | Word::ACTING | Word::NEW | Word::IS
        ) {
            next += 1;
        }
        if !self.joined(next) {
            return false;
        }
        let post = self.find(Class::Title, next).is_some()
            || self.find(Class::Rank, next).is_some()
            || self.begins_post(next);
        marked && (post || self.member_of(next))
    }

    /// `tỉnh ủy viên` in small letters: the committee inside the post
    pub fn member_committee(&self, at: usize) -> Option<(BodyName, usize)> {
        let head = self.find(Class::Head, at).filter(|head| head.end == at + 2)?;
        self.member_of(at).then(|| (BodyName::bare(head.item), head.end))
    }

    /// `Tỉnh ủy viên`, `Đảng ủy viên`
    pub fn member_of(&self, at: usize) -> bool {
        self.word(at + 1) == Word::PARTY_COMMITTEE
            && self.word(at + 2) == Word::MEMBER
            && self.word(at) != Word::CENTRAL_END
    }
}

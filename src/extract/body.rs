//! Tokens -> the name of a body: fixed (`Bộ Chính trị`) or built from a head (`Ban Tuyên giáo` + `Thành ủy` + `Hà Nội`).

mod enterprise;
mod foreign;
mod levels;
mod small;
mod tail;
mod words;

use crate::clean::token::Shape;
use crate::extract::place::PlaceName;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Head, Match, Part, Scope, Word};
use crate::resolve::record::Branch;

/// A body's name in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyName {
    pub stem: Stem,
    /// What stands between head and place: a field, a proper name, a subject, a number; as written.
    pub tail: String,
    /// The body it is part of, where its name holds that.
    pub parent: Option<Box<BodyName>>,
    pub place: Option<PlaceName>,
    /// A foreign country that it belongs to.
    pub country: Option<String>,
}

/// What a body's name begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stem {
    /// Index into the lexicon's bodies.
    Fixed(usize),
    /// Index into the lexicon's heads.
    Head(usize),
}

impl BodyName {
    /// A head of the lexicon without anything that tells which body of the kind it is.
    pub fn bare(head: usize) -> BodyName {
        BodyName {
            stem: Stem::Head(head),
            tail: String::new(),
            parent: None,
            place: None,
            country: None,
        }
    }
}

impl<'d> Reader<'d> {
    /// The body named at `at` and one past its name.
    pub fn body(&self, at: usize) -> Option<(BodyName, usize)> {
        self.body_within(at, 0)
    }

    fn body_within(&self, at: usize, depth: usize) -> Option<(BodyName, usize)> {
        if depth > 4 || !self.lexicon.begins(self.word(at), &[Class::Body, Class::Head]) {
            return None;
        }
        if self.is_digital(at) {
            return None;
        }
        let fixed = self.find(Class::Body, at).and_then(|found| self.fixed(at, found));
        let headed = self
            .find(Class::Head, at)
            .and_then(|found| self.headed(at, found, depth));
        match (fixed, headed) {
            // `Ban Chỉ đạo Tây Nam Bộ, các địa phương`: the list goes on, not the name.
            (Some(fixed), Some(headed)) if headed.1 > fixed.1 && self.word(fixed.1) != Word::COMMA => {
                Some(headed)
            }
            // `Quân khu 2`: by its head, so that `Quân khu` alone points back to it
            (Some(fixed), Some(headed))
                if headed.1 == fixed.1 && self.shape(fixed.1 - 1) == Shape::Number =>
            {
                Some(headed)
            }
            (Some(fixed), _) => Some(fixed),
            (None, headed) => headed,
        }
    }

    /// `phát triển Chính phủ số, kinh tế số`: a kind of government
    fn is_digital(&self, at: usize) -> bool {
        self.document.is(at, "chính")
            && self.document.is(at + 1, "phủ")
            && self.word(at + 2) == Word::NUMBER
            && self.shape(at + 2) == Shape::Lower
            && self.joined(at + 2)
            && self.shape(at + 3) != Shape::Number
    }

    /// `Bộ Chính trị`, `Chính phủ Pháp`, `Bộ Công an Việt Nam`
    fn fixed(&self, at: usize, found: Match) -> Option<(BodyName, usize)> {
        if !self.any_capital(at, found.end) {
            return None;
        }
        let mut name = BodyName {
            stem: Stem::Fixed(found.item),
            ..BodyName::bare(0)
        };
        let mut end = found.end;
        if let Some((country, state, after)) = self.of_state(found) {
            end = after;
            name.country = Some(country);
            name.tail = state;
        } else if let Some((party, after)) = self.of_party(found) {
            end = after;
            let whole = &self.lexicon.bodies[party].name;
            name.country = self.country_ending(whole);
            if name.country.is_some() {
                name.tail.clone_from(whole);
            }
        } else if self.joined(end) {
            end = self.vietnam(end).or_else(|| self.republic(end)).unwrap_or(end);
        }
        Some((name, end))
    }

    /// `Việt Nam` after a body of the state
    fn vietnam(&self, at: usize) -> Option<usize> {
        let named = self.document.reads(at, &[Word::VIETNAM, Word::VIETNAM_END]) && self.capital(at);
        named.then_some(at + 2)
    }

    /// `nước Cộng hòa xã hội chủ nghĩa Việt Nam`, `nước CHXHCN Việt Nam` after a body of the state or its constitution
    pub fn republic(&self, at: usize) -> Option<usize> {
        if self.word(at) != Word::COUNTRY {
            return None;
        }
        (at + 2..at + 9)
            .find(|end| self.document.reads(*end, &[Word::VIETNAM, Word::VIETNAM_END]))
            .map(|end| end + 2)
    }

    fn headed(&self, at: usize, found: Match, depth: usize) -> Option<(BodyName, usize)> {
        let head = &self.lexicon.heads[found.item];
        let mut name = BodyName::bare(found.item);
        // `chuyên viên cơ quan MTTQ xã`: the staff of a body, which small letters name by the body alone
        if depth == 0 && head.name == "Cơ quan" && self.shape(at) == Shape::Lower {
            return None;
        }
        // `Thông báo`, `nhiệm vụ`: one small syllable is a head only right before a capital, or after a post.
        let led = self.after_post(at);
        if found.end == at + 1 && !self.capital(at) && !self.capital(found.end) && !led {
            return None;
        }
        // `nhân Đại hội`: an occasion, not the Chinese assembly (`Nhân đại`)
        let occasion = self
            .find(Class::EventHead, found.end - 1)
            .is_some_and(|event| event.end > found.end);
        if occasion && !self.capital(at) && found.end >= at + 2 && self.capital(found.end - 1) {
            return None;
        }
        // `HỘI NGHỊ TOÀN QUỐC …`: a meeting, no association
        let meeting = found.end == at + 1
            && self
                .find(Class::EventHead, at)
                .is_some_and(|event| event.end > found.end);
        if meeting {
            return None;
        }
        let mut end = self.after_abbreviation(found.end);
        for part in &head.tail {
            end = self.part(*part, &mut name, at, end, depth);
            if matches!(part, Part::Field | Part::Topic | Part::Numeral) {
                end = self.qualified(head, &mut name, end);
            }
        }
        if end == found.end {
            end = self.of_contest(head, &mut name, end);
        }
        end = self.legal_form(head, &mut name, end);
        if head.tail.contains(&Part::At) {
            end = self.seated(&mut name, end);
        }
        end = self.of_country(head, &mut name, end);
        // `Thường trực` is an organ of committees and councils; before a fixed body it is a post.
        let also_post = self
            .find(Class::Title, at)
            .is_some_and(|title| title.end == found.end);
        if also_post
            && name
                .parent
                .as_ref()
                .is_none_or(|parent| matches!(parent.stem, Stem::Fixed(_)))
        {
            return None;
        }
        let bare = self.points_back(head, at, found.end);
        let specific = is_specific(head, &name) || bare;
        let written = depth > 0
            || self.capital(at)
            || led
            || self.any_capital(found.end, end)
            || (self.any_capital(at, found.end) && specific);
        let generic = self.is_generic(&name, at, end, bare)
            || depth == 0 && is_alone(&name) && self.one_of_many(at, end)
            || depth == 0 && name.parent.is_none() && self.several_of_one(at, end)
            || self.of_levels(at, end)
            || depth == 0 && name.parent.is_none() && name.place.is_none() && self.under_many(end)
            // `Ban Thường trực Ủy ban Mặt trận Tổ quốc cùng cấp`: of a body that is none
            || bare && end == found.end && self.joined(end) && self.of_many(end);
        (specific && written && !generic).then_some((name, end))
    }

    /// Whether a head alone points back to a body named in full; in small letters only a party organ after a post does.
    fn points_back(&self, head: &Head, at: usize, end: usize) -> bool {
        let board = self.word(at) == Word::BOARD || head.name == "Đoàn Chủ tịch";
        let organ = board || !matches!(head.branch, Branch::Front | Branch::Other);
        let party = self.after_post(at) && head.branch == Branch::Party;
        if self.is_listed_board(head, at, end) {
            return true;
        }
        organ
            && (self.capital(at) || party)
            && end - at >= 2
            && head.tail.len() > usize::from(head.scope != Scope::Free)
    }

    /// `Chủ tịch HĐQT, Tổng Giám đốc Công ty …`: the board of the company that the next post is in
    fn is_listed_board(&self, head: &Head, at: usize, end: usize) -> bool {
        let board = matches!(head.name.as_str(), "Hội đồng quản trị" | "Hội đồng thành viên");
        let next = end + 1;
        board
            && self.behind_title(at)
            && matches!(self.word(end), Word::COMMA | Word::HYPHEN)
            && self
                .find(Class::Title, next)
                .is_some_and(|title| self.body(title.end).is_some())
    }

    /// `HĐND các cấp`, `UBND các tỉnh`: what follows says that it is no body of its own
    fn is_generic(&self, name: &BodyName, at: usize, end: usize, bare: bool) -> bool {
        // `Ban Thường vụ Tỉnh ủy các nhiệm kỳ 2015-2020, 2020-2025` is one body.
        let terms = matches!(self.word(end + 1), Word::TENURE | Word::TERM);
        let several = self.word(end) == Word::EACH && !terms;
        let plural = several && (bare || name.place.is_none() && name.parent.is_none());
        end > at && self.joined(end) && (self.cue(Cue::Generic, end).is_some() || plural)
    }

    /// `Ban Tổ chức Lễ tang`, `Ban Giám khảo cuộc thi …`, `Ban Lễ tang nguyên Chủ tịch nước …`: the event that a board is for; one
    /// past it
    fn of_contest(&self, head: &Head, name: &mut BodyName, at: usize) -> usize {
        let from = match head.name.as_str() {
            "Ban Tổ chức" | "Ban Giám khảo" | "Hội đồng Giám khảo" => at,
            // Its last two words are the event's head noun.
            "Ban Lễ tang" => at - 2,
            _ => return at,
        };
        let Some(noun) = self.find(Class::EventHead, from).filter(|_| self.joined(from)) else {
            return at;
        };
        let named = ["Cuộc thi", "Hội thi", "Giải báo chí", "Giải đấu", "Liên hoan"]
            .contains(&self.lexicon.events[noun.item].event_type.as_str());
        if from < at {
            let end = self.the_dead(at).unwrap_or(at);
            name.tail = self.document.phrase(at, end);
            return end;
        }
        let whole = self.event(from, &[]).filter(|_| named).map(|(_, end)| end);
        let end = whole.unwrap_or(noun.end);
        name.tail = self.document.phrase(at, end);
        end
    }

    /// `nguyên Chủ tịch nước Trần Đức Lương`, `đồng chí Lê Đức Anh` at `at`: one past whose funeral it is.
    fn the_dead(&self, at: usize) -> Option<usize> {
        let former = self.cue(Cue::Former, at).unwrap_or(at);
        let honorific = self
            .find(Class::Honorific, former)
            .map_or(former, |found| found.end);
        let title = self
            .find(Class::Title, honorific)
            .map_or(honorific, |found| found.end);
        let end = self.capitals(title, 5);
        (title > at && end > title && (at..end).all(|word| self.joined(word))).then_some(end)
    }

    /// `Đại sứ quán Thụy Sĩ`, `Hội Nhà báo Việt Nam tỉnh …`: the country that a body is of; one past it
    fn of_country(&self, head: &Head, name: &mut BodyName, at: usize) -> usize {
        let fits = self.joined(at) && name.place.is_none() && head.branch != Branch::Military;
        // `Công đoàn Viễn thông của Belarus`
        let of = usize::from(self.word(at) == Word::OF && self.joined(at + 1) && !name.tail.is_empty());
        let country = self.find(Class::Country, at + of);
        let Some(country) = country.filter(|_| fits && self.capital(at + of)) else {
            return at;
        };
        let end = country.end;
        if !self.document.reads(end - 2, &[Word::VIETNAM, Word::VIETNAM_END]) {
            name.country = Some(self.lexicon.countries[country.item].clone());
            return end;
        }
        name.tail = joined_words(&name.tail, "Việt Nam");
        match self.place(end).filter(|_| head.tail.contains(&Part::Place)) {
            Some((place, after)) => {
                name.place = Some(place);
                after
            }
            None => end,
        }
    }

    /// `(UBKT)` inside `Ủy ban Kiểm tra (UBKT) Tỉnh ủy`
    pub fn after_abbreviation(&self, at: usize) -> usize {
        let inside = self.joined(at)
            && self.word(at) == Word::OPEN
            && self.shape(at + 1) == Shape::Upper
            && self.word(at + 2) == Word::CLOSE
            && self.joined(at + 3);
        let goes_on = self.capital(at + 3) || self.place_kind(at + 3).is_some();
        if inside && goes_on { at + 3 } else { at }
    }
}

fn joined_words(left: &str, right: &str) -> String {
    if left.is_empty() {
        right.to_owned()
    } else {
        format!("{left} {right}")
    }
}

/// Nothing after the head but perhaps the kind of a place.
fn is_alone(name: &BodyName) -> bool {
    name.tail.is_empty()
        && name.parent.is_none()
        && name
            .place
            .as_ref()
            .is_none_or(|place| place.name.is_none() && !place.central)
}

/// `Trường Chính trị tỉnh`, `Thanh tra tỉnh`: the place alone completes the name; `Trung tâm thành phố`, `Phòng huyện` name no body.
fn names_with_place(head: &Head) -> bool {
    let centre = head.branch == Branch::Public && head.tail.first() == Some(&Part::Field);
    head.tail.first() == Some(&Part::Place) || head.name.contains(' ') && !centre
}

/// Whether a head with this tail names a body: `Sở` alone does not, `Tỉnh ủy` alone does.
fn is_specific(head: &Head, name: &BodyName) -> bool {
    if !name.tail.is_empty() || name.parent.is_some() || name.country.is_some() {
        return true;
    }
    let complete = !head
        .tail
        .iter()
        .any(|part| !matches!(part, Part::Place | Part::Parent));
    let placed = name
        .place
        .as_ref()
        .is_some_and(|place| place.name.is_some() || place.central || place.kind.is_some());
    match head.scope {
        Scope::Of(_) | Scope::Local => complete || (placed && names_with_place(head)),
        Scope::National => true,
        Scope::Free => head.tail.is_empty() || (placed && complete),
    }
}

//! Tokens -> a directive known by its name: laws, constitutions, charters, resolutions of congresses and plenums.

use crate::clean::token::Shape;
use crate::extract::directive::{DirectiveName, FoundDirective};
use crate::extract::number::Number;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Match, Word};

/// What a law that amends others is called by.
#[derive(Default)]
struct Amended {
    titles: Vec<String>,
    /// The whole name without the number.
    title: String,
    number: Option<Number>,
    end: usize,
}

/// Words of a law's name, at most.
const LAW: usize = 22;

impl<'d> Reader<'d> {
    /// The named directive whose type word is `kind` at `at`.
    pub fn named_directive(&self, at: usize, kind: Match, numbers: &[Number]) -> Option<FoundDirective> {
        let document_type = self.lexicon.document_types[kind.item].name.as_str();
        let found = match document_type {
            "Luật" | "Bộ luật" | "Pháp lệnh" => self.law(at, kind, numbers),
            "Hiến pháp" => self.constitution(at, kind),
            "Điều lệ" => self.charter(at, kind),
            "Nghị quyết" | "Kết luận" => self
                .plenum(at, kind)
                .or_else(|| self.congress_resolution(at, kind)),
            _ => None,
        };
        // A name may be broken over a line, never over a paragraph.
        found.filter(|found| (at + 1..found.to).all(|index| self.joined(index)))
    }

    /// `Luật Thủ đô`, `Luật Đất đai năm 2024`, `Luật Tổ chức Quốc hội số 57/2014/QH13`
    fn law(&self, at: usize, kind: Match, numbers: &[Number]) -> Option<FoundDirective> {
        if !self.capital(at) || !self.joined(kind.end) {
            return None;
        }
        let listed = self.find(Class::LawName, kind.end);
        let known = listed.map(|found| found.end);
        let amended = self.amended_laws(at, kind.end, numbers);
        if known.is_none() && amended.is_none() && self.shape(kind.end) == Shape::Lower {
            return None;
        }
        let amending = amended.as_ref().map(|amended| amended.end);
        let mut end = amending.or(known).or_else(|| self.law_name(kind.end))?;
        if self.word(end) == Word::OPEN && self.word(end + 1) == Word::AMENDED {
            let close = (end..end + 6).find(|index| self.word(*index) == Word::CLOSE)?;
            end = close + 1;
        }
        // `Luật Các tổ chức tín dụng sửa đổi 2025`
        if let Some(after) = self
            .cue(Cue::Amends, end)
            .filter(|after| self.name_year(*after).is_some())
        {
            end = after;
        }
        let written = self.document.phrase(at, end);
        let whole = listed
            .filter(|listed| listed.end == end)
            .and_then(|law| self.whole_title(at, kind.end, law));
        let mut name = DirectiveName {
            document_type: Some(kind.item),
            short: whole.is_some().then(|| written.clone()),
            title: Some(whole.unwrap_or(written)),
            ..DirectiveName::default()
        };
        if let Some(amended) = amended {
            name.amended = amended.titles;
            name.number = amended.number;
            name.title = Some(amended.title);
        }
        if let Some((year, after)) = self.name_year(end) {
            name.year = Some(year);
            end = after;
        }
        if name.number.is_none()
            && self.word(end) == Word::NUMBER
            && self.joined(end)
            && let Some((number, after)) = self.number_at(end + 1, numbers)
        {
            name.number = Some(number);
            end = after;
        }
        Some(FoundDirective::single(at, end, name, "directive: law by name"))
    }

    /// `Luật Mặt trận Tổ quốc Việt Nam` for `Luật MTTQ Việt Nam`; nothing where the name of the law is written out.
    fn whole_title(&self, from: usize, at: usize, law: Match) -> Option<String> {
        let name = &self.lexicon.laws[law.item];
        let words = self.document.phrase(at, law.end).split_whitespace().count();
        let shortened = words < name.split_whitespace().count();
        shortened.then(|| format!("{} {name}", self.document.phrase(from, at)))
    }

    /// `sửa đổi, bổ sung một số điều của Luật A và Luật B số 87/2025/QH15` after the type at `at`: the number is the
    /// amending law's.
    fn amended_laws(&self, at: usize, end: usize, numbers: &[Number]) -> Option<Amended> {
        let verb = self.cue(Cue::Amends, end)?;
        let mut next = (verb..verb + 8)
            .take_while(|index| self.joined(*index))
            .find(|index| self.find(Class::DocumentType, *index).is_some())?;
        let mut amended = Amended::default();
        while let Some(kind) = self.find(Class::DocumentType, next).filter(|_| self.joined(next)) {
            let Some(law) = self.law(next, kind, numbers) else {
                break;
            };
            let title = law.name.title.unwrap_or_default();
            amended.title = format!("{} {title}", self.document.phrase(at, next));
            amended.titles.push(title);
            amended.number = law.name.number;
            amended.end = law.to;
            if amended.number.is_some() || !matches!(self.word(law.to), Word::AND | Word::COMMA) {
                break;
            }
            next = law.to + 1;
        }
        let whole = amended.end > end && (end..amended.end).all(|index| self.joined(index));
        whole.then_some(amended)
    }

    /// `năm 2013`, or `2024` alone after a name
    fn name_year(&self, at: usize) -> Option<(u16, usize)> {
        if !self.joined(at) {
            return None;
        }
        if self.word(at) == Word::YEAR {
            self.year(at + 1)
        } else {
            self.year(at)
        }
    }

    /// One past the name of a law that no list knows: from a capital to where a clause begins.
    fn law_name(&self, at: usize) -> Option<usize> {
        if !self.capital(at) {
            return None;
        }
        let upper = self.shape(at) == Shape::Upper;
        let mut end = at + 1;
        while end < at + LAW && self.joined(end) && self.continues_law(end, upper) {
            end += 1;
        }
        while end > at + 1 && matches!(self.word(end - 1), Word::COMMA | Word::AND) {
            end -= 1;
        }
        Some(end)
    }

    fn continues_law(&self, at: usize, upper: bool) -> bool {
        match self.word(at) {
            Word::COMMA => self.shape(at + 1) == Shape::Lower && !self.ends_law(at + 1),
            Word::AND => {
                self.shape(at + 1).is_word()
                    && self.find(Class::DocumentType, at + 1).is_none()
                    && !self.ends_law(at + 1)
            }
            Word::NUMBER | Word::DAY | Word::YEAR | Word::THIS => false,
            Word::HYPHEN => self.shape(at + 1).is_word() && self.cue(Cue::Credit, at + 1).is_none(),
            _ if !self.shape(at).is_word() => false,
            _ if upper => self.shape(at) == Shape::Upper,
            _ if self.shape(at) == Shape::Lower => !self.ends_law(at),
            // A capital inside a law's name begins a body (`Quốc hội`, `Mặt trận …`) or a country.
            _ => {
                self.find(Class::Body, at).is_some()
                    || self.find(Class::Head, at).is_some()
                    || self.find(Class::Country, at).is_some()
            }
        }
    }

    fn ends_law(&self, at: usize) -> bool {
        self.boundary(at)
            || matches!(
                self.word(at),
                Word::EACH
                    | Word::SOME
                    | Word::THIS
                    | Word::FOR
                    | Word::HAD
                    | Word::GETS
                    | Word::NOT
                    | Word::ALSO
                    | Word::STILL
            )
    }

    /// `Hiến pháp năm 2013`, `Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam`
    fn constitution(&self, at: usize, kind: Match) -> Option<FoundDirective> {
        if !self.capital(at) {
            return None;
        }
        let mut end = kind.end;
        let mut name = DirectiveName {
            document_type: Some(kind.item),
            title: Some("Hiến pháp".to_owned()),
            ..DirectiveName::default()
        };
        if let Some(after) = self.republic(end) {
            end = after;
            name.title = Some(self.document.phrase(at, end));
        }
        if let Some((year, after)) = self.name_year(end) {
            name.year = Some(year);
            end = after;
        }
        Some(FoundDirective::single(at, end, name, "directive: constitution"))
    }

    /// `Điều lệ Đảng`, `Điều lệ Mặt trận Tổ quốc Việt Nam`
    fn charter(&self, at: usize, kind: Match) -> Option<FoundDirective> {
        if !self.capital(at) || !self.joined(kind.end) {
            return None;
        }
        let end = match self.body(kind.end) {
            Some((_, end)) => end,
            None if self.word(kind.end) == Word::PARTY && self.capital(kind.end) => kind.end + 1,
            None => return None,
        };
        let name = DirectiveName {
            document_type: Some(kind.item),
            title: Some(self.document.phrase(at, end)),
            ..DirectiveName::default()
        };
        Some(FoundDirective::single(at, end, name, "directive: charter"))
    }

    /// `Nghị quyết Trung ương 4 khóa XII`, `Nghị quyết Hội nghị Trung ương 4 (khóa XII, XIII)`, `Kết luận Hội nghị Trung ương lần thứ tám`
    fn plenum(&self, at: usize, kind: Match) -> Option<FoundDirective> {
        let mut end = kind.end;
        let meeting = self.document.reads(end, &[Word::MEETING, Word::DELIBERATION]);
        if meeting {
            end += 2;
        }
        // `lần thứ tư Ban Chấp hành Trung ương`
        let before = self.ordinal(end).filter(|_| self.word(end) == Word::TIME);
        if let Some((_, after)) = before {
            end = after;
        }
        end = self.central(end).or_else(|| {
            self.find(Class::Body, end)
                .filter(|_| before.is_some())
                .map(|found| found.end)
        })?;
        let mut numbers = Vec::new();
        match before {
            Some((number, _)) => numbers.push(number),
            None => {
                let (number, after) = self.plenum_number(end)?;
                numbers.push(number);
                end = self.further_numbers(after, &mut numbers);
            }
        }
        let central = if meeting {
            "Hội nghị Trung ương"
        } else {
            "Trung ương"
        };
        let mut terms = Vec::new();
        end = self.plenum_terms(end, &mut terms);
        let base = |number: &str, term: Option<String>| DirectiveName {
            document_type: Some(kind.item),
            title: Some(format!(
                "{} {central} {number}",
                self.lexicon.document_types[kind.item].name
            )),
            term,
            ..DirectiveName::default()
        };
        let first = numbers[0].clone();
        let name = base(&first, terms.first().cloned());
        let later_terms = terms.iter().skip(1).map(|term| base(&first, Some(term.clone())));
        let later_numbers = numbers[1..]
            .iter()
            .map(|number| base(number, terms.first().cloned()));
        let others = later_terms.chain(later_numbers).collect();
        Some(FoundDirective {
            from: at,
            to: end,
            name,
            others,
            rule: "directive: resolution of a plenum",
        })
    }

    /// `, 5, 6` after the first number; one past them
    fn further_numbers(&self, at: usize, numbers: &mut Vec<String>) -> usize {
        let mut end = at;
        while matches!(self.word(end), Word::COMMA | Word::AND) && self.joined(end) {
            let plain = self.shape(end + 1) == Shape::Number && self.document.written(end + 1).len() <= 2;
            if !plain
                || self.shape(end + 2) == Shape::Lower
                    && self.word(end + 2) != Word::TERM
                    && self.word(end + 2) != Word::AND
            {
                break;
            }
            numbers.push(self.document.written(end + 1).trim_start_matches('0').to_owned());
            end += 2;
        }
        end
    }

    fn plenum_number(&self, at: usize) -> Option<(String, usize)> {
        let plain =
            self.shape(at) == Shape::Number && self.joined(at) && self.document.written(at).len() <= 2;
        if plain {
            return Some((
                self.document.written(at).trim_start_matches('0').to_owned(),
                at + 1,
            ));
        }
        self.ordinal(at)
            .filter(|_| self.word(at) == Word::TIME || self.word(at) == Word::ORDINAL)
    }

    /// `khóa XII`, `khóa XII, XIII`, `(khóa XII)`; one past them
    fn plenum_terms(&self, at: usize, terms: &mut Vec<String>) -> usize {
        let open = usize::from(self.word(at) == Word::OPEN || self.word(at) == Word::COMMA);
        let Some((term, mut end)) = self.term(at + open) else {
            return at;
        };
        terms.push(term);
        while matches!(self.word(end), Word::COMMA | Word::AND) {
            let next = end + 1 + usize::from(self.word(end + 1) == Word::TERM);
            if !super::congress::is_roman(self.document.written(next)) {
                break;
            }
            terms.push(self.document.written(next).to_owned());
            end = next + 1;
        }
        if self.word(at) == Word::OPEN {
            end + usize::from(self.word(end) == Word::CLOSE)
        } else {
            end
        }
    }

    /// `Nghị quyết Đại hội XIII của Đảng`, `Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025`
    fn congress_resolution(&self, at: usize, kind: Match) -> Option<FoundDirective> {
        if !self.document.reads(kind.end, &[Word::GREAT, Word::MEETING]) || !self.joined(kind.end) {
            return None;
        }
        let (congress, end) = self.congress(kind.end + 2)?;
        let local = congress.place.is_some();
        let name = DirectiveName {
            document_type: Some(kind.item),
            title: Some(self.document.phrase(at, end)),
            term: congress.ordinal.clone(),
            local: local.then_some(congress),
            ..DirectiveName::default()
        };
        Some(FoundDirective::single(
            at,
            end,
            name,
            "directive: resolution of a congress",
        ))
    }
}

//! Tokens after a head -> the parts of a body's name: field, number, parent, place, congress.

use super::{BodyName, Stem, joined_words};
use crate::clean::token::{Gap, Shape};
use crate::extract::congress::is_roman;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Head, Part, Word};
use crate::resolve::record::Branch;

impl Reader<'_> {
    /// Reads one part of the tail at `at`; one past it, or `at` where it is not there.
    pub(super) fn part(
        &self,
        part: Part,
        name: &mut BodyName,
        start: usize,
        at: usize,
        depth: usize,
    ) -> usize {
        if !self.joined(at) {
            return at;
        }
        let taken = match part {
            Part::Field if name.tail.is_empty() => {
                let led = self.after_post(start) || self.is_subcommittee(name);
                self.field(at, led).or_else(|| self.unlisted(name, at))
            }
            // `Đảng ủy | Ban Quản lý dự án …`: what stands behind the whole is not the organ's
            Part::Proper if name.parent.is_some() => None,
            Part::Proper if name.tail.is_empty() && self.is_company(name) => {
                self.company(start, at).or_else(|| self.named_as_place(name, at))
            }
            Part::Proper => self
                .proper(at, !name.tail.is_empty())
                .or_else(|| self.named_as_place(name, at)),
            Part::Topic if name.tail.is_empty() && self.is_cooperative(name) => {
                self.enterprise(at).or_else(|| self.topic(at))
            }
            Part::Topic if name.tail.is_empty() => self.topic(at).filter(|_| self.is_task(name, at)),
            Part::Countries if name.tail.is_empty() => self.two_countries(at),
            Part::Numeral if name.tail.is_empty() => self.numeral(at),
            Part::Parent if name.tail.is_empty() && self.named_by_tail(name) => None,
            Part::Parent => return self.parent(name, start, at, depth),
            Part::Congress => self
                .document
                .reads(at, &[Word::GREAT, Word::MEETING])
                .then(|| self.congress(at + 2))
                .flatten()
                .map(|(_, end)| end),
            Part::Place if name.parent.is_none() => {
                let named = self.after_term(at);
                let named = if named == at {
                    self.after_of(name, at)
                } else {
                    named
                };
                if let Some((place, end)) = self.place(named) {
                    let school = matches!(name.stem, Stem::Head(head)
                        if ["Trường Đại học", "Trường Cao đẳng", "Đại học"].contains(&self.lexicon.heads[head].name.as_str()));
                    let second = self.joined(end)
                        && (is_roman(self.document.written(end))
                            || matches!(self.document.written(end), "1" | "2" | "3"));
                    // `Trường Đại học Sư phạm Hà Nội 2`
                    if let Some(known) = place
                        .name
                        .as_ref()
                        .filter(|_| school && second && place.kind.is_none())
                    {
                        name.tail =
                            joined_words(&name.tail, &format!("{known} {}", self.document.written(end)));
                        return end + 1;
                    }
                    name.place = Some(place);
                    return end;
                }
                None
            }
            _ => None,
        };
        if let Some(end) = taken {
            name.tail = joined_words(&name.tail, &self.document.phrase(at, end));
            return end;
        }
        at
    }

    /// `Việt Nam - Lào`, `Lào – Việt Nam`; one past the second
    fn two_countries(&self, at: usize) -> Option<usize> {
        let first = self.find(Class::Country, at).filter(|_| self.capital(at))?;
        let dash = self.word(first.end) == Word::HYPHEN && self.joined(first.end + 1);
        let second = self.find(Class::Country, first.end + 1).filter(|_| dash)?;
        Some(second.end)
    }

    /// The body after it (`Ban Tuyên giáo Thành ủy`), also after `của` or a dash, or `Trung ương`
    fn parent(&self, name: &mut BodyName, start: usize, at: usize, depth: usize) -> usize {
        let from = match self.word(at) {
            // `các Hội đồng tư vấn của Ủy ban …`: many of one body
            Word::OF if self.capital(start) && !self.several_before(start) => at + 1,
            Word::HYPHEN if !name.tail.is_empty() => at + 1,
            _ => at,
        };
        if !self.joined(at) || !self.joined(from) {
            return at;
        }
        let whole = self
            .body_within(from, depth + 1)
            .or_else(|| self.bare_ministry(name, from));
        let Some((parent, end)) = whole else { return at };
        name.parent = Some(Box::new(parent));
        end
    }

    /// `Bộ` of `Ban cán sự đảng Bộ`: the ministry by its head alone behind its party organ
    fn bare_ministry(&self, name: &BodyName, at: usize) -> Option<(BodyName, usize)> {
        let Stem::Head(organ) = name.stem else { return None };
        let head = self.find(Class::Head, at).filter(|head| head.end == at + 1)?;
        let ends = !(self.joined(at + 1) && (self.capital(at + 1) || self.shape(at + 1) == Shape::Number));
        let ministry = self.word(at) == Word::ORGANISATION && self.shape(at) == Shape::Capital && ends;
        let of_party = self.lexicon.heads[organ].branch == Branch::Party;
        let kind = self.document.is(at + 1, "đội") || self.document.is(at + 1, "trưởng");
        (ministry && of_party && !kind).then(|| (BodyName::bare(head.item), at + 1))
    }

    /// Whether a head needs its field before its parent: `Phòng`, not `Văn phòng`.
    fn named_by_tail(&self, name: &BodyName) -> bool {
        let Stem::Head(head) = name.stem else { return false };
        matches!(
            self.lexicon.heads[head].tail.first(),
            Some(Part::Field | Part::Topic)
        )
    }

    /// `Giáo dục và Đào tạo`, `VH-TT&TT`, `Thư ký - Tổng hợp`
    fn field(&self, at: usize, small: bool) -> Option<usize> {
        let mut end = self.one_field(at, small)?;
        loop {
            let link = match self.word(end) {
                Word::HYPHEN | Word::AMPERSAND | Word::COMMA | Word::AND => end + 1,
                _ => return Some(end),
            };
            let starts_body = self
                .find(Class::Head, link)
                .is_some_and(|head| head.end > link + 1)
                || self.find(Class::Body, link).is_some();
            let joined = self.joined(end) && self.joined(link);
            match self.one_field(link, small).filter(|_| !starts_body && joined) {
                // A comma joins fields only up to an `và`: `Văn hóa, Thể thao và Du lịch`.
                Some(next) if self.word(end) != Word::COMMA || self.word(next) == Word::AND => end = next,
                _ => return Some(end),
            }
        }
    }

    fn one_field(&self, at: usize, small: bool) -> Option<usize> {
        let known = self
            .find(Class::Field, at)
            .filter(|found| small || self.any_capital(at, found.end))
            .map(|found| found.end);
        let acronym = (self.shape(at) == Shape::Upper
            && self.find(Class::Place, at).is_none()
            && self.find(Class::Head, at).is_none()
            && self.find(Class::Body, at).is_none()
            && !self.spelled_out(at))
        .then(|| {
            let mut end = at + 1;
            while matches!(self.word(end), Word::HYPHEN | Word::AMPERSAND)
                && self.document.gap(end) == Gap::None
                && self.shape(end + 1).is_capital()
                && self.document.gap(end + 1) == Gap::None
            {
                end += 2;
            }
            end
        });
        known.max(acronym)
    }

    /// Whether capitals at `at` are a word of running capitals (`SỞ TƯ PHÁP`) rather than an abbreviation.
    fn spelled_out(&self, at: usize) -> bool {
        at > 0
            && self.shape(at - 1) == Shape::Upper
            && self.joined(at)
            && crate::extract::name::is_syllable(self.document.written(at))
    }

    /// A field that no list has: `Quản lý khoa học` of `Vụ Quản lý khoa học`, a capital and the small words up to a mark, a clause
    /// or another name.
    fn unlisted(&self, name: &BodyName, at: usize) -> Option<usize> {
        let Stem::Head(head) = name.stem else { return None };
        let units = ["Vụ", "Cục", "Phòng", "Khoa", "Chi cục", "Tổng cục"];
        let fits = units.contains(&self.lexicon.heads[head].name.as_str())
            && self.shape(at) == Shape::Capital
            && self.shape(at + 1) == Shape::Lower
            && self.joined(at + 1)
            && !self.begins_name(at);
        if !fits {
            return None;
        }
        let mut end = at + 1;
        while end < at + 9 && self.joined(end) && !self.ends_field(end) {
            let link = matches!(
                self.word(end),
                Word::COMMA | Word::HYPHEN | Word::AND | Word::AMPERSAND
            );
            if link
                && !(self.shape(end + 1) == Shape::Capital
                    && self.shape(end + 2) == Shape::Lower
                    && self.joined(end + 2)
                    && !self.begins_name(end + 1))
            {
                break;
            }
            end += 1 + usize::from(link);
        }
        (end >= at + 2).then_some(end)
    }

    /// Whether a person, place, post, body or document begins at the capital `at`.
    fn begins_name(&self, at: usize) -> bool {
        [
            Class::Title,
            Class::Head,
            Class::Body,
            Class::Place,
            Class::District,
            Class::DocumentType,
            Class::EventHead,
            Class::Country,
            Class::Honorific,
        ]
        .iter()
        .any(|class| self.find(*class, at).is_some())
            || self.name(at).is_some()
    }

    /// Whether a field that no list has ends before `at`.
    fn ends_field(&self, at: usize) -> bool {
        match self.shape(at) {
            Shape::Lower => {
                self.boundary(at)
                    || self.place(at).is_some() && self.cue(Cue::Skip, at).is_none()
                    || self.find(Class::Title, at).is_some()
                    || matches!(
                        self.word(at),
                        Word::EACH
                            | Word::SOME
                            | Word::THIS
                            | Word::THAT
                            | Word::FOR
                            | Word::NOT
                            | Word::ALSO
                            | Word::STILL
                            | Word::TERM
                            | Word::FORMER
                            | Word::TENURE
                    )
            }
            Shape::Mark => !matches!(
                self.word(at),
                Word::COMMA | Word::HYPHEN | Word::AND | Word::AMPERSAND
            ),
            _ => true,
        }
    }

    /// What a field is followed by inside a name: `quốc gia`, `khu vực miền Trung`, `về phát triển …`; one past it
    pub(super) fn qualified(&self, head: &Head, name: &mut BodyName, at: usize) -> usize {
        if name.tail.is_empty() || !self.joined(at) {
            return at;
        }
        let mut end = self.cue(Cue::Qualifier, at).unwrap_or(at);
        let collective = head.tail.contains(&Part::Topic)
            && matches!(
                head.name.as_str(),
                "Hội đồng" | "Ban Chỉ đạo" | "Tổ công tác" | "Ủy ban" | "Ban Vận động"
            );
        let tail = crate::clean::letters::folded(&name.tail);
        let distinct = !matches!(head.name.as_str(), "Hội đồng" | "Ủy ban")
            || ["quốc gia", "tư vấn", "điều phối", "thẩm định", "liên ngành"]
                .iter()
                .any(|word| tail.contains(word));
        if collective && distinct && !name.tail.contains(" về ") {
            end = self.about(end).unwrap_or(end);
        }
        if end > at {
            name.tail = joined_words(&name.tail, &self.document.phrase(at, end));
        }
        end
    }

    /// `Việt Nam tại Trùng Khánh` after `Tổng Lãnh sự quán`, `tại Thành phố Hồ Chí Minh` after `Phân hiệu …`: where it sits
    pub(super) fn seated(&self, name: &mut BodyName, at: usize) -> usize {
        let from = if self.document.reads(at, &[Word::VIETNAM, Word::VIETNAM_END]) && self.capital(at) {
            at + 2
        } else {
            at
        };
        if self.word(from) != Word::AT || !self.joined(from) || !self.joined(from + 1) {
            return at;
        }
        let place = self.place(from + 1).map(|(_, end)| end);
        let country = self.find(Class::Country, from + 1).map(|found| found.end);
        let run = self.capitals(from + 1, 4);
        let end = place.or(country).or((run > from + 1).then_some(run));
        let Some(end) = end else { return at };
        name.tail = joined_words(&name.tail, &self.document.phrase(at, end));
        end
    }

    /// `Tập đoàn Thuận An`: what stands at no place may have a place's name for its own.
    fn named_as_place(&self, name: &BodyName, at: usize) -> Option<usize> {
        let Stem::Head(head) = name.stem else { return None };
        let placeless = !self.lexicon.heads[head].tail.contains(&Part::Place) && name.tail.is_empty();
        self.known_place(at).filter(|_| placeless).map(|(_, end)| end)
    }

    /// What a steering board is for, in small letters: only words that begin a task; others go on in the sentence.
    fn is_task(&self, name: &BodyName, at: usize) -> bool {
        let Stem::Head(head) = name.stem else { return true };
        let board = self.lexicon.heads[head].name == "Ban Chỉ đạo" && self.shape(at) == Shape::Lower;
        !board
            || self.cue(Cue::Task, at).is_some()
            || self.central(at).is_some()
            || self.word(at) == Word::ABOUT && self.about(at).is_some()
            || self
                .find(Class::Field, at)
                .is_some_and(|found| found.end > at + 1)
    }

    /// `Tiểu ban nhân sự`: its field stands in small letters as often as not
    fn is_subcommittee(&self, name: &BodyName) -> bool {
        matches!(name.stem, Stem::Head(head) if self.lexicon.heads[head].name == "Tiểu ban")
    }

    /// `Ban Chỉ đạo bầu cử của | tỉnh`: a place after the `của` of a board with a subject
    fn after_of(&self, name: &BodyName, at: usize) -> usize {
        let Stem::Head(head) = name.stem else { return at };
        let subject = !name.tail.is_empty() && self.lexicon.heads[head].tail.contains(&Part::Topic);
        let of = subject && self.word(at) == Word::OF && self.joined(at + 1);
        if of && self.place_kind(at + 1).is_some() {
            at + 1
        } else {
            at
        }
    }

    /// `khóa XV`, `(khóa XIV)`, `khóa XV của` before the place of a delegation; one past it
    fn after_term(&self, at: usize) -> usize {
        let open = usize::from(self.word(at) == Word::OPEN);
        let Some((_, end)) = self.term(at + open) else {
            return at;
        };
        let end = end + usize::from(open == 1 && self.word(end) == Word::CLOSE);
        let end = end + usize::from(self.word(end) == Word::OF);
        if self.joined(end) && self.place(end).is_some() {
            end
        } else {
            at
        }
    }

    /// `5`, `IV`, `số 470`
    fn numeral(&self, at: usize) -> Option<usize> {
        let at = at + usize::from(self.word(at) == Word::NUMBER && self.joined(at + 1));
        let numeral = self.shape(at) == Shape::Number || is_roman(self.document.written(at));
        numeral.then_some(at + 1)
    }
}

//! An event among the words of its sentence -> its day: in its name, right behind it, or in front of it.

use crate::clean::token::Shape;
use crate::extract::date::Date;
use crate::extract::event::EventName;
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::{Cue, Word};
use crate::resolve::within::page::Page;

/// A day as the page gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub date: Date,
    /// The words hold its year.
    year: bool,
}

impl Told {
    /// Whether it is to be believed rather than `known`.
    pub fn outdoes(self, known: Told) -> bool {
        let exact =
            |told: Told| usize::from(told.date.month.is_some()) + usize::from(told.date.day.is_some());
        exact(self) > exact(known) || (exact(self) == exact(known) && self.year && !known.year)
    }
}

/// The day of an event: in its name, else in its sentence.
pub fn date(
    reader: Reader<'_>,
    items: &[Item],
    item: &Item,
    name: &EventName,
    page: &Page,
    day: &mut Option<Told>,
) -> Option<Told> {
    let inside = inside(reader, item, name, page);
    if inside.is_some_and(|inside| inside.date.day.is_some()) {
        return inside;
    }
    let sentence = reader.document.sentences[reader.document.sentence_of(item.from)];
    let behind = behind(reader, items, item, page);
    let before = (sentence.from..item.from)
        .filter_map(|at| stated(reader, items, at, page))
        .next_back();
    let same_day = reader.is_same_day(item.from).then_some(*day).flatten();
    let after = (item.to..sentence.to.min(item.to + 14)).find_map(|at| stated(reader, items, at, page));
    let held = held(reader, item, sentence.from, sentence.to);
    let found = behind.or(before.or(same_day).or(after).filter(|_| held));
    // `Ngày 20-6, … tổ chức Giao ban báo chí tháng 6-2017`: the day is in the month of the name.
    let found = match (inside, found) {
        (Some(inside), Some(found)) if found.date.month != inside.date.month => Some(inside),
        (inside, found) => found.or(inside),
    };
    if found.is_some() {
        *day = found;
        return found;
    }
    year_of_name(reader, item)
}

/// When an event begins that its head noun points to: `Cuộc thi bắt đầu từ ngày 13/5/2024`
pub fn begins(reader: Reader<'_>, items: &[Item], item: &Item, page: &Page) -> Option<Told> {
    let verb = (item.to..item.to + 2).any(|at| {
        matches!(
            (reader.document.written(at), reader.document.written(at + 1)),
            ("bắt", "đầu") | ("diễn", "ra") | ("khai", "mạc") | ("tổ", "chức")
        )
    });
    behind(reader, items, item, page).filter(|_| verb)
}

/// `phiên họp ngày 14/11/2025`, `cuộc bầu cử Quốc hội 5/2011`
fn inside(reader: Reader<'_>, item: &Item, name: &EventName, page: &Page) -> Option<Told> {
    let short = name.ordinal.is_none() && item.to - item.from <= 8;
    let day = (item.from..item.to)
        .filter(|at| reader.word(*at) == Word::DAY && short)
        .find_map(|at| reader.date(at));
    let last = (name.head_end..item.to)
        .filter(|at| reader.shape(*at) == Shape::Number)
        .find_map(|at| {
            reader
                .date(at)
                .filter(|(date, end)| *end == item.to && date.year.is_some())
        });
    day.or(last).map(|(date, _)| told(date, page))
}

/// `(sáng 18/5/2024)`, `, tháng 1/2016`, `diễn ra từ ngày 5-5`, `tổ chức sáng 9-7` right behind an event
fn behind(reader: Reader<'_>, items: &[Item], item: &Item, page: &Page) -> Option<Told> {
    let sentence = reader.document.sentences[reader.document.sentence_of(item.from)];
    let mut at = after_span(reader, item.to);
    let last = sentence.to.min(at + 7);
    while at < last {
        if let Some(told) = stated(reader, items, at, page) {
            return Some(told);
        }
        let small = matches!(
            reader.document.written(at),
            "," | "("
                | "vào"
                | "từ"
                | "diễn"
                | "ra"
                | "được"
                | "tổ"
                | "chức"
                | "trong"
                | "các"
                | "hai"
                | "bắt"
                | "đầu"
                | "khai"
                | "mạc"
                | "đã"
                | "chính"
                | "thức"
                | "ngày"
                | "hôm"
                | "mai"
                | "nay"
        );
        // `, khóa X vào ngày …`
        let term = reader.term(at).map(|(_, end)| end);
        if !small && term.is_none() {
            return None;
        }
        at = term.unwrap_or(at + 1);
    }
    None
}

/// One past `(28.7.1929 - 28.7.2009)`, the years that an anniversary looks back on.
fn after_span(reader: Reader<'_>, at: usize) -> usize {
    if reader.word(at) != Word::OPEN {
        return at;
    }
    let first = reader
        .date(at + 1)
        .map(|(_, end)| end)
        .or_else(|| reader.year(at + 1).map(|(_, end)| end));
    let Some(dash) = first.filter(|dash| matches!(reader.word(*dash), Word::HYPHEN | Word::SLASH)) else {
        return at;
    };
    let close = (dash..dash + 9).find(|index| reader.word(*index) == Word::CLOSE);
    close.map_or(at, |close| close + 1)
}

/// Whether the sentence says that the event took place.
fn held(reader: Reader<'_>, item: &Item, from: usize, to: usize) -> bool {
    let verb = (from..to).any(|at| {
        [Cue::Organises, Cue::Chairs, Cue::Attends, Cue::Speaks]
            .iter()
            .any(|cue| reader.cue(*cue, at).is_some())
            || (reader.document.written(at) == "thông" && reader.word(at + 1) == Word::THROUGH)
            || (reader.document.written(at) == "diễn" && reader.document.written(at + 1) == "ra")
            || reader.document.written(at) == "họp"
    });
    let opening = reader.word(from) == Word::AT || item.from <= from + 12;
    verb || opening
}

/// A day that stands in the sentence as its own time, and not as the date of a document or a birth.
fn stated(reader: Reader<'_>, items: &[Item], at: usize, page: &Page) -> Option<Told> {
    let date_at = match reader.word(at) {
        Word::MONTH if is_inside_day(reader, at) => return None,
        Word::DAY | Word::MONTH => at,
        Word::MORNING | Word::AFTERNOON | Word::EVENING | Word::NOON => at + 1,
        _ if reader.shape(at) == Shape::Number && is_led(reader, at) => at,
        _ => return None,
    };
    let (date, end) = reader.date(date_at)?;
    let date = with_year_of_range(reader, date, end);
    let before = items.partition_point(|item| item.to <= at);
    let of_document = items[..before].last().is_some_and(|item| {
        matches!(item.what, What::Directive { .. })
            && reader.date_after(item.to).is_some_and(|(_, end)| at < end)
    });
    let of_birth = (1..=3).any(|back| at >= back && reader.document.is(at - back, "sinh"));
    let dated = date.day.is_some() || (date.month.is_some() && date.year.is_some());
    let told = told(date, page);
    (!of_document && !of_birth && dated && told.date.year.is_some()).then_some(told)
}

/// `ngày 08 | tháng 11 năm 2025`: the month belongs to the day before it.
fn is_inside_day(reader: Reader<'_>, at: usize) -> bool {
    (1..=2).filter_map(|back| at.checked_sub(back)).any(|day| {
        reader.shape(at - 1) == Shape::Number
            && reader
                .date(day)
                .is_some_and(|(date, end)| date.day.is_some() && end > at)
    })
}

/// `từ ngày 20-10 | đến 20-11 năm 1987`, `các ngày 7 | và 8-8-2024`: the end of a range gives the year of its beginning
fn with_year_of_range(reader: Reader<'_>, date: Date, end: usize) -> Date {
    if date.year.is_some() || !matches!(reader.word(end), Word::TO | Word::HYPHEN | Word::AND) {
        return date;
    }
    let from = end + 1 + usize::from(reader.word(end + 1) == Word::DAY);
    // `20-11` is no date by itself, but between `đến` and `năm 1987` it is.
    let (last, after) = reader.date(from).unwrap_or((Date::default(), from + 3));
    let behind = reader
        .year(after + 1)
        .filter(|_| reader.word(after) == Word::YEAR && reader.shape(from) == Shape::Number);
    date.in_year(last.year.or(behind.map(|(year, _)| year)))
}

/// `Từ 01/4/2021: …`, `hôm 6/6`, `Sáng nay (02/9)`
fn is_led(reader: Reader<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let nay = reader.word(before) == Word::OPEN
        && before > 0
        && matches!(reader.document.written(before - 1), "nay" | "qua" | "mai");
    nay || matches!(reader.document.folded(before).as_str(), "từ" | "hôm" | "vào")
}

fn told(date: Date, page: &Page) -> Told {
    Told {
        date: date.in_year(page.year_of(date)),
        year: date.year.is_some(),
    }
}

/// `Hội thi … năm 2023`, `Tuần lễ cấp cao APEC 2024`
fn year_of_name(reader: Reader<'_>, item: &Item) -> Option<Told> {
    let at = item.to.checked_sub(1).filter(|at| *at > item.from + 1)?;
    let (year, _) = reader.year(at)?;
    let named = reader.word(at - 1) == Word::YEAR
        || reader.shape(at - 1).is_capital()
        || reader.word(at - 1) == Word::CLOSE;
    let date = Date {
        year: Some(year),
        ..Date::default()
    };
    named.then_some(Told { date, year: true })
}

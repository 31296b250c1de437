//! Directives in the making -> their days: after a mention, in the sentence of issuing, or on the page that is the directive.

use super::Resolver;
use crate::clean::letters::folded;
use crate::clean::token::Shape;
use crate::extract::date::Date;
use crate::extract::item::{Item, What};
use crate::extract::number::{Number, key};
use crate::extract::own::own_directive;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Word};
use crate::resolve::within::page::Page;

impl Resolver<'_, '_> {
    /// Takes the date that stands after a mention, or that its sentence gives the act of issuing; the most exact stays.
    pub(super) fn date(&mut self, item: &Item, draft: Option<usize>) {
        let Some(draft) = draft.map(|draft| self.root(draft)) else {
            return;
        };
        let after = self.reader.date_after(item.to).map(|(date, _)| date);
        let told = [after, self.reader.date_of_issue(item.from, item.to)];
        for date in told.into_iter().flatten() {
            let known = self.drafts[draft].date;
            let sharper = known
                .is_none_or(|known| known.day.is_none() && date.day.is_some() && known.year == date.year);
            if sharper {
                self.drafts[draft].date = Some(date);
            }
        }
    }

    /// `Hội thi tìm hiểu Nghị quyết số 15-NQ/TW, ngày 5-5-2022`: a date inside the name of an event dates its directive.
    pub(super) fn date_inside(&mut self, item: &Item, numbers: &[Number]) {
        for at in item.from..item.to {
            let Some((number, end)) = self.reader.number_at(at, numbers) else {
                continue;
            };
            let Some(draft) = self
                .numbers
                .get(&key(&number))
                .and_then(|list| list.first())
                .map(|draft| self.root(*draft))
            else {
                continue;
            };
            if let Some((date, _)) = self.reader.date_after(end) {
                self.drafts[draft].date.get_or_insert(date);
            }
        }
    }

    /// The page's own directive was issued the day the page was signed.
    pub(super) fn own(&mut self, items: &[Item], drafts: &[Vec<usize>], page: &Page) {
        let Some(index) = own_directive(self.reader, items) else {
            return;
        };
        let Some(draft) = drafts[index].first().map(|draft| self.root(*draft)) else {
            return;
        };
        // The day beside its number on a gazette's page is the gazette's.
        if let Some(date) = adopted(self.reader).or(page.signed.map(|(_, date)| date)) {
            self.drafts[draft].date = Some(date);
        } else if let Some(date) = tabled(self.reader) {
            self.drafts[draft].date.get_or_insert(date);
        }
        if self.drafts[draft].document_type.is_none() {
            let symbol = self.drafts[draft]
                .number
                .as_ref()
                .map(|number| folded(&number.symbol))
                .unwrap_or_default();
            self.drafts[draft].document_type = self.heading(&symbol);
        }
    }

    /// The type that stands alone on a line: `QUYẾT ĐỊNH`, `KẾT LUẬN`
    fn heading(&self, symbol: &str) -> Option<usize> {
        let types = &self.reader.lexicon.document_types;
        self.reader.document.sentences.iter().find_map(|sentence| {
            let found = self.reader.find(Class::DocumentType, sentence.from)?;
            let heading = self.reader.shape(sentence.from) == Shape::Upper;
            (heading && types[found.item].symbols.iter().any(|known| known == symbol)).then_some(found.item)
        })
    }
}

/// Directives of one list, at most.
const LIST: usize = 60;

/// The day behind the directive at `index`, or behind the last of its list: `Công văn A và Công văn B, ngày 9/11/2024`, `Tờ
/// trình A và Đề án B cùng ngày 9 tháng 5 năm 2025`.
pub(super) fn date_behind(reader: Reader<'_>, items: &[Item], index: usize) -> Option<Date> {
    let mut to = items[index].to;
    if let Some((date, _)) = reader.date_after(to) {
        return Some(date);
    }
    let issuer = |item: &Item| match &item.what {
        What::Directive { name, .. } => name.number.as_ref().map(|number| number.issuer.clone()),
        _ => None,
    };
    let mut last = false;
    let mut alike = true;
    for item in items[index + 1..].iter().take(LIST) {
        let joined = matches!(reader.word(to), Word::COMMA | Word::AND) && item.from == to + 1;
        let numbered = matches!(&item.what, What::Directive { name, .. } if name.number.is_some());
        if last || !joined || !numbered {
            break;
        }
        last = reader.word(to) == Word::AND;
        alike &= issuer(item) == issuer(&items[index]);
        to = item.to;
    }
    let same = reader.word(to) == Word::SAME;
    // `Luật A và Nghị định B ngày …`: without a comma the day is that of all only where one body issued them.
    let shared = last && (reader.word(to) == Word::COMMA || alike);
    let date = reader.date_after(to + usize::from(same)).map(|(date, _)| date);
    date.filter(|_| same || shared)
}

/// `thông qua ngày 10 tháng 7 năm 2025` at the end of a resolution
fn adopted(reader: Reader<'_>) -> Option<Date> {
    (0..reader.document.len()).rev().take(400).find_map(|at| {
        let passed = reader.word(at) == Word::THROUGH && reader.word(at + 1) == Word::DAY && at > 0;
        reader
            .date(at + 1)
            .map(|(date, _)| date)
            .filter(|date| passed && date.day.is_some() && date.year.is_some())
    })
}

/// `Ngày ban hành: | 18/11/2025` in the table of a law site
fn tabled(reader: Reader<'_>) -> Option<Date> {
    (0..reader.document.len().min(900)).find_map(|at| {
        let label = reader.word(at) == Word::DAY
            && reader.document.written(at + 1) == "ban"
            && reader.document.written(at + 2) == "hành";
        let from = (at + 3..at + 6).find(|index| reader.shape(*index) == Shape::Number)?;
        reader.date(from).map(|(date, _)| date).filter(|_| label)
    })
}

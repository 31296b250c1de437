//! The directives that a page names -> entities: by number where there is one, by name where there is none.

mod dating;
mod entity;

use std::collections::BTreeMap;

use crate::clean::letters::folded;
use crate::extract::date::Date;
use crate::extract::directive::DirectiveName;
use crate::extract::item::{Item, What};
use crate::extract::number::{Number, key, numbers};
use crate::extract::own::own_directive;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Word};
use crate::resolve::within::Entities;
use crate::resolve::within::page::Page;
use crate::resolve::within::places::Places;

/// Resolves the directives among `items`.
pub fn resolve(reader: Reader<'_>, items: &[Item], places: &Places, page: &Page, entities: &mut Entities) {
    let mut resolver = Resolver {
        reader,
        places,
        drafts: Vec::new(),
        numbers: BTreeMap::new(),
        titles: BTreeMap::new(),
    };
    let mut drafts: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
    for (index, item) in items.iter().enumerate() {
        let What::Directive { name, others } = &item.what else {
            continue;
        };
        if name.digits.is_none() && !name.own {
            let date = dating::date_behind(reader, items, index);
            drafts[index].push(resolver.draft(name, date));
            for other in others {
                let draft = resolver.draft(other, None);
                drafts[index].push(draft);
            }
        }
    }
    resolver.join_appositions(items, &drafts);
    resolver.join_titles();
    for (index, item) in items.iter().enumerate() {
        let What::Directive { name, .. } = &item.what else {
            continue;
        };
        if let Some(digits) = &name.digits {
            drafts[index].push(resolver.cut_short(name, digits));
        }
        resolver.date(item, drafts[index].first().copied());
    }
    let numbers = numbers(&reader.document.text.nfc);
    for item in items.iter().filter(|item| matches!(item.what, What::Event(_))) {
        resolver.date_inside(item, &numbers);
    }
    resolver.own(items, &drafts, page);
    let own = own_directive(reader, items).and_then(|index| drafts[index].first().copied());
    for (index, item) in items.iter().enumerate() {
        if let What::Directive { name, .. } = &item.what
            && name.own
        {
            let meant = match own {
                Some(own) => Some(own).filter(|own| resolver.is_own(name, *own)),
                None => resolver.only_one(name, &drafts[..index]),
            };
            drafts[index].extend(meant);
        }
    }
    let placed = resolver.enter(entities);
    for (index, item) in items.iter().enumerate() {
        if let What::Directive { name, .. } = &item.what {
            let amended = name
                .amended
                .iter()
                .filter_map(|title| resolver.titles.get(&folded(title)));
            let targets = amended.map(|draft| (index, placed[resolver.root(*draft)]));
            entities.amended.extend(targets);
        }
    }
    for (index, drafts) in drafts.iter().enumerate() {
        for draft in drafts {
            let entity = placed[resolver.root(*draft)];
            if !entities.ids[index].contains(&entity) {
                entities.ids[index].push(entity);
            }
        }
    }
}

/// A directive in the making.
#[derive(Clone, Debug, Default)]
struct Draft {
    document_type: Option<usize>,
    number: Option<Number>,
    digits: Option<String>,
    title: Option<String>,
    /// The title as the page writes it, as long as it only shortens it.
    short: Option<String>,
    term: Option<String>,
    year: Option<u16>,
    date: Option<Date>,
    /// The draft that this one turned out to be.
    same: Option<usize>,
}

struct Resolver<'r, 'd> {
    reader: Reader<'d>,
    places: &'r Places,
    drafts: Vec<Draft>,
    numbers: BTreeMap<String, Vec<usize>>,
    titles: BTreeMap<String, usize>,
}

impl Resolver<'_, '_> {
    fn root(&self, draft: usize) -> usize {
        self.drafts[draft].same.map_or(draft, |same| self.root(same))
    }

    /// `Quyết định này` on a page that is a Quyết định; `Quy định này` there is what the decision puts into force.
    fn is_own(&self, name: &DirectiveName, own: usize) -> bool {
        let types = &self.reader.lexicon.document_types;
        let named = |item: usize| types[item].name.as_str();
        match (
            name.document_type,
            self.document_type(&self.drafts[self.root(own)]),
        ) {
            // `Thông tư này` of a `Thông tư liên tịch`
            (Some(said), Some(own)) => named(own).starts_with(named(said)),
            _ => true,
        }
    }

    /// `Chỉ thị này` in news of one Chỉ thị: the only one of its type named before.
    fn only_one(&self, name: &DirectiveName, before: &[Vec<usize>]) -> Option<usize> {
        let mut fitting: Vec<usize> = before
            .iter()
            .flatten()
            .map(|draft| self.root(*draft))
            .filter(|draft| self.document_type(&self.drafts[*draft]) == name.document_type)
            .collect();
        fitting.sort_unstable();
        fitting.dedup();
        match fitting.as_slice() {
            [single] => Some(*single),
            _ => None,
        }
    }

    /// The draft that a name belongs to, old or new.
    fn draft(&mut self, name: &DirectiveName, date: Option<Date>) -> usize {
        if let Some(number) = &name.number {
            let draft = self.by_number(name, number, date);
            if let Some(title) = &name.title {
                let title = folded(title);
                self.titles.entry(title.clone()).or_insert(draft);
                if let Some(year) = name.year {
                    self.titles.entry(format!("{title} {year}")).or_insert(draft);
                }
                self.drafts[draft]
                    .title
                    .get_or_insert_with(|| name.title.clone().unwrap_or_default());
            }
            return draft;
        }
        self.by_title(name)
    }

    /// The draft of a number: told apart by its type word (`Chương trình 32-CT/TU`, `Chỉ thị 32-CT/TU`) and by its day.
    fn by_number(&mut self, name: &DirectiveName, number: &Number, date: Option<Date>) -> usize {
        let known = self.numbers.get(&key(number)).cloned().unwrap_or_default();
        let typed = |draft: &Draft| {
            draft.document_type.is_none()
                || name.document_type.is_none()
                || draft.document_type == name.document_type
        };
        let dated = |draft: &Draft| match (draft.date, date) {
            (Some(known), Some(date)) => known.year == date.year,
            _ => true,
        };
        let mut fitting = known
            .iter()
            .rev()
            .copied()
            .filter(|draft| typed(&self.drafts[*draft]) && dated(&self.drafts[*draft]));
        let existing = fitting.next().or_else(|| {
            if known.is_empty() {
                self.misspelt(number)
            } else {
                None
            }
        });
        let draft = existing.unwrap_or_else(|| {
            self.drafts.push(Draft {
                number: Some(number.clone()),
                ..Draft::default()
            });
            self.drafts.len() - 1
        });
        let list = self.numbers.entry(key(number)).or_default();
        if !list.contains(&draft) {
            list.push(draft);
        }
        let entry = &mut self.drafts[draft];
        entry.document_type = entry.document_type.or(name.document_type);
        entry.date = entry.date.or(date);
        // `27/CT-TTG` of a heading in capitals is `27/CT-TTg`.
        let capitals = |number: &Number| !number.standard().contains(char::is_lowercase);
        if entry.number.as_ref().is_some_and(capitals) && !capitals(number) {
            entry.number = Some(number.clone());
        }
        draft
    }

    /// `1517-QĐ/TW` beside `1517-QĐNS/TW`: one number of which one writing lacks a letter.
    fn misspelt(&self, number: &Number) -> Option<usize> {
        let alike = |other: &Number| {
            let (left, right) = (folded(&other.symbol), folded(&number.symbol));
            other.digits == number.digits
                && number.digits.len() >= 3
                && other.issuer == number.issuer
                && other.year == number.year
                && (left.starts_with(&right) || right.starts_with(&left))
                && !left.is_empty()
                && !right.is_empty()
        };
        let mut fitting = self
            .drafts
            .iter()
            .enumerate()
            .filter(|(_, draft)| draft.number.as_ref().is_some_and(alike));
        let first = fitting.next()?.0;
        fitting.next().is_none().then_some(first)
    }

    fn by_title(&mut self, name: &DirectiveName) -> usize {
        let mut title = name.title.clone().unwrap_or_default();
        self.place_title(name, &mut title);
        let term = name
            .term
            .as_deref()
            .map(|term| format!(" {term}"))
            .unwrap_or_default();
        // `Nghị quyết Hội nghị Trung ương 4` is `Nghị quyết Trung ương 4`.
        let plain = folded(&title).replace("hội nghị trung ương", "trung ương");
        let mut key = format!("{plain}{term}");
        if let Some(year) = name.year {
            key = format!("{key} {year}");
        }
        if let Some(draft) = self.titles.get(&key) {
            if name.short.is_none() {
                self.drafts[*draft].short = None;
            }
            return *draft;
        }
        let mut draft = Draft {
            document_type: name.document_type,
            title: Some(title),
            short: name.short.clone(),
            term: name.term.clone(),
            year: name.year,
            ..Draft::default()
        };
        if name.local.is_some() || name.term.is_none() || key.contains("đại hội") {
            draft.term = None;
        }
        // `Luật Đất đai` is the only `Luật Đất đai năm …` of the page, and the other way round.
        let same = self.only_year(&plain, name.year);
        if let Some(same) = same {
            if self.drafts[same].year.is_none() {
                self.drafts[same].year = name.year;
            }
            self.titles.insert(key, same);
            return same;
        }
        self.drafts.push(draft);
        self.titles.insert(key, self.drafts.len() - 1);
        self.drafts.len() - 1
    }

    /// The only draft of that title, when one of the two has no year.
    fn only_year(&self, title: &str, year: Option<u16>) -> Option<usize> {
        let mut fitting = self.drafts.iter().enumerate().filter(|(_, draft)| {
            draft
                .title
                .as_deref()
                .is_some_and(|other| folded(other).replace("hội nghị trung ương", "trung ương") == title)
        });
        let (first, draft) = fitting.next()?;
        let open = year.is_none() || draft.year.is_none();
        (open && draft.term.is_none()).then_some(first)
    }

    /// Gives the title of a local congress's resolution the place that its words leave out.
    fn place_title(&self, name: &DirectiveName, title: &mut String) {
        let Some(congress) = &name.local else { return };
        let (Some(place), Some(body)) = (&congress.place, &congress.body) else {
            return;
        };
        if place.name.is_some() {
            return;
        }
        let named = match place.kind {
            Some(kind) => self.places.of_kind(kind, 0),
            None => self.places.local(),
        };
        let Some(named) = named else { return };
        let added = match place.kind {
            Some(_) => named.name,
            None => format!("{} {}", named.kind.word(), named.name),
        };
        *title = title.replacen(body, &format!("{body} {added}"), 1);
    }

    /// `Luật Đất đai năm 2024 (Luật số 31/2024/QH15)`, `Luật số 31/2024/QH15 (Luật Đất đai)`
    fn join_appositions(&mut self, items: &[Item], drafts: &[Vec<usize>]) {
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
    fn join_titles(&mut self) {
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

    /// `Nghị quyết 57` is the only numbered one of the page that begins so.
    fn cut_short(&mut self, name: &DirectiveName, digits: &str) -> usize {
        let fits = |draft: &Draft| {
            let number = draft.number.as_ref().is_some_and(|number| {
                let year = number.year.as_ref().and_then(|year| year.parse().ok());
                number.digits == digits && (name.year.is_none() || name.year == year)
            });
            number && (draft.document_type == name.document_type || draft.document_type.is_none())
        };
        let fitting: Vec<usize> = (0..self.drafts.len())
            .filter(|index| self.drafts[*index].same.is_none() && fits(&self.drafts[*index]))
            .collect();
        if let [single] = fitting.as_slice() {
            return *single;
        }
        let same = |draft: &Draft| {
            draft.digits.as_deref() == Some(digits)
                && draft.document_type == name.document_type
                && draft.year == name.year
        };
        if let Some(known) = self.drafts.iter().position(same) {
            return known;
        }
        self.drafts.push(Draft {
            document_type: name.document_type,
            digits: Some(digits.to_owned()),
            year: name.year,
            ..Draft::default()
        });
        self.drafts.len() - 1
    }
}

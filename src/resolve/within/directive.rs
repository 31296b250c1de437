//! The directives that a page names -> entities: by number where there is one, by name where there is none.

mod dating;
mod entity;
mod joining;
mod numbered;
mod pointing;

use std::collections::BTreeMap;

use crate::clean::letters::folded;
use crate::extract::date::Date;
use crate::extract::directive::DirectiveName;
use crate::extract::item::{Item, What};
use crate::extract::number::{Number, numbers};
use crate::extract::reader::Reader;
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
    let mut drafts = resolver.name(items);
    resolver.join_appositions(items, &drafts);
    resolver.join_titles();
    resolver.shorten_and_date(items, &mut drafts);
    resolver.own(items, &drafts, page);
    resolver.point_back(items, &mut drafts);
    let placed = resolver.enter(entities);
    resolver.amend(items, &placed, entities);
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

    /// The drafts of what is named in full, for each item.
    fn name(&mut self, items: &[Item]) -> Vec<Vec<usize>> {
        let mut drafts: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
        for (index, item) in items.iter().enumerate() {
            let What::Directive { name, others } = &item.what else {
                continue;
            };
            if name.digits.is_none() && !name.own {
                let date = dating::date_behind(self.reader, items, index);
                drafts[index].push(self.draft(name, date));
                for other in others {
                    let draft = self.draft(other, None);
                    drafts[index].push(draft);
                }
            }
        }
        drafts
    }

    /// Gives numbers cut short their drafts, and every draft the day that the page gives it.
    fn shorten_and_date(&mut self, items: &[Item], drafts: &mut [Vec<usize>]) {
        for (index, item) in items.iter().enumerate() {
            let What::Directive { name, .. } = &item.what else {
                continue;
            };
            if let Some(digits) = &name.digits {
                drafts[index].push(self.cut_short(name, digits));
            }
            self.date(item, drafts[index].first().copied());
        }
        let numbers = numbers(&self.reader.document.text.nfc);
        for item in items.iter().filter(|item| matches!(item.what, What::Event(_))) {
            self.date_inside(item, &numbers);
        }
    }

    /// Notes which laws a `Luật sửa đổi, bổ sung một số điều của …` amends.
    fn amend(&self, items: &[Item], placed: &[usize], entities: &mut Entities) {
        for (index, item) in items.iter().enumerate() {
            if let What::Directive { name, .. } = &item.what {
                let amended = name
                    .amended
                    .iter()
                    .filter_map(|title| self.titles.get(&folded(title)));
                let targets = amended.map(|draft| (index, placed[self.root(*draft)]));
                entities.amended.extend(targets);
            }
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

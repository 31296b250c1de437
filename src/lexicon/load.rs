//! Rows of the data files -> entries of the lexicon, each entered under its name and its abbreviations.

use super::cue::{Cue, Cues};
use super::entry::{
    Body, District, DocumentType, EventHead, Head, Part, Place, PlaceKind, Reach, Scope, Surname,
    SurnameGroup,
};
use super::table::{LexiconError, Row, rows};
use super::{Class, Lexicon};
use crate::clean::letters::folded;
use crate::resolve::record::{Branch, Level};

fn branch(file: &str, row: &Row, column: usize) -> Result<Branch, LexiconError> {
    Ok(match row.cells[column] {
        "party" => Branch::Party,
        "state" => Branch::State,
        "front" => Branch::Front,
        "military" => Branch::Military,
        "public" => Branch::Public,
        "other" => Branch::Other,
        value => {
            return Err(wrong(
                file,
                row,
                value,
                "branch",
                "party, state, front, military, public, other",
            ));
        }
    })
}

fn level(file: &str, row: &Row, column: usize) -> Result<Option<Level>, LexiconError> {
    Ok(match row.cells[column] {
        "" => None,
        "central" => Some(Level::Central),
        "province" => Some(Level::Province),
        "district" => Some(Level::District),
        "commune" => Some(Level::Commune),
        value => {
            return Err(wrong(
                file,
                row,
                value,
                "level",
                "central, province, district, commune",
            ));
        }
    })
}

fn place_kind(file: &str, row: &Row, column: usize) -> Result<PlaceKind, LexiconError> {
    let value = row.cells[column];
    PlaceKind::read(value).ok_or_else(|| wrong(file, row, value, "kind", &place_words()))
}

/// The words of all kinds of places, for messages.
fn place_words() -> String {
    PlaceKind::ALL.map(PlaceKind::word).join(", ")
}

fn part(file: &str, row: &Row, text: &str) -> Result<Part, LexiconError> {
    Ok(match text {
        "field" => Part::Field,
        "proper" => Part::Proper,
        "topic" => Part::Topic,
        "numeral" => Part::Numeral,
        "parent" => Part::Parent,
        "place" => Part::Place,
        "congress" => Part::Congress,
        "at" => Part::At,
        "countries" => Part::Countries,
        value => {
            return Err(wrong(
                file,
                row,
                value,
                "part",
                "field, proper, topic, numeral, parent, place, congress",
            ));
        }
    })
}

fn scope(file: &str, row: &Row, column: usize) -> Result<Scope, LexiconError> {
    match row.cells[column] {
        "local" => Ok(Scope::Local),
        "free" => Ok(Scope::Free),
        "national" => Ok(Scope::National),
        value => PlaceKind::read(value).map(Scope::Of).ok_or_else(|| {
            let choices = format!("local, free, national, {}", place_words());
            wrong(file, row, value, "scope", &choices)
        }),
    }
}

fn cue(file: &str, row: &Row, text: &str) -> Result<Cue, LexiconError> {
    Cue::read(text).ok_or_else(|| wrong(file, row, text, "cue", "the words of `Cue` in src/lexicon/cue.rs"))
}

/// A name with its commas, dashes and `và` left out or exchanged (`Luật phòng chống tham nhũng`); nothing for a name without them.
fn loose(name: &str) -> Vec<String> {
    let plain = name.replace(", ", " ");
    let mut forms = vec![
        plain.clone(),
        plain.replace(" - ", " "),
        name.replace(" - ", ", "),
        name.replace(" và ", " "),
        plain.replace(" và ", " ").replace(" - ", " "),
    ];
    forms.sort();
    forms.dedup();
    forms.retain(|form| form != name);
    forms
}

fn wrong(file: &str, row: &Row, value: &str, column: &'static str, choices: &str) -> LexiconError {
    LexiconError::Value {
        file: file.to_owned(),
        line: row.line,
        value: value.to_owned(),
        column,
        choices: choices.to_owned(),
    }
}

fn filled(cell: &str) -> Option<String> {
    (!cell.is_empty()).then(|| cell.to_owned())
}

impl Lexicon {
    /// Loads files; of two entries for one phrase the first stays, so that a user's words come first.
    pub(super) fn load(files: &[(&str, &str)]) -> Result<Lexicon, LexiconError> {
        let mut lexicon = Lexicon::default();
        lexicon.begin_vocabulary();
        for (name, text) in files {
            lexicon.load_file(name, text)?;
        }
        lexicon.enter_loose();
        Ok(lexicon)
    }

    fn load_file(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        match file {
            "places.tsv" => self.load_places(file, text),
            "districts.tsv" => self.load_districts(file, text),
            "bodies.tsv" => self.load_bodies(file, text),
            "heads.tsv" => self.load_heads(file, text),
            "documents.tsv" => self.load_documents(file, text),
            "events.tsv" => self.load_events(file, text),
            "issuers.tsv" => self.load_issuers(file, text),
            "boilerplate.tsv" => self.load_boilerplate(file, text),
            "cues.tsv" => self.load_cues(file, text),
            "surnames.tsv" => self.load_surnames(file, text),
            "countries.tsv" => self.load_forms(Class::Country, file, text),
            "fields.tsv" => self.load_forms(Class::Field, file, text),
            "titles.tsv" => self.load_forms(Class::Title, file, text),
            "ranks.tsv" => self.load_forms(Class::Rank, file, text),
            "degrees.tsv" => self.load_forms(Class::Degree, file, text),
            "laws.tsv" => self.load_laws(file, text),
            "honorifics.tsv" => self.load_words(Class::Honorific, file, text),
            "settlements.tsv" => self.load_words(Class::Settlement, file, text),
            _ => Err(LexiconError::unknown(file, super::file::EMBEDDED)),
        }
    }

    /// Files of words that are enough by themselves.
    fn load_words(&mut self, class: Class, file: &str, text: &str) -> Result<(), LexiconError> {
        for (item, row) in rows(file, text, &["name"])?.iter().enumerate() {
            self.enter(class, item, row.cells[0]);
        }
        Ok(())
    }

    fn load_laws(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in &rows(file, text, &["name", "abbreviations"])? {
            self.laws.push(row.cells[0].to_owned());
            let item = self.laws.len() - 1;
            self.enter_all(Class::LawName, item, row, 1);
        }
        Ok(())
    }

    /// Files of names with abbreviations; the names themselves are kept of those that rules write out.
    fn load_forms(&mut self, class: Class, file: &str, text: &str) -> Result<(), LexiconError> {
        for (index, row) in rows(file, text, &["name", "abbreviations"])?.iter().enumerate() {
            let kept = match class {
                Class::Country => Some(&mut self.countries),
                Class::Field => Some(&mut self.fields),
                Class::Title => Some(&mut self.titles),
                _ => None,
            };
            let item = kept.map_or(index, |list| {
                list.push(row.cells[0].to_owned());
                list.len() - 1
            });
            self.enter_all(class, item, row, 1);
        }
        Ok(())
    }

    fn enter_all(&mut self, class: Class, item: usize, row: &Row, abbreviations: usize) {
        self.enter(class, item, row.cells[0]);
        for form in row.list(abbreviations) {
            self.enter(class, item, form);
        }
    }

    /// `Bộ Thông tin truyền thông`, `Sở Lao động, Thương binh và Xã hội`: names as pages join their parts. After the names of all
    /// files, since a name that is such a form of another keeps its own meaning.
    fn enter_loose(&mut self) {
        let bodies = self.bodies.iter().map(|body| &body.name);
        let named = [
            (Class::Body, bodies.map(|name| loose(name)).collect::<Vec<_>>()),
            (Class::Field, self.fields.iter().map(|name| loose(name)).collect()),
            (Class::LawName, self.laws.iter().map(|name| loose(name)).collect()),
        ];
        for (class, forms) in named {
            for (item, forms) in forms.iter().enumerate() {
                for form in forms {
                    self.enter(class, item, form);
                }
            }
        }
    }

    fn load_places(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in rows(
            file,
            text,
            &["name", "kind", "abbreviations", "site", "until", "successor"],
        )? {
            let item = self.places.len();
            self.places.push(Place {
                name: row.cells[0].to_owned(),
                kind: place_kind(file, &row, 1)?,
                sites: row.list(3).map(str::to_owned).collect(),
                successor: filled(row.cells[5]).map(|successor| (successor, row.cells[4].to_owned())),
            });
            self.enter_all(Class::Place, item, &row, 2);
        }
        Ok(())
    }

    fn load_districts(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in rows(file, text, &["name", "kind", "province"])? {
            let item = self.districts.len();
            self.districts.push(District {
                name: row.cells[0].to_owned(),
                kind: place_kind(file, &row, 1)?,
                province: row.cells[2].to_owned(),
            });
            self.districts_of
                .entry(folded(row.cells[0]))
                .or_default()
                .push(item);
            self.enter(Class::District, item, row.cells[0]);
        }
        Ok(())
    }

    fn load_bodies(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        let columns = [
            "name",
            "abbreviations",
            "branch",
            "level",
            "parent",
            "until",
            "successor",
        ];
        for row in &rows(file, text, &columns)? {
            let item = self.bodies.len();
            self.bodies.push(Body {
                name: row.cells[0].to_owned(),
                branch: branch(file, row, 2)?,
                level: level(file, row, 3)?,
                parent: filled(row.cells[4]),
                until: filled(row.cells[5]),
                successor: filled(row.cells[6]),
            });
            self.enter_all(Class::Body, item, row, 1);
        }
        Ok(())
    }

    fn load_heads(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in rows(file, text, &["name", "abbreviations", "branch", "scope", "tail"])? {
            let item = self.heads.len();
            let tail = row
                .list(4)
                .map(|text| part(file, &row, text))
                .collect::<Result<_, _>>()?;
            self.heads.push(Head {
                name: row.cells[0].to_owned(),
                branch: branch(file, &row, 2)?,
                scope: scope(file, &row, 3)?,
                tail,
            });
            self.enter_all(Class::Head, item, &row, 1);
        }
        Ok(())
    }

    fn load_documents(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in rows(file, text, &["name", "symbols"])? {
            let item = self.document_types.len();
            self.document_types.push(DocumentType {
                name: row.cells[0].to_owned(),
                symbols: row.list(1).map(folded).collect(),
            });
            self.enter(Class::DocumentType, item, row.cells[0]);
        }
        Ok(())
    }

    fn load_events(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in rows(file, text, &["name", "type"])? {
            let item = self.events.len();
            self.events.push(EventHead {
                name: row.cells[0].to_owned(),
                event_type: row.cells[1].to_owned(),
            });
            self.enter(Class::EventHead, item, row.cells[0]);
        }
        Ok(())
    }

    fn load_issuers(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in rows(file, text, &["symbol", "bodies"])? {
            self.issuers
                .entry(folded(row.cells[0]))
                .or_insert_with(|| row.list(1).map(str::to_owned).collect());
        }
        Ok(())
    }

    fn load_cues(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in rows(file, text, &["words", "cues"])? {
            let item = self.cues.len();
            let mut cues = Cues::default();
            for text in row.list(1) {
                cues = cues.with(cue(file, &row, text)?);
            }
            self.cues.push(cues);
            self.enter(Class::Cue, item, row.cells[0]);
        }
        Ok(())
    }

    fn load_boilerplate(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in rows(file, text, &["words", "reach"])? {
            let mut reach = Reach::default();
            for part in row.list(1) {
                match part {
                    "line" => reach.line = true,
                    "before" => reach.before = true,
                    "after" => reach.after = true,
                    value => return Err(wrong(file, &row, value, "reach", "line, before, after")),
                }
            }
            self.furniture.push((folded(row.cells[0]), reach));
        }
        self.furniture.sort_by(|left, right| left.0.cmp(&right.0));
        Ok(())
    }

    fn load_surnames(&mut self, file: &str, text: &str) -> Result<(), LexiconError> {
        for row in rows(file, text, &["name", "group"])? {
            let group = match row.cells[1] {
                "kinh" => SurnameGroup::Kinh,
                "minority" => SurnameGroup::Minority,
                value => return Err(wrong(file, &row, value, "group", "kinh, minority")),
            };
            let item = self.surnames.len();
            self.surnames.push(Surname { group });
            self.enter(Class::Surname, item, row.cells[0]);
        }
        Ok(())
    }
}

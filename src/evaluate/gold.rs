//! A gold file -> the raw page with what a careful reader marked in it, or the fault by name.
//!
//! ```text
//! === text
//! Sáng 28/12, ⟦C1:Sở Nội vụ⟧ tổ chức ⟦E1:Hội nghị tổng kết năm 2023⟧.
//! === entities
//! C1 | Sở Nội vụ tỉnh Bắc Giang
//! E1 | Hội nghị tổng kết năm 2023 | date=2023-12-28
//! === relations
//! E1 organised_by C1
//! ```
//!
//! `⟦C1?:…⟧` is an optional mention and `⟦B:…⟧` a stretch of boilerplate; taking the marks out gives the page back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::EvaluateError;
use super::matching::Span;
use crate::read::Source;
use crate::resolve::record::{Kind, RelationKind};

const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// One page as a careful reader marked it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gold {
    /// File name without its ending.
    pub name: String,
    /// The page without marks.
    pub text: String,
    pub entities: BTreeMap<Id, GoldEntity>,
    /// In the order of the text.
    pub mentions: Vec<GoldMention>,
    pub boilerplate: Vec<Span>,
    /// In the order of the file.
    pub relations: Vec<GoldRelation>,
}

/// The name of an entity inside its gold file, for example `P12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Id {
    pub kind: Kind,
    pub number: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldEntity {
    /// Canonical name.
    pub name: String,
    /// `2023-12-28`, `2023-12` or `2023`.
    pub date: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoldMention {
    pub id: Id,
    /// Code points of the page without marks.
    pub span: Span,
    pub need: Need,
}

/// Whether a reader must find a mention or may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldRelation {
    pub kind: RelationKind,
    pub source: Id,
    pub target: Id,
    /// Post without the body, only of `holds_position`.
    pub title: Option<String>,
}

/// What is wrong in a gold file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("needs the lines '=== text', '=== entities' and '=== relations' in this order")]
    Parts,
    #[error("bad mark at {0:?}; write ⟦C1:…⟧, ⟦C1?:…⟧ or ⟦B:…⟧")]
    Mark(String),
    #[error("mark inside a mark at {0:?}; marks never nest")]
    Nested(String),
    #[error("closing mark without its opening after {0:?}")]
    Unopened(String),
    #[error("mark {0} is never closed")]
    Unclosed(String),
    #[error("bad entity line {0:?}; write 'C1 | canonical name'")]
    Entity(String),
    #[error("entity {0} is listed twice")]
    Twice(String),
    #[error("{0} is marked but not listed among the entities")]
    Unlisted(String),
    #[error("bad relation line {0:?}; write 'P1 holds_position C1 | title=…' with listed entities")]
    Relation(String),
}

impl Gold {
    /// Reads the text of one gold file.
    ///
    /// # Errors
    /// The first [`Fault`] of the file.
    pub fn parse(name: &str, whole: &str) -> Result<Gold, Fault> {
        let whole = whole.strip_prefix('\u{FEFF}').unwrap_or(whole);
        let body = after_head(whole, "=== text").ok_or(Fault::Parts)?;
        let (marked, rest) = body
            .match_indices("=== entities")
            .find_map(|(at, head)| Some((&body[..at], after_head(&body[at..], head)?)))
            .ok_or(Fault::Parts)?;
        let (entities, relations) = split_relations(rest);
        let marked = marked.strip_suffix('\n').unwrap_or(marked);
        let marked = marked.strip_suffix('\r').unwrap_or(marked);
        let mut gold = read_marks(marked)?;
        gold.name = name.to_owned();
        gold.entities = read_entities(entities)?;
        if let Some(stray) = gold.mentions.iter().find(|m| !gold.entities.contains_key(&m.id)) {
            return Err(Fault::Unlisted(stray.id.to_string()));
        }
        gold.relations = read_relations(relations, &gold.entities)?;
        Ok(gold)
    }

    /// Reads every `*.gold` file directly inside a folder, sorted by name.
    ///
    /// # Errors
    /// When the folder or a file cannot be read, holds no gold file or a broken one.
    pub fn read_folder(folder: &Path) -> Result<Vec<Gold>, EvaluateError> {
        Gold::files(folder)?.iter().map(|file| read_file(file)).collect()
    }

    /// The `*.gold` files directly inside a folder, sorted by name.
    ///
    /// # Errors
    /// When the folder cannot be read or holds none.
    pub fn files(folder: &Path) -> Result<Vec<PathBuf>, EvaluateError> {
        let unreadable = |file: &Path, cause| EvaluateError::Unreadable {
            file: file.to_owned(),
            cause,
        };
        let mut files = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(|cause| unreadable(folder, cause))? {
            let path = entry.map_err(|cause| unreadable(folder, cause))?.path();
            if path.extension().is_some_and(|ending| ending == "gold") {
                files.push(path);
            }
        }
        files.sort();
        if files.is_empty() {
            return Err(EvaluateError::NoGold {
                folder: folder.to_owned(),
            });
        }
        Ok(files)
    }

    /// Fails where the page of that name is not the one that was marked; line breaks at the end may differ.
    ///
    /// # Errors
    /// [`EvaluateError::OtherPage`] with the place of the first difference.
    pub fn fits(&self, page: &Source) -> Result<(), EvaluateError> {
        let (ours, theirs) = (trimmed(&self.text), trimmed(&page.text));
        if ours == theirs {
            return Ok(());
        }
        let same = ours.chars().zip(theirs.chars()).take_while(|(a, b)| a == b);
        Err(EvaluateError::OtherPage {
            gold: self.name.clone(),
            page: page.name.clone(),
            at: same.count(),
        })
    }

    /// The page without marks, as the reading stage would give it.
    pub fn source(&self) -> Source {
        Source {
            name: format!("{}.txt", self.name),
            text: self.text.clone(),
        }
    }
}

fn trimmed(text: &str) -> &str {
    text.trim_end_matches(['\n', '\r'])
}

fn read_file(file: &Path) -> Result<Gold, EvaluateError> {
    let whole = std::fs::read_to_string(file).map_err(|cause| EvaluateError::Unreadable {
        file: file.to_owned(),
        cause,
    })?;
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    Gold::parse(&stem, &whole).map_err(|fault| EvaluateError::Gold {
        file: file.display().to_string(),
        fault,
    })
}

/// What follows a head and its line break, which is that of Windows in a page that has such breaks.
fn after_head<'a>(text: &'a str, head: &str) -> Option<&'a str> {
    let rest = text.strip_prefix(head)?;
    rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))
}

fn split_relations(rest: &str) -> (&str, &str) {
    let opens_line = |at: &usize| *at == 0 || rest[..*at].ends_with('\n');
    rest.match_indices("=== relations")
        .filter(|(at, _)| opens_line(at))
        .find_map(|(at, head)| Some((&rest[..at], after_head(&rest[at..], head)?)))
        .unwrap_or((rest, ""))
}

/// A mark that is open: what it names, and where in the raw text it began.
enum Tag {
    Boilerplate,
    Entity(Id, Need),
}

fn read_marks(marked: &str) -> Result<Gold, Fault> {
    let mut gold = Gold::default();
    let mut open: Option<(Tag, u32)> = None;
    let mut count = 0;
    let mut rest = marked;
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        match letter {
            OPEN => {
                let (tag, inside) = read_tag(after).ok_or_else(|| Fault::Mark(first(rest, 30)))?;
                if open.is_some() {
                    return Err(Fault::Nested(first(rest, 40)));
                }
                open = Some((tag, count));
                rest = inside;
                continue;
            }
            CLOSE => {
                let (tag, start) = open.take().ok_or_else(|| Fault::Unopened(last(&gold.text, 30)))?;
                gold.close(tag, Span { start, end: count });
            }
            _ => {
                gold.text.push(letter);
                count += 1;
            }
        }
        rest = after;
    }
    match open {
        Some((tag, _)) => Err(Fault::Unclosed(tag.name())),
        None => Ok(gold),
    }
}

impl Gold {
    fn close(&mut self, tag: Tag, span: Span) {
        match tag {
            Tag::Boilerplate => self.boilerplate.push(span),
            Tag::Entity(id, need) => self.mentions.push(GoldMention { id, span, need }),
        }
    }
}

impl Tag {
    fn name(&self) -> String {
        match self {
            Tag::Boilerplate => "B".to_owned(),
            Tag::Entity(id, _) => id.to_string(),
        }
    }
}

/// `C12?:Thành ủy…` -> the tag and the text behind its colon.
fn read_tag(text: &str) -> Option<(Tag, &str)> {
    let (head, inside) = text.split_once(':')?;
    let tag = match head.strip_suffix('?') {
        _ if head == "B" => Tag::Boilerplate,
        Some(id) => Tag::Entity(Id::parse(id)?, Need::Optional),
        None => Tag::Entity(Id::parse(head)?, Need::Required),
    };
    Some((tag, inside))
}

fn read_entities(part: &str) -> Result<BTreeMap<Id, GoldEntity>, Fault> {
    let mut entities = BTreeMap::new();
    for line in part.lines().filter(|line| !line.trim().is_empty()) {
        let fault = || Fault::Entity(line.to_owned());
        let mut cells = line.split('|').map(str::trim);
        let id = cells.next().and_then(Id::parse).ok_or_else(fault)?;
        let name = cells.next().filter(|name| !name.is_empty()).ok_or_else(fault)?;
        let entity = GoldEntity {
            name: name.to_owned(),
            date: attribute(cells, "date"),
        };
        if entities.insert(id, entity).is_some() {
            return Err(Fault::Twice(id.to_string()));
        }
    }
    Ok(entities)
}

fn read_relations(part: &str, entities: &BTreeMap<Id, GoldEntity>) -> Result<Vec<GoldRelation>, Fault> {
    let mut relations = Vec::new();
    for line in part.lines().filter(|line| !line.trim().is_empty()) {
        let mut cells = line.split('|').map(str::trim);
        let head: Vec<&str> = cells.next().unwrap_or_default().split_whitespace().collect();
        let listed = |word: &str| Id::parse(word).filter(|id| entities.contains_key(id));
        let relation = match head[..] {
            [source, kind, target] => listed(source).zip(relation_kind(kind)).zip(listed(target)),
            _ => None,
        };
        let ((source, kind), target) = relation.ok_or_else(|| Fault::Relation(line.to_owned()))?;
        relations.push(GoldRelation {
            kind,
            source,
            target,
            title: attribute(cells, "title"),
        });
    }
    Ok(relations)
}

/// The value of `name=value` among cells; the last one where it stands twice, nothing where it is empty.
fn attribute<'a>(cells: impl Iterator<Item = &'a str>, name: &str) -> Option<String> {
    cells
        .filter_map(|cell| cell.split_once('='))
        .filter(|(key, _)| *key == name)
        .last()
        .map(|(_, value)| value.to_owned())
        .filter(|value| !value.is_empty())
}

pub(super) fn relation_kind(word: &str) -> Option<RelationKind> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

impl Id {
    fn parse(word: &str) -> Option<Id> {
        let kind = match word.chars().next()? {
            'P' => Kind::Official,
            'C' => Kind::Committee,
            'D' => Kind::Directive,
            'E' => Kind::Event,
            _ => return None,
        };
        let digits = &word[1..];
        let number = digits
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| digits.parse().ok())??;
        Some(Id { kind, number })
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let letter = match self.kind {
            Kind::Official => 'P',
            Kind::Committee => 'C',
            Kind::Directive => 'D',
            Kind::Event => 'E',
        };
        write!(out, "{letter}{}", self.number)
    }
}

fn first(text: &str, count: usize) -> String {
    text.chars().take(count).collect()
}

fn last(text: &str, count: usize) -> String {
    let skip = text.chars().count().saturating_sub(count);
    text.chars().skip(skip).collect()
}

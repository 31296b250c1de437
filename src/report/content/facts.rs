//! What a report says, as plain facts: every form of the report prints these and computes nothing.

use serde::Serialize;

use crate::graph::{Date, Tenure};
use crate::report::drawing::Picture;

/// A report. Lists hold what leads; each says how many it leaves out.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Content {
    pub overview: Overview,
    pub rankings: Vec<Ranking>,
    pub posts: Listing<Body>,
    pub directives: Listing<DirectiveEntry>,
    pub communities: Listing<CommunityEntry>,
    /// By date; those without one come last.
    pub events: Listing<EventEntry>,
    pub matrix: Matrix,
    /// How many entities have a degree, by degree.
    pub degrees: Vec<DegreeCount>,
    pub refused: Listing<Refused>,
    pub unresolved: Listing<Unresolved>,
    pub ambiguous: Listing<Ambiguous>,
    pub definitions: Vec<Defined>,
    pub pages: Listing<Page>,
    /// For every entity that the report names, by kind and id.
    pub evidence: Vec<Testimony>,
    /// What a drawing needs; files of their own hold every place.
    #[serde(skip)]
    pub picture: Picture,
}

/// What is shown of a list and how many items more there are.
#[derive(Clone, Debug, Serialize)]
pub struct Listing<T> {
    pub shown: Vec<T>,
    pub left_out: usize,
}

/// A node by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Name {
    pub id: String,
    pub label: String,
    /// `official`, `committee`, `directive`, `event`, `document`.
    pub kind: String,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Overview {
    pub pages: usize,
    pub sentences: usize,
    pub mentions: usize,
    /// Earliest and latest date of a page.
    pub first_date: Option<Date>,
    pub last_date: Option<Date>,
    /// Entities of each kind.
    pub entities: Vec<Counted>,
    /// Edges of each relation, the most frequent first.
    pub relations: Vec<Counted>,
    /// Measures of the graph of entities.
    pub measures: Vec<Figure>,
}

#[derive(Clone, Debug, Default, Serialize)]
pub struct Counted {
    pub name: String,
    pub count: usize,
}

/// A number of the whole graph.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    pub name: &'static str,
    pub value: f64,
    /// False where it was estimated from a sample.
    pub exact: bool,
}

/// The entities of a kind that lead by a measure.
#[derive(Clone, Debug, Serialize)]
pub struct Ranking {
    pub kind: &'static str,
    pub measure: &'static str,
    pub leaders: Vec<Scored>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Scored {
    pub name: Name,
    pub score: f64,
}

/// A body and who served in it.
#[derive(Clone, Debug, Serialize)]
pub struct Body {
    pub body: Name,
    pub posts: Vec<PostEntry>,
}

#[derive(Clone, Debug, Serialize)]
pub struct PostEntry {
    pub official: Name,
    pub title: Option<String>,
    #[serde(serialize_with = "tenure")]
    pub tenure: Tenure,
    pub first_seen: Option<Date>,
    pub last_seen: Option<Date>,
    pub documents: u32,
    pub quote: Option<Quoted>,
}

/// A sentence and the page that it stands in.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Quoted {
    pub text: String,
    pub document: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct DirectiveEntry {
    pub directive: Name,
    pub document_type: Option<String>,
    pub title: Option<String>,
    pub issuer: Option<String>,
    /// The issuer as an entity, where the corpus names it.
    pub issued_by: Option<Name>,
    pub issue_date: Option<Date>,
    pub term: Option<String>,
    /// A page of the corpus is the directive; else it is only cited.
    pub held: bool,
    /// What it carries out, amends, cites …
    pub refers_to: Vec<Related>,
    /// What carries it out, amends, cites it …
    pub referred_to_by: Vec<Related>,
    /// Pages that name it.
    pub documents: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Related {
    pub relation: String,
    pub name: Name,
}

#[derive(Clone, Debug, Serialize)]
pub struct CommunityEntry {
    pub name: String,
    pub size: usize,
    pub kinds: Vec<Counted>,
    /// The leading members.
    pub members: Listing<Name>,
}

#[derive(Clone, Debug, Serialize)]
pub struct EventEntry {
    pub event: Name,
    pub date: Option<Date>,
    pub event_type: Option<String>,
    pub place: Option<String>,
    pub organiser: Option<String>,
    /// Who chaired it, spoke there, attended, what it was about.
    pub related: Vec<Related>,
    pub documents: u32,
}

/// How often leading officials and committees are named together: `counts[row][column]`, symmetric, the diagonal 0.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Matrix {
    pub names: Vec<Name>,
    pub counts: Vec<Vec<u32>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DegreeCount {
    pub degree: u32,
    pub entities: usize,
}

/// A page that was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Refused {
    pub name: String,
    pub reason: String,
}

/// Words that no rule could decide.
#[derive(Clone, Debug, Serialize)]
pub struct Unresolved {
    pub reason: String,
    pub text: String,
    pub document: String,
}

/// Two entities that could be one.
#[derive(Clone, Debug, Serialize)]
pub struct Ambiguous {
    pub left: Name,
    pub right: Name,
    pub reason: String,
}

/// A page that was read.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    pub name: Name,
    /// Path below the input.
    pub file: String,
    pub date: Option<Date>,
    pub site: Option<String>,
    /// How many entities and directives it names.
    pub entities: usize,
}

#[derive(Clone, Copy, Debug, Serialize)]
pub struct Defined {
    pub name: &'static str,
    pub meaning: &'static str,
}

/// An entity with the sentences that name it.
#[derive(Clone, Debug, Serialize)]
pub struct Testimony {
    pub name: Name,
    pub aliases: Vec<String>,
    pub mentions: u32,
    pub documents: u32,
    pub sentences: Listing<Sentence>,
}

/// A sentence of a page and what it calls the entity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sentence {
    pub text: String,
    pub words: Vec<String>,
    pub document: String,
    pub title: Option<String>,
    pub date: Option<Date>,
}

impl<T> Listing<T> {
    /// Keeps the first `most` items.
    pub fn of(items: impl IntoIterator<Item = T>, most: usize) -> Listing<T> {
        let mut items = items.into_iter();
        let shown = items.by_ref().take(most).collect();
        Listing {
            shown,
            left_out: items.count(),
        }
    }

    pub fn total(&self) -> usize {
        self.shown.len() + self.left_out
    }
}

impl<T> Default for Listing<T> {
    fn default() -> Listing<T> {
        Listing {
            shown: Vec::new(),
            left_out: 0,
        }
    }
}

/// The word that stands for how a post stands.
pub fn tenure_name(tenure: Tenure) -> &'static str {
    match tenure {
        Tenure::Held => "held",
        Tenure::Former => "former",
        Tenure::New => "new",
    }
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
fn tenure<S: serde::Serializer>(tenure: &Tenure, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(tenure_name(*tenure))
}

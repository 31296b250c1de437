//! What is known of one document once its mentions are joined into entities: the line of `vnkg extract`.
//!
//! A record is a pure function of one document and the lexicon. It carries every word that later stages quote, so
//! that records made on one machine can be joined on another that has never seen the pages.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// One document: what it is, whom and what it names, and what it says of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Path of the file below the input that named it, with `/` between folders.
    pub doc: String,
    /// The headline, on one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day the page was published or, for a directive, signed: `2023-12-28`, `2023-12` or `2023`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Host name of the site, where the page or its address gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<String>,
    /// The place whose bodies the page means when it names none, for example `Hà Nội`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Identifier of the directive that the page itself is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
    /// The entities named, sorted by `id`.
    pub entities: Vec<Entity>,
    /// The mentions, in the order of the text. Spans never overlap.
    pub mentions: Vec<Mention>,
    /// The relations stated, sorted by type, source, target and place in the text.
    pub relations: Vec<Relation>,
    /// The sentences that hold a mention or the evidence of a relation, in the order of the text.
    pub sentences: Vec<Sentence>,
    /// What was seen and could not be decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unresolved: Vec<Unresolved>,
}

/// A thing named in a document, with what the document says it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// Identifier computed from what the thing is; a valid XML NMTOKEN, in NFC, tones kept.
    pub id: String,
    /// Canonical name, for example `Ban Tuyên giáo Thành ủy Hà Nội`.
    pub name: String,
    /// Issue date of a directive or day of an event, as exact as the text: `2023-12-28`, `2023-12` or `2023`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The other forms it was written in here, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What only its kind has.
    #[serde(flatten)]
    pub facts: Facts,
}

/// The four kinds of entity and what each alone has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Facts {
    Official(Official),
    Committee(Committee),
    Directive(Directive),
    Event(Event),
}

/// A person in public function. Posts are relations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Official {
    /// Where the person serves, as far as this document tells: a province or city, or `trung ương`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Ranks and degrees, for example `Thượng tướng`, `PGS.TS`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranks: Vec<String>,
}

/// A named body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Committee {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<Branch>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// Province, city, district or commune, for example `Hà Nội`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Canonical name of the body it is part of, for example `Thành ủy Hà Nội`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// A numbered or named document of a body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Directive {
    /// Document type, for example `Chỉ thị`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_type: Option<String>,
    /// The number before the symbol, without leading zeros, for example `5` of `05-CT/TW`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The whole number in its standard form, for example `05-CT/TW` or `30/2020/NĐ-CP`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// Canonical name of the issuing body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Congress or assembly term, for example `XII`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<String>,
    /// The title given in quotes or after `về`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// A particular meeting, congress, session, contest, election.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The head noun in its standard form, for example `Hội nghị`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_type: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Canonical name of the body that held it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organiser: Option<String>,
}

/// Side of the political system that a body stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Branch {
    Party,
    State,
    Front,
    Military,
    Public,
    Other,
}

/// Level of government that a body works at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Central,
    Province,
    District,
    Commune,
}

/// A span of the page that names an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The `id` of the entity.
    pub entity: String,
    /// First code point of the span in the text as stored.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words themselves, on one line.
    pub text: String,
    pub zone: Zone,
    /// Index into [`Record::sentences`].
    pub sentence: u32,
    /// Ordinal of the paragraph in the page.
    pub paragraph: u32,
    /// Name of the rule that found it.
    pub rule: Cow<'static, str>,
}

/// Part of a page that a mention stands in. Only content counts for co-occurrence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    Headline,
    Dateline,
    Byline,
    #[default]
    Body,
    Caption,
    List,
    Boilerplate,
}

/// A relation that the text states between two entities of the same document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    #[serde(rename = "type")]
    pub kind: RelationKind,
    pub source: String,
    pub target: String,
    /// Post without the body, for example `Phó Bí thư`; only of `holds_position`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The post was left.
    #[serde(default, skip_serializing_if = "is_false")]
    pub former: bool,
    /// The post is being received in this text.
    #[serde(default, skip_serializing_if = "is_false")]
    pub new: bool,
    /// The words that state it, in code points of the text as stored.
    pub start: u32,
    pub end: u32,
    /// Index into [`Record::sentences`].
    pub sentence: u32,
    /// Name of the rule that read it.
    pub rule: Cow<'static, str>,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
fn is_false(value: &bool) -> bool {
    !value
}

/// The verbs of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    HoldsPosition,
    PartOf,
    SucceededBy,
    IssuedBy,
    Implements,
    BasedOn,
    Amends,
    Replaces,
    Guides,
    Cites,
    Concerns,
    OrganisedBy,
    Chaired,
    SpokeAt,
    Attended,
}

/// A quoted stretch of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    pub start: u32,
    pub end: u32,
    /// The words, with line breaks and markup made single spaces.
    pub text: String,
}

/// Something seen that the rules refused to decide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unresolved {
    /// The words.
    pub text: String,
    /// Why, for example `a suffix without a province`.
    pub reason: Cow<'static, str>,
    pub start: u32,
    pub end: u32,
}

/// The kind of an entity, without what it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Official,
    Committee,
    Directive,
    Event,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Official, Kind::Committee, Kind::Directive, Kind::Event];

    /// The word that stands for it in every file.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Official => "official",
            Kind::Committee => "committee",
            Kind::Directive => "directive",
            Kind::Event => "event",
        }
    }
}

impl Entity {
    pub fn kind(&self) -> Kind {
        match self.facts {
            Facts::Official(_) => Kind::Official,
            Facts::Committee(_) => Kind::Committee,
            Facts::Directive(_) => Kind::Directive,
            Facts::Event(_) => Kind::Event,
        }
    }
}

impl RelationKind {
    /// The word that stands for it in every file.
    pub fn name(self) -> &'static str {
        match self {
            RelationKind::HoldsPosition => "holds_position",
            RelationKind::PartOf => "part_of",
            RelationKind::SucceededBy => "succeeded_by",
            RelationKind::IssuedBy => "issued_by",
            RelationKind::Implements => "implements",
            RelationKind::BasedOn => "based_on",
            RelationKind::Amends => "amends",
            RelationKind::Replaces => "replaces",
            RelationKind::Guides => "guides",
            RelationKind::Cites => "cites",
            RelationKind::Concerns => "concerns",
            RelationKind::OrganisedBy => "organised_by",
            RelationKind::Chaired => "chaired",
            RelationKind::SpokeAt => "spoke_at",
            RelationKind::Attended => "attended",
        }
    }
}

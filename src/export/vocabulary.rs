//! Kinds and relations -> the classes and properties that the web of data already has for them.
//!
//! People, events and pages are in schema.org terms, bodies and posts in W3C ORG, provenance in W3C PROV, and what
//! laws do to each other in ELI. What none of them has is in a small vocabulary of vnkg's own.

use crate::graph::{EdgeKind, NodeKind};
use crate::resolve::record::{Kind, RelationKind};

pub(super) const PREFIXES: [(&str, &str); 8] = [
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("id", "urn:vnkg:id:"),
    ("org", "http://www.w3.org/ns/org#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "http://schema.org/"),
    ("vnkg", "urn:vnkg:term:"),
];

/// The classes of a node.
pub(super) fn classes(kind: NodeKind) -> &'static [&'static str] {
    match kind {
        NodeKind::Entity(Kind::Official) => &["schema:Person", "prov:Agent"],
        NodeKind::Entity(Kind::Committee) => &["org:Organization", "prov:Agent"],
        NodeKind::Entity(Kind::Directive) => &["eli:LegalResource", "schema:Legislation"],
        NodeKind::Entity(Kind::Event) => &["schema:Event"],
        NodeKind::Document => &["schema:Article", "prov:Entity"],
        NodeKind::Foreign => &["rdfs:Resource"],
    }
}

/// The property that an edge is, from its source to its target.
pub(super) fn property(kind: &EdgeKind) -> String {
    let known = match kind {
        EdgeKind::Is => "schema:about",
        EdgeKind::Mentions => "schema:mentions",
        EdgeKind::CoOccurs => "vnkg:co_occurs",
        EdgeKind::Stated(kind) => match kind {
            RelationKind::HoldsPosition => "org:memberOf",
            RelationKind::PartOf => "org:subOrganizationOf",
            RelationKind::SucceededBy => "vnkg:succeeded_by",
            RelationKind::IssuedBy => "eli:passed_by",
            RelationKind::Implements => "eli:implements",
            RelationKind::BasedOn => "eli:based_on",
            RelationKind::Amends => "eli:amends",
            RelationKind::Replaces => "eli:repeals",
            RelationKind::Guides => "vnkg:guides",
            RelationKind::Cites => "eli:cites",
            RelationKind::Concerns => "schema:about",
            RelationKind::OrganisedBy => "schema:organizer",
            RelationKind::Chaired => "vnkg:chaired",
            RelationKind::SpokeAt => "vnkg:spoke_at",
            RelationKind::Attended => "vnkg:attended",
        },
        EdgeKind::Foreign(name) if name.is_empty() => "vnkg:related",
        EdgeKind::Foreign(name) => return format!("vnkg:{}", plain(name)),
    };
    known.to_owned()
}

/// The property that an attribute of a node is.
pub(super) fn attribute(name: &str) -> String {
    let known = match name {
        "label" => "rdfs:label",
        "aliases" => "schema:alternateName",
        "document_type" => "eli:type_document",
        "symbol" => "eli:number",
        "issue_date" => "eli:date_document",
        "title" => "schema:headline",
        "place" => "schema:location",
        "date" => "schema:datePublished",
        "quoted_from" => "prov:hadPrimarySource",
        "quote" => "schema:text",
        other => return format!("vnkg:{}", plain(other)),
    };
    known.to_owned()
}

/// The whole IRI of a name with a prefix.
pub(super) fn iri(name: &str) -> String {
    let found = name.split_once(':').and_then(|(prefix, rest)| {
        let known = PREFIXES.iter().find(|(short, _)| *short == prefix);
        known.map(|(_, long)| format!("{long}{rest}"))
    });
    found.unwrap_or_else(|| name.to_owned())
}

/// The name of a node or an edge: its id, with what an IRI cannot hold as percent signs and numbers.
pub(super) fn name(id: &str) -> String {
    format!("urn:vnkg:id:{}", plain(id))
}

fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, letter) in text.char_indices() {
        let private = matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
        let allowed = match letter {
            // A dot at the end must be escaped in Turtle, which rdflib does not read.
            '.' => index + 1 < text.len(),
            '-' | '_' | '~' | ':' => true,
            '\0'..='\u{9f}' => letter.is_ascii_alphanumeric(),
            // Marks that turn the direction of text, and what is no letter at all.
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{fff0}'..='\u{ffff}' => false,
            _ => !private && !matches!(u32::from(letter) & 0xffff, 0xfffe | 0xffff),
        };
        match allowed {
            true => out.push(letter),
            false => {
                let mut bytes = [0; 4];
                letter
                    .encode_utf8(&mut bytes)
                    .bytes()
                    .for_each(|byte| out.push_str(&format!("%{byte:02X}")));
            }
        }
    }
    out
}

//! Accounts -> one HTML file that needs no network and no script: each page with notes beside its paragraphs.

use std::io::{self, Write};

use maud::{Markup, html};

use super::{Account, Part, Piece, Row};
use crate::markup::{self, Head};
use crate::resolve::record::{Entity, Facts, Kind, Relation, Zone};

const STYLE: &str = include_str!("explain.css");

/// Writes the whole file. Everything that comes from pages is escaped by `maud`.
pub fn write(accounts: &[Account], out: &mut impl Write) -> io::Result<()> {
    let title = match accounts {
        [account] => account.record.doc.clone(),
        several => format!("{} pages", several.len()),
    };
    let head = Head {
        language: "vi",
        title: &format!("How vnkg reads {title}"),
        styles: &[STYLE],
    };
    let body = html! {
        header lang="en" {
            (legend())
            @if accounts.len() > 1 { (contents(accounts)) }
        }
        main {
            @for (number, account) in accounts.iter().enumerate() { (Page { number, account }.all()) }
        }
    };
    markup::write(&head, &body, out)
}

fn legend() -> Markup {
    html! {
        p class="legend" {
            @for kind in Kind::ALL { span class={ "mention " (kind.name()) } { (kind.name()) } " " }
            span class="sign" { "read, no mention" } " "
            span class="furniture" { "boilerplate" } " "
            span class="note" { "Point at words for their rule, press them for all that is known of them." }
        }
    }
}

fn contents(accounts: &[Account]) -> Markup {
    html! {
        nav aria-label="Pages" {
            ol {
                @for (number, account) in accounts.iter().enumerate() {
                    li { a href={ "#p" (number) } { (account.record.doc) } }
                }
            }
        }
    }
}

/// A page and its place among the pages of the file.
struct Page<'a> {
    number: usize,
    account: &'a Account,
}

impl Page<'_> {
    fn all(&self) -> Markup {
        let entities = self.account.entities();
        html! {
            section class="page" id={ "p" (self.number) } {
                h1 { (self.account.record.doc) }
                (self.facts())
                div class="rows" {
                    @for row in &self.account.rows { (self.row(row)) }
                }
                @if !entities.is_empty() {
                    h2 lang="en" { "Entities" }
                    div class="cards" { @for entity in entities { (self.card(entity)) } }
                }
            }
        }
    }

    fn facts(&self) -> Markup {
        let record = &self.account.record;
        let facts = [
            ("title", &record.title),
            ("date", &record.date),
            ("site", &record.site),
            ("place", &record.place),
        ];
        html! {
            p class="facts" {
                @for (name, value) in facts {
                    @if let Some(value) = value { span { i lang="en" { (name) } " " (value) } " " }
                }
                @if let Some(own) = &record.is { span { i lang="en" { "is" } " " (self.label(own)) } }
            }
        }
    }

    fn row(&self, row: &Row) -> Markup {
        let class = match row.zone {
            Zone::Boilerplate => "text furniture",
            Zone::Headline => "text headline",
            _ => "text",
        };
        html! {
            div class=(class) { @for piece in &row.pieces { (self.piece(piece)) } }
            aside lang="en" { (self.notes(row)) }
        }
    }

    fn piece(&self, piece: &Piece) -> Markup {
        match &piece.part {
            Part::Plain => html! { (piece.words) },
            Part::Sign(sign) => html! { span class="sign" title=(sign.told()) { (piece.words) } },
            Part::Mention(mention) => self.mention(*mention, &piece.words),
        }
    }

    fn mention(&self, index: usize, words: &str) -> Markup {
        let id = &self.account.record.mentions[index].entity;
        let Some(entity) = self.account.entity(id) else {
            return html! { (words) };
        };
        let label = self.account.label(id);
        let told = format!("{label} {}\n{id}\n{}", entity.name, self.account.rules[index]);
        html! {
            a class={ "mention " (entity.kind().name()) } id={ "m" (self.number) "-" (index) } href=(self.href(id))
                title=(told) data-label=(label) { (words) }
        }
    }

    /// What was found in a paragraph, each thing once, and what is said in it.
    fn notes(&self, row: &Row) -> Markup {
        let mut told: Vec<(&str, &str, &str)> = Vec::new();
        for index in row.mentions.clone() {
            let mention = &self.account.record.mentions[index];
            let one = (
                mention.entity.as_str(),
                mention.text.as_str(),
                self.account.rules[index].as_str(),
            );
            if !told.contains(&one) {
                told.push(one);
            }
        }
        html! {
            @if !(told.is_empty() && row.stated.is_empty() && row.open.is_empty()) {
                ul {
                    @for (id, words, rule) in told { (self.found(id, words, rule)) }
                    @for index in &row.stated { (self.stated(*index)) }
                    @for open in row.open.iter().map(|open| &self.account.record.unresolved[*open]) {
                        li { "“" (open.text) "” left open " i { (open.reason) } }
                    }
                }
            }
        }
    }

    fn found(&self, id: &str, words: &str, rule: &str) -> Markup {
        let name = self.account.entity(id).map_or("", |entity| &entity.name);
        html! {
            li {
                (self.label(id)) " "
                @if words != name { "“" span lang="vi" { (words) } "” = " }
                span lang="vi" { (name) } " " i { (rule) }
            }
        }
    }

    fn stated(&self, index: usize) -> Markup {
        let relation = &self.account.record.relations[index];
        html! {
            li class="relation" {
                (self.label(&relation.source)) " " b { (spaced(relation)) } " " (self.label(&relation.target))
                (post(relation)) " "
                q lang="vi" { (self.account.quotes[index]) } " "
                i { (relation.rule) }
            }
        }
    }

    fn card(&self, entity: &Entity) -> Markup {
        let id = &entity.id;
        let mentions = self.account.record.mentions.iter().enumerate();
        let own: Vec<usize> = mentions
            .filter(|(_, it)| it.entity == *id)
            .map(|(at, _)| at)
            .collect();
        html! {
            article id={ "e" (self.number) "-" (self.account.label(id)) } {
                h3 { (self.label(id)) " " (entity.name) }
                p class="note" lang="en" {
                    code { (id) } " "
                    @for (name, value) in known(entity) { span { i { (name) } " " (value) } " " }
                    @if !entity.aliases.is_empty() { span { i { "also" } " " (entity.aliases.join("; ")) } " " }
                    span {
                        i { @if own.is_empty() { "not mentioned by name" } @else { "mentions" } }
                        @for (at, mention) in own.iter().enumerate() {
                            " " a href={ "#m" (self.number) "-" (mention) } { (at + 1) }
                        }
                    }
                }
                ul lang="en" {
                    @for (index, relation) in self.account.relations_of(id) { (self.tie(id, index, relation)) }
                }
            }
        }
    }

    /// A relation from the side of one of its ends.
    fn tie(&self, id: &str, index: usize, relation: &Relation) -> Markup {
        let (arrow, other) = match relation.source == id {
            true => ("→", &relation.target),
            false => ("←", &relation.source),
        };
        let name = self.account.entity(other).map_or("", |entity| &entity.name);
        html! {
            li {
                b { (spaced(relation)) } " " (arrow) " " (self.label(other)) " " span lang="vi" { (name) }
                (post(relation)) " "
                q lang="vi" { (self.account.quotes[index]) }
            }
        }
    }

    /// The short name of an entity, which leads to all that is known of it.
    fn label(&self, id: &str) -> Markup {
        let kind = self.account.entity(id).map_or("", |entity| entity.kind().name());
        html! { a class={ "label " (kind) } href=(self.href(id)) { (self.account.label(id)) } }
    }

    fn href(&self, id: &str) -> String {
        format!("#e{}-{}", self.number, self.account.label(id))
    }
}

/// What only the kind of an entity has, as far as it is known.
fn known(entity: &Entity) -> Vec<(&'static str, String)> {
    let facts: Vec<(&'static str, Option<String>)> = match &entity.facts {
        Facts::Official(facts) => vec![
            ("serves in", facts.scope.clone()),
            (
                "rank",
                Some(facts.ranks.join(", ")).filter(|ranks| !ranks.is_empty()),
            ),
        ],
        Facts::Committee(facts) => vec![("place", facts.place.clone()), ("part of", facts.parent.clone())],
        Facts::Directive(facts) => vec![
            ("number", facts.symbol.clone()),
            ("issuer", facts.issuer.clone()),
            ("term", facts.term.clone()),
            ("title", facts.title.clone()),
        ],
        Facts::Event(facts) => vec![
            ("place", facts.place.clone()),
            ("organiser", facts.organiser.clone()),
        ],
    };
    let dated = [("date", entity.date.clone())];
    let all = dated.into_iter().chain(facts);
    all.filter_map(|(name, value)| Some((name, value?))).collect()
}

/// ` “Phó Bí thư”, former`
fn post(relation: &Relation) -> Markup {
    html! {
        @if let Some(title) = &relation.title { " “" span lang="vi" { (title) } "”" }
        @if relation.former { ", former" }
        @if relation.new { ", new" }
    }
}

/// `holds_position` -> `holds position`
fn spaced(relation: &Relation) -> String {
    relation.kind.name().replace('_', " ")
}

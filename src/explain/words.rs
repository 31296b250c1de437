//! An account -> text for a terminal: the page with its mentions coloured or marked, and notes below each paragraph.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::{Account, Part, Piece, Row};
use crate::resolve::record::{Entity, Kind, Relation, Zone};

/// How mentions are set off from the words around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// By colours of a terminal.
    Colours,
    /// By marks, those of gold files: `⟦C1:Thành ủy⟧`.
    Marks,
}

/// The page, what was found in each paragraph, and the entities with their relations.
pub fn words(account: &Account, paint: Paint) -> String {
    let mut out = head(account, paint);
    for row in &account.rows {
        let notes = notes(account, row, paint);
        out += &text(account, row, paint);
        out += "\n";
        out += &notes;
        if !notes.is_empty() {
            out += "\n";
        }
    }
    if !account.record.entities.is_empty() {
        let _ = writeln!(out, "\n{}", paint.strong("Entities"));
    }
    for entity in account.entities() {
        out += &card(account, entity, paint);
    }
    out
}

impl Paint {
    fn styled(self, style: Style, words: &str) -> String {
        match self {
            Paint::Colours => format!("{style}{words}{style:#}"),
            Paint::Marks => words.to_owned(),
        }
    }

    fn strong(self, words: &str) -> String {
        self.styled(Style::new().bold(), words)
    }

    fn faint(self, words: &str) -> String {
        self.styled(Style::new().dimmed(), words)
    }

    fn kind(self, kind: Kind, words: &str) -> String {
        let colour = match kind {
            Kind::Official => AnsiColor::BrightBlue,
            Kind::Committee => AnsiColor::Yellow,
            Kind::Directive => AnsiColor::Green,
            Kind::Event => AnsiColor::BrightRed,
        };
        self.styled(Style::new().bold().fg_color(Some(colour.into())), words)
    }
}

fn head(account: &Account, paint: Paint) -> String {
    let record = &account.record;
    let own = record.is.as_deref().map(|id| account.label(id));
    let facts = [
        ("title", record.title.as_deref()),
        ("date", record.date.as_deref()),
        ("site", record.site.as_deref()),
        ("place", record.place.as_deref()),
        ("is", own),
    ];
    let mut out = paint.strong(&record.doc) + "\n";
    for (name, value) in facts {
        if let Some(value) = value {
            let _ = writeln!(out, "{} {value}", paint.faint(&format!("  {name:5}")));
        }
    }
    out + "\n"
}

fn text(account: &Account, row: &Row, paint: Paint) -> String {
    let mut out = String::new();
    for piece in &row.pieces {
        out += &match &piece.part {
            Part::Mention(mention) => marked(account, *mention, piece, paint),
            Part::Sign(_) => paint.styled(Style::new().underline(), &piece.words),
            Part::Plain => piece.words.clone(),
        };
    }
    match (row.zone, paint) {
        (Zone::Boilerplate, Paint::Marks) => format!("⟦B:{out}⟧"),
        (Zone::Boilerplate, Paint::Colours) => paint.faint(&out),
        _ => out,
    }
}

fn marked(account: &Account, mention: usize, piece: &Piece, paint: Paint) -> String {
    let id = &account.record.mentions[mention].entity;
    let (Some(entity), label) = (account.entity(id), account.label(id)) else {
        return piece.words.clone();
    };
    match paint {
        Paint::Marks => format!("⟦{label}:{}⟧", piece.words),
        Paint::Colours => {
            // A style ends with its line, so that pagers keep it apart from what follows.
            let lines: Vec<String> = (piece.words.split('\n'))
                .map(|line| paint.kind(entity.kind(), line))
                .collect();
            format!("{}{}", lines.join("\n"), paint.faint(&format!("·{label}")))
        }
    }
}

fn notes(account: &Account, row: &Row, paint: Paint) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut add = |line: String| {
        if !lines.contains(&line) {
            lines.push(line);
        }
    };
    for mention in row.mentions.clone() {
        add(found(account, mention, paint));
    }
    for relation in &row.stated {
        add(stated(account, *relation, paint));
    }
    for open in &row.open {
        let open = &account.record.unresolved[*open];
        add(format!("?   “{}” left open: {}", open.text, open.reason));
    }
    lines.iter().map(|line| format!("    {line}\n")).collect()
}

/// `C1  “Thành ủy” = Thành ủy Hà Nội  committee: head `Thành ủy``
fn found(account: &Account, mention: usize, paint: Paint) -> String {
    let rule = paint.faint(&account.rules[mention]);
    let mention = &account.record.mentions[mention];
    let Some(entity) = account.entity(&mention.entity) else {
        return rule;
    };
    let label = paint.kind(entity.kind(), &format!("{:3}", account.label(&entity.id)));
    match mention.text == entity.name {
        true => format!("{label} {}  {rule}", entity.name),
        false => format!("{label} “{}” = {}  {rule}", mention.text, entity.name),
    }
}

/// `P1 holds_position C1 “Phó Bí thư”, new  post: before the name: “Phó Bí thư Thành ủy Nguyễn Văn A”`
fn stated(account: &Account, index: usize, paint: Paint) -> String {
    let relation = &account.record.relations[index];
    let label = |id: &str| {
        let kind = account.entity(id).map(Entity::kind);
        kind.map_or_else(String::new, |kind| paint.kind(kind, account.label(id)))
    };
    let [source, target] = [label(&relation.source), label(&relation.target)];
    let rule = paint.faint(&format!("{}: “{}”", relation.rule, account.quotes[index]));
    format!(
        "{source} {} {target}{}  {rule}",
        relation.kind.name(),
        post(relation)
    )
}

/// ` “Phó Bí thư”, former`
fn post(relation: &Relation) -> String {
    let mut post = relation
        .title
        .as_deref()
        .map_or_else(String::new, |title| format!(" “{title}”"));
    if relation.former {
        post += ", former";
    }
    if relation.new {
        post += ", new";
    }
    post
}

fn card(account: &Account, entity: &Entity, paint: Paint) -> String {
    let label = paint.kind(entity.kind(), &format!("{:3}", account.label(&entity.id)));
    let date = entity
        .date
        .as_deref()
        .map_or_else(String::new, |date| format!(", {date}"));
    let mut out = format!("{label} {}{date}  {}\n", entity.name, paint.faint(&entity.id));
    if !entity.aliases.is_empty() {
        let _ = writeln!(out, "      also written {}", entity.aliases.join("; "));
    }
    for (_, relation) in account.relations_of(&entity.id) {
        let verb = relation.kind.name();
        let (way, other) = match relation.source == entity.id {
            true => (format!("{verb} →"), &relation.target),
            false => (format!("{verb} ←"), &relation.source),
        };
        let name = account.entity(other).map_or("", |other| &other.name);
        let _ = writeln!(
            out,
            "      {way} {} {name}{}",
            account.label(other),
            post(relation)
        );
    }
    out
}

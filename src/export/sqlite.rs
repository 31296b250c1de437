//! The graph and its evidence -> an SQLite database with full-text search over the quoted sentences.

use std::io::{self, Write};

use petgraph::graph::NodeIndex;
use rusqlite::types::Value as Field;
use rusqlite::{Connection, Transaction, params, params_from_iter};

use crate::export::walk::{Cell, Column, Form, Walk};
use crate::graph::Evidence;

/// SQLite takes marks off letters but leaves `đ`, which Unicode does not call a `d` with a mark.
const TABLES: &str = "
    CREATE TABLE documents (path TEXT PRIMARY KEY, title TEXT, date TEXT);
    CREATE TABLE sentences (id INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents, start INTEGER, \"end\" INTEGER, text TEXT NOT NULL);
    CREATE TABLE mentions (entity TEXT NOT NULL REFERENCES entities, document TEXT NOT NULL REFERENCES documents, start INTEGER, \"end\" INTEGER, text TEXT, zone TEXT, rule TEXT, sentence INTEGER REFERENCES sentences);
    CREATE TABLE statements (edge TEXT NOT NULL REFERENCES edges, document TEXT NOT NULL REFERENCES documents, start INTEGER, \"end\" INTEGER, rule TEXT, sentence INTEGER REFERENCES sentences);
    CREATE VIRTUAL TABLE search USING fts5(text, content='sentences', content_rowid='id', tokenize='unicode61 remove_diacritics 0');
    CREATE VIEW sentences_with_plain_d AS SELECT id, replace(replace(text, 'đ', 'd'), 'Đ', 'D') AS text FROM sentences;
    CREATE VIRTUAL TABLE search_without_tones USING fts5(text, content='sentences_with_plain_d', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
";

const INDICES: &str = "
    CREATE INDEX mentions_by_entity ON mentions(entity);
    CREATE INDEX statements_by_edge ON statements(edge);
    INSERT INTO search(search) VALUES('rebuild');
    INSERT INTO search_without_tones(search_without_tones) VALUES('rebuild');
";

/// Writes the tables `entities` (documents among them), `edges`, `documents`, `sentences`, `mentions` and
/// `statements`. The database is made in memory, so that the file comes whole or not at all.
pub fn write(walk: &Walk, evidence: &Evidence, out: &mut impl Write) -> io::Result<()> {
    let bytes = database(walk, evidence).map_err(io::Error::other)?;
    out.write_all(&bytes)
}

fn database(walk: &Walk, evidence: &Evidence) -> rusqlite::Result<Vec<u8>> {
    let mut database = Connection::open_in_memory()?;
    let work = database.transaction()?;
    work.execute_batch(&format!(
        "CREATE TABLE entities (id TEXT PRIMARY KEY{}); CREATE TABLE edges (id TEXT PRIMARY KEY, source TEXT NOT NULL \
         REFERENCES entities, target TEXT NOT NULL REFERENCES entities{});",
        fields(&walk.node_columns),
        fields(&walk.edge_columns)
    ))?;
    work.execute_batch(TABLES)?;
    fill_graph(walk, &work)?;
    fill_evidence(walk, evidence, &work)?;
    // Other programs' edges may have no relation.
    let relation = match walk.edge_columns.iter().any(|column| column.is("relation")) {
        true => ", relation",
        false => "",
    };
    work.execute_batch(&format!(
        "CREATE INDEX edges_by_source ON edges(source{relation}); \
         CREATE INDEX edges_by_target ON edges(target{relation});{INDICES}"
    ))?;
    work.commit()?;
    Ok(database.serialize("main")?.to_vec())
}

fn fields(columns: &[Column]) -> String {
    let field = |column: &Column| {
        let kind = match column.form {
            Form::Truth | Form::Integer | Form::Long => "INTEGER",
            Form::Real => "REAL",
            Form::List | Form::Text => "TEXT",
        };
        format!(
            ", \"{}\" {kind}",
            column.name.replace('\0', "").replace('"', "\"\"")
        )
    };
    columns.iter().map(field).collect()
}

fn fill_graph(walk: &Walk, work: &Transaction) -> rusqlite::Result<()> {
    let marks = |count: usize| vec!["?"; count].join(",");
    let mut insert = work.prepare(&format!(
        "INSERT INTO entities VALUES ({})",
        marks(walk.node_columns.len() + 1)
    ))?;
    for node in walk.nodes() {
        let start = [Field::Text(node.id().to_owned())];
        insert.execute(params_from_iter(row(
            start.into(),
            &walk.node_columns,
            walk.node_cells(node),
        )))?;
    }
    let mut insert = work.prepare(&format!(
        "INSERT INTO edges VALUES ({})",
        marks(walk.edge_columns.len() + 3)
    ))?;
    for edge in walk.edges() {
        let ends = [edge.source(), edge.target()].map(|node| Field::Text(node.id().to_owned()));
        let start = [[Field::Text(walk.edge_id(edge.index()))].as_slice(), &ends].concat();
        insert.execute(params_from_iter(row(
            start,
            &walk.edge_columns,
            walk.edge_cells(edge),
        )))?;
    }
    Ok(())
}

fn row<'g>(
    start: Vec<Field>,
    columns: &[Column],
    cells: impl Iterator<Item = (usize, Cell<'g>)>,
) -> Vec<Field> {
    let first = start.len();
    let mut row = start;
    row.resize(first + columns.len(), Field::Null);
    for (index, cell) in cells {
        row[first + index] = match cell {
            Cell::Integer(number) => Field::Integer(number),
            Cell::Real(number) => Field::Real(number),
            Cell::Truth(truth) => Field::Integer(i64::from(truth)),
            text => Field::Text(text.text().into_owned()),
        };
    }
    row
}

fn fill_evidence(walk: &Walk, evidence: &Evidence, work: &Transaction) -> rusqlite::Result<()> {
    let path = |document: u32| {
        evidence
            .documents
            .get(document as usize)
            .map(|it| it.path.as_str())
    };
    let mut insert = work.prepare("INSERT OR IGNORE INTO documents VALUES (?, ?, ?)")?;
    for source in &evidence.documents {
        insert.execute(params![
            source.path,
            source.title,
            source.date.map(|date| date.to_string())
        ])?;
    }
    let mut insert = work.prepare("INSERT INTO sentences VALUES (?, ?, ?, ?, ?)")?;
    let number_of = numbered(evidence);
    for (number, it) in number_of.iter().zip(&evidence.passages) {
        let Some(number) = number else { continue };
        insert.execute(params![number, path(it.document), it.start, it.end, it.text])?;
    }
    let sentence = |passage: Option<u32>| number_of.get(passage? as usize).copied().flatten();
    let mut insert = work.prepare("INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?;
    for it in &evidence.mentions {
        let known = (it.node as usize) < walk.node_count();
        let id = known.then(|| walk.node(NodeIndex::new(it.node as usize)).id());
        let zone = format!("{:?}", it.zone).to_lowercase();
        insert.execute(params![
            id,
            path(it.document),
            it.start,
            it.end,
            it.text,
            zone,
            it.rule,
            sentence(it.passage)
        ])?;
    }
    let mut insert = work.prepare("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?)")?;
    for it in &evidence.relations {
        let edge = walk.edge_id(it.edge as usize);
        insert.execute(params![
            edge,
            path(it.document),
            it.start,
            it.end,
            it.rule,
            sentence(it.passage)
        ])?;
    }
    Ok(())
}

/// A number from 0 on for each passage that is evidence of something.
fn numbered(evidence: &Evidence) -> Vec<Option<u32>> {
    let mut number_of = vec![None; evidence.passages.len()];
    let mentions = evidence.mentions.iter().map(|it| it.passage);
    let relations = evidence.relations.iter().map(|it| it.passage);
    for passage in mentions.chain(relations).flatten() {
        if let Some(used) = number_of.get_mut(passage as usize) {
            *used = Some(0);
        }
    }
    for (number, used) in (0..).zip(number_of.iter_mut().flatten()) {
        *used = number;
    }
    number_of
}

//! The graph -> a Cypher script that `cypher-shell` runs: constraints first, then nodes and edges in batches.

use std::collections::BTreeMap;
use std::io::{self, Write};

use crate::export::neo4j::{label, relation};
use crate::export::walk::{Cell, Column, Walk};

/// Rows that one statement carries: enough for speed, few enough for the memory of a small server.
const BATCH: usize = 500;

/// Writes a script that can be run again without making anything twice.
pub fn write(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "CREATE CONSTRAINT vnkg_id IF NOT EXISTS FOR (n:Vnkg) REQUIRE n.id IS UNIQUE;"
    )?;
    let mut nodes: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for node in walk.nodes() {
        let properties = map(&walk.node_columns, walk.node_cells(node));
        let row = format!("{{id:{},properties:{properties}}}", string(node.id()));
        nodes.entry(node.kind_name()).or_default().push(row);
    }
    for (kind, rows) in nodes {
        let label = name(&label(kind));
        let work = format!("MERGE (n:Vnkg {{id:row.id}}) SET n:{label}, n += row.properties");
        unwind(out, &rows, &work)?;
    }
    let mut edges: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for edge in walk.edges() {
        let properties = map(&walk.edge_columns, walk.edge_cells(edge));
        let id = string(&walk.edge_id(edge.index()));
        let [source, target] = [edge.source(), edge.target()].map(|node| string(node.id()));
        let row = format!("{{id:{id},source:{source},target:{target},properties:{properties}}}");
        edges.entry(edge.relation()).or_default().push(row);
    }
    for (kind, rows) in edges {
        let kind = name(&relation(kind));
        let ends = "MATCH (a:Vnkg {id:row.source}), (b:Vnkg {id:row.target})";
        unwind(
            out,
            &rows,
            &format!("{ends} MERGE (a)-[e:{kind} {{id:row.id}}]->(b) SET e += row.properties"),
        )?;
    }
    Ok(())
}

fn unwind(out: &mut impl Write, rows: &[String], work: &str) -> io::Result<()> {
    for batch in rows.chunks(BATCH) {
        writeln!(out, "UNWIND [\n{}\n] AS row {work};", batch.join(",\n"))?;
    }
    Ok(())
}

fn map<'g>(columns: &[Column], cells: impl Iterator<Item = (usize, Cell<'g>)>) -> String {
    let pairs = cells.map(|(index, cell)| format!("{}:{}", name(&columns[index].name), value(&cell)));
    format!("{{{}}}", pairs.collect::<Vec<_>>().join(","))
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => string(text),
        Cell::List(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| string(part)).collect();
            format!("[{}]", parts.join(","))
        }
        other => other.text().into_owned(),
    }
}

/// A name in backticks, which it can then hold only twice.
fn name(text: &str) -> String {
    format!("`{}`", text.replace('`', "``"))
}

/// A string on one line. `cypher-shell` ends a statement at a semicolon only outside of strings.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    for letter in text.chars() {
        match letter {
            '\'' => out.push_str("\\'"),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if letter.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => out.push(letter),
        }
    }
    out.push('\'');
    out
}

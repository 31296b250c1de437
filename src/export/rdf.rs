//! The graph -> RDF: Turtle, N-Triples and JSON-LD of the same triples.
//!
//! Each edge is one plain triple, and a statement about that triple with its weight, dates, post and quotation.

use std::io::{self, Write};

use oxjsonld::JsonLdSerializer;
use oxrdf::{GraphNameRef, Literal, NamedNode, Term, Triple, TripleRef};
use oxttl::{NTriplesSerializer, TurtleSerializer};

use crate::export::vocabulary::{PREFIXES, attribute, classes, iri, name, property};
use crate::export::walk::{Cell, Walk};

/// Writes Turtle with prefixes.
pub fn write_turtle(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let mut serializer = TurtleSerializer::new();
    for (prefix, long) in PREFIXES {
        serializer = serializer.with_prefix(prefix, long).map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(out);
    triples(walk, |triple| writer.serialize_triple(triple))?;
    writer.finish().map(drop)
}

/// Writes one triple a line.
pub fn write_ntriples(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let mut writer = NTriplesSerializer::new().for_writer(out);
    triples(walk, |triple| writer.serialize_triple(triple))?;
    writer.finish();
    Ok(())
}

/// Writes JSON-LD with prefixes.
pub fn write_jsonld(walk: &Walk, out: &mut impl Write) -> io::Result<()> {
    let mut serializer = JsonLdSerializer::new();
    for (prefix, long) in PREFIXES {
        serializer = serializer.with_prefix(prefix, long).map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(out);
    triples(walk, |triple| {
        writer.serialize_quad(triple.in_graph(GraphNameRef::DefaultGraph))
    })?;
    writer.finish().map(drop)
}

/// Every triple, subject by subject.
fn triples(walk: &Walk, mut emit: impl FnMut(TripleRef) -> io::Result<()>) -> io::Result<()> {
    let kind = named("rdf:type");
    for node in walk.nodes() {
        let subject = NamedNode::new_unchecked(name(node.id()));
        for class in classes(node.kind()) {
            emit(Triple::new(subject.clone(), kind.clone(), named(class)).as_ref())?;
        }
        for (index, cell) in walk.node_cells(node) {
            let predicate = named(&attribute(&walk.node_columns[index].name));
            for term in terms(&cell) {
                emit(Triple::new(subject.clone(), predicate.clone(), term).as_ref())?;
            }
        }
    }
    for edge in walk.edges() {
        let [source, target] =
            [edge.source(), edge.target()].map(|node| NamedNode::new_unchecked(name(node.id())));
        emit(Triple::new(source, named(&property(&edge.kind())), target).as_ref())?;
    }
    for edge in walk.edges() {
        let subject = NamedNode::new_unchecked(name(&walk.edge_id(edge.index())));
        let [source, target] =
            [edge.source(), edge.target()].map(|node| NamedNode::new_unchecked(name(node.id())));
        let about = [
            ("rdf:type", named("rdf:Statement")),
            ("rdf:subject", source),
            ("rdf:predicate", named(&property(&edge.kind()))),
            ("rdf:object", target),
        ];
        for (predicate, object) in about {
            emit(Triple::new(subject.clone(), named(predicate), object).as_ref())?;
        }
        for (index, cell) in walk.edge_cells(edge) {
            let predicate = named(&attribute(&walk.edge_columns[index].name));
            for term in terms(&cell) {
                emit(Triple::new(subject.clone(), predicate.clone(), term).as_ref())?;
            }
        }
    }
    Ok(())
}

fn named(short: &str) -> NamedNode {
    NamedNode::new_unchecked(iri(short))
}

fn terms(cell: &Cell) -> Vec<Term> {
    let literals = match cell {
        Cell::Text(text) => vec![Literal::new_simple_literal(&**text)],
        Cell::List(parts) => parts
            .iter()
            .map(|part| Literal::new_simple_literal(&**part))
            .collect(),
        Cell::Integer(number) => vec![Literal::from(*number)],
        Cell::Real(number) => vec![Literal::from(*number)],
        Cell::Truth(truth) => vec![Literal::from(*truth)],
    };
    literals.into_iter().map(Term::from).collect()
}

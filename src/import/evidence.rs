//! The `evidence.jsonl` beside a graph -> the evidence of that graph, as it was when the graph was built.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;
use serde::Deserialize;

use crate::graph::{Evidence, KnowledgeGraph, Node, NodeFacts, Passage, Source, Statement, Tenure, Trace};
use crate::read::lower_case;
use crate::resolve::record::Zone;

/// Why the evidence tells nothing.
#[derive(Debug, thiserror::Error)]
pub enum NoEvidence {
    #[error("cannot read `{}`: {}", .path.display(), lower_case(.cause))]
    Unreadable { path: PathBuf, cause: io::Error },
    #[error("`{}` line {line} is no evidence: {cause}; build the graph again", .path.display())]
    Line {
        path: PathBuf,
        line: usize,
        cause: serde_json::Error,
    },
}

/// Reads the evidence of a graph; no file is no evidence. What speaks of a node or an edge that the graph does not have
/// is left out. The paragraphs of mentions are not in the file: all of them are 0.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub fn evidence(path: &Path, knowledge: &KnowledgeGraph) -> Result<Evidence, NoEvidence> {
    let unreadable = |cause| NoEvidence::Unreadable {
        path: path.to_owned(),
        cause,
    };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(Evidence::default()),
        Err(cause) => return Err(unreadable(cause)),
    };
    let mut draft = Draft::new(knowledge);
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let line = serde_json::from_str(&line.map_err(unreadable)?);
        draft.add(line.map_err(|cause| NoEvidence::Line {
            path: path.to_owned(),
            line: number + 1,
            cause,
        })?);
    }
    Ok(draft.finish())
}

/// A line of the file.
#[derive(Deserialize)]
struct Line {
    #[serde(flatten)]
    of: Of,
    document: String,
    start: u32,
    end: u32,
    rule: String,
    #[serde(flatten)]
    sentence: Option<Sentence>,
}

/// What a line speaks of.
#[derive(Deserialize)]
#[serde(untagged)]
enum Of {
    Mention {
        entity: String,
        text: String,
        zone: Zone,
    },
    Relation {
        edge: String,
        relation: String,
        source: String,
        target: String,
        title: Option<String>,
        #[serde(default)]
        former: bool,
        #[serde(default)]
        new: bool,
    },
}

#[derive(Deserialize)]
struct Sentence {
    sentence: String,
    sentence_start: u32,
    sentence_end: u32,
}

/// A sentence by its document and place, in the order of evidence.
type Place = (u32, u32, u32);

/// Evidence on its way from a file. Until the end, a passage is the number of a sentence in the order of the file.
struct Draft<'g> {
    knowledge: &'g KnowledgeGraph,
    evidence: Evidence,
    document_of: BTreeMap<String, u32>,
    /// The words of each sentence and its number in the order of the file.
    sentences: BTreeMap<Place, (u32, String)>,
}

impl Draft<'_> {
    /// Starts with the documents of the graph, which come first even where no line names them.
    fn new(knowledge: &KnowledgeGraph) -> Draft<'_> {
        let documents: Vec<Source> = knowledge.graph.node_weights().filter_map(source).collect();
        let numbered = documents.iter().zip(0..);
        let document_of = numbered.map(|(it, number)| (it.path.clone(), number)).collect();
        Draft {
            knowledge,
            evidence: Evidence {
                documents,
                ..Evidence::default()
            },
            document_of,
            sentences: BTreeMap::new(),
        }
    }

    fn add(&mut self, line: Line) {
        match line.of {
            Of::Mention { entity, text, zone } => {
                let Some(node) = self.knowledge.find(&entity) else {
                    return;
                };
                let document = self.document(line.document);
                let trace = Trace {
                    node: node.index() as u32,
                    document,
                    passage: self.passage(document, line.sentence),
                    start: line.start,
                    end: line.end,
                    paragraph: 0,
                    zone,
                    text,
                    rule: Cow::Owned(line.rule),
                };
                self.evidence.mentions.push(trace);
            }
            Of::Relation {
                edge,
                relation,
                source,
                target,
                title,
                former,
                new,
            } => {
                let ends = (self.knowledge.find(&source), self.knowledge.find(&target));
                let (Some(source), Some(target)) = ends else {
                    return;
                };
                let stated = Stated {
                    ends: (source, target),
                    relation: &relation,
                    title: title.as_deref(),
                };
                let Some(edge) = stated.edge(self.knowledge, &edge) else {
                    return;
                };
                let document = self.document(line.document);
                let statement = Statement {
                    edge: edge.index() as u32,
                    document,
                    passage: self.passage(document, line.sentence),
                    start: line.start,
                    end: line.end,
                    tenure: tenure(former, new),
                    rule: Cow::Owned(line.rule),
                };
                self.evidence.relations.push(statement);
            }
        }
    }

    fn document(&mut self, path: String) -> u32 {
        if let Some(known) = self.document_of.get(&path) {
            return *known;
        }
        let next = self.evidence.documents.len() as u32;
        self.document_of.insert(path.clone(), next);
        self.evidence.documents.push(Source {
            path,
            ..Source::default()
        });
        next
    }

    fn passage(&mut self, document: u32, sentence: Option<Sentence>) -> Option<u32> {
        let sentence = sentence?;
        let next = self.sentences.len() as u32;
        let place = (document, sentence.sentence_start, sentence.sentence_end);
        let known = self.sentences.entry(place);
        Some(known.or_insert((next, sentence.sentence)).0)
    }

    /// Numbers the sentences in the order of documents and text.
    fn finish(self) -> Evidence {
        let mut evidence = self.evidence;
        let mut place_of = vec![0; self.sentences.len()];
        for ((document, start, end), (number, text)) in self.sentences {
            place_of[number as usize] = evidence.passages.len() as u32;
            evidence.passages.push(Passage {
                document,
                start,
                end,
                text,
            });
        }
        let mentions = evidence.mentions.iter_mut().map(|it| &mut it.passage);
        let relations = evidence.relations.iter_mut().map(|it| &mut it.passage);
        for passage in mentions.chain(relations).flatten() {
            *passage = place_of[*passage as usize];
        }
        evidence.relations.sort_by_key(|statement| statement.edge);
        evidence
    }
}

/// An edge as a line names it.
struct Stated<'l> {
    ends: (NodeIndex, NodeIndex),
    relation: &'l str,
    title: Option<&'l str>,
}

impl Stated<'_> {
    /// The edge of that number if it is the one meant; else, as in a part of a graph or one with merged edges, the edge
    /// between the ends that says it.
    fn edge(&self, knowledge: &KnowledgeGraph, id: &str) -> Option<EdgeIndex> {
        let graph = &knowledge.graph;
        let numbered = id.strip_prefix('e').and_then(|number| number.parse().ok());
        let numbered = numbered
            .map(EdgeIndex::new)
            .filter(|index| graph.edge_endpoints(*index) == Some(self.ends) && self.is(knowledge, *index));
        numbered.or_else(|| {
            let (source, target) = self.ends;
            let mut between = graph.edges_connecting(source, target).map(|edge| edge.id());
            between.find(|index| self.is(knowledge, *index))
        })
    }

    fn is(&self, knowledge: &KnowledgeGraph, index: EdgeIndex) -> bool {
        let edge = &knowledge.graph[index];
        match edge.kinds.is_empty() {
            true => edge.kind.name() == self.relation && edge.title.as_deref() == self.title,
            false => edge.kinds.iter().any(|kind| kind.name() == self.relation),
        }
    }
}

fn source(node: &Node) -> Option<Source> {
    match &node.facts {
        NodeFacts::Document(facts) => Some(Source {
            path: facts.file.clone(),
            title: facts.title.clone(),
            date: facts.date,
        }),
        _ => None,
    }
}

fn tenure(former: bool, new: bool) -> Tenure {
    match (former, new) {
        (true, _) => Tenure::Former,
        (false, true) => Tenure::New,
        (false, false) => Tenure::Held,
    }
}

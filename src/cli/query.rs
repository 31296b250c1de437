//! `vnkg query`: a graph and a question -> its answer in words, in JSON or as a graph.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::answer::{Form, Given};
use super::error::{Error, Outcome};
use crate::graph::{Documents, EdgeKind, KnowledgeGraph};
use crate::query::cites::{DIRECTIVES_AND_PAGES, cites};
use crate::query::ego::ego;
use crate::query::find::find;
use crate::query::neighbours::neighbours;
use crate::query::one::{ANYTHING, one};
use crate::query::path::path;
use crate::query::posts::{OFFICIALS_AND_BODIES, posts};
use crate::query::show::show;
use crate::query::walkable::Ways;
use crate::query::{Answer, GraphFile, open};

/// Ask a built graph: who is who, who held which post when, how two things are connected, what a directive carries out
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Query {
    /// The folder that `vnkg build` wrote, or the `graph.json` in it
    graph: PathBuf,
    #[command(subcommand)]
    question: Question,
    #[command(flatten)]
    form: Form,
}

const EXAMPLES: &str = "\
A NAME is a name, an id, or a part of a name that only one thing has; marks and case may be left out.

Examples:
  vnkg query output find 'tran hung'
      everything so called, what has the same tones first
  vnkg query output posts 'Thành ủy Hà Nội'
      who held which post there, and when
  vnkg query output path 'Lê Hải Bình' 'Chỉ thị 05-CT/TW'
      how the two are connected, with the sentence for each step
  vnkg query output ego 'Thành ủy Hà Nội' --steps 2 --output around.graphml
      what is near, as a graph for Gephi";

#[derive(Debug, Subcommand)]
enum Question {
    /// What bears such a name
    Find {
        words: String,
        /// Only these kinds: official, committee, directive, event, document
        #[arg(long, value_name = "KIND", value_delimiter = ',')]
        kinds: Vec<String>,
        /// Not more than this many; 0 is all
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: usize,
    },
    /// All that is known of one thing
    Show {
        name: String,
        /// Not more than this many rows of each sort; 0 is all
        #[arg(long, value_name = "N", default_value_t = 20)]
        limit: usize,
    },
    /// What a thing is joined to
    Neighbours {
        name: String,
        #[command(flatten)]
        along: Along,
    },
    /// How two things are connected: the shortest way, with the words for each step
    Path {
        from: String,
        to: String,
        #[command(flatten)]
        along: Along,
    },
    /// Everything near a thing, with all edges among that
    Ego {
        name: String,
        /// How many steps count as near
        #[arg(long, value_name = "N", default_value_t = 1)]
        steps: usize,
        #[command(flatten)]
        along: Along,
    },
    /// Who held which post in a body, or which posts an official held, and when
    Posts { name: String },
    /// What a directive carries out and cites, and what carries it out and cites it
    Cites {
        name: String,
        /// How many steps to follow
        #[arg(long, value_name = "N", default_value_t = 1)]
        depth: usize,
    },
}

/// Which edges count.
#[derive(Args, Debug)]
struct Along {
    /// Count the pages too, and what they name
    #[arg(long)]
    documents: bool,
    /// Only edges of these relations, for example holds_position,part_of
    #[arg(long, value_name = "RELATION", value_delimiter = ',')]
    relations: Vec<String>,
}

impl Query {
    pub(super) fn run(&self) -> Result<Outcome, Error> {
        let file = open(&self.graph)?;
        let answer = self.question.ask(&file)?;
        self.form.give(&About {
            knowledge: &file.knowledge,
            answer,
        })
    }
}

/// An answer and the graph that it is about.
struct About<'g> {
    knowledge: &'g KnowledgeGraph,
    answer: Answer,
}

impl Given for About<'_> {
    fn words(&self) -> String {
        self.answer.words.clone()
    }

    fn json(&self) -> String {
        self.answer.json.clone()
    }

    fn graph(&self) -> Result<KnowledgeGraph, Error> {
        Ok(self.answer.part.graph(self.knowledge))
    }
}

impl Question {
    fn ask(&self, file: &GraphFile) -> Result<Answer, Error> {
        let graph = &file.knowledge;
        Ok(match self {
            Question::Find { words, kinds, limit } => find(graph, words, kinds, limited(*limit))?,
            Question::Show { name, limit } => {
                let node = one(graph, name, ANYTHING)?;
                let mentions = file.mentions(&graph.graph[node].id)?;
                show(graph, node, &mentions, limited(*limit))
            }
            Question::Neighbours { name, along } => {
                neighbours(graph, one(graph, name, ANYTHING)?, &along.ways()?)
            }
            Question::Path { from, to, along } => {
                let [from, to] = [one(graph, from, ANYTHING)?, one(graph, to, ANYTHING)?];
                path(graph, from, to, &along.ways()?)?
            }
            Question::Ego { name, steps, along } => {
                ego(graph, one(graph, name, ANYTHING)?, *steps, &along.ways()?)
            }
            Question::Posts { name } => posts(graph, one(graph, name, OFFICIALS_AND_BODIES)?),
            Question::Cites { name, depth } => cites(graph, one(graph, name, DIRECTIVES_AND_PAGES)?, *depth),
        })
    }
}

impl Along {
    fn ways(&self) -> Result<Ways, Error> {
        let relations = self.relations.iter().map(|name| match EdgeKind::of(name) {
            EdgeKind::Foreign(name) => Err(Error::NoRelation(name)),
            kind => Ok(kind),
        });
        Ok(Ways {
            documents: match self.documents {
                true => Documents::Shown,
                false => Documents::LeftOut,
            },
            relations: relations.collect::<Result<_, Error>>()?,
        })
    }
}

fn limited(limit: usize) -> Option<usize> {
    Some(limit).filter(|limit| *limit > 0)
}

//! Phrases of every list -> one tree over words, asked for the longest phrase that begins at a token.

use rustc_hash::FxHashMap;

use crate::clean::token::{Gap, Token};
use crate::lexicon::Word;

/// The list that a phrase comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Class {
    Place,
    District,
    Country,
    Body,
    Head,
    Field,
    Title,
    Rank,
    Degree,
    Honorific,
    DocumentType,
    EventHead,
    Cue,
    Surname,
    LawName,
    Settlement,
}

impl Class {
    fn bit(self) -> u32 {
        1 << self as u8
    }
}

/// A phrase found at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// One past its last token.
    pub end: usize,
    /// Its place in the list of its class.
    pub item: usize,
}

/// A tree whose branches are words.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// For each word, the node of the phrases that begin with it; 0, the root, where there are none.
    first: Vec<u32>,
    /// (node, word) -> node, below the first word.
    next: FxHashMap<(u32, Word), u32>,
    nodes: Vec<Node>,
    /// For each node, the phrases that end there.
    ends: Vec<Vec<(Class, u32)>>,
}

/// The classes of the phrases that end at a node, and of those that end there or below: most walks can stop early.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    here: u32,
    below: u32,
}

impl Phrases {
    /// Adds a phrase; the first list item to claim a phrase of a class keeps it.
    pub fn add(&mut self, class: Class, item: usize, words: &[Word]) {
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        if self.nodes.is_empty() {
            self.grow();
        }
        let index = first.0 as usize;
        if self.first.len() <= index {
            self.first.resize(index + 1, 0);
        }
        if self.first[index] == 0 {
            self.first[index] = self.grow();
        }
        let mut node = self.first[index];
        self.nodes[node as usize].below |= class.bit();
        for word in rest {
            let known = self.next.get(&(node, *word)).copied();
            let child = known.unwrap_or_else(|| self.grow());
            self.next.insert((node, *word), child);
            node = child;
            self.nodes[node as usize].below |= class.bit();
        }
        let end = &mut self.nodes[node as usize];
        if end.here & class.bit() == 0 {
            end.here |= class.bit();
            self.ends[node as usize].push((class, item as u32));
        }
    }

    /// A new node.
    fn grow(&mut self) -> u32 {
        self.nodes.push(Node::default());
        self.ends.push(Vec::new());
        (self.nodes.len() - 1) as u32
    }

    /// Whether any phrase of one of `classes` begins with `word`.
    pub fn begins(&self, word: Word, classes: &[Class]) -> bool {
        let Some(node) = self.node_of(word) else {
            return false;
        };
        let known = self.nodes[node as usize].below;
        classes.iter().any(|class| known & class.bit() != 0)
    }

    fn node_of(&self, word: Word) -> Option<u32> {
        let node = *self.first.get(word.0 as usize)?;
        (node != 0).then_some(node)
    }

    /// The longest phrase of `class` at the head of `tokens`; `base` is the index of its first token.
    pub fn longest(&self, class: Class, tokens: &[Token], base: usize) -> Option<Match> {
        let first = tokens.first()?.word;
        if first == Word::UNKNOWN {
            return None;
        }
        let mut node = self.node_of(first)?;
        let mut last = None;
        let mut offset = 0;
        loop {
            let Node { here, below } = self.nodes[node as usize];
            if below & class.bit() == 0 {
                break;
            }
            offset += 1;
            if here & class.bit() != 0 {
                last = Some((node, base + offset));
            }
            // A phrase never runs over the end of a paragraph.
            let Some(token) = tokens.get(offset).filter(|token| token.gap != Gap::Paragraph) else {
                break;
            };
            let Some(child) = self.next.get(&(node, token.word)) else {
                break;
            };
            node = *child;
        }
        let (node, end) = last?;
        let (_, item) = self.ends[node as usize]
            .iter()
            .find(|(other, _)| *other == class)?;
        Some(Match {
            end,
            item: *item as usize,
        })
    }
}

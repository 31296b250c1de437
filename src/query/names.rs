//! Words as a person types them -> the nodes that bear such a name, the closest first.

use petgraph::graph::NodeIndex;
use unicode_normalization::UnicodeNormalization;

use crate::graph::{KnowledgeGraph, Node, NodeFacts};
use crate::resolve::across::key::key;

/// How a name answers to the words; the closer is the smaller. What has the same tones stands before what has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    Id,
    Name,
    Alias,
    WithinName,
    WithinAlias,
    PlainName,
    PlainAlias,
    WithinPlainName,
    WithinPlainAlias,
    /// All the words are there, in another order.
    Scattered,
}

impl Closeness {
    /// True where the words are the whole name.
    pub fn is_whole(self) -> bool {
        use Closeness::{Alias, Id, Name, PlainAlias, PlainName};
        matches!(self, Id | Name | Alias | PlainName | PlainAlias)
    }

    /// True where the words are those of the name only without their marks.
    pub fn is_plain(self) -> bool {
        self >= Closeness::PlainName
    }
}

/// A node that bears the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub node: NodeIndex,
    pub closeness: Closeness,
}

/// Every node whose id, name or other forms answer to the words: the closest first, of equals entities before pages,
/// what is mentioned more before what is mentioned less, then by id.
pub fn search(knowledge: &KnowledgeGraph, words: &str) -> Vec<Found> {
    let wanted = Form::of(words);
    let graph = &knowledge.graph;
    let mut found: Vec<Found> = graph
        .node_indices()
        .filter_map(|node| {
            let closeness = closeness(&graph[node], words, &wanted)?;
            Some(Found { node, closeness })
        })
        .collect();
    let order = |found: &Found| {
        let node = &graph[found.node];
        (
            found.closeness,
            node.is_document(),
            std::cmp::Reverse(node.mentions),
        )
    };
    found.sort_by(|left, right| {
        let ids = || graph[left.node].id.cmp(&graph[right.node].id);
        order(left).cmp(&order(right)).then_with(ids)
    });
    found
}

/// A name as it is compared: words in one case with one place for tone marks, and the same without any mark.
#[derive(Debug)]
struct Form {
    toned: String,
    plain: String,
}

impl Form {
    fn of(name: &str) -> Form {
        let toned = toned(name);
        let plain = plain(&toned);
        Form { toned, plain }
    }
}

/// Words with one space between them: `Số 05-CT/TW` is `số 5 ct tw`.
fn toned(name: &str) -> String {
    let composed: String = name.nfc().collect();
    let words = composed.split(|letter: char| !letter.is_alphanumeric() && !is_mark(letter));
    let words = words.filter(|word| !word.is_empty()).map(|word| {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        let word = if is_number {
            word.trim_start_matches('0')
        } else {
            word
        };
        key(word)
    });
    words.collect::<Vec<_>>().join(" ")
}

fn is_mark(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The words without marks: `đồng chí` is `dong chi`.
pub(super) fn plain(text: &str) -> String {
    let base = text.nfd().filter(|letter| !is_mark(*letter));
    base.map(|letter| match letter {
        'đ' | 'ð' => 'd',
        'Đ' | 'Ð' => 'D',
        other => other,
    })
    .collect()
}

fn closeness(node: &Node, words: &str, wanted: &Form) -> Option<Closeness> {
    use Closeness::{
        Alias, Id, Name, PlainAlias, PlainName, Scattered, WithinAlias, WithinName, WithinPlainAlias,
        WithinPlainName,
    };
    if node.id == words {
        return Some(Id);
    }
    if wanted.toned.is_empty() {
        return None;
    }
    let name = Form::of(&node.label);
    let others: Vec<Form> = other_names(node).map(Form::of).collect();
    let any = |test: &dyn Fn(&Form) -> bool| others.iter().any(test);
    let within_toned = |form: &Form| within(&form.toned, &wanted.toned);
    let within_plain = |form: &Form| within(&form.plain, &wanted.plain);
    let scattered = |form: &Form| wanted.plain.split(' ').all(|word| within(&form.plain, word));
    let tests = [
        (Name, name.toned == wanted.toned),
        (Alias, any(&|form| form.toned == wanted.toned)),
        (WithinName, within_toned(&name)),
        (WithinAlias, any(&within_toned)),
        (PlainName, name.plain == wanted.plain),
        (PlainAlias, any(&|form| form.plain == wanted.plain)),
        (WithinPlainName, within_plain(&name)),
        (WithinPlainAlias, any(&within_plain)),
        (Scattered, scattered(&name) || any(&scattered)),
    ];
    let first = tests.into_iter().find(|(_, holds)| *holds)?;
    Some(first.0)
}

/// Whether the words stand in the name as whole words, in this order.
fn within(name: &str, words: &str) -> bool {
    name.match_indices(words).any(|(start, _)| {
        let (before, after) = (&name[..start], &name[start + words.len()..]);
        (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '))
    })
}

/// Other forms of the name, the number of a directive and the title that it or a page bears.
fn other_names(node: &Node) -> impl Iterator<Item = &str> {
    let own: [Option<&str>; 2] = match &node.facts {
        NodeFacts::Directive(facts) => [facts.symbol.as_deref(), facts.title.as_deref()],
        NodeFacts::Document(facts) => [Some(&facts.file), facts.title.as_deref()],
        _ => [None, None],
    };
    let aliases = node.aliases.iter().map(String::as_str);
    aliases.chain(own.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use petgraph::graph::DiGraph;

    use super::*;
    use crate::graph::Orientation;

    fn named(names: &[&str]) -> KnowledgeGraph {
        let mut graph = DiGraph::new();
        for (number, name) in names.iter().enumerate() {
            graph.add_node(Node {
                id: format!("n{number}"),
                label: (*name).to_owned(),
                ..Node::default()
            });
        }
        KnowledgeGraph::new(graph, Orientation::Directed, Vec::new())
    }

    fn found(names: &[&str], words: &str) -> Vec<(usize, Closeness)> {
        let found = search(&named(names), words);
        found.iter().map(|it| (it.node.index(), it.closeness)).collect()
    }

    #[test]
    fn the_same_tones_come_first_and_others_only_for_words_without_tones() {
        let names = ["Trần Hùng", "Trần Hưng", "Nguyễn Trần Hưng Đạo"];
        assert_eq!(
            found(&names, "trần hưng"),
            [
                (1, Closeness::Name),
                (2, Closeness::WithinName),
                (0, Closeness::PlainName)
            ]
        );
        assert_eq!(
            found(&names, "tran hung"),
            [
                (0, Closeness::PlainName),
                (1, Closeness::PlainName),
                (2, Closeness::WithinPlainName)
            ]
        );
        assert_eq!(found(&names, "hung dao tran"), [(2, Closeness::Scattered)]);
    }

    #[test]
    fn a_number_is_found_however_it_is_spaced_and_padded() {
        let names = ["Chỉ thị 05-CT/TW", "Chỉ thị 15-CT/TW"];
        for words in ["5-CT/TW", "05 - ct / tw", "chi thi 05-CT/TW", "n0"] {
            assert_eq!(found(&names, words).first().map(|it| it.0), Some(0), "{words}");
            assert_eq!(found(&names, words).len(), 1, "{words}");
        }
    }

    #[test]
    fn a_part_of_a_word_and_no_words_find_nothing() {
        assert!(found(&["Phan Xuân Thủy"], "Xu").is_empty());
        assert!(found(&["Phan Xuân Thủy"], " - ").is_empty());
    }
}

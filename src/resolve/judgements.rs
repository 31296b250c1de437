//! The file of `vnkg review` -> what people decided about pairs of entities, and back.
//!
//! One judgement a line: a verb and two ids. `#` starts a comment; the comments above a line belong to it and are
//! kept when the file is written again.
//!
//! ```text
//! # both serve in Thành ủy Hà Nội
//! same official:nguyễn-văn-phong official:nguyễn-văn-phong.hà-nội
//! different official:lê-hải-bình.trung-ương official:lê-hải-bình.thanh-hóa
//! ```

use std::collections::BTreeMap;
use std::fmt;

/// What people decided, in the order of the ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgements {
    pairs: BTreeMap<(String, String), (Verdict, Vec<String>)>,
    /// The comments below the last judgement.
    ending: Vec<String>,
}

/// The decision about a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    Same,
    Different,
    /// Listed for review; changes nothing.
    Undecided,
}

/// A line that is no judgement.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misjudged {
    #[error("line {line}: `{verb}` is no verdict; write `same`, `different` or `undecided`")]
    Verb { line: usize, verb: String },
    #[error("line {line}: a verdict needs two ids; write `same A B`")]
    Ids { line: usize },
    #[error("line {line}: `{left}` and `{right}` are judged twice and differently; keep one of the lines")]
    Twice {
        line: usize,
        left: String,
        right: String,
    },
}

impl Judgements {
    /// Reads a judgement file. A pair may stand twice if both lines say the same.
    pub fn parse(text: &str) -> Result<Judgements, Misjudged> {
        let mut judgements = Judgements::default();
        let mut comments = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let (words, comment) = split_comment(line);
            comments.extend(comment.map(str::to_owned));
            if words.is_empty() {
                continue;
            }
            let (verdict, left, right) = read_words(words, index + 1)?;
            let earlier = judgements.verdict(left, right);
            if earlier.is_some_and(|earlier| earlier != verdict) {
                let [left, right] = [left, right].map(str::to_owned);
                let line = index + 1;
                return Err(Misjudged::Twice { line, left, right });
            }
            judgements.add(verdict, left, right, std::mem::take(&mut comments));
        }
        judgements.ending = comments;
        Ok(judgements)
    }

    /// Adds a judgement with the comments above it, in place of any about the same pair.
    pub fn add(&mut self, verdict: Verdict, left: &str, right: &str, comments: Vec<String>) {
        self.pairs.insert(ordered(left, right), (verdict, comments));
    }

    /// The decision about a pair, whichever way round it was written.
    pub fn verdict(&self, left: &str, right: &str) -> Option<Verdict> {
        self.pairs.get(&ordered(left, right)).map(|(verdict, _)| *verdict)
    }

    /// The pairs with this verdict, sorted.
    pub fn pairs(&self, wanted: Verdict) -> impl Iterator<Item = (&str, &str)> {
        let found = self
            .pairs
            .iter()
            .filter(move |(_, (verdict, _))| *verdict == wanted);
        found.map(|((left, right), _)| (left.as_str(), right.as_str()))
    }
}

fn split_comment(line: &str) -> (&str, Option<&str>) {
    match line.split_once('#') {
        Some((words, comment)) => (words.trim(), Some(comment.trim())),
        None => (line.trim(), None),
    }
}

fn read_words(words: &str, line: usize) -> Result<(Verdict, &str, &str), Misjudged> {
    let mut parts = words.split_whitespace();
    let verdict = match parts.next().unwrap_or_default() {
        "same" => Verdict::Same,
        "different" => Verdict::Different,
        "undecided" => Verdict::Undecided,
        verb => {
            let verb = verb.chars().take(40).collect();
            return Err(Misjudged::Verb { line, verb });
        }
    };
    match (parts.next(), parts.next(), parts.next()) {
        (Some(left), Some(right), None) => Ok((verdict, left, right)),
        _ => Err(Misjudged::Ids { line }),
    }
}

fn ordered(left: &str, right: &str) -> (String, String) {
    let (first, second) = if left <= right {
        (left, right)
    } else {
        (right, left)
    };
    (first.to_owned(), second.to_owned())
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Verdict::Same => "same",
            Verdict::Different => "different",
            Verdict::Undecided => "undecided",
        })
    }
}

impl fmt::Display for Judgements {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for ((left, right), (verdict, comments)) in &self.pairs {
            for line in comments.iter().flat_map(|comment| comment.lines()) {
                writeln!(out, "# {line}")?;
            }
            writeln!(out, "{verdict} {left} {right}")?;
        }
        self.ending.iter().try_for_each(|line| writeln!(out, "# {line}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let text =
            "# vì sao\ndifferent a b\n# both in Hà Nội\nsame c d\nundecided e f\n# còn lại: hỏi Văn phòng\n";
        let judgements = Judgements::parse(text).expect("a judgement file");
        assert_eq!(judgements.to_string(), text);
        assert_eq!(judgements.verdict("b", "a"), Some(Verdict::Different));
        assert_eq!(judgements.pairs(Verdict::Same).collect::<Vec<_>>(), [("c", "d")]);
    }

    #[test]
    fn a_comment_behind_a_judgement_is_kept_above_it() {
        let judgements = Judgements::parse("same b a # why\n\n").expect("a judgement file");
        assert_eq!(judgements.to_string(), "# why\nsame a b\n");
    }

    #[test]
    fn a_line_that_is_no_judgement_is_refused_with_its_number() {
        let fault = |text: &str| Judgements::parse(text).expect_err("a fault").to_string();
        assert!(fault("same a b\nmaybe a c").starts_with("line 2: `maybe` is no verdict"));
        assert!(fault("same a").starts_with("line 1: a verdict needs two ids"));
        assert!(fault("same a b c").starts_with("line 1: a verdict needs two ids"));
        assert!(fault("same a b\ndifferent b a").starts_with("line 2: `b` and `a` are judged twice"));
    }
}

//! The words of two mentions of one type -> whether they name one event.

use crate::clean::letters::folded;
use crate::clean::token::Shape;
use crate::extract::event::EventName;
use crate::extract::item::Item;
use crate::extract::reader::Reader;

/// What tells an event from others of its type.
pub struct Likeness {
    /// Words after the head, compared; small words left out.
    words: Vec<String>,
    /// `7` of `kỳ họp thứ 7`, where the number follows the head noun; `XIII` of a congress
    ordinal: Option<String>,
    congress: bool,
    /// `của Đảng`, `toàn quốc`
    national: bool,
}

impl Likeness {
    pub fn new(reader: Reader<'_>, item: &Item, name: &EventName) -> Likeness {
        let all: Vec<String> = (name.head_end..item.to)
            .filter(|at| reader.shape(*at) != Shape::Mark)
            .map(|at| folded(reader.document.written(at)))
            .collect();
        let counted = all
            .first()
            .is_some_and(|word| matches!(word.as_str(), "lần" | "thứ"));
        let congress = name.congress.as_ref();
        let ordinal = match congress {
            Some(congress) => congress.ordinal.clone(),
            None => name.ordinal.clone().filter(|_| counted),
        };
        Likeness {
            ordinal,
            congress: congress.is_some(),
            national: congress.is_some_and(|congress| congress.national && congress.body.is_none()),
            words: all.into_iter().filter(|word| !is_small(word)).collect(),
        }
    }

    /// Two mentions are one event when their numbers are the same, or when the words of the shorter begin, or nearly
    /// fill, the longer.
    pub fn is_same(&self, other: &Likeness) -> bool {
        if self.congress && other.congress {
            return self.is_same_congress(other);
        }
        if let (Some(left), Some(right)) = (&self.ordinal, &other.ordinal) {
            return left == right
                && !terms_differ(&self.words, &other.words)
                && !bodies_differ(&self.words, &other.words);
        }
        let (short, long) = if self.words.len() <= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        if short.is_empty() || numbers_differ(short, long) {
            return false;
        }
        let shared = short.iter().filter(|word| long.contains(word)).count();
        let first = short
            .iter()
            .zip(long)
            .take_while(|(left, right)| left == right)
            .count();
        long.starts_with(short)
            || (short.len() >= 4 && shared * 10 >= long.len() * 8)
            || (first >= 4 && shared * 10 >= short.len() * 7)
            || (short.len() >= 7 && shared * 10 >= short.len() * 9)
            || (short.len() >= 2 && short.last() == long.last() && is_subsequence(short, long))
    }

    /// `Đại hội XIII của Đảng` is `Đại hội đại biểu toàn quốc lần thứ XIII`; `Đại hội XIII Đảng bộ tỉnh` is neither.
    fn is_same_congress(&self, other: &Likeness) -> bool {
        let (left, right) = (self.organisation(), other.organisation());
        let within = |some: &[&str], all: &[&str]| some.iter().all(|word| all.contains(word));
        let fits = match (left.is_empty(), right.is_empty()) {
            (true, true) => true,
            (true, false) => !self.national,
            (false, true) => !other.national,
            (false, false) => within(&left, &right) || within(&right, &left),
        };
        let counted = match (&self.ordinal, &other.ordinal) {
            (Some(left), Some(right)) => left == right,
            (None, None) => true,
            _ => left == right && !left.is_empty(),
        };
        fits && counted
    }

    /// Whose congress it is: `bộ tỉnh` of `Đại hội đại biểu Đảng bộ tỉnh lần thứ XII, nhiệm kỳ 2025 - 2030`
    fn organisation(&self) -> Vec<&str> {
        let tells = |word: &&str| {
            let ordinal = self
                .ordinal
                .as_ref()
                .is_some_and(|ordinal| folded(ordinal) == **word);
            let number = word.bytes().all(|byte| byte.is_ascii_digit());
            !ordinal
                && !number
                && !matches!(
                    *word,
                    "đại"
                        | "biểu"
                        | "toàn"
                        | "quốc"
                        | "lần"
                        | "thứ"
                        | "đảng"
                        | "nhiệm"
                        | "kỳ"
                        | "năm"
                        | "nhất"
                )
        };
        self.words.iter().map(String::as_str).filter(tells).collect()
    }
}

fn is_small(word: &str) -> bool {
    matches!(word, "và" | "của" | "về" | "các" | "cho")
}

fn is_subsequence(short: &[String], long: &[String]) -> bool {
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

/// `khóa XII` against `khóa XIII`
fn terms_differ(left: &[String], right: &[String]) -> bool {
    let term = |words: &[String]| {
        let at = words.iter().rposition(|word| word == "khóa")?;
        words.get(at + 1).cloned()
    };
    matches!((term(left), term(right)), (Some(left), Some(right)) if left != right)
}

/// `kỳ họp thứ nhất của Quốc hội` against that of a council: behind number and term nothing is the same.
fn bodies_differ(left: &[String], right: &[String]) -> bool {
    let body = |words: &[String]| -> Vec<String> {
        let end = words
            .iter()
            .rposition(|word| word == "khóa")
            .unwrap_or(words.len());
        let from = 1 + usize::from(words.first().is_some_and(|word| word == "lần"));
        words.get(from + 1..end).unwrap_or_default().to_vec()
    };
    let (left, right) = (body(left), body(right));
    !left.is_empty() && !right.is_empty() && !left.iter().any(|word| right.contains(word))
}

/// Each has a number that the other has not: `năm 2022` against `năm 2023`.
fn numbers_differ(left: &[String], right: &[String]) -> bool {
    let lacks = |some: &[String], other: &[String]| {
        some.iter()
            .any(|word| word.bytes().all(|byte| byte.is_ascii_digit()) && !other.contains(word))
    };
    lacks(left, right) && lacks(right, left)
}

#[cfg(test)]
mod tests {
    use super::{is_subsequence, numbers_differ, terms_differ};

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_review_of_another_year_is_another_event() {
        assert!(numbers_differ(
            &words("tổng kết năm 2022"),
            &words("tổng kết năm 2023")
        ));
        assert!(!numbers_differ(
            &words("tổng kết năm 2022"),
            &words("tổng kết năm 2022 nhiệm vụ năm 2023")
        ));
    }

    #[test]
    fn a_plenum_of_another_term_is_another_event() {
        assert!(terms_differ(&words("thứ 5 khóa xii"), &words("thứ 5 khóa xiii")));
        assert!(!terms_differ(&words("thứ 5"), &words("thứ 5 khóa xiii")));
    }

    #[test]
    fn a_shortened_name_keeps_the_order_of_the_words() {
        assert!(is_subsequence(
            &words("apec 2024"),
            &words("diễn đàn apec năm 2024")
        ));
        assert!(!is_subsequence(&words("2024 apec"), &words("apec 2024")));
    }
}

//! Tokens -> a personal name by how Vietnamese names are built: `Nguyễn Văn Phong`, `Y Nhuận Ybă`, `TRẦN ĐỨC LƯƠNG`.

use crate::clean::token::{Gap, Shape};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, SurnameGroup, Word};

/// A stretch that is built like a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// One past its last token.
    pub end: usize,
    pub group: SurnameGroup,
}

/// Syllables of the longest Vietnamese names: `Nguyễn Thị Hoàng Phương Anh`.
const LONGEST: usize = 5;

impl<'d> Reader<'d> {
    /// A name that begins with a surname at `at`: at least two syllables, all written alike.
    pub fn name(&self, at: usize) -> Option<Name> {
        let shape = self.shape(at);
        if !matches!(shape, Shape::Capital | Shape::Upper) || self.place_before_name(at) {
            return None;
        }
        let surname = self.find(Class::Surname, at).filter(|found| found.end > at)?;
        let group = self.lexicon.surnames[surname.item].group;
        let mut end = at + 1;
        while end - at < LONGEST + usize::from(group == SurnameGroup::Minority)
            && self.continues_name(at, end, group)
        {
            end += 1;
        }
        let end = self.before_title(at, end);
        (end - at >= 2).then_some(Name { end, group })
    }

    /// Whether the token at `at` is a further syllable of the name that begins at `start`.
    fn continues_name(&self, start: usize, at: usize, group: SurnameGroup) -> bool {
        if !matches!(self.document.gap(at), Gap::Space | Gap::Line) {
            return false;
        }
        // A single letter (`Y`, `A`) is capital in either case and does not tell which.
        let told = |index: &usize| !single(self.document.written(*index));
        let style = (start..at).find(told).map(|index| self.shape(index));
        if FUNCTION.contains(&self.document.folded(at).as_str()) {
            return false;
        }
        let shape = self.shape(at);
        let same = matches!(shape, Shape::Capital | Shape::Upper)
            && (single(self.document.written(at)) || style.is_none_or(|style| style == shape));
        same && (is_syllable(self.document.written(at)) || group == SurnameGroup::Minority)
    }

    /// `Thái Nguyên Nguyễn Thanh A`, `Đoàn Hà Nội`: a province where a name begins is no part of it.
    fn place_before_name(&self, at: usize) -> bool {
        let capital = |at: usize| self.shape(at) == Shape::Capital && self.joined(at);
        let whole = |at: usize| {
            self.find(Class::Surname, at).is_some_and(|surname| {
                self.lexicon.surnames[surname.item].group == SurnameGroup::Kinh
                    && capital(at)
                    && capital(at + 1)
                    && capital(at + 2)
                    && is_syllable(self.document.written(at + 1))
            })
        };
        let place = |at: usize| self.find(Class::Place, at).filter(|place| place.end > at + 1);
        let delegation = self.document.is(at, "đoàn") && place(at + 1).is_some();
        delegation || place(at).is_some_and(|place| whole(place.end))
    }

    /// Cuts a name where a post begins without a comma: `Nguyễn Văn Phong Phó Bí thư …`.
    fn before_title(&self, from: usize, to: usize) -> usize {
        let stop = (from + 1..to).find(|at| {
            self.find(Class::Title, *at)
                .is_some_and(|title| title.end > at + 1 && title.end > to)
                || [Class::Cue, Class::EventHead]
                    .iter()
                    .any(|class| self.find(*class, *at).is_some_and(|found| found.end > to))
                || self
                    .find(Class::Head, *at)
                    .is_some_and(|head| head.end > at + 1 && head.end > to)
        });
        stop.unwrap_or(to)
    }

    /// `-xỏn` of `Cay-xỏn`, `-pha-nu-vông` of `Xu-pha-nu-vông`: the small syllables of a name spelled in Vietnamese; one past them
    fn transliterated(&self, at: usize) -> usize {
        let mut end = at;
        while self.word(end) == Word::HYPHEN
            && self.shape(end + 1) == Shape::Lower
            && self.document.gap(end) == Gap::None
            && self.document.gap(end + 1) == Gap::None
        {
            end += 2;
        }
        end
    }

    /// Capitals after an honorific or a post that need no surname: `Virgilio Lázaro Lora Quesada`.
    pub fn foreign_name(&self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut words = 0;
        while words < 6 && (end == at || matches!(self.document.gap(end), Gap::Space | Gap::Line)) {
            let capital =
                matches!(self.shape(end), Shape::Capital | Shape::Mixed) && self.shape(end).is_word();
            // `Ludwig van Beethoven`, `Hun Sen`; `bin`, `von`, `de` only between capitals
            let particle = end > at
                && matches!(
                    self.document.written(end),
                    "bin" | "von" | "van" | "de" | "da" | "dos" | "del" | "al"
                )
                && self.shape(end + 1) == Shape::Capital;
            if !(capital || particle) {
                break;
            }
            end = self.transliterated(end + 1);
            words += 1;
        }
        let known = self.known_place(at).is_some_and(|(_, place)| place >= end)
            || self
                .find(Class::Country, at)
                .is_some_and(|country| country.end >= end);
        (end > at && !known).then_some(end)
    }
}

/// Words of grammar that no name holds; a headline in capitals writes them like names.
const FUNCTION: [&str; 11] = [
    "tại", "với", "và", "của", "về", "đã", "những", "các", "cho", "bị", "trong",
];

fn single(word: &str) -> bool {
    word.chars().count() == 1
}

/// Consonants that a Vietnamese syllable may end in.
const FINALS: [&str; 9] = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

/// Whether a word can be one Vietnamese syllable: one run of vowels, at most three consonants before it, a known final.
pub fn is_syllable(word: &str) -> bool {
    let lower: Vec<char> = word.chars().map(crate::clean::letters::lower).collect();
    if lower.len() > 7
        || lower
            .iter()
            .any(|letter| matches!(letter, 'w' | 'f' | 'j' | 'z' | '\'' | '0'..='9'))
    {
        return false;
    }
    let Some(first) = lower.iter().position(|letter| is_vowel(*letter)) else {
        return false;
    };
    let rest = &lower[first..];
    let length = rest.iter().take_while(|letter| is_vowel(**letter)).count();
    let last: String = rest[length..].iter().collect();
    first <= 3 && FINALS.contains(&last.as_str())
}

fn is_vowel(letter: char) -> bool {
    const PLAIN: &str = "aăâeêioôơuưy";
    if PLAIN.contains(letter) {
        return true;
    }
    use unicode_normalization::UnicodeNormalization;
    !letter.is_ascii()
        && letter != 'đ'
        && std::iter::once(letter)
            .nfd()
            .next()
            .is_some_and(|base| PLAIN.contains(base))
}

#[cfg(test)]
mod tests {
    use super::is_syllable;

    #[test]
    fn syllables_have_one_run_of_vowels() {
        assert!(
            ["Phong", "Nguyễn", "Giàng", "Quyền", "Ấn", "Tú", "Y"]
                .iter()
                .all(|word| is_syllable(word))
        );
    }

    #[test]
    fn foreign_words_and_codes_are_no_syllables() {
        assert!(
            ["Virgilio", "Wilson", "UBND", "QH15", "Lora"]
                .iter()
                .all(|word| !is_syllable(word))
        );
    }
}

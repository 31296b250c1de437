//! Text -> the numbers of documents in it: `24-CT/TU`, `238- QĐ/TW`, `30/2020/NĐ-CP`, `31/2024/QH15`.
//!
//! A pattern finds the stretch; a hand-written parser reads its parts, since spacing, dashes and order vary.

use std::sync::LazyLock;

use regex::Regex;

use crate::clean::letters::folded;

/// A document number in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Bytes of the NFC text.
    pub start: usize,
    pub end: usize,
    /// Digits without leading zeros, and a letter where one follows (`12a`).
    pub digits: String,
    /// Digits as written.
    pub written: String,
    /// Year inside the number (`2020` of `30/2020/NĐ-CP`).
    pub year: Option<String>,
    /// Type symbol as written, `Ð` mended: `CT`, `QĐNS`, `TTr`; empty for `31/2024/QH15` and `206-CP`.
    pub symbol: String,
    /// Issuer part as written, `TƯ` as `TW`: `TW`, `TU`, `CP`, `UBND`, `QH15`.
    pub issuer: String,
    pub form: Form,
}

/// How the parts of a number stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `24-CT/TU`
    Party,
    /// `30/2020/NĐ-CP`, `388/NQ-CP`
    State,
    /// `31/2024/QH15`
    Assembly,
}

impl Number {
    /// The number in its standard form: `05-CT/TW`, `30/2020/NĐ-CP`, `31/2024/QH15`.
    pub fn standard(&self) -> String {
        let Number {
            written,
            symbol,
            issuer,
            ..
        } = self;
        match (self.form, &self.year) {
            (Form::Party, _) if symbol.is_empty() => format!("{written}-{issuer}"),
            (Form::State, None) if symbol.is_empty() => format!("{written}/{issuer}"),
            (Form::Party, _) => format!("{written}-{symbol}/{issuer}"),
            (Form::State, Some(year)) if issuer.is_empty() => format!("{written}/{year}/{symbol}"),
            (Form::State, Some(year)) => format!("{written}/{year}/{symbol}-{issuer}"),
            (Form::State, None) if issuer.is_empty() => format!("{written}/{symbol}"),
            (Form::State, None) => format!("{written}/{symbol}-{issuer}"),
            (Form::Assembly, Some(year)) => format!("{written}/{year}/{issuer}"),
            (Form::Assembly, None) => format!("{written}/{issuer}"),
        }
    }
}

/// Digits, then groups of capitals apart by dashes and slashes: `1517-QĐNS/TW`, `63/2025/QĐ-UBND`, `42 -CT/TW`,
/// `66.13/2026/NQ-CP`; the party's also with a blank for the dash: `57 NQ/TW`.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    let part = r"\p{Lu}[\p{Lu}\p{Ll}&]{0,14}\d{0,2}";
    let dash = r"[-‐‑–—−]";
    Regex::new(&format!(
        r"\d{{1,5}}(?:[a-z]|\.\d{{1,3}})?(?:\s*/\s*(?:19|20)\d\d)?(?:\s*(?:{dash}|/)\s*{part}(?:(?:\s*{dash}\s*|\s*/\s*){part}){{0,3}}| \p{{Lu}}{{2}}[\p{{Lu}}\p{{Ll}}]{{0,3}}/(?:TW|TƯ|TU))"
    ))
    .expect("a constant pattern")
});

/// The numbers of documents in `nfc`, in order.
pub fn numbers(nfc: &str) -> Vec<Number> {
    let mut found = Vec::new();
    for stretch in NUMBER.find_iter(nfc) {
        let before = nfc[..stretch.start()].chars().next_back();
        // `1.234-AB/CD`, `Điều 5/2-…`: digits that go on to the left are another number.
        if before.is_some_and(|letter| letter.is_alphanumeric() || matches!(letter, '.' | ',' | '/' | '-')) {
            continue;
        }
        // A word boundary inside the pattern would make it slow.
        let goes_on = nfc[stretch.end()..]
            .chars()
            .next()
            .is_some_and(char::is_alphanumeric);
        if goes_on {
            continue;
        }
        if let Some(number) = read(stretch.as_str(), stretch.start()) {
            found.push(number);
        }
    }
    found
}

/// Reads the parts of a stretch that begins at byte `start`.
fn read(stretch: &str, start: usize) -> Option<Number> {
    let parts = split(stretch);
    let (written, rest) = parts.split_first()?;
    let (year, rest) = match rest.split_first() {
        Some((part, rest)) if part.mark == '/' && is_year(part.text) => (Some(part.text.to_owned()), rest),
        _ => (None, rest),
    };
    let form = form(rest, year.is_some())?;
    // `Chỉ thị 24-CT/TU - UBND tỉnh`: further issuers of a joint number stand close.
    let kept: Vec<&Part<'_>> = rest
        .iter()
        .take(4)
        .enumerate()
        .take_while(|(index, part)| match index {
            0 => is_symbol(part.text),
            1 => is_code(part.text),
            _ => is_code(part.text) && !part.apart,
        })
        .map(|(_, part)| part)
        .collect();
    let first = kept.first()?;
    let (symbol, issuers): (String, Vec<&str>) = match form {
        Form::Assembly => (String::new(), vec![first.text]),
        _ => (mend(first.text), kept[1..].iter().map(|part| part.text).collect()),
    };
    let last = kept.last()?;
    let issuer = issuers
        .iter()
        .map(|text| standard_issuer(text))
        .collect::<Vec<_>>()
        .join("-");
    let number = Number {
        start,
        end: start + last.end,
        digits: written.text.trim_start_matches('0').to_owned(),
        written: written.text.to_owned(),
        year,
        symbol,
        issuer,
        form,
    };
    if number.form == Form::Assembly || !number.issuer.is_empty() {
        return Some(number);
    }
    glued(number.clone()).or_else(|| untyped(number))
}

/// `1638/QĐNSTW`: the issuer stands against the type symbol.
fn glued(number: Number) -> Option<Number> {
    let symbol = ["TW", "TƯ"]
        .iter()
        .find_map(|issuer| number.symbol.strip_suffix(issuer))
        .filter(|symbol| symbol.chars().count() >= 2)?
        .to_owned();
    Some(Number {
        symbol,
        issuer: "TW".to_owned(),
        form: Form::Party,
        ..number
    })
}

/// `206-CP`, `50/CP`, `111-HĐBT`: until the nineties a number named its issuer alone, and only the word before it its type.
fn untyped(number: Number) -> Option<Number> {
    const ISSUERS: [&str; 5] = ["CP", "HĐBT", "HĐCP", "TTg", "TTG"];
    let issuer = ISSUERS.contains(&number.symbol.as_str());
    (issuer && number.year.is_none()).then(|| Number {
        symbol: String::new(),
        issuer: number.symbol,
        ..number
    })
}

/// A part of a number and the mark before it.
struct Part<'t> {
    mark: char,
    text: &'t str,
    end: usize,
    /// Blanks stand beside the mark.
    apart: bool,
}

fn split(stretch: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut mark = ' ';
    let mut from = None;
    let mut apart = false;
    for (at, letter) in stretch.char_indices().chain([(stretch.len(), '/')]) {
        let inside = letter.is_alphanumeric() || matches!(letter, '&' | '.');
        match (inside, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                let text = stretch[start..at].trim_end_matches('.');
                parts.push(Part {
                    mark,
                    text,
                    end: start + text.len(),
                    apart,
                });
                apart = false;
                from = None;
                mark = ' ';
            }
            _ => {}
        }
        apart |= letter.is_whitespace();
        if !inside && !letter.is_whitespace() {
            mark = if letter == '/' { '/' } else { '-' };
        }
    }
    parts
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit())
}

/// Capitals, with at most two small letters (`TTg`) and a term (`QH15`).
fn is_code(text: &str) -> bool {
    let (small, large) = letters(text);
    large >= 1 && small <= 2 && small <= large && text.chars().count() <= 16
}

/// A type symbol, which may have more small letters than large: `Ctr`, `QĐi`.
fn is_symbol(text: &str) -> bool {
    let (small, large) = letters(text);
    is_code(text) || (large >= 1 && small <= 2 && text.chars().count() <= 3)
}

fn letters(text: &str) -> (usize, usize) {
    let small = text.chars().filter(|letter| letter.is_lowercase()).count();
    let large = text.chars().filter(|letter| letter.is_uppercase()).count();
    (small, large)
}

/// The form that the marks between the parts tell.
fn form(rest: &[Part<'_>], dated: bool) -> Option<Form> {
    let first = rest.first()?;
    let assembly = |text: &str| {
        let head = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
        matches!(head, "QH" | "UBTVQH") && head.len() < text.len()
    };
    match (dated, first.mark) {
        (true, '/') if assembly(first.text) => Some(Form::Assembly),
        (true, _) => Some(Form::State),
        (false, '-' | ' ') => Some(Form::Party),
        // `1517/QĐNS-TW`: a party number in the state's dress
        (false, _) if rest.get(1).is_some_and(|part| is_party_issuer(part.text)) => Some(Form::Party),
        (false, _) => Some(Form::State),
    }
}

fn is_party_issuer(text: &str) -> bool {
    matches!(text, "TƯ" | "ĐU" | "HU" | "QU" | "ThU" | "TWĐ") || text.ends_with("TW") || text.ends_with("TU")
}

/// `Ð` is written for `Đ`, and a type symbol has no `D`: `QD` is `QĐ`, `ND` is `NĐ`.
fn mend(symbol: &str) -> String {
    match symbol {
        "QD" => "QĐ".to_owned(),
        "ND" => "NĐ".to_owned(),
        _ => with_stroke(symbol),
    }
}

/// `TƯ` is `TW`; `Ð` is `Đ`.
fn standard_issuer(text: &str) -> String {
    let letters = with_stroke(text);
    match letters.strip_suffix("TƯ") {
        Some(stem) => format!("{stem}TW"),
        None => letters,
    }
}

/// The letter `Đ` where its look-alike U+00D0 stands.
fn with_stroke(text: &str) -> String {
    text.replace('\u{00D0}', "Đ")
}

/// The compared form of a number: without leading zeros, marks and case (`05-CT/TW` and `5 - CT/TƯ` alike), its issuers in one
/// order (`16/KH-MTTQ-BTT` and `16/KH-BTT-MTTQ` alike).
pub fn key(number: &Number) -> String {
    let year = number.year.as_deref().unwrap_or("");
    let mut issuers: Vec<&str> = number.issuer.split('-').collect();
    issuers.sort_unstable();
    let issuers = issuers.join(" ");
    folded(&format!("{} {year} {} {issuers}", number.digits, number.symbol))
}

#[cfg(test)]
mod tests {
    use super::{Form, key, numbers};

    fn standards(text: &str) -> Vec<String> {
        numbers(text).iter().map(super::Number::standard).collect()
    }

    #[test]
    fn party_numbers_are_read_in_every_spacing() {
        assert_eq!(
            standards("Chỉ thị 24-CT/TU, 238- QĐ/TW, 80 - KL/TƯ, 1517-QĐNS/TW, 42 -CT/TW; 1517/QĐNS-TW"),
            [
                "24-CT/TU",
                "238-QĐ/TW",
                "80-KL/TW",
                "1517-QĐNS/TW",
                "42-CT/TW",
                "1517-QĐNS/TW"
            ]
        );
    }

    #[test]
    fn state_numbers_keep_year_and_order() {
        assert_eq!(
            standards("30/2020/NĐ-CP, 1234/QĐ-TTg, 31/2024/QH15, 17/2022/UBTVQH15, 215/TTr- NHNN"),
            [
                "30/2020/NĐ-CP",
                "1234/QĐ-TTg",
                "31/2024/QH15",
                "17/2022/UBTVQH15",
                "215/TTr-NHNN"
            ]
        );
    }

    #[test]
    fn an_issuer_may_stand_against_the_symbol() {
        assert_eq!(standards("Quyết định số 1638/QĐNSTƯ"), ["1638-QĐNS/TW"]);
        assert!(standards("24/TW, 24/HTW").is_empty());
    }

    #[test]
    fn an_old_number_names_its_issuer_alone() {
        assert_eq!(
            standards("Quyết định số 206-CP, Nghị định 50/CP, Quyết định 111 - HĐBT"),
            ["206-CP", "50/CP", "111-HĐBT"]
        );
    }

    #[test]
    fn a_part_of_a_resolution_has_a_point_in_its_number() {
        assert_eq!(standards("Số 66.13/2026/NQ-CP"), ["66.13/2026/NQ-CP"]);
    }

    #[test]
    fn a_party_number_may_have_a_blank_for_its_dash() {
        assert_eq!(
            standards("Nghị quyết 57 NQ/TW, 24 CT/TU"),
            ["57-NQ/TW", "24-CT/TU"]
        );
        assert!(standards("57 UBND/xã, 24 CT, 30 QĐ/12").is_empty());
    }

    #[test]
    fn joint_numbers_keep_both_issuers() {
        assert_eq!(
            standards("số 01/2016/TTLT-VKSNDTC-TANDTC"),
            ["01/2016/TTLT-VKSNDTC-TANDTC"]
        );
    }

    #[test]
    fn spelling_does_not_change_the_number() {
        let keys: Vec<_> = numbers("05-CT/TW và 5 – CT/TƯ").iter().map(key).collect();
        assert_eq!(keys[0], keys[1]);
        assert_eq!(numbers("99/2022/N\u{00D0}-CP")[0].standard(), "99/2022/NĐ-CP");
    }

    #[test]
    fn what_follows_a_dash_apart_is_no_issuer() {
        assert_eq!(standards("24-CT/TU - UBND tỉnh"), ["24-CT/TU"]);
    }

    #[test]
    fn a_number_broken_over_a_line_is_one() {
        assert_eq!(numbers("339-\nQĐ/TW")[0].form, Form::Party);
    }

    #[test]
    fn fractions_dates_and_phones_are_no_numbers() {
        assert!(
            numbers("3/4 đầu việc, ngày 28/12/2023, ĐT 0225-3821055, 2020-2025, QĐ-TTg, 5-7 người")
                .is_empty()
        );
    }
}

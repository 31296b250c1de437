//! A name or title -> the form in which two of them are compared.

use std::sync::LazyLock;

use regex::Regex;
use unicode_normalization::UnicodeNormalization;

/// One Unicode form, one case, no punctuation, no leading zeros, the common abbreviations written out and the words
/// that names carry or drop at will (*số*, *của*, *và*, *tỉnh*, *quận*, *huyện*) left out.
///
/// `key("Chỉ thị số 05-CT/TƯ") == key("chỉ thị 5 - CT/TW")`.
pub fn key(name: &str) -> String {
    let lower = name.nfc().collect::<String>().to_lowercase();
    let central = CENTRAL.replace_all(&lower, "/tw");
    let mut text = LEADING_ZEROS.replace_all(&central, "$1").into_owned();
    for (short, long) in WRITTEN_OUT {
        text = text.replace(short, long);
    }
    let text = DROPPED.replace_all(&text, " ");
    let words: Vec<&str> = WORD.find_iter(&text).map(|word| word.as_str()).collect();
    words.join(" ")
}

const WRITTEN_OUT: [(&str, &str); 7] = [
    ("ubnd", "ủy ban nhân dân"),
    ("hđnd", "hội đồng nhân dân"),
    ("mttq", "mặt trận tổ quốc"),
    ("bch", "ban chấp hành"),
    ("uỷ", "ủy"),
    ("tp.", "thành phố "),
    ("tp ", "thành phố "),
];

/// `CT/ TƯ` is the older spelling of `CT/TW`.
static CENTRAL: LazyLock<Regex> = LazyLock::new(|| pattern(r"/\s*tư\b"));
static LEADING_ZEROS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b0+(\d)"));
static DROPPED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:số|của|và|tỉnh|quận|huyện)\b"));
static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{L}\p{N}_]+"));

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the patterns of this file are valid")
}

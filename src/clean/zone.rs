//! Lines -> the zone each stands in: what is content, and what is menu, counter, teaser or page furniture.

use crate::clean::letters::{fold, folded};
use crate::clean::line::Line;
use crate::lexicon::{Lexicon, Reach};
use crate::resolve::record::Zone;

/// Lines longer than this many characters are prose and mark nothing.
const MARKER: usize = 60;
/// A paragraph of this many characters is an article's own.
const PROSE: usize = 160;

/// The zone of each line.
pub fn zones(nfc: &str, lines: &[Line], lexicon: &Lexicon) -> Vec<Zone> {
    let mut zones = vec![Zone::Body; lines.len()];
    let texts: Vec<&str> = lines
        .iter()
        .map(|line| nfc[line.start..line.end].trim())
        .collect();
    mark_furniture(&texts, &mut zones, lexicon);
    mark_ends(&texts, &mut zones, lexicon);
    mark_teasers(&texts, &mut zones);
    mark_page_numbers(&texts, &mut zones);
    mark_content(&texts, &mut zones);
    zones
}

/// What the words at the head of a line say of it.
fn reach(line: &str, lexicon: &Lexicon) -> Option<Reach> {
    let plain = line
        .trim_start_matches(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '[' | '(' | '>'));
    let mut head = String::new();
    let cut = plain
        .char_indices()
        .nth(MARKER / 2)
        .map_or(plain.len(), |(at, _)| at);
    fold(&plain[..cut], &mut head);
    lexicon.boilerplate(&head)
}

/// Lines that are furniture by themselves: `[img]`, `CÔNG BÁO/Số …`, `Lượt xem: 44`.
fn mark_furniture(texts: &[&str], zones: &mut [Zone], lexicon: &Lexicon) {
    for (text, zone) in texts.iter().zip(zones.iter_mut()) {
        if text.chars().count() <= MARKER * 2 && reach(text, lexicon).is_some_and(|reach| reach.line) {
            *zone = Zone::Boilerplate;
        }
    }
}

/// `Bài liên quan` and its like end an article; `Đang tải văn bản` ends what stands before it.
fn mark_ends(texts: &[&str], zones: &mut [Zone], lexicon: &Lexicon) {
    let whole: usize = texts.iter().map(|text| text.len()).sum();
    let mut read = 0;
    for (index, text) in texts.iter().enumerate() {
        let marks = if text.is_empty() || text.chars().count() > MARKER {
            None
        } else {
            reach(text, lexicon)
        };
        if let Some(reach) = marks {
            let early = read * 2 < whole;
            if reach.before && early {
                zones[..=index].fill(Zone::Boilerplate);
            } else if reach.after && !early {
                mark_rest(&texts[index..], &mut zones[index..]);
                return;
            } else if reach.after {
                mark_until_prose(texts, zones, index);
            }
        }
        read += text.len();
    }
}

/// Everything to the end, except what closes the document itself.
fn mark_rest(texts: &[&str], zones: &mut [Zone]) {
    for (text, zone) in texts.iter().zip(zones) {
        let signature = folded(text).starts_with("nơi nhận");
        if signature {
            return;
        }
        *zone = Zone::Boilerplate;
    }
}

/// A list of other pages in the middle of one ends where prose begins again.
fn mark_until_prose(texts: &[&str], zones: &mut [Zone], from: usize) {
    for index in from..texts.len() {
        if texts[index].chars().count() >= PROSE {
            return;
        }
        zones[index] = Zone::Boilerplate;
    }
}

/// After the closing `./.` of an article, lines that end in a day in brackets are headlines of others.
fn mark_teasers(texts: &[&str], zones: &mut [Zone]) {
    let Some(end) = texts.iter().rposition(|text| text.ends_with("./.")) else {
        return;
    };
    let dated = |text: &str| {
        text.ends_with(')')
            && text
                .rfind('(')
                .is_some_and(|open| text[open..].chars().filter(char::is_ascii_digit).count() >= 6)
    };
    if let Some(first) = texts[end + 1..].iter().position(|text| dated(text)) {
        zones[end + 1 + first..].fill(Zone::Boilerplate);
    }
}

/// Page numbers of a gazette stand alone beside its running head.
fn mark_page_numbers(texts: &[&str], zones: &mut [Zone]) {
    for index in 0..texts.len() {
        let number = !texts[index].is_empty() && texts[index].chars().all(|letter| letter.is_ascii_digit());
        let beside = |other: Option<&Zone>| other == Some(&Zone::Boilerplate);
        if number && (beside(zones.get(index + 1)) || (index > 0 && beside(zones.get(index - 1)))) {
            zones[index] = Zone::Boilerplate;
        }
    }
}

/// The headline, captions, bylines and list items among what is left.
fn mark_content(texts: &[&str], zones: &mut [Zone]) {
    let first = texts.iter().zip(zones.iter()).position(|(text, zone)| {
        *zone == Zone::Body && text.chars().filter(|letter| letter.is_alphabetic()).count() > 12
    });
    if let Some(index) = first
        && texts[index].chars().count() <= 250
        && !texts[index].trim_end_matches('*').ends_with('.')
    {
        zones[index] = Zone::Headline;
    }
    let mut picture = false;
    for (text, zone) in texts.iter().zip(zones.iter_mut()) {
        let after_picture = picture;
        if !text.is_empty() {
            picture = is_picture(text);
        }
        if *zone != Zone::Body {
            continue;
        }
        if after_picture && !text.is_empty() || text.contains("Ảnh:") || text.contains("(Ảnh") {
            *zone = Zone::Caption;
        } else if text.starts_with("- ") || text.starts_with("• ") || text.starts_with("+ ") {
            *zone = Zone::List;
        }
    }
}

/// `[img]`, `toan-canh.jpg`
fn is_picture(line: &str) -> bool {
    let ending = line.rsplit('.').next().unwrap_or("");
    let file = ending.len() < line.len() && ending.len() <= 4;
    line == "[img]"
        || (file
            && ["jpg", "jpeg", "png", "webp", "gif"]
                .iter()
                .any(|known| ending.eq_ignore_ascii_case(known)))
}

#[cfg(test)]
mod tests {
    use super::zones;
    use crate::clean::line::lines;
    use crate::lexicon::Lexicon;
    use crate::resolve::record::Zone;

    fn of(text: &str) -> Vec<Zone> {
        zones(text, &lines(text), Lexicon::embedded())
    }

    #[test]
    fn other_news_after_the_article_is_no_content() {
        let body = "Sáng 6/10, Thành ủy Hà Nội tổ chức hội nghị sơ kết công tác. ".repeat(3);
        let page = format!("Tiêu đề của một trang\n{body}\nBài liên quan\nThành ủy Huế họp");
        let found = of(&page);
        assert_eq!(found[1], Zone::Body);
        assert_eq!(found[2..], [Zone::Boilerplate, Zone::Boilerplate]);
    }

    #[test]
    fn a_gazette_running_head_and_its_page_number_are_furniture() {
        let found = of("CÔNG BÁO/Số 287 + 288/Ngày 08-4-2022\n3\nVĂN BẢN QUY PHẠM PHÁP LUẬT");
        assert_eq!(found[..2], [Zone::Boilerplate, Zone::Boilerplate]);
    }

    #[test]
    fn a_sentence_that_mentions_comments_is_content() {
        let found = of(
            "Một dòng đầu trang đủ dài\nBình luận của các đại biểu tại hội nghị đều cho rằng cần tiếp tục thực hiện nghị quyết.",
        );
        assert_eq!(found[1], Zone::Body);
    }
}

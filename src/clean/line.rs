//! Text in NFC -> lines, each with whether it continues the line before: pages broken at eighty columns read as one.

/// A line of the text, without its line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub start: usize,
    pub end: usize,
    pub join: Join,
}

/// How a line stands to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// The sentence goes on over the line break.
    Continues,
    /// A new paragraph, list item or table cell.
    Begins,
}

/// Splits a text into lines at `\n`, `\r\n` and lone `\r`.
pub fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    for end in 0..=bytes.len() {
        let ends = end == bytes.len() || bytes[end] == b'\n' || bytes[end] == b'\r';
        if ends {
            found.push(Line {
                start,
                end,
                join: Join::Begins,
            });
            start = end + 1;
        }
    }
    let wrapped = is_wrapped(text, &found);
    let mut emphasis = Emphasis::default();
    let mut last = 0;
    for index in 1..found.len() {
        emphasis.read(&text[found[index - 1].start..found[index - 1].end]);
        let (before, after) = (found[last], found[index]);
        // `**ỦY BAN NHÂN DÂN` / `**` / `TỈNH LÀO CAI`: marks alone that end bold print are no line of their own.
        if emphasis.bold && text[after.start..after.end].trim() == "**" {
            found[index].join = Join::Continues;
            emphasis.bold = false;
            continue;
        }
        last = index;
        found[index].join = join(
            &text[before.start..before.end],
            &text[after.start..after.end],
            wrapped,
            emphasis,
        );
    }
    found
}

/// Whether bold or italic print is open: `*Căn cứ Luật Tổ chức` / `Chính phủ …;*` is one paragraph.
#[derive(Clone, Copy, Debug, Default)]
struct Emphasis {
    bold: bool,
    italic: bool,
}

impl Emphasis {
    fn open(self) -> bool {
        self.bold || self.italic
    }

    /// Reads a line's asterisks: a run before a word opens, one after a word closes. A blank line and the edge of a table
    /// cell close everything.
    fn read(&mut self, line: &str) {
        let line = line.trim();
        if line.is_empty() || line == "|" {
            *self = Emphasis::default();
        }
        let mut from = 0;
        while let Some(at) = line[from..].find('*').map(|at| from + at) {
            let run = line[at..].len() - line[at..].trim_start_matches('*').len();
            let blank = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
            let opens = blank(line[..at].chars().next_back()) && !blank(line[at + run..].chars().next());
            let closes = !blank(line[..at].chars().next_back());
            if opens || closes {
                if run >= 2 {
                    self.bold = opens;
                }
                if run != 2 {
                    self.italic = opens;
                }
            }
            from = at + run;
        }
    }
}

/// Letters that a line must have before its length says anything.
const SHORT: usize = 30;
/// No line of a page broken by columns is longer.
const COLUMNS: usize = 125;

/// Whether the page is broken into lines of about equal length, as gazettes and law sites print.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let lengths: Vec<usize> = lines
        .iter()
        .map(|line| text[line.start..line.end].trim().chars().count())
        .filter(|length| *length > SHORT)
        .collect();
    let within = lengths.iter().filter(|length| **length <= COLUMNS).count();
    lengths.len() >= 4 && within * 10 >= lengths.len() * 9
}

fn join(before: &str, after: &str, wrapped: bool, emphasis: Emphasis) -> Join {
    let begins_emphasis = after.trim_start().starts_with('*');
    let before = before.trim_matches(is_markup);
    let after = after.trim_matches(is_markup);
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return Join::Begins;
    };
    // `Tại Nghị quyết 126/NQ-CP` / `, Chính phủ …`
    if matches!(first, ',' | ';' | ')') {
        return Join::Continues;
    }
    let ended = matches!(last, '.' | '!' | '?' | ':' | ';' | '|' | '…');
    // `Hà Nội, ngày 4 tháng 4 năm 2026` / `NGHỊ ĐỊNH`: a heading in capitals is no part of the line before it.
    let heading = after.split_whitespace().count() >= 2 && is_upper(after) && !is_upper(last_word(before));
    let opens = heading || is_item(after) || is_clause(after) || is_state(before, after);
    if ended || !(first.is_alphanumeric() || matches!(first, '(' | '“' | '"' | '[')) || opens {
        return Join::Begins;
    }
    let long = before.chars().count() > SHORT;
    let continues = first.is_lowercase()
        || (emphasis.open() && !begins_emphasis)
        || (wrapped && long)
        || (is_upper(before) && is_upper(after))
        || hangs(before)
        || (wrapped && begins_clause(before));
    if continues { Join::Continues } else { Join::Begins }
}

fn is_markup(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '*' | '_' | '#' | '\u{200B}' | '\u{FEFF}')
}

/// An item of a numbered list: `1. `, `12) `, `a) `.
fn is_item(line: &str) -> bool {
    let head: String = line.chars().take(4).collect();
    let digits = head.chars().take_while(char::is_ascii_digit).count();
    let label = if digits > 0 { digits } else { 1 };
    let mut rest = head.chars().skip(label);
    match rest.next() {
        Some(')') => true,
        Some('.') => digits > 0 && rest.next().is_none_or(char::is_whitespace),
        _ => false,
    }
}

fn last_word(line: &str) -> &str {
    line.split_whitespace().next_back().unwrap_or("")
}

/// A part of an official document that begins anew even where the line before has no full stop: `Căn cứ …`, `Điều 5. …`.
fn is_clause(line: &str) -> bool {
    let numbered = ["Điều ", "Khoản ", "Chương ", "Mục "].iter().any(|word| {
        let number = line
            .strip_prefix(word)
            .unwrap_or("")
            .split(['.', ' ', ':'])
            .next()
            .unwrap_or("");
        let tells = number
            .chars()
            .all(|letter| letter.is_ascii_digit() || "IVXL".contains(letter));
        // `Điều 5. …` is a heading, `Điều 5 của Luật …` a reference that a line may break before.
        let goes_on = line.strip_prefix(word).is_some_and(|rest| {
            let rest = rest[number.len()..].trim_start_matches(['.', ':']).trim_start();
            rest.chars().next().is_some_and(char::is_lowercase)
        });
        !number.is_empty() && tells && !goes_on
    });
    // `Kính gửi: … cơ quan ngang Bộ` / `Thực hiện Kết luận số 192-KL/TW …`
    let carries_out = line.strip_prefix("Thực hiện ").is_some_and(|rest| {
        [
            "Nghị quyết ",
            "Nghị định ",
            "Chỉ thị ",
            "Kết luận ",
            "Quyết định ",
            "Kế hoạch ",
            "Công văn ",
            "Công điện ",
            "Chương trình ",
            "Thông báo ",
            "Thông tri ",
            "Hướng dẫn ",
        ]
        .iter()
        .any(|kind| rest.starts_with(kind))
    });
    numbered
        || carries_out
        || ["Căn cứ ", "Theo đề nghị ", "Xét đề nghị ", "Nơi nhận"]
            .iter()
            .any(|words| line.starts_with(words))
}

/// No line ends with such a word unless the next goes on with it: `Nghị quyết số` / `18-NQ/TW`, `chỉ đạo của Tổng` / `Bí thư`.
fn hangs(line: &str) -> bool {
    const OPEN: [&str; 23] = [
        "số", "của", "và", "các", "những", "về", "tại", "theo", "do", "bởi", "cho", "với", "từ", "là",
        "trong", "trên", "Tổng", "Phó", "Thủ", "Chủ", "Bí", "Ủy", "Uỷ",
    ];
    line.contains(' ') && OPEN.contains(&last_word(line))
}

/// A short line that only opens its sentence: `Ngày 24/11/2025, tại Trụ sở` / `Trung ương Đảng, đồng chí …`.
fn begins_clause(line: &str) -> bool {
    const OPENING: [&str; 16] = [
        "Ngày", "Sáng", "Trưa", "Chiều", "Tối", "Hôm", "Tháng", "Căn", "Thực", "Tại", "Trong", "Trước",
        "Sau", "Để", "Từ", "Cùng",
    ];
    let mut words = line.split_whitespace();
    let opens = words.next().is_some_and(|first| OPENING.contains(&first));
    opens && words.count() >= 3 && last_word(line).chars().all(char::is_lowercase)
}

/// The right half of a letterhead, which stands below the issuer where the two columns were printed one after the other:
/// `BỘ NỘI VỤ` / `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`. `CHÍNH PHỦ NƯỚC` / `CỘNG HÒA …` is one name.
fn is_state(before: &str, after: &str) -> bool {
    const STATES: [&str; 4] = [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA",
        "VIỆT NAM DÂN CHỦ CỘNG HÒA",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
    ];
    STATES.iter().any(|name| after.starts_with(name)) && !matches!(last_word(before), "NƯỚC" | "CỦA")
}

/// Written in capitals, with at least two letters.
fn is_upper(line: &str) -> bool {
    let mut letters = line.chars().filter(|letter| letter.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|letter| !letter.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Join, lines};

    fn joins(text: &str) -> Vec<Join> {
        lines(text).iter().skip(1).map(|line| line.join).collect()
    }

    #[test]
    fn a_line_that_begins_in_lower_case_continues() {
        assert_eq!(joins("Theo Sở Tư\npháp tỉnh"), [Join::Continues]);
    }

    #[test]
    fn a_blank_line_a_list_item_and_a_table_cell_begin_anew() {
        assert_eq!(joins("Kính gửi\n\nÔng A"), [Join::Begins, Join::Begins]);
        assert_eq!(joins("gồm có\n1. điều"), [Join::Begins]);
        assert_eq!(joins("Số\n|"), [Join::Begins]);
    }

    #[test]
    fn letterheads_in_capitals_continue() {
        assert_eq!(joins("**ỦY BAN NHÂN DÂN**\nTỈNH ĐỒNG NAI"), [Join::Continues]);
    }

    #[test]
    fn a_short_line_that_opens_a_sentence_continues_on_a_page_of_columns() {
        let columns = "một dòng dài hơn ba mươi chữ cái của một trang được ngắt\n".repeat(4);
        let text = format!("{columns}hết.\nNgày 24/11/2025, tại Trụ sở\nTrung ương Đảng, đồng chí");
        assert_eq!(joins(&text).last(), Some(&Join::Continues));
        assert_eq!(
            joins("Ngày 24/11/2025, tại Trụ sở\nTrung ương Đảng"),
            [Join::Begins]
        );
    }

    #[test]
    fn the_state_beside_the_issuer_begins_anew() {
        assert_eq!(
            joins("BỘ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            [Join::Begins]
        );
        assert_eq!(joins("TỈNH ỦY SƠN LA\nĐẢNG CỘNG SẢN VIỆT NAM"), [Join::Begins]);
        assert_eq!(
            joins("CHÍNH PHỦ NƯỚC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            [Join::Continues]
        );
    }

    #[test]
    fn open_emphasis_continues() {
        assert_eq!(
            joins("*Căn cứ Luật Tổ chức\nChính phủ năm 2025;*\nCăn cứ"),
            [Join::Continues, Join::Begins]
        );
        assert_eq!(joins("**Điều 1.** Phạm vi\nThông tư này"), [Join::Begins]);
        assert_eq!(joins("* Sở Y tế\nSở Nội vụ"), [Join::Begins]);
    }

    #[test]
    fn a_clause_of_a_document_begins_anew() {
        assert_eq!(
            joins("Kính gửi các cơ quan ngang Bộ\nThực hiện Kết luận số 192-KL/TW"),
            [Join::Begins]
        );
        assert_eq!(
            joins("Luật Giao thông đường thủy nội địa\nCăn cứ Luật Đầu tư"),
            [Join::Begins]
        );
        assert_eq!(joins("theo quy định của ngành\nĐiều 2. Phạm vi"), [Join::Begins]);
    }

    #[test]
    fn a_word_that_leads_on_continues() {
        assert_eq!(joins("theo Quy định số\n339-QĐ/TW"), [Join::Continues]);
        assert_eq!(joins("Căn cứ chỉ đạo của Tổng\nBí thư"), [Join::Continues]);
        assert_eq!(joins("Tổng\nBí thư"), [Join::Begins]);
    }
}

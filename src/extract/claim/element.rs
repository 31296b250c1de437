//! Items of a sentence -> its persons and posts, each post with its body and term.

mod meant;

use crate::clean::letters::folded;
use crate::extract::claim::Target;
use crate::extract::item::{Item, What};
use crate::extract::reader::Reader;
use crate::lexicon::Word;

/// A person or post of a sentence.
#[derive(Clone, Debug)]
pub(super) enum Element {
    Person(usize),
    Post(Post),
}

/// A post with the body it is in.
#[derive(Clone, Debug)]
pub(super) struct Post {
    pub title: Option<String>,
    pub body: Option<Target>,
    pub from: usize,
    pub to: usize,
}

impl Element {
    pub fn from(&self, items: &[Item]) -> usize {
        match self {
            Element::Person(item) => items[*item].from,
            Element::Post(post) => post.from,
        }
    }

    pub fn to(&self, items: &[Item]) -> usize {
        match self {
            Element::Person(item) => items[*item].to,
            Element::Post(post) => post.to,
        }
    }
}

/// The persons and posts of a sentence.
pub(super) fn elements(reader: Reader<'_>, items: &[Item], range: std::ops::Range<usize>) -> Vec<Element> {
    let mut found = Vec::new();
    let mut index = range.start;
    while index < range.end {
        let item = &items[index];
        match &item.what {
            What::Person(_) => found.push(Element::Person(index)),
            What::Title(title) => {
                found.push(Element::Post(post(reader, items, index, title, range.end)));
            }
            What::Body(_) if member_suffix(reader, item).is_some() => {
                let to = item.to + 1;
                let title = Some(reader.document.phrase(item.from, to));
                found.push(Element::Post(Post {
                    title,
                    body: Some(Target::Item(index)),
                    from: item.from,
                    to,
                }));
            }
            // `Lê Văn A, Thường vụ Tỉnh ủy, Trưởng Ban …`: a member of the committee
            What::Body(_) if standing_seat(reader, items, index) => {
                found.push(Element::Post(Post {
                    title: Some(reader.document.phrase(item.from, item.from + 2)),
                    body: Some(Target::ParentOf(index)),
                    from: item.from,
                    to: after_terms(reader, item.to),
                }));
            }
            // `tham gia Ban Chấp hành, Ban Thường vụ Tỉnh ủy`: a seat without a title
            What::Body(_) if joins(reader, items, index) => {
                found.push(Element::Post(Post {
                    title: None,
                    body: Some(Target::Item(index)),
                    from: item.from,
                    to: after_terms(reader, item.to),
                }));
            }
            _ => {}
        }
        index += 1;
    }
    found
}

/// `Tỉnh ủy viên`
fn member_suffix(reader: Reader<'_>, item: &Item) -> Option<usize> {
    let committee = reader.word(item.to - 1) == Word::PARTY_COMMITTEE;
    (committee && reader.word(item.to) == Word::MEMBER && reader.joined(item.to)).then_some(item.to + 1)
}

/// Whether the standing committee of a committee stands for a seat in it: right behind a name and its mark, before a comma.
fn standing_seat(reader: Reader<'_>, items: &[Item], index: usize) -> bool {
    let item = &items[index];
    let standing = reader.document.is(item.from, "thường")
        && (reader.document.is(item.from + 1, "vụ") || reader.document.is(item.from + 1, "trực"));
    let named = index
        .checked_sub(1)
        .map(|before| &items[before])
        .is_some_and(|before| {
            matches!(before.what, What::Person(_))
                && before.to + 1 == item.from
                && matches!(reader.word(before.to), Word::COMMA | Word::HYPHEN | Word::OPEN)
        });
    standing && named && matches!(reader.word(item.to), Word::COMMA | Word::CLOSE | Word::HYPHEN)
}

/// Bodies of one list, at most.
const LIST: usize = 60;

/// Whether an organ stands behind `tham gia` or `bầu … vào`, or in a list that does.
fn joins(reader: Reader<'_>, items: &[Item], index: usize) -> bool {
    let written = |at: usize| reader.document.written(at);
    for item in (index.saturating_sub(LIST)..=index).rev() {
        let from = items[item].from;
        if !matches!(items[item].what, What::Body(_)) || !is_organ(reader, from) {
            return false;
        }
        let joining = from >= 2 && written(from - 2) == "tham" && written(from - 1) == "gia";
        if joining || (from >= 2 && written(from - 1) == "vào" && elected(reader, from - 1)) {
            return true;
        }
        let listed = item > 0
            && from == items[item - 1].to + 1
            && matches!(reader.word(from - 1), Word::COMMA | Word::AND);
        if !listed {
            return false;
        }
    }
    false
}

/// A body that members sit in, by its first word: a board, committee or council.
pub(super) fn is_organ(reader: Reader<'_>, at: usize) -> bool {
    let second = reader.word(at + 1);
    match reader.document.folded(at).as_str() {
        "ban" | "bch" | "btv" | "ủy" | "uỷ" | "thường" | "tiểu" => true,
        "bộ" => reader.document.is(at + 1, "chính"),
        "hội" => reader.document.is(at + 1, "đồng"),
        _ => second == Word::PARTY_COMMITTEE,
    }
}

/// `bầu bổ sung đồng chí Lê Văn A vào`: a verb of election before it in the sentence
fn elected(reader: Reader<'_>, to: usize) -> bool {
    const NEAR: usize = 16;
    let start = reader.document.sentences[reader.document.sentence_of(to)].from;
    (start.max(to.saturating_sub(NEAR))..to).any(|at| {
        matches!(reader.document.written(at), "bầu" | "Bầu" | "cử")
            || (reader.document.written(at) == "bổ" && reader.document.written(at + 1) == "sung")
    })
}

/// The post whose title is the item at `index`, with its body and term.
fn post(reader: Reader<'_>, items: &[Item], index: usize, title: &str, end: usize) -> Post {
    let item = &items[index];
    let next = items.get(index + 1).filter(|_| index + 1 < end);
    let body = next.filter(|next| {
        let adjacent = next.from == item.to;
        let of = next.from == item.to + 1 && reader.links_post(item.to, title);
        matches!(next.what, What::Body(_)) && (adjacent || of)
    });
    let charge = if body.is_none() {
        charged(reader, items, index, end)
    } else {
        None
    };
    if let Some(body) = charge {
        let title = reader
            .document
            .phrase(item.from, before_thuoc(reader, items[body].from));
        return Post {
            title: Some(title),
            body: Some(Target::Item(body)),
            from: item.from,
            to: items[body].to,
        };
    }
    let mut to = body.map_or(item.to, |body| body.to);
    if body.is_none()
        && let Some(place) = next.filter(|next| next.from == item.to && matches!(next.what, What::Place(_)))
    {
        to = place.to;
    }
    let meant = if body.is_none() {
        meant::meant(reader, items, index, title)
    } else {
        None
    };
    to = after_terms(reader, meant.map_or(to, |(_, end)| end));
    to = after_delegation(reader, to);
    Post {
        title: Some(title.to_owned()),
        body: body
            .map(|_| index + 1)
            .or(meant.map(|(body, _)| body))
            .map(Target::Item),
        from: item.from,
        to,
    }
}

/// Staff of a body, who are said to be at it: `nghiên cứu viên tại Viện …`
const STAFF: [&str; 8] = [
    "chuyên viên",
    "nghiên cứu viên",
    "giảng viên",
    "giáo viên",
    "cán bộ",
    "chuyên gia",
    "đại diện",
    "trợ lý",
];

impl Reader<'_> {
    /// `của`, `thuộc`, `ở` between a post and its body, `tại` after the posts of staff
    pub fn links_post(&self, at: usize, title: &str) -> bool {
        match self.document.written(at) {
            "của" | "thuộc" | "ở" => true,
            "tại" => STAFF.iter().any(|staff| folded(title).starts_with(staff)),
            _ => false,
        }
    }
}

/// `Cục trưởng phụ trách các vấn đề châu Âu thuộc Bộ Văn hóa Pháp`: the body after what the post is in charge of
fn charged(reader: Reader<'_>, items: &[Item], index: usize, end: usize) -> Option<usize> {
    let from = items[index].to;
    let charge = reader.document.reads(from, &[Word::CHARGE, Word::CHARGE_END]);
    let body = (index + 1..end).find(|other| matches!(items[*other].what, What::Body(_)))?;
    let near = items[body].from - from <= 14
        && items[index + 1..body]
            .iter()
            .all(|item| matches!(item.what, What::Place(_)));
    let open = !(from..items[body].from)
        .any(|at| matches!(reader.word(at), Word::COMMA | Word::SEMICOLON | Word::OPEN));
    (charge && near && open).then_some(body)
}

/// The end of a title before `thuộc` or `của`.
fn before_thuoc(reader: Reader<'_>, at: usize) -> usize {
    let link = reader.word(at - 1) == Word::OF || reader.document.written(at - 1) == "thuộc";
    at - usize::from(link)
}

/// `đại biểu Quốc hội đoàn Nghệ An`, `… (Đoàn Hà Nội)`: the delegation belongs to the post; one past it.
fn after_delegation(reader: Reader<'_>, at: usize) -> usize {
    let open = usize::from(reader.word(at) == Word::OPEN);
    let noun = at + open + usize::from(reader.document.is(at + open, "thuộc"));
    let place = reader
        .place(noun + 1)
        .filter(|_| reader.document.is(noun, "đoàn") && reader.joined(noun + 1));
    place.map_or(at, |(_, end)| {
        end + usize::from(open == 1 && reader.word(end) == Word::CLOSE)
    })
}

/// `khóa XII`, `khóa 11, 12, 13`, `(khóa V)`, `nhiệm kỳ 2020-2025` belong to the post; one past them.
fn after_terms(reader: Reader<'_>, at: usize) -> usize {
    let mut to = at;
    for _ in 0..2 {
        let comma = usize::from(reader.word(to) == Word::COMMA);
        let open = usize::from(reader.word(to) == Word::OPEN);
        // `các khóa V, VI`
        let each = usize::from(reader.word(to + comma + open) == Word::EACH);
        let term = reader.term(to + comma + open + each).map(|(_, end)| end + open);
        let Some(after) = term.or_else(|| reader.tenure(to + comma)) else {
            return to;
        };
        to = after;
        // `khóa V (dự khuyết), VI, VII`
        loop {
            let open =
                usize::from(reader.word(to) == Word::OPEN && reader.document.written(to + 1) == "dự") * 4;
            let next = to + open;
            let roman = crate::extract::congress::is_roman(reader.document.written(next + 1));
            let number = reader.shape(next + 1) == crate::clean::token::Shape::Number
                && reader.document.written(next + 1).len() <= 2;
            let listed =
                matches!(reader.word(next), Word::COMMA | Word::AND | Word::DOT) && (roman || number);
            if !listed {
                break;
            }
            to = next + 2;
        }
    }
    to
}

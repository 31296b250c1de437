//! A post that names no body -> the body that its neighbours tell.

use super::Sentence;
use crate::clean::letters::folded;
use crate::extract::body::Stem;
use crate::extract::claim::Target;
use crate::extract::claim::element::Element;
use crate::extract::item::{Item, What};
use crate::lexicon::Word;

/// Posts of one staff: who is named after one of them without a body serves where the next does.
const COMMAND: [&str; 7] = [
    "tư lệnh",
    "chính ủy",
    "tham mưu trưởng",
    "chỉ huy trưởng",
    "chính trị viên",
    "chủ nhiệm chính trị",
    "chỉ huy phó",
];

/// Posts that lead a firm, paper or association together.
const FIRM: [&str; 6] = [
    "tổng thư ký",
    "chủ tịch",
    "tổng giám đốc",
    "giám đốc",
    "tổng biên tập",
    "kế toán trưởng",
];

/// Posts inside a body, which a list names before the post that leads it.
const STAFF: [&str; 12] = [
    "chuyên viên",
    "trưởng phòng",
    "cán bộ",
    "giảng viên",
    "nghiên cứu viên",
    "thư ký",
    "trợ lý",
    "kiểm sát viên",
    "thẩm phán",
    "giáo viên",
    "kế toán",
    "trưởng khoa",
];

/// Posts whose deputies are named after them without the body.
const LED: [&str; 10] = [
    "bí thư",
    "chủ tịch",
    "giám đốc",
    "tổng giám đốc",
    "hiệu trưởng",
    "trưởng ban",
    "chủ nhiệm",
    "cục trưởng",
    "tổng biên tập",
    "trưởng đoàn",
];

/// Posts of the state that stand by themselves.
const ALONE: [&str; 4] = ["thủ tướng", "chủ tịch nước", "tổng bí thư", "bộ trưởng"];

impl Sentence<'_, '_> {
    /// The body of a post that names none: a committee's member sits in the committee of the next post's board, a deputy
    /// serves where the head named next does, a chairman is that of the body whose party organisation was named before.
    pub(super) fn implied(&self, index: usize) -> Option<Target> {
        let title = self.title(index).map(folded)?;
        if is_seat(&title) {
            return self.seat(index);
        }
        self.shared_body(index, &title)
            .or_else(|| self.hosted(index, &title))
            .or_else(|| self.led(index, &title))
            .or_else(|| self.named_likewise(index, &title))
            .or_else(|| self.behind_party_body(index, &title))
            .or_else(|| self.steered(index, &title))
    }

    /// `Phó Thủ tướng A - Phó Trưởng Ban Thường trực`: right behind a name and a mark, on a page that has spoken of one
    /// steering board only
    fn steered(&self, index: usize, title: &str) -> Option<Target> {
        let behind = index.checked_sub(1).is_some_and(|before| self.is_person(before));
        let from = self.elements[index].from(self.items);
        let marked = from > 0 && matches!(self.reader.word(from - 1), Word::HYPHEN | Word::COMMA);
        if !(behind && marked && core(title) == "trưởng ban") || self.goes_on_unread(index) {
            return None;
        }
        let boards = |item: &usize| self.begins_with(*item, &["ban", "chỉ", "đạo"]);
        let last = (0..self.items.partition_point(|item| item.from < from))
            .rev()
            .find(boards)?;
        let words = |item: usize| {
            folded(
                &self
                    .reader
                    .document
                    .phrase(self.items[item].from, self.items[item].to),
            )
        };
        let mut names: Vec<String> = (0..self.items.len()).filter(boards).map(words).collect();
        names.retain(|name| name != "ban chỉ đạo");
        names.dedup();
        (names.len() <= 1).then_some(Target::Item(last))
    }

    fn begins_with(&self, item: usize, words: &[&str]) -> bool {
        let item = &self.items[item];
        matches!(item.what, What::Body(_))
            && words
                .iter()
                .enumerate()
                .all(|(offset, word)| self.reader.document.is(item.from + offset, word))
    }

    /// `Bí thư Huyện ủy Lê Văn A và các Phó Bí thư: …`: the body of the nearest post before it that is the same or its head's,
    /// in the sentence or in the entries of the list that it stands in
    fn named_likewise(&self, index: usize, title: &str) -> Option<Target> {
        let own = core(title);
        let named = (0..self.elements.len()).any(|other| self.is_person(other));
        if !LED.contains(&own) || !named || self.goes_on_unread(index) {
            return None;
        }
        let before = (0..index).rev().find_map(|other| {
            let text = folded(self.title(other)?);
            // `Phó Chủ tịch Liên đoàn … và Phó Chủ tịch Lê Văn A` may serve two bodies.
            let leads = !text.starts_with("phó ") || self.glues[other].plural || self.counted(other);
            self.body_of(other)
                .filter(|body| core(&text) == own && leads && self.is_local(*body))
        });
        let above = || {
            let found = self.above.iter().rev().find(|(title, _)| title == own)?;
            Some(found.1)
        };
        before.or_else(above)
    }

    /// Whether a capital that no list knows goes on behind the post: a body whose name was not read.
    fn goes_on_unread(&self, index: usize) -> bool {
        let to = self.elements[index].to(self.items);
        let known = self.items.binary_search_by_key(&to, |item| item.from).is_ok();
        self.reader.capital(to) && self.reader.joined(to) && !known
    }

    /// A body of the country that is no central one, as `Bí thư Trung ương Đảng` is.
    fn is_local(&self, body: Target) -> bool {
        let (Target::Item(item) | Target::ParentOf(item) | Target::HostOf(item)) = body;
        matches!(&self.items[item].what, What::Body(body) if matches!(body.stem, Stem::Head(_)) && body.country.is_none())
    }

    /// `Thay mặt Ban Cán sự đảng Bộ, Bí thư, Bộ trưởng …`: the party body right before a comma
    fn behind_party_body(&self, index: usize, title: &str) -> Option<Target> {
        let from = self.elements[index].from(self.items);
        let next = self.items.partition_point(|item| item.from < from);
        let body = next
            .checked_sub(1)
            .filter(|body| self.items[*body].to + 1 == from)?;
        let comma = self.reader.word(from - 1) == Word::COMMA;
        let party = matches!(self.items[body].what, What::Body(_)) && self.is_inside(body);
        (core(title) == "bí thư" && comma && party).then_some(Target::Item(body))
    }

    /// The posts of the sentence that a list may go on from, by what leads their bodies.
    pub(super) fn leading(&self) -> Vec<(String, Target)> {
        let post = |index: usize| {
            let title = folded(self.title(index)?);
            let own = core(&title);
            let body = self
                .body_of(index)
                .filter(|body| LED.contains(&own) && self.is_local(*body))?;
            Some((own.to_owned(), body))
        };
        (0..self.elements.len()).filter_map(post).collect()
    }

    fn body_of(&self, index: usize) -> Option<Target> {
        match self.elements.get(index) {
            Some(Element::Post(post)) => post.body,
            _ => None,
        }
    }

    fn seat(&self, index: usize) -> Option<Target> {
        let after = (index + 1..self.elements.len())
            .take_while(|other| self.is_post(*other))
            .find_map(|other| self.body_of(other));
        let before = (0..index)
            .rev()
            .take_while(|other| self.is_post(*other))
            .find_map(|other| self.body_of(other));
        match after.or(before)? {
            Target::Item(item) => Some(Target::ParentOf(item)),
            other => Some(other),
        }
    }

    /// `Phó Chính ủy, Phó Tư lệnh Bộ Tư lệnh …`, `Phó Vụ trưởng rồi Vụ trưởng Vụ …`, `Phó Chủ tịch - Tổng Thư ký …`
    fn shared_body(&self, index: usize, title: &str) -> Option<Target> {
        let chained = |other: &usize| {
            let glue = self.glues[*other];
            self.is_post(*other) && glue.lists() && !glue.open
        };
        (index + 1..self.elements.len())
            .take_while(chained)
            .find(|other| self.body_of(*other).is_some())
            .filter(|other| {
                let dashed = *other == index + 1 && self.joins_titles(*other);
                self.title(*other)
                    .is_some_and(|next| fits(title, &folded(next), dashed))
            })
            .and_then(|other| self.body_of(other))
    }

    /// `Phó Chủ tịch - Tổng Thư ký`, `Chủ tịch kiêm Giám đốc`
    fn joins_titles(&self, index: usize) -> bool {
        let glue = self.glues[index];
        let from = self.elements[index].from(self.items);
        let also = self.reader.document.written(from - 1) == "kiêm";
        (also || glue.dash && !glue.and) && !glue.comma
    }

    /// `Bí thư Đảng đoàn, Chủ tịch`: the body whose party organisation the post before is in
    fn hosted(&self, index: usize, title: &str) -> Option<Target> {
        let before = index.checked_sub(1).filter(|before| self.is_post(*before))?;
        let alone = ALONE.iter().any(|other| title.ends_with(other)) || is_party(title);
        let listed = self.glues[index].lists() && !self.glues[index].open;
        let party = self
            .title(before)
            .map(folded)
            .is_some_and(|title| is_party(&title));
        match self.body_of(before)? {
            Target::Item(item) if listed && party && !alone && self.is_inside(item) => {
                Some(Target::HostOf(item))
            }
            _ => None,
        }
    }

    /// `Đảng ủy`, `Đảng đoàn`, `Chi bộ`, `Ban cán sự đảng`
    fn is_inside(&self, item: usize) -> bool {
        let from = self.items[item].from;
        let second = self.reader.document.folded(from + 1);
        match self.reader.document.folded(from).as_str() {
            "đảng" => matches!(second.as_str(), "ủy" | "bộ" | "đoàn"),
            "chi" => true,
            "ban" => second == "cán",
            _ => false,
        }
    }

    /// `Ban Lễ tang …, do Chủ tịch nước … làm Trưởng ban`: the body before it in the sentence, behind a verb
    fn presided(&self, index: usize, title: &str) -> Option<usize> {
        let nouns = presided_by(core(title));
        let from = self.elements[index].from(self.items);
        let first = self.items.partition_point(|item| item.from < from);
        (0..first)
            .rev()
            .take_while(|item| self.items[*item].from >= self.from)
            .find(|item| self.glues[index].receives && self.begins(&self.items[*item], nouns))
    }

    /// Whether an item is a body whose name begins with one of these nouns.
    fn begins(&self, item: &Item, nouns: &[&str]) -> bool {
        let first = self.reader.document.folded(item.from);
        let two = format!("{first} {}", self.reader.document.folded(item.from + 1));
        matches!(item.what, What::Body(_)) && nouns.iter().any(|noun| *noun == first || *noun == two)
    }

    /// `Cục trưởng`, `Phó Vụ trưởng` without a body: the body of the sentence that begins so, after it or else before it.
    fn led(&self, index: usize, title: &str) -> Option<Target> {
        // A bare `Thủ tướng` may be any country's; deputies are told with their government.
        let deputy = title.starts_with("phó thủ tướng");
        let nouns: &[&str] = if deputy {
            &["chính phủ"]
        } else {
            led_by(core(title))
        };
        let abroad = |item: &Item| matches!(&item.what, What::Body(body) if body.country.is_some());
        let begins = |item: &Item| self.begins(item, nouns) && !(deputy && abroad(item));
        let from = self.elements[index].from(self.items);
        let first = self.items.partition_point(|item| item.from < from);
        let after = self.items[first..]
            .iter()
            .take_while(|item| item.from < self.to)
            .position(begins)
            .map(|near| first + near);
        let before = || {
            (0..first)
                .rev()
                .take_while(|item| self.items[*item].from >= self.from)
                .find(|item| begins(&self.items[*item]))
        };
        after
            .or_else(before)
            .or_else(|| self.presided(index, title))
            .map(Target::Item)
    }
}

/// Posts that the body named before in the sentence is led by: `Đoàn công tác do ông … làm Trưởng đoàn`.
fn presided_by(core: &str) -> &'static [&'static str] {
    match core {
        "trưởng ban" => &["ban", "bcđ"],
        "trưởng đoàn" => &["đoàn"],
        "chủ tịch hội đồng" => &["hội đồng"],
        _ => &[],
    }
}

/// The nouns that bodies led by a post begin with.
fn led_by(core: &str) -> &'static [&'static str] {
    match core {
        "cục trưởng" => &["cục"],
        "chi cục trưởng" => &["chi cục"],
        "tổng cục trưởng" => &["tổng cục"],
        "vụ trưởng" => &["vụ"],
        "viện trưởng" => &["viện", "vksnd", "vks"],
        "hiệu trưởng" => &["trường", "đại học", "học viện"],
        "chánh án" => &["tòa án", "tòa", "tand"],
        "chánh văn phòng" => &["văn phòng"],
        "chánh thanh tra" => &["thanh tra"],
        "trưởng phòng" => &["phòng"],
        "tổng biên tập" => &["báo", "tạp chí"],
        "trưởng tiểu ban" => &["tiểu ban"],
        "tổ trưởng" => &["tổ"],
        _ => &[],
    }
}

/// A member's post without its committee.
fn is_seat(title: &str) -> bool {
    matches!(
        title,
        "uvtv"
            | "uvbtv"
            | "uv btv"
            | "uvbch"
            | "uv bch"
            | "ủy viên btv"
            | "ủy viên bch"
            | "ủy viên ban thường vụ"
            | "ủy viên thường vụ"
            | "ủy viên ban chấp hành"
    )
}

/// `Phó Bí thư`, `Ủy viên Ban Thường vụ`, `Tỉnh ủy viên`
fn is_party(title: &str) -> bool {
    title.contains("bí thư") || title.contains("ủy viên") || is_seat(title)
}

/// A title without what makes it a deputy's: `Phó Vụ trưởng phụ trách` -> `vụ trưởng`
fn core(title: &str) -> &str {
    let mut core = title;
    for before in ["quyền ", "phó "] {
        core = core.strip_prefix(before).unwrap_or(core);
    }
    for after in [" thường trực", " phụ trách", " chuyên trách", " thứ nhất"] {
        core = core.strip_suffix(after).unwrap_or(core);
    }
    core
}

/// Whether a post without a body is in that of a later post of its list.
fn fits(title: &str, next: &str, joined: bool) -> bool {
    let (own, other) = (core(title), core(next));
    let both = |group: &[&str]| group.contains(&own) && group.contains(&other);
    let member =
        matches!(title, "ủy viên" | "ủy viên thường trực" | "thành viên") && !next.contains("bí thư");
    let staff = STAFF.iter().any(|staff| own.starts_with(staff)) && !is_party(next);
    let joined = joined && is_party(title) == is_party(next) && !ALONE.contains(&own);
    own == other || both(&COMMAND) || both(&FIRM) || member || staff || joined
}

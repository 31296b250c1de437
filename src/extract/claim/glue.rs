//! The words between two items -> how they hang together.

use crate::clean::token::{Gap, Shape};
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Cues, Word};

/// What stands between two items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glue {
    pub comma: bool,
    pub dash: bool,
    /// A year, as in `từ tháng 6-2016 đến 6-2018:`.
    pub period: bool,
    /// A word that begins another clause.
    pub clause: bool,
    pub and: bool,
    pub semicolon: bool,
    pub colon: bool,
    pub open: bool,
    /// `nguyên`, `cựu`, `từng giữ`
    pub former: bool,
    /// The word for it belongs to the next post alone: `nguyên`
    pub former_word: bool,
    /// `giữ chức`, `bầu … làm`
    pub receives: bool,
    /// `thôi giữ chức`
    pub leaves: bool,
    /// `các`
    pub plural: bool,
    /// `là`
    pub is: bool,
    /// `ông`, `bà`, `đồng chí`
    pub honour: bool,
    /// One of these, and no rank or degree.
    pub respect: bool,
    /// `giới thiệu để bầu`: the post is only proposed.
    pub proposed: bool,
    /// `trên cương vị`, `đang kiêm chức`
    pub serves: bool,
    /// `vào`, as in `bầu … vào Ban Chấp hành`
    pub into: bool,
    /// Words that say something else.
    pub other: usize,
    /// One of them is a capital: a name that is not known.
    pub capital: bool,
    /// `thay`
    pub replaces: bool,
    /// Those of them that stand behind the last comma, semicolon or bracket.
    pub tail: usize,
}

impl Glue {
    /// Nothing but words of respect.
    pub fn adjacent(self) -> bool {
        !(self.comma
            || self.dash
            || self.and
            || self.semicolon
            || self.colon
            || self.receives
            || self.leaves
            || self.open)
            && self.other == 0
    }

    /// A list goes on.
    pub fn lists(self) -> bool {
        (self.comma || self.dash || self.and || self.open)
            && !self.semicolon
            && !self.colon
            && self.other == 0
    }

    /// A list goes on behind what the member before it adds: `Bí thư Đảng ủy (2016), …`, `… cơ quan, Phó Chủ tịch …`
    pub fn resumes(self) -> bool {
        const ADDED: usize = 6;
        (self.comma || self.and || self.semicolon || self.dash)
            && self.tail == 0
            && self.other <= ADDED
            && !self.clause
            && !self.plural
            && !(self.semicolon && self.capital)
    }

    fn says_more(&mut self) {
        self.other += 1;
        self.tail += 1;
    }

    fn separates(&mut self, mark: Word) {
        self.tail = 0;
        self.plural &= mark == Word::COLON;
        self.capital &= mark != Word::SEMICOLON;
    }
}

impl<'d> Reader<'d> {
    /// Reads the words of tokens `from..to`; `names` are spans of bodies and places among them, which tell nothing.
    pub(super) fn glue(&self, from: usize, to: usize, names: &[(usize, usize)]) -> Glue {
        let mut glue = Glue::default();
        let mut at = from;
        while at < to {
            if let Some((_, end)) = names.iter().find(|(start, _)| *start == at) {
                at = *end;
                continue;
            }
            if at > from && self.document.gap(at) == Gap::Paragraph {
                glue.other += 9;
                glue.tail += 9;
            }
            at = self.glue_word(&mut glue, at, to);
        }
        glue
    }

    fn glue_word(&self, glue: &mut Glue, at: usize, to: usize) -> usize {
        if let Some(end) = self.aside(at).filter(|end| *end <= to) {
            return end;
        }
        let skipped = [Class::Honorific, Class::Rank, Class::Degree]
            .iter()
            .find_map(|class| self.find_within(*class, at, to));
        if let Some(found) = skipped {
            glue.honour = true;
            glue.respect |= self.find(Class::Honorific, at).is_some();
            // `các đồng chí`
            glue.plural |= self.word(at) == Word::EACH;
            // `… Ban Kinh tế Trung ương Ông Lê Văn A …`: a caption glued to the next.
            let glued = matches!(self.document.written(at), "Ông" | "Bà") && self.joined(at) && at > 0;
            if glued && self.shape(at - 1).is_word() {
                glue.says_more();
            }
            return found.end;
        }
        if let Some(found) = self.find_within(Class::Cue, at, to) {
            let cues = self.lexicon.cues[found.item];
            glue.clause |= cues.has(Cue::Boundary)
                && self.word(at) != Word::AND
                && self.word(at) != Word::IS
                && !self.tells_nothing(at)
                || cues.has(Cue::Attends)
                || cues.has(Cue::Chairs)
                || cues.has(Cue::Speaks);
            if let Some(end) = note(glue, cues, found.end) {
                glue.former_word = glue.former && end == at + 1 && self.document.written(at) != "từng";
                return end;
            }
        }
        // `Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam`: the whole name of the country, begun by the post
        let whole = at
            .checked_sub(1)
            .and_then(|country| self.republic(country))
            .filter(|end| *end <= to && self.document.folded(at).starts_with('c'));
        if let Some(end) = whole {
            return end;
        }
        self.small_word(glue, at);
        at + 1
    }

    fn small_word(&self, glue: &mut Glue, at: usize) {
        match self.word(at) {
            Word::COMMA => glue.comma = true,
            Word::HYPHEN => glue.dash = true,
            Word::AND => {
                glue.and = true;
                glue.proposed = false;
            }
            Word::SEMICOLON => glue.semicolon = true,
            Word::COLON => glue.colon = true,
            Word::OPEN => glue.open = true,
            Word::EACH => glue.plural |= !self.counts_posts(at + 1),
            Word::IS => glue.is = true,
            Word::CLOSE | Word::ACTING | Word::NEW | Word::DOT | Word::SLASH | Word::QUOTE => {}
            _ if self.shape(at) == Shape::Number => glue.period |= self.year(at).is_some(),
            _ if self.document.written(at) == "vào" => {
                glue.into = true;
                glue.other += 1;
            }
            _ if matches!(self.document.written(at), "rồi" | "kiêm") => {
                glue.and = true;
                glue.tail = 0;
            }
            _ if self.tells_nothing(at) => {}
            word => {
                // `bổ nhiệm của Thủ tướng`, `nguyên lãnh đạo Ban`: the verb was not about this post.
                glue.receives &= word != Word::OF;
                glue.former &= !glue.former_word;
                glue.capital |= self.capital(at);
                glue.replaces |=
                    self.document.written(at) == "thay" && self.document.written(at + 1) != "mặt";
                glue.says_more();
            }
        }
        if matches!(
            self.word(at),
            Word::COMMA | Word::SEMICOLON | Word::CLOSE | Word::COLON
        ) {
            glue.separates(self.word(at));
        }
    }

    /// `(thứ hai từ trái sang)`, `(ảnh)`, `(bên phải)`: where someone stands in a picture; one past it.
    fn aside(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 12;
        let place = matches!(
            self.document.folded(at + 1).as_str(),
            "ảnh"
                | "thứ"
                | "bìa"
                | "bên"
                | "đứng"
                | "ngồi"
                | "hàng"
                | "trái"
                | "phải"
                | "giữa"
                | "người"
                | "áo"
                | "ngoài"
                | "đầu"
                | "trong"
        );
        let close = (at + 2..at + LONGEST).find(|close| self.word(*close) == Word::CLOSE);
        close
            .filter(|_| self.word(at) == Word::OPEN && place)
            .map(|close| close + 1)
    }

    /// `các chức vụ`, `các vị trí`: several posts, not several persons
    fn counts_posts(&self, at: usize) -> bool {
        match self.document.written(at) {
            "chức" | "cương" | "trọng" | "danh" | "nhiệm" => true,
            "vị" => self.document.written(at + 1) == "trí",
            _ => false,
        }
    }

    /// Small words of appointments: `chức`, `vụ`, `kiêm`, `hiện`, `đồng thời`
    fn tells_nothing(&self, at: usize) -> bool {
        matches!(
            self.document.written(at),
            "chức"
                | "vụ"
                | "kiêm"
                | "hiện"
                | "đồng"
                | "thời"
                | "danh"
                | "cương"
                | "vị"
                | "mới"
                | "vai"
                | "trò"
                | "nay"
                | "giữ"
                | "trí"
                | "hàm"
                | "tuổi"
                | "sinh"
                | "quê"
                | "SN"
                | "nhiều"
                | "trọng"
                | "trách"
                | "sau"
                | "tiếp"
                | "đó"
                | "kế"
                | "nhiệm"
                | "lâm"
                | "từ"
                | "tháng"
                | "năm"
                | "đến"
                | "trước"
                | "gồm"
                | "lần"
                | "lượt"
        )
    }
}

fn note(glue: &mut Glue, cues: Cues, end: usize) -> Option<usize> {
    if cues.has(Cue::Proposes) {
        glue.proposed = true;
    } else if cues.has(Cue::Serves) {
        glue.serves = true;
    } else if cues.has(Cue::Leaves) {
        glue.leaves = true;
        glue.receives = false;
    } else if cues.has(Cue::Former) {
        glue.former = true;
    } else if cues.has(Cue::Receives) {
        glue.receives = true;
        glue.leaves = false;
    } else {
        return None;
    }
    Some(end)
}

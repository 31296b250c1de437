//! The boards of a body among the people who serve in it -> the body: `Đảng ủy, Bộ Tư lệnh và chiến sĩ Quân khu 7`.

use super::Resolver;
use crate::clean::token::Shape;
use crate::extract::body::BodyName;
use crate::extract::item::What;
use crate::lexicon::Word;

/// Words for those who serve in a body, which stand between its boards and its name.
const PEOPLE: [&str; 21] = [
    "cán", "bộ", "chiến", "sĩ", "sỹ", "đảng", "viên", "công", "nhân", "chức", "người", "lao", "động", "toàn",
    "thể", "tập", "ban", "lãnh", "đạo", "chỉ", "huy",
];

impl Resolver<'_, '_> {
    /// `Đảng ủy, Bộ Tư lệnh và cán bộ, chiến sĩ Quân khu 7`, `Đảng ủy, Ban Lãnh đạo NHCS`: the body whose people are named with its
    /// boards
    pub(super) fn people_after(&self, index: usize, body: &BodyName) -> Option<BodyName> {
        let name = self.head(body)?.name.as_str();
        if !matches!(
            name,
            "Đảng ủy" | "Bộ Tư lệnh" | "Ban Giám đốc" | "Chi bộ" | "Chi ủy"
        ) {
            return None;
        }
        let mut end = self.items[index].to;
        let mut people = false;
        for (other, item) in self.items.iter().enumerate().skip(index + 1).take(3) {
            for at in end..item.from {
                if !self.reader.joined(at) {
                    return None;
                }
                let mark = matches!(
                    self.reader.word(at),
                    Word::COMMA | Word::AND | Word::HYPHEN | Word::OF
                );
                let small = self.reader.shape(at) == Shape::Lower
                    || ["ban", "lãnh", "toàn", "tập"]
                        .iter()
                        .any(|word| self.reader.document.is(at, word));
                let person = small && PEOPLE.iter().any(|word| self.reader.document.is(at, word));
                people |= person;
                if !mark && !person {
                    return None;
                }
            }
            let What::Body(next) = &item.what else { return None };
            let board = self.is_alone(next) && self.head(next).is_some();
            if !board {
                let whole = people && !self.is_of_party(next) && !self.is_wanting(next);
                return whole.then(|| self.placed(other, next));
            }
            end = item.to;
        }
        None
    }
}

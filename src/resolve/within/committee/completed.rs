//! A body among its neighbours -> the body with the place, parent or country that they share with it.

use super::{LIST, Resolver};
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::{Item, What};
use crate::extract::place::PlaceName;
use crate::lexicon::{Class, Head, Part, PlaceKind, Scope, Word};
use crate::resolve::record::Branch;

impl Resolver<'_, '_> {
    /// The body with what its neighbours tell.
    pub(super) fn completed(&self, index: usize, body: &BodyName) -> BodyName {
        let body = self.placed(index, body);
        let body = self.of_whole(index, body);
        self.owned(index, &body)
    }

    /// The body with the place that its neighbours tell: `HĐND, UBND tỉnh` both are the province's.
    pub(super) fn placed(&self, index: usize, body: &BodyName) -> BodyName {
        self.placed_at(index, body, 0)
    }

    fn placed_at(&self, index: usize, body: &BodyName, depth: usize) -> BodyName {
        let mut body = body.clone();
        let Stem::Head(head) = body.stem else {
            if body.country.is_none() {
                body.country = self
                    .shared_country(index)
                    .or_else(|| self.country_of_holder(index, &body));
            }
            return body;
        };
        let head = &self.reader.lexicon.heads[head];
        if body.parent.is_none() && body.place.is_none() && body.country.is_none() {
            body.country = self.country_of_list(index, &body, head);
        }
        if let Some(parent) = body.parent.take() {
            body.parent = Some(Box::new(self.placed_at(index, &parent, depth + 1)));
            return body;
        }
        if let Some(place) = self.posted_place(index, head, &body) {
            body.place.get_or_insert_default().name = place.name;
            return body;
        }
        if head.name == "Đảng bộ" && body.place.is_none() {
            body.place = self.people_of(index);
        }
        let takes_place = head.tail.contains(&Part::Place) && body.place.is_none();
        let takes_parent =
            depth == 0 && head.tail.contains(&Part::Parent) && body.place.is_none() && body.tail.is_empty();
        if !(takes_place || takes_parent) || matches!(head.scope, Scope::Of(_)) {
            return body;
        }
        let mut at = index;
        for _ in 0..LIST {
            let Some(next) = self.coordinated(at) else { break };
            let What::Body(other) = &self.items[next].what else {
                break;
            };
            if takes_parent && let Some(parent) = &other.parent {
                body.parent = Some(parent.clone());
                return body;
            }
            // `Ban Thường trực, Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam`: the committee whose board it is
            let boards = matches!(head.name.as_str(), "Đoàn Chủ tịch" | "Ban Thường trực");
            if takes_parent && boards && self.is_front_committee(other) {
                body.parent = Some(Box::new(other.clone()));
                return body;
            }
            if takes_place
                && other
                    .place
                    .as_ref()
                    .is_some_and(|place| place.kind.is_some() || place.name.is_some())
                && other.parent.is_none()
            {
                body.place.clone_from(&other.place);
                return body;
            }
            at = next;
        }
        if takes_parent && head.branch == Branch::Party {
            body.parent = self.joined_committee(index).map(Box::new);
        }
        body
    }

    fn is_front_committee(&self, body: &BodyName) -> bool {
        match body.stem {
            Stem::Head(head) => self.reader.lexicon.heads[head]
                .name
                .starts_with("Ủy ban Mặt trận Tổ quốc"),
            Stem::Fixed(item) => self.reader.lexicon.bodies[item]
                .name
                .starts_with("Ủy ban Trung ương Mặt trận Tổ quốc"),
        }
    }

    /// `tham gia Ban Chấp hành, Ban Thường vụ, giữ chức Phó Bí thư Tỉnh ủy`: boards joined are those of the committee named next.
    fn joined_committee(&self, index: usize) -> Option<BodyName> {
        let from = self.items[index].from;
        let sentence = self.reader.document.sentences[self.reader.document.sentence_of(from)];
        let joins = (sentence.from..from).rev().take(14).any(|at| {
            self.reader.document.written(at) == "tham" && self.reader.document.written(at + 1) == "gia"
        });
        let committee = |item: &Item| match &item.what {
            What::Body(
                body @ BodyName {
                    stem: Stem::Head(head),
                    ..
                },
            ) => {
                let head = &self.reader.lexicon.heads[*head];
                (head.branch == Branch::Party && matches!(head.scope, Scope::Of(_))).then(|| body.clone())
            }
            _ => None,
        };
        let after = self.items[index + 1..]
            .iter()
            .take_while(|item| item.from < sentence.to);
        after.filter(|_| joins).find_map(committee)
    }

    /// `Ủy viên Ban Thường vụ Tỉnh ủy, nguyên Phó Chủ tịch UBND tỉnh Phú Thọ`: one career's posts stand at one place of a
    /// kind, which the list of posts names once.
    fn posted_place(&self, index: usize, head: &Head, body: &BodyName) -> Option<PlaceName> {
        let kind = self.kind_without_name(head, body)?;
        for (_, item) in self.posts_after(index) {
            match &item.what {
                What::Title(_) | What::Rank => {}
                What::Body(other) => {
                    if let Some(place) = self.named_place(other, kind) {
                        return Some(place);
                    }
                }
                _ => break,
            }
        }
        for (other, item) in self.posts_before(index) {
            match &item.what {
                What::Title(_) | What::Rank => {}
                What::Body(body) => {
                    let body = self.told_at(other).unwrap_or(body);
                    if let Some(place) = self.named_place(body, kind) {
                        return Some(place);
                    }
                }
                _ => break,
            }
        }
        None
    }

    /// The kind of place that a body tells without its name: `Tỉnh ủy`, `UBND tỉnh`
    fn kind_without_name(&self, head: &Head, body: &BodyName) -> Option<PlaceKind> {
        let place = body.place.clone().unwrap_or_default();
        let implied = match head.scope {
            Scope::Of(kind) => Some(kind),
            _ => None,
        };
        place
            .kind
            .or(implied)
            .filter(|_| place.name.is_none() && !place.central)
    }

    /// The named place of a kind in a body's name: `Phú Thọ` of `UBND tỉnh Phú Thọ`, of `Tỉnh ủy Phú Thọ`
    fn named_place(&self, body: &BodyName, kind: PlaceKind) -> Option<PlaceName> {
        if let Some(parent) = &body.parent {
            return self.named_place(parent, kind);
        }
        let head = self.head(body)?;
        let place = body.place.as_ref().filter(|place| place.name.is_some())?;
        let own = place.kind.or(match head.scope {
            Scope::Of(kind) => Some(kind),
            _ => None,
        });
        (own == Some(kind)).then(|| place.clone())
    }

    /// `Đảng bộ, chính quyền và Nhân dân huyện Hoài Ân`: the place whose people are named with it
    fn people_of(&self, index: usize) -> Option<PlaceName> {
        let reader = self.reader;
        let from = self.items[index].to;
        let mut at = from;
        while at < from + 14 && reader.joined(at) {
            let word = reader.document.folded(at);
            let link = matches!(
                reader.word(at),
                Word::COMMA | Word::AND | Word::EACH | Word::HYPHEN
            );
            if !link
                && !matches!(
                    word.as_str(),
                    "chính" | "quyền" | "quân" | "nhân" | "dân" | "tộc" | "và"
                )
            {
                break;
            }
            at += 1;
        }
        if at < from + 2 || !reader.document.is(at - 1, "dân") && !reader.document.is(at - 1, "quyền") {
            return None;
        }
        reader
            .place(at)
            .map(|(place, _)| place)
            .filter(|place| !place.central)
    }

    /// `Quốc hội, Chính phủ và Mặt trận Lào Xây dựng đất nước`: bodies of one state, whose name stands with the last of them
    fn shared_country(&self, index: usize) -> Option<String> {
        let of_state = |body: &BodyName| {
            matches!(body.stem, Stem::Fixed(item) if ["Quốc hội", "Chính phủ", "Ban Chấp hành Trung ương Đảng"]
                .contains(&self.reader.lexicon.bodies[item].name.as_str()))
        };
        if !matches!(&self.items[index].what, What::Body(body) if of_state(body)) {
            return None;
        }
        let mut end = self.items[index].to;
        for item in self.items[index + 1..].iter().take(5) {
            let linked = item.from > end
                && item.from - end <= 4
                && (end..item.from).all(|at| {
                    matches!(
                        self.reader.word(at),
                        Word::COMMA | Word::AND | Word::COUNTRY | Word::PARTY
                    ) || self.reader.document.is(at, "nhà")
                })
                && self.reader.joined(item.from);
            let What::Body(body) = &item.what else { return None };
            if !linked {
                return None;
            }
            let Stem::Fixed(fixed) = body.stem else {
                return None;
            };
            if let Some(country) = body.country.clone().or_else(|| self.country_in(fixed)) {
                return Some(country);
            }
            end = item.to;
        }
        None
    }

    /// `Chủ tịch Quốc hội Esteban Lazo Hernández`: the country that the page gives a body of this name whose post a foreigner holds
    fn country_of_holder(&self, index: usize, body: &BodyName) -> Option<String> {
        let (item, next) = (&self.items[index], self.items.get(index + 1)?);
        let held = next.from == item.to && matches!(next.what, What::Person(_));
        let foreign = self.reader.find(Class::Surname, next.from).is_none();
        if !held || !foreign {
            return None;
        }
        self.items.iter().find_map(|other| match &other.what {
            What::Body(other) if other.stem == body.stem => other.country.clone(),
            _ => None,
        })
    }

    /// `Công đoàn Y tế, Công đoàn Viễn thông của Belarus`: the country that a list of bodies of one head names once; `Chính hiệp` and
    /// `Nhân đại` are of China
    fn country_of_list(&self, index: usize, body: &BodyName, head: &Head) -> Option<String> {
        if body.tail.is_empty() {
            let chinese = matches!(head.name.as_str(), "Nhân đại" | "Chính hiệp");
            return chinese.then(|| "Trung Quốc".to_owned());
        }
        let mut at = index;
        for _ in 0..LIST {
            at = self.coordinated(at)?;
            match &self.items[at].what {
                What::Body(other) if other.stem == body.stem => {
                    if let Some(country) = &other.country {
                        return Some(country.clone());
                    }
                }
                _ => return None,
            }
        }
        None
    }

    /// The foreign country in the name of a fixed body: `Lào` of `Mặt trận Lào Xây dựng đất nước`
    fn country_in(&self, fixed: usize) -> Option<String> {
        let name = &self.reader.lexicon.bodies[fixed].name;
        let padded = format!("{name} ");
        self.reader
            .lexicon
            .countries
            .iter()
            .find(|country| *country != "Việt Nam" && padded.contains(&format!(" {country} ")))
            .cloned()
    }

    /// The next body of a list: after `,`, `và`, `-` or `;`
    pub(super) fn coordinated(&self, index: usize) -> Option<usize> {
        let item = self.items.get(index)?;
        let next = self.items.get(index + 1)?;
        let between = next.from - item.to;
        let linked = between == 1
            && matches!(self.reader.word(item.to), Word::COMMA | Word::AND | Word::HYPHEN)
            && self.reader.joined(next.from)
            && self.reader.joined(item.to);
        (linked && matches!(next.what, What::Body(_))).then_some(index + 1)
    }
}

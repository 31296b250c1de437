//! A board, cell or office named alone -> the body that it belongs to, told by the posts beside it or named before it.

use super::{NEAR, Resolver};
use crate::clean::letters::folded;
use crate::extract::body::{BodyName, Stem};
use crate::extract::item::What;
use crate::extract::place::PlaceName;
use crate::lexicon::{Class, Head, PlaceKind};
use crate::resolve::record::Branch;
use crate::resolve::within::places::Named;

/// Party organs that every body has one of.
const PARTY_ORGANS: [&str; 9] = [
    "Đảng ủy",
    "Đảng ủy cơ quan",
    "Đảng bộ cơ quan",
    "Chi bộ cơ quan",
    "Chi bộ",
    "Chi ủy",
    "Đảng bộ",
    "Ban Cán sự đảng",
    "Đảng đoàn",
];

/// Heads of bodies that a page calls by their head alone once it has named them.
const UNITS: [&str; 11] = [
    "Tổng cục",
    "Cục",
    "Bộ",
    "Tổng công ty",
    "Tập đoàn",
    "Học viện",
    "Ngân hàng",
    "Quân chủng",
    "Binh chủng",
    "Quân khu",
    "Quân đoàn",
];

impl Resolver<'_, '_> {
    /// The body with the one that it, or the innermost of its parents, belongs to.
    pub(super) fn owned(&self, index: usize, body: &BodyName) -> BodyName {
        let mut body = body.clone();
        if let Some(parent) = body.parent.take() {
            let known = self.owned(index, &parent);
            let known = if self.is_wanting(&known) {
                self.shared_owner(index, &known)
                    .or_else(|| self.named_near(index, &known))
                    .unwrap_or(known)
            } else {
                known
            };
            body.parent = Some(Box::new(known));
            return body;
        }
        if self.is_alone(&body) && self.head(&body).is_some_and(|head| head.name == "Ban Giám hiệu") {
            body.parent = self.school_before(index).map(Box::new);
            return body;
        }
        let wanting = self.is_wanting(&body) || self.is_alone(&body);
        if wanting && let Some(host) = self.people_after(index, &body) {
            body.parent = Some(Box::new(host));
            return body;
        }
        if wanting && self.head(&body).is_some_and(is_company_board) {
            body.parent = self.next_post(index).map(Box::new);
            return body;
        }
        if let Some(same) = self.named_in_list(index, &body).filter(|_| wanting) {
            return same;
        }
        let Some(head) = self.head(&body).filter(|head| wanting && is_party_organ(head)) else {
            return body;
        };
        if let Some(owner) = self
            .owner_after(index, &body)
            .or_else(|| self.owner_before(index))
        {
            return self.belonging(&body, head, &owner);
        }
        // On the page of a commune its own party committee needs no name.
        if head.name == "Đảng ủy" && self.places.local_commune && self.named_before(index, &body).is_none()
        {
            body.place = self.places.local().map(placed_at);
        }
        body
    }

    /// The school that is named last.
    fn school_before(&self, index: usize) -> Option<BodyName> {
        let school = |body: &BodyName| {
            self.head(body).is_some_and(|head| {
                ["Trường", "Đại học", "Học viện"]
                    .iter()
                    .any(|first| head.name.starts_with(first))
            })
        };
        let before = self
            .told
            .iter()
            .rev()
            .take(NEAR)
            .filter(|(other, _)| *other < index);
        before.map(|(_, body)| body).find(|body| school(body)).cloned()
    }

    /// `Ban Thường vụ Đảng ủy và Ủy ban Kiểm tra Đảng ủy Khối Doanh nghiệp`: the whole of the next board in the list
    fn shared_owner(&self, index: usize, known: &BodyName) -> Option<BodyName> {
        let next = self.coordinated(index)?;
        let other = item_body(&self.items[next].what)?.parent.as_deref()?;
        let (own, whole) = (self.head(known)?, self.head(other)?);
        (whole.name.starts_with(&own.name) && !self.is_wanting(other)).then(|| other.clone())
    }

    pub(super) fn head(&self, body: &BodyName) -> Option<&Head> {
        match body.stem {
            Stem::Head(head) => Some(&self.reader.lexicon.heads[head]),
            Stem::Fixed(_) => None,
        }
    }

    /// Nothing but its head.
    pub(super) fn is_alone(&self, body: &BodyName) -> bool {
        body.place.is_none() && body.parent.is_none() && body.tail.is_empty()
    }

    /// `Bí thư Đảng ủy, Giám đốc Sở Tài chính`: the body of the next post, in the same list of posts
    fn owner_after(&self, index: usize, body: &BodyName) -> Option<BodyName> {
        let mut office = None;
        let mut titled = false;
        for (other, item) in self.posts_after(index) {
            match &item.what {
                What::Title(text) => {
                    if let Some(owner) = self.led_by(text) {
                        return Some(owner);
                    }
                    titled = true;
                    office = office.or_else(|| self.noun_of_title(text));
                }
                What::Rank | What::Honorific => {}
                What::Body(next) if self.is_of_party(next) => {}
                // `Bí thư Đảng ủy, Chủ tịch HĐQT, Tổng Giám đốc Công ty …`: of the company, not of its board
                What::Body(next) if self.is_alone(next) && self.head(next).is_some_and(is_company_board) => {}
                What::Body(next) if titled || self.is_board(next) => {
                    return Some(self.of_whole(other, self.placed(other, next)));
                }
                _ => break,
            }
        }
        // `Bí thư Đảng ủy, Cục trưởng`: of the office named last, unless a party committee was
        let head = office.filter(|_| self.named_before(index, body).is_none())?;
        self.named_before(index, &BodyName::bare(head))
    }

    /// `Giám đốc Sở Tài chính, Bí thư Đảng ủy`: the body of the post before, in the same list of posts
    fn owner_before(&self, index: usize) -> Option<BodyName> {
        for (other, item) in self.posts_before(index) {
            match &item.what {
                What::Title(_) | What::Rank => {}
                What::Body(body) if self.is_of_party(body) || self.is_government(body) => return None,
                What::Body(body) => {
                    let titled = other > 0
                        && self.items[other - 1].to == item.from
                        && matches!(self.items[other - 1].what, What::Title(_));
                    return (titled && !self.is_wanting(body)).then(|| self.placed(other, body));
                }
                _ => return None,
            }
        }
        None
    }

    /// `Thủ tướng` leads the Government.
    fn led_by(&self, title: &str) -> Option<BodyName> {
        let government = folded(title).ends_with("thủ tướng") || folded(title).starts_with("phó thủ tướng");
        let item = self
            .reader
            .lexicon
            .item(Class::Body, "Chính phủ")
            .filter(|_| government)?;
        Some(BodyName {
            stem: Stem::Fixed(item),
            ..BodyName::bare(0)
        })
    }

    /// The head that a post has in its name: `Cục` of `Phó Cục trưởng`
    fn noun_of_title(&self, title: &str) -> Option<usize> {
        let folded_title = folded(title);
        let noun = folded_title
            .trim_start_matches("phó ")
            .trim_start_matches("quyền ")
            .strip_suffix(" trưởng")?;
        self.reader
            .lexicon
            .heads
            .iter()
            .position(|head| folded(&head.name) == noun)
    }

    pub(super) fn is_of_party(&self, body: &BodyName) -> bool {
        if let Some(parent) = &body.parent {
            return self.is_of_party(parent);
        }
        // The party's schools and papers are led as any other.
        let organ = |name: &str| {
            !["Học viện", "Trường", "Báo", "Tạp chí", "Nhà xuất bản", "Cơ quan"]
                .iter()
                .any(|first| name.starts_with(first))
        };
        match body.stem {
            Stem::Head(head) => {
                let head = &self.reader.lexicon.heads[head];
                head.branch == Branch::Party && organ(&head.name)
            }
            Stem::Fixed(item) => {
                let entry = &self.reader.lexicon.bodies[item];
                entry.branch == Branch::Party && organ(&entry.name)
            }
        }
    }

    /// The command or board of a body: with `Đảng ủy` before it, it names the whole.
    fn is_board(&self, body: &BodyName) -> bool {
        let named = !body.tail.is_empty() || body.parent.is_some();
        named
            && self.head(body).is_some_and(|head| {
                matches!(
                    head.name.as_str(),
                    "Hội đồng thành viên" | "Hội đồng quản trị" | "Bộ Tư lệnh" | "Bộ Chỉ huy Quân sự"
                )
            })
    }

    /// A body that every place has one of.
    fn is_local(&self, body: &BodyName) -> bool {
        self.is_government(body)
            || self
                .head(body)
                .is_some_and(|head| head.name.starts_with("Ủy ban Mặt trận Tổ quốc"))
    }

    fn is_government(&self, body: &BodyName) -> bool {
        self.head(body)
            .is_some_and(|head| matches!(head.name.as_str(), "Ủy ban nhân dân" | "Hội đồng nhân dân"))
    }

    /// The party organ of a body: of a commune for its council or people's committee, of a company for its board.
    fn belonging(&self, body: &BodyName, head: &Head, owner: &BodyName) -> BodyName {
        let mut body = body.clone();
        let commune = owner
            .place
            .as_ref()
            .and_then(|place| place.kind)
            .is_some_and(|kind| {
                matches!(
                    kind,
                    PlaceKind::Commune | PlaceKind::Ward | PlaceKind::Township | PlaceKind::SpecialZone
                )
            });
        if self.is_local(owner) && commune {
            body.place.clone_from(&owner.place);
            return body;
        }
        // A council has no party committee of its own, nor has a people's committee that is not said to be a province's.
        let placed = owner
            .place
            .as_ref()
            .is_some_and(|place| place.kind.is_some() || place.name.is_some());
        if self.is_local(owner) && head.name != "Đảng đoàn" && head.name != "Ban Cán sự đảng" && !placed
        {
            body.place = self.places.commune.clone().map(placed_at);
            return body;
        }
        let board = self
            .head(owner)
            .is_some_and(|head| matches!(head.name.as_str(), "Hội đồng thành viên" | "Hội đồng quản trị"));
        if board && let Some(whole) = &owner.parent {
            body.parent = Some(whole.clone());
            return body;
        }
        // The Front's party group is the whole Front's.
        let front = matches!(owner.stem, Stem::Fixed(item)
            if self.reader.lexicon.bodies[item].name == "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam");
        if front && head.name == "Đảng đoàn" {
            let whole = self
                .reader
                .lexicon
                .heads
                .iter()
                .position(|head| head.name == "Mặt trận Tổ quốc Việt Nam");
            body.parent = whole.map(|whole| Box::new(BodyName::bare(whole)));
            return body;
        }
        body.parent = Some(Box::new(owner.clone()));
        body
    }

    /// The body of the same head that is named in full before, else after.
    fn named_near(&self, index: usize, body: &BodyName) -> Option<BodyName> {
        self.named_before(index, body).or_else(|| {
            self.items[index + 1..]
                .iter()
                .take(NEAR)
                .find_map(|item| self.within(item_body(&item.what)?, body))
        })
    }

    /// The body of the same head that was named in full last.
    pub(super) fn named_before(&self, index: usize, body: &BodyName) -> Option<BodyName> {
        self.told
            .iter()
            .rev()
            .take(NEAR)
            .filter(|(other, _)| *other < index)
            .find_map(|(_, other)| self.within(other, body))
    }

    /// The body of the head of `sought` in `body` or its parents, if it is named in full.
    fn within(&self, body: &BodyName, sought: &BodyName) -> Option<BodyName> {
        let tail = sought.tail.is_empty() || folded(&sought.tail) == folded(&body.tail);
        if body.stem == sought.stem && tail && !self.is_wanting(body) && body != sought {
            return Some(body.clone());
        }
        // `Tổng cục` of a page that names the `Tổng cục Địa chất`
        if let (Stem::Fixed(item), Some(head)) = (body.stem, self.head(sought))
            && sought.tail.is_empty()
            && UNITS.contains(&head.name.as_str())
            && self.reader.lexicon.bodies[item].branch == head.branch
            && self.reader.lexicon.bodies[item]
                .name
                .strip_prefix(head.name.as_str())
                .is_some_and(|rest| rest.starts_with(' '))
        {
            return Some(body.clone());
        }
        self.within(body.parent.as_deref()?, sought)
    }
}

pub(super) fn item_body(what: &What) -> Option<&BodyName> {
    match what {
        What::Body(body) => Some(body),
        _ => None,
    }
}

fn placed_at(named: Named) -> PlaceName {
    PlaceName {
        kind: Some(named.kind),
        name: Some(named.name),
        central: false,
    }
}

/// `HĐQT`, `HĐTV`
fn is_company_board(head: &Head) -> bool {
    matches!(head.name.as_str(), "Hội đồng thành viên" | "Hội đồng quản trị")
}

pub(super) fn is_party_organ(head: &Head) -> bool {
    PARTY_ORGANS.contains(&head.name.as_str())
}

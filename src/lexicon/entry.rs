//! The entries of the data files, typed.

use crate::resolve::record::{Branch, Level};

/// A province or centrally-run city.
#[derive(Clone, Debug)]
pub struct Place {
    pub name: String,
    pub kind: PlaceKind,
    /// Host labels of its portal, for example `hanoi`.
    pub sites: Vec<String>,
    /// The place it was merged into, and from which day.
    pub successor: Option<(String, String)>,
}

/// A district, town or city inside a province.
#[derive(Clone, Debug)]
pub struct District {
    pub name: String,
    pub kind: PlaceKind,
    pub province: String,
}

/// What a place is, by the word before its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    Province,
    City,
    UrbanDistrict,
    RuralDistrict,
    Town,
    Ward,
    Commune,
    Township,
    SpecialZone,
}

impl PlaceKind {
    /// Every kind, the larger first.
    pub const ALL: [PlaceKind; 9] = [
        PlaceKind::Province,
        PlaceKind::City,
        PlaceKind::UrbanDistrict,
        PlaceKind::RuralDistrict,
        PlaceKind::Town,
        PlaceKind::Ward,
        PlaceKind::Commune,
        PlaceKind::Township,
        PlaceKind::SpecialZone,
    ];

    /// The word before the name.
    pub fn word(self) -> &'static str {
        match self {
            PlaceKind::Province => "tỉnh",
            PlaceKind::City => "thành phố",
            PlaceKind::UrbanDistrict => "quận",
            PlaceKind::RuralDistrict => "huyện",
            PlaceKind::Town => "thị xã",
            PlaceKind::Ward => "phường",
            PlaceKind::Commune => "xã",
            PlaceKind::Township => "thị trấn",
            PlaceKind::SpecialZone => "đặc khu",
        }
    }

    pub(super) fn read(text: &str) -> Option<PlaceKind> {
        PlaceKind::ALL.into_iter().find(|kind| kind.word() == text)
    }
}

/// A body whose name is fixed.
#[derive(Clone, Debug)]
pub struct Body {
    pub name: String,
    pub branch: Branch,
    pub level: Option<Level>,
    pub parent: Option<String>,
    pub until: Option<String>,
    pub successor: Option<String>,
}

/// The first words of bodies' names that the grammar completes.
#[derive(Clone, Debug)]
pub struct Head {
    pub name: String,
    pub branch: Branch,
    pub scope: Scope,
    /// What may follow, in this order.
    pub tail: Vec<Part>,
}

/// Where a body stands that is named without its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// At the place of this kind that the page is about (`Tỉnh ủy`).
    Of(PlaceKind),
    /// At whatever place the page is about (`UBND`).
    Local,
    /// Nowhere in particular (`Cục`).
    Free,
    /// In the whole country, where no place follows (`Mặt trận Tổ quốc`).
    National,
}

/// A part of a body's name after its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A field of work from the list: `Giáo dục và Đào tạo`.
    Field,
    /// A proper name in capitals: `Bạch Mai`.
    Proper,
    /// A subject in lower case up to the next clause: `xây dựng Đề án …`.
    Topic,
    /// A number: `5` of `Quân khu 5`.
    Numeral,
    /// The body it belongs to: `Thành ủy Hà Nội`.
    Parent,
    /// A place: `tỉnh Quảng Ninh`.
    Place,
    /// A congress that it serves: `Đại hội XIV của Đảng`.
    Congress,
    /// Where it sits: `tại Trùng Khánh`.
    At,
    /// The two countries that it joins: `Việt Nam - Lào`.
    Countries,
}

/// A type of document.
#[derive(Clone, Debug)]
pub struct DocumentType {
    pub name: String,
    /// Type symbols in numbers, folded.
    pub symbols: Vec<String>,
}

/// A head noun of events.
#[derive(Clone, Debug)]
pub struct EventHead {
    pub name: String,
    pub event_type: String,
}

/// What a line of page furniture says of the lines around it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The line itself is no content.
    pub line: bool,
    /// Nor is anything before it.
    pub before: bool,
    /// Nor anything after it.
    pub after: bool,
}

/// A family name, or the first syllable of names in minority languages.
#[derive(Clone, Debug)]
pub struct Surname {
    pub group: SurnameGroup,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurnameGroup {
    Kinh,
    Minority,
}

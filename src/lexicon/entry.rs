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

/// What words say of the things named near them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Cue {
    Organises,
    Chairs,
    Speaks,
    Attends,
    Issues,
    /// An act that is put down in a document: `phê duyệt … tại Quyết định số …`.
    Decides,
    Implements,
    BasedOn,
    Amends,
    Replaces,
    /// `hết hiệu lực`: what it is said of was replaced.
    Expires,
    /// `cụ thể hóa`: one document carries out another, whatever stands around it.
    Embodies,
    Guides,
    /// Leads from several things to their names: `đó là`, `nhất là`.
    Namely,
    /// What a body says of a matter, laid down in a document: `chỉ đạo của Bộ Chính trị tại Thông báo …`.
    Counsel,
    Receives,
    Leaves,
    Former,
    /// Names a post that is only proposed: `giới thiệu để bầu`.
    Proposes,
    /// Tells in which post somebody acts: `trên cương vị`.
    Serves,
    /// Goes on with a life without naming whose it is: `quê quán`, `nhập ngũ`.
    Life,
    /// A house or thought that is named after who left it: `nhà lưu niệm`, `phong cách`.
    Memory,
    Namesake,
    Boundary,
    Credit,
    Generic,
    /// Begins a part of an event's name.
    Subject,
    /// Stands after an event's name.
    EventEnd,
    /// Where, when or how something is held, as a matter of its own: `nơi`, `thời gian`.
    Circumstance,
    /// A common word that only looks like the beginning of a name: `xã hội`.
    Skip,
    /// What follows is several, none in particular: `mỗi`, `hai`.
    Several,
    /// A name that stands for a thought or programme and not for a person: `Hồ Chí Minh`.
    Programme,
    /// Ends the name of a body after its field: `quốc gia`.
    Qualifier,
    /// Makes the body after it a mere adjective: `ngành` of `ngành Công an`.
    Branch,
    /// Gives a name a short form: `sau đây gọi tắt là`.
    Called,
    /// Begins what a steering board is for: `xây dựng`.
    Task,
    /// Words that hang together over a comma or preposition: `cán bộ, đảng viên`, `đầu tư vào`.
    Pair,
    /// What a speaker does after `Tại hội nghị, ông A`: `nhấn mạnh`.
    Says,
    /// Opens what came next on the same day: `tiếp đó`, `ngay sau đó`.
    Next,
    /// Leads from the head of a sentence to what its people are on: `nhân`, `trong khuôn khổ`.
    Occasion,
    /// No name of an event ends in it: `về việc`, `điều động`.
    Dangling,
    /// Leads from a traveller to the journey: `kết thúc`, `đã có`.
    Travels,
    /// The event behind it has not been held: `sẽ`, `tiến tới`.
    ToCome,
    /// Leads from a body to those who make it up: `gồm`.
    Consists,
    /// A post that serves the holder of another: `trợ lý`.
    Assists,
    /// Begins a sentence whose subject stands behind whom it speaks to: `Chúc mừng ông A, ông B …`.
    Addresses,
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

/// The cues that one phrase gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cues(u64);

impl Cues {
    pub fn has(self, cue: Cue) -> bool {
        self.0 & (1 << cue as u8) != 0
    }

    pub(super) fn with(self, cue: Cue) -> Cues {
        Cues(self.0 | 1 << cue as u8)
    }
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

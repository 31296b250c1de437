//! The words that grammar itself asks for, each with a number that is known when the program is compiled.
//!
//! A word is what stands between two spaces: a syllable. A constant is named by what its syllable means, or by the
//! Vietnamese word that it begins; `…_END` is the syllable that ends that word (`CENTRAL`, `CENTRAL_END`: `trung ương`).

/// A word of the lexicon, by its place in the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(pub(super) u32);

/// Declares constants of [`Word`] for the words that grammar names, and the list that the vocabulary begins with.
macro_rules! words {
    ($($name:ident = $text:literal)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "these are names of constants")]
        #[repr(u32)]
        enum Place { UNKNOWN, $($name,)* }

        impl Word {
            /// A word that no rule and no list of the lexicon knows.
            pub const UNKNOWN: Word = Word(Place::UNKNOWN as u32);
            $(#[doc = concat!("`", $text, "`")] pub const $name: Word = Word(Place::$name as u32);)*
        }

        /// The words above in their order.
        pub(super) const GRAMMAR: &[&str] = &["", $($text,)*];
    };
}

words! {
    HYPHEN = "-" SLASH = "/" DOT = "." COMMA = "," COLON = ":" SEMICOLON = ";" OPEN = "(" CLOSE = ")" QUOTE = "\""
    AMPERSAND = "&" BAR = "|" EXCLAMATION = "!" QUESTION = "?" ELLIPSIS = "…" PERCENT = "%" AND = "và" WITH = "với"
    OF = "của" AT = "tại" ON = "trên" FOR = "cho" BY = "do" TO = "đến" ABOUT = "về" IS = "là" HAS = "có" HAD = "đã"
    GETS = "được" THIS = "này" THAT = "đó" SAME = "cùng" EACH = "các" SOME = "những" EVERY = "mọi" ONE_OF = "một"
    NUMBER = "số" NUMBER_SIGN = "hiệu" DAY = "ngày" MONTH = "tháng" YEAR = "năm" MORNING = "sáng" AFTERNOON = "chiều"
    EVENING = "tối" NOON = "trưa" EARLY = "mồng" EARLY_VARIANT = "mùng" ORDINAL = "thứ" TIME = "lần" TERM = "khóa"
    TENURE = "nhiệm" TENURE_END = "kỳ" GRADE = "cấp" CENTRAL = "trung" CENTRAL_END = "ương" TW = "tw" TU_HORN = "tư"
    T = "t" U_HORN = "ư" PARTY = "đảng" COUNTRY = "nước" VIETNAM = "việt" VIETNAM_END = "nam" PROVINCE = "tỉnh"
    CITY = "thành" CITY_END = "phố" TP = "tp" URBAN_DISTRICT = "quận" RURAL_DISTRICT = "huyện" TOWN = "thị"
    COMMUNE = "xã" WARD = "phường" TOWNSHIP_END = "trấn" ZONE = "đặc" ZONE_END = "khu" PARTY_COMMITTEE = "ủy"
    MEMBER = "viên" DEPUTY = "phó" HEAD = "trưởng" CHIEF = "chánh" FORMER = "nguyên" EX = "cựu" ACTING = "quyền"
    NEW = "tân" CHARGE = "phụ" CHARGE_END = "trách" AMENDED = "sửa" ORGANISATION = "bộ" ACCORDING = "theo"
    BASIS = "căn" BASIS_END = "cứ" COMRADE = "đồng" COMRADE_END = "chí" GREAT = "đại" MEETING = "hội"
    DELIBERATION = "nghị" NATION = "quốc" BOARD = "ban" THROUGH = "qua" NOT = "không" ALSO = "cũng" STILL = "vẫn"
}

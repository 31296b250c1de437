//! The words that grammar itself asks for, each with a number that is known when the program is compiled.

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
    APOSTROPHE = "'" AMPERSAND = "&" PLUS = "+" BAR = "|" EXCLAMATION = "!" QUESTION = "?" ELLIPSIS = "…"
    OPEN_SQUARE = "[" CLOSE_SQUARE = "]" PERCENT = "%" AT_SIGN = "@" BULLET = "•"
    AND = "và" WITH = "với" OF = "của" AT = "tại" IN = "trong" ON = "trên" FOR = "cho" BY = "do" FROM = "từ" TO = "đến"
    ABOUT = "về" IS = "là" DOES = "làm" HAS = "có" HAD = "đã" WILL = "sẽ" BEING = "đang" GETS = "được" SUFFERS = "bị"
    THIS = "này" THAT = "đó" SAME = "cùng" EACH = "các" SOME = "những" EVERY = "mọi" ONE_OF = "một" BOTH = "cả"
    NUMBER = "số" NUMBER_SIGN = "hiệu" DAY = "ngày" MONTH = "tháng" YEAR = "năm" QUARTER = "quý" MORNING = "sáng"
    AFTERNOON = "chiều" EVENING = "tối" NOON = "trưa" EARLY = "mồng" EARLY_TOO = "mùng" ORDINAL = "thứ" TIME = "lần"
    TERM = "khóa" TENURE = "nhiệm" TENURE_TOO = "kỳ" GRADE = "cấp" CENTRAL = "trung" CENTRAL_TOO = "ương" TW = "tw"
    TU_HORN = "tư" T = "t" U_HORN = "ư" PARTY = "đảng" STATE = "nhà" STATE_TOO = "nước" VIETNAM = "việt" VIETNAM_TOO = "nam"
    PROVINCE = "tỉnh" CITY = "thành" CITY_TOO = "phố" TP = "tp" WARD_DISTRICT = "quận" DISTRICT = "huyện" TOWN = "thị"
    COMMUNE = "xã" WARD = "phường" TOWNSHIP_TOO = "trấn" ZONE = "đặc" ZONE_TOO = "khu" CAPITAL = "thủ" CAPITAL_TOO = "đô"
    COMMITTEE = "ủy" MEMBER = "viên" DEPUTY = "phó" HEAD = "trưởng" CHIEF = "chánh" FORMER = "nguyên" EX = "cựu"
    ACTING = "quyền" NEW = "tân" LATE = "cố" PERMANENT = "thường" PERMANENT_TOO = "trực" CHARGE = "phụ" CHARGE_TOO = "trách"
    ONE = "nhất" FIRST_TOO = "hai" DOCUMENT = "văn" AMENDED = "sửa" DRAFT = "dự" DRAFT_TOO = "thảo" LAW = "luật" CODE = "bộ"
    PHOTO = "ảnh" ACCORDING = "theo" BASIS = "căn" BASIS_TOO = "cứ" STEERING = "chỉ" STEERING_TOO = "đạo" COMRADE = "đồng"
    COMRADE_TOO = "chí" MISTER = "ông" MISSES = "bà" BROTHER = "anh" SISTER = "chị" CONGRESS = "đại" CONGRESS_TOO = "hội"
    RESOLUTION = "nghị" RESOLUTION_TOO = "quyết" CONSTITUTION = "hiến" CONSTITUTION_TOO = "pháp" ARTICLE = "điều"
    CHARTER_TOO = "lệ" UNIT = "đoàn" NATION = "quốc" PEOPLE = "nhân" PEOPLE_TOO = "dân" BOARD = "ban" OFFICE = "phòng"
    THROUGH = "qua" DECREED = "lệnh" AFTER = "sau" BEFORE = "trước" WHEN = "khi" WHICH = "mà" IF = "nếu" NOT = "không"
    LEVELS = "ngành" CLAUSE = "khoản" ALSO = "cũng" STILL = "vẫn" MUST = "phải"
}

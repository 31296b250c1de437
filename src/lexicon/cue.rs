//! What words say of the things named near them: the kinds of cues that `cues.tsv` gives its phrases.

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

/// What each is called in `cues.tsv`.
const NAMES: [(&str, Cue); 46] = [
    ("organises", Cue::Organises),
    ("chairs", Cue::Chairs),
    ("speaks", Cue::Speaks),
    ("attends", Cue::Attends),
    ("issues", Cue::Issues),
    ("decides", Cue::Decides),
    ("implements", Cue::Implements),
    ("based on", Cue::BasedOn),
    ("amends", Cue::Amends),
    ("replaces", Cue::Replaces),
    ("expires", Cue::Expires),
    ("embodies", Cue::Embodies),
    ("guides", Cue::Guides),
    ("counsel", Cue::Counsel),
    ("namely", Cue::Namely),
    ("receives", Cue::Receives),
    ("leaves", Cue::Leaves),
    ("former", Cue::Former),
    ("proposes", Cue::Proposes),
    ("serves", Cue::Serves),
    ("life", Cue::Life),
    ("memory", Cue::Memory),
    ("namesake", Cue::Namesake),
    ("boundary", Cue::Boundary),
    ("credit", Cue::Credit),
    ("generic", Cue::Generic),
    ("subject", Cue::Subject),
    ("event end", Cue::EventEnd),
    ("circumstance", Cue::Circumstance),
    ("skip", Cue::Skip),
    ("programme", Cue::Programme),
    ("several", Cue::Several),
    ("qualifier", Cue::Qualifier),
    ("branch", Cue::Branch),
    ("called", Cue::Called),
    ("task", Cue::Task),
    ("pair", Cue::Pair),
    ("says", Cue::Says),
    ("next", Cue::Next),
    ("occasion", Cue::Occasion),
    ("dangling", Cue::Dangling),
    ("travels", Cue::Travels),
    ("to come", Cue::ToCome),
    ("consists", Cue::Consists),
    ("assists", Cue::Assists),
    ("addresses", Cue::Addresses),
];

impl Cue {
    /// The cue of that name.
    pub fn read(name: &str) -> Option<Cue> {
        let found = NAMES.iter().find(|(known, _)| *known == name);
        found.map(|(_, cue)| *cue)
    }
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

#[cfg(test)]
mod tests {
    use super::{Cue, Cues, NAMES};

    #[test]
    fn every_cue_has_a_name_and_a_bit_of_its_own() {
        assert_eq!(Cue::read("to come"), Some(Cue::ToCome));
        assert_eq!(Cue::read("rain"), None);
        let mut all = Cues::default();
        for (index, (_, cue)) in NAMES.iter().enumerate() {
            assert!(!all.has(*cue), "{cue:?} is named twice or shares a bit");
            all = all.with(*cue);
            assert!(NAMES[..=index].iter().all(|(_, cue)| all.has(*cue)));
        }
    }
}

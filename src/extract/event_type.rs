//! The type of an event -> what the names of such events hold besides a subject.

use crate::extract::event::EventName;
use crate::extract::reader::Reader;

/// A part of the names of some events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Whom it is with: `Buổi làm việc với Ban Thường vụ Huyện ủy`.
    Counterpart,
    /// Where it goes: `Chuyến thăm Pháp`, `Buổi tiếp xúc cử tri tại xã Kỳ Tân`.
    Destination,
    /// The documents that it is about: `Hội nghị quán triệt Nghị quyết số 15-NQ/TW`.
    Directives,
    /// A list in capitals: `Hội thi Báo cáo viên, Tuyên truyền viên giỏi`.
    List,
    /// A post and who receives it: `Lễ trao quyết định bổ nhiệm Giám đốc … Nguyễn Văn A`.
    Appointment,
    /// Whom it is for: `Lễ an táng nguyên Chủ tịch nước …`.
    Person,
    /// The body that sits: `Phiên họp thứ 32 của Ủy ban Thường vụ Quốc hội`.
    Session,
    /// The body whose work is looked at: `Hội nghị tổng kết năm 2024 của Ban Nội chính Trung ương`.
    Review,
}

impl Holds {
    /// The types, as `events.tsv` names them, of the events whose names hold this.
    fn types(self) -> &'static [&'static str] {
        match self {
            Holds::Counterpart => &[
                "Buổi làm việc",
                "Hội đàm",
                "Gặp mặt",
                "Buổi tiếp",
                "Cuộc đối thoại",
            ],
            Holds::Destination => &["Chuyến công tác", "Chuyến thăm", "Cuộc tiếp xúc cử tri"],
            Holds::Directives => &[
                "Hội nghị",
                "Hội thảo",
                "Tọa đàm",
                "Cuộc thi",
                "Hội thi",
                "Giải báo chí",
                "Lễ kỷ niệm",
                "Lễ trao giải",
                "Đợt sinh hoạt chính trị",
                "Diễn đàn",
                "Buổi lễ",
                "Lớp tập huấn",
                "Cuộc họp",
            ],
            Holds::List => &["Hội thi", "Cuộc thi", "Giải báo chí", "Liên hoan"],
            Holds::Appointment => &["Buổi lễ"],
            Holds::Person => &["Lễ tang"],
            Holds::Session => &["Kỳ họp", "Phiên họp"],
            Holds::Review => &["Hội nghị", "Cuộc họp", "Phiên họp", "Buổi giao ban"],
        }
    }
}

impl Reader<'_> {
    /// Whether the names of events like this one hold such a part.
    pub(super) fn holds(&self, event: &EventName, part: Holds) -> bool {
        let event_type = self.lexicon.events[event.head].event_type.as_str();
        part.types().contains(&event_type)
    }
}

#[cfg(test)]
mod tests {
    use super::Holds;
    use crate::lexicon::Lexicon;

    #[test]
    fn every_type_is_one_of_the_lexicon() {
        let parts = [
            Holds::Counterpart,
            Holds::Destination,
            Holds::Directives,
            Holds::List,
            Holds::Appointment,
            Holds::Person,
            Holds::Session,
            Holds::Review,
        ];
        let events = &Lexicon::embedded().events;
        for wanted in parts.into_iter().flat_map(Holds::types) {
            let known = events.iter().any(|event| event.event_type == *wanted);
            assert!(known, "no line of events.tsv has the type `{wanted}`");
        }
    }
}

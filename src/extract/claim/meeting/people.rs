//! The persons of a sentence and the event it is about -> who chaired it, spoke at it, attended it.

use std::ops::Range;

use crate::extract::claim::Claim;
use crate::extract::claim::meeting::Meeting;
use crate::extract::claim::meeting::verbs::{Stand, Verb, verbs};
use crate::extract::item::What;
use crate::lexicon::{Class, Cue, Word};
use crate::resolve::record::{RelationKind, Zone};

/// What a person does, by which rule, and the event that the verb itself names.
type Role = (RelationKind, &'static str, Option<usize>);

/// A sentence as its persons are read.
pub(super) struct Scene {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) people: Vec<usize>,
    /// First token of the words that present each person.
    pub(super) presented: Vec<usize>,
    verbs: Vec<Verb>,
    /// The sentence names the event or points to it.
    pub(super) named: bool,
}

impl Meeting<'_, '_> {
    /// What the persons of a sentence do at the event.
    pub(super) fn people(&mut self, event: usize, named: bool, range: Range<usize>, found: &mut Vec<Claim>) {
        let scene = self.scene(named, &range);
        let goes_on = self
            .listing
            .filter(|_| !named && self.continues(scene.from) && self.is_list(&scene));
        let listed = self.listed_by(&scene, event);
        for place in 0..scene.people.len() {
            let person = scene.people[place];
            let mut roles: Vec<Role> = self.roles(&scene, place);
            if roles.is_empty()
                && let Some(kind) = listed
                    .filter(|(_, at)| *at <= self.items[person].from)
                    .map(|(kind, _)| kind)
                    .or(goes_on)
            {
                roles.push((kind, "event: in the list of those who did", None));
            }
            if roles.is_empty() && place == 0 {
                let acts = self
                    .at_opening(event, person)
                    .or_else(|| self.says_there(event, &scene));
                // Who is elected at a congress told in passing is not said to have come.
                let elects = matches!(self.event_type(event), Some("Đại hội" | "Kỳ họp"));
                let passing = self.is_told(event) && (elects || self.current != Some(event));
                roles.extend(
                    acts.filter(|(kind, _)| !passing || *kind == RelationKind::SpokeAt)
                        .map(|(kind, rule)| (kind, rule, None)),
                );
            }
            for (kind, rule, own) in roles {
                found.push(self.claim(kind, person, own.unwrap_or(event), rule));
            }
        }
        self.words_of(&scene, &range, found);
        self.listing = listed.map(|(kind, _)| kind).or(goes_on);
    }

    /// `kết luận của Phó Thủ tướng A, Trưởng Ban Chỉ đạo tại Hội nghị …`: whose words at an event a document gives
    fn words_of(&self, scene: &Scene, range: &Range<usize>, found: &mut Vec<Claim>) {
        for (place, person) in scene.people.iter().enumerate() {
            let first = scene.presented[place];
            let said = first >= 2
                && self.reader.word(first - 1) == Word::OF
                && matches!(
                    self.reader.document.folded(first - 2).as_str(),
                    "luận" | "biểu" | "đạo" | "kiến"
                );
            let event = (person + 1..range.end)
                .find(|index| matches!(self.items[*index].what, What::Event(_) | What::Person(_)))
                .filter(|index| self.is_told(*index));
            let Some(event) = event.filter(|_| said) else {
                continue;
            };
            let (to, at) = (self.items[*person].to, self.items[event].from - 1);
            let plain = to <= at
                && at - to <= 16
                && (to..at).all(|token| {
                    self.reader.find(Class::Cue, token).is_none()
                        || self.reader.word(token) == Word::AND
                        || self.items[*person + 1..event]
                            .iter()
                            .any(|item| item.from <= token && token < item.to)
                });
            if self.reader.word(at) == Word::AT && plain {
                found.push(self.claim(
                    RelationKind::SpokeAt,
                    *person,
                    event,
                    "event: whose words they are",
                ));
            }
        }
    }

    fn scene(&self, named: bool, range: &Range<usize>) -> Scene {
        let sentence =
            self.reader.document.sentences[self.reader.document.sentence_of(self.items[range.start].from)];
        let people: Vec<usize> = range.clone().filter(|index| self.is_person(*index)).collect();
        let presented = people
            .iter()
            .map(|person| self.presented(*person, range.start))
            .collect();
        // `Lễ khai mạc`: a verb inside a name is no act.
        let mut verbs = verbs(self.reader, sentence.from, sentence.to);
        verbs.retain(|verb| {
            let names = &self.items[range.clone()];
            !names.iter().any(|item| {
                matches!(item.what, What::Event(_) | What::Body(_))
                    && item.from < verb.from
                    && verb.from < item.to
            })
        });
        Scene {
            from: sentence.from,
            to: sentence.to,
            people,
            presented,
            verbs,
            named,
        }
    }

    /// The verb whose list holds the persons behind it: what they did, and where the list begins.
    fn listed_by(&self, scene: &Scene, event: usize) -> Option<(RelationKind, usize)> {
        let verb = scene.verbs.iter().find(|verb| verb.stand == Stand::Lists)?;
        // A chairman may act as one of the guests: `Dự và chủ trì hội nghị có …`.
        let early = verb.from <= scene.from + 2;
        let own = self.items[event].from >= verb.from && self.items[event].from <= verb.to + 4;
        let first = scene
            .people
            .iter()
            .any(|person| self.items[*person].to <= verb.from);
        let opens = early || (own && self.reader.capital(verb.from)) || (scene.named && !first);
        (opens && (scene.named || early)).then_some((verb.kind, verb.to))
    }

    /// What the person at `place` of the scene does by a verb of the sentence, and at which event, where the verb names one
    /// of its own.
    fn roles(&self, scene: &Scene, place: usize) -> Vec<Role> {
        let person = &self.items[scene.people[place]];
        let mut roles: Vec<Role> = Vec::new();
        for verb in &scene.verbs {
            let does = match verb.stand {
                Stand::Lists => verb.kind != RelationKind::Attended && self.precedes(scene, place, verb),
                Stand::Before => {
                    self.precedes(scene, place, verb)
                        || (verb.kind == RelationKind::Attended && self.is_row(scene, place, verb))
                }
                Stand::Together => person.to <= verb.from,
                Stand::Under => self.is_next(scene, place, verb),
                Stand::Opens => self.is_subject(scene, place, verb) || self.precedes(scene, place, verb),
                Stand::Meets => true,
            };
            let kind = verb.kind;
            let own = self.event_of(scene, verb);
            // To be there without a word of what is to be attended says little.
            let near = kind != RelationKind::Attended
                || verb.stand == Stand::Meets
                || (verb.stand == Stand::Opens && verb.from >= scene.from && person.from >= verb.to)
                || own.is_some_and(|event| self.is_told(event) || self.is_row(scene, place, verb))
                || (scene.named
                    && verb.from.saturating_sub(person.to) <= 14
                    && (person.to..(person.to + 14).min(verb.from))
                        .all(|at| self.reader.word(at) != Word::WITH));
            if does && near && !roles.iter().any(|(known, _, at)| *known == kind && *at == own) {
                roles.push((kind, rule(kind), own));
            }
        }
        if roles.iter().any(|(kind, ..)| *kind != RelationKind::Attended) {
            roles.retain(|(kind, _, own)| {
                *kind != RelationKind::Attended || own.is_some_and(|own| self.is_told(own))
            });
        }
        roles
    }

    /// The event right behind a verb: `tham dự Tuần lễ cấp cao …`, `phát biểu tại Hội nghị …`
    fn event_of(&self, scene: &Scene, verb: &Verb) -> Option<usize> {
        let first = self.items.partition_point(|item| item.from < verb.to);
        self.items[first..]
            .iter()
            .take_while(|item| item.from < scene.to && item.from - verb.to <= 5)
            .position(|item| matches!(item.what, What::Event(_)))
            .map(|place| first + place)
            .filter(|index| {
                let item = &self.items[*index];
                self.reader.leads(verb.to, item.from)
                    && (self.is_told(*index) || self.points(*index))
                    && !self.reader.is_to_come(item.from)
            })
    }

    /// Whether the verb stands behind the person, and before the next who is not of the same list.
    fn precedes(&self, scene: &Scene, place: usize, verb: &Verb) -> bool {
        let from = self.items[scene.people[place]].to;
        let cut = place > 0 && (from..verb.from).any(|at| self.reader.word(at) == Word::SEMICOLON);
        if verb.from < from || cut {
            return false;
        }
        let mut last = place;
        while last + 1 < scene.people.len() && self.in_list(scene, last) {
            last += 1;
        }
        let next = scene.presented.get(last + 1).copied().unwrap_or(scene.to);
        // Who is greeted or appointed is not who speaks; who is heard is.
        let object = self.is_object(scene.presented[place])
            && !self.reader.document.is(scene.presented[place] - 1, "nghe");
        verb.from < next && verb.from < scene.to && !object
    }

    /// Whether the next person stands in one list with this one: `A, B và C`, each with its posts.
    fn in_list(&self, scene: &Scene, place: usize) -> bool {
        let from = self.items[scene.people[place]].to;
        let to = scene.presented[place + 1];
        to >= from
            && to - from <= 2
            && (from..to).all(|at| matches!(self.reader.word(at), Word::COMMA | Word::AND))
    }

    /// `Chủ tịch nước A; Thủ tướng B; đại diện các cơ quan đã dự …`: the sentence is a row of persons up to the verb.
    fn is_row(&self, scene: &Scene, place: usize, verb: &Verb) -> bool {
        // A caption may have lost its line: `Ảnh: TTXVN Ủy viên Bộ Chính trị A; …`.
        let opens = scene.presented.first().is_some_and(|first| {
            let near = scene.from.max(first.saturating_sub(8));
            let credit = (near..*first).any(|at| self.reader.cue(Cue::Credit, at).is_some());
            *first <= scene.from + 1 || credit
        });
        let row = scene.people.len() >= 2
            && (0..scene.people.len() - 1).all(|place| {
                let from = self.items[scene.people[place]].to;
                (from..scene.presented[place + 1])
                    .all(|at| !self.reader.shape(at).is_word() || self.reader.word(at) == Word::AND)
            });
        opens && row && self.items[scene.people[place]].to <= verb.from && scene.verbs.len() == 1
    }

    /// The person right behind `dưới sự chủ trì của`
    fn is_next(&self, scene: &Scene, place: usize, verb: &Verb) -> bool {
        let first = scene
            .people
            .iter()
            .position(|person| self.items[*person].from >= verb.to);
        first == Some(place) && self.items[scene.people[place]].from - verb.to <= 40
    }

    /// `Phát biểu tại Hội nghị, thay mặt …, đồng chí A nêu rõ`: the first person behind the verb that a comma presents
    fn is_subject(&self, scene: &Scene, place: usize, verb: &Verb) -> bool {
        let is_candidate = |place: usize| {
            let first = scene.presented[place];
            let name = self.items[scene.people[place]].from;
            let bounds = first.checked_sub(1).is_some_and(|before| {
                matches!(
                    self.reader.word(before),
                    Word::COMMA | Word::EACH | Word::HAS | Word::CLOSE
                )
            });
            // `…, Tổng Bí thư, Chủ tịch nước A`, where posts before belong to somebody else
            let inner = (first..name).any(|at| self.reader.word(at) == Word::COMMA);
            first >= verb.to && name - verb.to <= 70 && !self.is_object(first) && (bounds || inner)
        };
        if self.is_post_alone(scene, verb) {
            return false;
        }
        let subject = (0..scene.people.len()).find(|place| is_candidate(*place));
        let Some(subject) = subject else { return false };
        let clean = !(verb.to..scene.presented[subject]).any(|at| self.reader.word(at) == Word::SEMICOLON);
        let mut last = subject;
        while last + 1 < scene.people.len() && last < place && self.in_list(scene, last) {
            last += 1;
        }
        clean && (subject..=last).contains(&place) && (place == subject || last >= place)
    }

    /// `Phát biểu tại cuộc họp, đồng chí Tổng Bí thư chúc mừng …`: the subject is a post without a name.
    fn is_post_alone(&self, scene: &Scene, verb: &Verb) -> bool {
        let from = self.items.partition_point(|item| item.from < verb.to);
        self.items[from..]
            .iter()
            .take_while(|item| item.from < scene.to && !matches!(item.what, What::Person(_)))
            .any(|item| {
                let had = usize::from(matches!(self.reader.word(item.to), Word::HAD | Word::ALSO));
                matches!(item.what, What::Title(_) | What::Body(_))
                    && self.reader.cue(Cue::Says, item.to + had).is_some()
            })
    }

    /// `thay mặt đồng chí A`, `chúc mừng đồng chí A`, `của A`, `cho A`: what is presented at `at` is acted on.
    fn is_object(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        matches!(
            self.reader.document.folded(before).as_str(),
            "mặt"
                | "mừng"
                | "của"
                | "cho"
                | "với"
                | "ơn"
                | "đối"
                | "giao"
                | "nhiệm"
                | "định"
                | "công"
                | "động"
                | "theo"
                | "bởi"
                | "nghe"
                | "tặng"
                | "đến"
                | "tới"
                | "cùng"
                | "nhớ"
                | "bầu"
        )
    }

    /// Whether persons of a sentence only go on with a list: no verb says what one of them does.
    fn is_list(&self, scene: &Scene) -> bool {
        scene
            .verbs
            .iter()
            .all(|verb| verb.kind == RelationKind::Attended || verb.stand == Stand::Lists)
    }

    /// `Đại biểu Thành phố có …`, `Về phía tỉnh có …`, `Cùng dự …`, or a bullet
    fn continues(&self, from: usize) -> bool {
        let bullet = self.reader.document.zone(from) == Zone::List
            || matches!(self.reader.word(from), Word::HYPHEN)
            || self.reader.document.written(from) == "+";
        let carried = from > 0 && matches!(self.reader.word(from - 1), Word::COLON | Word::SEMICOLON);
        if bullet || carried {
            return true;
        }
        (from..from + 10)
            .any(|at| self.reader.word(at) == Word::HAS || self.reader.cue(Cue::Attends, at).is_some())
            || (self.reader.find(Class::Honorific, from).is_some() && self.ends_open(from))
    }

    /// The sentence before `from` did not end.
    fn ends_open(&self, from: usize) -> bool {
        from > 0 && !matches!(self.reader.word(from - 1), Word::DOT | Word::ELLIPSIS)
    }
}

fn rule(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Chaired => "event: chaired",
        RelationKind::SpokeAt => "event: spoke",
        _ => "event: attended",
    }
}

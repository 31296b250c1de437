//! Sentences in their order -> what one of them means for the next: who `ông` is, whose card this is, whose members are listed.

use super::Sentence;
use crate::clean::token::{Gap, Shape};
use crate::extract::claim::{Claim, Target, Tense};
use crate::extract::item::What;
use crate::extract::reader::Reader;
use crate::lexicon::{Class, Cue, Word};
use crate::resolve::record::RelationKind;

/// What the sentences before tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// The person that a pronoun means.
    pub subject: Option<usize>,
    /// A person who stands alone in a paragraph: posts that stand alone below are that person's.
    card: Option<Card>,
    /// The body whose members a list names.
    heading: Option<Heading>,
    /// The posts that lead bodies in the entries of the list so far.
    above: Vec<(String, Target)>,
}

/// A person alone in a paragraph, and one past the paragraphs that are about it.
#[derive(Clone, Copy, Debug)]
struct Card {
    person: usize,
    to: usize,
}

#[derive(Clone, Copy, Debug)]
struct Heading {
    body: usize,
    /// It says `thành viên`: who is listed without a post is one.
    members: bool,
}

impl Context {
    /// Gives the sentence what the list that it stands in tells.
    pub(super) fn enter(&mut self, sentence: &mut Sentence<'_, '_>, range: std::ops::Range<usize>) {
        let own = heading(sentence, range.clone());
        let entry = sentence.is_entry();
        if !sentence.is_listed() {
            self.above.clear();
        }
        sentence.above = std::mem::take(&mut self.above);
        self.heading = match own {
            Some(own) => Some(own),
            None => self.heading.filter(|_| entry),
        };
        if own.is_none() {
            let led = sentence.led_by_body(range);
            sentence.heading = led.or(self.heading.map(|heading| heading.body));
        }
    }

    /// Keeps what the sentence tells the next.
    pub(super) fn leave(&mut self, sentence: &mut Sentence<'_, '_>, range: std::ops::Range<usize>) {
        if let Some(person) = self.subject.filter(|_| sentence.goes_on_with_life()) {
            sentence.give_all(person, "post: in a life told before");
        }
        self.subject = sentence.subject(self.subject);
        if sentence.is_listed() {
            self.above = std::mem::take(&mut sentence.above);
            self.above.extend(sentence.leading());
        }
        let plain = sentence.is_plain();
        let posts = (0..sentence.elements.len()).all(|index| sentence.is_post(index));
        let card = self.card.take().filter(|card| sentence.follows(card.to));
        if plain && sentence.elements.len() == 1 && sentence.is_person(0) {
            self.card = sentence.person(0).map(|person| Card {
                person,
                to: sentence.to,
            });
        } else if let Some(card) = card.filter(|_| plain && posts) {
            sentence.give_all(card.person, "post: below the name on a card");
            self.card = Some(Card {
                to: sentence.to,
                ..card
            });
        }
        let listed = sentence
            .heading
            .zip(self.heading)
            .filter(|(_, heading)| heading.members);
        let alone = sentence.elements.len() == 1 && plain && range.len() <= 2 && sentence.is_labelled();
        if let (Some((_, heading)), Some(person)) = (listed.filter(|_| alone), sentence.person(0)) {
            sentence.claims.push(Claim {
                kind: RelationKind::HoldsPosition,
                source: person,
                target: Target::Item(heading.body),
                title: Some("Thành viên".to_owned()),
                tense: Tense::Held,
                from: sentence.items[person].from,
                to: sentence.items[person].to,
                rule: "post: in a list of members",
            });
        }
    }
}

/// `Danh sách thành viên Ủy ban …`, `Ban Chỉ đạo … gồm các ông, bà có tên sau:`: the body whose members follow.
fn heading(sentence: &Sentence<'_, '_>, range: std::ops::Range<usize>) -> Option<Heading> {
    let reader = sentence.reader;
    let (from, to) = sentence.tokens();
    let says = |words: &str| reader.says(from, to, words);
    let people = sentence
        .elements
        .iter()
        .any(|element| matches!(element, super::Element::Person(_)));
    // Few sentences come so far, and looking for words is the slow part.
    if people || !(reader.word(to - 1) == Word::COLON || says("danh sách")) {
        return None;
    }
    let lists = [
        "danh sách",
        "gồm",
        "thành lập",
        "kiện toàn",
        "thành viên",
        "thành phần",
    ]
    .iter()
    .any(|words| says(words));
    if !lists {
        return None;
    }
    let mut bodies = range.filter(|index| matches!(sentence.items[*index].what, What::Body(_)));
    let body = bodies.next_back()?;
    Some(Heading {
        body: if says("danh sách") {
            body
        } else {
            bodies.next().unwrap_or(body)
        },
        members: says("thành viên"),
    })
}

impl Reader<'_> {
    /// Whether tokens `from..to` hold these words, in any case.
    fn says(&self, from: usize, to: usize, words: &str) -> bool {
        let length = words.split(' ').count();
        (from..to).any(|at| {
            at + length <= to
                && words
                    .split(' ')
                    .enumerate()
                    .all(|(offset, word)| self.document.is(at + offset, word))
        })
    }
}

impl Sentence<'_, '_> {
    /// The tokens of the sentence.
    fn tokens(&self) -> (usize, usize) {
        (self.from, self.to)
    }

    /// `- VPCP: BTCN, PCN Lê Văn A`: the body that begins the sentence, before a colon
    fn led_by_body(&self, range: std::ops::Range<usize>) -> Option<usize> {
        let first = range.start;
        let item = self.items.get(first)?;
        let begins = (self.from..item.from).all(|at| !self.reader.shape(at).is_word());
        let body = matches!(item.what, What::Body(_)) && self.reader.word(item.to) == Word::COLON;
        (begins && body).then_some(first)
    }

    /// Whether nothing but marks stands between a token and the sentence.
    fn follows(&self, to: usize) -> bool {
        to <= self.from && (to..self.from).all(|at| !self.reader.shape(at).is_word())
    }

    /// `12.`, `-`, `a)`
    fn is_labelled(&self) -> bool {
        matches!(self.reader.shape(self.from), Shape::Number | Shape::Mark)
            || matches!(self.reader.word(self.from + 1), Word::CLOSE | Word::DOT)
    }

    /// A short paragraph of a list: `12. Đồng chí Lê Văn A, Phó Chủ nhiệm`, `- Ông …`, a name or a post in a cell.
    fn is_entry(&self) -> bool {
        const SHORT: usize = 60;
        let named = self.reader.find(Class::Honorific, self.from).is_some();
        let short = self.to - self.from <= SHORT;
        short && !self.elements.is_empty() && (self.is_labelled() || named || self.is_plain())
    }

    /// A short paragraph behind a number, a mark or a word of respect.
    fn is_listed(&self) -> bool {
        self.is_entry() && (self.is_labelled() || self.reader.find(Class::Honorific, self.from).is_some())
    }

    /// Whether it holds nothing but names and posts.
    fn is_plain(&self) -> bool {
        let Some(last) = self.elements.last() else {
            return false;
        };
        let end = last.to(self.items);
        let quiet = |glue: &super::Glue| glue.other == 0 && !glue.receives && !glue.leaves && !glue.is;
        self.glues.iter().all(quiet) && (end..self.to).all(|at| !self.reader.shape(at).is_word())
    }

    /// `Thường trú tại …, TP Hà Nội; nguyên Ủy viên Đảng ủy …` without a name, in the paragraph of the sentence before
    fn goes_on_with_life(&self) -> bool {
        let reader = self.reader;
        reader.cue(Cue::Life, self.from).is_some()
            && (0..self.elements.len()).all(|index| self.is_post(index))
            && reader.document.gap(self.from) < Gap::Paragraph
    }

    fn give_all(&mut self, person: usize, rule: &'static str) {
        for post in 0..self.elements.len() {
            if !self.taken[post] {
                let tense = if self.glues[post].former {
                    Tense::Former
                } else {
                    Tense::Held
                };
                self.give(person, post, tense, rule);
                self.taken[post] = true;
            }
        }
    }
}

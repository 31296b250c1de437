//! Testimonies -> for every entity the sentences that name it, with its words marked, and the pages they stand in.

use maud::{Markup, html};

use super::parts::{anchor, count, counted, day};
use crate::report::content::{Content, Sentence, Testimony};

pub(super) fn section(content: &Content) -> Markup {
    html! {
        p {
            "Every entity that this report names, with some of the sentences that name it: the first of every page "
            "before the second of any. All of them are in " code { "evidence.jsonl" } "."
        }
        @for testimony in &content.evidence { (entity(testimony)) }
    }
}

fn entity(testimony: &Testimony) -> Markup {
    let name = &testimony.name;
    let sentences = &testimony.sentences;
    html! {
        article class="entity" id=(anchor(name).id()) {
            h3 { span class={ "name " (name.kind) } { (name.label) } " " span class="kind" { (name.kind) } }
            p class="note" {
                (counted(testimony.mentions as usize, "mention")) " on " (counted(testimony.documents as usize, "page"))
                @if !testimony.aliases.is_empty() { "; also written " (testimony.aliases.join(", ")) }
            }
            ul class="sentences" {
                @for sentence in &sentences.shown { li { (quoted(sentence)) } }
            }
            @if sentences.left_out > 0 {
                p class="more" { (count(sentences.shown.len())) " of " (count(sentences.total())) " sentences shown" }
            }
        }
    }
}

fn quoted(sentence: &Sentence) -> Markup {
    html! {
        (marked(&sentence.text, &sentence.words))
        cite {
            @if let Some(title) = &sentence.title { (title) ", " }
            @if sentence.date.is_some() { (day(sentence.date)) ", " }
            span class="path" { (sentence.document) }
        }
    }
}

/// Marks the words wherever the sentence has them, the longest first at each place.
fn marked(text: &str, words: &[String]) -> Markup {
    html! {
        @for (part, is_marked) in parts(text, words) {
            @if is_marked { mark { (part) } } @else { (part) }
        }
    }
}

fn parts<'a>(text: &'a str, words: &[String]) -> Vec<(&'a str, bool)> {
    let mut parts = Vec::new();
    let mut rest = text;
    loop {
        let found = words
            .iter()
            .filter(|word| !word.is_empty())
            .filter_map(|word| Some((rest.find(word.as_str())?, word.len())))
            .min_by_key(|(at, length)| (*at, usize::MAX - length));
        let Some((at, length)) = found else {
            break;
        };
        parts.push((&rest[..at], false));
        parts.push((&rest[at..at + length], true));
        rest = &rest[at + length..];
    }
    parts.push((rest, false));
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_words_are_marked_at_each_place() {
        let words = ["bà Nguyễn Thị Mai".to_owned(), "bà Mai".to_owned(), String::new()];
        let found = parts("bà Nguyễn Thị Mai và bà Mai.", &words);
        assert_eq!(
            found,
            [
                ("bà Nguyễn Thị Mai", true),
                (" và ", false),
                ("bà Mai", true),
                (".", false)
            ]
        );
        assert_eq!(parts("", &words), []);
    }
}

//! Rankings -> a block for each kind of entity, with a bar for every score.

use maud::{Markup, html};

use super::overview::plural;
use super::parts::{bar, link, real};
use crate::report::content::{Content, Ranking};

pub(super) fn section(content: &Content) -> Markup {
    let kinds = content.rankings.chunk_by(|one, other| one.kind == other.kind);
    html! {
        @for rankings in kinds {
            h3 { (title(&plural(rankings[0].kind))) }
            div class="columns three" {
                @for ranking in rankings { (table(ranking)) }
            }
        }
    }
}

fn table(ranking: &Ranking) -> Markup {
    let most = ranking.leaders.first().map_or(1.0, |first| first.score);
    html! {
        table class="bars ranking" {
            caption { "by " (measure(ranking.measure)) }
            tbody {
                @for leader in &ranking.leaders {
                    tr {
                        td { (link(&leader.name)) (bar(&leader.name.kind, leader.score / most)) }
                        td class="number" { (real(leader.score)) }
                    }
                }
            }
        }
    }
}

fn measure(name: &str) -> &str {
    match name {
        "pagerank" => "PageRank",
        other => other,
    }
}

fn title(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

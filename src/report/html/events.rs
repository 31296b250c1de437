//! Events -> a drawn line of time and a list in its order.

use maud::{Markup, html};

use super::parts::{Voice, anchor, count, day, left_out, link, relations};
use crate::graph::Date;
use crate::report::content::{Content, EventEntry};

pub(super) fn section(content: &Content) -> Markup {
    let events = &content.events.shown;
    let undated = events.iter().filter(|event| event.date.is_none()).count();
    html! {
        @if events.is_empty() {
            p { "No page names an event." }
        } @else {
            (line(events))
            p class="note" { (count(events.len() - undated)) " with a date, in its order; " (count(undated)) " without one follow." }
            table class="events" {
                thead { tr { th { "Date" } th { "Event" } th { "Who and what" } th { "Pages" } } }
                tbody { @for event in events { (row(event)) } }
            }
        }
        (left_out(&content.events, "nodes.csv"))
    }
}

fn row(event: &EventEntry) -> Markup {
    html! {
        tr {
            td class="dates" { (day(event.date)) }
            td {
                (link(&event.event))
                @let place = [&event.place, &event.organiser];
                div class="title" {
                    @for (at, words) in place.into_iter().flatten().enumerate() { @if at > 0 { " · " } (words) }
                }
            }
            td { (relations(&event.related, Voice::Passive)) }
            td class="number" { (count(event.documents as usize)) }
        }
    }
}

const BREADTH: f64 = 1000.0;
const MARGIN: f64 = 24.0;
const RADIUS: f64 = 4.5;
/// Dots above one another before they are drawn closer.
const STACK: f64 = 14.0;

/// Dots over their dates, those of about one time above one another.
fn line(events: &[EventEntry]) -> Markup {
    let dated: Vec<(f64, &EventEntry)> = events
        .iter()
        .filter_map(|event| Some((time(event.date?), event)))
        .collect();
    let Some((&(first, _), &(last, _))) = dated.first().zip(dated.last()) else {
        return html! {};
    };
    let (first, last) = (first.floor(), (last + 0.02).ceil());
    let columns = ((BREADTH - 2.0 * MARGIN) / (2.0 * RADIUS + 1.0)).floor();
    let column = |time: f64| ((time - first) / (last - first) * (columns - 1.0)).floor();
    let dots = stacked(dated.iter().map(|(time, _)| column(*time) as usize));
    let highest = dots.iter().map(|dot| dot.1).max().unwrap_or(0) as f64 + 1.0;
    let step = (2.0 * RADIUS + 1.0) * (STACK / highest).min(1.0);
    let base = 14.0 + step * highest;
    let x = |share: f64| (MARGIN + share * (BREADTH - 2.0 * MARGIN)).round();
    html! {
        figure class="chart wide-figure" {
            svg viewBox={ "0 0 " (BREADTH) " " ((base + 34.0).round()) } role="img" aria-label="Events by date" {
                line class="axis" x1=(MARGIN) x2=(BREADTH - MARGIN) y1=(base.round()) y2=(base.round()) {}
                @for year in years(first, last) {
                    @let at = x((year - first) / (last - first));
                    line class="axis" x1=(at) x2=(at) y1=(base.round()) y2=(base.round() + 6.0) {}
                    text class="tick" x=(at) y=(base.round() + 22.0) text-anchor="middle" { (year) }
                }
                @for ((column, height), (_, event)) in dots.iter().zip(&dated) {
                    a href=(anchor(&event.event).href()) tabindex="-1" {
                        circle class="event" r=(RADIUS) cx=(x((*column as f64 + 0.5) / columns))
                            cy=((base - 7.0 - step * *height as f64).round()) {
                            title { (day_text(event.date)) " " (event.event.label) }
                        }
                    }
                }
            }
        }
    }
}

/// Years and their parts; a year alone stands in its middle, a month in its own.
fn time(date: Date) -> f64 {
    let (month, day) = match (date.month(), date.day()) {
        (None, _) => (7, 1),
        (Some(month), None) => (month, 15),
        (Some(month), Some(day)) => (month, day),
    };
    f64::from(date.year()) + f64::from(month - 1) / 12.0 + f64::from(day - 1) / 372.0
}

/// Each dot's column and how many stand below it.
fn stacked(columns: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut heights = std::collections::BTreeMap::new();
    columns
        .map(|column| {
            let height: &mut usize = heights.entry(column).or_default();
            *height += 1;
            (column, *height - 1)
        })
        .collect()
}

/// At most some fifteen years to write below the line.
fn years(first: f64, last: f64) -> Vec<f64> {
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]
        .into_iter()
        .find(|step| (last - first) / step <= 15.0)
        .unwrap_or(500.0);
    let start = (first / step).ceil() * step;
    (0..)
        .map(|at| start + step * f64::from(at))
        .take_while(|year| *year <= last)
        .collect()
}

fn day_text(date: Option<Date>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_stand_in_their_years_and_dots_above_one_another() {
        let time = |text: &str| time(text.parse().expect("a date"));
        assert_eq!(time("2023"), 2023.5);
        assert!(time("2023-12-31") < 2024.0 && time("2023-12-31") > 2023.99);
        assert_eq!(
            stacked([1, 1, 4, 1].into_iter()),
            [(1, 0), (1, 1), (4, 0), (1, 2)]
        );
        assert_eq!(years(2019.0, 2022.0), [2019.0, 2020.0, 2021.0, 2022.0]);
        assert_eq!(years(1930.0, 2026.0).len(), 10);
    }
}

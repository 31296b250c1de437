//! Things with one name or number -> joined where what is known of them agrees and leaves one candidate.
//!
//! `Chỉ thị 05-CT/TW` without a date is the dated one if only one dated one is known; with two it is neither, and both
//! are listed for review.

use crate::resolve::Date;
use crate::resolve::across::clusters::Clusters;

/// A thing as far as its documents tell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Form {
    /// Index of its unit.
    pub unit: u32,
    pub details: Details,
}

/// What tells two things of one name apart. What is not known agrees with everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Details {
    /// The place or body whose numbers or bodies these are.
    pub scope: Option<String>,
    /// For example `quyết định`, of a symbol that can also be that of a `quy định`.
    pub sort: Option<String>,
    pub term: Option<String>,
    pub date: Option<Date>,
    /// The day of the earliest page that names it; it was there by then.
    pub known_by: Option<Date>,
}

/// When two dates mean one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    /// Numbers start again each year, so a number with its year is one document, even where days are given wrongly.
    Yearly,
    /// The number holds its year, or there is only one such thing.
    Timeless,
    /// A meeting of another day is another meeting.
    Daily,
}

impl Details {
    pub fn agrees(&self, other: &Details, calendar: Calendar) -> bool {
        agree(&self.scope, &other.scope)
            && agree(&self.sort, &other.sort)
            && agree(&self.term, &other.term)
            && self.can_name(other)
            && other.can_name(self)
            && match (self.date, other.date, calendar) {
                (Some(left), Some(right), Calendar::Yearly) => left.year() == right.year(),
                (Some(left), Some(right), Calendar::Daily) => left.agrees_with(right),
                _ => true,
            }
    }

    /// False when the other came into being after a page had named this one.
    fn can_name(&self, other: &Details) -> bool {
        match (self.date, self.known_by, other.date) {
            (None, Some(known), Some(made)) => made.first_day() <= known.last_day(),
            _ => true,
        }
    }

    /// True when both know where and when, and agree.
    fn is_surely(&self, other: &Details, calendar: Calendar) -> bool {
        let placed = self.scope.is_some() && other.scope.is_some();
        let dated = self.date.is_some() && other.date.is_some();
        let timed = match calendar {
            Calendar::Timeless => true,
            Calendar::Yearly | Calendar::Daily => dated,
        };
        placed && timed && self.agrees(other, calendar)
    }

    fn known(&self) -> usize {
        let words = [&self.scope, &self.sort, &self.term];
        words.into_iter().flatten().count() + usize::from(self.date.is_some())
    }

    fn fill(&mut self, other: Details) {
        self.scope = self.scope.take().or(other.scope);
        self.sort = self.sort.take().or(other.sort);
        self.term = self.term.take().or(other.term);
        self.date = self.date.max(other.date);
        self.known_by = [self.known_by, other.known_by].into_iter().flatten().min();
    }
}

fn agree(left: &Option<String>, right: &Option<String>) -> bool {
    left.is_none() || right.is_none() || left == right
}

/// Joins the forms of one name or number and returns what is left of them.
pub(super) fn join_forms(mut forms: Vec<Form>, calendar: Calendar, clusters: &mut Clusters) -> Vec<Form> {
    // The fullest first, so that the poorer find one candidate where there is one.
    forms.sort_by_key(|form| {
        (
            std::cmp::Reverse(form.details.known()),
            form.details.clone(),
            form.unit,
        )
    });
    let mut kept: Vec<Form> = Vec::new();
    for form in forms {
        let sure = kept
            .iter()
            .position(|other| other.details.is_surely(&form.details, calendar));
        let candidates: Vec<usize> = match sure {
            Some(index) => vec![index],
            None => agreeing(&kept, &form, calendar),
        };
        let rule = match sure {
            Some(_) => "the same place and time",
            None => "the only candidate",
        };
        if !settle(&mut kept, &form, &candidates, rule, clusters) {
            kept.push(form);
        }
    }
    kept
}

/// Joins `form` to its only candidate among `kept`; lists several for review. True when it was joined.
pub(super) fn settle(
    kept: &mut [Form],
    form: &Form,
    candidates: &[usize],
    rule: &'static str,
    clusters: &mut Clusters,
) -> bool {
    if let [only] = candidates {
        let joined = clusters.join(kept[*only].unit, form.unit, rule, &known_words(&form.details));
        if joined {
            kept[*only].details.fill(form.details.clone());
        }
        return joined;
    }
    for candidate in candidates {
        clusters.propose(
            kept[*candidate].unit,
            form.unit,
            format!("one of {} candidates", candidates.len()),
        );
    }
    false
}

fn agreeing(kept: &[Form], form: &Form, calendar: Calendar) -> Vec<usize> {
    let found = kept
        .iter()
        .enumerate()
        .filter(|(_, other)| other.details.agrees(&form.details, calendar));
    found.map(|(index, _)| index).collect()
}

fn known_words(details: &Details) -> String {
    let date = details.date.map(|date| date.to_string());
    let words = [
        details.sort.clone(),
        details.scope.clone(),
        details.term.clone(),
        date,
    ];
    let words: Vec<String> = words.into_iter().flatten().collect();
    match words.is_empty() {
        true => "nothing else is known of it".to_owned(),
        false => words.join(", "),
    }
}

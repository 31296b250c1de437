//! Careers of one name -> one person where they can be one career, several where not.
//!
//! Rules, in this order: a body in which both serve; one province; the centre; a seat in a body of the centre beside
//! other posts; a bare name that only one person bears, or one person in the place of the page. A rule that finds
//! several people joins none and lists them for review.

use std::collections::BTreeSet;

use crate::resolve::across::clusters::Clusters;
use crate::resolve::across::named::CENTRE;
use crate::resolve::across::people::Career;

/// Joins the careers of one name, given in the order of the records.
pub(super) fn join_namesakes(careers: Vec<Career>, clusters: &mut Clusters) {
    keep_apart_within_pages(&careers, clusters);
    let (bare, mut people): (Vec<Career>, Vec<Career>) = careers.into_iter().partition(Career::is_bare);
    people = join_all(people, clusters, "a body in which both serve", |left, right| {
        left.bodies
            .intersection(&right.bodies)
            .next()
            .map(|body| Shared::Body(*body))
    });
    people = join_all(people, clusters, "one name in one province", |left, right| {
        left.places
            .intersection(&right.places)
            .next()
            .map(|place| Shared::Words(place.clone()))
    });
    people = join_all(people, clusters, "one name in the centre", |left, right| {
        let placeless = left.places.is_empty() && right.places.is_empty();
        (placeless && left.central && right.central).then(|| Shared::Words(CENTRE.to_owned()))
    });
    people = join_all(people, clusters, "a seat that both hold", |left, right| {
        let placeless = left.places.is_empty() && right.places.is_empty();
        left.seats
            .intersection(&right.seats)
            .next()
            .filter(|_| placeless)
            .map(|seat| Shared::Body(*seat))
    });
    people = join_only(
        people,
        clusters,
        "the only one of this name in the centre",
        |poor, rich| {
            let found = poor.central && rich.central && poor.places.is_empty() && !rich.places.is_empty();
            found.then(|| Shared::Words(CENTRE.to_owned()))
        },
    );
    people = join_only(
        people,
        clusters,
        "the only one of this name with this seat",
        |poor, rich| {
            let fits = poor.places.is_empty() && !rich.places.is_empty();
            poor.seats
                .intersection(&rich.seats)
                .next()
                .filter(|_| fits)
                .map(|seat| Shared::Body(*seat))
        },
    );
    people = join_only(
        people,
        clusters,
        "a seat is held beside other posts",
        |poor, rich| {
            let seat = poor
                .seats
                .first()
                .filter(|_| poor.has_only_seats() && !rich.has_only_seats());
            seat.map(|seat| Shared::Body(*seat))
        },
    );
    people = join_only(people, clusters, "the only one of this name", |poor, rich| {
        let fits = poor.has_no_known_place() && !rich.has_no_known_place();
        fits.then(|| Shared::Words(rich.words()))
    });
    list_open(&people, clusters);
    join_bare(bare, people, clusters);
}

/// What two careers have in common.
enum Shared {
    /// A body, as its cluster.
    Body(u32),
    Words(String),
}

impl Shared {
    fn words(self, clusters: &Clusters) -> String {
        match self {
            Shared::Words(words) => words,
            Shared::Body(body) => {
                let unit = &clusters.units.units[body as usize];
                unit.most(|entity| Some(entity.name.as_str()))
                    .unwrap_or_default()
                    .to_owned()
            }
        }
    }
}

/// Two people of one name in one document are two: the page itself tells them apart.
fn keep_apart_within_pages(careers: &[Career], clusters: &mut Clusters) {
    let record = |career: &Career| clusters.units.units[career.unit as usize].members[0].record;
    let pages = careers.chunk_by(|left, right| record(left) == record(right));
    for page in pages.filter(|page| page.len() > 1) {
        for (index, left) in page.iter().enumerate() {
            page[index + 1..]
                .iter()
                .for_each(|right| clusters.keep_apart(left.unit, right.unit));
        }
    }
}

/// Joins every two careers that `shared` finds to be one person's.
fn join_all(
    people: Vec<Career>,
    clusters: &mut Clusters,
    rule: &'static str,
    shared: impl Fn(&Career, &Career) -> Option<Shared>,
) -> Vec<Career> {
    let mut kept: Vec<Career> = Vec::new();
    for mut career in people {
        let mut index = 0;
        while index < kept.len() {
            let found = shared(&kept[index], &career).map(|found| found.words(clusters));
            match found {
                Some(words) if clusters.join(kept[index].unit, career.unit, rule, &words) => {
                    career.absorb(kept.remove(index));
                    // What was passed over may share something with the wider career.
                    index = 0;
                }
                _ => index += 1,
            }
        }
        kept.push(career);
    }
    kept.sort_by_key(|career| career.unit);
    kept
}

/// Joins a poor career to the only rich one that `shared` allows; lists several for review.
fn join_only(
    people: Vec<Career>,
    clusters: &mut Clusters,
    rule: &'static str,
    shared: impl Fn(&Career, &Career) -> Option<Shared>,
) -> Vec<Career> {
    let mut target: Vec<Option<usize>> = vec![None; people.len()];
    for (index, poor) in people.iter().enumerate() {
        let fits = |other: &usize| *other != index && shared(poor, &people[*other]).is_some();
        let rich: Vec<usize> = (0..people.len()).filter(fits).collect();
        if let [only] = rich[..] {
            let words = shared(poor, &people[only])
                .map(|found| found.words(clusters))
                .unwrap_or_default();
            target[index] = clusters
                .join(people[only].unit, poor.unit, rule, &words)
                .then_some(only);
            continue;
        }
        for other in rich {
            clusters.propose(people[other].unit, poor.unit, reason(poor, &people[other]));
        }
    }
    let mut kept: Vec<Option<Career>> = people.into_iter().map(Some).collect();
    for (index, only) in target.into_iter().enumerate() {
        let poor = only.and_then(|_| kept[index].take());
        if let Some((poor, rich)) = poor.zip(only.and_then(|only| kept[only].as_mut())) {
            rich.absorb(poor);
        }
    }
    kept.into_iter().flatten().collect()
}

fn reason(left: &Career, right: &Career) -> String {
    format!("one name in {} and in {}", left.words(), right.words())
}

/// Lists for review who could be one person; two provinces without a common seat make two people.
fn list_open(people: &[Career], clusters: &mut Clusters) {
    for (index, left) in people.iter().enumerate() {
        for right in &people[index + 1..] {
            let two_provinces = !left.places.is_empty() && !right.places.is_empty();
            if !two_provinces || !left.seats.is_disjoint(&right.seats) {
                clusters.propose(left.unit, right.unit, reason(left, right));
            }
        }
    }
}

/// Whom the pages of this many places name without a post, the whole country knows.
const PUBLIC: usize = 3;

/// Joins a name without a post to the only person who bears it, or to the only one who serves in the page's place.
fn join_bare(bare: Vec<Career>, people: Vec<Career>, clusters: &mut Clusters) {
    let mut open: Vec<Career> = Vec::new();
    for career in bare {
        let at_home: Vec<&Career> = people
            .iter()
            .filter(|it| !it.places.is_disjoint(&career.pages))
            .collect();
        let (rule, candidates) = match at_home.is_empty() {
            true => ("the only one of this name", people.iter().collect()),
            false => ("the only one of this name in the place of the page", at_home),
        };
        if let [only] = candidates[..] {
            clusters.join(only.unit, career.unit, rule, &only.words());
            continue;
        }
        for candidate in candidates {
            clusters.propose(candidate.unit, career.unit, reason(&career, candidate));
        }
        open.push(career);
    }
    let open = join_all(open, clusters, "one name in pages of one place", |left, right| {
        let nowhere = left.pages.is_empty() && right.pages.is_empty();
        let place = left.pages.intersection(&right.pages).next().cloned();
        place
            .or_else(|| nowhere.then(|| "no known place".to_owned()))
            .map(Shared::Words)
    });
    let places = open
        .iter()
        .flat_map(|career| &career.pages)
        .collect::<BTreeSet<_>>()
        .len();
    let open = join_all(open, clusters, "one name in pages of many places", |_, _| {
        (places >= PUBLIC).then(|| Shared::Words(format!("{places} places")))
    });
    for (index, left) in open.iter().enumerate() {
        for right in &open[index + 1..] {
            clusters.propose(
                left.unit,
                right.unit,
                "one name without a post in pages of two places".to_owned(),
            );
        }
    }
}

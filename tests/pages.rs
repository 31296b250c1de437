//! The sample pages of `input/` as a careful reader marked them, in `tests/pages`: the marks must fit the pages.

mod perfect;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use vnkg::evaluate::gold::Need;
use vnkg::evaluate::{Gold, evaluate};
use vnkg::read::Source;
use vnkg::resolve::record::Kind;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of the sample corpus by its stem.
fn input_pages() -> BTreeMap<String, PathBuf> {
    let folder = |path: PathBuf| std::fs::read_dir(path).expect("input can be read");
    let mut pages = BTreeMap::new();
    for entry in folder(root().join("input")) {
        for page in folder(entry.expect("input can be read").path()) {
            let path = page.expect("input can be read").path();
            let stem = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let before = pages.insert(stem, path);
            assert!(before.is_none(), "two pages of input share a stem: {before:?}");
        }
    }
    pages
}

fn golds() -> Vec<Gold> {
    Gold::read_folder(&root().join("tests/pages")).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn every_input_page_has_its_gold_file_and_is_that_file_without_marks() {
    let (pages, golds) = (input_pages(), golds());
    let names: Vec<&String> = golds.iter().map(|gold| &gold.name).collect();
    assert_eq!(names, pages.keys().collect::<Vec<_>>());
    for gold in &golds {
        let page = Source {
            name: gold.name.clone(),
            text: std::fs::read_to_string(&pages[&gold.name]).expect("an input page is UTF-8"),
        };
        gold.fits(&page).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn the_sample_has_entities_of_every_kind_and_pages_that_share_them() {
    let mut pages_of: BTreeMap<(Kind, String), usize> = BTreeMap::new();
    for gold in golds() {
        let mut names: Vec<_> = gold
            .mentions
            .iter()
            .filter(|mention| mention.need == Need::Required)
            .map(|mention| (mention.id.kind, gold.entities[&mention.id].name.clone()))
            .collect();
        names.sort();
        names.dedup();
        for name in names {
            *pages_of.entry(name).or_default() += 1;
        }
    }
    for kind in Kind::ALL {
        let shared = pages_of
            .iter()
            .filter(|((other, _), pages)| *other == kind && **pages > 1)
            .count();
        let all = pages_of.keys().filter(|(other, _)| *other == kind).count();
        println!("{:10} {all:4} entities, {shared:3} on several pages", kind.name());
        assert!(
            all >= 12 && shared >= 1,
            "{}: {all} entities, {shared} shared",
            kind.name()
        );
    }
}

#[test]
fn a_program_that_finds_nothing_misses_every_required_mention() {
    let golds = golds();
    let evaluation = evaluate(&golds, &[]).unwrap_or_else(|error| panic!("{error}"));
    let required = golds
        .iter()
        .flat_map(|gold| &gold.mentions)
        .filter(|mention| mention.need == Need::Required);
    assert_eq!(evaluation.score.mention.all.gold, required.count());
    assert!(evaluation.score.mention.all.gold > 500 && evaluation.score.mention.all.r == 0.0);
}

#[test]
fn a_perfect_record_of_a_page_has_no_miss() {
    for gold in golds() {
        let record = perfect::record(&gold);
        let evaluation = evaluate(std::slice::from_ref(&gold), &[record]);
        let misses = evaluation.unwrap_or_else(|error| panic!("{error}")).misses;
        assert!(misses.is_empty(), "{misses:#?}");
    }
}

//! Pages listed from several inputs -> names that no two of them share.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

use super::unread::Unread;

/// Puts the input's own name before every name that another page has too. The outcome depends on the inputs and their
/// order alone. Two pages that even then share a name (`/a/x.txt` and `a/x.txt`) are told apart by a number.
pub(super) fn separate(pages: &mut [Unread], inputs: &[String]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for page in &*pages {
        *counts.entry(&page.name).or_default() += 1;
    }
    let shared: Vec<bool> = pages.iter().map(|page| counts[page.name.as_str()] > 1).collect();
    if !shared.contains(&true) {
        return;
    }
    for (page, shared) in pages.iter_mut().zip(shared) {
        if shared {
            page.name = prefixed(&inputs[page.input], &page.name);
        }
    }
    number(pages);
}

/// `raw/a`, `x.txt` -> `raw/a/x.txt`; a file named directly already ends its input's name.
fn prefixed(input: &str, name: &str) -> String {
    if input.is_empty() || input == name || input.ends_with(&format!("/{name}")) {
        return if input.is_empty() { name } else { input }.to_owned();
    }
    format!("{input}/{name}")
}

fn number(pages: &mut [Unread]) {
    let mut taken = BTreeSet::new();
    for page in pages {
        let mut name = page.name.clone();
        let mut copy = 2;
        while !taken.insert(name.clone()) {
            name = format!("{} ({copy})", page.name);
            copy += 1;
        }
        page.name = name;
    }
}

/// A path as part of a name: `/` between folders, without a root, `.` and a closing slash.
pub(super) fn slashed(path: &Path) -> String {
    let parts: Vec<Cow<str>> = path
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            Component::ParentDir => Some("..".into()),
            Component::Prefix(_) | Component::RootDir | Component::CurDir => None,
        })
        .collect();
    parts.join("/")
}

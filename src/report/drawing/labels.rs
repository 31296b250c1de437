//! Discs and their names in, labels that lie on no other label out.

use super::picture::Disc;

/// Where a label stands: the middle of its base line, in the units of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Index of the disc it names.
    pub disc: usize,
    pub x: f64,
    pub y: f64,
    /// Height of its letters from line to line.
    pub size: f64,
    /// How many letters of the name fit; the rest is cut off.
    pub letters: usize,
}

/// Letters after which a name is cut off.
const LONGEST: usize = 34;
/// Width of a letter over the size of the font: more than the fonts of screens need, so that none collides.
const WIDE: f64 = 0.64;
const NARROW: f64 = 0.34;

/// Goes from the largest disc to the smallest (discs come smallest first) and gives each the first free place of below,
/// above, right and left; a disc without one stays without a label. `least` and `most` are the sizes of the smallest
/// and the largest labels.
pub fn place(discs: &[Disc], least: f64, most: f64) -> Vec<Label> {
    let greatest = discs.iter().map(|disc| disc.radius).fold(0.0, f64::max);
    let mut taken = Grid::new(most * 4.0);
    let mut labels = Vec::new();
    for (index, disc) in discs.iter().enumerate().rev() {
        let share = if greatest > 0.0 {
            disc.radius / greatest
        } else {
            0.0
        };
        let size = least + (most - least) * share;
        let found = places(index, disc, size)
            .into_iter()
            .find(|label| taken.is_free(&area(label, &disc.name.label)));
        if let Some(label) = found {
            taken.take(area(&label, &disc.name.label));
            labels.push(label);
        }
    }
    labels
}

/// The words of a label.
pub fn words(label: &Label, name: &str) -> String {
    let cut: String = name.chars().take(label.letters).collect();
    if name.chars().count() > label.letters {
        format!("{}…", cut.trim_end())
    } else {
        cut
    }
}

fn places(disc: usize, at: &Disc, size: f64) -> [Label; 4] {
    let name = &at.name.label;
    let letters = match name.chars().count() {
        count if count > LONGEST => LONGEST - 1,
        count => count,
    };
    let label = |x: f64, y: f64| Label {
        disc,
        x,
        y,
        size,
        letters,
    };
    let aside = at.radius + size * 0.3 + width(&label(0.0, 0.0), name) / 2.0;
    [
        label(at.x, at.y + at.radius + size * 0.95),
        label(at.x, at.y - at.radius - size * 0.35),
        label(at.x + aside, at.y + size * 0.33),
        label(at.x - aside, at.y + size * 0.33),
    ]
}

fn width(label: &Label, name: &str) -> f64 {
    let letters = words(label, name);
    let units: f64 = letters
        .chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | '-' | '/' | 'ì' | 'í' | 'ị' | 'ỉ' | 'ĩ' => {
                NARROW
            }
            letter if letter.is_uppercase() => WIDE + 0.12,
            'm' | 'w' => WIDE + 0.26,
            _ => WIDE,
        })
        .sum();
    units * label.size
}

/// Left, top, right, bottom.
type Area = [f64; 4];

fn area(label: &Label, name: &str) -> Area {
    let half = width(label, name) / 2.0;
    [
        label.x - half,
        label.y - label.size * 1.05,
        label.x + half,
        label.y + label.size * 0.35,
    ]
}

/// Areas by the cells of a grid that they touch.
struct Grid {
    side: f64,
    cells: std::collections::BTreeMap<(i64, i64), Vec<Area>>,
}

impl Grid {
    fn new(side: f64) -> Grid {
        Grid {
            side: side.max(1e-6),
            cells: std::collections::BTreeMap::new(),
        }
    }

    fn touched(&self, area: &Area) -> Vec<(i64, i64)> {
        let cell = |place: f64| (place / self.side).floor() as i64;
        let columns = cell(area[0])..=cell(area[2]);
        columns
            .flat_map(|column| (cell(area[1])..=cell(area[3])).map(move |row| (column, row)))
            .collect()
    }

    fn is_free(&self, area: &Area) -> bool {
        let crosses = |other: &Area| {
            area[0] < other[2] && other[0] < area[2] && area[1] < other[3] && other[1] < area[3]
        };
        self.touched(area)
            .iter()
            .filter_map(|cell| self.cells.get(cell))
            .flatten()
            .all(|other| !crosses(other))
    }

    fn take(&mut self, area: Area) {
        for cell in self.touched(&area) {
            self.cells.entry(cell).or_default().push(area);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::content::Name;

    fn disc(label: &str, x: f64, y: f64, radius: f64) -> Disc {
        Disc {
            name: Name {
                label: label.to_owned(),
                ..Name::default()
            },
            x,
            y,
            radius,
        }
    }

    #[test]
    fn no_label_lies_on_another_and_the_greatest_has_one() {
        let discs: Vec<Disc> = (0..200)
            .map(|at| {
                disc(
                    "Ủy ban nhân dân tỉnh Yên Bái",
                    f64::from(at % 20) * 15.0,
                    f64::from(at / 20) * 9.0,
                    f64::from(at) / 40.0,
                )
            })
            .collect();
        let labels = place(&discs, 5.0, 12.0);
        assert_eq!(labels[0].disc, 199);
        assert!(labels.len() > 5 && labels.len() < 200, "{}", labels.len());
        for (at, one) in labels.iter().enumerate() {
            for other in &labels[..at] {
                let (a, b) = (
                    area(one, &discs[one.disc].name.label),
                    area(other, &discs[other.disc].name.label),
                );
                assert!(
                    a[0] >= b[2] || b[0] >= a[2] || a[1] >= b[3] || b[1] >= a[3],
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn a_long_name_is_cut_at_a_letter_and_says_so() {
        let name = "Ủy".repeat(40);
        let labels = place(&[disc(&name, 0.0, 0.0, 1.0)], 5.0, 12.0);
        let words = words(&labels[0], &name);
        assert_eq!(words.chars().count(), LONGEST);
        assert!(words.ends_with('…'));
    }
}

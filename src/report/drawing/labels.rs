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
/// above, right and left inside the frame; a disc without one stays without a label. Labels keep off large discs too,
/// but for those of large discs where there is no other way. `least` and `most` are the sizes of the smallest and the
/// largest labels.
pub fn place(discs: &[Disc], frame: Area, least: f64, most: f64) -> Vec<Label> {
    let greatest = discs.iter().map(|disc| disc.radius).fold(0.0, f64::max);
    let mut taken = Grid::new(most * 4.0);
    let mut covered = Grid::new(most * 4.0);
    let is_large = |disc: &&Disc| disc.radius >= 0.4 * greatest;
    discs
        .iter()
        .filter(is_large)
        .for_each(|disc| covered.take(core(disc)));
    let mut labels = Vec::new();
    for (index, disc) in discs.iter().enumerate().rev() {
        let share = if greatest > 0.0 {
            disc.radius / greatest
        } else {
            0.0
        };
        let size = least + (most - least) * share;
        let area_of = |label: &Label| area(label, &disc.name.label);
        let free: Vec<Label> = places(index, disc, size)
            .into_iter()
            .filter(|label| is_inside(&area_of(label), &frame) && taken.is_free(&area_of(label)))
            .collect();
        let clear = free.iter().find(|label| covered.is_free(&area_of(label)));
        let found = clear.or(free.first().filter(|_| is_large(&disc))).copied();
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
        label(at.x, at.y + at.radius + size * 1.08),
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
pub type Area = [f64; 4];

fn is_inside(area: &Area, frame: &Area) -> bool {
    area[0] >= frame[0] && area[1] >= frame[1] && area[2] <= frame[2] && area[3] <= frame[3]
}

/// The square in the middle of a disc that no other's label should hide.
fn core(disc: &Disc) -> Area {
    let half = 0.75 * disc.radius;
    [disc.x - half, disc.y - half, disc.x + half, disc.y + half]
}

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

    const EVERYWHERE: Area = [-1e6, -1e6, 1e6, 1e6];

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
        let labels = place(&discs, EVERYWHERE, 5.0, 12.0);
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
    fn a_label_stays_inside_the_frame() {
        let discs = [disc("Tỉnh ủy Yên Bái", 2.0, 50.0, 2.0)];
        let labels = place(&discs, [0.0, 0.0, 200.0, 100.0], 5.0, 10.0);
        assert!(labels[0].x > 20.0, "{labels:?}");
        assert!(place(&discs, [0.0, 0.0, 30.0, 100.0], 5.0, 10.0).is_empty());
    }

    #[test]
    fn a_long_name_is_cut_at_a_letter_and_says_so() {
        let name = "Ủy".repeat(40);
        let labels = place(&[disc(&name, 0.0, 0.0, 1.0)], EVERYWHERE, 5.0, 12.0);
        let words = words(&labels[0], &name);
        assert_eq!(words.chars().count(), LONGEST);
        assert!(words.ends_with('…'));
    }
}

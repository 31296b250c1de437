//! Values of one attribute -> one typed list of them; a list whose values differ in type keeps each as it is.

use crate::graph::columns::texts::Texts;

/// A value as a file has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Datum<'t> {
    Truth(bool),
    Integer(i64),
    Real(f64),
    Text(&'t str),
    List(&'t [String]),
}

/// An attribute of all nodes or of all edges.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    cells: Cells,
    /// A bit for each row: whether it has a value.
    filled: Vec<u64>,
}

/// One cell for each row up to the last that has a value; what stands in the others means nothing. Texts are numbers
/// of [`Texts`].
#[derive(Clone, Debug)]
enum Cells {
    Truths(Vec<bool>),
    Integers(Vec<i64>),
    Reals(Vec<f64>),
    Texts(Vec<u32>),
    Mixed(Vec<Mixed>),
}

#[derive(Clone, Debug, Default)]
enum Mixed {
    #[default]
    Nothing,
    Truth(bool),
    Integer(i64),
    Real(f64),
    Text(u32),
    List(Box<[String]>),
}

impl Column {
    /// A column without values.
    pub(crate) fn new(name: &str) -> Column {
        Column {
            name: name.to_owned(),
            cells: Cells::Mixed(Vec::new()),
            filled: Vec::new(),
        }
    }

    /// Gives a row its value, in place of the one that it may have.
    pub(crate) fn set(&mut self, row: usize, datum: Datum, texts: &mut Texts) {
        if self.filled.is_empty() {
            self.cells = Cells::of(datum);
        }
        match (&mut self.cells, datum) {
            (Cells::Truths(cells), Datum::Truth(truth)) => put(cells, row, truth),
            (Cells::Integers(cells), Datum::Integer(number)) => put(cells, row, number),
            (Cells::Reals(cells), Datum::Real(number)) => put(cells, row, number),
            (Cells::Texts(cells), Datum::Text(text)) => put(cells, row, texts.add(text)),
            (Cells::Mixed(cells), datum) => put(cells, row, Mixed::new(datum, texts)),
            _ => {
                self.mix();
                return self.set(row, datum, texts);
            }
        }
        let word = row / 64;
        if word >= self.filled.len() {
            self.filled.resize(word + 1, 0);
        }
        self.filled[word] |= 1 << (row % 64);
    }

    /// The value of a row, if it has one.
    pub(crate) fn get<'t>(&'t self, row: usize, texts: &'t Texts) -> Option<Datum<'t>> {
        self.has(row).then(|| match &self.cells {
            Cells::Truths(cells) => Datum::Truth(cells[row]),
            Cells::Integers(cells) => Datum::Integer(cells[row]),
            Cells::Reals(cells) => Datum::Real(cells[row]),
            Cells::Texts(cells) => Datum::Text(texts.get(cells[row])),
            Cells::Mixed(cells) => cells[row].datum(texts),
        })
    }

    /// Whether a row has a value.
    pub(crate) fn has(&self, row: usize) -> bool {
        let word = self.filled.get(row / 64).copied().unwrap_or_default();
        word & (1 << (row % 64)) != 0
    }

    /// Whether its values may differ in type.
    pub(crate) fn is_mixed(&self) -> bool {
        matches!(self.cells, Cells::Mixed(_))
    }

    /// The number of the text of a row, if that is what it has.
    pub(crate) fn text(&self, row: usize) -> Option<u32> {
        match &self.cells {
            Cells::Texts(cells) if self.has(row) => Some(cells[row]),
            Cells::Mixed(cells) => match cells.get(row) {
                Some(Mixed::Text(number)) => Some(*number),
                _ => None,
            },
            _ => None,
        }
    }

    /// Gives up the types: from now on each cell says its own.
    fn mix(&mut self) {
        let rows = self.filled.len() * 64;
        let mixed = |row: usize| match (&self.cells, self.has(row)) {
            (_, false) | (Cells::Mixed(_), _) => Mixed::Nothing,
            (Cells::Truths(cells), _) => Mixed::Truth(cells[row]),
            (Cells::Integers(cells), _) => Mixed::Integer(cells[row]),
            (Cells::Reals(cells), _) => Mixed::Real(cells[row]),
            (Cells::Texts(cells), _) => Mixed::Text(cells[row]),
        };
        self.cells = Cells::Mixed((0..rows).map(mixed).collect());
    }
}

impl Cells {
    /// No cells, of the type of this value.
    fn of(datum: Datum) -> Cells {
        match datum {
            Datum::Truth(_) => Cells::Truths(Vec::new()),
            Datum::Integer(_) => Cells::Integers(Vec::new()),
            Datum::Real(_) => Cells::Reals(Vec::new()),
            Datum::Text(_) => Cells::Texts(Vec::new()),
            Datum::List(_) => Cells::Mixed(Vec::new()),
        }
    }
}

impl Mixed {
    fn new(datum: Datum, texts: &mut Texts) -> Mixed {
        match datum {
            Datum::Truth(truth) => Mixed::Truth(truth),
            Datum::Integer(number) => Mixed::Integer(number),
            Datum::Real(number) => Mixed::Real(number),
            Datum::Text(text) => Mixed::Text(texts.add(text)),
            Datum::List(parts) => Mixed::List(parts.into()),
        }
    }

    /// Nothing counts as the text without letters, for rows that have no value.
    fn datum<'t>(&'t self, texts: &'t Texts) -> Datum<'t> {
        match self {
            Mixed::Nothing => Datum::Text(""),
            Mixed::Truth(truth) => Datum::Truth(*truth),
            Mixed::Integer(number) => Datum::Integer(*number),
            Mixed::Real(number) => Datum::Real(*number),
            Mixed::Text(number) => Datum::Text(texts.get(*number)),
            Mixed::List(parts) => Datum::List(parts),
        }
    }
}

/// Puts a cell into its row; rows before it that were passed over get the default.
fn put<T: Clone + Default>(cells: &mut Vec<T>, row: usize, cell: T) {
    if row < cells.len() {
        cells[row] = cell;
        return;
    }
    cells.resize(row, T::default());
    cells.push(cell);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_any_type_come_back_and_gaps_stay_gaps() {
        let mut texts = Texts::default();
        let parts = ["a".to_owned(), "b".to_owned()];
        let data = [
            Datum::Real(1.5),
            Datum::Real(2.5),
            Datum::Integer(1),
            Datum::Text("ổ"),
            Datum::Truth(true),
            Datum::List(&parts),
        ];
        for first in 0..data.len() {
            let mut column = Column::new("it");
            for (place, datum) in data.iter().cycle().skip(first).take(6).enumerate() {
                column.set(place * 70, *datum, &mut texts);
            }
            column.set(0, Datum::Text("again"), &mut texts);
            for place in 1..6 {
                let expected = data[(first + place) % 6];
                assert_eq!(column.get(place * 70, &texts), Some(expected));
                assert_eq!(column.get(place * 70 - 1, &texts), None);
            }
            assert_eq!(column.get(0, &texts), Some(Datum::Text("again")));
            assert_eq!(column.text(0), Some(texts.add("again")));
            assert_eq!(column.get(1_000, &texts), None);
        }
    }
}

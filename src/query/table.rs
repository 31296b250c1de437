//! Rows of words -> aligned columns for a terminal, two spaces between them.

use std::fmt;

use unicode_width::UnicodeWidthStr;

/// Columns with heads; a column in which every cell is empty is not shown.
#[derive(Clone, Debug, Default)]
pub struct Table {
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new(heads: &[&'static str]) -> Table {
        Table {
            heads: heads.to_vec(),
            rows: Vec::new(),
        }
    }

    /// Adds a row with a cell for every head. A line break in a cell becomes a space.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let one_line = |cell: String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
        self.rows.push(cells.into_iter().map(one_line).collect());
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn widths(&self) -> Vec<usize> {
        let cells = |column: usize| self.rows.iter().filter_map(move |row| row.get(column));
        let width = |(column, head): (usize, &&str)| match cells(column).map(|cell| cell.width()).max() {
            Some(0) | None => 0,
            Some(widest) => widest.max(head.width()),
        };
        self.heads.iter().enumerate().map(width).collect()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        let heads = self.heads.iter().map(|head| (*head).to_owned()).collect();
        for row in std::iter::once(&heads).chain(&self.rows) {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
                line.push_str(cell);
                line.extend(std::iter::repeat_n(' ', width + 2 - cell.width().min(*width)));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_whatever_marks_the_letters_bear() {
        let mut table = Table::new(&["name", "nothing", "post"]);
        table.row(["Hà\nNội".to_owned(), String::new(), "Bí thư".to_owned()]);
        table.row(["Huê\u{301}".to_owned(), String::new(), "Phó Bí thư".to_owned()]);
        assert_eq!(
            table.to_string(),
            "name    post\nHà Nội  Bí thư\nHuê\u{301}     Phó Bí thư\n"
        );
    }
}

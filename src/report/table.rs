//! Cells -> a Markdown table, with an end that is told when there are more rows than a reader wants.

use std::fmt::Write;

/// A table under a heading of its own.
#[derive(Debug)]
pub(super) struct Table {
    text: String,
    rows: usize,
    most: usize,
}

impl Table {
    /// A table that shows `most` rows and says how many it leaves out.
    pub(super) fn new(columns: &[&str], most: usize) -> Table {
        let mut table = Table {
            text: String::new(),
            rows: 0,
            most,
        };
        table.line(columns.iter());
        table.line(columns.iter().map(|_| "---"));
        table
    }

    /// Adds a row of cells whose words come from pages and may hold anything.
    pub(super) fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        self.rows += 1;
        if self.rows <= self.most {
            self.line(cells.iter().map(|cell| escaped(cell.as_ref())));
        }
    }

    /// The table, with where to find the rows it leaves out. Instead of an empty table stands `nothing`.
    pub(super) fn finish(mut self, rest: &str, nothing: &str) -> String {
        if self.rows == 0 {
            return format!("{nothing}\n\n");
        }
        self.text.push('\n');
        if self.rows > self.most {
            let more = self.rows - self.most;
            let _ = write!(self.text, "{more} more: see {rest}.\n\n");
        }
        self.text
    }

    fn line(&mut self, cells: impl Iterator<Item = impl AsRef<str>>) {
        for cell in cells {
            self.text.push_str("| ");
            self.text.push_str(cell.as_ref());
            self.text.push(' ');
        }
        self.text.push_str("|\n");
    }
}

/// Words on one line, without the characters that Markdown would read as its own.
pub(super) fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | '|' | '*' | '`' | '[' | ']' | '<' | '>' => safe.extend(['\\', letter]),
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_tells_how_much_it_leaves_out() {
        let mut table = Table::new(&["name", "pages"], 1);
        table.row(&["Huế", "2"]);
        table.row(&["Hà Nội", "1"]);
        let text = table.finish("`nodes.csv`", "none");
        assert_eq!(
            text,
            "| name | pages |\n| --- | --- |\n| Huế | 2 |\n\n1 more: see `nodes.csv`.\n\n"
        );
        assert_eq!(Table::new(&["name"], 1).finish("", "None."), "None.\n\n");
    }

    #[test]
    fn words_of_a_page_cannot_break_a_table() {
        assert_eq!(escaped("a|b\n*c* \\"), "a\\|b \\*c\\* \\\\");
    }
}

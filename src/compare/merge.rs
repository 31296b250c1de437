//! Files of extraction records -> one list of records, sorted, each once.

use crate::resolve::Record;

/// A line that is no record.
#[derive(Debug, thiserror::Error)]
#[error("line {line} is no record: {cause}")]
pub struct NoRecord {
    pub line: usize,
    pub cause: serde_json::Error,
}

/// Reads JSON Lines as `vnkg extract` writes them; empty lines count for nothing.
///
/// # Errors
/// At the first line that is no record.
pub fn parse(text: &str) -> Result<Vec<Record>, NoRecord> {
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    let records = lines.map(|(index, line)| {
        serde_json::from_str(line).map_err(|cause| NoRecord {
            line: index + 1,
            cause,
        })
    });
    records.collect()
}

/// A record as a line of a file, without the line break.
pub fn line(record: &Record) -> String {
    serde_json::to_string(record).expect("a record has string keys and finite numbers only")
}

/// Sorts the records by document and drops those that stand there twice. The order they came in does not matter, so
/// that merging in any order and in any number of steps gives the same.
pub fn merge(records: Vec<Record>) -> Vec<Record> {
    let mut lines: Vec<(String, Record)> = records.into_iter().map(|it| (line(&it), it)).collect();
    lines.sort_by(|left, right| (&left.1.doc, &left.0).cmp(&(&right.1.doc, &right.0)));
    lines.dedup_by(|left, right| left.0 == right.0);
    lines.into_iter().map(|(_, record)| record).collect()
}

/// Documents of which the list holds different records, for merged records.
pub fn contradictions(records: &[Record]) -> Vec<&str> {
    let groups = records.chunk_by(|left, right| left.doc == right.doc);
    groups
        .filter(|group| group.len() > 1)
        .map(|group| group[0].doc.as_str())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(doc: &str, title: &str) -> Record {
        Record {
            doc: doc.to_owned(),
            title: Some(title.to_owned()),
            ..Record::default()
        }
    }

    #[test]
    fn merging_in_any_order_and_in_steps_gives_the_same() {
        let [one, two, other] = [
            page("b.txt", "Huế"),
            page("a.txt", "Hà Nội"),
            page("b.txt", "Huế 2"),
        ];
        let whole = merge(vec![one.clone(), two.clone(), other.clone(), one.clone()]);
        // Of two records of one page the line decides.
        assert_eq!(whole, [two.clone(), other.clone(), one.clone()]);
        let steps = merge([merge(vec![other, one.clone()]), merge(vec![one, two])].concat());
        assert_eq!(whole, steps);
        assert_eq!(contradictions(&whole), ["b.txt"]);
    }

    #[test]
    fn lines_read_back_and_a_bad_one_is_told_by_number() {
        let record = page("a.txt", "Hà Nội");
        assert_eq!(
            parse(&format!("{}\n\n", line(&record))).expect("records"),
            [record]
        );
        let fault = parse("\n{\"doc\": 1}\n").expect_err("a fault").to_string();
        assert!(fault.starts_with("line 2 is no record: "), "{fault}");
    }
}

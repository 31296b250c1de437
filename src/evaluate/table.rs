//! A score -> the table that `vnkg evaluate` prints.

use std::fmt;

use super::figures::{Level, Score, Share};

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_level(out, "mention", &self.mention)?;
        write_level(out, "strict", &self.strict)?;
        write_level(out, "entity", &self.entity)?;
        write_level(out, "relation", &self.relation)?;
        write_share(out, "name", self.name_accuracy)?;
        write_share(out, "date", self.date_accuracy)?;
        write_share(out, "title", self.title_accuracy)?;
        let (leaked, all) = (self.leak.mentions_in_boilerplate, self.leak.of);
        writeln!(out, "leak      {leaked} of {all} mentions lie in boilerplate")
    }
}

fn write_level(out: &mut fmt::Formatter<'_>, name: &str, level: &Level) -> fmt::Result {
    let rows = level.rows.iter().map(|(&what, row)| (what, row));
    for (what, row) in rows.chain([("all", &level.all)]) {
        writeln!(
            out,
            "{name:9} {what:15} P {:.3}  R {:.3}  F1 {:.3}  gold {:5} found {:5}",
            row.p, row.r, row.f1, row.gold, row.found
        )?;
    }
    Ok(())
}

fn write_share(out: &mut fmt::Formatter<'_>, name: &str, share: Share) -> fmt::Result {
    let value = share
        .share
        .map_or_else(|| "None".to_owned(), |value| format!("{value:?}"));
    writeln!(
        out,
        "{name:9} accuracy        {value}  ({} of {})",
        share.right, share.of
    )
}

//! A laid-out graph and its evidence -> `explore.html`: one file to look around in, that needs no network.

mod data;

use std::io::{self, Write};

use crate::graph::{Evidence, KnowledgeGraph};

/// The page, with a mark where each of the others goes.
const PAGE: &str = include_str!("explore.html");
const STYLE: &str = include_str!("explore.css");

/// In the order in which they use one another.
const SCRIPTS: [&str; 5] = [
    include_str!("graph.js"),
    include_str!("search.js"),
    include_str!("canvas.js"),
    include_str!("details.js"),
    include_str!("explore.js"),
];

/// Writes the page with everything in it. The graph should have been laid out; nodes without a place stand at 0.
pub fn write(knowledge: &KnowledgeGraph, evidence: &Evidence, out: &mut impl Write) -> io::Result<()> {
    let mut rest = PAGE;
    for mark in ["/*style*/", "/*data*/", "/*script*/"] {
        let (before, after) = rest.split_once(mark).unwrap_or((rest, ""));
        out.write_all(before.as_bytes())?;
        match mark {
            "/*style*/" => out.write_all(STYLE.as_bytes())?,
            "/*data*/" => {
                let data = data::Data::of(knowledge, evidence);
                serde_json::to_writer(Harmless(&mut *out), &data)?;
            }
            _ => SCRIPTS
                .iter()
                .try_for_each(|script| out.write_all(script.as_bytes()))?,
        }
        rest = after;
    }
    out.write_all(rest.as_bytes())
}

/// Writes JSON so that no text in it can end the element that holds it: `<` becomes `\u003c`, which JSON reads alike.
struct Harmless<'w, W>(&'w mut W);

impl<W: Write> Write for Harmless<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut parts = bytes.split(|byte| *byte == b'<');
        self.0.write_all(parts.next().unwrap_or_default())?;
        for part in parts {
            self.0.write_all(b"\\u003c")?;
            self.0.write_all(part)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_the_script_that_holds_it() {
        let mut out = Vec::new();
        serde_json::to_writer(Harmless(&mut out), &["</script><!-- ", "<"]).expect("written");
        let text = String::from_utf8(out).expect("UTF-8");
        assert!(!text.contains('<'), "{text}");
        let read: Vec<String> = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read, ["</script><!-- ", "<"]);
    }

    #[test]
    fn the_page_has_every_mark_once() {
        for mark in ["/*style*/", "/*data*/", "/*script*/"] {
            assert_eq!(PAGE.matches(mark).count(), 1, "{mark}");
        }
        assert!(!STYLE.contains("</style") && SCRIPTS.iter().all(|script| !script.contains("</script")));
    }
}

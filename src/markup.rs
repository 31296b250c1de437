//! A head and a body -> a whole HTML page that needs no network and no script.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// What stands before the body of a page.
pub struct Head<'a> {
    /// Of most of its words.
    pub language: &'static str,
    pub title: &'a str,
    pub styles: &'a [&'static str],
}

/// Nothing may be fetched, whatever a page of the corpus says.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/// Writes the page. Everything in it is escaped by `maud`; the same content gives the same bytes.
///
/// # Errors
/// When it cannot be written.
pub fn write(head: &Head, body: &Markup, out: &mut impl Write) -> io::Result<()> {
    let page = html! {
        (DOCTYPE)
        html lang=(head.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="vnkg";
                title { (head.title) }
                style { @for style in head.styles { (PreEscaped(style)) } }
            }
            body { (body) }
        }
    };
    out.write_all(page.into_string().as_bytes())?;
    out.write_all(b"\n")
}

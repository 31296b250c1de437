//! What one pass over a page finds, in the order of the text: names, posts, and the small words of respect between.

use crate::extract::body::BodyName;
use crate::extract::directive::DirectiveName;
use crate::extract::event::EventName;
use crate::extract::place::PlaceName;

/// Something found at tokens `from..to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub from: usize,
    pub to: usize,
    pub what: What,
    /// Name of the rule that found it.
    pub rule: &'static str,
}

/// The kinds of things found.
#[allow(
    clippy::large_enum_variant,
    reason = "most items are names of bodies, which are the large ones"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Person(Person),
    Body(BodyName),
    Directive {
        name: DirectiveName,
        /// Further documents under the same words.
        others: Vec<DirectiveName>,
    },
    Event(EventName),
    /// A place that stands by itself.
    Place(PlaceName),
    /// A post; its text may hold the noun of the body after it.
    Title(String),
    /// `đồng chí`, `ông`
    Honorific,
    /// `Thượng tướng`, `PGS.TS`
    Rank,
}

/// A personal name as found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    pub standing: Standing,
}

/// How sure a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// What stands around it says that it is a person in public function.
    Sure,
    /// Built like a name; counts if the page names the person surely elsewhere.
    Likely,
    /// A part of a name after `ông`, `bà`: counts if the page has the whole name.
    Short,
}

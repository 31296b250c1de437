//! The words of the field: data files beside this one, loaded once and asked by every rule.

/// Every word that the rules know.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The words that the program carries.
    pub fn embedded() -> Lexicon {
        Lexicon::default()
    }
}

//! Files, folders and standard input -> sources: a name and its text, or a refusal with its reason.

/// One page as stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Path below the input that named it, with `/` between folders.
    pub name: String,
    /// The text, exactly as stored.
    pub text: String,
}

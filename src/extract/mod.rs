//! A source -> its record.

use crate::lexicon::Lexicon;
use crate::read::Source;
use crate::resolve::Record;

/// Reads one page: cleans it, finds its mentions and claims, and joins them into a record.
pub fn extract(source: &Source, _lexicon: &Lexicon) -> Record {
    Record {
        doc: source.name.clone(),
        ..Record::default()
    }
}

//! Columns by name, in the order in which they came.

use rustc_hash::FxHashMap;

use crate::graph::columns::Column;

/// The attributes of all nodes, or of all edges.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    places: FxHashMap<String, usize>,
}

impl Table {
    /// The place of the column of this name, which is made if it is not there.
    pub(crate) fn place(&mut self, name: &str) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        self.places.insert(name.to_owned(), self.columns.len());
        self.columns.push(Column::new(name));
        self.columns.len() - 1
    }

    /// The place of the column of this name, if it is there.
    pub(crate) fn known(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The column of this name.
    pub(crate) fn find(&self, name: &str) -> Option<&Column> {
        Some(&self.columns[self.known(name)?])
    }

    /// Takes the column of this name out.
    pub(crate) fn take(&mut self, name: &str) -> Option<Column> {
        let place = self.places.remove(name)?;
        for other in self.places.values_mut().filter(|other| **other > place) {
            *other -= 1;
        }
        Some(self.columns.remove(place))
    }
}

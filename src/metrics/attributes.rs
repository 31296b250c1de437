//! Measures in, a named column of values for each that has one per node out, as exports and tables attach them.

use super::measures::NodeMeasures;

/// A measure by node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Column<'a> {
    Whole(&'a [u32]),
    Real(&'a [f64]),
    Flag(&'a [bool]),
}

impl NodeMeasures {
    /// Names are those of [`DEFINITIONS`](super::definitions::DEFINITIONS); what was not found is left out.
    pub fn columns(&self) -> Vec<(&'static str, Column<'_>)> {
        let sure = [
            ("degree", Column::Whole(&self.degrees.total)),
            ("in_degree", Column::Whole(&self.degrees.incoming)),
            ("out_degree", Column::Whole(&self.degrees.outgoing)),
            ("weighted_degree", Column::Real(&self.degrees.weighted)),
            ("pagerank", Column::Real(&self.pagerank)),
            ("betweenness", Column::Real(&self.betweenness.scores)),
            ("closeness", Column::Real(&self.closeness)),
            ("harmonic", Column::Real(&self.harmonic)),
            ("core", Column::Whole(&self.core)),
            ("clustering", Column::Real(&self.clustering)),
            ("articulation", Column::Flag(&self.articulation)),
            ("community", Column::Whole(&self.community)),
            ("component", Column::Whole(&self.component)),
        ];
        let maybe = [
            ("eigenvector", &self.eigenvector),
            ("hub", &self.hub),
            ("authority", &self.authority),
        ];
        let maybe = maybe
            .into_iter()
            .filter_map(|(name, values)| Some((name, Column::Real(values.as_deref()?))));
        sure.into_iter().chain(maybe).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metrics::csr::{Csr, Direction};
    use crate::metrics::definitions::DEFINITIONS;
    use crate::metrics::fixture;
    use crate::metrics::measures::{MeasureOptions, measure};

    fn columns_of(graph: &Csr) -> Vec<(&'static str, usize)> {
        let measures = measure(graph, &[""; 0], &[], MeasureOptions::default());
        let length = |column: Column| match column {
            Column::Whole(values) => values.len(),
            Column::Real(values) => values.len(),
            Column::Flag(values) => values.len(),
        };
        measures
            .nodes
            .columns()
            .into_iter()
            .map(|(name, column)| (name, length(column)))
            .collect()
    }

    #[test]
    fn every_column_is_defined_and_has_a_value_for_every_node() {
        let columns = columns_of(&fixture::karate());
        assert_eq!(columns.len(), 16);
        for (name, length) in columns {
            assert_eq!(length, 34, "{name}");
            assert!(
                DEFINITIONS.iter().any(|definition| definition.name == name),
                "{name}"
            );
        }
    }

    #[test]
    fn measures_that_do_not_exist_have_no_column() {
        let columns = columns_of(&Csr::new(2, [], Direction::Directed).unwrap());
        assert_eq!(columns.len(), 13);
        assert!(
            columns
                .iter()
                .all(|(name, _)| !["eigenvector", "hub", "authority"].contains(name))
        );
    }
}

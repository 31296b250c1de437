//! Communities, labels and ranks in, communities with their leading members and a name made of them out.

use super::components::Components;

/// A group of nodes, found by [`leiden`](super::leiden::leiden).
#[derive(Clone, Debug, PartialEq)]
pub struct Community {
    /// The labels of the leading members, joined by commas.
    pub name: String,
    /// Its members, the leading one first.
    pub members: Vec<u32>,
}

/// So many members give a community its name.
const NAMED: usize = 3;

/// Members lead by rank (PageRank, say); those of equal rank come in their order. A label with a comma inside stands
/// as it is; a label that is missing counts as empty and is left out of the name.
pub fn communities(of: &Components, labels: &[impl AsRef<str>], ranks: &[f64]) -> Vec<Community> {
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); of.count()];
    for (v, &community) in of.of.iter().enumerate() {
        members[community as usize].push(v as u32);
    }
    let rank = |v: u32| ranks.get(v as usize).copied().unwrap_or(0.0);
    let label = |&v: &u32| {
        labels
            .get(v as usize)
            .map(AsRef::as_ref)
            .filter(|label| !label.is_empty())
    };
    for group in &mut members {
        group.sort_by(|&one, &other| rank(other).total_cmp(&rank(one)));
    }
    let named = |members: Vec<u32>| {
        let leading: Vec<&str> = members.iter().filter_map(label).take(NAMED).collect();
        Community {
            name: leading.join(", "),
            members,
        }
    };
    members.into_iter().map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_ranks_give_the_name() {
        let of = Components {
            of: vec![0, 0, 1, 0, 0],
            sizes: vec![4, 1],
        };
        let labels = ["Ban Bí thư", "Bộ Chính trị", "Sở Y tế", "", "Tô Lâm"];
        let found = communities(&of, &labels, &[0.1, 0.3, 0.2, 0.9, 0.1]);
        assert_eq!(found[0].name, "Bộ Chính trị, Ban Bí thư, Tô Lâm");
        assert_eq!(found[0].members, [3, 1, 0, 4]);
        assert_eq!(
            (found[1].name.as_str(), found[1].members.as_slice()),
            ("Sở Y tế", &[2][..])
        );
    }

    #[test]
    fn missing_labels_and_ranks_are_borne() {
        let of = Components {
            of: vec![0, 0],
            sizes: vec![2],
        };
        assert_eq!(
            communities(&of, &["a"; 1], &[]),
            [Community {
                name: "a".to_owned(),
                members: vec![0, 1]
            }]
        );
    }
}

//! The name of a format, or of a file -> the format, the files it makes and what they keep.

/// Makes [`Format`] and all that is known of each format from one list.
macro_rules! formats {
    ($($(#[$condition:meta])? $format:ident: $name:literal, $files:tt, $endings:tt, $holds:ident, $keeps:expr;)*) => {
        /// A format that vnkg writes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Format {
            $($(#[$condition])? $format,)*
        }

        impl Format {
            /// Every format, in the order of the help text.
            pub const ALL: &[Format] = &[$($(#[$condition])? Format::$format,)*];

            fn sheet(self) -> Sheet {
                match self {
                    $($(#[$condition])? Format::$format => Sheet {
                        name: $name,
                        files: &$files,
                        endings: &$endings,
                        holds: Holds::$holds,
                        keeps: $keeps,
                    },)*
                }
            }
        }
    };
}

// The word for it; its files, as a folder of exports names them; other endings that such files are given; what stands
// in them; and what a graph keeps in it and whom it is for.
formats! {
    Graphml: "graphml", ["graph.graphml"], [], Text,
        "all attributes, lists joined by `; `, one edge for each pair of nodes: Gephi, Cytoscape, yEd, NetworkX, igraph";
    Gexf: "gexf", ["graph.gexf"], [], Text,
        "all attributes, every edge by its kind, colours, sizes, places, dates: Gephi with its timeline";
    Json: "json", ["graph.json"], [], Text,
        "everything, in node-link form: NetworkX, D3; vnkg reads it back";
    Cytoscape: "cytoscape", ["graph.cyjs"], [], Text,
        "everything; `parent` is called `parent_name`: Cytoscape.js, Cytoscape";
    Graphology: "graphology", ["graph.graphology.json"], [], Text,
        "everything, colours as `#rrggbb`: graphology, sigma.js";
    Jgf: "jgf", ["graph.jgf.json"], [], Text,
        "everything, under `metadata`: JSON Graph Format 2";
    Dot: "dot", ["graph.dot"], ["gv"], Text,
        "all attributes as text, no control letters: Graphviz";
    Gml: "gml", ["graph.gml"], [], Text,
        "all attributes, labels made unique and `name` as it is: NetworkX, igraph";
    Pajek: "pajek", ["graph.net"], [], Text,
        "labels, weights, relations and places alone: Pajek, NetworkX, igraph";
    Csv: "csv", ["nodes.csv", "edges.csv"], [], Text,
        "all attributes, an apostrophe before what could run as a formula: Gephi, spreadsheets";
    Neo4j: "neo4j", ["neo4j-nodes.csv", "neo4j-edges.csv"], [], Text,
        "all attributes with their types, line breaks as spaces: `neo4j-admin database import`";
    Cypher: "cypher", ["graph.cypher"], ["cql"], Text,
        "all attributes, and can be run twice: `cypher-shell`";
    #[cfg(feature = "rdf")]
    Turtle: "turtle", ["graph.ttl"], [], Text,
        RDF;
    #[cfg(feature = "rdf")]
    Ntriples: "ntriples", ["graph.nt"], [], Text,
        RDF;
    #[cfg(feature = "rdf")]
    Jsonld: "jsonld", ["graph.jsonld"], [], Text,
        RDF;
    Ftm: "ftm", ["graph.ftm.json"], ["ftm"], Text,
        "names, posts, dates, relations and quotations, no weights: FollowTheMoney, Aleph";
    #[cfg(feature = "sqlite")]
    Sqlite: "sqlite", ["graph.sqlite"], ["sqlite3", "db"], Evidence,
        "everything, and every mention and sentence, searched with tones or without: SQL";
    #[cfg(feature = "parquet")]
    Parquet: "parquet", ["nodes.parquet", "edges.parquet"], [], Bytes,
        "everything, lists as lists: pandas, DuckDB, Spark";
}

#[cfg(feature = "rdf")]
const RDF: &str = "everything, in terms of schema.org, W3C ORG and PROV, ELI: RDF stores";

/// What there is to know about a format before anything is written.
struct Sheet {
    name: &'static str,
    files: &'static [&'static str],
    endings: &'static [&'static str],
    holds: Holds,
    keeps: &'static str,
}

/// What stands in the files of a format.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    /// The graph, in letters that can be printed.
    Text,
    /// The graph, in bytes that cannot.
    Bytes,
    /// Every mention and sentence beside the graph, in bytes that cannot be printed.
    Evidence,
}

impl Format {
    /// The word for it on the command line.
    pub fn name(self) -> &'static str {
        self.sheet().name
    }

    /// The names of the files that it makes in a folder.
    pub fn files(self) -> &'static [&'static str] {
        self.sheet().files
    }

    /// What a graph keeps in it, and whom it is for.
    pub fn keeps(self) -> &'static str {
        self.sheet().keeps
    }

    /// Whether it keeps every mention and sentence beside the graph.
    pub fn holds_evidence(self) -> bool {
        self.sheet().holds == Holds::Evidence
    }

    /// Whether it can be printed.
    pub fn is_text(self) -> bool {
        self.sheet().holds == Holds::Text
    }

    /// The format that the word stands for.
    pub fn of(name: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|format| format.name() == name)
    }

    /// The format whose files end as this name of a file does, the longest ending first: `a.jgf.json` is `jgf`, and
    /// `a.json` is `json`. `a.csv` is `csv`, of which there are two files.
    pub fn of_file(name: &str) -> Option<Format> {
        let name = name.to_lowercase();
        let length = |format: &Format| {
            let own = format
                .sheet()
                .files
                .iter()
                .filter_map(|file| file.split_once('.'));
            let own = own.map(|(_, ending)| ending);
            own.chain(format.sheet().endings.iter().copied())
                .filter(|ending| name.strip_suffix(ending).is_some_and(|rest| rest.ends_with('.')))
                .map(str::len)
                .max()
        };
        // Of formats with one ending the first is meant: tables are those for Gephi unless neo4j is named.
        let first = Format::ALL.iter().rev().copied();
        first
            .filter(|format| length(format).is_some())
            .max_by_key(|format| length(format))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_of_one_file_is_known_by_that_file() {
        for format in Format::ALL {
            let named: Vec<_> = format.files().iter().map(|file| Format::of_file(file)).collect();
            let expected = match format {
                Format::Neo4j => Format::Csv,
                other => *other,
            };
            assert!(named.iter().all(|named| *named == Some(expected)), "{named:?}");
        }
    }

    #[test]
    fn the_longest_ending_tells_the_format_and_capitals_do_not_matter() {
        assert_eq!(Format::of_file("a.b.JGF.json"), Some(Format::Jgf));
        assert_eq!(Format::of_file("jgf.json"), Some(Format::Json));
        assert_eq!(Format::of_file("Đồ thị.GraphML"), Some(Format::Graphml));
        assert_eq!(Format::of_file("a.gv"), Some(Format::Dot));
        assert_eq!(Format::of_file("graphml"), None);
        assert_eq!(Format::of_file("a.txt"), None);
    }
}

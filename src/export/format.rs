//! The name of a format, or of a file -> the format, the files it makes and what they keep.

/// A format that vnkg writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Graphml,
    Gexf,
    Json,
    Cytoscape,
    Graphology,
    Jgf,
    Dot,
    Gml,
    Pajek,
    Csv,
    Neo4j,
    Cypher,
    #[cfg(feature = "rdf")]
    Turtle,
    #[cfg(feature = "rdf")]
    Ntriples,
    #[cfg(feature = "rdf")]
    Jsonld,
    Ftm,
    #[cfg(feature = "sqlite")]
    Sqlite,
    #[cfg(feature = "parquet")]
    Parquet,
}

/// What there is to know about a format before anything is written.
struct Sheet {
    name: &'static str,
    /// As a folder of exports names them.
    files: &'static [&'static str],
    /// Other endings that files in it are given.
    endings: &'static [&'static str],
    keeps: &'static str,
}

impl Format {
    /// Every format, in the order of the help text.
    pub const ALL: &[Format] = &[
        Format::Graphml,
        Format::Gexf,
        Format::Json,
        Format::Cytoscape,
        Format::Graphology,
        Format::Jgf,
        Format::Dot,
        Format::Gml,
        Format::Pajek,
        Format::Csv,
        Format::Neo4j,
        Format::Cypher,
        #[cfg(feature = "rdf")]
        Format::Turtle,
        #[cfg(feature = "rdf")]
        Format::Ntriples,
        #[cfg(feature = "rdf")]
        Format::Jsonld,
        Format::Ftm,
        #[cfg(feature = "sqlite")]
        Format::Sqlite,
        #[cfg(feature = "parquet")]
        Format::Parquet,
    ];

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
        self.name() == "sqlite"
    }

    /// Whether it can be printed.
    pub fn is_text(self) -> bool {
        !["sqlite", "parquet"].contains(&self.name())
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

    fn sheet(self) -> Sheet {
        let sheet = |name, files, endings, keeps| Sheet {
            name,
            files,
            endings,
            keeps,
        };
        match self {
            Format::Graphml => sheet(
                "graphml",
                &["graph.graphml"],
                &[],
                "all attributes, lists joined by `; `, one edge for each pair of nodes: Gephi, Cytoscape, yEd, NetworkX, igraph",
            ),
            Format::Gexf => sheet(
                "gexf",
                &["graph.gexf"],
                &[],
                "all attributes, every edge by its kind, colours, sizes, places, dates: Gephi with its timeline",
            ),
            Format::Json => sheet(
                "json",
                &["graph.json"],
                &[],
                "everything, in node-link form: NetworkX, D3; vnkg reads it back",
            ),
            Format::Cytoscape => sheet(
                "cytoscape",
                &["graph.cyjs"],
                &[],
                "everything; `parent` is called `parent_name`: Cytoscape.js, Cytoscape",
            ),
            Format::Graphology => sheet(
                "graphology",
                &["graph.graphology.json"],
                &[],
                "everything, colours as `#rrggbb`: graphology, sigma.js",
            ),
            Format::Jgf => sheet(
                "jgf",
                &["graph.jgf.json"],
                &[],
                "everything, under `metadata`: JSON Graph Format 2",
            ),
            Format::Dot => sheet(
                "dot",
                &["graph.dot"],
                &["gv"],
                "all attributes as text, no control letters: Graphviz",
            ),
            Format::Gml => sheet(
                "gml",
                &["graph.gml"],
                &[],
                "all attributes, labels made unique and `name` as it is: NetworkX, igraph",
            ),
            Format::Pajek => sheet(
                "pajek",
                &["graph.net"],
                &[],
                "labels, weights, relations and places alone: Pajek, NetworkX, igraph",
            ),
            Format::Csv => sheet(
                "csv",
                &["nodes.csv", "edges.csv"],
                &[],
                "all attributes, an apostrophe before what could run as a formula: Gephi, spreadsheets",
            ),
            Format::Neo4j => sheet(
                "neo4j",
                &["neo4j-nodes.csv", "neo4j-edges.csv"],
                &[],
                "all attributes with their types, line breaks as spaces: `neo4j-admin database import`",
            ),
            Format::Cypher => sheet(
                "cypher",
                &["graph.cypher"],
                &["cql"],
                "all attributes, and can be run twice: `cypher-shell`",
            ),
            #[cfg(feature = "rdf")]
            Format::Turtle => sheet("turtle", &["graph.ttl"], &[], RDF),
            #[cfg(feature = "rdf")]
            Format::Ntriples => sheet("ntriples", &["graph.nt"], &[], RDF),
            #[cfg(feature = "rdf")]
            Format::Jsonld => sheet("jsonld", &["graph.jsonld"], &[], RDF),
            Format::Ftm => sheet(
                "ftm",
                &["graph.ftm.json"],
                &["ftm"],
                "names, posts, dates, relations and quotations, no weights: FollowTheMoney, Aleph",
            ),
            #[cfg(feature = "sqlite")]
            Format::Sqlite => sheet(
                "sqlite",
                &["graph.sqlite"],
                &["sqlite3", "db"],
                "everything, and every mention and sentence, searched with tones or without: SQL",
            ),
            #[cfg(feature = "parquet")]
            Format::Parquet => sheet(
                "parquet",
                &["nodes.parquet", "edges.parquet"],
                &[],
                "everything, lists as lists: pandas, DuckDB, Spark",
            ),
        }
    }
}

#[cfg(feature = "rdf")]
const RDF: &str = "everything, in terms of schema.org, W3C ORG and PROV, ELI: RDF stores";

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

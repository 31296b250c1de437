//! `vnkg metrics` from outside.

mod hai_phong;
mod program;

#[test]
fn dump() {
    let folder = tempfile::tempdir().unwrap();
    hai_phong::write_graph(folder.path(), "output", &hai_phong::PAGES);
    let run = |args: &[&str]| {
        let mut all = vec!["metrics", "output"];
        all.extend(args);
        let run = program::vnkg(folder.path(), &all);
        println!("=== {args:?} {:?}\n{}{}", run.code, run.out, run.err);
    };
    run(&["--on", "posts"]);
    run(&["--on", "citations"]);
    run(&["--on", "citations", "--csv"]);
    run(&["--on", "posts", "--json"]);
    run(&["--on", "posts", "--until", "2021"]);
    run(&["--on", "all", "--kinds", "official"]);
    run(&["--min-weight", "100"]);
    run(&["--since", "never"]);
}

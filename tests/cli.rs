//! The program as a whole: help, wrong arguments, completions.

mod program;

use std::path::Path;

use program::vnkg;

#[test]
fn help_names_every_command_and_every_exit_code() {
    let run = vnkg(Path::new("."), &["--help"]);
    for words in [
        "extract",
        "evaluate",
        "explain",
        "export",
        "query",
        "diff",
        "merge",
        "metrics",
        "review",
        "snapshots",
        "completions",
        "--quiet",
        "Exit codes:",
        "3  some pages were refused",
    ] {
        assert!(run.out.contains(words), "{words} is missing from:\n{}", run.out);
    }
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
}

#[test]
fn the_help_of_a_command_teaches_by_example() {
    for command in [
        "build",
        "extract",
        "evaluate",
        "explain",
        "export",
        "query",
        "diff",
        "merge",
        "metrics",
        "review",
        "snapshots",
        "completions",
    ] {
        let run = vnkg(Path::new("."), &[command, "--help"]);
        assert!(run.out.contains(&format!("  vnkg {command} ")), "{}", run.out);
        assert_eq!(run.code, Some(0));
    }
}

#[test]
fn help_for_a_pipe_has_no_colours() {
    let run = vnkg(Path::new("."), &["extract", "--help"]);
    assert!(!run.out.contains('\u{1b}'));
}

#[test]
fn wrong_arguments_end_with_code_two() {
    for arguments in [
        &[][..],
        &["erxtract"],
        &["extract", "--job"],
        &["extract", "x", "--jobs", "many"],
    ] {
        let run = vnkg(Path::new("."), arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{arguments:?}");
    }
}

#[test]
fn a_slip_in_a_command_is_put_right() {
    let run = vnkg(Path::new("."), &["extrct", "x"]);
    assert!(
        run.err.contains("similar subcommand") && run.err.contains("'extract'"),
        "{}",
        run.err
    );
}

#[test]
fn a_script_of_completions_knows_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = vnkg(Path::new("."), &["completions", shell]);
        assert!(run.out.contains("extract"), "{shell}");
        assert_eq!(run.code, Some(0));
    }
}

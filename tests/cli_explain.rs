//! `vnkg explain` as a whole: marks, colours, HTML, what is refused; and its laws over every page of the tests.

mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use program::{files, vnkg, vnkg_reading, write};
use tempfile::{TempDir, tempdir};
use vnkg::evaluate::Gold;
use vnkg::explain::{Account, Part, explain};
use vnkg::extract::extract;
use vnkg::lexicon::Lexicon;
use vnkg::read::{Source, list};

const PAGE: &str = "\
Phó Bí thư Thành ủy Hà Nội Nguyễn Văn Phong chủ trì Hội nghị tổng kết công tác tuyên giáo năm 2023.

Các đại biểu bàn về Chỉ thị số 05-CT/TW của Bộ Chính trị <b>(tóm tắt)</b>; Thành ủy giao các ban tiếp tục thực hiện.

Bài liên quan
Thành ủy Huế họp
";

fn page() -> TempDir {
    let folder = tempdir().unwrap();
    write(folder.path(), "page.txt", PAGE);
    folder
}

#[test]
fn without_colours_mentions_are_marked_as_in_gold_files_with_notes_below() {
    let folder = page();
    let run = vnkg(folder.path(), &["explain", "page.txt"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (Some(0), "1 page read, 0 refused\n")
    );
    for line in [
        "Phó Bí thư ⟦C1:Thành ủy Hà Nội⟧ ⟦P1:Nguyễn Văn Phong⟧ chủ trì ⟦E1:Hội nghị tổng kết công tác tuyên giáo năm \
         2023⟧.",
        "    P1  Nguyễn Văn Phong  official: after a post",
        "    C1  Thành ủy Hà Nội  committee: head `Thành ủy`, in `Hà Nội`",
        "    C1  “Thành ủy” = Thành ủy Hà Nội  committee: head `Thành ủy`",
        "    D1  “Chỉ thị số 05-CT/TW” = Chỉ thị 05-CT/TW  directive: type and number",
        "    P1 holds_position C1 “Phó Bí thư”  post: before the name: “Phó Bí thư Thành ủy Hà Nội Nguyễn Văn Phong”",
        "      holds_position ← P1 Nguyễn Văn Phong “Phó Bí thư”",
        "      issued_by → C2 Bộ Chính trị",
        "⟦B:Bài liên quan⟧",
        "⟦B:Thành ủy Huế họp⟧",
    ] {
        assert!(
            run.out.lines().any(|one| one == line),
            "{line}\nis not in\n{}",
            run.out
        );
    }
    assert!(
        run.out
            .contains("\nEntities\nP1  Nguyễn Văn Phong  official:nguyễn-văn-phong"),
        "{}",
        run.out
    );
    assert!(!run.out.contains('\u{1b}'));
    let piped = vnkg_reading(folder.path(), &["explain", "-"], PAGE.as_bytes());
    assert_eq!(piped.out, run.out.replace("page.txt", "stdin"));
}

/// Standard output of `vnkg explain page.txt` with these variables set.
fn with(folder: &Path, variables: &[(&str, &str)], arguments: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_vnkg"))
        .args(["explain", "page.txt"])
        .args(arguments)
        .env_remove("NO_COLOR")
        .env_remove("CLICOLOR_FORCE")
        .envs(variables.iter().copied())
        .current_dir(folder)
        .output()
        .expect("the program runs");
    String::from_utf8(run.stdout).expect("UTF-8")
}

#[test]
fn colours_come_on_request_and_no_color_is_honoured() {
    let folder = page();
    let plain = with(folder.path(), &[], &[]);
    assert!(plain.contains('⟦') && !plain.contains('\u{1b}'));
    let coloured = with(folder.path(), &[], &["--color", "always"]);
    assert!(!coloured.contains('⟦'), "{coloured}");
    assert!(
        coloured.contains("\u{1b}[1m\u{1b}[94mNguyễn Văn Phong\u{1b}[0m"),
        "{coloured}"
    );
    assert!(
        coloured.contains("\u{1b}[2mThành ủy Huế họp\u{1b}[0m"),
        "{coloured}"
    );
    assert_eq!(with(folder.path(), &[("CLICOLOR_FORCE", "1")], &[]), coloured);
    let refused = [("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")];
    assert_eq!(with(folder.path(), &refused, &[]), plain);
    assert_eq!(
        with(folder.path(), &[("CLICOLOR_FORCE", "1")], &["--color", "never"]),
        plain
    );
}

#[test]
fn a_page_cannot_act_on_the_terminal() {
    let folder = tempdir().unwrap();
    write(
        folder.path(),
        "page.txt",
        "Bí thư Tỉnh ủy\u{1b}[31m Sơn La\u{7} Lò Thị Sen\u{9b}2J.\r\n",
    );
    for form in [&[][..], &["--color", "never"], &["--html"]] {
        let run = vnkg(folder.path(), &[&["explain", "page.txt"], form].concat());
        let acts = |letter: char| letter.is_control() && letter != '\n' && letter != '\t';
        assert!(!run.out.contains(acts), "{:?}", run.out);
        assert!(run.out.contains("␛[31m"), "{:?}", run.out);
    }
}

/// Values of an attribute, in the order of the file.
fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = format!(" {name}=\"");
    let found = html.split(opening.as_str()).skip(1);
    found.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_html_form_stands_alone_and_tells_rule_name_and_id_of_every_mention() {
    let folder = page();
    let run = vnkg(folder.path(), &["explain", "page.txt", "--output", "page.html"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    let html = std::fs::read_to_string(folder.path().join("page.html")).unwrap();
    assert_eq!(html, vnkg(folder.path(), &["explain", "page.txt", "--html"]).out);
    for part in [
        "<a class=\"mention official\" id=\"m0-1\" href=\"#e0-P1\" title=\"P1 Nguyễn Văn Phong\n\
         official:nguyễn-văn-phong.hà-nội\nofficial: after a post\" data-label=\"P1\">Nguyễn Văn Phong</a>",
        "<span class=\"sign\" title=\"post\">Phó Bí thư</span>",
        "<q lang=\"vi\">Phó Bí thư Thành ủy Hà Nội Nguyễn Văn Phong</q>",
        "<div class=\"text furniture\">Thành ủy Huế họp</div>",
        "&lt;b&gt;",
        "prefers-color-scheme: dark",
        "<p class=\"legend\">",
    ] {
        assert!(html.contains(part), "{part}\nis not in\n{html}");
    }
    assert!(!html.contains("<b>(") && !html.contains("<script") && !html.contains("http:"));
    assert!(attributes(&html, "src").is_empty());
    let ids = attributes(&html, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice");
    let links = attributes(&html, "href");
    assert!(links.len() > 10);
    for link in links {
        assert!(
            link.strip_prefix('#').is_some_and(|id| known.contains(id)),
            "{link} leads nowhere"
        );
    }
}

#[test]
fn several_pages_stand_in_one_file_in_their_order_for_any_number_of_threads() {
    let folder = tempdir().unwrap();
    for number in 0..40 {
        let text = format!("Bí thư Tỉnh ủy Sơn La Lò Thị Sen ký Chỉ thị số {number}-CT/TU.\n");
        write(
            folder.path(),
            &format!("in/{number:02}.txt"),
            text.repeat(number % 5 + 1),
        );
    }
    for form in ["--html", "--quiet"] {
        let one = vnkg(folder.path(), &["explain", "in", "--jobs", "1", form]);
        assert_eq!(one, vnkg(folder.path(), &["explain", "in", "--jobs", "3", form]));
        let order: Vec<usize> = (0..40)
            .filter_map(|it| one.out.find(&format!("{it:02}.txt")))
            .collect();
        assert!(order.len() == 40 && order.is_sorted());
    }
}

#[test]
fn what_is_no_page_is_refused_by_name_and_reason() {
    let folder = page();
    write(folder.path(), "empty.txt", " \n");
    write(folder.path(), "records.jsonl", "{}\n");
    let run = vnkg(
        folder.path(),
        &["explain", "page.txt", "empty.txt", "records.jsonl", "none.txt"],
    );
    assert_eq!(
        run.err,
        "refused: `records.jsonl`: format not known; it can be `.txt` or `.md`, or given on standard input as `-`\n\
         refused: `none.txt`: no such file or folder\nrefused: `empty.txt`: empty\n1 page read, 3 refused\n"
    );
    assert_eq!(run.code, Some(3));
    let run = vnkg(folder.path(), &["explain", "empty.txt", "--output", "empty.html"]);
    assert_eq!(
        run.err,
        "refused: `empty.txt`: empty\nerror: no page could be read from `empty.txt`\n"
    );
    assert_eq!(run.code, Some(1));
    assert_eq!(files(folder.path()), ["empty.txt", "page.txt", "records.jsonl"]);
    assert_eq!(vnkg(folder.path(), &["explain"]).code, Some(2));
    assert_eq!(
        vnkg(folder.path(), &["explain", "page.txt", "--color", "red"]).code,
        Some(2)
    );
}

/// The pages of the cases and of the sample.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golds = Gold::read_folder(&root.join("tests/cases")).expect("cases");
    let sample = list(&[root.join("input")], None).pages;
    let sample = sample
        .iter()
        .map(|page| page.read().expect("the sample can be read"));
    golds.iter().map(Gold::source).chain(sample).collect()
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn check(source: &Source, account: &Account) {
    let record = &account.record;
    let pieces = || account.rows.iter().flat_map(|row| &row.pieces);
    let whole: String = pieces().map(|piece| piece.words.as_str()).collect();
    assert_eq!(
        letters(&whole),
        letters(&source.text),
        "{}: words are lost",
        source.name
    );
    let mut marked = BTreeMap::new();
    for piece in pieces() {
        if let Part::Mention(mention) = piece.part {
            *marked.entry(mention).or_insert(0) += 1;
        }
    }
    let once: BTreeMap<usize, i32> = (0..record.mentions.len()).map(|at| (at, 1)).collect();
    assert_eq!(marked, once, "{}: not every mention stands once", source.name);
    let mut stated: Vec<usize> = account.rows.iter().flat_map(|row| row.stated.clone()).collect();
    stated.sort_unstable();
    assert!(
        stated.into_iter().eq(0..record.relations.len()),
        "{}",
        source.name
    );
    for (mention, rule) in record.mentions.iter().zip(&account.rules) {
        assert!(
            rule.starts_with(mention.rule.as_ref()),
            "{rule} is not {}",
            mention.rule
        );
    }
}

#[test]
fn every_word_mention_and_relation_of_a_page_is_shown_once_with_its_own_rule() {
    let lexicon = Lexicon::embedded();
    let sources = sources();
    assert!(sources.len() > 100, "only {} pages", sources.len());
    for source in sources {
        let account = explain(&source, lexicon);
        assert_eq!(account.record, extract(&source, lexicon), "{}", source.name);
        check(&source, &account);
    }
}

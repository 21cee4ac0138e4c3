//! The `tolken` command as its users meet it.
//!
//! A subject is a file of terminal sessions in `cmd/`, which reads as its documentation; whoever
//! wants another case adds a ```` ```console ```` block. `TRYCMD=overwrite cargo test -p tolken-cli`
//! writes what the command prints now, to be reviewed. What no page can show (terminals, bytes,
//! pipes that close) is a test below.
//!
//! A page runs at the root of the repository, or in the folder `*.in` of its name. In it, `[NBSP]`
//! and `[NNBSP]` stand for the two no-break spaces, `[FSI]` and `[PDI]` for the marks of an isolate,
//! `[..]` for any text, `...` for any lines, and `/` for a backslash too.

#![cfg(unix)] // the sessions need a shell

mod picture;
mod preview;
mod translators;

use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

use anstream::adapter::strip_str;

/// The contents page.
const SUBJECTS: [&str; 26] = [
    "render",      // a code, in every language
    "arguments",   // NAME=VALUE, its types and its slips
    "language",    // -l and --accept-language
    "forms",       // --as and --tracking-id
    "jsonl",       // render --jsonl, the protocol
    "lookup",      // from a text to its code, one or many
    "explain",     // all about a code
    "list",        // the codes
    "negotiate",   // which locales answer a header
    "catalog",     // --catalog, and files with mistakes
    "check",       // what is wrong in the files
    "fmt",         // the form of the files
    "export",      // the texts of a locale for translators' tools
    "import",      // translations that come back
    "new-locale",  // the files of a new locale
    "pseudo",      // a pseudo-locale
    "rename",      // another name, everywhere at once
    "add",         // a new code
    "lsp",         // for editors, how it begins and ends
    "confirm",     // which translations were reviewed
    "progress",    // status: how far each locale is
    "preview",     // the messages as users will see them
    "translator",  // what `locales/README.md` shows
    "completions", // scripts for shells
    "help",        // --help, -h, --version, and command lines that cannot be read
    "status",      // exit statuses, and what goes where
];

/// What a line of a page may begin with.
const COMMANDS: [&str; 4] = ["tolken", "echo", "printf", "head"];

const TOLKEN: &str = env!("CARGO_BIN_EXE_tolken");
const CASES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd");
/// What plays the shell, by the name of the command that a line begins with.
const SHELL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shell");
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

#[test]
fn sessions_of_every_subject() {
    let cases = sessions();
    for subject in SUBJECTS {
        cases.case(format!("{CASES}/{subject}.md"));
    }
}

#[test]
fn sessions_of_the_readme() {
    sessions().case(format!("{ROOT}/README.md"));
}

#[test]
fn every_page_is_on_the_contents_page() {
    let mut pages: Vec<_> = fs::read_dir(CASES)
        .expect("the folder of pages is there")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension() == Some(OsStr::new("md")))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    let mut subjects = SUBJECTS.to_vec();
    pages.sort();
    subjects.sort_unstable();
    assert_eq!(pages, subjects);
}

/// The harness passes over a command that it does not know.
#[test]
fn every_line_of_a_page_is_run() {
    for subject in SUBJECTS {
        let page = fs::read_to_string(format!("{CASES}/{subject}.md")).expect("the page is there");
        let mut lines = page.lines().filter_map(|line| line.strip_prefix("$ "));
        let passed_over = lines.find(|line| {
            let command = line.split(' ').next().unwrap_or_default();
            !COMMANDS.contains(&command)
        });
        assert_eq!(passed_over, None, "{subject}");
    }
}

#[test]
fn every_way_to_ask_for_help_says_the_same() {
    for subcommand in [
        "render",
        "lookup",
        "explain",
        "list",
        "negotiate",
        "check",
        "fmt",
        "export",
        "import",
        "new-locale",
        "pseudo",
        "rename",
        "add",
        "status",
        "confirm",
        "preview",
        "build",
        "lsp",
        "completions",
    ] {
        let help = |args: &[&str]| {
            let output = tolken(args).output().expect("tolken starts");
            assert!(output.status.success(), "{args:?}");
            text(&output.stdout)
        };
        let long = help(&[subcommand, "--help"]);
        assert_eq!(help(&[subcommand, "-h"]), long);
        assert_eq!(help(&["help", subcommand]), long);
        assert!(
            long.contains("\nExample"),
            "{subcommand}: an example says more than a list"
        );
    }
}

/// `tolken list | head -1` is no failure of tolken, whenever the reader leaves.
#[test]
fn a_reader_that_leaves_is_no_failure() {
    for args in [
        &["list"][..],
        &["explain", "NotFound"],
        &["render", "NotFound"],
        &["render", "NotFound", "--as", "envelope"],
        &["render", "NoSuchCode"],
        &["lookup", "URL x is invalid."],
        &["negotiate", "ko"],
        &["completions", "bash"],
        &["--help"],
        &["render", "--help"],
    ] {
        let (reader, writer) = std::io::pipe().expect("pipes can be made");
        drop(reader);
        let output = tolken(args).stdout(writer).output().expect("tolken starts");
        assert_eq!(text(&output.stderr), "", "{args:?}");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
    }
}

#[test]
fn a_reader_that_leaves_ends_the_protocol() {
    let mut child = jsonl();
    let mut requests = child.stdin.take().expect("it is a pipe");
    drop(child.stdout.take());
    // The pipe takes what tolken no longer reads, or is closed: either is well.
    let _ = requests.write_all(&b"{\"code\":\"NotFound\"}\n".repeat(1000));
    drop(requests);
    let output = child.wait_with_output().expect("tolken ends");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

/// `tolken lookup --lines < big.log | head -1`.
#[test]
fn a_reader_that_leaves_ends_many_lines() {
    let mut child = lookup(&["--lines"]);
    let mut texts = child.stdin.take().expect("it is a pipe");
    drop(child.stdout.take());
    // The pipe takes what tolken no longer reads, or is closed: either is well.
    let _ = texts.write_all(&b"URL x is invalid.\n".repeat(100_000));
    drop(texts);
    let output = child.wait_with_output().expect("tolken ends");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

/// Whoever follows a log sees each line when it comes.
#[test]
fn each_line_is_answered_before_the_next_is_sent() {
    let mut child = lookup(&["--lines"]);
    let mut texts = child.stdin.take().expect("it is a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("it is a pipe"));
    for _ in 0..3 {
        texts
            .write_all(b"URL x is invalid.\n")
            .expect("tolken reads");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("tolken answers");
        assert!(answer.contains(r#""code":"InvalidUrl""#), "{answer}");
    }
    drop(texts);
    assert!(child.wait().expect("tolken ends").success());
}

#[test]
fn many_lines_are_answered_in_their_order() {
    let mut child = lookup(&["--lines", "--limit", "1"]);
    let mut texts = child.stdin.take().expect("it is a pipe");
    let count = 20_000;
    thread::scope(|scope| {
        scope.spawn(move || {
            for number in 0..count {
                writeln!(texts, "De URL nummer-{number} is ongeldig.").expect("tolken reads");
            }
        });
        let output = child.wait_with_output().expect("tolken ends");
        let answers = text(&output.stdout);
        assert_eq!(answers.lines().count(), count);
        for (answer, number) in answers.lines().zip(0..) {
            let url = format!(r#""url":"nummer-{number}""#);
            assert!(answer.contains(&url), "{number}: {answer}");
        }
    });
}

/// It is written over itself, and gone at the end.
#[test]
fn progress_is_told_on_a_terminal_alone() {
    let line = r#"printf 'URL x is invalid.\n' | "$TOLKEN" lookup --summary > /dev/null"#;
    if let Some(terminal) = on_a_terminal(line, &[]) {
        let shown = text(&terminal);
        assert!(
            shown.starts_with("\rlines: 1, with a match: 1, a second: "),
            "{shown:?}"
        );
        assert!(shown.ends_with(" \r"), "{shown:?}");
    }
    let line = r#"printf 'URL x is invalid.\n' | "$TOLKEN" lookup --lines"#;
    if let Some(terminal) = on_a_terminal(line, &[]) {
        assert!(text(&terminal).starts_with("{\"matches\":"));
    }
}

/// What was pasted is shown, and does nothing to a terminal.
#[test]
fn a_pasted_text_reaches_a_terminal_written_out() {
    let line = r#""$TOLKEN" lookup "$TEXT""#;
    let pasted = "\u{202e}URL \u{1b}[2Jx\u{7} is invalid.";
    if let Some(terminal) = on_a_terminal(line, &[("TEXT", pasted), ("NO_COLOR", "1")]) {
        let shown = text(&terminal);
        assert!(
            shown.contains("URL \\u{1b}[2Jx\\u{7} is invalid."),
            "{shown}"
        );
        assert!(!shown.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{shown}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    for args in [&["list"][..], &["completions", "zsh"], &["negotiate", "ko"]] {
        let full = fs::File::create("/dev/full").expect("Linux has it");
        let output = tolken(args).stdout(full).output().expect("tolken starts");
        let error = text(&output.stderr);
        assert!(
            error.starts_with("error: cannot write the answer: "),
            "{error}"
        );
        assert_eq!(error.lines().count(), 1, "{error}");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn colour_is_only_for_terminals_and_only_where_it_is_wanted() {
    let explain = ["explain", "NotFound", "-l", "xx"];
    let plain = tolken(&explain).output().expect("tolken starts");
    assert!(!has_colour(&plain.stdout) && !has_colour(&plain.stderr));
    let forced = tolken(&explain)
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("tolken starts");
    assert!(has_colour(&forced.stdout) && has_colour(&forced.stderr));
    let words = |output: &[u8]| strip_str(&text(output)).to_string();
    assert_eq!(words(&forced.stdout), text(&plain.stdout));
    assert_eq!(words(&forced.stderr), text(&plain.stderr));

    let Some(terminal) = on_a_terminal(r#""$TOLKEN" explain NotFound -l xx"#, &[]) else {
        return;
    };
    assert!(has_colour(&terminal));
    for unwanted in [("NO_COLOR", "1"), ("TERM", "dumb")] {
        let plain = on_a_terminal(r#""$TOLKEN" explain NotFound -l xx"#, &[unwanted]);
        assert!(
            !plain.is_some_and(|output| has_colour(&output)),
            "{unwanted:?}"
        );
    }
}

/// An argument can hold what a terminal obeys: colours, titles, a bell.
#[test]
fn control_characters_reach_files_and_never_terminals() {
    let url = "\u{1b}[31mred\u{7}";
    let argument = format!("url={url}");
    let file = tolken(&["render", "InvalidUrl", &argument])
        .output()
        .expect("tolken starts");
    assert_eq!(text(&file.stdout), format!("URL {url} is invalid.\n"));

    let line = r#""$TOLKEN" render InvalidUrl "url=$URL""#;
    if let Some(terminal) = on_a_terminal(line, &[("URL", url)]) {
        assert_eq!(
            text(&terminal),
            "URL \u{fffd}[31mred\u{fffd} is invalid.\r\n"
        );
    }
    let line = r#""$TOLKEN" render "$URL" 2>&1 > /dev/null"#;
    if let Some(terminal) = on_a_terminal(line, &[("URL", url), ("NO_COLOR", "1")]) {
        let warning = "warning: code `\u{fffd}[31mred\u{fffd}` is not known";
        assert!(text(&terminal).starts_with(warning), "{}", text(&terminal));
    }
}

#[test]
fn a_terminal_is_told_what_is_awaited() {
    let line = r#""$TOLKEN" render --jsonl"#;
    if let Some(terminal) = on_a_terminal(line, &[("NO_COLOR", "1")]) {
        let note = "note: reading requests, one JSON object a line, until Ctrl-D";
        assert!(text(&terminal).starts_with(note), "{}", text(&terminal));
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let output = tolken(&["render", "InvalidUrl"])
        .arg(OsStr::from_bytes(b"url=\xff"))
        .output()
        .expect("tolken starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).starts_with("error: invalid UTF-8"),
        "{}",
        text(&output.stderr)
    );
}

/// Whoever asks line by line need not close the input to be answered.
#[test]
fn each_request_is_answered_before_the_next_is_sent() {
    let mut child = jsonl();
    let mut requests = child.stdin.take().expect("it is a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("it is a pipe"));
    for _ in 0..3 {
        requests
            .write_all(b"{\"code\":\"NotFound\"}\n")
            .expect("tolken reads");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("tolken answers");
        assert!(
            answer.starts_with(r#"{"code":"NotFound","status":404,"#),
            "{answer}"
        );
    }
    drop(requests);
    assert!(child.wait().expect("tolken ends").success());
}

#[test]
fn the_longest_line_is_a_mebibyte_without_its_end() {
    let fit = 1 << 20;
    for (length, end, is_answered) in [
        (fit, "\n", true),
        (fit, "", true),
        (fit, "\r\n", false),
        (fit + 1, "\n", false),
        (fit + 1, "", false),
        (5 * fit, "\n", false),
    ] {
        let head = r#"{"code":"InvalidUrl","args":{"url":"#;
        let url = "x".repeat(length - head.len() - 4);
        let answers = answers(format!("{head}\"{url}\"}}}}{end}").as_bytes());
        let expected = if is_answered {
            r#"{"code":"InvalidUrl""#
        } else {
            r#"{"error":"expected a line"#
        };
        assert!(
            answers.starts_with(expected),
            "{length} {end:?}: {answers:.200}"
        );
        assert_eq!(answers.lines().count(), 1);
    }
    // Blank as far as it is read: it is answered all the same, so that the places stay right.
    let blank = format!(
        "{}{{\"code\":\"NotFound\"}}\n{{\"code\":\"Forbidden\"}}\n",
        " ".repeat(fit + 1)
    );
    let answers = answers(blank.as_bytes());
    assert!(
        answers.starts_with(r#"{"error":"expected a line"#),
        "{answers}"
    );
    assert!(
        answers
            .lines()
            .nth(1)
            .is_some_and(|line| line.starts_with(r#"{"code":"Forbidden""#))
    );
    assert_eq!(answers.lines().count(), 2);
}

/// What JSON escapes comes back as it was, and each answer is one line.
#[test]
fn any_text_survives_the_protocol() {
    let url = "\" \\ \n \r \t \u{0} \u{1b}[31m \u{85} \u{2028} \u{2066} \u{10ffff} 가 {$url} </b>";
    let request = serde_json::json!({"code": "InvalidUrl", "args": {"url": url}, "locale": "ko"});
    let answers = answers(request.to_string().as_bytes());
    assert_eq!(answers.matches('\n').count(), 1);
    let answer: serde_json::Value = serde_json::from_str(&answers).expect("an answer is JSON");
    assert_eq!(answer["text"], format!("잘못된 URL입니다: {url}"));
}

/// Runs pages, where a line of shell is a line of shell.
fn sessions() -> trycmd::TestCases {
    std::env::set_current_dir(ROOT).expect("the root is there");
    let bin = Path::new(TOLKEN).parent().expect("it is in a folder");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(
        [bin.to_owned()]
            .into_iter()
            .chain(std::env::split_paths(&path)),
    );
    let path = path
        .expect("they were paths")
        .into_string()
        .expect("PATH is UTF-8");

    let cases = trycmd::TestCases::new();
    cases
        .env("PATH", path)
        .env("COLUMNS", "100")
        .env("CLICOLOR_FORCE", "");
    for name in COMMANDS {
        cases.register_bin(name, Path::new(SHELL).join(name));
    }
    for (mark, text) in [
        ("[NBSP]", "\u{a0}"),
        ("[NNBSP]", "\u{202f}"),
        ("[FSI]", "\u{2068}"),
        ("[PDI]", "\u{2069}"),
    ] {
        cases
            .insert_var(mark, text)
            .expect("the marks are well formed");
    }
    cases
}

/// What may ask for colour or against it, of whoever runs the tests; CI is taken to show it.
const COLOUR_VARIABLES: [&str; 4] = ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"];

fn tolken(args: &[&str]) -> Command {
    let mut command = Command::new(TOLKEN);
    for variable in COLOUR_VARIABLES {
        command.env_remove(variable);
    }
    command.args(args).stdin(Stdio::null());
    command
}

fn jsonl() -> Child {
    tolken(&["render", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("tolken starts")
}

fn lookup(args: &[&str]) -> Child {
    tolken(&["lookup"])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("tolken starts")
}

/// All answers to all requests.
fn answers(requests: &[u8]) -> String {
    let mut child = jsonl();
    let mut input = child.stdin.take().expect("it is a pipe");
    thread::scope(|scope| {
        scope.spawn(move || input.write_all(requests).expect("tolken reads"));
        let output = child.wait_with_output().expect("tolken ends");
        assert_eq!(text(&output.stderr), "");
        text(&output.stdout)
    })
}

/// What a terminal shows for a line of shell, `$TOLKEN` being the command; `None` where nothing can
/// play a terminal.
fn on_a_terminal(line: &str, variables: &[(&str, &str)]) -> Option<Vec<u8>> {
    if !cfg!(target_os = "linux") {
        return None;
    }
    let mut script = Command::new("script");
    for variable in COLOUR_VARIABLES {
        script.env_remove(variable);
    }
    script
        .args(["-qec", line, "/dev/null"])
        .stdin(Stdio::null());
    script
        .env("TOLKEN", TOLKEN)
        .env("SHELL", "/bin/sh")
        .env("TERM", "xterm");
    let output = script.envs(variables.iter().copied()).output().ok()?;
    Some(output.stdout)
}

fn has_colour(output: &[u8]) -> bool {
    output.contains(&0x1b)
}

fn text(output: &[u8]) -> String {
    String::from_utf8(output.to_vec()).expect("tolken writes UTF-8")
}

/// A scratch folder with the catalog `members`, gone at the end of a test.
struct Scratch(std::path::PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("tolken-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("a/b")).expect("the system has room for a folder");
        Scratch(folder)
    }

    fn tolken(&self, args: &[&str]) -> std::process::Output {
        let mut command = tolken(args);
        command
            .current_dir(&self.0)
            .output()
            .expect("tolken starts")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_prebuilt_catalog_is_used_as_a_folder_is() {
    let scratch = Scratch::new("build");
    let members = format!("{CASES}/catalogs/members");
    let members = fs::canonicalize(members).expect("the catalog is there");
    let built = scratch.tolken(&[
        "build",
        "own.tolken",
        "--catalog",
        &members.to_string_lossy(),
    ]);
    assert_eq!(text(&built.stderr), "");
    let answer = text(&built.stdout);
    assert!(
        answer.starts_with("own.tolken: 4 codes in 2 languages, "),
        "{answer}"
    );
    let render = [
        "render",
        "auth/denied",
        "user=ann",
        "--catalog",
        "own.tolken",
    ];
    let rendered = scratch.tolken(&render);
    assert_eq!(text(&rendered.stdout), "Kein Zugriff für ann.\n");

    // A catalog with errors takes the place of nothing.
    let broken = fs::canonicalize(format!("{CASES}/catalogs/broken")).expect("it is there");
    let refused = scratch.tolken(&[
        "build",
        "own.tolken",
        "--catalog",
        &broken.to_string_lossy(),
    ]);
    assert_eq!(refused.status.code(), Some(1));
    let told = text(&refused.stderr);
    assert!(
        told.ends_with("note: `own.tolken` was not written; mend the errors first\n"),
        "{told}"
    );
    assert_eq!(
        text(&scratch.tolken(&render).stdout),
        "Kein Zugriff für ann.\n"
    );
    let files = fs::read_dir(&scratch.0)
        .expect("the folder is there")
        .count();
    assert_eq!(
        files, 2,
        "nothing is left beside the file and the folder `a`"
    );
}

#[test]
fn the_nearest_locales_are_built() {
    let scratch = Scratch::new("nearest");
    let nothing = tolken(&["build", "own.tolken"])
        .current_dir(scratch.0.join("a/b"))
        .output()
        .expect("tolken starts");
    assert_eq!(
        text(&nothing.stderr),
        "error: found no folder `locales` here or above; name one with --catalog\n"
    );
    assert_eq!(nothing.status.code(), Some(2));
    let folder = scratch.0.join("locales/nl-NL");
    fs::create_dir_all(&folder).expect("the system has room for a folder");
    fs::write(folder.join("a.ftl"), "A = Ja\n").expect("the system has room for a file");
    let built = tolken(&["build", "../own.tolken"])
        .current_dir(scratch.0.join("a/b"))
        .output()
        .expect("tolken starts");
    assert_eq!(text(&built.stderr), "");
    assert!(scratch.0.join("a/own.tolken").is_file());
}

#[test]
fn what_is_no_prebuilt_catalog_is_told_apart() {
    let scratch = Scratch::new("notes");
    fs::write(scratch.0.join("notes.txt"), "Some words, and no catalog.\n")
        .expect("the system has room for a file");
    for (args, error) in [
        (
            &["list", "--catalog", "notes.txt"][..],
            "cannot load the catalog `notes.txt`: expected a prebuilt catalog, as `tolken build` \
             writes it, but found something else; or name a folder that holds a folder for each \
             locale",
        ),
        (
            &["build", "own.tolken", "--catalog", "notes.txt"],
            "expected a folder of Fluent files, but `notes.txt` is a file",
        ),
    ] {
        let output = scratch.tolken(args);
        assert_eq!(text(&output.stderr), format!("error: {error}\n"));
        assert_eq!(output.status.code(), Some(2));
    }
}

/// A fix changes the bytes of its place and no others, whatever the line ends; the rest is told.
#[test]
fn fixes_change_their_places_alone() {
    let scratch = Scratch::new("fix");
    let write = |tag: &str, text: &str| {
        let folder = scratch.0.join("locales").join(tag);
        fs::create_dir_all(&folder).expect("the system has room for a folder");
        fs::write(folder.join("a.ftl"), text).expect("the system has room for a file");
    };
    let read = |tag: &str| {
        let file = scratch.0.join("locales").join(tag).join("a.ftl");
        fs::read_to_string(file).expect("the file is there")
    };
    write("en-US", "a = URL { $url } is invalid.\nb = Domain name\n");
    write(
        "sv-SE",
        "a  =  URL:en {$ulr}  är ogiltig.\r\nb = Domän namn   \n\n\n",
    );
    let fixed = scratch.tolken(&["check", "--fix", "--format", "json"]);
    assert_eq!(
        read("sv-SE"),
        "a  =  URL:en {$url}  är ogiltig.\r\nb = Domännamn   \n\n\n"
    );
    assert_eq!(
        read("en-US"),
        "a = URL { $url } is invalid.\nb = Domain name\n"
    );
    assert_eq!(text(&fixed.stderr), "note: 2 findings were mended\n");
    assert_eq!(
        fixed.status.code(),
        Some(0),
        "a note is left: {}",
        text(&fixed.stdout)
    );
    let files = fs::read_dir(scratch.0.join("locales/sv-SE")).expect("the folder is there");
    assert_eq!(files.count(), 1, "nothing is left beside the file");
}

/// Files are brought into form, all or none, and whatever is no Fluent keeps its bytes.
#[test]
fn files_are_brought_into_form() {
    let scratch = Scratch::new("fmt");
    let write = |name: &str, bytes: &[u8]| {
        let file = scratch.0.join("locales").join(name);
        let folder = file.parent().expect("it is in a folder");
        fs::create_dir_all(folder).expect("the system has room for a folder");
        fs::write(&file, bytes).expect("the system has room for a file");
        file
    };
    let korean = write("ko-KR/a.ftl", b"a={$x}\r\n\r\n\r\n\r\nb\xff = {$x}  \nc=d");
    let dutch = write("nl-NL/deep/b.ftl", b"a = b\n");
    let swedish = write("sv-SE/a.ftl", b"a=b\n");
    write("sv-SE/.a.ftl", b"a=b\n");
    write("sv-SE/notes.txt", b"a=b\n");

    let mut permissions = fs::metadata(&swedish).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&swedish, permissions.clone()).expect("the file is ours");
    let refused = scratch.tolken(&["fmt"]);
    assert_eq!(refused.status.code(), Some(2), "{}", text(&refused.stderr));
    let bytes = |file: &Path| fs::read(file).expect("the file is there");
    assert!(bytes(&korean).starts_with(b"a={$x}"));

    #[expect(
        clippy::permissions_set_readonly_false,
        reason = "it is a scratch file"
    )]
    permissions.set_readonly(false);
    fs::set_permissions(&swedish, permissions).expect("the file is ours");
    let formatted = scratch.tolken(&["fmt", "locales", "locales/nl-NL/deep/b.ftl"]);
    assert_eq!(
        text(&formatted.stdout),
        "locales/ko-KR/a.ftl\nlocales/sv-SE/a.ftl\n"
    );
    let told = text(&formatted.stderr);
    assert!(told.ends_with("note: 2 of 3 files changed\n"), "{told}");
    assert!(
        told.starts_with("error[encoding]: locales/ko-KR/a.ftl:5:2: "),
        "{told}"
    );
    assert_eq!(formatted.status.code(), Some(1));
    assert_eq!(
        bytes(&korean),
        b"a = { $x }\r\n\r\n\r\n\r\nb\xff = {$x}  \nc = d\n"
    );
    assert_eq!(bytes(&swedish), b"a = b\n");
    assert_eq!(bytes(&dutch), b"a = b\n");
    let again = scratch.tolken(&["fmt", "--check", "locales/sv-SE", "locales/nl-NL"]);
    assert_eq!(text(&again.stderr), "note: all 2 files are in form\n");
    assert_eq!(again.status.code(), Some(0));
}

/// A locale that has no file yet gets one; a file that is refused beside it changes nothing.
#[test]
fn translations_come_back_into_their_files() {
    let scratch = Scratch::new("import");
    let write = |name: &str, text: &str| {
        let file = scratch.0.join(name);
        fs::create_dir_all(file.parent().expect("it is in a folder")).expect("there is room");
        fs::write(file, text).expect("there is room");
    };
    let read = |name: &str| fs::read_to_string(scratch.0.join(name)).expect("the file is there");
    write("locales/en-US/a.ftl", "a = The name is gone.\n");
    write("locales/en-US/deep/b.ftl", "b = { $n } is gone.\n");
    write("locales/nl-NL/a.ftl", "### Nederlands\r\n");
    fs::create_dir(scratch.0.join("out")).expect("there is room");
    let exported = scratch.tolken(&["export", "-l", "nl", "--format", "po", "-o", "out"]);
    assert_eq!(
        text(&exported.stdout),
        "out/nl-NL.po: 2 units, 2 without a translation\n",
        "{}",
        text(&exported.stderr)
    );
    let po = read("out/nl-NL.po").replacen(
        "msgstr \"\"\n\n#: locales/en-US/deep",
        "msgstr \"De naam is weg.\"\n\n#: locales/en-US/deep",
        1,
    );
    let done = format!(
        "{}msgstr \"{{ $n }} is weg.\"\n",
        po.trim_end().trim_end_matches("msgstr \"\"")
    );
    write("nl-NL.po", &done);
    write("lost.po", &done.replace("{ $n } is weg", "Weg"));

    let refused = scratch.tolken(&["import", "lost.po"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).ends_with("error: nothing was changed, because of 1 unit\n"));
    let dry = scratch.tolken(&["import", "nl-NL.po", "--dry-run"]);
    assert_eq!(dry.status.code(), Some(0), "{}", text(&dry.stderr));
    assert_eq!(read("locales/nl-NL/a.ftl"), "### Nederlands\r\n");

    let imported = scratch.tolken(&["import", "nl-NL.po"]);
    assert_eq!(
        text(&imported.stdout),
        "locales/nl-NL/a.ftl: 0 changed, 1 new\nlocales/nl-NL/deep/b.ftl: 0 changed, 1 new\n",
        "{}",
        text(&imported.stderr)
    );
    assert_eq!(
        read("locales/nl-NL/a.ftl"),
        "### Nederlands\r\n\r\na = De naam is weg.\r\n"
    );
    assert_eq!(read("locales/nl-NL/deep/b.ftl"), "b = { $n } is weg.\n");
    let again = scratch.tolken(&["import", "nl-NL.po"]);
    assert_eq!(text(&again.stderr), "note: 2 units unchanged\n");
}

/// Of two files, none is mended when one cannot be.
#[test]
fn all_is_mended_or_nothing() {
    let scratch = Scratch::new("all-or-nothing");
    let mut files = Vec::new();
    for tag in ["nl-NL", "sv-SE"] {
        let folder = scratch.0.join("locales").join(tag);
        fs::create_dir_all(&folder).expect("the system has room for a folder");
        let file = folder.join("a.ftl");
        fs::write(&file, "a = IP adress\n").expect("the system has room for a file");
        files.push(file);
    }
    fs::write(&files[0], "a = IP adres\n").expect("the system has room for a file");
    let mut permissions = fs::metadata(&files[1]).expect("it is there").permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&files[1], permissions).expect("the file is ours");
    let fixed = scratch.tolken(&["check", "--fix"]);
    assert_eq!(fixed.status.code(), Some(2), "{}", text(&fixed.stderr));
    let kept = fs::read_to_string(&files[0]).expect("the file is there");
    assert_eq!(kept, "a = IP adres\n");
}

#[test]
fn the_picture_of_the_rules_is_what_is_printed() {
    let rules = fs::read_to_string(format!("{ROOT}/docs/RULES.md")).expect("the page is there");
    let page = fs::read_to_string(format!("{CASES}/check.md")).expect("the page is there");
    let picture = rules
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("\n```").next());
    assert!(page.contains(picture.expect("there is a picture")));
}

/// Two branches confirm different translations, neighbours among them, and git merges their locks.
#[test]
fn locks_of_two_branches_are_merged() {
    let scratch = Scratch::new("merge");
    let write = |path: &str, text: &str| {
        let path = scratch.0.join(path);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("there is room");
        fs::write(path, text).expect("there is room");
    };
    let codes = ["Aa", "Ab", "Ac", "Ad"];
    let english = |word: &str| codes.map(|code| format!("{code} = {word}\n")).concat();
    write("locales/fr-FR/a.ftl", &english("Mot"));
    write("locales/nl-NL/a.ftl", &english("Woord"));
    let confirm = |word: &str, args: &[&str]| {
        write("locales/en-US/a.ftl", &english(word));
        let args = [&["confirm"], args].concat();
        let output = scratch.tolken(&args);
        assert!(output.status.success(), "{}", text(&output.stderr));
        fs::read_to_string(scratch.0.join("locales/source.lock")).expect("it was written")
    };
    let base = confirm("Word", &["--all"]);
    let ours = confirm("Term", &["Aa", "Ac", "-l", "fr"]);
    write("locales/source.lock", &base);
    let theirs = confirm("Term", &["Ab", "Ad", "-l", "fr"]);
    write("locales/source.lock", &base);
    let dutch = confirm("Term", &["--all", "-l", "nl"]);
    for (name, text) in [
        ("base", &base),
        ("ours", &ours),
        ("theirs", &theirs),
        ("dutch", &dutch),
    ] {
        write(name, text);
    }
    let merge = |other: &str| {
        let args = ["merge-file", "-p", "ours", "base", other];
        Command::new("git")
            .args(args)
            .current_dir(&scratch.0)
            .output()
    };
    for other in ["theirs", "dutch"] {
        let Ok(merged) = merge(other) else {
            return; // There is no git to merge with.
        };
        assert_eq!(merged.status.code(), Some(0), "{}", text(&merged.stdout));
        write("ours", &text(&merged.stdout));
    }
    write(
        "locales/source.lock",
        &fs::read_to_string(scratch.0.join("ours")).expect("it is there"),
    );
    let checked = scratch.tolken(&["check", "--format", "json"]);
    assert!(
        !text(&checked.stdout).contains("out-of-date"),
        "{}",
        text(&checked.stdout)
    );
    assert!(
        !text(&checked.stdout).contains("lock"),
        "{}",
        text(&checked.stdout)
    );
}

/// What a merge has left is mended by what keeps both sides, and confirming writes it anew.
#[test]
fn a_conflict_in_the_lock_is_mended() {
    let scratch = Scratch::new("conflict");
    for (tag, word) in [("en-US", "Word"), ("fr-FR", "Mot")] {
        let folder = scratch.0.join("locales").join(tag);
        fs::create_dir_all(&folder).expect("there is room");
        fs::write(folder.join("a.ftl"), format!("a = {word}\n")).expect("there is room");
    }
    let lock = scratch.0.join("locales/source.lock");
    let read = || fs::read_to_string(&lock).expect("the lock is there");
    let conflict = "<<<<<<< HEAD\nfr-FR a = Old\n=======\nfr-FR a = Word\n>>>>>>> branch\n";
    fs::write(&lock, conflict).expect("there is room");
    let fixed = scratch.tolken(&["check", "--fix"]);
    assert_eq!(
        read(),
        "fr-FR a = Old\nfr-FR a = Word\n",
        "{}",
        text(&fixed.stderr)
    );
    assert!(fixed.status.success(), "{}", text(&fixed.stdout));

    fs::write(&lock, conflict).expect("there is room");
    let confirmed = scratch.tolken(&["confirm", "a"]);
    assert!(read().ends_with("\n\nfr-FR a = Word\n"), "{}", read());
    assert!(
        text(&confirmed.stderr)
            .ends_with("3 lines that could not be read were removed from the lock\n"),
        "{}",
        text(&confirmed.stderr)
    );
}

/// What the page on exchange shows of files and of the command is on the pages of the command.
#[test]
fn the_examples_of_exchange_are_what_is_printed() {
    let exchange = fs::read_to_string(format!("{ROOT}/docs/EXCHANGE.md")).expect("it is there");
    let pages = ["export", "import"]
        .map(|name| fs::read_to_string(format!("{CASES}/{name}.md")).expect("the page is there"));
    let mut blocks = exchange.split("\n```");
    let mut count = 0;
    while let Some(block) = blocks.find(|block| block.starts_with(['x', 'p', 't'])) {
        let (_, shown) = block.split_once('\n').expect("the block has lines");
        assert!(pages.iter().any(|page| page.contains(shown)), "{shown}");
        count += 1;
    }
    assert!(count > 3, "{count} examples");
}

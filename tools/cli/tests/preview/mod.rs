//! What no page of sessions shows of `tolken preview`: its page of HTML, and that it watches.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use std::{fs, thread};

use crate::{CASES, Scratch, text, tolken};

/// How long is waited for a line before a test gives up; no test takes as long that passes.
const PATIENCE: Duration = Duration::from_secs(120);

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/preview/page.html");

/// The page of a catalog with mistakes.
fn page(name: &str) -> String {
    let scratch = Scratch::new(name);
    let file = scratch.0.join("page.html");
    let shown = tolken(&["preview", "--html", &file.to_string_lossy()])
        .current_dir(format!("{CASES}/preview.in"))
        .output()
        .expect("tolken starts");
    assert_eq!(text(&shown.stderr), "");
    let told = text(&shown.stdout);
    assert!(
        told.ends_with("page.html: 8 messages in 2 languages\n"),
        "{told}"
    );
    assert_eq!(shown.status.code(), Some(1), "it has mistakes");
    fs::read_to_string(file).expect("it was written")
}

/// `TRYCMD=overwrite` writes what is made now, to be reviewed, as for the sessions.
#[test]
fn the_page_of_a_locale_is_the_one_that_was_reviewed() {
    let page = page("page");
    if std::env::var("TRYCMD").is_ok_and(|mode| mode == "overwrite") {
        fs::write(PAGE, &page).expect("the page can be written");
    }
    let reviewed = fs::read_to_string(PAGE).expect("the page is there");
    assert!(page == reviewed, "the page has changed; see {PAGE}");
}

/// Nothing of a message or of an argument becomes markup, and a page asks for nothing else.
#[test]
fn a_page_holds_texts_and_no_more() {
    let page = page("texts");
    assert!(page.contains("Tom &amp; &lt;Co&gt;"));
    assert!(!page.contains("<Co>") && !page.contains("<script"));
    for outside in ["http:", "https:", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains(r#"<p lang="ar" dir="rtl">"#));
    assert!(page.contains("<bdi><mark>"));
}

/// A translator sees which words are an argument's.
#[test]
fn values_have_a_colour_of_their_own() {
    let shown = tolken(&["preview", "NotFound", "-l", "ko"])
        .current_dir(format!("{CASES}/preview.in"))
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("tolken starts");
    let shown = text(&shown.stdout);
    let own = "    항목 \u{1b}[36m서버\u{1b}[0m를 찾을 수 없습니다.\n";
    assert!(shown.contains(own), "{shown}");
}

#[test]
fn lines_are_as_long_as_the_terminal_is_wide() {
    let shown = tolken(&["preview", "TooMany", "-l", "ko"])
        .current_dir(format!("{CASES}/preview.in"))
        .env("COLUMNS", "40")
        .output()
        .expect("tolken starts");
    let shown = text(&shown.stdout);
    let broken = "    12개는 보낼 수 있는 항목 수보다\n    많습니다.\n";
    assert!(shown.contains(broken), "{shown}");
}

/// A running preview, ended with its test.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn new(scratch: &Scratch, args: &[&str]) -> Self {
        let mut command = tolken(args);
        command.current_dir(&scratch.0).stdout(Stdio::piped());
        let mut child = command
            .stderr(Stdio::null())
            .spawn()
            .expect("tolken starts");
        let out = BufReader::new(child.stdout.take().expect("it is a pipe"));
        let (sender, lines) = channel();
        thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                // The test may have seen what it waited for.
                _ = sender.send(line);
            }
        });
        Watching { child, lines }
    }

    /// The lines up to the next that holds a text.
    #[track_caller]
    fn until(&self, awaited: &str) -> String {
        let mut seen = String::new();
        loop {
            let Ok(line) = self.lines.recv_timeout(PATIENCE) else {
                panic!("`{awaited}` was not shown, only:\n{seen}");
            };
            seen.push_str(&line);
            seen.push('\n');
            if line.contains(awaited) {
                return seen;
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

fn write(scratch: &Scratch, tag: &str, text: &str) {
    let folder = scratch.0.join("locales").join(tag);
    fs::create_dir_all(&folder).expect("the system has room for a folder");
    fs::write(folder.join("a.ftl"), text).expect("the system has room for a file");
}

#[test]
fn what_is_saved_is_shown_again() {
    let scratch = Scratch::new("watch");
    write(&scratch, "en-US", "a = One\nb = Two\n");
    write(&scratch, "nl-NL", "a = Een\nb = Twee\n");
    let watching = Watching::new(&scratch, &["preview", "-l", "nl", "--watch"]);
    watching.until("Een");
    watching.until("Twee");

    // Only what has changed.
    write(&scratch, "nl-NL", "a = Eén\nb = Twee\n");
    let seen = watching.until("Eén");
    assert!(!seen.contains("Twee"), "{seen}");

    // A slip takes its message away, is told, and leaves the others.
    write(&scratch, "nl-NL", "a = Eén\nb = { Twee\nc\n");
    let seen = watching.until("error[syntax]");
    assert!(!seen.contains("Eén"), "{seen}");

    // Editors save in another file, and put it in the place of the first.
    let beside = scratch.0.join("locales/nl-NL/a.ftl~");
    fs::write(&beside, "a = Eén\nb = Twéé\n").expect("the system has room for a file");
    fs::rename(&beside, scratch.0.join("locales/nl-NL/a.ftl")).expect("it is ours");
    watching.until("Twéé");

    // Without any message there is nothing to show, and what comes next is.
    fs::remove_dir_all(scratch.0.join("locales/en-US")).expect("it is ours");
    fs::remove_dir_all(scratch.0.join("locales/nl-NL")).expect("it is ours");
    write(&scratch, "nl-NL", "d = Vier\n");
    watching.until("Vier");
}

/// The page may be in the folder that is watched.
#[test]
fn a_page_is_written_again_when_it_changes() {
    let scratch = Scratch::new("watch-page");
    write(&scratch, "en-US", "a = One\n");
    let page = scratch.0.join("locales/page.html");
    let args = ["preview", "--watch", "--html", "locales/page.html"];
    let watching = Watching::new(&scratch, &args);
    watching.until("locales/page.html: 1 message in 1 language");
    write(&scratch, "en-US", "a = Two\nb = Three\n");
    watching.until("locales/page.html: 2 messages in 1 language");
    let page = fs::read_to_string(page).expect("it was written");
    assert!(page.contains("Two") && !page.contains("One"));
}

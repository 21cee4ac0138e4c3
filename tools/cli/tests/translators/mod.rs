//! What translators are told in `locales/README.md`: the sessions are those of a page that is run,
//! and the messages those of the catalog.

use std::fs;

use tolken::{Catalog, Layer};

use crate::{CASES, ROOT};

/// The blocks of a document in one language, without their fences.
fn blocks(document: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    let blocks = document.split(&fence).skip(1);
    blocks
        .filter_map(|rest| rest.split("```").next())
        .map(str::to_owned)
        .collect()
}

fn readme() -> String {
    fs::read_to_string(format!("{ROOT}/locales/README.md")).expect("the page is there")
}

#[test]
fn the_sessions_that_translators_are_shown_are_run() {
    let page = fs::read_to_string(format!("{CASES}/translator.md")).expect("the page is there");
    let status = |line: &&str| !line.starts_with("? ");
    let run: Vec<_> = page.lines().filter(status).collect();
    let run = run.join("\n");
    let sessions = blocks(&readme(), "console");
    assert_eq!(sessions.len(), 3);
    for session in sessions {
        assert!(run.contains(session.trim_end()), "{session}");
    }
}

#[test]
fn the_messages_that_translators_are_shown_are_those_of_the_catalog() {
    let mut files = String::new();
    for locale in Catalog::builtin().locales() {
        let file = format!("{ROOT}/locales/{locale}/errors.ftl");
        files.push_str(&fs::read_to_string(file).expect("the file is there"));
    }
    let messages = blocks(&readme(), "ftl");
    assert!(messages.len() >= 5);
    let (shown, own): (Vec<_>, Vec<_>) = messages
        .into_iter()
        .partition(|block| !block.contains("\n-") && !block.starts_with('-'));
    for message in shown {
        assert!(files.contains(&message), "{message}");
    }
    // The catalog has no term; the one that is shown is right all the same.
    assert_eq!(own.len(), 1);
    let layer = Layer::new().source("nl", "a.ftl", own.concat());
    let loaded = Catalog::builder()
        .layer(layer)
        .build()
        .expect("it has a message");
    assert!(loaded.findings().is_empty(), "{:?}", loaded.findings());
}

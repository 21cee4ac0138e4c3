//! The inputs that fuzzing has found worth keeping, replayed.

use std::fs;
use std::path::Path;

#[allow(unreachable_pub)] // it is a crate of its own for the fuzzer
#[path = "../fuzz/src/lib.rs"]
mod targets;

#[cfg(feature = "check")]
#[allow(unreachable_pub)] // it is a module of the fuzzer's
#[path = "../fuzz/src/check.rs"]
pub(crate) mod check;

/// Runs a target on every file of its corpus, the smallest of which are written by hand.
fn replay(name: &str, target: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(name);
    let mut count = 0;
    for entry in fs::read_dir(&corpus).unwrap() {
        target(&fs::read(entry.unwrap().path()).unwrap());
        count += 1;
    }
    assert!(count > 0, "{} is empty", corpus.display());
}

#[test]
fn sources_of_the_corpus_keep_their_promises() {
    replay("source", targets::source);
}

#[test]
fn manifests_of_the_corpus_keep_their_promises() {
    replay("manifest", targets::manifest);
}

#[test]
fn arguments_of_the_corpus_keep_their_promises() {
    replay("arguments", targets::arguments);
}

#[test]
fn headers_of_the_corpus_keep_their_promises() {
    replay("accept_language", targets::accept_language);
}

#[test]
fn texts_of_the_corpus_keep_their_promises() {
    replay("lookup", targets::lookup);
}

#[test]
fn catalogs_with_texts_of_the_corpus_keep_their_promises() {
    replay("lookup_catalog", targets::lookup_catalog);
}

#[cfg(feature = "check")]
#[test]
fn checked_files_of_the_corpus_keep_their_promises() {
    replay("check", check::check);
}

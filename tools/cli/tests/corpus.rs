//! The inputs that fuzzing has found worth keeping, replayed.

use std::fs;

#[allow(unreachable_pub)] // it is part of another crate for the fuzzer
#[path = "../../../fuzz/src/import.rs"]
mod import;
#[allow(unreachable_pub)] // it is part of another crate for the fuzzer
#[path = "../../../fuzz/src/jsonl.rs"]
mod jsonl;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus");

/// Runs a target with each of its inputs.
fn replay(name: &str, target: fn(&[u8])) {
    let mut count = 0;
    for entry in fs::read_dir(format!("{CORPUS}/{name}")).expect("the corpus is there") {
        let path = entry.expect("the folder can be read").path();
        target(&fs::read(path).expect("the file can be read"));
        count += 1;
    }
    assert!(count > 0, "{CORPUS}/{name} is empty");
}

#[test]
fn requests_of_the_corpus_keep_their_promises() {
    replay("jsonl", jsonl::jsonl);
}

#[test]
fn lookups_of_the_corpus_keep_their_promises() {
    replay("lookup_jsonl", jsonl::lookups);
}

#[test]
fn translations_of_the_corpus_keep_their_promises() {
    replay("import", import::import);
}

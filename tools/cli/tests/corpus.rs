//! The requests that fuzzing has found worth keeping, replayed.

use std::fs;

#[allow(unreachable_pub)] // it is part of another crate for the fuzzer
#[path = "../../../fuzz/src/jsonl.rs"]
mod jsonl;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/corpus/jsonl");

#[test]
fn requests_of_the_corpus_keep_their_promises() {
    let mut count = 0;
    for entry in fs::read_dir(CORPUS).expect("the corpus is there") {
        let path = entry.expect("the folder can be read").path();
        jsonl::jsonl(&fs::read(path).expect("the file can be read"));
        count += 1;
    }
    assert!(count > 0, "{CORPUS} is empty");
}

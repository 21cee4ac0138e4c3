#![no_main]

#[path = "../src/jsonl.rs"]
#[allow(dead_code)] // the other half is another target
mod jsonl;

libfuzzer_sys::fuzz_target!(|data: &[u8]| jsonl::jsonl(data));

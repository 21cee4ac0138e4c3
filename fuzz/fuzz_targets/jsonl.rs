#![no_main]

#[path = "../src/jsonl.rs"]
mod jsonl;

libfuzzer_sys::fuzz_target!(|data: &[u8]| jsonl::jsonl(data));

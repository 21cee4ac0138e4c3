//! What must hold for any lines of requests.
//!
//! It is separate from the other targets because it needs the command besides the library.

use serde_json::Value;
use tolken::Catalog;
use tolken_cli::{Outcome, answer_lines};

/// Requests: each line but a blank one is answered by one line in its place, a JSON object that
/// tells what could not be read, or the code with a text or a body; and the outcome says whether
/// there was any fault.
pub fn jsonl(data: &[u8]) {
    let mut answers = Vec::new();
    let outcome = answer_lines(&Catalog::builtin(), data, &mut answers);
    let outcome = outcome.expect("memory can be read and written");
    let answers = String::from_utf8(answers).expect("answers are UTF-8");
    let is_blank = |line: &&[u8]| {
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        line.trim_ascii().is_empty()
    };
    let requests = data
        .split(|&byte| byte == b'\n')
        .filter(|line| !is_blank(line));
    assert_eq!(answers.lines().count(), requests.count(), "{answers}");
    let mut has_faults = false;
    for answer in answers.lines() {
        let answer: Value = serde_json::from_str(answer).expect("an answer is JSON");
        if let Some(error) = answer.get("error") {
            assert!(error.is_string() && answer.as_object().is_some_and(|it| it.len() == 1));
            has_faults = true;
            continue;
        }
        assert!(answer["code"].is_string() && answer["locale"].is_string());
        assert!(answer["text"].is_string() != answer["body"].is_object());
        let faults = answer["faults"].as_array().expect("faults are a list");
        has_faults |= !faults.is_empty();
    }
    assert_eq!(outcome == Outcome::Faults, has_faults, "{answers}");
}

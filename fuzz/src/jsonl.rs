//! What must hold for any lines of requests.
//!
//! It is separate from the other targets because it needs the command besides the library.

use std::sync::OnceLock;

use serde_json::Value;
use tolken::{Catalog, Index};
use tolken_cli::{Outcome, answer_lines, answer_lookups};

/// Requests: each line but a blank one is answered by one line in its place, a JSON object that
/// tells what could not be read, or the code with a text or a body; and the outcome says whether
/// there was any fault.
pub fn jsonl(data: &[u8]) {
    let mut answers = Vec::new();
    let outcome = answer_lines(&Catalog::builtin(), data, &mut answers);
    let outcome = outcome.expect("memory can be read and written");
    let answers = String::from_utf8(answers).expect("answers are UTF-8");
    let requests = requests(data);
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

/// Requests for lookups: as above, and each answer has matches that are in order of what is asked.
pub fn lookups(data: &[u8]) {
    static INDEX: OnceLock<Index> = OnceLock::new();
    let index = INDEX.get_or_init(|| Catalog::builtin().index());
    let mut answers = Vec::new();
    let outcome = answer_lookups(index, 3, data, &mut answers);
    let outcome = outcome.expect("memory can be read and written");
    let answers = String::from_utf8(answers).expect("answers are UTF-8");
    assert_eq!(answers.lines().count(), requests(data).count(), "{answers}");
    let (mut has_errors, mut is_asked, mut is_found) = (false, false, false);
    for answer in answers.lines() {
        let answer: Value = serde_json::from_str(answer).expect("an answer is JSON");
        if let Some(error) = answer.get("error") {
            assert!(error.is_string() && answer.as_object().is_some_and(|it| it.len() == 1));
            has_errors = true;
            continue;
        }
        is_asked = true;
        let matches = answer["matches"].as_array().expect("matches are a list");
        assert!(
            matches.len() <= 3 && answer["complete"].is_boolean(),
            "{answer}"
        );
        is_found |= !matches.is_empty();
        for found in matches {
            assert!(
                found["code"].is_string() && found["text"].is_string(),
                "{found}"
            );
            assert!(found["reader_locale"].is_string(), "{found}");
            let score = found["score"].as_f64().expect("a score is a number");
            assert!((0.0..=1.0).contains(&score), "{found}");
            let span = found["span"].as_array().expect("a span is two places");
            assert!(span[0].as_u64() < span[1].as_u64(), "{found}");
        }
    }
    let has_faults = has_errors || (is_asked && !is_found);
    assert_eq!(outcome == Outcome::Faults, has_faults, "{answers}");
}

/// The lines that are answered: all but blank ones.
fn requests(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    let is_blank = |line: &&[u8]| {
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        line.trim_ascii().is_empty()
    };
    let lines = data.split(|&byte| byte == b'\n');
    lines.filter(move |line| !is_blank(line))
}

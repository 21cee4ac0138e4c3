//! From a file's bytes to a text of the same length, with what was not UTF-8 as findings.
//!
//! It is separate from [`crate::source`] because findings point at sources, and sources know nothing
//! of findings.

use crate::finding::{Finding, Rule};
use crate::source::{Source, Span, offset};

/// What stands for a byte that is not UTF-8. One byte, so that offsets stay those of the file;
/// a control character, so that no honest text holds it.
const SUBSTITUTE: u8 = 0x1A;

/// How many undecodable places of one file are named; the rest is counted.
const MAX_NAMED: usize = 20;

impl Source {
    /// Takes a file's bytes.
    ///
    /// Never fails: a byte that is not UTF-8 is replaced by U+001A, so that all offsets stay those
    /// of the file, and named in a finding. Entries that hold such a byte are left out when the
    /// text is parsed; all others survive.
    #[must_use]
    pub fn from_bytes(path: impl Into<String>, bytes: Vec<u8>) -> (Self, Vec<Finding>) {
        decode(path.into(), bytes)
    }
}

fn decode(path: String, bytes: Vec<u8>) -> (Source, Vec<Finding>) {
    if let Some(encoding) = wide_encoding(&bytes) {
        let source = Source::new(path, "");
        let finding = Finding::new(Rule::Encoding, &source, Span::default())
            .with_message(format!("expected UTF-8, but found {encoding}"))
            .with_help("save the file as UTF-8; it was left out");
        return (source, vec![finding]);
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return (Source::new(path, text), Vec::new()),
        Err(error) => error,
    };
    let mut bytes = error.into_bytes();
    let mut bad = Vec::new();
    let mut runs = Vec::new();
    let mut from = 0;
    while let Err(error) = std::str::from_utf8(&bytes[from..]) {
        let start = from + error.valid_up_to();
        let end = error.error_len().map_or(bytes.len(), |len| start + len);
        bytes[start..end].fill(SUBSTITUTE);
        bad.extend((start..end).map(offset));
        runs.push(Span::new(start, end));
        from = end;
    }
    // Every byte that was not UTF-8 has been replaced by ASCII, so nothing is lost here.
    let text = String::from_utf8(bytes).unwrap_or_default();
    let source = Source::from_parts(path, text, bad);
    let findings = name(&source, &runs);
    (source, findings)
}

fn name(source: &Source, runs: &[Span]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = runs
        .iter()
        .take(MAX_NAMED)
        .map(|&span| {
            Finding::new(Rule::Encoding, source, span)
                .with_message("expected UTF-8, but found a byte of another encoding")
                .with_help("save the file as UTF-8; an entry with such a byte is left out")
        })
        .collect();
    if let Some(&span) = runs.get(MAX_NAMED) {
        let more = runs.len() - MAX_NAMED;
        findings.push(
            Finding::new(Rule::Encoding, source, span)
                .with_message(format!("{more} more places of this file are not UTF-8"))
                .with_help("save the file as UTF-8"),
        );
    }
    findings
}

fn wide_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32"),
        // Without a mark: the zero that a letter has for its other byte.
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [_, 0, ..] | [0, _, ..] => Some("UTF-16"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_survive_bytes_of_another_encoding() {
        let (source, findings) = Source::from_bytes("x.ftl", b"a = f\xF6r\nb = \xE5\n".to_vec());
        assert_eq!(source.text(), "a = f\u{1A}r\nb = \u{1A}\n");
        assert_eq!(findings.len(), 2);
        assert!(source.is_undecodable(Span::new(0, 7)));
        assert!(!source.is_undecodable(Span::new(7, 11)));
    }

    #[test]
    fn a_file_of_nothing_but_junk_bytes_gives_a_bounded_number_of_findings() {
        let (_, findings) = Source::from_bytes("x.ftl", vec![0xFF; 5000]);
        assert_eq!(findings.len(), MAX_NAMED + 1);
        assert_eq!(
            findings[MAX_NAMED].message(),
            "4980 more places of this file are not UTF-8"
        );
    }

    #[test]
    fn utf_16_is_named() {
        for bytes in [b"\xFF\xFEa\0", b"\xFE\xFF\0a", b"a\0b\0", b"\0a\0b"] {
            let (source, findings) = Source::from_bytes("x.ftl", bytes.to_vec());
            assert_eq!(source.text(), "");
            let message = findings[0].message();
            assert_eq!(message, "expected UTF-8, but found UTF-16");
        }
    }
}

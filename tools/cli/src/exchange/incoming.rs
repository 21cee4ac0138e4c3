//! What comes back from translators, whatever the format: units by id, not yet believed.

use std::fmt;

/// How long a file may be; what Fluent files may be as well.
pub(crate) const LONGEST: usize = 16 << 20;

/// How many units a file may have.
pub(super) const MOST_UNITS: usize = 1_000_000;

/// A part of a file, of one locale.
#[derive(Debug)]
pub(super) struct Incoming {
    /// As the file writes it.
    pub(super) locale: String,
    pub(super) units: Vec<Given>,
    /// Ids whose units could not be read, with the line and the reason.
    pub(super) unread: Vec<(String, usize, String)>,
}

/// A unit as it came back.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) id: String,
    pub(super) line: usize,
    pub(super) origin: Origin,
    pub(super) state: State,
    pub(super) target: Vec<Part>,
}

/// What a unit was translated from.
#[derive(Debug)]
pub(super) enum Origin {
    /// The number of the source text.
    Fingerprint(String),
    /// The source of the unit.
    Unit(Vec<Part>),
    /// The whole text, in Fluent.
    Text(String),
    /// The texts for `one` and `other`, in Fluent.
    Plural(String, String),
}

/// How far a translation is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    Done,
    /// Nobody has begun.
    Untranslated,
    /// Somebody said that it is not done, in the words of the format.
    Unfinished(String),
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Fluent.
    Text(String),
    /// A placeable by its number, and in Fluent if it was said.
    Placeable {
        number: String,
        fluent: Option<String>,
    },
}

/// Why a file cannot be read.
#[derive(Debug)]
pub(super) struct Unreadable {
    /// 0 where no line is meant.
    pub(super) line: usize,
    pub(super) why: String,
}

impl Unreadable {
    pub(super) fn new(line: usize, why: impl Into<String>) -> Self {
        let why = why.into();
        Unreadable { line, why }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

/// The text of a file, without a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Unreadable> {
    if bytes.len() > LONGEST {
        let most = LONGEST >> 20;
        return Err(Unreadable::new(0, format!("it is longer than {most} MiB")));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Unreadable::new(
            0,
            "expected UTF-8, but found UTF-16; save it as UTF-8",
        ));
    }
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()]
            .split(|byte| *byte == b'\n')
            .count();
        let why = "expected UTF-8, but found a byte of another encoding; save it as UTF-8";
        Unreadable::new(line, why)
    })
}

/// Whether a name of an encoding is that of UTF-8, or of a part of it.
pub(super) fn is_utf8(encoding: &str) -> bool {
    ["utf-8", "utf8", "us-ascii", "ascii"]
        .iter()
        .any(|known| encoding.trim().eq_ignore_ascii_case(known))
}

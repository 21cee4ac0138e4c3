//! Findings: what is wrong in a catalog's files, as data.
//!
//! A finding says what, where and how to mend it, and never stops the rest of the file from
//! loading. It is separate from [`Error`](crate::Error), which is for an operation that gave
//! nothing at all.

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeStruct};
use unic_langid::LanguageIdentifier;

use crate::source::{Position, Source, Span};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; nothing is wrong for users.
    Note,
    /// Likely a mistake; users see a text that is complete.
    Warning,
    /// Users would see a text that is wrong, incomplete or missing.
    Error,
}

impl Severity {
    /// The name in lower case, as in every output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $id:literal, $severity:ident;)+) => {
        /// What kind of mistake a finding is about.
        ///
        /// The ids are stable: they stand in output and in settings.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])* $variant,)+
        }

        impl Rule {
            /// Every rule, in the order of the documents.
            pub const ALL: &'static [Rule] = &[$(Rule::$variant),+];

            /// The stable id, in kebab-case.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Rule::$variant => $id,)+ }
            }

            /// How much a breach matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Rule::$variant => Severity::$severity,)+ }
            }
        }
    };
}

rules! {
    /// Bytes that are not UTF-8.
    Encoding = "encoding", Error;
    /// A byte order mark at the start of the file.
    ByteOrderMark = "byte-order-mark", Warning;
    /// Lines that end in CR LF.
    LineEnds = "line-ends", Note;
    /// A file that exceeds the limit or cannot be read.
    Unreadable = "unreadable", Error;
    /// Placeables nested beyond the limit.
    Nesting = "nesting", Error;
    /// Text that is not Fluent.
    Syntax = "syntax", Error;
    /// Two messages or terms of one locale with one id.
    DuplicateId = "duplicate-id", Error;
    /// Two attributes of one message with one name.
    DuplicateAttribute = "duplicate-attribute", Error;
    /// Two variants of one choice with one key.
    DuplicateVariant = "duplicate-variant", Warning;
    /// A reference to a message, term or attribute that does not exist.
    UnknownReference = "unknown-reference", Error;
    /// A call of a function that does not exist.
    UnknownFunction = "unknown-function", Error;
    /// An option that the function does not know, or a value that it does not take.
    FunctionOption = "function-option", Error;
    /// A message that refers to itself, directly or through others.
    Cycle = "cycle", Error;
    /// A message that grows beyond the limit when its references are resolved.
    Expansion = "expansion", Error;
    /// A manifest that is not TOML, or an entry of it that is not as documented.
    Manifest = "manifest", Error;
    /// A folder that is not named after a locale.
    LocaleName = "locale-name", Warning;
    /// A message or code that replaces one of an earlier layer.
    Override = "override", Note;
}

/// Something wrong in a catalog's files.
///
/// `Display` gives one line: `path:line:column: severity[rule]: message; help: …`. The fields
/// serialize as one flat object with the keys `rule`, `severity`, `path`, `locale`, `code`,
/// `line`, `column`, `message` and `help`.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Layer};
///
/// let layer = Layer::new().source("sv-SE", "fel.ftl", "NotFound = Hittades inte.\nTrasig = { $x\n");
/// let loaded = Catalog::builder().layer(layer).build()?;
/// let finding = &loaded.findings()[0];
/// assert_eq!(finding.rule().id(), "syntax");
/// assert_eq!(finding.position().line, 2);
/// assert!(loaded.catalog().contains("NotFound"));
/// # Ok::<(), tolken::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Finding {
    rule: Rule,
    source: Source,
    span: Span,
    locale: Option<LanguageIdentifier>,
    code: Option<String>,
    message: String,
    help: Option<String>,
}

impl Finding {
    pub(crate) fn new(rule: Rule, source: &Source, span: Span) -> Self {
        Finding {
            rule,
            source: source.clone(),
            span,
            locale: None,
            code: None,
            message: String::new(),
            help: None,
        }
    }

    pub(crate) fn with_message(mut self, message: impl Into<String>) -> Self {
        self.message = one_line(message.into());
        self
    }

    pub(crate) fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(one_line(help.into()));
        self
    }

    pub(crate) fn with_code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(cut(code.into()));
        self
    }

    pub(crate) fn with_locale(mut self, locale: &LanguageIdentifier) -> Self {
        self.locale = Some(locale.clone());
        self
    }

    pub(crate) fn set_locale(&mut self, locale: &LanguageIdentifier) {
        self.locale = Some(locale.clone());
    }

    /// In the place of this finding and of others of its rule in its file, how many there are.
    pub(crate) fn with_count(mut self, count: usize) -> Self {
        let (findings, were) = match count {
            1 => ("finding", "was"),
            _ => ("findings", "were"),
        };
        self.code = None;
        self.message = format!("{count} more {findings} of this rule in this file {were} left out");
        self.with_help("mend those before, and load again")
    }

    /// What kind of mistake it is.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// The file it is in.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The bytes it is about.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// The line and column where the span begins.
    #[must_use]
    pub fn position(&self) -> Position {
        self.source.position(self.span.start())
    }

    /// The locale of the file, when it belongs to one.
    #[must_use]
    pub fn locale(&self) -> Option<&LanguageIdentifier> {
        self.locale.as_ref()
    }

    /// The code or message id it is about, with `.attribute` where that is meant.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// What is wrong, in one line without a full stop.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// How to mend it.
    #[must_use]
    pub fn help(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// Sorts by path, place and rule, the order in which findings are shown.
    pub(crate) fn sort(findings: &mut [Finding]) {
        findings.sort_by(|a, b| {
            (a.source.path(), a.span, a.rule).cmp(&(b.source.path(), b.span, b.rule))
        });
    }
}

/// The longest sentence, in bytes; what it quotes may be as long as a file.
const LONGEST: usize = 1_000;

/// The text, or as much of it as anyone reads.
fn cut(mut text: String) -> String {
    if text.len() > LONGEST {
        let boundary = (0..=LONGEST).rfind(|&at| text.is_char_boundary(at));
        text.truncate(boundary.unwrap_or_default());
        text.push('…');
        text.shrink_to_fit();
    }
    text
}

/// What is quoted from a file may hold line ends and other controls; they are shown as escapes.
fn one_line(text: String) -> String {
    let text = cut(text);
    if !text.contains(char::is_control) {
        return text;
    }
    let escaped = |c: char| {
        if c.is_control() {
            c.escape_default().to_string()
        } else {
            c.to_string()
        }
    };
    text.chars().map(escaped).collect()
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.position();
        let path = self.source.path();
        let severity = self.severity().name();
        write!(
            f,
            "{path}:{line}:{column}: {severity}[{}]: {}",
            self.rule.id(),
            self.message
        )?;
        if let Some(help) = &self.help {
            write!(f, "; help: {help}")?;
        }
        Ok(())
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Position { line, column } = self.position();
        let mut object = serializer.serialize_struct("Finding", 9)?;
        object.serialize_field("rule", self.rule.id())?;
        object.serialize_field("severity", &self.severity())?;
        object.serialize_field("path", self.source.path())?;
        object.serialize_field("locale", &self.locale.as_ref().map(ToString::to_string))?;
        object.serialize_field("code", &self.code)?;
        object.serialize_field("line", &line)?;
        object.serialize_field("column", &column)?;
        object.serialize_field("message", &self.message)?;
        object.serialize_field("help", &self.help)?;
        object.end()
    }
}

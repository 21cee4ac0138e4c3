//! Findings: what is wrong in a catalog's files, as data.
//!
//! A finding says what, where and how to mend it, and never stops the rest of the file from
//! loading. It is separate from [`Error`](crate::Error), which is for an operation that gave
//! nothing at all.

use std::fmt;
use std::sync::Arc;

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
    (
        loading { $($(#[$loading_doc:meta])* $loading:ident = $loading_id:literal, $loading_severity:ident;)+ }
        checking { $($(#[$checking_doc:meta])* $checking:ident = $checking_id:literal, $checking_severity:ident;)+ }
    ) => {
        /// What kind of mistake a finding is about.
        ///
        /// The ids are stable: they stand in output and in settings. Those of [`Rule::LOADING`] are
        /// found whenever a catalog is loaded, all others only by `check`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$loading_doc])* $loading,)+
            $($(#[$checking_doc])* $checking,)+
        }

        impl Rule {
            /// Every rule, in the order of the documents.
            pub const ALL: &'static [Rule] = &[$(Rule::$loading,)+ $(Rule::$checking,)+];

            /// The rules that loading looks after.
            pub const LOADING: &'static [Rule] = &[$(Rule::$loading),+];

            /// The stable id, in kebab-case.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self {
                    $(Rule::$loading => $loading_id,)+
                    $(Rule::$checking => $checking_id,)+
                }
            }

            /// How much a breach matters.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Rule::$loading => Severity::$loading_severity,)+
                    $(Rule::$checking => Severity::$checking_severity,)+
                }
            }
        }
    };
}

rules! {
    loading {
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
        /// An earlier wording that is never looked up.
        FormerWording = "former-wording", Warning;
        /// A manifest that is not TOML, or an entry of it that is not as documented.
        Manifest = "manifest", Error;
        /// A folder that is not named after a locale.
        LocaleName = "locale-name", Warning;
        /// A message or code that replaces one of an earlier layer.
        Override = "override", Note;
    }
    checking {
        /// Bidirectional control characters that reorder what is read.
        BidiControl = "bidi-control", Warning;
        /// A message that was commented out.
        CommentedOut = "commented-out", Note;
        /// A file that the source locale does not have.
        ExtraFile = "extra-file", Warning;
        /// A character that nobody sees.
        InvisibleCharacter = "invisible-character", Warning;
        /// A file of the source locale that a locale does not have.
        MissingFile = "missing-file", Error;
        /// Text that is not in Unicode's normal form C.
        NotNfc = "not-nfc", Warning;
        /// A tab within a text.
        Tab = "tab", Warning;
        /// An argument of another type than the manifest or the source locale gives it.
        ArgumentType = "argument-type", Error;
        /// A text that shows nothing.
        EmptyText = "empty-text", Error;
        /// English words in a text of another language.
        English = "english", Warning;
        /// An attribute that the source locale does not have.
        ExtraAttribute = "extra-attribute", Warning;
        /// A message that the source locale does not have.
        ExtraMessage = "extra-message", Warning;
        /// A term that the source locale does not have.
        ExtraTerm = "extra-term", Note;
        /// A text where the source locale has attributes alone.
        ExtraValue = "extra-value", Warning;
        /// A full stop where the source locale has none, or the other way round.
        FullStop = "full-stop", Error;
        /// Markup that is not that of the source locale.
        Markup = "markup", Error;
        /// An argument of the source locale that a text does not show.
        MissingArgument = "missing-argument", Error;
        /// An attribute of the source locale that a message does not have.
        MissingAttribute = "missing-attribute", Error;
        /// An argument that only some variants of a choice show.
        MissingInVariant = "missing-in-variant", Error;
        /// A message of the source locale that a locale does not have.
        MissingMessage = "missing-message", Error;
        /// A term of the source locale that a locale does not have.
        MissingTerm = "missing-term", Warning;
        /// Attributes alone where the source locale has a text as well.
        MissingValue = "missing-value", Error;
        /// A variant of the source locale that a choice does not have.
        MissingVariant = "missing-variant", Warning;
        /// A translation of a text that has changed since.
        OutOfDate = "out-of-date", Warning;
        /// A place for a value that is written as in another format.
        Placeholder = "placeholder", Warning;
        /// A word that stays as it is, and did not.
        ProtectedWord = "protected-word", Error;
        /// Letters of another script than the locale's.
        Script = "script", Error;
        /// A choice by another value than in the source locale.
        Selector = "selector", Warning;
        /// A translation of which nobody has said what it was made from.
        Unconfirmed = "unconfirmed", Note;
        /// An argument that neither the manifest nor the source locale has.
        UnknownArgument = "unknown-argument", Error;
        /// A variant whose key the argument never has.
        UnknownVariant = "unknown-variant", Error;
        /// A text that is the one of the source locale.
        Untranslated = "untranslated", Warning;
        /// A choice that a literal decides.
        LiteralSelector = "literal-selector", Warning;
        /// A plural category of the locale that a choice does not have.
        MissingPlural = "missing-plural", Error;
        /// A plural category that the locale does not have, or that is misspelt.
        UnknownPlural = "unknown-plural", Warning;
        /// An argument that a term is given and does not read.
        UnusedParameter = "unused-parameter", Warning;
        /// A term that nothing refers to.
        UnusedTerm = "unused-term", Warning;
        /// Two values with nothing between them.
        AdjacentValues = "adjacent-values", Note;
        /// A message of a code that is nothing but arguments.
        CatchAll = "catch-all", Warning;
        /// A code of the manifest without a message.
        CodeWithoutMessage = "code-without-message", Error;
        /// Two codes with one text.
        DuplicateText = "duplicate-text", Error;
        /// A text that lookup takes for another code's.
        IndistinctText = "indistinct-text", Warning;
        /// A line of the lock that is not as documented, or a merge conflict in it.
        Lock = "lock", Error;
        /// A code whose message does not say what to do next.
        MissingAction = "missing-action", Error;
        /// An argument that is gone from a code of an earlier catalog.
        RemovedArgument = "removed-argument", Error;
        /// A code of an earlier catalog that is gone, and was not retired.
        RemovedCode = "removed-code", Error;
        /// A replacement of a code that is none.
        Replacement = "replacement", Error;
        /// A text that another code's text can say as well.
        SwallowedText = "swallowed-text", Note;
        /// A message whose choices make more texts than lookup looks for.
        TooManyVariants = "too-many-variants", Note;
        /// A message that looks like a code's, and is none of the manifest.
        UnlistedMessage = "unlisted-message", Warning;
        /// An argument of the manifest that no text shows.
        UnusedArgument = "unused-argument", Warning;
        /// An allowance without a reason, of an unknown rule, or that allows nothing.
        Allowance = "allowance", Warning;
        /// Settings that are not as documented.
        Settings = "settings", Error;
        /// A rule of one language, which has an id of its own.
        Language = "language", Error;
    }
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
    /// The id of a rule that is data, and not in [`Rule`].
    id: Option<Arc<str>>,
    /// Where it is not that of the rule.
    severity: Option<Severity>,
    fix: Option<Box<Fix>>,
}

/// What mends a finding for certain: texts that take the place of others in its file.
///
/// # Example
///
/// ```
/// # #[cfg(feature = "check")] {
/// use tolken::check::Checker;
/// use tolken::Layer;
///
/// let layer = Layer::new()
///     .source("en-US", "en-US/a.ftl", "Name = Domain name\n")
///     .source("sv-SE", "sv-SE/a.ftl", "Name = Domän namn\n");
/// let checked = Checker::new().layer(layer).run()?;
/// let finding = &checked.findings()[0];
/// assert_eq!(finding.fix().unwrap().edits()[0].text(), "Domännamn");
/// # }
/// # Ok::<(), tolken::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    edits: Vec<Edit>,
}

/// A text that takes the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    span: Span,
    text: String,
}

impl Fix {
    /// The edits, in the order of their places; none overlap.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }
}

impl Edit {
    /// Puts a text in the place of what stands at a span.
    #[must_use]
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Edit {
            span,
            text: text.into(),
        }
    }

    /// What is replaced; empty where something is put in between.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// What takes its place.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
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
            id: None,
            severity: None,
            fix: None,
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

    #[cfg(feature = "check")]
    pub(crate) fn with_id(mut self, id: &Arc<str>) -> Self {
        self.id = Some(id.clone());
        self
    }

    #[cfg(feature = "check")]
    pub(crate) fn with_severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    #[cfg(feature = "check")]
    pub(crate) fn with_fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some(Box::new(Fix {
            edits: vec![Edit::new(span, text)],
        }));
        self
    }

    #[cfg(feature = "check")]
    pub(crate) fn with_edits(mut self, edits: Vec<Edit>) -> Self {
        self.fix = (!edits.is_empty()).then(|| Box::new(Fix { edits }));
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
        self.fix = None;
        self.message = format!("{count} more {findings} of this rule in this file {were} left out");
        self.with_help("mend those before, and load again")
    }

    /// What kind of mistake it is.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// The id of the rule: that of [`rule`](Self::rule), or, of a rule of one language, its own.
    #[must_use]
    pub fn rule_id(&self) -> &str {
        self.id.as_deref().unwrap_or(self.rule.id())
    }

    /// How much it matters: as the rule says, or the settings.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity.unwrap_or(self.rule.severity())
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

    /// What mends it, where that is certain.
    #[must_use]
    pub fn fix(&self) -> Option<&Fix> {
        self.fix.as_deref()
    }

    pub(crate) fn shared_id(&self) -> Option<&Arc<str>> {
        self.id.as_ref()
    }

    /// Sorts by path, place and rule, the order in which findings are shown.
    pub(crate) fn sort(findings: &mut [Finding]) {
        findings.sort_by(|a, b| {
            (a.source.path(), a.span, a.rule, &a.id).cmp(&(b.source.path(), b.span, b.rule, &b.id))
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
            self.rule_id(),
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
        object.serialize_field("rule", self.rule_id())?;
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

//! What is answered: matches, with what they were read from.
//!
//! Owns the public form of an answer, as data and as JSON. It knows nothing of how it was found.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use unic_langid::LanguageIdentifier;

use super::explain;
use super::index::Data;
use crate::value::{Arguments, Value};

/// The answers to a [`Query`](super::Query), the best first.
#[derive(Clone, Debug)]
pub struct Matches<'a> {
    pub(super) matches: Vec<Match<'a>>,
    pub(super) is_complete: bool,
}

/// A code whose text was found.
///
/// # Example
///
/// ```
/// use tolken::{Arguments, Catalog, Match, MatchKind, Query, Request, Value};
///
/// let catalog = Catalog::builtin();
/// let index = catalog.index();
/// let matches = index.lookup(&Query::new("Le paramètre obligatoire machineId est manquant."));
/// let best = matches.best().unwrap();
/// assert_eq!((best.code(), best.kind()), ("MissingRequiredParameter", MatchKind::Exact));
/// assert_eq!(best.locales()[0].to_string(), "fr-FR");
/// assert_eq!(best.find("parameter").unwrap().1, Value::from("machineId"));
///
/// // The same in the reader's language.
/// let request = Request::new(best.code()).args(best).range("ko");
/// assert_eq!(catalog.render(&request).text(), "필수 매개 변수 machineId가 누락되었습니다.");
/// ```
#[derive(Clone, Debug)]
pub struct Match<'a> {
    pub(super) code: &'a str,
    pub(super) attribute: Option<&'static str>,
    pub(super) locales: Cow<'a, [LanguageIdentifier]>,
    pub(super) arguments: Vec<MatchArgument<'a>>,
    pub(super) kind: MatchKind,
    pub(super) score: f64,
    pub(super) bits: f32,
    pub(super) span: Range<usize>,
    pub(super) renders_back: bool,
    pub(super) cost: f32,
    pub(super) differences: Vec<Difference>,
    pub(super) origin: Origin<'a>,
    pub(super) rank: Rank,
}

/// What a score is made of besides the evidence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rank {
    /// The place of what was found in the list of hits.
    pub(super) hit: usize,
    /// The bits of a text that is no message.
    pub(super) prior: f32,
    /// What stands against it besides, and for no rival.
    pub(super) doubt: f32,
    /// Whether nothing of the text is left over.
    pub(super) is_whole: bool,
}

/// Where a match came from, for whoever asks.
#[derive(Clone)]
pub(super) struct Origin<'a> {
    pub(super) data: &'a Data,
    pub(super) skeleton: u32,
    pub(super) given: &'a str,
}

impl fmt::Debug for Origin<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&explain::pattern(self.data, self.skeleton))
    }
}

/// An argument that was read back.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchArgument<'a> {
    pub(super) name: &'a str,
    pub(super) value: Value<'a>,
    pub(super) status: ArgumentStatus,
    pub(super) range: Option<Range<usize>>,
}

/// How sure the value of an argument is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ArgumentStatus {
    /// Nothing else would give this text.
    Exact,
    /// Other values, or other places, would fit too; this one was chosen.
    Chosen,
    /// Nothing of the message ends it: how far it reaches was guessed from the text around.
    Open,
}

/// How a text fits the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MatchKind {
    /// All words of the message are there.
    Exact,
    /// An earlier wording of the message, all words of it.
    Former,
    /// Most of the message is there; see [`Evidence::differences`].
    Fuzzy,
    /// One end of the message is there, and there the text ends.
    Truncated,
}

/// Why a match was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    pub(super) pattern: String,
    pub(super) literals: Vec<Literal>,
    pub(super) differences: Vec<Difference>,
    pub(super) cost: f32,
}

/// A piece of the message's own words in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    /// Its bytes in the text given.
    pub range: Range<usize>,
    /// How much it says.
    pub bits: f32,
}

/// A place where a text is not what the message has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The bytes of the text given that stand in its place; empty where something is missing.
    pub range: Range<usize>,
    /// What the message has there, folded; empty where the text has something more.
    pub expected: String,
}

impl<'a> Matches<'a> {
    /// The matches, the best first.
    #[must_use]
    pub fn matches(&self) -> &[Match<'a>] {
        &self.matches
    }

    /// The best match.
    #[must_use]
    pub fn best(&self) -> Option<&Match<'a>> {
        self.matches.first()
    }

    /// Whether all was searched that there was; false when a text is too long or too hostile.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }
}

impl<'a> Match<'a> {
    /// The code.
    #[must_use]
    pub fn code(&self) -> &'a str {
        self.code
    }

    /// `action` when it is the code's action that was found, and not its message.
    #[must_use]
    pub fn attribute(&self) -> Option<&str> {
        self.attribute
    }

    /// The locales in which the code has this text; the one hinted at first.
    #[must_use]
    pub fn locales(&self) -> &[LanguageIdentifier] {
        &self.locales
    }

    /// The arguments, in the order of the text.
    #[must_use]
    pub fn arguments(&self) -> &[MatchArgument<'a>] {
        &self.arguments
    }

    /// How the text fits.
    #[must_use]
    pub fn kind(&self) -> MatchKind {
        self.kind
    }

    /// How likely it is that this message made the text, from 0 to 1.
    #[must_use]
    pub fn score(&self) -> f64 {
        self.score
    }

    /// The evidence, in bits: what the words say less what was left free.
    #[must_use]
    pub fn bits(&self) -> f32 {
        self.bits
    }

    /// The bytes of the message in the text given.
    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Whether rendering the code with these arguments in the first of the locales gives the text
    /// again, but for how it was copied.
    #[must_use]
    pub fn renders_back(&self) -> bool {
        self.renders_back
    }

    /// Why it was found; worked out when it is asked for.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::{Catalog, Query};
    ///
    /// let index = Catalog::builtin().index();
    /// let matches = index.lookup(&Query::new("Hashvardet abc är ogiltigt."));
    /// let evidence = matches.best().unwrap().evidence();
    /// assert_eq!(evidence.pattern(), "hashvärdet {} är ogiltigt.");
    /// assert_eq!(evidence.differences()[0].expected, "ä");
    /// assert_eq!(evidence.differences()[0].range, 5..6);
    /// ```
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        explain::explain(self)
    }
}

impl<'a> MatchArgument<'a> {
    /// The name, as in `{ $name }`.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// The value, of the type that the manifest names, if it could be read so.
    #[must_use]
    pub fn value(&self) -> &Value<'a> {
        &self.value
    }

    /// How sure it is.
    #[must_use]
    pub fn status(&self) -> ArgumentStatus {
        self.status
    }

    /// Its bytes in the text given; `None` for one that the text does not show, such as what
    /// chooses a variant.
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        self.range.clone()
    }
}

impl Evidence {
    /// The message's words, folded, with `{}` for what is not fixed.
    #[must_use]
    pub fn pattern(&self) -> &str {
        &self.pattern
    }

    /// The words of the message that stand in the text, and what they say.
    #[must_use]
    pub fn literals(&self) -> &[Literal] {
        &self.literals
    }

    /// Where the text differs from the message.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// What was taken off for what does not fit, in bits.
    #[must_use]
    pub fn cost(&self) -> f32 {
        self.cost
    }
}

/// The arguments, to render the message again.
impl Arguments for Match<'_> {
    fn len(&self) -> usize {
        self.arguments.len()
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        let argument = self.arguments.get(index)?;
        Some((argument.name, argument.value.borrowed()))
    }
}

/// As the protocol of the command has it, but for what needs a reader.
impl Serialize for Matches<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Matches", 2)?;
        fields.serialize_field("matches", &self.matches)?;
        fields.serialize_field("complete", &self.is_complete)?;
        fields.end()
    }
}

impl Serialize for Match<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let locales: Vec<_> = self.locales.iter().map(ToString::to_string).collect();
        let mut fields = serializer.serialize_struct("Match", 8)?;
        fields.serialize_field("code", self.code)?;
        fields.serialize_field("attribute", &self.attribute)?;
        fields.serialize_field("locales", &locales)?;
        fields.serialize_field("args", &Values(&self.arguments))?;
        fields.serialize_field("arg_status", &Statuses(&self.arguments))?;
        fields.serialize_field("kind", &self.kind)?;
        fields.serialize_field("score", &self.score)?;
        fields.serialize_field("span", &[self.span.start, self.span.end])?;
        fields.end()
    }
}

/// The values of arguments, by name.
struct Values<'m, 'a>(&'m [MatchArgument<'a>]);

/// How sure they are, by name.
struct Statuses<'m, 'a>(&'m [MatchArgument<'a>]);

impl Serialize for Values<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.0
                .iter()
                .map(|argument| (argument.name, &argument.value)),
        )
    }
}

impl Serialize for Statuses<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            self.0
                .iter()
                .map(|argument| (argument.name, argument.status)),
        )
    }
}

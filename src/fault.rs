//! Faults: what went wrong while a message was rendered, reported and never thrown.

use std::fmt;

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// What kind of thing went wrong.
///
/// The names in kebab-case are stable: they stand in the JSON Lines protocol and in metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FaultKind {
    /// The message shows an argument that was not given; `{$name}` stands in its place.
    MissingArgument,
    /// An argument is the empty string.
    EmptyArgument,
    /// An argument was given that neither the code nor the message knows. The first 1,024 are
    /// looked through.
    UnknownArgument,
    /// An argument is not of the type that the manifest or a function asks for.
    WrongType,
    /// No code and no message has this name; the name itself is the text.
    UnknownCode,
    /// A locale, or a reference, has no such message.
    MissingMessage,
    /// The message calls a function that does not exist.
    UnknownFunction,
    /// The locale that was asked for matched nothing.
    UnknownLocale,
    /// Digits may have been lost on the way: an `f64` beyond 2^53, or an integer beyond it that
    /// went to an application's function.
    LossyNumber,
    /// An argument, or all of the text, is longer than the limit; `…` stands where it was cut.
    TooLong,
    /// The message refers to itself, or grows beyond the limit; the reference stands as it is
    /// written.
    Cycle,
}

impl FaultKind {
    /// The stable name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            FaultKind::MissingArgument => "missing-argument",
            FaultKind::EmptyArgument => "empty-argument",
            FaultKind::UnknownArgument => "unknown-argument",
            FaultKind::WrongType => "wrong-type",
            FaultKind::UnknownCode => "unknown-code",
            FaultKind::MissingMessage => "missing-message",
            FaultKind::UnknownFunction => "unknown-function",
            FaultKind::UnknownLocale => "unknown-locale",
            FaultKind::LossyNumber => "lossy-number",
            FaultKind::TooLong => "too-long",
            FaultKind::Cycle => "cycle",
        }
    }
}

/// Something that went wrong while a message was rendered. There is a text all the same.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, FaultKind, Request};
///
/// let message = Catalog::builtin().render(&Request::new("InvalidUrl").range("zh-CN"));
/// assert_eq!(message.text(), "URL {$url} 无效。");
/// assert_eq!(message.faults()[0].kind, FaultKind::MissingArgument);
/// assert_eq!(message.faults()[0].to_string(), "argument `url` is missing");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What kind.
    pub kind: FaultKind,
    /// The argument, code, message, function or locale that it is about; the code, where all of
    /// the text is too long.
    pub name: String,
    /// The locale that has no such message, for [`FaultKind::MissingMessage`] of a whole message.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "locale_text")]
    pub locale: Option<LanguageIdentifier>,
}

/// One line in lower case without a full stop.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match self.kind {
            FaultKind::MissingArgument => write!(f, "argument `{name}` is missing"),
            FaultKind::EmptyArgument => write!(f, "argument `{name}` is empty"),
            FaultKind::UnknownArgument => write!(f, "argument `{name}` is not known"),
            FaultKind::WrongType => write!(f, "argument `{name}` is of the wrong type"),
            FaultKind::UnknownCode => write!(f, "code `{name}` is not known"),
            FaultKind::MissingMessage => match &self.locale {
                Some(locale) => write!(f, "locale `{locale}` has no message `{name}`"),
                None => write!(f, "message `{name}` does not exist"),
            },
            FaultKind::UnknownFunction => write!(f, "function `{name}` does not exist"),
            FaultKind::UnknownLocale => write!(f, "no locale of the catalog fits `{name}`"),
            FaultKind::LossyNumber => write!(f, "argument `{name}` may have lost digits"),
            FaultKind::TooLong => write!(f, "`{name}` is longer than the limit, and was cut"),
            FaultKind::Cycle => write!(f, "message `{name}` refers to itself or is too large"),
        }
    }
}

/// How many faults of one rendering are told; hostile arguments could have any number.
const MOST_FAULTS: usize = 256;

/// The faults of one rendering, each kind and name once.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, kind: FaultKind, name: &str) {
        self.add_in(kind, name, None);
    }

    pub(crate) fn add_in(
        &mut self,
        kind: FaultKind,
        name: &str,
        locale: Option<&LanguageIdentifier>,
    ) {
        if self.0.len() < MOST_FAULTS
            && !self
                .0
                .iter()
                .any(|fault| fault.kind == kind && fault.name == name)
        {
            self.0.push(Fault {
                kind,
                name: name.to_owned(),
                locale: locale.cloned(),
            });
        }
    }

    /// Goes on with those of a message.
    pub(crate) fn of(faults: Vec<Fault>) -> Self {
        Faults(faults)
    }

    pub(crate) fn into_vec(self) -> Vec<Fault> {
        self.0
    }
}

/// `unic_langid` has serde behind a feature that spells its types; the tag is enough.
pub(crate) mod locale_text {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::Serializer;
    use unic_langid::LanguageIdentifier;

    // serde hands over the field as it is.
    #[expect(clippy::ref_option)]
    pub(crate) fn serialize<S: Serializer>(
        locale: &Option<LanguageIdentifier>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match locale {
            Some(locale) => serializer.collect_str(locale),
            None => serializer.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<LanguageIdentifier>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| text.parse().map_err(D::Error::custom))
            .transpose()
    }
}

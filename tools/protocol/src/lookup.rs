//! A text to its codes, each with the same message in the reader's language.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use tolken::{Catalog, Code, Index, LanguageIdentifier, Match, Matches, Message, Query, Request};

use crate::{Language, Text};

/// Asks which codes a text comes from.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, expecting = "a JSON object that has a `text`")]
pub struct LookupRequest<'r> {
    /// What somebody saw: a message, a part of one, or anything with messages in it.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schema(value_type = String,
        examples("필수 매개 변수 machineId가 누락되었습니다.")))]
    pub text: Text<'r>,
    /// The locale that the text is thought to be in; it decides between equals and excludes nothing.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, examples("ko")))]
    pub locale_hint: Option<Text<'r>>,
    /// The range of who reads the answer, such as `nl`.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, examples("nl")))]
    pub reader: Option<Text<'r>>,
}

/// What a text comes from.
///
/// Serializes with the keys `matches`, each with `text` and `reader_locale` beside what was found, and
/// `complete`.
#[derive(Clone, Debug)]
pub struct LookupAnswer<'a> {
    matches: Matches<'a>,
    /// The text of each in the reader's language.
    texts: Vec<Message>,
}

impl LookupRequest<'_> {
    /// Looks the text up, for so many matches at most; they are told in the language of `reader`, else in
    /// another.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken_protocol::{Language, LookupRequest};
    ///
    /// let request = LookupRequest {
    ///     text: "De URL htp://x is ongeldig.".into(),
    ///     locale_hint: None,
    ///     reader: Some("ko".into()),
    /// };
    /// let index = tolken::Catalog::builtin().index();
    /// let answer = serde_json::to_value(request.answer(&index, 1, Language::Source))?;
    /// assert_eq!(answer["matches"][0]["text"], "잘못된 URL입니다: htp://x");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn answer<'a>(
        &'a self,
        index: &'a Index,
        limit: usize,
        otherwise: Language<'_>,
    ) -> LookupAnswer<'a> {
        let query = Query::new(&self.text).limit(limit);
        let query = match &self.locale_hint {
            Some(hint) => query.locale_hint(hint),
            None => query,
        };
        let reader = match &self.reader {
            Some(range) => Language::Range(range),
            None => otherwise,
        };
        LookupAnswer::new(index.catalog(), index.lookup(&query), reader)
    }
}

impl<'a> LookupAnswer<'a> {
    /// The answer with these matches, in the language of who reads it.
    #[must_use]
    pub fn new(catalog: &Catalog, matches: Matches<'a>, reader: Language<'_>) -> Self {
        let found = matches.matches().iter();
        LookupAnswer {
            texts: found.map(|it| text_of(catalog, it, reader)).collect(),
            matches,
        }
    }

    /// What was found.
    #[must_use]
    pub fn matches(&self) -> &Matches<'a> {
        &self.matches
    }

    /// The locales that the matches are told in, in their order.
    pub fn reader_locales(&self) -> impl Iterator<Item = &LanguageIdentifier> {
        self.texts.iter().map(Message::locale)
    }
}

impl Serialize for LookupAnswer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let matches = self.matches.matches().iter().zip(&self.texts);
        let matches = matches.map(|(hit, message)| Found {
            hit,
            text: message.text(),
            reader_locale: message.locale().to_string(),
        });
        let mut fields = serializer.serialize_struct("LookupAnswer", 2)?;
        fields.serialize_field("matches", &matches.collect::<Vec<_>>())?;
        fields.serialize_field("complete", &self.matches.is_complete())?;
        fields.end()
    }
}

/// A match, told in the reader's language.
#[derive(Serialize)]
struct Found<'f, 'a> {
    #[serde(flatten)]
    hit: &'f Match<'a>,
    text: &'f str,
    reader_locale: String,
}

/// The text of a match in a language: the message, or the action when that was found, with what was read
/// back of its arguments.
#[must_use]
pub fn text_of(catalog: &Catalog, found: &Match<'_>, reader: Language<'_>) -> Message {
    let Some(attribute) = found.attribute() else {
        return catalog.render(&reader.apply(Request::new(found.code()).args(found)));
    };
    let id = catalog.code(found.code()).map(Code::message_id);
    let name = format!("{}.{attribute}", id.unwrap_or_else(|| found.code()));
    catalog.render(&reader.apply(Request::new(&name).args(found)))
}

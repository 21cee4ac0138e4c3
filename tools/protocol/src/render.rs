//! A code and its arguments to a text, or to the body of a response.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer};
use tolken::{Args, Body, Catalog, Fault, Message, Profile, Report, Request};

use crate::{Form, Language, Text, UnknownForm};

/// Asks for the text of a code.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, expecting = "a JSON object that has a `code`")]
pub struct RenderRequest<'r> {
    /// The code; any message id, or `id.attribute`, does as well.
    #[serde(borrow)]
    #[cfg_attr(feature = "schema", schema(value_type = String, examples("InvalidUrl")))]
    pub code: Text<'r>,
    /// Its arguments by name: a string, a number, or an array of these. Anything else is the fault
    /// `wrong-type`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(required = false,
        value_type = std::collections::BTreeMap<String, serde_json::Value>))]
    pub args: Args,
    /// Whose language it is, as a range such as `ko`.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, examples("ko")))]
    pub locale: Option<Text<'r>>,
    /// Whose language it is, as a header `Accept-Language`; instead of `locale`.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>,
        examples("zh-TW, fr-CA;q=0.8")))]
    pub accept_language: Option<Text<'r>>,
    /// What to render: a text for some output, or the body of a response in a profile.
    #[serde(rename = "as")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<crate::schema::Form>))]
    pub form: Option<Text<'r>>,
    /// The tracking ID of the response, where the profile has a place for it.
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>,
        examples("43f4cb08-8fac-4b65-9db1-745c2ae65f3a")))]
    pub tracking_id: Option<Text<'r>>,
}

/// What holds where a request says nothing.
pub struct Defaults<'d> {
    /// Whose language it is.
    pub language: Language<'d>,
    /// Gives the tracking ID of a response.
    pub tracking_id: &'d dyn Fn() -> String,
}

/// The source locale, and no tracking ID.
impl Default for Defaults<'_> {
    fn default() -> Self {
        Defaults {
            language: Language::Source,
            tracking_id: &String::new,
        }
    }
}

/// What a code and its arguments say.
///
/// Serializes with the keys `code`, `status`, `locale`, `text`, `action` and `faults`; in a profile with
/// `body`, the body of the response, in the place of `text`.
#[derive(Clone, Debug)]
pub struct RenderAnswer(Content);

#[derive(Clone, Debug)]
enum Content {
    Text(Message),
    Body(Profile, Box<Report>),
}

/// Why a request that could be read cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It has `locale` and `accept_language`.
    TwoLanguages,
    /// There is no such form; what it has in `as`.
    UnknownForm(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::TwoLanguages => {
                f.write_str("expected `locale` or `accept_language`, but found both")
            }
            Refused::UnknownForm(form) => write!(f, "`as` is `{form}`: {UnknownForm}"),
        }
    }
}

impl std::error::Error for Refused {}

impl RenderRequest<'_> {
    /// What a catalog answers.
    ///
    /// # Errors
    ///
    /// When it names two languages, or a form that there is not. All else is a fault in the answer.
    pub fn answer(
        &self,
        catalog: &Catalog,
        defaults: &Defaults<'_>,
    ) -> Result<RenderAnswer, Refused> {
        let form = match &self.form {
            Some(name) => name.parse::<Form>(),
            None => Ok(Form::default()),
        };
        let form = form.map_err(|UnknownForm| {
            Refused::UnknownForm(self.form.as_deref().unwrap_or_default().to_owned())
        })?;
        let language = self.language()?.unwrap_or(defaults.language);
        let request = Request::new(&self.code)
            .args(&self.args)
            .output(form.output());
        let request = language.apply(request);
        Ok(RenderAnswer(match form {
            Form::Text(_) => Content::Text(catalog.render(&request)),
            Form::Body(profile) => {
                let id = match &self.tracking_id {
                    Some(id) => id.to_string(),
                    None => (defaults.tracking_id)(),
                };
                let report = catalog.report(&request).with_tracking_id(id);
                Content::Body(profile, Box::new(report))
            }
        }))
    }

    /// Whose language it names, if it names any.
    ///
    /// # Errors
    ///
    /// When it names two.
    pub fn language(&self) -> Result<Option<Language<'_>>, Refused> {
        match (&self.locale, &self.accept_language) {
            (Some(_), Some(_)) => Err(Refused::TwoLanguages),
            (Some(range), None) => Ok(Some(Language::Range(range))),
            (None, Some(header)) => Ok(Some(Language::Header(header))),
            (None, None) => Ok(None),
        }
    }
}

impl RenderAnswer {
    /// The message that it tells.
    #[must_use]
    pub fn message(&self) -> &Message {
        match &self.0 {
            Content::Text(message) => message,
            Content::Body(_, report) => report.message(),
        }
    }
}

impl Serialize for RenderAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Content::Text(message) => message.serialize(serializer),
            Content::Body(profile, report) => {
                let message = report.message();
                let answer = BodyAnswer {
                    code: message.code(),
                    status: message.status(),
                    locale: message.locale().to_string(),
                    body: profile.body(report),
                    action: message.action(),
                    faults: message.faults(),
                };
                answer.serialize(serializer)
            }
        }
    }
}

/// An answer with a profile.
#[derive(Serialize)]
struct BodyAnswer<'m> {
    code: &'m str,
    status: Option<u16>,
    locale: String,
    body: Body,
    action: Option<&'m str>,
    faults: &'m [Fault],
}

//! What a response says of an error.

use super::Message;
use crate::value::Args;

/// An error with all that a response says of it: the [`Message`] for users, the text for
/// developers, the arguments for machines, and whatever the service adds. A profile makes the body
/// of a response from it.
///
/// Of several errors in one response, one is the report and the others are its details.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Profile, Request, Value};
///
/// let catalog = Catalog::builtin();
/// let args = [("url", Value::from("htp://x"))];
/// let url = catalog.report(&Request::new("InvalidUrl").args(&args).range("zh"));
/// let report = catalog
///     .report(&Request::new("BadRequest").range("zh"))
///     .with_tracking_id("43f4cb08-8fac-4b65-9db1-745c2ae65f3a")
///     .with_detail(url.with_field("indicators/0/url"));
///
/// let body = serde_json::to_value(Profile::Problem.body(&report))?;
/// assert_eq!(body["errors"][0]["detail"], "URL htp://x 无效。");
/// assert_eq!(body["errors"][0]["pointer"], "#/indicators/0/url");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub(crate) message: Message,
    pub(crate) developer_text: String,
    pub(crate) title: Option<String>,
    pub(crate) args: Args,
    pub(crate) domain: Option<String>,
    pub(crate) help_link: Option<String>,
    pub(crate) field: Option<String>,
    pub(crate) tracking_id: Option<String>,
    pub(crate) details: Vec<Report>,
}

impl Report {
    /// With the field in error: its name, or a path of names and indexes as in a JSON Pointer,
    /// `indicators/0/url`.
    #[must_use]
    pub fn with_field(self, field: impl Into<String>) -> Self {
        Report {
            field: Some(field.into()),
            ..self
        }
    }

    /// With the tracking ID of the response, as it is; the library makes none.
    #[must_use]
    pub fn with_tracking_id(self, tracking_id: impl Into<String>) -> Self {
        Report {
            tracking_id: Some(tracking_id.into()),
            ..self
        }
    }

    /// With another domain than the manifest's.
    #[must_use]
    pub fn with_domain(self, domain: impl Into<String>) -> Self {
        Report {
            domain: Some(domain.into()),
            ..self
        }
    }

    /// With another help link than the manifest's.
    #[must_use]
    pub fn with_help_link(self, help_link: impl Into<String>) -> Self {
        Report {
            help_link: Some(help_link.into()),
            ..self
        }
    }

    /// With one more error. The details that it has itself come after it, since no profile nests.
    #[must_use]
    pub fn with_detail(mut self, mut detail: Report) -> Self {
        let deeper = std::mem::take(&mut detail.details);
        self.details.push(detail);
        self.details.extend(deeper);
        self
    }

    /// The message for users. Its locale belongs into the header `Content-Language`.
    #[must_use]
    pub fn message(&self) -> &Message {
        &self.message
    }

    /// The text for developers: in the source locale, whoever asks.
    #[must_use]
    pub fn developer_text(&self) -> &str {
        &self.developer_text
    }

    /// What kind of error it is, in a few words of the locale that answered: its `.title`, else the
    /// message `status-NNN`.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The arguments that the texts know, without the sensitive ones.
    #[must_use]
    pub fn args(&self) -> &Args {
        &self.args
    }

    /// The domain that the code belongs to.
    #[must_use]
    pub fn domain(&self) -> Option<&str> {
        self.domain.as_deref()
    }

    /// The link to the code's page; none for a name that is no code.
    #[must_use]
    pub fn help_link(&self) -> Option<&str> {
        self.help_link.as_deref()
    }

    /// The field in error.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// The tracking ID.
    #[must_use]
    pub fn tracking_id(&self) -> Option<&str> {
        self.tracking_id.as_deref()
    }

    /// The other errors of the response.
    #[must_use]
    pub fn details(&self) -> &[Report] {
        &self.details
    }

    /// The errors that stand in a list of their own: this one too, when it names a field.
    pub(crate) fn listed(&self) -> impl Iterator<Item = &Report> {
        let itself = self.field.is_some().then_some(self);
        itself.into_iter().chain(&self.details)
    }
}

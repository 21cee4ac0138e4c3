//! What a response says of an error: more than its message, and only when it is asked for.

use super::answer::Origin;
use super::entry::Entry;
use super::{Catalog, Inner};
use crate::fault::Faults;
use crate::manifest::Argument;
use crate::render::{Asked, Message, Output, Report, Request};
use crate::value::{Args, Value};

impl Catalog {
    /// Renders a message with all that a response carries besides: the text for developers, the
    /// arguments for machines, the title and the help link.
    ///
    /// As total as [`render`](Self::render). What goes wrong with the text for developers or the
    /// title is a fault of the message, too.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::{Catalog, Request, Value};
    ///
    /// let args = [("parameter", Value::from("machineId"))];
    /// let request = Request::new("MissingRequiredParameter").args(&args).range("sv");
    /// let report = Catalog::builtin().report(&request);
    /// assert_eq!(report.message().text(), "Den obligatoriska parametern machineId saknas.");
    /// assert_eq!(report.developer_text(), "Required parameter machineId is missing.");
    /// assert_eq!(report.title(), Some("Felaktig begäran"));
    /// ```
    #[must_use]
    pub fn report(&self, request: &Request<'_>) -> Report {
        let (mut message, answer) = self.answered(request);
        let mut faults = Faults::of(std::mem::take(&mut message.faults));
        let developer_text = self.developer_text(request, &message, &mut faults);
        let title = answer.and_then(|answer| {
            let title = self.0.title(&answer);
            let title = title.or_else(|| self.0.gloss(&answer, message.status?))?;
            let mut text = String::new();
            self.0.write(&title, request, &mut text, &mut faults);
            Some(text)
        });
        message.faults = faults.into_vec();
        Report {
            developer_text,
            title,
            args: self.0.machine_args(request),
            domain: self.domain().map(str::to_owned),
            help_link: self
                .code(request.name)
                .and_then(|code| self.help_link(code.name())),
            message,
            field: None,
            tracking_id: None,
            details: Vec::new(),
        }
    }

    /// The text in the source locale, whoever asks.
    fn developer_text(
        &self,
        request: &Request<'_>,
        message: &Message,
        faults: &mut Faults,
    ) -> String {
        if request.output == Output::Text && message.locale == *self.source_locale() {
            return message.text.clone();
        }
        let source = Request {
            asked: Asked::Nothing,
            output: Output::Text,
            ..*request
        };
        let mut text = String::new();
        for fault in self.write_to(&source, &mut text).faults {
            faults.add_in(fault.kind, &fault.name, fault.locale.as_ref());
        }
        text
    }
}

impl Inner {
    /// The message `status-NNN`, from the locale that answered or its parents.
    fn gloss<'c>(&'c self, answer: &Origin<'c>, status: u16) -> Option<Origin<'c>> {
        let name = self.entries.names.find(&format!("status-{status}"))?;
        let family = std::iter::once(&answer.locale).chain(self.offered.parents(answer.locale));
        family.copied().find_map(|locale| {
            let ops = self.entries.text(self.entries.entry(name), locale)?;
            Some(Origin {
                locale,
                ops,
                ..*answer
            })
        })
    }

    /// The arguments that the name knows, by their types and without the sensitive ones. What it
    /// does not know stays here: nobody has said that it may leave.
    fn machine_args(&self, request: &Request<'_>) -> Args {
        let mut args = Args::new();
        let Some(entry) = self.entries.find(request.name) else {
            return args;
        };
        let types = self.types(entry);
        let read = self.variables(entry);
        for index in 0..request.args.len() {
            let Some((name, value)) = request.args.entry(index) else {
                break;
            };
            // With a name twice, the first counts, as in a text.
            if args.iter().any(|(known, _)| known == name)
                || self.is_sensitive(entry, request.name, name)
            {
                continue;
            }
            let declared = types.iter().find(|argument| argument.name() == name);
            let value = match declared {
                Some(argument) => argument.convert(value).0,
                None if read.contains(name) => value,
                None => continue,
            };
            args.set(name, plain(value));
        }
        args
    }

    /// Whether a manifest keeps an argument back: that of the code, or, for the id of a message or
    /// `id.attribute`, that of any code whose message it is.
    fn is_sensitive(&self, entry: &Entry, name: &str, argument: &str) -> bool {
        let hides = |arguments: &[Argument]| {
            arguments
                .iter()
                .any(|known| known.name() == argument && known.is_sensitive())
        };
        if let Some(code) = entry.code {
            return hides(&self.codes[code as usize].arguments);
        }
        let id = name.split_once('.').map_or(name, |(id, _)| id);
        let message = self.entries.names.find(id);
        self.codes
            .iter()
            .any(|record| Some(record.message) == message && hides(&record.arguments))
    }
}

/// The value as a reader of JSON gets it back.
fn plain(value: Value<'_>) -> Value<'static> {
    match value {
        Value::Unsupported(text) => Value::from(text.into_owned()),
        Value::DateTime(moment) => Value::from(moment.to_string()),
        Value::Custom(value) => Value::from(
            value
                .text(&unic_langid::LanguageIdentifier::default())
                .into_owned(),
        ),
        // JSON has no word for infinity, and few readers keep more than 64 bits.
        Value::Number(number) => match number.as_integer() {
            Some(integer) if i64::try_from(integer).is_err() && u64::try_from(integer).is_err() => {
                Value::from(integer.to_string())
            }
            None if !number.to_f64().is_finite() => Value::from(number.to_string()),
            _ => Value::Number(number),
        },
        Value::List(values) => {
            let items = values.into_iter().map(|value| match value {
                Value::List(_) => Value::from("[…]"),
                value => plain(value),
            });
            Value::List(items.collect())
        }
        value @ Value::String(_) => value.into_owned(),
    }
}

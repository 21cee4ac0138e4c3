//! fluent-static, whose macro makes a method of each message in the same files. It returns a string.

use fluent_static::value::Value;
use fluent_static::{MessageBundle, message_bundle};

use crate::{LOCALES, Message, Peer};

/// The methods; the functions that the files call and these four messages do not are left empty.
#[message_bundle(
    resources = [
        ("../../locales/en-US/errors.ftl", "en-US"),
        ("../../locales/fr-FR/errors.ftl", "fr-FR"),
        ("../../locales/ko-KR/errors.ftl", "ko-KR"),
        ("../../locales/nl-NL/errors.ftl", "nl-NL"),
        ("../../locales/sv-SE/errors.ftl", "sv-SE"),
        ("../../locales/zh-CN/errors.ftl", "zh-CN"),
    ],
    functions = ("JOSA" = no_function),
    default_language = "en-US"
)]
struct Messages;

impl Messages {
    fn no_function<'b>(_: &[Value<'_>], _: &[(&str, Value<'_>)]) -> Value<'b> {
        Value::Error
    }
}

/// The messages of each language, in the order of [`LOCALES`].
pub struct Compiled(Vec<Messages>);

impl Peer for Compiled {
    const NAME: &'static str = "fluent-static";

    fn load() -> Self {
        let messages = |tag: &&str| {
            let mut messages = Messages::get(tag).expect("a language");
            messages.set_use_isolating(false);
            messages
        };
        Compiled(LOCALES.iter().map(messages).collect())
    }

    fn render<R>(
        &self,
        locale: usize,
        message: Message<'_>,
        _buffer: &mut String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        let messages = &self.0[locale];
        read(&match message {
            Message::Plain => messages.not_found(),
            Message::Text(url) => messages.invalid_url(url),
            Message::Integers(received, allowed) => {
                messages.maximum_batch_size_exceeded(received, allowed)
            }
            Message::Plural(allowed) => messages.maximum_batch_size_exceeded_action(allowed),
        })
    }
}

//! rust-i18n, whose texts are YAML made from the same sentences. It has no plurals, so the one of
//! two texts is chosen by hand. It returns a string, which is borrowed when there is no argument.

use crate::{LOCALES, Message, Peer};

/// The texts are in a table that the macro makes.
pub struct RustI18n;

impl Peer for RustI18n {
    const NAME: &'static str = "rust-i18n";

    fn load() -> Self {
        RustI18n
    }

    fn render<R>(
        &self,
        locale: usize,
        message: Message<'_>,
        _buffer: &mut String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        let locale = LOCALES[locale];
        let text = match message {
            Message::Plain => crate::t!("NotFound", locale = locale),
            Message::Text(url) => crate::t!("InvalidUrl", locale = locale, url = url),
            Message::Integers(received, allowed) => crate::t!(
                "MaximumBatchSizeExceeded",
                locale = locale,
                received = received,
                allowed = allowed
            ),
            Message::Plural(allowed @ (0 | 1)) if locale == "fr-FR" || allowed == 1 => {
                crate::t!("SendOne", locale = locale, allowed = allowed)
            }
            Message::Plural(allowed) => crate::t!("SendMany", locale = locale, allowed = allowed),
        };
        read(&text)
    }
}

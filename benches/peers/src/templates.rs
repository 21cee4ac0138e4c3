//! fluent-templates, from the same files, as its macro embeds them. The locale is known, so it is
//! asked for that one and negotiates nothing. Arguments are a map, and it returns a string.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{StaticLoader, static_loader};
use unic_langid::LanguageIdentifier;

use crate::{LOCALES, Message, Peer};

static_loader! {
    static LOADER = {
        locales: "../../locales",
        fallback_language: "en-US",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            bundle.add_builtins().expect("no function yet");
        },
    };
}

/// The loader, and the locales as a service would keep them.
pub struct Templates {
    loader: &'static StaticLoader,
    locales: Vec<LanguageIdentifier>,
}

impl Peer for Templates {
    const NAME: &'static str = "fluent-templates";

    fn load() -> Self {
        let locales = LOCALES
            .iter()
            .map(|tag| tag.parse().expect("a locale"))
            .collect();
        Templates {
            loader: LazyLock::force(&LOADER),
            locales,
        }
    }

    fn render<R>(
        &self,
        locale: usize,
        message: Message<'_>,
        _buffer: &mut String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        let locale = &self.locales[locale];
        let none = None::<&HashMap<Cow<'static, str>, FluentValue<'_>>>;
        let found = match message {
            Message::Plain => self.loader.lookup_single_language(locale, "NotFound", none),
            Message::Text(url) => {
                let args = HashMap::from([("url", url.into())]);
                self.loader
                    .lookup_single_language(locale, "InvalidUrl", Some(&args))
            }
            Message::Integers(received, allowed) => {
                let args =
                    HashMap::from([("received", received.into()), ("allowed", allowed.into())]);
                self.loader
                    .lookup_single_language(locale, "MaximumBatchSizeExceeded", Some(&args))
            }
            Message::Plural(allowed) => {
                let args = HashMap::from([("allowed", allowed.into())]);
                let id = "MaximumBatchSizeExceeded.action";
                self.loader.lookup_single_language(locale, id, Some(&args))
            }
        };
        read(&found.expect("a message"))
    }
}

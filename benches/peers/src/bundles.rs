//! fluent-bundle, from the same files: one bundle a locale, made for many threads.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::{LOCALES, Message, Peer};

/// The bundles, in the order of [`LOCALES`].
pub struct Bundles(Vec<FluentBundle<FluentResource>>);

/// The file of a locale.
#[must_use]
pub fn source(locale: &str) -> &'static str {
    match locale {
        "en-US" => include_str!("../../../locales/en-US/errors.ftl"),
        "fr-FR" => include_str!("../../../locales/fr-FR/errors.ftl"),
        "ko-KR" => include_str!("../../../locales/ko-KR/errors.ftl"),
        "nl-NL" => include_str!("../../../locales/nl-NL/errors.ftl"),
        "sv-SE" => include_str!("../../../locales/sv-SE/errors.ftl"),
        _ => include_str!("../../../locales/zh-CN/errors.ftl"),
    }
}

impl Peer for Bundles {
    const NAME: &'static str = "fluent-bundle";

    fn load() -> Self {
        let bundle = |tag: &&str| {
            let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().expect("a locale")]);
            let resource = FluentResource::try_new(source(tag).to_owned()).expect("Fluent");
            bundle.add_resource(resource).expect("every id once");
            bundle.set_use_isolating(false);
            bundle.add_builtins().expect("no function yet");
            bundle
        };
        Bundles(LOCALES.iter().map(bundle).collect())
    }

    fn render<R>(
        &self,
        locale: usize,
        message: Message<'_>,
        out: &mut String,
        read: impl FnOnce(&str) -> R,
    ) -> R {
        out.clear();
        let bundle = &self.0[locale];
        let mut args = FluentArgs::new();
        let id = match message {
            Message::Plain => "NotFound",
            Message::Text(url) => {
                args.set("url", url);
                "InvalidUrl"
            }
            Message::Integers(received, allowed) => {
                args.set("received", received);
                args.set("allowed", allowed);
                "MaximumBatchSizeExceeded"
            }
            Message::Plural(allowed) => {
                args.set("allowed", allowed);
                "MaximumBatchSizeExceeded"
            }
        };
        let found = bundle.get_message(id).expect("a message");
        let pattern = match message {
            Message::Plural(_) => found.get_attribute("action").expect("an action").value(),
            _ => found.value().expect("a value"),
        };
        let mut errors = Vec::new();
        bundle
            .write_pattern(out, pattern, Some(&args), &mut errors)
            .expect("a string");
        debug_assert!(errors.is_empty());
        read(out)
    }
}

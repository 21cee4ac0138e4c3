//! fluent-bundle as the reference.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource};
use tolken::fluent::{FluentArgs, FluentValue};

use super::functions;
use super::number::number;

/// The locales that are compared: those of the built-in catalog, and others for their plural
/// categories. CLDR 36, which fluent-bundle has, and ICU4X's agree on these below a million.
pub(super) const LOCALES: [&str; 9] = [
    "en-US", "fr-FR", "ko-KR", "nl-NL", "sv-SE", "zh-CN", "cy", "ga", "pl",
];

/// A resource in a bundle of fluent-bundle.
pub(super) struct Reference {
    bundle: FluentBundle<FluentResource>,
}

impl Reference {
    /// Takes whatever of the text can be read.
    pub(super) fn new(locale: &str, ftl: &str) -> Self {
        let index = LOCALES.iter().position(|known| *known == locale);
        let index = index.expect("a locale of the tests");
        let locale = LOCALES[index];
        let mut bundle = FluentBundle::new_concurrent(vec![locale.parse().unwrap()]);
        bundle.set_formatter(Some(formatter(index)));
        functions::register_all(&mut bundle, locale);
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(ftl.to_owned());
        // What is defined twice is a fault of the resource, and the first counts.
        let _ = bundle.add_resource(resource);
        Reference { bundle }
    }

    /// The text of a message or `id.attribute`, words marked, with the errors; `None` when it has
    /// none.
    pub(super) fn render(
        &mut self,
        name: &str,
        args: &FluentArgs<'_>,
        isolates: bool,
    ) -> Option<(String, Vec<FluentError>)> {
        self.bundle.set_use_isolating(isolates);
        let (id, attribute) = match name.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (name, None),
        };
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        Some((text.into_owned(), errors))
    }
}

/// A formatter is a function pointer and can hold nothing, so there is one for each locale.
fn formatter<M>(locale: usize) -> fn(&FluentValue<'_>, &M) -> Option<String> {
    [
        format::<0, M>,
        format::<1, M>,
        format::<2, M>,
        format::<3, M>,
        format::<4, M>,
        format::<5, M>,
        format::<6, M>,
        format::<7, M>,
        format::<8, M>,
    ][locale]
}

fn format<const LOCALE: usize, M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(value) => Some(number(LOCALES[LOCALE], value)),
        _ => None,
    }
}

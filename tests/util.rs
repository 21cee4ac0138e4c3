//! The words that tests speak in.

use proptest::test_runner::{Config, RngSeed};
use tolken::{Catalog, Code, Layer, Message, Request, Value};

/// The examples of the manifest, as arguments.
pub(crate) fn examples(code: Code<'_>) -> Vec<(&str, Value<'_>)> {
    code.arguments()
        .iter()
        .filter_map(|argument| Some((argument.name(), argument.example()?.borrowed())))
        .collect()
}

/// Renders a code of the built-in catalog.
pub(crate) fn render(code: &str, args: &[(&str, Value<'_>)], range: &str) -> Message {
    Catalog::builtin().render(&Request::new(code).args(&args).range(range))
}

/// A catalog of one file in one locale; whatever is wrong in it is a test's own matter.
#[track_caller]
pub(crate) fn catalog(locale: &str, ftl: &str) -> Catalog {
    let layer = Layer::new().source(locale, "test.ftl", ftl);
    Catalog::builder()
        .layer(layer)
        .build()
        .expect("there is a message")
        .into_catalog()
}

/// Each fault as `kind name`.
pub(crate) fn faults(message: &Message) -> Vec<String> {
    let faults = message.faults().iter();
    faults
        .map(|fault| format!("{} {}", fault.kind.name(), fault.name))
        .collect()
}

/// The text with characters that look alike or like nothing written as escapes.
pub(crate) fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{A0}' | '\u{202F}' | '\u{2066}'..='\u{2069}' | '\u{200B}'..='\u{200F}' => {
                format!("\\u{{{:x}}}", u32::from(c))
            }
            c => c.to_string(),
        })
        .collect()
}

/// The same cases on every machine; fuzzing is where new ones are looked for.
pub(crate) fn cases(cases: u32) -> Config {
    Config {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..Config::with_cases(cases)
    }
}

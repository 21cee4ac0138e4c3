//! A large catalog to load: Fluent text of 10,000 messages in each of six locales.

use std::fmt::Write;

/// Messages in each locale.
pub const MESSAGES: usize = 10_000;

/// The file of a locale; every third message has an argument. No two texts are equal.
///
/// # Panics
///
/// Never: writing to a string does not fail.
#[must_use]
pub fn source(locale: &str) -> String {
    let mut source = String::new();
    for index in 0..MESSAGES {
        writeln!(source, "Message{index} = {}", text(index, locale)).expect("a string");
    }
    source
}

/// The bytes of an average text as it stands in the file.
#[must_use]
pub fn average() -> f64 {
    let bytes: usize = (0..MESSAGES).map(|index| text(index, "en-US").len()).sum();
    #[expect(clippy::cast_precision_loss)]
    let average = bytes as f64 / MESSAGES as f64;
    average
}

fn text(index: usize, locale: &str) -> String {
    let argument = if index.is_multiple_of(3) {
        "{ $value }"
    } else {
        "requested"
    };
    format!("The resource {index} that was {argument} is gone now ({locale}).")
}

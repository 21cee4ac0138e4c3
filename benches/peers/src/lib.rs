//! The four messages that every peer renders, in six languages, and the peers.
//!
//! One peer a file. Each appends to a buffer that is used again, since that is what a service does,
//! and each is checked to give the same text before anything is measured.

pub mod by_hand;
pub mod bundles;
pub mod i18n;
pub mod tolken;

rust_i18n::i18n!("locales");
pub(crate) use rust_i18n::t;

/// The languages, sorted by tag.
pub const LOCALES: [&str; 6] = ["en-US", "fr-FR", "ko-KR", "nl-NL", "sv-SE", "zh-CN"];

/// A message with its arguments. Numbers are below 1,000, so that grouping, which only some peers
/// have, makes no difference.
#[derive(Clone, Copy, Debug)]
pub enum Message<'m> {
    /// `NotFound`: no argument.
    Plain,
    /// `InvalidUrl`: a string.
    Text(&'m str),
    /// `MaximumBatchSizeExceeded`: two integers.
    Integers(u64, u64),
    /// Its action: an integer that chooses a plural.
    Plural(u64),
}

/// One of each.
pub const MESSAGES: [(&str, Message<'static>); 4] = [
    ("plain", Message::Plain),
    ("text", Message::Text("htp://contoso.com/a")),
    ("integers", Message::Integers(150, 100)),
    ("plural", Message::Plural(100)),
];

/// Something that renders a message in a locale.
pub trait Peer {
    /// Its name in the tables.
    const NAME: &'static str;

    /// Loads all texts.
    fn load() -> Self;

    /// Appends a message in one of [`LOCALES`].
    fn render(&self, locale: usize, message: Message<'_>, out: &mut String);
}

/// Checks that a peer gives the text of the one written by hand, and gives the peer.
///
/// # Panics
///
/// When it does not.
#[must_use]
pub fn checked<P: Peer>() -> P {
    let (peer, reference) = (P::load(), by_hand::ByHand::load());
    for (locale, tag) in LOCALES.iter().enumerate() {
        for (name, message) in MESSAGES {
            let (mut expected, mut found) = (String::new(), String::new());
            reference.render(locale, message, &mut expected);
            peer.render(locale, message, &mut found);
            assert_eq!(found, expected, "{}: {name} in {tag}", P::NAME);
        }
    }
    peer
}

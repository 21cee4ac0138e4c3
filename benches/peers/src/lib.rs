//! The four messages that every peer renders, in six languages, and the peers.
//!
//! One peer a file. Each gives its text in the cheapest way that its interface has: written into a
//! buffer that is used again, or as the string that it returns. Each is checked to give the same
//! text before anything is measured.

pub mod bundles;
pub mod by_hand;
pub mod compiled;
pub mod corpus;
pub mod counting;
pub mod i18n;
pub mod templates;
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

    /// Hands the text of a message in one of [`LOCALES`] to `read`. A peer that can write into a
    /// buffer uses `buffer`, which it clears first; others leave it alone.
    fn render<R>(
        &self,
        locale: usize,
        message: Message<'_>,
        buffer: &mut String,
        read: impl FnOnce(&str) -> R,
    ) -> R;
}

/// Checks that a peer gives the text of the one written by hand, and gives the peer.
///
/// # Panics
///
/// When it does not.
#[must_use]
pub fn checked<P: Peer>() -> P {
    let (peer, reference) = (P::load(), by_hand::ByHand::load());
    let (mut one, mut other) = (String::new(), String::new());
    for (locale, tag) in LOCALES.iter().enumerate() {
        for (name, message) in MESSAGES {
            let expected = reference.render(locale, message, &mut one, str::to_owned);
            let found = peer.render(locale, message, &mut other, str::to_owned);
            assert_eq!(found, expected, "{}: {name} in {tag}", P::NAME);
        }
    }
    peer
}

/// Locales and messages in a random order, the same one for every peer.
///
/// # Panics
///
/// Never: what is drawn has 31 bits.
#[must_use]
pub fn mix() -> Vec<(usize, Message<'static>)> {
    // A linear congruential generator (Knuth, MMIX).
    let mut state = 1_u64;
    let mut draw = |bound: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(state >> 33).expect("31 bits") % bound
    };
    (0..4096)
        .map(|_| (draw(LOCALES.len()), MESSAGES[draw(MESSAGES.len())].1))
        .collect()
}

//! Heap allocations of one rendering, counted, averaged over all messages and locales.

use tolken::codes::{InvalidUrl, MaximumBatchSizeExceeded, NotFound};
use tolken::{Catalog, LanguageIdentifier, Localized, Request};
use tolken_peers::bundles::Bundles;
use tolken_peers::by_hand::ByHand;
use tolken_peers::compiled::Compiled;
use tolken_peers::counting::{Counting, count};
use tolken_peers::i18n::RustI18n;
use tolken_peers::templates::Templates;
use tolken_peers::tolken::Tolken;
use tolken_peers::{LOCALES, MESSAGES, Message, Peer, checked};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    reused::<ByHand>();
    let tolken = reused::<Tolken>();
    owned("tolken", |locale, message| tolken.text(locale, message));
    message();
    typed();
    reused::<Compiled>();
    reused::<RustI18n>();
    reused::<Bundles>();
    reused::<Templates>();
}

/// The way that is measured elsewhere: into a buffer that is used again, where a peer can.
fn reused<P: Peer>() -> P {
    let peer = checked::<P>();
    let mut buffer = String::with_capacity(1024);
    average(P::NAME, "a text", |locale, message| {
        peer.render(locale, message, &mut buffer, |_| {});
    });
    peer
}

/// A string that the caller keeps.
fn owned(name: &str, render: impl Fn(usize, Message<'_>) -> String) {
    average(name, "an owned string", |locale, message| {
        drop(render(locale, message));
    });
}

/// A whole message without an action, with the locale that answered and the status.
fn message() {
    let catalog = Catalog::builtin();
    let locales = LOCALES.map(|tag| [tag.parse::<LanguageIdentifier>().expect("a locale")]);
    average("tolken", "a `Message` without action", |locale, _| {
        drop(catalog.render(&Request::new("label-action").locales(&locales[locale])));
    });
}

/// Typed codes, with the same values.
fn typed() {
    let catalog = Catalog::builtin();
    let locales = LOCALES.map(|tag| [tag.parse::<LanguageIdentifier>().expect("a locale")]);
    let mut buffer = String::with_capacity(1024);
    average("tolken", "a typed code", |locale, message| {
        let locales = &locales[locale];
        let mut render = |error: &dyn Localized| {
            buffer.clear();
            catalog.write_to(&error.request().locales(locales), &mut buffer);
        };
        match message {
            Message::Plain => render(&NotFound),
            Message::Text(url) => render(&InvalidUrl { url }),
            Message::Integers(received, allowed) => render(&MaximumBatchSizeExceeded {
                received: received.into(),
                allowed: allowed.into(),
            }),
            // Only its action has a plural, and the code has both arguments.
            Message::Plural(allowed) => render(&MaximumBatchSizeExceeded {
                received: 0,
                allowed: allowed.into(),
            }),
        }
    });
}

fn average(name: &str, what: &str, mut render: impl FnMut(usize, Message<'_>)) {
    let ((), counted) = count(|| {
        for locale in 0..LOCALES.len() {
            for (_, message) in MESSAGES {
                render(locale, message);
            }
        }
    });
    #[expect(clippy::cast_precision_loss)]
    let average = counted.calls as f64 / (LOCALES.len() * MESSAGES.len()) as f64;
    println!("{name}\t{what}\t{average:.2}");
}

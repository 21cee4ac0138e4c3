//! Memory of a loaded catalog: 10,000 messages in six locales, with all that is needed to render.

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use tolken::{Catalog, Layer};
use tolken_peers::counting::{Counted, Counting, count};
use tolken_peers::{LOCALES, corpus};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn main() {
    println!("text\tbytes a message\t{:.1}", corpus::average());
    // Locale data that is read once for all catalogs is not a catalog's memory.
    drop(tolken("Message = Once.\n"));
    report("tolken", || tolken(""));
    let bytes = tolken("").to_prebuilt();
    report("tolken prebuilt", || {
        Catalog::from_prebuilt(&bytes).expect("whole")
    });
    report("fluent-bundle", bundles);
}

fn report<R>(name: &str, load: impl FnOnce() -> R) {
    let (loaded, counted) = count(load);
    let Counted {
        allocated,
        retained,
        ..
    } = counted;
    #[expect(clippy::cast_precision_loss)]
    let per_message = |bytes: u64| bytes as f64 / (LOCALES.len() * corpus::MESSAGES) as f64;
    println!("{name}\tbytes held a message\t{:.1}", per_message(retained));
    println!(
        "{name}\tbytes asked for a message\t{:.1}",
        per_message(allocated)
    );
    drop(loaded);
}

/// A catalog from a text, or from the corpus when there is none.
fn tolken(text: &str) -> Catalog {
    let layer = LOCALES.iter().fold(Layer::new(), |layer, locale| {
        let source = if text.is_empty() {
            corpus::source(locale)
        } else {
            text.to_owned()
        };
        layer.source(locale, "errors.ftl", source)
    });
    Catalog::builder()
        .layer(layer)
        .build()
        .expect("messages")
        .into_catalog()
}

fn bundles() -> Vec<FluentBundle<FluentResource>> {
    let bundle = |tag: &&str| {
        let mut bundle = FluentBundle::new_concurrent(vec![tag.parse().expect("a locale")]);
        let resource = FluentResource::try_new(corpus::source(tag)).expect("Fluent");
        bundle.add_resource(resource).expect("every id once");
        bundle
    };
    LOCALES.iter().map(bundle).collect()
}

//! Prints two errors in the languages named, such as `cargo run -p tolken-first-catalog -- ko en`.

use std::env;
use std::error::Error;

use tolken::{Catalog, DateTime, Localized};
use tolken_derive::Localize;

/// The codes of `locales/`; one that is not there does not compile.
#[derive(Debug, Localize)]
enum StorageError {
    QuotaExceeded { name: String, used: u64 },
    TokenExpired { expired: DateTime },
}

fn main() -> Result<(), Box<dyn Error>> {
    let loaded = Catalog::from_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/locales"))?;
    let errors = [
        StorageError::QuotaExceeded {
            name: "서버".to_owned(),
            used: 1500,
        },
        StorageError::TokenExpired {
            expired: "2026-11-05T09:30:00Z".parse()?,
        },
    ];
    for language in env::args().skip(1) {
        for error in &errors {
            let message = loaded.catalog().render(&error.request().range(&language));
            println!("{} {}: {}", message.locale(), error.code(), message.text());
        }
    }
    Ok(())
}

//! How often each code was rendered, by the locale that answered.
//!
//! A table beside the catalog, so that to count is to find a row and to add one: nothing is allocated, and
//! nobody waits. Its labels are the catalog's own codes and locales, however many others are asked for.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tolken::{Catalog, LanguageIdentifier};

/// The counts of one revision's codes. A code that is in the next revision as well keeps its counts.
pub(crate) struct Renders {
    locales: Vec<LanguageIdentifier>,
    rows: HashMap<String, Row>,
    /// Of whatever is no code of the catalog.
    other: Row,
}

/// A count for each locale, and one for no locale.
type Row = Arc<[AtomicU64]>;

/// The label of what the catalog does not have.
const OTHER: &str = "other";

impl Renders {
    pub(super) fn new(catalog: &Catalog, before: Option<&Renders>) -> Self {
        let locales = catalog.locales().to_vec();
        let row = |row: fn(&Renders, &str) -> Option<Row>, code: &str| {
            let Some((before, row)) = before.and_then(|before| Some((before, row(before, code)?)))
            else {
                return (0..=locales.len()).map(|_| AtomicU64::new(0)).collect();
            };
            if before.locales == locales {
                return row;
            }
            let count = |locale| row[before.column(locale)].load(Ordering::Relaxed);
            let known = |locale: &&LanguageIdentifier| before.locales.contains(locale);
            let counts = locales
                .iter()
                .map(|locale| Some(locale).filter(known).map_or(0, |it| count(Some(it))));
            let counts = counts.chain([count(None)]);
            counts.map(AtomicU64::new).collect()
        };
        let rows = catalog.codes().map(|code| {
            let row = row(|before, code| before.rows.get(code).cloned(), code.name());
            (code.name().to_owned(), row)
        });
        Renders {
            rows: rows.collect(),
            other: row(|before, _| Some(before.other.clone()), OTHER),
            locales,
        }
    }

    /// Counts one, for the locale that answered.
    pub(crate) fn count(&self, code: &str, locale: Option<&LanguageIdentifier>) {
        let row = self.rows.get(code).unwrap_or(&self.other);
        row[self.column(locale)].fetch_add(1, Ordering::Relaxed);
    }

    /// Code, locale and count of whatever was rendered.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, String, u64)> {
        let rows = self.rows.iter().map(|(code, row)| (code.as_str(), row));
        let rows = rows.chain([(OTHER, &self.other)]);
        rows.flat_map(move |(code, row)| {
            row.iter().enumerate().filter_map(move |(column, count)| {
                let count = count.load(Ordering::Relaxed);
                let locale = self.locales.get(column);
                let locale = locale.map_or_else(|| OTHER.to_owned(), ToString::to_string);
                (count > 0).then_some((code, locale, count))
            })
        })
    }

    fn column(&self, locale: Option<&LanguageIdentifier>) -> usize {
        let column = self.locales.iter().position(|known| Some(known) == locale);
        column.unwrap_or(self.locales.len())
    }
}

#[cfg(test)]
mod tests {
    use tolken::Layer;

    use super::*;

    fn catalog(locales: &[&str], text: &str) -> Catalog {
        let layer = locales.iter().fold(Layer::new(), |layer, locale| {
            layer.source(locale, format!("{locale}.ftl"), text)
        });
        Catalog::builder()
            .layer(layer)
            .build()
            .unwrap()
            .into_catalog()
    }

    fn all(renders: &Renders) -> Vec<(&str, String, u64)> {
        let mut all: Vec<_> = renders.all().collect();
        all.sort();
        all
    }

    #[test]
    fn counts_go_on_where_the_catalog_changes() {
        let (ko, sv) = ("ko-KR".parse().unwrap(), "sv-SE".parse().unwrap());
        let first = Renders::new(&catalog(&["ko-KR", "sv-SE"], "Gone = x\n"), None);
        first.count("Gone", Some(&ko));
        first.count("Gone", Some(&sv));
        first.count("Unheard", None);

        let same = Renders::new(
            &catalog(&["ko-KR", "sv-SE"], "Gone = y\nNew = z\n"),
            Some(&first),
        );
        first.count("Gone", Some(&sv)); // by a request that began before the change
        same.count("New", Some(&ko));
        let expected = [
            ("Gone", "ko-KR", 1),
            ("Gone", "sv-SE", 2),
            ("New", "ko-KR", 1),
            ("other", "other", 1),
        ];
        assert_eq!(
            all(&same),
            expected.map(|(code, locale, n)| (code, locale.to_owned(), n))
        );

        let fewer = Renders::new(&catalog(&["de-DE", "sv-SE"], "Gone = y\n"), Some(&same));
        let expected = [("Gone", "sv-SE", 2), ("other", "other", 1)];
        assert_eq!(
            all(&fewer),
            expected.map(|(code, locale, n)| (code, locale.to_owned(), n))
        );
    }

    #[test]
    fn what_the_catalog_does_not_have_is_one_series() {
        let renders = Renders::new(&catalog(&["ko-KR"], "Gone = x\n"), None);
        for name in ["a", "b", "c"] {
            renders.count(name, Some(&"xx".parse().unwrap()));
        }
        assert_eq!(all(&renders), [("other", "other".to_owned(), 3)]);
    }
}

//! The header `Plural-Forms`: which of its plural texts gettext takes for a number.
//!
//! CLDR's rules are not written in gettext's language, so each is a row of a table here, and a test
//! holds every row against CLDR. A category that only fractions have gets a form as well, which no
//! integer chooses, so that nothing is lost. What another tool wrote in the header is evaluated: if
//! its forms are our categories in another order or number, they are understood.

use tolken::LanguageIdentifier;

use super::expression::value;
use crate::exchange::plural::{Plurals, integers};

/// How many forms a language may have; none has more than six.
const MOST: usize = 10;

const SLAVIC: &str = "n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && \
                      (n % 100 < 12 || n % 100 > 14) ? 1 : 2";

/// Languages and the expression that gives an integer's place among the categories, CLDR's order.
const TABLE: [(&str, &str); 20] = [
    ("id ja km ko lo ms my th yue zh", "0"),
    (
        "af az bg da de el en et eu fi hu ka kk ky lb ml mn mr nb ne nl nn no sq sv sw ta te tr \
         ur uz",
        "n != 1",
    ),
    ("am bn fa gu hi hy kn vi zu", "n > 1"),
    (
        "ca es gl it",
        "n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2",
    ),
    ("fr pt", "n < 2 ? 0 : n % 1000000 == 0 ? 1 : 2"),
    ("pt-PT", "n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2"),
    ("be ru uk bs hr sr", SLAVIC),
    (
        "pl",
        "n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2",
    ),
    ("cs sk", "n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 3"),
    (
        "sl",
        "n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : n % 100 == 3 || n % 100 == 4 ? 2 : 3",
    ),
    (
        "lt",
        "n % 10 == 1 && (n % 100 < 11 || n % 100 > 19) ? 0 : n % 10 >= 2 && \
         (n % 100 < 11 || n % 100 > 19) ? 1 : 3",
    ),
    (
        "lv",
        "n % 10 == 0 || n % 100 >= 11 && n % 100 <= 19 ? 0 : n % 10 == 1 ? 1 : 2",
    ),
    (
        "ro",
        "n == 1 ? 0 : n == 0 || n % 100 >= 1 && n % 100 <= 19 ? 1 : 2",
    ),
    ("he", "n == 1 ? 0 : n == 2 ? 1 : 2"),
    (
        "ar",
        "n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 \
         ? 4 : 5",
    ),
    (
        "ga",
        "n == 1 ? 0 : n == 2 ? 1 : n >= 3 && n <= 6 ? 2 : n >= 7 && n <= 10 ? 3 : 4",
    ),
    ("cy", "n < 4 ? n : n == 6 ? 4 : 5"),
    ("is mk", "n % 10 != 1 || n % 100 == 11"),
    (
        "mt",
        "n == 1 ? 0 : n == 2 ? 1 : n == 0 || n % 100 >= 3 && n % 100 <= 10 ? 2 : n % 100 >= 11 && \
         n % 100 <= 19 ? 3 : 4",
    ),
    (
        "fil",
        "n == 1 || n == 2 || n == 3 || n % 10 != 4 && n % 10 != 6 && n % 10 != 9 ? 0 : 1",
    ),
];

/// The header for a locale, if its language is in the table.
pub(in crate::exchange) fn header(
    locale: &LanguageIdentifier,
    plurals: &Plurals,
) -> Option<String> {
    let expression = expression(locale)?;
    let count = plurals.categories.len();
    Some(format!("nplurals={count}; plural={expression};"))
}

fn expression(locale: &LanguageIdentifier) -> Option<&'static str> {
    let language = locale.language.as_str().to_owned();
    let region = locale.region.map(|region| format!("{language}-{region}"));
    let find = |tag: &str| {
        let mut rows = TABLE.iter();
        let row = rows.find(|(tags, _)| tags.split(' ').any(|known| known == tag));
        row.map(|(_, expression)| *expression)
    };
    region
        .and_then(|tag| find(&tag))
        .or_else(|| find(&language))
}

/// The category that each form of a header is of, if they are those of the locale.
pub(super) fn categories(header: &str, plurals: &Plurals) -> Option<Vec<&'static str>> {
    let mut fields = header.split(';').filter_map(|field| field.split_once('='));
    let (_, count) = fields.find(|(name, _)| name.trim() == "nplurals")?;
    let (_, expression) = fields.find(|(name, _)| name.trim() == "plural")?;
    let count: usize = count.trim().parse().ok().filter(|count| *count <= MOST)?;
    let mut forms = vec![None; count];
    for integer in integers() {
        let form = value(expression, integer as u64)?;
        let form = forms.get_mut(usize::try_from(form).ok()?)?;
        let category = plurals.of(integer);
        if form.is_some_and(|known| known != category) {
            return None;
        }
        *form = Some(category);
    }
    for (form, category) in plurals.categories.iter().enumerate() {
        // Only fractions have it, and no integer chooses its form.
        if !forms.contains(&Some(*category)) && forms.get(form) == Some(&None) {
            forms[form] = Some(*category);
        }
    }
    let mut known: Vec<_> = forms.iter().flatten().collect();
    known.sort_unstable();
    known.dedup();
    let is_clear = known.len() == forms.len();
    is_clear.then(|| forms.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_what_cldr_says() {
        for tag in TABLE.iter().flat_map(|(tags, _)| tags.split(' ')) {
            let locale: LanguageIdentifier = tag.parse().unwrap();
            let plurals = Plurals::new(&locale);
            let header = header(&locale, &plurals).unwrap();
            assert_eq!(
                categories(&header, &plurals).as_ref(),
                Some(&plurals.categories),
                "{tag}: {header}"
            );
        }
    }

    #[test]
    fn forms_in_another_order_are_understood_and_others_are_not() {
        let of = |tag: &str, header: &str| categories(header, &Plurals::new(&tag.parse().unwrap()));
        let reversed = "nplurals=2; plural=(n == 1) ? 1 : 0;";
        assert_eq!(of("sv-SE", reversed), Some(vec!["other", "one"]));
        assert_eq!(
            of("sv-SE", "nplurals=2; plural=n!=1"),
            Some(vec!["one", "other"])
        );
        assert_eq!(of("fr-FR", "nplurals=2; plural=(n > 1);"), None);
        assert_eq!(of("ko-KR", "nplurals=2; plural=n != 1;"), None);
        let weblate =
            "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;";
        assert_eq!(of("pl-PL", weblate), Some(vec!["one", "few", "many"]));
        for broken in [
            "",
            "nplurals=99999999999; plural=0",
            "nplurals=1; plural=n",
            "plural=0",
            "nplurals=0; plural=0",
        ] {
            assert_eq!(of("ko-KR", broken), None, "{broken}");
        }
    }
}

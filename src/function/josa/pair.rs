//! The particles and the form each takes after every final sound.
//!
//! The rows are the particle table of the project's localization rules, as data: messages name
//! them, lookup of shown text matches their forms, and the documentation lists them.

use super::FinalSound;

/// A pair of particles that mean the same after different sounds, such as `이/가`.
///
/// Particles that never change, such as `에서`, are pairs with one form.
///
/// # Example
///
/// ```
/// use tolken::function::josa::{FinalSound, Pair};
///
/// let with = Pair::parse("와/과").expect("a pair of the table");
/// assert_eq!(with.name(), "과/와");
/// assert_eq!(with.form(FinalSound::Vowel), "와");
/// assert_eq!(with.form(FinalSound::Unknown), "과(와)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pair(u8);

impl Pair {
    /// Finds a pair by its name, in either order, or by any one of its forms.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::josa::Pair;
    ///
    /// let subject = Pair::parse("이/가");
    /// assert!(subject.is_some());
    /// for same in ["가/이", "이", "가", "이(가)"] {
    ///     assert_eq!(Pair::parse(same), subject);
    /// }
    /// assert_eq!(Pair::parse("이/를"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Pair> {
        let turned = text.split_once('/').map(|(first, second)| (second, first));
        Pair::all().find(|pair| {
            let name = pair.name();
            text == name
                || turned.is_some_and(|turned| name.split_once('/') == Some(turned))
                || pair.forms().any(|form| form == text)
        })
    }

    /// Every pair, in the order of the table.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::josa::Pair;
    ///
    /// assert!(Pair::all().any(|pair| pair.name() == "으로부터/로부터"));
    /// ```
    pub fn all() -> impl Iterator<Item = Pair> {
        (0..).zip(ROWS).map(|(index, _)| Pair(index))
    }

    /// The form that follows a word with this final sound; the double form if it is unknown.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::josa::{FinalSound, Pair};
    ///
    /// let toward = Pair::parse("으로/로").expect("a pair of the table");
    /// assert_eq!(toward.form(FinalSound::Rieul), "로");
    /// assert_eq!(toward.form(FinalSound::Consonant), "으로");
    /// ```
    #[must_use]
    pub fn form(self, sound: FinalSound) -> &'static str {
        let row = self.row();
        match sound {
            FinalSound::Vowel => row.short,
            FinalSound::Rieul if row.rieul_is_vowel => row.short,
            FinalSound::Rieul | FinalSound::Consonant => row.long,
            FinalSound::Unknown => row.double,
        }
    }

    /// The forms the pair can take, each once: the double form, the long one, the short one.
    ///
    /// A form that begins another one comes after it, so the first match in a text is the whole.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::josa::Pair;
    ///
    /// let forms = |name| Pair::parse(name).map(|pair| pair.forms().collect::<Vec<_>>());
    /// assert_eq!(forms("이/가"), Some(vec!["이(가)", "이", "가"]));
    /// assert_eq!(forms("까지"), Some(vec!["까지"]));
    /// ```
    pub fn forms(self) -> impl Iterator<Item = &'static str> {
        let row = self.row();
        let distinct = if row.long == row.short { 1 } else { 3 };
        [row.double, row.long, row.short].into_iter().take(distinct)
    }

    /// The name in the order of the table, the form after a consonant first: `이/가`, `과/와`.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::josa::Pair;
    ///
    /// assert_eq!(Pair::parse("예요").map(Pair::name), Some("이에요/예요"));
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The row of the table; the index stands, as [`Pair::all`] alone makes pairs.
    fn row(self) -> &'static Row {
        &ROWS[usize::from(self.0)]
    }
}

/// A row of the table.
struct Row {
    name: &'static str,
    /// After a consonant.
    long: &'static str,
    /// After a vowel.
    short: &'static str,
    /// After what is not known.
    double: &'static str,
    /// Whether ㄹ counts as a vowel.
    rieul_is_vowel: bool,
}

macro_rules! row {
    ($form:literal) => {
        Row { name: $form, long: $form, short: $form, double: $form, rieul_is_vowel: false }
    };
    ($long:literal / $short:literal, $double:literal) => {
        row!($long / $short, $double, rieul_is_vowel: false)
    };
    ($long:literal / $short:literal, $double:literal, rieul_is_vowel: $rieul:literal) => {
        Row {
            name: concat!($long, "/", $short),
            long: $long,
            short: $short,
            double: $double,
            rieul_is_vowel: $rieul,
        }
    };
}

static ROWS: &[Row] = &[
    row!("이" / "가", "이(가)"),
    row!("은" / "는", "은(는)"),
    row!("을" / "를", "을(를)"),
    row!("과" / "와", "과(와)"),
    row!("으로" / "로", "(으)로", rieul_is_vowel: true),
    row!("으로서" / "로서", "(으)로서", rieul_is_vowel: true),
    row!("으로써" / "로써", "(으)로써", rieul_is_vowel: true),
    row!("으로부터" / "로부터", "(으)로부터", rieul_is_vowel: true),
    row!("이나" / "나", "(이)나"),
    row!("이며" / "며", "(이)며"),
    row!("이랑" / "랑", "(이)랑"),
    row!("이란" / "란", "(이)란"),
    row!("이라는" / "라는", "(이)라는"),
    row!("이라고" / "라고", "(이)라고"),
    row!("이다" / "다", "(이)다"),
    row!("이고" / "고", "(이)고"),
    row!("이든지" / "든지", "(이)든지"),
    row!("이여" / "여", "(이)여"),
    row!("이시여" / "시여", "(이)시여"),
    row!("이지만" / "지만", "(이)지만"),
    row!("이니" / "니", "(이)니"),
    row!("이면" / "면", "(이)면"),
    row!("이라" / "라", "(이)라"),
    row!("이었다" / "였다", "이었다(였다)"),
    row!("아" / "야", "아(야)"),
    row!("이에요" / "예요", "이에요(예요)"),
    row!("이었습니다" / "였습니다", "이었습니다(였습니다)"),
    row!("의"),
    row!("에"),
    row!("에서"),
    row!("도"),
    row!("만"),
    row!("부터"),
    row!("까지"),
    row!("입니다"),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_row_is_found_by_every_spelling() {
        for pair in Pair::all() {
            let row = pair.row();
            assert_eq!(Pair::parse(row.name), Some(pair));
            assert!(
                pair.forms().all(|form| Pair::parse(form) == Some(pair)),
                "{}",
                row.name
            );
            if row.long != row.short {
                assert_eq!(
                    Pair::parse(&format!("{}/{}", row.short, row.long)),
                    Some(pair)
                );
            }
        }
        for text in ["", "/", "이/", "이가", "에/에", "는/가", "이/가/이"] {
            assert_eq!(Pair::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn no_form_belongs_to_two_pairs() {
        let mut seen = HashSet::new();
        assert!(
            Pair::all()
                .flat_map(Pair::forms)
                .all(|form| seen.insert(form))
        );
        assert_eq!(Pair::all().count(), ROWS.len());
    }

    #[test]
    fn only_ro_takes_rieul_as_a_vowel() {
        for pair in Pair::all() {
            let ro = pair.name().starts_with("으로");
            let after = if ro {
                FinalSound::Vowel
            } else {
                FinalSound::Consonant
            };
            assert_eq!(
                pair.form(FinalSound::Rieul),
                pair.form(after),
                "{}",
                pair.name()
            );
        }
    }

    #[test]
    fn the_longest_form_matches_first() {
        for pair in Pair::all() {
            let forms: Vec<_> = pair.forms().collect();
            for (i, form) in forms.iter().enumerate() {
                assert!(
                    !forms[..i].iter().any(|earlier| form.starts_with(earlier)),
                    "{form}"
                );
            }
        }
    }

    #[test]
    fn gwa_is_the_form_after_a_consonant() {
        let pair = Pair::parse("와").unwrap();
        assert_eq!(pair.form(FinalSound::Consonant), "과");
        assert_eq!(pair.form(FinalSound::Vowel), "와");
    }
}

//! French elision: whether the little word before a value loses its vowel, and what it becomes.
//!
//! *De* is *d’* before *Android* and stays *de* before *Linux*, which a translator cannot know
//! when that word is an argument. The forms, the list of mute *h* and the words that never elide
//! are those of the project's localization rules; a fixed noun before the argument is better
//! still, where the sentence has room for one. The module is separate from the functions of
//! messages because it knows nothing of them: text goes in, a word comes out, nothing is
//! allocated.

use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

/// Beginnings of words whose *h* is mute, without accents; any other *h* is read as aspirate,
/// as in English words and *hachage*.
///
/// Words of the trade and of daily use; *hiérarchie*, *héros* and *hotte* are aspirate, so the
/// beginnings are long enough to leave them out.
const MUTE_H: &[&str] = &[
    "habilit", "habit", "hamecon", "harmon", "hebdo", "heberg", "herit", "heter", "heure",
    "heurist", "hexa", "histo", "hiver", "homme", "homolog", "homonym", "honneur", "hopital",
    "horaire", "horizon", "horlog", "horo", "hote", "huile", "huissier", "humain", "humeur",
    "hybrid", "hydr", "hyper", "hypoth",
];

/// Words before which nothing elides, though they begin with a vowel.
const FULL_WORDS: &[&str] = &["oui", "onze", "onzieme", "ouistiti", "ouistitis"];

/// Beginnings of such words: *uhlan*, *ululer*.
const FULL_STEMS: &[&str] = &["uhlan", "ulul"];

/// Words in *y* and a vowel that elide all the same: *d’York*, *l’Yonne*, *d’Yeu*.
const ELIDED_Y: &[&str] = &["york", "yonne", "yeu"];

macro_rules! forms {
    ($($(#[$doc:meta])* $form:ident = $name:literal, $full:literal, $elided:literal;)+) => {
        /// A word that elides before a vowel, or a preposition with its article.
        ///
        /// # Example
        ///
        /// ```
        /// use tolken::function::elide::{Form, word};
        ///
        /// let of = Form::parse("de").expect("a form of the table");
        /// assert_eq!(word("Android", of), "d’");
        /// assert_eq!(word("Linux", of), "de ");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Form {
            $($(#[$doc])* $form,)+
        }

        /// Every form, in the order of the table.
        const FORMS: &[Form] = &[$(Form::$form),+];

        impl Form {
            /// The name, and the word in full and elided.
            fn row(self) -> (&'static str, [&'static str; 2]) {
                match self { $(Form::$form => ($name, [$full, $elided]),)+ }
            }
        }
    };
}

forms! {
    /// *de*, *d’*.
    De = "de", "de ", "d’";
    /// *le*, *l’*.
    Le = "le", "le ", "l’";
    /// *la*, *l’*.
    La = "la", "la ", "l’";
    /// *que*, *qu’*.
    Que = "que", "que ", "qu’";
    /// *ne*, *n’*.
    Ne = "ne", "ne ", "n’";
    /// *se*, *s’*.
    Se = "se", "se ", "s’";
    /// *jusque*, *jusqu’*.
    Jusque = "jusque", "jusque ", "jusqu’";
    /// *lorsque*, *lorsqu’*.
    Lorsque = "lorsque", "lorsque ", "lorsqu’";
    /// *puisque*, *puisqu’*.
    Puisque = "puisque", "puisque ", "puisqu’";
    /// *si*; *s’* before *il* and *ils* only.
    Si = "si", "si ", "s’";
    /// *du*, *de l’*.
    DeLe = "de le", "du ", "de l’";
    /// *au*, *à l’*.
    ALe = "à le", "au ", "à l’";
    /// *des*, which never elides.
    DeLes = "de les", "des ", "des ";
    /// *aux*, which never elides.
    ALes = "à les", "aux ", "aux ";
}

impl Form {
    /// Finds a form by its name: `de`, `jusque`, `de le`.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::elide::Form;
    ///
    /// assert_eq!(Form::parse("à le"), Some(Form::ALe));
    /// assert_eq!(Form::parse("du"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Form> {
        Form::all().find(|form| form.name() == text)
    }

    /// The name, which is the full words before they contract.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::elide::Form;
    ///
    /// assert_eq!(Form::DeLe.name(), "de le");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Every form, in the order of the table.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::elide::Form;
    ///
    /// assert!(Form::all().any(|form| form.name() == "puisque"));
    /// ```
    pub fn all() -> impl Iterator<Item = Form> {
        FORMS.iter().copied()
    }

    /// The word in full, with the space after it, and elided, with U+2019 where it elides.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::elide::Form;
    ///
    /// assert_eq!(Form::Que.words(), ["que ", "qu’"]);
    /// assert_eq!(Form::DeLe.words(), ["du ", "de l’"]);
    /// assert_eq!(Form::DeLes.words(), ["des ", "des "]);
    /// ```
    #[must_use]
    pub fn words(self) -> [&'static str; 2] {
        self.row().1
    }
}

/// Tells whether a word before `text` elides; for *si*, which has a rule of its own, see [`word`].
///
/// Isolates, quotes and brackets before the first letter are passed over. A text that begins with
/// a digit or a sign, or is empty, does not elide.
///
/// # Example
///
/// ```
/// use tolken::function::elide::elides;
///
/// assert!(elides("URL") && elides("hôte") && elides("Yves"));
/// assert!(!elides("hash") && !elides("HTML") && !elides("Yammer") && !elides("11"));
/// ```
#[must_use]
pub fn elides(text: &str) -> bool {
    let text = significant(text);
    let first = letters(text);
    let mut following = first.clone();
    match following.next() {
        Some('a' | 'e' | 'i' | 'o' | 'u') => !stays_full(text),
        Some('h') => begins_with(&first, MUTE_H),
        Some('y') => match following.next() {
            // An initialism is read by its letters, and elides before a vowel letter only.
            Some(_) if is_initialism(text) => is_one_of(&first, ELIDED_Y),
            Some('a' | 'e' | 'i' | 'o' | 'u' | 'y') => is_one_of(&first, ELIDED_Y),
            _ => true,
        },
        _ => false,
    }
}

/// Gives the word of `form` that stands before `text`, with the space or apostrophe that ends it.
///
/// # Example
///
/// ```
/// use tolken::function::elide::{Form, word};
///
/// assert_eq!(word("« Alerte »", Form::De), "d’");
/// assert_eq!(word("hôte", Form::DeLe), "de l’");
/// assert_eq!(word("serveur", Form::ALe), "au ");
/// assert_eq!(word("ils", Form::Si), "s’");
/// assert_eq!(word("elle", Form::Si), "si ");
/// ```
#[must_use]
pub fn word(text: &str, form: Form) -> &'static str {
    let [full, elided] = form.words();
    let elide = match form {
        Form::Si => is_one_of(&letters(significant(text)), &["il", "ils"]),
        _ => elides(text),
    };
    if elide { elided } else { full }
}

/// The lists of words and of their beginnings, by name.
///
/// For these rules in another language, which must not have lists of its own.
#[doc(hidden)]
#[must_use]
pub fn lists() -> [(&'static str, &'static [&'static str]); 4] {
    [
        ("MUTE_H", MUTE_H),
        ("FULL_WORDS", FULL_WORDS),
        ("FULL_STEMS", FULL_STEMS),
        ("ELIDED_Y", ELIDED_Y),
    ]
}

/// The text from its first character that is read.
fn significant(text: &str) -> &str {
    const OPENING: &str = "\"'‘’‚“”„«»‹›`([{";
    text.trim_start_matches(|c: char| c.is_whitespace() || OPENING.contains(c) || is_invisible(c))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// The characters without marks, which stand alone where an accent is not composed.
fn bare(text: &str) -> impl Iterator<Item = char> + Clone {
    text.chars()
        .filter(|&c| !matches!(c, '\u{300}'..='\u{36F}') && !is_invisible(c))
}

/// The letters of the first word, in lower case and without accents; œ and æ give their first.
fn letters(text: &str) -> impl Iterator<Item = char> + Clone {
    bare(text).map(fold).take_while(char::is_ascii_lowercase)
}

fn fold(c: char) -> char {
    let mut base = c;
    while let Decomposed::Expansion(first, _) | Decomposed::Singleton(first) =
        CanonicalDecompositionBorrowed::new().decompose(base)
    {
        base = first;
    }
    match base {
        'Œ' | 'œ' | 'Ø' | 'ø' => 'o',
        'Æ' | 'æ' => 'a',
        _ => base.to_ascii_lowercase(),
    }
}

fn is_one_of(letters: &(impl Iterator<Item = char> + Clone), words: &[&str]) -> bool {
    words.iter().any(|word| letters.clone().eq(word.chars()))
}

fn begins_with(letters: &(impl Iterator<Item = char> + Clone), stems: &[&str]) -> bool {
    stems
        .iter()
        .any(|stem| letters.clone().take(stem.len()).eq(stem.chars()))
}

/// Whether the text begins with one of the words before which nothing elides.
fn stays_full(text: &str) -> bool {
    let first = letters(text);
    // *Un* is the digit only when nothing follows it: *le un*, but *l’un d’eux*.
    let alone = || text.chars().filter(|c| c.is_alphanumeric()).count() == 2;
    is_one_of(&first, FULL_WORDS)
        || begins_with(&first, FULL_STEMS)
        || is_one_of(&first, &["un"]) && alone()
}

/// Whether the first word is in capitals throughout.
fn is_initialism(text: &str) -> bool {
    bare(text)
        .take_while(|c| c.is_alphabetic())
        .all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_the_words_of_the_table() {
        let rows = [
            ("de", "de Linux", "d’Android"),
            ("le", "le serveur", "l’API"),
            ("la", "la clé", "l’adresse"),
            ("que", "que Linux", "qu’Ubuntu"),
            ("ne", "ne peut", "n’est"),
            ("se", "se connecte", "s’arrête"),
            ("jusque", "jusque là", "jusqu’ici"),
            ("lorsque", "lorsque Linux", "lorsqu’Android"),
            ("puisque", "puisque Linux", "puisqu’Android"),
            ("si", "si elle", "s’il"),
            ("de le", "du serveur", "de l’hôte"),
            ("à le", "au serveur", "à l’hôte"),
            ("de les", "des serveurs", "des hôtes"),
            ("à les", "aux serveurs", "aux hôtes"),
        ];
        assert_eq!(Form::all().count(), rows.len());
        for (form, (name, full, elided)) in Form::all().zip(rows) {
            assert_eq!(form.name(), name);
            assert_eq!(Form::parse(name), Some(form));
            for (said, before) in [full, elided].into_iter().zip(form.words()) {
                let value = said.strip_prefix(before).unwrap();
                assert_eq!(word(value, form), before, "{said}");
            }
        }
        assert_eq!(["", "De", "du", "d’", "de la"].map(Form::parse), [None; 5]);
    }

    #[track_caller]
    fn all(elide: bool, texts: &str) {
        for text in texts.split(' ') {
            assert_eq!(elides(text), elide, "{text:?}");
        }
    }

    #[test]
    fn vowels_elide_with_or_without_accents() {
        all(
            true,
            "Android État e\u{301}tat œuvre Ægir Örebro USB URL IP iOS",
        );
        all(false, "Linux SQL HTML 黃金 Юг @a /api ");
    }

    #[test]
    fn what_stands_before_the_first_letter_is_passed_over() {
        all(
            true,
            "\u{2068}Android\u{2069} «\u{A0}Alerte\u{A0}» “(Alerte)” [{id}] 'id'",
        );
        all(
            false,
            "\u{2068}\u{2069} «\u{A0}» «\u{202F}Linux\u{202F}» «\u{A0}un\u{A0}»",
        );
    }

    #[test]
    fn nothing_elides_before_digits_and_the_words_that_refuse_it() {
        all(
            false,
            "8 11 10.0.0.1 oui Oui onze onzième un UN ouistiti uhlans ululement yaourt",
        );
        all(true, "un\u{A0}objet unité ouïe once «\u{A0}une\u{A0}»");
    }

    #[test]
    fn y_elides_before_a_consonant_or_alone() {
        all(true, "Yves Ypres Y y York Yonne Yeu");
        all(false, "Yammer YouTube Yorkshire YAML YML");
    }

    #[test]
    fn h_elides_only_where_it_is_known_to_be_mute() {
        assert!(MUTE_H.is_sorted());
        all(
            true,
            "hôte HÔTE ho\u{302}te hôtes heure historique hexadécimal horodatage héritage",
        );
        all(
            true,
            "hébergement habilitation Hyper-V hypothèse humain homologation harmonie homme",
        );
        all(
            true,
            "hôpital hôtel habituel horizon huile hydrogène hameçonnage hebdomadaire horaire histogramme hybride habitant",
        );
        all(
            false,
            "hash hachage HTML HTTP header hook host hub handler huit haut h hiérarchie hotte héros",
        );
    }

    #[test]
    fn any_text_gets_one_of_the_words() {
        for c in ('\0'..=char::MAX).step_by(61) {
            let text = format!("{c}{c}y{c}");
            for form in Form::all() {
                assert!(form.words().contains(&word(&text, form)), "{text:?}");
                assert!(
                    form.words().contains(&word(&text[c.len_utf8()..], form)),
                    "{text:?}"
                );
            }
        }
    }
}

//! How a text that ends in a Latin letter is read in Korean.
//!
//! English words and initialisms are the values that API messages hold most, and the only ones
//! whose sound is a matter of usage, so their rules stand apart from those of Korean text.

use super::{FinalSound, Kind, words};

/// The class of a text that ends in a Latin letter.
pub(super) fn sound(text: &[char], kind: Kind) -> FinalSound {
    let start = text
        .iter()
        .rposition(|c| !c.is_ascii_alphanumeric())
        .map_or(0, |at| at + 1);
    let run = &text[start..];
    // Identifiers are not made of words: `…9fApp` in a hash is a chance of its letters.
    let spelled_out = matches!(kind, Kind::Hash | Kind::Guid);
    let word = if spelled_out { run } else { last_word(run) };
    // The pronoun is 잇; the field of work is spelled, 아이티.
    if word == ['I', 'T'] {
        return letter(word);
    }
    match words::sound(run).or_else(|| words::sound(word)) {
        Some(sound) => sound,
        None if spelled_out => letter(word),
        None => unlisted(word, kind),
    }
}

/// The last word of a run of letters and digits: `Id` of `machineId`, `bit` of `64bit`.
fn last_word(run: &[char]) -> &[char] {
    let begins = |at: usize| {
        let after_lower = run[at - 1].is_ascii_lowercase();
        let before_lower = run.get(at + 1).is_some_and(char::is_ascii_lowercase);
        let capital = run[at].is_ascii_uppercase() && (after_lower || before_lower);
        run[at - 1].is_ascii_digit() || capital
    };
    let start = (1..run.len()).rev().find(|&at| begins(at)).unwrap_or(0);
    &run[start..]
}

/// The class of a word that is not in the list.
fn unlisted(word: &[char], kind: Kind) -> FinalSound {
    let capitals = word.iter().all(char::is_ascii_uppercase);
    let voiced = word.iter().any(|c| "aeiouAEIOU".contains(*c));
    match word.len() {
        1 => letter(word),
        2 if capitals => letter(word),
        _ if !voiced => letter(word),
        // NULL is read as a word, URI letter by letter, and nothing shows which: both must agree.
        3 | 4 if capitals && letter(word) == spelling(word) => letter(word),
        3 | 4 if capitals => FinalSound::Unknown,
        _ if kind == Kind::Url => FinalSound::Unknown,
        _ => spelling(word),
    }
}

/// The class of the name of the last letter: 엘 and 알, 엠 and 엔, all others end in a vowel.
fn letter(word: &[char]) -> FinalSound {
    match word.last() {
        Some('l' | 'r' | 'L' | 'R') => FinalSound::Rieul,
        Some('m' | 'n' | 'M' | 'N') => FinalSound::Consonant,
        _ => FinalSound::Vowel,
    }
}

/// The class of a word as Korean borrows it, told from its last two letters.
fn spelling(word: &[char]) -> FinalSound {
    let mut letters = word.iter().rev().map(char::to_ascii_lowercase);
    let last = letters.next().unwrap_or_default();
    let before = letters.next().unwrap_or_default();
    match (before, last) {
        (_, 'l') | ('l', 'e') => FinalSound::Rieul,
        (_, 'm' | 'n') | ('n', 'g') | ('m' | 'n', 'e') | ('i', 'c') => FinalSound::Consonant,
        // A stop may close the syllable or open one more with 으 (업 or 업프): usage decides.
        ('a' | 'e' | 'i' | 'o' | 'u', 'b' | 'c' | 'k' | 'p' | 't')
        | (_, 'q' | 'j')
        | ('c', 'k')
        | ('m', 'b')
        | ('p' | 'k', 'e') => FinalSound::Unknown,
        _ => FinalSound::Vowel,
    }
}

#[cfg(test)]
mod tests {
    use super::super::FinalSound::{Consonant, Rieul, Unknown, Vowel};
    use super::super::tests::all;
    use super::Kind;

    #[test]
    fn latin_is_read_as_a_word_by_letters_or_by_spelling() {
        all(
            Kind::Word,
            Rieul,
            &["PR", "NULL", "xml", "file", "MySQL", "ttl", "PowerShell"],
        );
        all(
            Kind::Word,
            Consonant,
            &["VM", "RAM", "token", "IPv4Token", "Time", "traffic", "bot"],
        );
        all(
            Kind::Word,
            Vowel,
            &[
                "ID",
                "HTTP",
                "UUID",
                "64bit",
                "IT",
                "XMLParser",
                "update",
                "x",
                "URLs",
            ],
        );
        all(
            Kind::Word,
            Unknown,
            &["FILE", "limit", "GitHub", "track", "Slack", "set", "bomb"],
        );
    }

    #[test]
    fn the_kind_decides_where_letters_have_no_reading() {
        all(Kind::Hash, Vowel, &["1278abac", "9fApp", "44D8FEAC"]);
        all(
            Kind::Guid,
            Vowel,
            &["{43f4cb08-8fac-4b65-9db1-745c2ae65fac}"],
        );
        all(
            Kind::Url,
            Unknown,
            &["https://contoso.dev/", "https://contoso.com/alert"],
        );
        all(
            Kind::Url,
            Consonant,
            &["https://contoso.com/", "htp://contoso.com"],
        );
        let kinds = ["hash", "guid", "url", "word"].map(Kind::parse);
        assert_eq!(
            kinds,
            [Some(Kind::Hash), Some(Kind::Guid), Some(Kind::Url), None]
        );
    }
}

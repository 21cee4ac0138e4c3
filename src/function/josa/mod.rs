//! Korean particles: how a value sounds at its end, and which form of a particle follows it.
//!
//! `이/가`, `을/를` and their like agree with the last sound of the word before them, which a
//! translator cannot know when that word is an argument. Classes, forms and the order of the rules
//! are those of the particle table of the project's localization rules. Letters go by the names
//! that the National Institute of Korean Language accepts, so `R` is 알 and `PR` takes `을`, `로`.
//! Where spelling does not tell the end, the answer is the double form, `이(가)`: it is good Korean
//! in an interface, so a form is chosen only when it is sure.
//!
//! The module is separate from the functions of messages because it knows nothing of them: text
//! goes in, text comes out. It allocates nothing and reads the last 256 bytes at most.

mod latin;
mod pair;
mod tail;
mod words;

pub use self::pair::Pair;

use self::tail::Tail;

/// How a value is read aloud at its end.
///
/// # Example
///
/// ```
/// use tolken::function::josa::{FinalSound, Kind, final_sound};
///
/// assert_eq!(final_sound("서버", Kind::Word), FinalSound::Vowel);
/// assert_eq!(final_sound("파일", Kind::Word), FinalSound::Rieul);
/// assert_eq!(final_sound("요청", Kind::Word), FinalSound::Consonant);
/// assert_eq!(final_sound("budget", Kind::Word), FinalSound::Unknown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FinalSound {
    /// A vowel: 서버.
    Vowel,
    /// The consonant ㄹ, which `으로/로` treats as a vowel: 파일.
    Rieul,
    /// Any other consonant: 요청.
    Consonant,
    /// The text does not tell: other scripts, spellings with two readings, no text at all.
    Unknown,
}

/// What kind of identifier a value is, which decides how Latin letters at its end are read.
///
/// # Example
///
/// ```
/// use tolken::function::josa::{Kind, Pair, particle};
///
/// let object = Pair::parse("을/를").expect("a pair of the table");
/// assert_eq!(particle("1278abac", object, Kind::Word), "을(를)");
/// assert_eq!(particle("1278abac", object, Kind::Hash), "를");
/// assert_eq!(particle("https://contoso.dev/", object, Kind::Url), "을(를)");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A word, a name or a number, read as it is spelled.
    #[default]
    Word,
    /// A hash, whose letters are spelled out.
    Hash,
    /// A GUID, whose letters are spelled out.
    Guid,
    /// A URL, in which a word that is not in the list has no sure reading.
    Url,
}

impl Kind {
    /// Reads the kind from its name in a message: `hash`, `guid` or `url`.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::function::josa::Kind;
    ///
    /// assert_eq!(Kind::parse("guid"), Some(Kind::Guid));
    /// assert_eq!(Kind::parse("해시"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Kind> {
        match text {
            "hash" => Some(Kind::Hash),
            "guid" => Some(Kind::Guid),
            "url" => Some(Kind::Url),
            _ => None,
        }
    }
}

/// Chooses the form of `pair` that follows `text`.
///
/// # Example
///
/// ```
/// use tolken::function::josa::{Kind, Pair, particle};
///
/// let toward = Pair::parse("으로/로").expect("a pair of the table");
/// assert_eq!(particle("요청", toward, Kind::Word), "으로");
/// assert_eq!(particle("Windows 11", toward, Kind::Word), "로");
/// assert_eq!(particle("黃金", toward, Kind::Word), "(으)로");
/// ```
#[must_use]
pub fn particle(text: &str, pair: Pair, kind: Kind) -> &'static str {
    pair.form(final_sound(text, kind))
}

/// Tells how `text`, as it is shown, is read aloud at its end.
///
/// Isolates, closing punctuation and a bracketed remark after the word are passed over. Numbers
/// are read by their last digit, Latin letters as a known word, letter by letter or by spelling.
///
/// # Example
///
/// ```
/// use tolken::function::josa::{FinalSound, Kind, final_sound};
///
/// assert_eq!(final_sound("나뭇가지(만렙)", Kind::Word), FinalSound::Vowel);
/// assert_eq!(final_sound("10.0.0.1", Kind::Word), FinalSound::Rieul);
/// assert_eq!(final_sound("contoso.com", Kind::Url), FinalSound::Consonant);
/// ```
#[must_use]
pub fn final_sound(text: &str, kind: Kind) -> FinalSound {
    let tail = Tail::new(text);
    tail.significant().map_or(FinalSound::Unknown, |text| {
        sound(text, kind, tail.is_whole())
    })
}

/// The Latin words whose reading is listed, in lower case, and how each ends.
///
/// For these rules in another language, which must not have a list of its own.
#[doc(hidden)]
pub fn words() -> impl Iterator<Item = (&'static str, FinalSound)> {
    words::all()
}

/// The class of the last character that counts.
fn sound(text: &[char], kind: Kind, whole: bool) -> FinalSound {
    match text.last() {
        Some(&c @ '가'..='힣') => syllable(c),
        Some(&c @ ('ㄱ'..='ㅣ' | '\u{1100}'..='\u{11FF}')) => jamo(c),
        // 조 and 해 end in a vowel; 영, 십, 백, 천, 만, 억 and 경 do not.
        Some('0') if kind == Kind::Word && whole => match trailing_zeros(text) {
            Some(12..=15 | 20..=23) => FinalSound::Vowel,
            _ => FinalSound::Consonant,
        },
        Some(&c @ '0'..='9') => digit(c),
        Some('a'..='z' | 'A'..='Z') => latin::sound(text, kind),
        Some('%' | '+' | '$' | '€' | '&' | '°' | '℃') => FinalSound::Vowel,
        Some('₩' | '#') => FinalSound::Consonant,
        _ => FinalSound::Unknown,
    }
}

/// A syllable holds its final consonant as the remainder by 28, where none is 0 and ㄹ is 8.
fn syllable(c: char) -> FinalSound {
    match (u32::from(c) - u32::from('가')) % 28 {
        0 => FinalSound::Vowel,
        8 => FinalSound::Rieul,
        _ => FinalSound::Consonant,
    }
}

/// A letter alone is read by its name, and the name of a consonant ends in it. The conjoining
/// letters stand at the end of a syllable that is not composed, and sound as its end does.
fn jamo(c: char) -> FinalSound {
    match c {
        'ㄹ' | '\u{1105}' | '\u{11AF}' => FinalSound::Rieul,
        'ㄱ'..='ㅎ' | '\u{1100}'..='\u{1112}' | '\u{11A8}'..='\u{11C2}' => FinalSound::Consonant,
        'ㅏ'..='ㅣ' | '\u{1161}'..='\u{1175}' => FinalSound::Vowel,
        _ => FinalSound::Unknown,
    }
}

/// 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구; a final zero is 십 and above, which end as 영 does.
fn digit(c: char) -> FinalSound {
    match c {
        '1' | '7' | '8' => FinalSound::Rieul,
        '2' | '4' | '5' | '9' => FinalSound::Vowel,
        _ => FinalSound::Consonant,
    }
}

/// Counts the zeros that end a plain or grouped integer; `None` if the text is anything else.
fn trailing_zeros(text: &[char]) -> Option<usize> {
    let number = match text {
        ['+' | '-' | '−', number @ ..] => number,
        _ => text,
    };
    let separator = number.iter().rev().nth(3).filter(|c| !c.is_ascii_digit());
    if separator.is_some_and(|c| !matches!(c, ',' | '.' | '\u{A0}' | '\u{202F}')) {
        return None;
    }
    // A leading zero belongs to an id, which is read digit by digit.
    if !matches!(number.first(), Some('1'..='9')) {
        return None;
    }
    let grouped = number
        .iter()
        .rev()
        .enumerate()
        .all(|(i, c)| match separator {
            Some(separator) if i % 4 == 3 => c == separator,
            _ => c.is_ascii_digit(),
        });
    let digits = number.iter().rev().filter(|c| c.is_ascii_digit());
    grouped.then(|| digits.take_while(|&&c| c == '0').count())
}

#[cfg(test)]
mod tests {
    use super::FinalSound::{Consonant, Rieul, Vowel};
    use super::*;

    /// Asserts that all `texts` end in `sound`; shared by the tests of the parts.
    #[track_caller]
    pub(super) fn all(kind: Kind, sound: FinalSound, texts: &[&str]) {
        for text in texts {
            assert_eq!(final_sound(text, kind), sound, "{text:?}");
        }
    }

    #[test]
    fn the_examples_of_the_table_hold() {
        let rows = [
            ("서버", "가", "를", "로"),
            ("파일", "이", "을", "로"),
            ("요청", "이", "을", "으로"),
            ("123123123", "이", "을", "으로"),
            ("10.0.0.1", "이", "을", "로"),
            ("10.0.0.256", "이", "을", "으로"),
            ("44d88612fea8a8f36de82e1278abb02", "가", "를", "로"),
            ("machineId", "가", "를", "로"),
            ("startTime", "이", "을", "으로"),
            ("SQL", "이", "을", "로"),
            ("PR", "이", "을", "로"),
            ("VPN", "이", "을", "으로"),
            ("JSON", "이", "을", "으로"),
            ("macOS", "가", "를", "로"),
            ("Windows 10", "이", "을", "으로"),
            ("Windows 11", "이", "을", "로"),
            ("contoso.com", "이", "을", "으로"),
            ("budget", "이(가)", "을(를)", "(으)로"),
            ("黃金", "이(가)", "을(를)", "(으)로"),
            ("", "이(가)", "을(를)", "(으)로"),
        ];
        let [subject, object, toward] =
            ["이/가", "을/를", "으로/로"].map(|p| Pair::parse(p).unwrap());
        for (text, i, eul, euro) in rows {
            let said = [subject, object, toward].map(|pair| particle(text, pair, Kind::Word));
            assert_eq!(said, [i, eul, euro], "{text:?}");
        }
    }

    #[test]
    fn numbers_are_read_by_their_last_digit() {
        let end = [
            Consonant, Rieul, Vowel, Consonant, Vowel, Vowel, Consonant, Rieul, Rieul, Vowel,
        ];
        for (digit, sound) in ('0'..='9').zip(end) {
            all(
                Kind::Word,
                sound,
                &[&format!("v1.{digit}"), &format!("레벨{digit}")],
            );
        }
        all(Kind::Word, Vowel, &["２", "5%", "5％", "C++", "$", "℃"]);
        all(Kind::Word, Consonant, &["10", "1,000", "C#", "₩", "￦"]);
    }

    #[test]
    fn only_an_integer_ends_in_jo_or_hae() {
        for zeros in 1..40 {
            let number = format!("12{}", "0".repeat(zeros));
            let vowel = matches!(zeros, 12..=15 | 20..=23);
            all(
                Kind::Word,
                if vowel { Vowel } else { Consonant },
                &[&number],
            );
            all(Kind::Hash, Consonant, &[&number]);
        }
        let spaced = "1\u{202F}000\u{202F}000\u{202F}000\u{202F}000";
        all(
            Kind::Word,
            Vowel,
            &["1,000,000,000,000", "-10.000.000.000.000", spaced],
        );
        let ids = [
            "00000000-0000-0000-0000-000000000000",
            "1.000000000000",
            "000000000000",
        ];
        all(Kind::Word, Consonant, &ids);
        all(
            Kind::Word,
            Consonant,
            &["1,000,000.000,000", "1000,000,000,000", "v1000000000000"],
        );
    }

    #[test]
    fn any_text_gets_one_of_the_forms() {
        let mut state = 0x9E37_79B9_u32;
        let mut random = |below: u32| {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state % below
        };
        let common: Vec<char> = "()[]{}.,0019aeLt 가각\u{301}\u{11AF}\u{2069}-ＡÉ"
            .chars()
            .collect();
        for _ in 0..400 {
            let text: String = (0..random(90))
                .map(|_| match random(4) {
                    0 => char::from_u32(random(0x11_0000)).unwrap_or('힣'),
                    _ => common[random(u32::try_from(common.len()).unwrap()) as usize],
                })
                .collect();
            for kind in [Kind::Word, Kind::Hash, Kind::Guid, Kind::Url] {
                let sound = final_sound(&text, kind);
                for pair in Pair::all() {
                    let said = particle(&text, pair, kind);
                    assert_eq!(said, pair.form(sound));
                    assert!(pair.forms().any(|form| form == said), "{text:?}");
                }
            }
        }
    }
}

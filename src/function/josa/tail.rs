//! The end of a text as the rules see it: folded, and without what is not read aloud.
//!
//! It is separate so that the rules of sound work on plain characters. The window that bounds the
//! work, and the care it takes where a bracket may be opened before it, stay here.

use icu_normalizer::properties::{CanonicalDecompositionBorrowed, Decomposed};

/// How many bytes at the end of a text are read.
const WINDOW: usize = 256;

/// The last characters of a text.
pub(super) struct Tail {
    /// Filled from its end.
    buffer: [char; WINDOW],
    start: usize,
    whole: bool,
}

impl Tail {
    /// Reads the end of `text`, without isolates, other invisible characters and marks.
    pub(super) fn new(text: &str) -> Tail {
        let mut from = text.len().saturating_sub(WINDOW);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let mut tail = Tail {
            buffer: ['\0'; WINDOW],
            start: WINDOW,
            whole: from == 0,
        };
        let mut marked = false;
        for c in text[from..].chars().rev() {
            match c {
                _ if is_invisible(c) => {}
                '\u{300}'..='\u{36F}' => marked = true,
                _ => {
                    tail.start -= 1;
                    tail.buffer[tail.start] = plain(c, marked);
                    marked = false;
                }
            }
        }
        tail
    }

    /// Whether the window holds the whole text.
    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    /// What is left without closing punctuation and remarks in brackets; `None` if nothing sure.
    ///
    /// Where the window hides the start of the text, a bracket may be opened there.
    pub(super) fn significant(&self) -> Option<&[char]> {
        const SILENT: &str = "\"'’”»」』》〉>.,!?:;…/\\_*~-";
        let mut text = &self.buffer[self.start..];
        loop {
            let (&last, before) = text.split_last()?;
            text = match last {
                ')' | ']' | '}' => match opening(text, last) {
                    Some(at) if text[..at].iter().any(|c| c.is_alphanumeric()) => &text[..at],
                    Some(at) if self.whole => &before[at + 1..],
                    None if self.whole => before,
                    _ => return None,
                },
                _ if last.is_whitespace() || SILENT.contains(last) => before,
                _ => return Some(text),
            }
        }
    }
}

/// Isolates, characters without width and those for private use.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
        || matches!(c, '\u{E000}'..='\u{F8FF}')
}

/// Folds a character to the one the rules name: ASCII for full-width forms and Latin letters.
///
/// This stands in for normalization, as only the last character of a composed letter matters.
fn plain(c: char, mut marked: bool) -> char {
    let mut base = c;
    loop {
        base = match CanonicalDecompositionBorrowed::new().decompose(base) {
            Decomposed::Default => break,
            Decomposed::Singleton(single) => single,
            Decomposed::Expansion(first, _) => {
                marked = true;
                first
            }
        };
    }
    match base {
        // The rules of spelling know `e` as silent, and one with a mark never is: Pelé, résumé.
        'e' if marked => 'a',
        'E' if marked => 'A',
        'a'..='z' | 'A'..='Z' => base,
        'Æ' | 'æ' | 'Œ' | 'œ' => 'a',
        'Ø' | 'ø' => 'o',
        'Ł' | 'ł' => 'l',
        'Đ' | 'đ' | 'Ð' | 'ð' => 'd',
        'ß' => 's',
        'ı' => 'i',
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '￦' => '₩',
        _ => c,
    }
}

/// Finds the bracket that the last character, `close`, closes.
fn opening(text: &[char], close: char) -> Option<usize> {
    let open = match close {
        ')' => '(',
        ']' => '[',
        _ => '{',
    };
    let mut depth = 0_usize;
    text.iter().rposition(|&c| {
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
        }
        depth == 0
    })
}

#[cfg(test)]
mod tests {
    use super::super::FinalSound::{Consonant, Rieul, Unknown, Vowel};
    use super::super::Kind;
    use super::super::tests::all;
    use super::WINDOW;

    #[test]
    fn what_is_not_read_aloud_is_passed_over() {
        all(
            Kind::Word,
            Vowel,
            &[
                "\u{2068}서버\u{2069}",
                "서버\u{200B}\u{E000}",
                "‘서버’.",
                "서버… \u{A0}",
            ],
        );
        all(
            Kind::Word,
            Vowel,
            &[
                "나뭇가지(만렙)",
                "나뭇가지 [만렙]!",
                "나뭇가지((만)렙)",
                "나뭇가지)",
            ],
        );
        all(
            Kind::Word,
            Consonant,
            &["(폰)", "{[폰]}", "!(폰)", "《요청》"],
        );
        all(
            Kind::Word,
            Unknown,
            &["()", "?", "\u{2068}\u{2069}", "서버(", "👍", "Юг", "カナ"],
        );
    }

    #[test]
    fn composed_and_conjoining_letters_agree() {
        all(
            Kind::Word,
            Vowel,
            &[
                "가",
                "\u{1100}\u{1161}",
                "café",
                "cafe\u{301}",
                "Pelé",
                "résumé",
            ],
        );
        all(
            Kind::Word,
            Consonant,
            &[
                "각",
                "\u{1100}\u{1161}\u{11A8}",
                "가\u{11A8}",
                "ㅋㅋ",
                "ñandu\u{301}n",
            ],
        );
        all(
            Kind::Word,
            Rieul,
            &["갈", "가\u{11AF}", "ㄹ", "Noe\u{308}l", "ＵＲＬ"],
        );
    }

    #[test]
    fn a_bracket_that_may_open_before_the_window_leaves_the_end_unknown() {
        let long = "만".repeat(WINDOW);
        all(Kind::Word, Consonant, &[&long]);
        all(
            Kind::Word,
            Unknown,
            &[
                &format!("서버({long})"),
                &format!("{long}\u{20}{}", ".".repeat(WINDOW)),
            ],
        );
        all(Kind::Word, Vowel, &[&format!("{long}서버(만)")]);
    }
}

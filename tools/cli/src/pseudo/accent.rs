//! Letters with accents, and more of them.

/// How much longer a text becomes: translations of English are a third longer, and more where it is
/// short.
const GROWTH: f32 = 0.35;

/// What letters without a marked form of their own would grow by at the latest.
const OVERDUE: f32 = 2.4;

/// Plain letters and their accented forms.
const LETTERS: &str = "aåbƀcçdðeéfƒgĝhĥiîjĵkķlļmɱnñoöpþqǫrŕsštţuûvṽwŵxẋyýzžAÅBƁCÇDÐEÉFƑGĜHĤIÎJĴKĶLĻMṀNÑOÖPÞQǪRŔSŠTŢUÛVṼWŴXẊYÝZŽ";

/// Writes one text, piece by piece, and keeps count of how much longer it has become.
pub(super) struct Accent {
    /// How many letters are owed.
    owed: f32,
}

impl Default for Accent {
    fn default() -> Self {
        // So that the shortest text grows as well.
        Accent { owed: 0.5 }
    }
}

impl Accent {
    /// Writes a piece; a vowel is doubled where the text is to grow, and another letter where no
    /// vowel comes.
    pub(super) fn write(&mut self, text: &str, out: &mut String) {
        for c in text.chars() {
            let shown = accented(c);
            out.push(shown);
            self.owed += GROWTH;
            let is_vowel = "aeiouAEIOU".contains(c);
            let is_due = self.owed >= 1.0 && (is_vowel || is_whole(c)) || self.owed >= OVERDUE;
            if is_due && (is_whole(c) || c.is_ascii_alphabetic()) {
                out.push(shown);
                self.owed -= 1.0;
            }
        }
    }
}

/// A letter that needs no other beside it, of a script without capitals: it can be doubled anywhere.
fn is_whole(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

fn accented(c: char) -> char {
    if !c.is_ascii_alphabetic() {
        return c;
    }
    let mut letters = LETTERS.chars();
    letters.find(|letter| *letter == c);
    letters.next().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_an_accented_form_of_its_own() {
        let forms: Vec<char> = ('a'..='z').chain('A'..='Z').map(accented).collect();
        assert!(
            forms
                .iter()
                .all(|form| !form.is_ascii() && form.is_alphabetic())
        );
        let mut unique = forms.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), forms.len());
    }

    #[test]
    fn a_text_becomes_a_third_longer() {
        for text in [
            "The maximum batch size was exceeded.",
            "Authentication failed. The authorization header might be invalid or expired.",
            "Try to fly by my gym.",
            "Message",
            "요청한 항목을 찾을 수 없습니다.",
        ] {
            let mut out = String::new();
            Accent::default().write(text, &mut out);
            let (before, after) = (text.chars().count(), out.chars().count());
            let percent = 100 * after / before;
            assert!((125..=145).contains(&percent), "{percent} % of {out}");
        }
    }
}

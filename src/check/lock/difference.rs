//! Two wordings as a finding shows them: whole where that is short, else where they differ.

/// How long a wording may be to be shown whole, in bytes.
const WHOLE: usize = 200;

/// How much is shown of a long one that differs all over.
const MOST: usize = 320;

/// How many letters of what both have are shown around what differs, at least.
const AROUND: usize = 24;

/// Two wordings, without what both begin and end with where they are long.
pub(in crate::check) fn difference(was: &str, is: &str) -> (String, String) {
    if was.len() <= WHOLE && is.len() <= WHOLE {
        return (was.to_owned(), is.to_owned());
    }
    let same = |(a, b): &(char, char)| a == b;
    let before = was.chars().zip(is.chars()).take_while(same);
    let before: usize = before.map(|(c, _)| c.len_utf8()).sum();
    let behind = was[before..].chars().rev().zip(is[before..].chars().rev());
    let behind: usize = behind.take_while(same).map(|(c, _)| c.len_utf8()).sum();
    (cut(was, before, behind), cut(is, before, behind))
}

/// A text without its beginning and end, but for some words.
fn cut(text: &str, before: usize, behind: usize) -> String {
    // A word that begins some letters before, and one that ends some letters behind.
    let head = text[..before].char_indices().rev().nth(AROUND);
    let start = head.and_then(|(at, _)| text[..at].rfind(' '));
    let start = start.map_or(0, |at| at + 1);
    let tail = text[text.len() - behind..].char_indices().nth(AROUND);
    let end = tail.map(|(at, _)| text.len() - behind + at);
    let end = end.and_then(|at| text[at..].find(' ').map(|more| at + more));
    let end = end.unwrap_or(text.len());
    let last = (start..=end.min(start + MOST)).rfind(|&at| text.is_char_boundary(at));
    let last = last.unwrap_or(start);
    let open = if start > 0 { "…" } else { "" };
    let close = if last < text.len() { "…" } else { "" };
    format!("{open}{}{close}", &text[start..last])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_wordings_are_shown_where_they_differ() {
        let words = |middle: &str| {
            let many = "word ".repeat(60);
            format!("{many}{middle} {many}").trim().to_owned()
        };
        let (was, is) = difference(&words("old"), &words("new"));
        assert_eq!(
            was,
            "…word word word word word old word word word word word…"
        );
        assert_eq!(is, was.replace("old", "new"));
    }

    #[test]
    fn what_is_cut_is_cut_between_characters() {
        for (was, is) in [
            ("가".repeat(500), "나".repeat(500)),
            ("가".repeat(500), String::new()),
        ] {
            let (was, is) = difference(&was, &is);
            assert!(was.len() <= MOST + "…".len() && is.len() <= MOST + "…".len());
            assert!(was.ends_with('…'));
        }
        let (was, is) = difference(&"a".repeat(900), &"a".repeat(901));
        assert_ne!(was, "");
        assert_ne!(is, "");
    }
}

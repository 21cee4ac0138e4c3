//! Breaks lines for a terminal: where the language allows it, and by the cells that a text has.
//!
//! Between words, between Chinese characters and never before their full stop; Korean between
//! words alone, as its readers expect.

use std::ops::Range;

use icu_locale::LanguageIdentifier;
use icu_segmenter::options::{LineBreakOptions, LineBreakWordOption};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_width::UnicodeWidthChar;

/// The least that a line is given, however much it is indented.
const LEAST: usize = 20;

/// Breaks the lines of one language.
pub(crate) struct Wrapper {
    segmenter: LineSegmenterBorrowed<'static>,
    width: usize,
}

impl Wrapper {
    pub(crate) fn new(locale: Option<&LanguageIdentifier>, width: usize) -> Self {
        let mut options = LineBreakOptions::default();
        options.content_locale = locale;
        if locale.is_some_and(|locale| locale.language.as_str() == "ko") {
            options.word_option = Some(LineBreakWordOption::KeepAll);
        }
        Wrapper {
            segmenter: LineSegmenter::new_for_non_complex_scripts(options),
            width,
        }
    }

    /// The lines of a text, as its bytes, without the spaces and line ends between them. A text
    /// without anything is one line.
    pub(crate) fn lines(&self, text: &str, indent: usize) -> Vec<Range<usize>> {
        let width = self.width.saturating_sub(indent).max(LEAST);
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            self.break_line(line, start, width, &mut lines);
            start += line.len() + 1;
        }
        lines
    }

    fn break_line(&self, text: &str, offset: usize, width: usize, lines: &mut Vec<Range<usize>>) {
        let mut push = |start: usize, end: usize| {
            let end = start + text[start..end].trim_end_matches(' ').len();
            lines.push(offset + start..offset + end);
        };
        let mut start = 0;
        let mut fits = 0;
        for end in self.segmenter.segment_str(text).skip(1) {
            loop {
                let word = text[start..end].trim_end_matches(' ');
                let bytes = most(word, width);
                if bytes == word.len() {
                    break;
                }
                if fits == start {
                    // A word that is longer than a line is broken anywhere.
                    fits = start + bytes;
                }
                push(start, fits);
                start = fits;
            }
            fits = end;
        }
        if start < text.len() || text.is_empty() {
            push(start, text.len());
        }
    }
}

/// How many bytes of a text fit, and at least a character.
fn most(text: &str, width: usize) -> usize {
    let mut cells = 0;
    let mut bytes = 0;
    for c in text.chars() {
        cells += c.width().unwrap_or_default();
        if cells > width && bytes > 0 {
            break;
        }
        bytes += c.len_utf8();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn lines(locale: &str, text: &str) -> Vec<String> {
        let locale: LanguageIdentifier = locale.parse().unwrap();
        let lines = Wrapper::new(Some(&locale), 20).lines(text, 0);
        lines
            .into_iter()
            .map(|line| text[line].to_owned())
            .collect()
    }

    #[test]
    fn lines_are_broken_where_the_language_allows_it() {
        assert_eq!(
            lines("sv", "Hashvärdet abc123 är ogiltigt."),
            ["Hashvärdet abc123 är", "ogiltigt."]
        );
        // Twice ten cells, and no full stop begins a line.
        assert_eq!(
            lines("zh-CN", "请检查请求中的路径和标识符。"),
            ["请检查请求中的路径和", "标识符。"]
        );
        assert_eq!(
            lines("zh-CN", "请检查请求中的路径符。"),
            ["请检查请求中的路径", "符。"]
        );
        assert_eq!(
            lines("ko", "식별자가 올바른지 리소스가 있는지"),
            ["식별자가 올바른지", "리소스가 있는지"]
        );
    }

    #[test]
    fn what_has_no_break_is_broken_anywhere() {
        let hash = "44d88612fea8a8f36de82e1278abb02";
        assert_eq!(lines("en", hash), ["44d88612fea8a8f36de8", "2e1278abb02"]);
        assert_eq!(
            lines("ko", "가나다라마바사아자차카타"),
            ["가나다라마바사아자차", "카타"]
        );
    }

    #[test]
    fn line_ends_are_kept_and_nothing_is_a_line() {
        assert_eq!(lines("en", "one\n\ntwo "), ["one", "", "two"]);
        assert_eq!(lines("en", ""), [""]);
    }
}

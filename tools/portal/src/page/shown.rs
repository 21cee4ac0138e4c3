//! Texts as pages show them: what came from values apart from what the message says, and nothing in them that
//! moves, hides or turns around.

use std::fmt::Write;

use serde::Serialize;
use tolken::{Arguments, Catalog, LanguageIdentifier, Request};

use super::frame::{Frame, Language};

/// A text that came from outside, in runs.
pub(super) type Runs = Vec<Run>;

/// A run of characters that are shown as they are, or the escape of one that may not be shown itself.
#[derive(Serialize)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) is_escape: bool,
}

/// A piece of a message.
#[derive(Serialize)]
pub(super) struct Piece {
    is_value: bool,
    runs: Runs,
}

/// A code's message and action in one language.
#[derive(Serialize)]
pub(super) struct Rendering {
    pub(super) language: Language,
    pub(super) message: Vec<Piece>,
    pub(super) action: Option<Vec<Piece>>,
}

impl Rendering {
    /// A code in the first of some locales that has it.
    pub(super) fn new(
        frame: &Frame,
        code: &str,
        args: &dyn Arguments,
        locales: &[LanguageIdentifier],
    ) -> Self {
        let catalog = frame.catalog();
        let request = Request::new(code).args(args).locales(locales);
        let marked = catalog.marked(&request);
        let locale = marked.locale().unwrap_or_else(|| catalog.source_locale());
        let action = action_of(catalog, code);
        let answering = std::slice::from_ref(locale);
        let action = catalog.template(&action, locale).map(|_| {
            let request = Request::new(&action).args(args).locales(answering);
            pieces(catalog, &request)
        });
        Rendering {
            language: frame.language(locale),
            message: marked.pieces().map(Piece::new).collect(),
            action,
        }
    }

    /// A code in every language that has it but one.
    pub(super) fn others(
        frame: &Frame,
        code: &str,
        args: &dyn Arguments,
        reader: &Rendering,
    ) -> Vec<Self> {
        let locales = frame.catalog().locales().iter();
        let locales = locales.filter(|locale| {
            frame.catalog().template(code, locale).is_some()
                && locale.to_string() != reader.language.tag
        });
        locales
            .map(|locale| Rendering::new(frame, code, args, std::slice::from_ref(locale)))
            .collect()
    }
}

impl Piece {
    fn new((text, is_value): (&str, bool)) -> Self {
        Piece {
            is_value,
            runs: runs(text, false),
        }
    }
}

/// The name of a code's action.
pub(super) fn action_of(catalog: &Catalog, code: &str) -> String {
    let id = catalog.code(code).map_or(code, tolken::Code::message_id);
    format!("{id}.action")
}

/// A text with its values apart.
pub(super) fn pieces(catalog: &Catalog, request: &Request<'_>) -> Vec<Piece> {
    let marked = catalog.marked(request);
    marked.pieces().map(Piece::new).collect()
}

/// A text in runs; line ends are kept or written out.
pub(super) fn runs(text: &str, keeps_lines: bool) -> Runs {
    let mut runs = Runs::new();
    for c in text.chars() {
        match escape(c) {
            _ if keeps_lines && matches!(c, '\n' | '\t') => push(&mut runs, c),
            // It stands at the end of each line that a form sends.
            _ if keeps_lines && c == '\r' => {}
            None => push(&mut runs, c),
            Some(text) => runs.push(Run {
                text,
                is_escape: true,
            }),
        }
    }
    runs
}

/// A text in one, for places that hold nothing but text.
pub(super) fn visible(text: &str) -> String {
    runs(text, false).into_iter().map(|run| run.text).collect()
}

/// JSON in which no character moves, hides or turns around; it means the same.
pub(super) fn visible_json(json: &str) -> String {
    let mut shown = String::with_capacity(json.len());
    for c in json.chars() {
        // The line ends are those between the members; what stands in a text is escaped already.
        if c == '\n' || escape(c).is_none() {
            shown.push(c);
        } else {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                // Writing to a text cannot fail.
                let _ = write!(shown, "\\u{unit:04x}");
            }
        }
    }
    shown
}

fn push(runs: &mut Runs, c: char) {
    match runs.last_mut() {
        Some(run) if !run.is_escape => run.text.push(c),
        _ => runs.push(Run {
            text: c.to_string(),
            is_escape: false,
        }),
    }
}

/// What stands for a character that may not be shown itself: controls, marks of direction, separators of lines,
/// and characters that spell words apart unseen. The joiners U+200C and U+200D are left: words and emoji are
/// spelled with them.
fn escape(c: char) -> Option<String> {
    match c {
        '\n' => Some("\\n".to_owned()),
        '\r' => Some("\\r".to_owned()),
        '\t' => Some("\\t".to_owned()),
        '\u{61C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{AD}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' => Some(c.escape_unicode().to_string()),
        c if c.is_control() => Some(c.escape_unicode().to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, keeps_lines: bool) -> Vec<(String, bool)> {
        let runs = runs(text, keeps_lines).into_iter();
        runs.map(|run| (run.text, run.is_escape)).collect()
    }

    #[test]
    fn what_moves_hides_or_turns_is_written_out() {
        let run = |text: &str, is_escape| (text.to_owned(), is_escape);
        assert_eq!(
            shown("\u{202e}abc\r\n\u{1b}[31m<b>", false),
            [
                run("\\u{202e}", true),
                run("abc", false),
                run("\\r", true),
                run("\\n", true),
                run("\\u{1b}", true),
                run("[31m<b>", false),
            ]
        );
        let json = visible_json("{\n\"a\": \"\u{202e}\u{e0041}\\n값\"}");
        assert_eq!(json, "{\n\"a\": \"\\u202e\\udb40\\udc41\\n값\"}");
        let read: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(read["a"], "\u{202e}\u{e0041}\n값");
        assert_eq!(
            shown("값\r\n\tb\u{200d}", true),
            [run("값\n\tb\u{200d}", false)]
        );
    }
}

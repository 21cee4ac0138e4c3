//! A part of a text that was looked up, with the message and its arguments marked.

use std::ops::Range;

use serde::Serialize;

use super::shown::{Runs, runs};

/// How many characters around a message are shown on each side.
const AROUND: usize = 240;

/// How many characters are shown of one piece of a message.
const LONGEST: usize = 2_000;

/// A part of a text.
#[derive(Serialize)]
pub(super) struct Excerpt {
    pieces: Vec<Piece>,
    is_cut_before: bool,
    is_cut_behind: bool,
}

/// A piece of it.
#[derive(Serialize)]
struct Piece {
    mark: Mark,
    /// The argument that it is of.
    name: Option<String>,
    runs: Runs,
    is_cut: bool,
}

/// What a piece is.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Mark {
    Around,
    Message,
    Argument,
}

impl Excerpt {
    /// The part where a message stands, with its arguments by name.
    pub(super) fn new(text: &str, span: &Range<usize>, arguments: &[(&str, Range<usize>)]) -> Self {
        let (before, message, behind) =
            (&text[..span.start], &text[span.clone()], &text[span.end..]);
        let before_start = before
            .char_indices()
            .rev()
            .nth(AROUND)
            .map(|(at, c)| at + c.len_utf8());
        let behind_end = behind.char_indices().nth(AROUND).map(|(at, _)| at);
        let mut excerpt = Excerpt {
            pieces: Vec::new(),
            is_cut_before: before_start.is_some(),
            is_cut_behind: behind_end.is_some(),
        };
        excerpt.push(Mark::Around, None, &before[before_start.unwrap_or(0)..]);
        let mut end = 0;
        for (name, range) in arguments {
            // Those of other places than the message's own are not drawn.
            let (Some(start), Some(stop)) = (
                range.start.checked_sub(span.start),
                range.end.checked_sub(span.start),
            ) else {
                continue;
            };
            if start < end || stop > message.len() {
                continue;
            }
            excerpt.push(Mark::Message, None, &message[end..start]);
            excerpt.push(Mark::Argument, Some(name), &message[start..stop]);
            end = stop;
        }
        excerpt.push(Mark::Message, None, &message[end..]);
        let behind = &behind[..behind_end.unwrap_or(behind.len())];
        excerpt.push(Mark::Around, None, behind);
        excerpt
    }

    fn push(&mut self, mark: Mark, name: Option<&str>, text: &str) {
        if text.is_empty() {
            return;
        }
        let end = text.char_indices().nth(LONGEST).map(|(at, _)| at);
        self.pieces.push(Piece {
            mark,
            name: name.map(str::to_owned),
            runs: runs(&text[..end.unwrap_or(text.len())], true),
            is_cut: end.is_some(),
        });
    }
}

//! The picture of `tolken check` in `docs/check.svg`: what the command prints on a terminal, with each
//! character drawn in its own cells, so that marks stand under what they mark whatever the font.
//!
//! `TRYCMD=overwrite` draws it anew, as for the sessions.

use std::fmt::Write;
use std::fs;

use unicode_width::UnicodeWidthChar;

use crate::{CASES, ROOT, text, tolken};

/// A cell of the terminal, and the size of its letters, in the picture's units.
const CELL: usize = 9;
const LINE: usize = 21;
const LETTER: usize = 15;
const MARGIN: usize = 18;

/// How a letter looks: the classes of the picture.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    is_bold: bool,
    colour: Option<&'static str>,
}

const PLAIN: Look = Look {
    is_bold: false,
    colour: None,
};

/// A letter, and the cell that it begins in.
type Letter = (char, usize, Look);

/// The lines of an output, as a terminal shows them.
fn lines(output: &str) -> Vec<Vec<Letter>> {
    let mut look = PLAIN;
    let lines = output.trim_end().lines().map(|line| {
        let mut letters = Vec::new();
        let mut cell = 0;
        // Behind each escape stands a number and an `m`.
        for (part, place) in line.split("\u{1b}[").zip(0..) {
            let shown = if place == 0 {
                part
            } else {
                let (number, shown) = part.split_once('m').expect("it is a colour");
                look = styled(look, number);
                shown
            };
            for c in shown.chars() {
                letters.push((c, cell, look));
                cell += c.width().unwrap_or_default();
            }
        }
        letters
    });
    lines.collect()
}

fn styled(look: Look, number: &str) -> Look {
    match number {
        "0" => PLAIN,
        "1" => Look {
            is_bold: true,
            ..look
        },
        "91" => Look {
            colour: Some("red"),
            ..look
        },
        "94" => Look {
            colour: Some("blue"),
            ..look
        },
        _ => panic!("the picture has no colour for {number}"),
    }
}

fn draw(output: &str) -> String {
    let lines = lines(output);
    let ends = lines
        .iter()
        .flatten()
        .map(|(c, cell, _)| cell + c.width().unwrap_or_default());
    let width = 2 * MARGIN + CELL * ends.max().unwrap_or_default();
    let height = 2 * MARGIN + LINE * lines.len();
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
         <title>tolken check on a French, a Korean and a Chinese mistake</title>\n\
         <style>\n\
         text {{ font: {LETTER}px ui-monospace, Menlo, Consolas, \"Noto Sans Mono CJK KR\", monospace; \
         fill: #d8dee6 }}\n\
         .bold {{ font-weight: bold }}\n.red {{ fill: #ff8078 }}\n.blue {{ fill: #82b1ff }}\n\
         </style>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#14181d\"/>\n"
    );
    for (letters, number) in lines.iter().zip(1..) {
        let line = MARGIN + LINE * number - (LINE - LETTER);
        let is_word = |a: &Letter, b: &Letter| a.2 == b.2 && (a.0 == ' ') == (b.0 == ' ');
        for word in letters.chunk_by(is_word).filter(|word| word[0].0 != ' ') {
            let x: Vec<_> = word
                .iter()
                .map(|(_, cell, _)| (MARGIN + CELL * cell).to_string())
                .collect();
            let bold = word[0].2.is_bold.then_some("bold");
            let class: Vec<_> = bold.into_iter().chain(word[0].2.colour).collect();
            let class = match class.as_slice() {
                [] => String::new(),
                class => format!(" class=\"{}\"", class.join(" ")),
            };
            let letters = word.iter().map(|(c, ..)| match c {
                '&' => "&amp;".to_owned(),
                '<' => "&lt;".to_owned(),
                '>' => "&gt;".to_owned(),
                c => c.to_string(),
            });
            let letters: String = letters.collect();
            writeln!(
                svg,
                "<text y=\"{line}\" x=\"{}\"{class}>{letters}</text>",
                x.join(" ")
            )
            .expect("a text takes whatever is written");
        }
    }
    svg.push_str("</svg>\n");
    svg
}

#[test]
fn the_picture_of_check_is_what_a_terminal_shows() {
    let output = tolken(&["check", "three"])
        .current_dir(format!("{CASES}/check.in"))
        .env("CLICOLOR_FORCE", "1")
        .output()
        .expect("tolken starts");
    let drawn = draw(&text(&output.stdout));
    let file = format!("{ROOT}/docs/check.svg");
    if std::env::var("TRYCMD").is_ok_and(|mode| mode == "overwrite") {
        fs::write(&file, &drawn).expect("the picture can be written");
    }
    let picture = fs::read_to_string(&file).expect("the picture is there");
    assert!(drawn == picture, "the picture has changed; see {file}");
    for mistake in ["unknown-argument", "ko-josa", "zh-punctuation-value"] {
        assert!(picture.contains(&format!("error[{mistake}]")), "{mistake}");
    }
}

/// The marks under a line stand in the cells of what they mark.
#[test]
fn marks_stand_under_what_they_mark() {
    let output = tolken(&["check", "three"])
        .current_dir(format!("{CASES}/check.in"))
        .output()
        .expect("tolken starts");
    let lines = lines(&text(&output.stdout));
    let mut marked = Vec::new();
    for pair in lines.windows(2) {
        let marks: Vec<_> = pair[1]
            .iter()
            .filter(|(c, ..)| *c == '^')
            .map(|mark| mark.1)
            .collect();
        let under = pair[0].iter().filter(|(c, cell, _)| {
            let cells = *cell..cell + c.width().unwrap_or_default();
            !marks.is_empty() && cells.clone().all(|cell| marks.contains(&cell))
        });
        let under: String = under.map(|(c, ..)| c).collect();
        marked.extend((!under.is_empty()).then_some(under));
    }
    assert_eq!(marked, ["itme", "이", ","]);
}

//! Why a match was found, and why others rank lower, in words.

use std::io::{self, Write};

use tolken::{Match, MatchKind};

use super::show::{LABEL, fact};
use crate::visible::visible;

/// Tells why the match at a place was found.
pub(super) fn write(
    out: &mut impl Write,
    text: &str,
    matches: &[Match<'_>],
    place: usize,
) -> io::Result<()> {
    let found = &matches[place];
    let evidence = found.evidence();
    let what = found.attribute().unwrap_or("message");
    fact(
        out,
        "because",
        &format_args!("the {what} is “{}”", visible(evidence.pattern())),
    )?;
    for literal in evidence.literals() {
        let words = text.get(literal.range.clone()).unwrap_or_default();
        line(
            out,
            &format!("“{}” says {:.1} bits", visible(words), literal.bits),
        )?;
    }
    for difference in evidence.differences() {
        let given = text.get(difference.range.clone()).unwrap_or_default();
        let (given, expected) = (visible(given), visible(&difference.expected));
        line(
            out,
            &if given.is_empty() {
                format!("“{expected}” is missing at byte {}", difference.range.start)
            } else if expected.is_empty() {
                format!("“{given}” is too much")
            } else {
                format!("“{given}” stands for “{expected}”")
            },
        )?;
    }
    if evidence.cost() >= 0.05 {
        line(
            out,
            &format!("{:.1} bits are taken off for what differs", evidence.cost()),
        )?;
    }
    if matches!(found.kind(), MatchKind::Exact | MatchKind::Former) && found.renders_back() {
        line(out, "rendered again, it gives the same text")?;
    }
    line(
        out,
        &format!(
            "{:.1} bits speak for it, less what is left free",
            found.bits()
        ),
    )?;
    if matches.len() == 1 {
        return line(out, "no other message comes near");
    }
    let span = found.span();
    let is_rival = |other: &&Match<'_>| {
        other.span().start < span.end
            && span.start < other.span().end
            && other.bits() > found.bits()
    };
    match matches[..place].iter().find(is_rival) {
        Some(other) => line(
            out,
            &format!(
                "it ranks below {}, for which {:.1} bits speak",
                other.code(),
                other.bits()
            ),
        ),
        None => Ok(()),
    }
}

fn line(out: &mut impl Write, text: &str) -> io::Result<()> {
    writeln!(out, "  {:LABEL$}{text}", "")
}

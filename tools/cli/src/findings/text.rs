//! Findings for readers: what is wrong, the line with the place marked, and how to mend it.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use tolken::{Finding, Severity};

use super::excerpt::Excerpt;
use crate::report::printable;

pub(super) fn write(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    let renderer = Renderer::styled();
    for finding in findings {
        let level = match finding.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let place = finding.position();
        let path = printable(finding.source().path());
        let title = level
            .primary_title(printable(finding.message()))
            .id(finding.rule_id().to_owned());
        let origin = || {
            Origin::path(path.clone())
                .line(place.line)
                .char_column(place.column)
        };
        let group = match Excerpt::of(finding) {
            Some(excerpt) => {
                let snippet = Snippet::source(excerpt.text)
                    .line_start(place.line)
                    .annotation(AnnotationKind::Primary.span(excerpt.place));
                if excerpt.is_whole {
                    title.element(snippet.path(path))
                } else {
                    title.element(origin()).element(snippet)
                }
            }
            None => title.element(origin()),
        };
        let group = match finding.help() {
            Some(help) => group.element(Level::HELP.message(printable(help))),
            None => group,
        };
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

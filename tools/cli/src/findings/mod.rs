//! Findings as a reader, a program or a platform wants them, one form a file.

mod excerpt;
mod github;
mod sarif;
mod text;

use std::io::{self, Write};

use clap::ValueEnum;
use tolken::Finding;

/// A form of findings.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Github,
    Sarif,
}

impl Format {
    /// Writes findings in this form.
    pub(crate) fn write(self, findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
        match self {
            Format::Text => text::write(findings, out),
            Format::Json => json(findings, out),
            Format::Github => github::write(findings, out),
            Format::Sarif => sarif::write(findings, out),
        }
    }
}

/// One finding a line, as the library writes it.
fn json(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    for finding in findings {
        serde_json::to_writer(&mut *out, finding)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

//! Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.

use std::io::{self, Write};

use tolken::{Finding, Severity};

pub(super) fn write(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    for finding in findings {
        let kind = match finding.severity() {
            Severity::Note => "notice",
            severity => severity.name(),
        };
        let place = finding.position();
        let help = finding.help().map(|help| format!("\n{help}"));
        writeln!(
            out,
            "::{kind} file={},line={},col={},title={}::{}",
            property(finding.source().path()),
            place.line,
            place.column,
            property(finding.rule_id()),
            data(&format!(
                "{}{}",
                finding.message(),
                help.unwrap_or_default()
            )),
        )?;
    }
    Ok(())
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

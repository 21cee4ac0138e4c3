//! What many lines say together: a table by code.

use std::collections::BTreeMap;
use std::io::{self, Write};

use comfy_table::{CellAlignment, Table, presets};
use tolken::{MatchKind, Matches};

/// What was counted, of each line the best match.
#[derive(Default)]
pub(super) struct Summary {
    pub(super) lines: u64,
    pub(super) matched: u64,
    /// Lines of which not all was searched.
    incomplete: u64,
    codes: BTreeMap<String, Count>,
}

#[derive(Default)]
struct Count {
    lines: u64,
    similar: u64,
    locales: BTreeMap<String, u64>,
}

impl Summary {
    /// Counts a line.
    pub(super) fn add(&mut self, matches: &Matches<'_>) {
        self.lines += 1;
        self.incomplete += u64::from(!matches.is_complete());
        let Some(best) = matches.best() else {
            return;
        };
        self.matched += 1;
        if !self.codes.contains_key(best.code()) {
            self.codes.insert(best.code().to_owned(), Count::default());
        }
        let Some(count) = self.codes.get_mut(best.code()) else {
            return;
        };
        count.lines += 1;
        let is_exact = matches!(best.kind(), MatchKind::Exact | MatchKind::Former);
        count.similar += u64::from(!is_exact);
        if let Some(locale) = best.locales().first() {
            *count.locales.entry(locale.to_string()).or_default() += 1;
        }
    }

    /// Adds what was counted elsewhere.
    pub(super) fn merge(&mut self, other: Summary) {
        self.lines += other.lines;
        self.matched += other.matched;
        self.incomplete += other.incomplete;
        for (code, more) in other.codes {
            let count = self.codes.entry(code).or_default();
            count.lines += more.lines;
            count.similar += more.similar;
            for (locale, lines) in more.locales {
                *count.locales.entry(locale).or_default() += lines;
            }
        }
    }

    /// Writes the table, the most frequent code first.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut table = Table::new();
        table
            .load_style(presets::NOTHING)
            .set_header(["CODE", "LINES", "SIMILAR", "LANGUAGES"]);
        let mut codes: Vec<_> = self.codes.iter().collect();
        codes.sort_by_key(|(_, count)| std::cmp::Reverse(count.lines));
        for (code, count) in codes {
            let mut locales: Vec<_> = count.locales.iter().collect();
            locales.sort_by_key(|(_, lines)| std::cmp::Reverse(**lines));
            let locales: Vec<_> = locales
                .into_iter()
                .map(|(locale, lines)| format!("{locale} {lines}"))
                .collect();
            table.add_row([
                code.clone(),
                count.lines.to_string(),
                share(count.similar, count.lines),
                locales.join(", "),
            ]);
        }
        for (column, place) in table.column_iter_mut().zip(0..) {
            column.set_padding((0, 2));
            if matches!(place, 1 | 2) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        if !self.codes.is_empty() {
            for line in table.lines() {
                writeln!(out, "{}", line.trim_end())?;
            }
            writeln!(out)?;
        }
        let without = self.lines - self.matched;
        writeln!(
            out,
            "lines: {}, with a match: {}, without: {without} ({})",
            self.lines,
            self.matched,
            share(without, self.lines)
        )?;
        if self.incomplete > 0 {
            writeln!(
                out,
                "too long to be searched as a whole: {}",
                self.incomplete
            )?;
        }
        Ok(())
    }
}

/// A share in per cent, rounded down.
fn share(part: u64, whole: u64) -> String {
    format!("{} %", (part * 100).checked_div(whole).unwrap_or_default())
}

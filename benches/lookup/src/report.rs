//! What is measured, as rows for `benches/lookup_report.py`: table, catalog, row, script, column, value.

pub fn row(cells: &[&str; 6]) {
    println!("{}", cells.join("\t"));
}

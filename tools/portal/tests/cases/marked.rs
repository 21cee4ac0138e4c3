//! Catalogs whose every text carries the number of the catalog, so that an answer which mixes two of them shows.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The locales of a marked catalog.
pub(crate) const LOCALES: [&str; 3] = ["en-US", "ko-KR", "sv-SE"];

/// The codes of a marked catalog.
pub(crate) const CODES: [&str; 3] = ["MarkOne", "MarkTwo", "MarkThree"];

/// Writes catalog number `n` into a folder.
pub(crate) fn write(folder: &Path, n: u32) {
    let code = |code| format!("[codes.{code}]\nstatus = 400\n");
    let manifest: String = CODES.into_iter().map(code).collect();
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("catalog.toml"), manifest).unwrap();
    for locale in LOCALES {
        let message = |code| format!("{code} = {locale} <{n}> {code}\n    .action = <{n}>\n");
        let text: String = CODES.into_iter().map(message).collect();
        fs::create_dir_all(folder.join(locale)).unwrap();
        fs::write(folder.join(locale).join("errors.ftl"), text).unwrap();
    }
}

/// Writes catalog number `n` with an error in it.
pub(crate) fn write_bad(folder: &Path, n: u32) {
    write(folder, n);
    let path = folder.join("ko-KR/errors.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, format!("{text}Broken{n} = {{ $x\n")).unwrap();
}

/// The numbers that a text carries.
pub(crate) fn marks(text: &str) -> BTreeSet<u32> {
    // In JSON and HTML `<` may be escaped.
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let text = text.replace("\\u003c", "<").replace("\\u003e", ">");
    let marks = text.split('<').skip(1);
    marks
        .filter_map(|mark| mark.split_once('>')?.0.parse().ok())
        .collect()
}

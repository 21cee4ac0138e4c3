//! Generated files are checked in, and this is what generates them.
//!
//! `TOLKEN_GENERATE=1 cargo test --test tests generated` writes them; without it the test compares.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use tolken::Profile;

use crate::schemas::schema;

const COMMAND: &str = "TOLKEN_GENERATE=1 cargo test --test tests generated";

#[track_caller]
fn check(path: &str, expected: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("TOLKEN_GENERATE").is_some() {
        fs::write(&file, expected).unwrap();
    }
    let found = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        found == expected,
        "`{path}` is out of date; run `{COMMAND}`"
    );
}

/// The Fluent files below `locales/`, as paths with `/`, sorted.
fn locale_files() -> Vec<(String, String)> {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut files = Vec::new();
    for locale in fs::read_dir(&locales).unwrap() {
        let locale = locale.unwrap();
        if !locale.file_type().unwrap().is_dir() {
            continue;
        }
        let tag = locale.file_name().into_string().unwrap();
        for file in fs::read_dir(locale.path()).unwrap() {
            let file = file.unwrap().path();
            let name = file.file_name().unwrap().to_str().unwrap();
            if file.extension().is_some_and(|extension| extension == "ftl") && name != "former.ftl"
            {
                files.push((tag.clone(), format!("locales/{tag}/{name}")));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn the_list_of_built_in_files_is_up_to_date() {
    let mut text = format!(
        "// Generated from `locales/`. Do not edit; run:\n// {COMMAND}\n\n\
         //! The files of the built-in catalog.\n\n\
         /// Path and text of the manifest.\n\
         pub(crate) const MANIFEST: (&str, &str) =\n    \
         (\"locales/catalog.toml\", include_str!(\"../locales/catalog.toml\"));\n\n\
         /// Locale, path and text of each Fluent file, sorted.\n\
         pub(crate) const SOURCES: &[(&str, &str, &str)] = &[\n"
    );
    for (tag, path) in locale_files() {
        writeln!(
            text,
            "    (\"{tag}\", \"{path}\", include_str!(\"../{path}\")),"
        )
        .unwrap();
    }
    text.push_str("];\n");
    check("src/builtin.rs", &text);
}

#[test]
fn the_schemas_of_the_profiles_are_up_to_date() {
    for &profile in Profile::ALL {
        let mut schema = schema(profile);
        schema["$comment"] =
            format!("Generated from tests/schemas.rs. Do not edit; run: {COMMAND}").into();
        let text = serde_json::to_string_pretty(&schema).unwrap();
        check(
            &format!("docs/schemas/{}.json", profile.name()),
            &format!("{text}\n"),
        );
    }
}

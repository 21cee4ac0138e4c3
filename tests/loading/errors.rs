//! The errors: nothing could be loaded at all.

use std::error::Error as _;

use tolken::{Catalog, Error, Layer, Limits};

use super::scratch::Scratch;

/// The error, as text and with paths as they are within the folder.
#[track_caller]
fn error(scratch: &Scratch) -> (Error, String) {
    let error = scratch.load().expect_err("nothing to load");
    let text = scratch.relative(&error.to_string());
    (error, text)
}

#[test]
fn a_folder_that_is_not_there_is_an_io_error() {
    let scratch = Scratch::new();
    let path = scratch.path().join("locales");
    let error = Catalog::from_dir(&path).unwrap_err();
    assert!(error.is_io() && !error.is_no_locale());
    assert_eq!(error.path(), Some(path.as_path()));
    assert!(error.findings().is_empty());
    let text = scratch.relative(&error.to_string());
    assert!(text.starts_with("cannot read `locales`: "), "{text}");
}

#[test]
fn a_file_in_the_place_of_the_folder_is_an_io_error() {
    let scratch = Scratch::new().file("locales", "NotFound = Not found.\n");
    let error = Catalog::from_dir(scratch.path().join("locales")).unwrap_err();
    assert!(error.is_io());
}

#[test]
fn a_later_layer_that_cannot_be_read_is_an_error_too() {
    let scratch = Scratch::new();
    let layer = Layer::new().source("en", "errors.ftl", "NotFound = Not found.\n");
    let folder = Layer::dir(scratch.path().join("own"));
    let error = Catalog::builder()
        .layer(layer)
        .layer(folder)
        .build()
        .unwrap_err();
    assert!(error.is_io());
    assert_eq!(error.path(), Some(scratch.path().join("own").as_path()));
}

#[test]
fn an_empty_folder_has_no_locale() {
    let scratch = Scratch::new();
    let (error, text) = error(&scratch);
    assert!(error.is_no_locale() && !error.is_io());
    assert_eq!(error.path(), Some(scratch.path()));
    assert_eq!(
        text,
        "expected folders named after locales with `.ftl` files in `FOLDER`, such as \
         `en-US/errors.ftl`, but found no message"
    );
}

#[test]
fn a_manifest_alone_has_no_message() {
    let (error, _) = error(&Scratch::new().file("catalog.toml", "[codes.NotFound]\n"));
    assert!(error.is_no_locale());
}

#[test]
fn a_locale_of_terms_and_comments_has_no_message() {
    let scratch = Scratch::new()
        .file("en-US/terms.ftl", "# Names.\n-product = Portal\n")
        .folder("sv-SE");
    assert!(error(&scratch).0.is_no_locale());
}

#[test]
fn when_nothing_could_be_read_the_error_says_why() {
    let scratch = Scratch::new()
        .file("sv-SE/b.ftl", "NotFound = { $x\nOther = x }\n")
        .file("ko-KR/a.ftl", b"\xFF\xFEN\0");
    let (error, text) = error(&scratch);
    assert_eq!(error.findings().len(), 3);
    assert_eq!(
        text,
        "expected folders named after locales with `.ftl` files in `FOLDER`, such as \
         `en-US/errors.ftl`, but found no message; ko-KR/a.ftl:1:1: error[encoding]: expected \
         UTF-8, but found UTF-16; help: save the file as UTF-8; it was left out"
    );
}

#[test]
fn a_builder_without_layers_has_no_message() {
    let error = Catalog::builder().build().unwrap_err();
    assert!(error.is_no_locale());
    assert_eq!(error.path(), None);
    let text = "expected a layer with a message, but found none";
    assert_eq!(error.to_string(), text);
    assert_eq!(format!("{error:?}"), format!("Error({text})"));
}

#[test]
fn a_layer_of_a_locale_that_is_none_has_no_message() {
    let layer = Layer::new().source("templates", "a.ftl", "NotFound = Not found.\n");
    let error = Catalog::builder().layer(layer).build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "expected a layer with a message, but found none"
    );
    assert_eq!(
        error.findings()[0].to_string(),
        "a.ftl:1:1: warning[locale-name]: `templates` is not the name of a locale; help: name it \
         by a language tag such as `ko-KR`; it was left out"
    );
}

#[test]
fn limits_can_leave_no_message() {
    let scratch = Scratch::new().file("en-US/errors.ftl", "NotFound = Not found.\n");
    let limits = Limits {
        file_bytes: 8,
        ..Limits::default()
    };
    let builder = Catalog::builder()
        .layer(Layer::dir(scratch.path()))
        .limits(limits);
    assert!(builder.build().unwrap_err().is_no_locale());
}

/// The chain is in the text already, once.
#[test]
fn an_error_has_no_source() {
    let error = Catalog::from_dir("no/such/folder").unwrap_err();
    assert!(error.source().is_none());
}

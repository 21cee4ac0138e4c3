//! Texts as they reach support, and what each of them says: the files of `tests/cases/lookup`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use tolken::{Arguments, Catalog, Index, Layer, Match, MatchKind, Matches, Mode, Query, Value};
use toml::Spanned;

/// A file: cases on the built-in catalog, or on one of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Fluent by locale.
    #[serde(default)]
    catalog: toml::Table,
    /// Earlier wordings, by locale.
    #[serde(default)]
    former: toml::Table,
    case: Vec<Spanned<Case>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    hint: Option<String>,
    #[serde(default)]
    mode: Asked,
    /// Nothing is to be found.
    #[serde(default)]
    nothing: bool,
    /// Says what a text that is no message resembles; read by people alone.
    near: Option<String>,
    code: Option<String>,
    attribute: Option<String>,
    locale: Option<OneOrMore>,
    args: Option<toml::Table>,
    open: Option<BTreeSet<String>>,
    /// All codes that are equally good.
    codes: Option<BTreeSet<String>>,
    kind: Option<String>,
    /// The part of the text that is the message.
    span: Option<String>,
    /// What is found beside, in any order; without a `code` of the case’s own, this is all.
    #[serde(default)]
    also: Vec<Expected>,
    /// Why the library does not do it yet. Such a case must fail, so that nobody forgets the mark.
    known: Option<String>,
}

/// What a match is to be. Said of a case itself in its own fields.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    code: Option<String>,
    attribute: Option<String>,
    locale: Option<OneOrMore>,
    /// All arguments; those of a damaged text may be left out.
    args: Option<toml::Table>,
    /// Arguments of which it is to be said that their end is a guess.
    open: Option<BTreeSet<String>>,
}

#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(BTreeSet<String>),
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Asked {
    #[default]
    Auto,
    Whole,
    Scan,
}

#[test]
fn every_case_is_answered_as_its_file_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/lookup");
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "toml"))
        .collect();
    paths.sort();
    let builtin = Catalog::builtin().index();
    let (mut count, mut wrong) = (0, Vec::new());
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let own = (!file.catalog.is_empty()).then(|| index(&file));
        for case in &file.case {
            count += 1;
            let line = text[..case.span().start].lines().count() + 1;
            let failed = check(case.as_ref(), own.as_ref().unwrap_or(&builtin)).err();
            match (failed, &case.as_ref().known) {
                (Some(reason), None) => {
                    wrong.push(format!("tests/cases/lookup/{name}:{line}: {reason}"));
                }
                (None, Some(_)) => wrong.push(format!(
                    "tests/cases/lookup/{name}:{line}: is answered by now; remove `known`"
                )),
                _ => {}
            }
        }
    }
    assert!(count >= 120, "{count} cases");
    assert!(
        wrong.is_empty(),
        "{} of {count} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The index of a file's own catalog.
fn index(file: &File) -> Index {
    let sources = |table: &toml::Table| -> Vec<(String, String)> {
        let entries = table.iter();
        entries
            .map(|(locale, text)| (locale.clone(), text.as_str().unwrap().to_owned()))
            .collect()
    };
    let mut layer = Layer::new();
    for (locale, text) in sources(&file.catalog) {
        layer = layer.source(&locale, "errors.ftl", text);
    }
    for (locale, text) in sources(&file.former) {
        layer = layer.source(&locale, format!("{locale}/former.ftl"), text);
    }
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    assert!(loaded.findings().is_empty(), "{:?}", loaded.findings());
    loaded.catalog().index()
}

fn check(case: &Case, index: &Index) -> Result<(), String> {
    let mode = match case.mode {
        Asked::Auto => Mode::Auto,
        Asked::Whole => Mode::Whole,
        Asked::Scan => Mode::Scan,
    };
    let mut query = Query::new(&case.text).mode(mode);
    if let Some(hint) = &case.hint {
        query = query.locale_hint(hint);
    }
    let matches = index.lookup(&query);
    let found = summary(&matches);
    equal("complete", &matches.is_complete(), &true)?;
    let best = matches.best();
    let is_first = case.code.is_some() || case.codes.is_some();
    if case.nothing {
        return match best.filter(|best| best.score() >= 0.5) {
            Some(_) => Err(format!(
                "expected nothing{}, but found {found}",
                case.near
                    .as_ref()
                    .map(|near| format!(" (it is near {near})"))
                    .unwrap_or_default()
            )),
            None => Ok(()),
        };
    }
    if !is_first && case.also.is_empty() {
        return Err("says nothing: expected `code`, `codes`, `also` or `nothing = true`".into());
    }
    let best = best.ok_or("found nothing")?;
    if let Some(codes) = &case.codes {
        let tied = matches
            .matches()
            .iter()
            .filter(|it| it.score() > best.score() - 0.001);
        let tied: BTreeSet<String> = tied.map(|it| it.code().to_owned()).collect();
        equal(&format!("codes of {found}"), &tied, codes)?;
    } else {
        equal(&format!("likely, {found}"), &(best.score() >= 0.5), &true)?;
    }
    let expected = Expected {
        code: case.code.clone(),
        attribute: case.attribute.clone(),
        locale: case.locale.clone(),
        args: case.args.clone(),
        open: case.open.clone(),
    };
    if is_first {
        expect(best, &expected).map_err(|it| format!("{it} in {found}"))?;
    }
    if let Some(kind) = &case.kind {
        equal("kind", &kind_name(best.kind()), kind)?;
    }
    if let Some(span) = &case.span {
        equal("span", &case.text[best.span()], span.as_str())?;
    }
    for also in &case.also {
        let mut others = matches.matches().iter();
        if !others.any(|it| expect(it, also).is_ok()) {
            return Err(format!("expected also {:?} in {found}", also.code));
        }
    }
    Ok(())
}

fn expect(found: &Match<'_>, expected: &Expected) -> Result<(), String> {
    if let Some(code) = &expected.code {
        equal("code", found.code(), code.as_str())?;
    }
    equal(
        "attribute",
        &found.attribute(),
        &expected.attribute.as_deref(),
    )?;
    if let Some(locales) = &expected.locale {
        let found: BTreeSet<String> = found.locales().iter().map(ToString::to_string).collect();
        let locales = match locales {
            OneOrMore::One(locale) => BTreeSet::from([locale.clone()]),
            OneOrMore::More(locales) => locales.clone(),
        };
        equal("locales", &found, &locales)?;
    }
    if let Some(args) = &expected.args {
        for (name, value) in args {
            let value = match value {
                toml::Value::Integer(value) => Value::from(*value),
                toml::Value::Float(value) => Value::from(*value),
                toml::Value::String(value) => Value::from(value.as_str()),
                other => panic!("an argument is a text or a number, not {other:?}"),
            };
            equal(
                &format!("argument {name}"),
                &found.find(name).map(|(_, value)| value),
                &Some(value),
            )?;
        }
        equal("number of arguments", &found.len(), &args.len())?;
    }
    if let Some(open) = &expected.open {
        let arguments = found.arguments().iter();
        let found: BTreeSet<String> = arguments
            .filter(|it| it.status() == tolken::ArgumentStatus::Open)
            .map(|it| it.name().to_owned())
            .collect();
        equal("open arguments", &found, open)?;
    }
    Ok(())
}

fn equal<T: PartialEq<U> + std::fmt::Debug + ?Sized, U: std::fmt::Debug + ?Sized>(
    what: &str,
    found: &T,
    expected: &U,
) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    Err(format!(
        "{what}: expected {expected:?}, but found {found:?}"
    ))
}

fn kind_name(kind: MatchKind) -> String {
    serde_json::to_value(kind)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

/// The answer in a line.
fn summary(matches: &Matches<'_>) -> String {
    let one = |it: &Match<'_>| {
        let args: Vec<_> = (it.arguments().iter())
            .map(|it| format!("{}={:?}", it.name(), it.value()))
            .collect();
        format!(
            "{}{} {} {:.3} {} [{}]",
            it.code(),
            it.attribute()
                .map(|it| format!(".{it}"))
                .unwrap_or_default(),
            it.locales()
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("+"),
            it.score(),
            kind_name(it.kind()),
            args.join(", "),
        )
    };
    matches
        .matches()
        .iter()
        .map(one)
        .collect::<Vec<_>>()
        .join(" | ")
}

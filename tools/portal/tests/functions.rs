//! The module for browsers against the library: the same files, the same values, the same texts.
//!
//! Both render the same messages, one with `@fluent/bundle` in Node. Needs Node and its packages,
//! which `.ci/node` installs.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing says less

#[path = "functions/node.rs"]
mod node;
mod script;
#[path = "functions/tables.rs"]
mod tables;
#[path = "functions/words.rs"]
mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use tolken::function::elide::Form;
use tolken::function::josa::Pair;
use tolken::{Argument, ArgumentType, Catalog, Request, Value};

use self::node::{Case, agree, cases, rendered, run};
use self::words::{list, number, picked, some, word};

/// The kinds of `JOSA`, and one that there is not.
const KINDS: [&str; 5] = [
    "",
    ", kind: \"hash\"",
    ", kind: \"guid\"",
    ", kind: \"url\"",
    ", kind: \"other\"",
];

/// For each kind a message with every particle after `$x`, and one with two that together tell the four sounds apart.
fn particles() -> String {
    let mut source = String::new();
    let sounds = ["이/가", "으로/로"].map(|name| Pair::parse(name).unwrap());
    for (index, kind) in KINDS.iter().enumerate() {
        for (name, pairs) in [("all", Pair::all().collect()), ("sound", sounds.to_vec())] {
            write!(source, "{name}{index} = {{ $x }}").unwrap();
            for pair in pairs {
                write!(source, "|{{ JOSA($x, pair: {:?}{kind}) }}", pair.name()).unwrap();
            }
            source.push('\n');
        }
    }
    source
}

/// A message with every form before `$x`, and one with the two that have rules of their own.
fn elisions() -> String {
    let mut source =
        "word = { ELIDE($x, form: \"de\") }|{ ELIDE($x, form: \"si\") }\nwords = { $x }".to_owned();
    for form in Form::all() {
        write!(source, "|{{ ELIDE($x, form: {:?}) }}", form.name()).unwrap();
    }
    source.push('\n');
    source
}

#[test]
fn every_particle_is_the_librarys() {
    let picked = cases(&["all0", "all1", "all2", "all3", "all4"], &picked());
    let generated = cases(
        &["sound0", "sound1", "sound2", "sound3"],
        &some(&word(), 6_000),
    );
    agree("ko-KR", &particles(), &[picked, generated].concat());
}

#[test]
fn every_spelling_names_its_pair() {
    let mut source = String::new();
    let mut spellings = [
        "",
        "/",
        "이/",
        "이가",
        "에/에",
        "는/가",
        "이/가/이",
        "이/를",
    ]
    .map(str::to_owned)
    .to_vec();
    for pair in Pair::all() {
        let turned = pair.name().split_once('/');
        spellings.extend(turned.map(|(long, short)| format!("{short}/{long}")));
        spellings.extend(pair.forms().chain([pair.name()]).map(str::to_owned));
    }
    for (index, spelling) in spellings.iter().enumerate() {
        writeln!(source, "m{index} = {{ JOSA($x, pair: {spelling:?}) }}").unwrap();
    }
    let messages: Vec<_> = (0..spellings.len())
        .map(|index| format!("m{index}"))
        .collect();
    let messages: Vec<_> = messages.iter().map(String::as_str).collect();
    let cases = cases(&messages, &["서버", "파일", "요청", "?"]);
    agree("ko-KR", &source, &cases);
}

#[test]
fn every_elision_is_the_librarys() {
    let picked = cases(&["words"], &picked());
    let generated = cases(&["word"], &some(&word(), 12_000));
    agree("fr-FR", &elisions(), &[picked, generated].concat());
}

#[test]
fn a_number_is_read_as_its_locale_shows_it() {
    let source = format!(
        "{}{}\
         digits = {{ $x }}{{ JOSA(NUMBER($x, minimumFractionDigits: 2), pair: \"으로/로\") }}\n\
         plain = {{ $x }}{{ JOSA(NUMBER($x, useGrouping: 0), pair: \"이/가\") }}\n\
         missing = {{ JOSA(NUMBER($y), pair: \"이/가\") }} {{ ELIDE(NUMBER($y), form: \"de\") }} {{ LIST(NUMBER($y)) }}\n\
         literal = {{ JOSA(1000000000000, pair: \"이/가\") }} {{ JOSA(1.50, pair: \"이/가\") }}\n",
        particles(),
        elisions()
    );
    for locale in [
        "ko-KR", "en-US", "sv-SE", "zh-CN", "fr-FR", "nl-NL", "de-CH", "ar-EG",
    ] {
        let messages = [
            "sound0", "sound1", "word", "digits", "plain", "missing", "literal",
        ];
        let cases = cases(&messages, &some(&number(), 300));
        agree(locale, &source, &cases);
    }
}

#[test]
fn a_list_is_joined_as_the_library_does() {
    let source = include_str!("functions/lists.ftl");
    let mut values = some(&list(), 300);
    values.extend(some(&number(), 20));
    values.extend(picked().into_iter().take(20).map(Value::from));
    // A list in a list is left out.
    let nested = Value::List(vec![Value::from("b"), Value::from(1)]);
    values.push(Value::List(vec![
        Value::from("a"),
        nested,
        Value::from("c"),
    ]));
    let cases = cases(&ids(source), &values);
    for locale in [
        "ko-KR", "en-US", "sv-SE", "zh-CN", "fr-FR", "nl-NL", "es-ES", "de-DE", "ja-JP",
    ] {
        agree(locale, source, &cases);
    }
}

#[test]
fn what_is_missing_or_wrong_shows_as_in_the_library() {
    let source = include_str!("functions/missing.ftl");
    let ids = ids(source);
    let missing = ids.iter().map(|&id| (id.to_owned(), BTreeMap::new()));
    let cases: Vec<_> = missing.chain(cases(&ids, &["Office"])).collect();
    agree("fr-FR", source, &cases);
}

#[test]
fn the_built_in_messages_are_the_librarys() {
    let catalog = Catalog::builtin();
    let cases = built_in_cases();
    for locale in catalog.locales() {
        let locale = locale.to_string();
        let texts = rendered(&locale, &built_in_source(&locale), false, &cases);
        for ((message, args), found) in cases.iter().zip(texts) {
            let borrowed: Vec<_> = args
                .iter()
                .map(|(k, v)| (k.as_str(), v.borrowed()))
                .collect();
            let expected = catalog.text(&Request::new(message).args(&borrowed).range(&locale));
            // What `NUMBER` of @fluent/bundle makes of a missing argument is its own matter.
            let found = found.replace("{NUMBER($received)}", "{$received}");
            let found = found.replace("{NUMBER($allowed)}", "{$allowed}");
            assert_eq!(found, expected, "{locale} {message} {args:?}");
        }
    }
}

#[test]
fn isolates_change_no_word() {
    let source = "a = { $x }{ JOSA($x, pair: \"이/가\") } { b }{ JOSA(b, pair: \"을/를\") } { ELIDE(b, form: \"de\") }\n\
                  b = { $x }{ \"\" }\n";
    let words = picked().into_iter().chain(some(&word(), 1_000));
    let is_isolate = |c: char| matches!(c, '\u{2066}'..='\u{2069}');
    // Isolates in a word would be taken away as well; and those around a long one take from what is read.
    let words = words.filter(|word| !word.contains(is_isolate) && word.len() < 200);
    let cases = cases(&["a"], &words.collect::<Vec<_>>());
    let plain = rendered("ko-KR", source, false, &cases);
    for (isolated, plain) in rendered("ko-KR", source, true, &cases).iter().zip(plain) {
        assert!(isolated.contains(is_isolate));
        assert_eq!(isolated.replace(is_isolate, ""), plain);
    }
}

#[test]
fn the_page_for_users_runs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = std::fs::read_to_string(root.join("docs/BROWSER.md")).unwrap();
    let told = run("page.mjs", &page);
    assert!(!told.is_empty());
    for line in told.lines() {
        assert!(
            page.contains(&format!("// {line}\n")),
            "`{line}` is not in the page"
        );
    }
}

/// The messages of a file.
fn ids(source: &str) -> Vec<&str> {
    let ids = source.lines().filter_map(|line| line.split_once(" = "));
    let ids = ids.map(|(id, _)| id);
    ids.filter(|id| id.starts_with(|first: char| first.is_ascii_lowercase()))
        .collect()
}

/// The file of a locale, as it is served.
fn built_in_source(locale: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(format!("locales/{locale}/errors.ftl"))).unwrap()
}

/// Every message and action, without arguments and with values of the types of the manifest.
fn built_in_cases() -> Vec<Case> {
    let catalog = Catalog::builtin();
    let mut words = some(&word(), 1_000).into_iter().cycle();
    let mut numbers = (0..12).chain([1_000, 1_000_000, 1_234_567]).cycle();
    let mut value = |argument: &Argument, round: usize| match argument.kind() {
        _ if round == 0 => argument.example().unwrap().clone(),
        ArgumentType::String => Value::from(words.next().unwrap()),
        ArgumentType::Integer => Value::from(numbers.next().unwrap()),
        ArgumentType::Enum => {
            Value::from(argument.values()[round % argument.values().len()].clone())
        }
        kind => panic!("no built-in argument was of the type {kind:?}"),
    };
    let mut cases = Vec::new();
    for code in catalog.codes() {
        let names = [code.name().to_owned(), format!("{}.action", code.name())];
        for name in names.into_iter().filter(|name| catalog.contains(name)) {
            cases.push((name.clone(), BTreeMap::new()));
            for round in 0..if code.arguments().is_empty() { 0 } else { 25 } {
                let args = code.arguments().iter();
                let args =
                    args.map(|argument| (argument.name().to_owned(), value(argument, round)));
                cases.push((name.clone(), args.collect()));
            }
        }
    }
    cases
}

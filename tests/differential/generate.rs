//! Cases that nobody thought of: resources, arguments and locales, made up by rule.
//!
//! The resources are text, as translators write it, not trees: both libraries read it, so what is
//! compared begins at the file. Names come from a few, so that references meet messages, each
//! other and nothing; the size stays small enough for fluent-bundle, which ends at 100 placeables.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::case::{Argument, Case};
use super::reference::LOCALES;

const MESSAGES: &[&str] = &["hello", "bye", "item"];
const TERMS: &[&str] = &["brand", "place"];
const ATTRIBUTES: &[&str] = &["title", "hint"];
const VARIABLES: &[&str] = &["name", "count", "rate"];

/// A whole case.
pub(super) fn case() -> impl Strategy<Value = Case> {
    let entries = vec(entry(), 2..7).prop_map(|entries| entries.concat() + "last = end\n");
    let is_crlf = prop::bool::weighted(0.1);
    (select(&LOCALES[..]), entries, is_crlf, arguments()).prop_map(
        |(locale, ftl, is_crlf, args)| Case {
            locale,
            ftl: if is_crlf {
                ftl.replace('\n', "\r\n")
            } else {
                ftl
            },
            args,
        },
    )
}

/// A resource alone.
pub(crate) fn resource() -> impl Strategy<Value = String> {
    case().prop_map(|case| case.ftl)
}

/// The arguments, most of them given, and most of the type that their name promises.
fn arguments() -> impl Strategy<Value = Vec<(&'static str, Argument)>> {
    let given = |usual: BoxedStrategy<Argument>| {
        let argument = prop_oneof![8 => usual, 1 => texts(), 1 => integers(), 1 => floats()];
        option::weighted(0.85, argument)
    };
    let usual = [texts().boxed(), integers().boxed(), floats().boxed()];
    usual.map(given).prop_map(|values| {
        let values = VARIABLES.iter().zip(values);
        values
            .filter_map(|(name, value)| Some((*name, value?)))
            .collect()
    })
}

fn texts() -> impl Strategy<Value = Argument> {
    select(&["Ann", "warm", "one", "5", "", "서버", "Été", "a { b }"][..]).prop_map(Argument::Text)
}

fn integers() -> impl Strategy<Value = Argument> {
    prop_oneof![-3..12_i32, -999_999..1_000_000_i32].prop_map(Argument::Integer)
}

fn floats() -> impl Strategy<Value = Argument> {
    let float = prop_oneof![
        8 => (-2_000_000..2_000_000_i32).prop_map(|thousandths| f64::from(thousandths) / 1000.0),
        4 => (-40..40_i32).prop_map(|halves| f64::from(halves) / 2.0),
        1 => -1000.0..1000.0_f64,
        1 => select(&[f64::INFINITY, f64::NEG_INFINITY, 1e-7][..]),
    ];
    let written = select(&["1.0", "5.00", "2.50", "0.125"][..]);
    prop_oneof![
        6 => float.prop_map(Argument::Float),
        1 => written.prop_map(Argument::Written),
    ]
}

fn entry() -> impl Strategy<Value = String> {
    let attribute = || {
        (select(ATTRIBUTES), value(1)).prop_map(|(name, value)| format!("\n    .{name} = {value}"))
    };
    let attributes = || vec(attribute(), 0..3).prop_map(|attributes| attributes.concat());
    let text = option::weighted(0.9, value(2)).prop_map(Option::unwrap_or_default);
    let message = (select(MESSAGES), text, attributes())
        .prop_map(|(id, value, attributes)| format!("{id} = {value}{attributes}\n"));
    let term = (select(TERMS), value(1), attributes())
        .prop_map(|(id, value, attributes)| format!("-{id} = {value}{attributes}\n"));
    let other = select(&["# note\n", "## group\n\n", "broken = { $name\n", "\n"][..]);
    prop_oneof![
        6 => message,
        4 => term,
        1 => other.prop_map(str::to_owned),
    ]
}

/// Most are small: in a large one something is likely to differ that may.
fn value(depth: u32) -> BoxedStrategy<String> {
    prop_oneof![
        6 => pattern(1),
        3 => pattern(depth),
        1 => pattern(depth + 1),
    ]
    .boxed()
}

fn pattern(depth: u32) -> BoxedStrategy<String> {
    let part = prop_oneof![
        2 => text().prop_map(str::to_owned),
        3 => placeable(depth),
    ];
    vec(part, 1..4).prop_map(|parts| parts.concat()).boxed()
}

fn text() -> impl Strategy<Value = &'static str> {
    select(
        &[
            "Text",
            " and ",
            "“q” ",
            "값",
            "e\u{301}",
            "\n    next ",
            "\n\n      deeper ",
            "\n  out ",
            ". ",
            "a = b",
            "# ",
            "\"",
            "\\u0041",
            "-1",
            "  ",
            "\u{200f}",
        ][..],
    )
}

fn placeable(depth: u32) -> BoxedStrategy<String> {
    let shown = inline(depth).prop_map(|inline| format!("{{ {inline} }}"));
    if depth == 0 {
        return shown.boxed();
    }
    let nested = placeable(depth - 1).prop_map(|inner| format!("{{ {inner} }}"));
    prop_oneof![
        6 => shown,
        1 => nested,
        4 => choice(depth - 1),
    ]
    .boxed()
}

fn choice(depth: u32) -> BoxedStrategy<String> {
    let variant = (key(), pattern(depth));
    (
        selector(depth),
        vec(variant, 0..4),
        variant_default(depth),
        any::<bool>(),
    )
        .prop_map(|(selector, variants, default, is_first)| {
            let mut lines: Vec<_> = variants
                .into_iter()
                .map(|(key, value)| format!("\n    [{key}] {value}"))
                .collect();
            let index = if is_first { 0 } else { lines.len() };
            lines.insert(index, default);
            format!("{{ {selector} ->{}\n    }}", lines.concat())
        })
        .boxed()
}

fn variant_default(depth: u32) -> impl Strategy<Value = String> {
    let key = prop_oneof![3 => Just("other"), 1 => key()];
    (key, pattern(depth)).prop_map(|(key, value)| format!("\n   *[{key}] {value}"))
}

fn key() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        3 => select(&["zero", "one", "two", "few", "many", "other"][..]),
        2 => select(&["warm", "Ann", "Text", "X"][..]),
        2 => select(&["0", "1", "2", "5", "-1", "11", "1.5", "5.0"][..]),
    ]
}

fn selector(depth: u32) -> BoxedStrategy<String> {
    let attribute = (select(TERMS), select(ATTRIBUTES), term_arguments(depth))
        .prop_map(|(term, attribute, arguments)| format!("-{term}.{attribute}{arguments}"));
    prop_oneof![
        5 => variable(),
        1 => string(),
        1 => number().prop_map(str::to_owned),
        2 => number_call(depth),
        1 => call(depth),
        2 => attribute,
    ]
    .boxed()
}

/// What may stand in a placeable or go to a function.
fn inline(depth: u32) -> BoxedStrategy<String> {
    let plain = prop_oneof![
        6 => variable(),
        2 => string(),
        1 => number().prop_map(str::to_owned),
    ];
    let message = select(
        &[
            "hello",
            "bye",
            "item",
            "last",
            "nowhere",
            "hello.title",
            "bye.hint",
        ][..],
    );
    let term = prop_oneof![6 => select(TERMS), 1 => Just("nobody")];
    let term =
        (term, term_arguments(depth)).prop_map(|(term, arguments)| format!("-{term}{arguments}"));
    if depth == 0 {
        return plain.boxed();
    }
    prop_oneof![
        8 => plain,
        4 => message.prop_map(str::to_owned),
        5 => term,
        2 => number_call(depth - 1),
        2 => call(depth - 1),
    ]
    .boxed()
}

fn variable() -> impl Strategy<Value = String> {
    prop_oneof![8 => select(VARIABLES), 1 => Just("gone")].prop_map(|name| format!("${name}"))
}

fn string() -> impl Strategy<Value = String> {
    let content = select(
        &[
            "",
            "warm",
            "Text",
            "one",
            "5",
            "{",
            "}",
            r"\u0041",
            r"\U01F602",
            r#"\""#,
            r"\\",
            "  ",
            "한글",
            r"\uD800",
        ][..],
    );
    content.prop_map(|content| format!("\"{content}\""))
}

fn number() -> impl Strategy<Value = &'static str> {
    select(
        &[
            "0", "1", "2", "5", "11", "1.0", "2.50", "-1", "1234", "0.0005",
        ][..],
    )
}

fn term_arguments(depth: u32) -> BoxedStrategy<String> {
    // fluent-syntax reads no option with a sign, see the accepted differences of the parsers.
    let unsigned = || number().prop_map(|number| number.trim_start_matches('-').to_owned());
    let literal = || prop_oneof![string(), unsigned()];
    let named = (option::of(literal()), option::of(literal())).prop_map(|(name, count)| {
        let name = name.map(|value| format!("name: {value}"));
        let count = count.map(|value| format!("count: {value}"));
        name.into_iter().chain(count).collect::<Vec<_>>().join(", ")
    });
    let positional = if depth == 0 {
        Just("$name".to_owned()).boxed()
    } else {
        inline(depth - 1)
    };
    prop_oneof![
        4 => Just(String::new()),
        4 => named.prop_map(|named| format!("({named})")),
        1 => positional.prop_map(|positional| format!("({positional})")),
    ]
    .boxed()
}

fn number_call(depth: u32) -> BoxedStrategy<String> {
    let digits = |name: &'static str, range: std::ops::Range<u32>| {
        option::weighted(
            0.2,
            range.prop_map(move |digits| format!("{name}: {digits}")),
        )
    };
    let word = |name: &'static str, words: &'static [&'static str]| {
        option::weighted(
            0.15,
            select(words).prop_map(move |word| format!("{name}: \"{word}\"")),
        )
    };
    let options = (
        digits("minimumFractionDigits", 0..4),
        digits("maximumFractionDigits", 0..4),
        digits("minimumIntegerDigits", 1..4),
        digits("minimumSignificantDigits", 1..5),
        digits("maximumSignificantDigits", 1..5),
        word("useGrouping", &["false", "true", "auto", "always"]),
        word("type", &["ordinal", "cardinal"]),
    );
    let value = prop_oneof![
        12 => select(&["$count", "$rate"][..]).prop_map(str::to_owned),
        2 => number().prop_map(str::to_owned),
        1 => inline(depth.saturating_sub(1)),
    ];
    (value, options)
        .prop_map(|(value, (a, b, c, d, e, f, g))| {
            let options = [a, b, c, d, e, f, g].into_iter().flatten();
            let arguments: Vec<_> = std::iter::once(value).chain(options).collect();
            format!("NUMBER({})", arguments.join(", "))
        })
        .boxed()
}

fn call(depth: u32) -> BoxedStrategy<String> {
    let value = || {
        if depth == 0 {
            variable().boxed()
        } else {
            inline(depth - 1)
        }
    };
    let josa = (
        value(),
        select(&["이/가", "을/를", "으로/로"][..]),
        option::of(Just(", kind: \"hash\"")),
    )
        .prop_map(|(value, pair, kind)| {
            format!(
                "JOSA({value}, pair: \"{pair}\"{})",
                kind.unwrap_or_default()
            )
        });
    let elide = (value(), select(&["de", "que", "à le"][..]))
        .prop_map(|(value, form)| format!("ELIDE({value}, form: \"{form}\")"));
    let simple = (select(&["IDENTITY", "LIST", "COUNT"][..]), value())
        .prop_map(|(name, value)| format!("{name}({value})"));
    let half = select(&["$count", "$rate", "2.50", "$name"][..])
        .prop_map(|value| format!("HALF({value})"));
    let concat = (
        vec(value(), 0..3),
        option::of(Just("end: 1.0")),
        option::of(Just("mark: \"!\"")),
    )
        .prop_map(|(mut arguments, number, text)| {
            arguments.extend(number.map(str::to_owned));
            arguments.extend(text.map(str::to_owned));
            format!("CONCAT({})", arguments.join(", "))
        });
    let empty = select(
        &[
            "FAIL()",
            "NOTHING()",
            "COUNT()",
            "IDENTITY()",
            "UNKNOWN()",
            "UNKNOWN($gone)",
        ][..],
    );
    prop_oneof![
        2 => josa,
        1 => elide,
        3 => simple,
        1 => half,
        3 => concat,
        1 => empty.prop_map(str::to_owned),
    ]
    .boxed()
}

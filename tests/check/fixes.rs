//! Mending: no fix makes an error, there is an end to it, and it touches its places alone.

use proptest::prelude::*;
use tolken::check::Checker;
use tolken::{Finding, Layer};

use crate::corpora::check::mend;
use crate::differential::generate;
use crate::util::cases;

/// Slips that translators make: what stands in a text, and what they write.
const SLIPS: &[(&str, &str)] = &[
    ("$name", "$nmae"),
    ("$count", "$cuont"),
    ("$rate", "$ratee"),
    ("[one]", "[oen]"),
    ("[other]", "[othr]"),
    (".title", ".tilte"),
    (".hint", ".hints"),
    ("{ $name }", "%s"),
    ("{ $name }", "{0}"),
    ("Text", "Domän namn Domän namn"),
    ("Text", "IP adress\tIP adress"),
    (" and ", " 대 한 값이 "),
    (" and ", "\u{200b}e\u{301}\u{200b}"),
    (". ", " : « x » ' , 域 名,"),
    (" = ", "   =   "),
    ("\n", "\r\n"),
    ("", "\u{feff}"),
];

fn slips() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    prop::collection::vec(prop::sample::select(SLIPS), 1..8)
}

/// A translation: the source text with slips in it.
fn translated(source: &str, slips: &[(&str, &str)]) -> String {
    slips
        .iter()
        .fold(source.to_owned(), |text, (right, wrong)| match *right {
            "" => format!("{wrong}{text}"),
            "\n" => text.replace("\r\n", "\n").replace('\n', wrong),
            right => text.replacen(right, wrong, 3),
        })
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn slips_are_mended_without_harm(
        source in generate::resource(),
        first in slips(),
        second in slips(),
        locales in prop::sample::select(&[("sv-SE", "ko-KR"), ("fr-FR", "zh-CN"), ("nl-NL", "fr-FR")][..]),
    ) {
        let files = vec![
            ("en-US", source.clone()),
            (locales.0, translated(&source, &first)),
            (locales.1, translated(&source, &second)),
        ];
        mend("", files);
    }
}

/// The property above speaks of something: all of these are mended, whatever stands around them.
#[test]
fn what_can_be_mended_is() {
    let source = "a = URL { $url } of { $name }.\n    .action = Text\nb = { $count ->\n    [one] x\n   *[other] y\n }\n";
    let swedish = "\u{feff}a=URL  {$ulr} of {$nmae}.\r\n    .actoin = Domän namn\tx\r\nb = { $count ->\r\n    [oen] x\r\n   *[other] y\r\n }\r\n";
    let files = vec![("en-US", source.to_owned()), ("sv-SE", swedish.to_owned())];
    let mended = mend("", files);
    let (_, text) = &mended[1];
    assert_eq!(
        text,
        "\u{feff}a=URL  {$url} of {$name}.\r\n    .action = Domännamn x\r\nb = { $count ->\r\n    [one] x\r\n   *[other] y\r\n }\r\n"
    );
    let layer = Layer::new().source("en-US", "en-US/a.ftl", source).source(
        "sv-SE",
        "sv-SE/a.ftl",
        text.as_str(),
    );
    let checked = Checker::new().layer(layer).run().unwrap();
    let left: Vec<_> = checked.findings().iter().map(Finding::rule_id).collect();
    assert_eq!(left, ["byte-order-mark", "line-ends"]);
}

/// The particle was written for the name that another fix replaced, and nothing mended it any more.
#[test]
fn a_fix_writes_no_name_that_another_replaces() {
    let files = vec![
        ("en-US", "a = URL { $url }\n    .action = Do.\n".to_owned()),
        (
            "ko-KR",
            "a = 값 { $ulr }이 없음\n    .action = 하세요.\n".to_owned(),
        ),
    ];
    let mended = mend("", files);
    assert!(
        mended[1]
            .1
            .starts_with("a = 값 { $url }{ JOSA($url, pair: \"이/가\") } 없음\n"),
        "{mended:?}"
    );
}

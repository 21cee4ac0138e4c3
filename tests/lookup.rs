//! Lookup: from the text back to the code.

use proptest::prelude::*;
use tolken::{
    Args, ArgumentStatus, Arguments, Catalog, Index, Layer, Match, MatchKind, Mode, Output, Query,
    Request, Value,
};

/// Names and values.
type Read<'r> = &'r [(&'r str, Value<'r>)];

fn index() -> Index {
    Catalog::builtin().index()
}

#[track_caller]
fn found(text: &str, code: &str, locale: &str, args: Read<'_>) {
    let index = index();
    let matches = index.lookup(&Query::new(text));
    let best = matches
        .best()
        .unwrap_or_else(|| panic!("nothing for {text}"));
    let locales: Vec<_> = best.locales().iter().map(ToString::to_string).collect();
    assert_eq!(
        (best.code(), locales.join(",").as_str()),
        (code, locale),
        "{text}"
    );
    for (name, value) in args {
        assert_eq!(
            best.find(name).map(|(_, value)| value).as_ref(),
            Some(value),
            "{text}"
        );
    }
    assert_eq!(best.len(), args.len(), "{text}");
}

#[test]
fn a_text_leads_to_its_code_and_arguments() {
    let rows: [(&str, &str, &str, Read<'_>); 8] = [
        (
            "해시 값 abc123가 잘못되었습니다",
            "InvalidHashValue",
            "ko-KR",
            &[("hash", "abc123".into())],
        ),
        (
            "Hashvärdet ABC är ogiltigt.",
            "InvalidHashValue",
            "sv-SE",
            &[("hash", "ABC".into())],
        ),
        (
            "找不到计算机 7。",
            "ResourceNotFound",
            "zh-CN",
            &[
                ("resource_id", "7".into()),
                ("resource_type", "machine".into()),
            ],
        ),
        (
            "L’ordinateur x est introuvable.",
            "ResourceNotFound",
            "fr-FR",
            &[
                ("resource_id", "x".into()),
                ("resource_type", "machine".into()),
            ],
        ),
        (
            "De maximale batchgrootte is overschreden. Ontvangen: 1.500, toegestaan: 1.000.",
            "MaximumBatchSizeExceeded",
            "nl-NL",
            &[("received", 1500.into()), ("allowed", 1000.into())],
        ),
        (
            "The input \"severity='x\" is invalid. y\" is invalid.",
            "InvalidInput",
            "en-US",
            &[("input", "severity='x\" is invalid. y".into())],
        ),
        (
            "Access denied. The token is valid, but it does not have sufficient permission for this action.",
            "Forbidden",
            "en-US",
            &[],
        ),
        (
            "缺少必需的参数 startTime",
            "MissingRequiredParameter",
            "zh-CN",
            &[("parameter", "startTime".into())],
        ),
    ];
    for (text, code, locale, args) in rows {
        found(text, code, locale, args);
    }
}

#[test]
fn a_message_is_found_inside_a_line() {
    found(
        r#"{"ts":1,"msg":"Hashv\u00e4rdet abc \u00e4r ogiltigt.","n":2}"#,
        "InvalidHashValue",
        "sv-SE",
        &[("hash", "abc".into())],
    );
    found(
        "Nov 21 07:50:55 api[7]: ERROR 해시 값 abc123이(가) 잘못되었습니다. request=9",
        "InvalidHashValue",
        "ko-KR",
        &[("hash", "abc123".into())],
    );
    found(
        "2026-11-21 ERROR IsolateMachine 작업은 허용되지 않습니다. 이유: busy",
        "DisallowedOperation",
        "ko-KR",
        &[
            ("operation", "IsolateMachine".into()),
            ("reason", "busy".into()),
        ],
    );
}

#[test]
fn a_text_with_typos_is_found_and_says_so() {
    let index = index();
    let rows = [
        (
            "Hashvardet abc ar ogiltigt.",
            "InvalidHashValue",
            MatchKind::Fuzzy,
        ),
        (
            "Le paramtre obligatiore machineId est manquant",
            "MissingRequiredParameter",
            MatchKind::Fuzzy,
        ),
        (
            "해시 갑 abc123가 잘못되엇습니다",
            "InvalidHashValue",
            MatchKind::Fuzzy,
        ),
        (
            "La plateforme de système d’exploitation Linux n’est pas prise en cha",
            "OsPlatformNotSupported",
            MatchKind::Truncated,
        ),
        (
            "La taille maximale du lot a été dép",
            "MaximumBatchSizeExceeded",
            MatchKind::Truncated,
        ),
        (
            "rization header might be invalid or expired.",
            "Unauthorized",
            MatchKind::Truncated,
        ),
    ];
    for (text, code, kind) in rows {
        let matches = index.lookup(&Query::new(text));
        let best = matches
            .best()
            .unwrap_or_else(|| panic!("nothing for {text}"));
        assert_eq!(
            (best.code(), best.kind()),
            (code, kind),
            "{text}: {best:#?}"
        );
        assert!(!best.evidence().differences().is_empty() || kind == MatchKind::Truncated);
        assert!(best.score() > 0.5, "{text}: {best:#?}");
    }
    let matches = index.lookup(&Query::new("Hashvardet abc ar ogiltigt."));
    assert_eq!(
        matches.best().unwrap().find("hash").unwrap().1,
        Value::from("abc")
    );
}

/// It lay behind the end of the folded text, whose last space was taken off.
#[test]
fn an_isolate_behind_a_space_at_the_end_is_no_trouble() {
    found(
        "L’opération x n’est pas autorisée. Raison : \u{2068}y \u{2069}",
        "DisallowedOperation",
        "fr-FR",
        &[("operation", "x".into()), ("reason", "y ".into())],
    );
}

#[test]
fn what_is_no_message_has_no_answer() {
    let index = index();
    for text in [
        "Disk quota exceeded on /dev/sda1",
        "",
        " ",
        "Hello",
        "\u{2068}",
        "404 Not Found",
        "Out of memory: Kill process 1234 (java) score 905",
        "TypeError: Cannot read properties of undefined",
        "permission denied",
        "connection refused",
        "The operation timed out",
    ] {
        for mode in [Mode::Auto, Mode::Whole, Mode::Scan] {
            let matches = index.lookup(&Query::new(text).mode(mode));
            assert!(matches.matches().is_empty(), "{text}: {:?}", matches.best());
        }
    }
    // The end of several messages is one of them, but nothing tells which.
    let matches = index.lookup(&Query::new("is invalid."));
    assert!(matches.best().is_none_or(|best| best.score() < 0.3));
}

#[test]
fn one_message_in_another_is_found_too() {
    let index = index();
    let text = "Operation Isolate is not allowed. Reason: Hashvärdet abc är ogiltigt.";
    let matches = index.lookup(&Query::new(text));
    let codes: Vec<_> = matches.matches().iter().map(Match::code).collect();
    assert_eq!(codes, ["DisallowedOperation", "InvalidHashValue"]);
    assert_eq!(
        &text[matches.matches()[1].span()],
        "Hashvärdet abc är ogiltigt."
    );
}

/// Arguments that make trouble: spaces at edges, quotes, braces, digits, other directions, and what
/// looks like the message itself; without isolates of their own.
const TROUBLE: [&str; 40] = [
    "abc123",
    "a b  c",
    " x",
    "x ",
    "  x  ",
    "é",
    "e\u{301}",
    "x e\u{301}\u{323}",
    "값이",
    "“x”",
    "\"x\"",
    "‘x’ y'",
    "« x »",
    "x is invalid. y",
    "{\"a\":[1]}",
    "{x}",
    "{$x}",
    "c:\\a\\b",
    "C:\\a b\\new",
    "\\u00e4",
    "a\"b",
    "1.500",
    "1 500",
    "١٢٣",
    "१२",
    "contoso..com",
    "x.",
    "x。",
    "...",
    "😀",
    "👩\u{200d}💻",
    "مرحبا",
    "שלום 1",
    "ﬁ ＡＢ",
    "%20",
    "&amp;",
    "Hashvärdet q är ogiltigt.",
    " är ogiltigt.",
    "이",
    "machine",
];

/// Each code in each locale with trouble in its arguments: code, locale, arguments.
fn troubles(catalog: &Catalog) -> impl Iterator<Item = (&str, &tolken::LanguageIdentifier, Args)> {
    let count = TROUBLE.len();
    let rows = catalog
        .codes()
        .flat_map(|code| catalog.locales().iter().map(move |locale| (code, locale)));
    rows.flat_map(move |(code, locale)| {
        let rounds = if code.arguments().is_empty() {
            1
        } else {
            3 * count
        };
        (0..rounds).map(move |round| {
            let arguments = code.arguments().iter().zip(0..);
            let args = arguments.map(|(argument, place)| {
                let value = match argument.kind() {
                    tolken::ArgumentType::Integer => Value::from(round * 777 % 100_003 + place),
                    tolken::ArgumentType::Enum => Value::from(argument.values()[round % 4].clone()),
                    // Every pair of neighbours is another one in each turn.
                    _ => Value::from(TROUBLE[(round + place * (round / count * 7 + 3)) % count]),
                };
                (argument.name().to_owned(), value)
            });
            (code.name(), locale, args.collect())
        })
    })
}

/// Changes the words of a message and leaves what is isolated as it is.
fn outside(text: &str, change: impl Fn(&str) -> String) -> String {
    let pieces = text.split_inclusive('\u{2069}').map(|piece| {
        let open = piece.find('\u{2068}').unwrap_or(piece.len());
        change(&piece[..open]) + &piece[open..]
    });
    pieces.collect()
}

#[test]
fn with_isolates_every_argument_is_read_back_as_it_was() {
    let catalog = Catalog::builtin();
    let index = catalog.index();
    let copies: [&dyn Fn(&str) -> String; 7] = [
        &|text| text.to_owned(),
        &|text| outside(text, |words| words.replace(' ', "\u{a0}")),
        &|text| outside(text, |words| words.replace(' ', "  ")),
        &|text| outside(text, |words| words.replace(' ', "\n  ")),
        &|text| outside(text, str::to_uppercase),
        &|text| text.trim_end_matches(['.', '。']).to_owned(),
        &|text| format!("  {text}\r\n"),
    ];
    for (round, (code, locale, args)) in troubles(&catalog).enumerate() {
        let request = Request::new(code).args(&args).output(Output::Ui);
        let clean = catalog
            .render(&request.locales(std::slice::from_ref(locale)))
            .into_text();
        for copy in [copies[0], copies[1 + round % 6]] {
            let text = copy(&clean);
            let matches = index.lookup(&Query::new(&text));
            let best = matches
                .best()
                .unwrap_or_else(|| panic!("nothing for {text:?}"));
            assert_eq!(best.code(), code, "{text:?}");
            assert!(best.locales().contains(locale), "{text:?}: {best:?}");
            for (name, value) in args.iter() {
                let found = best.find(name).map(|(_, value)| value);
                assert_eq!(found.as_ref(), Some(value), "{text:?}");
            }
            assert_eq!(best.len(), args.len(), "{text:?}");
        }
    }
}

#[test]
fn every_code_is_found_in_every_locale_with_its_arguments() {
    let catalog = Catalog::builtin();
    let index = catalog.index();
    let (mut texts, mut unequal) = (0, 0);
    for (code, locale, args) in troubles(&catalog) {
        let request = Request::new(code).args(&args);
        let text = catalog
            .render(&request.locales(std::slice::from_ref(locale)))
            .into_text();
        let matches = index.lookup(&Query::new(&text));
        let best = matches
            .best()
            .unwrap_or_else(|| panic!("nothing for {text:?}"));
        assert_eq!(best.code(), code, "{text:?}");
        assert!(best.locales().contains(locale), "{text:?}: {best:?}");
        assert_eq!(best.len(), args.len(), "{text:?}");
        texts += 1;
        for argument in best.arguments() {
            let (_, value) = args.find(argument.name()).unwrap();
            if *argument.value() == value {
                continue;
            }
            // Spaces at the edges of a text, and at the only space of a message, may be anyone's.
            let Value::String(read) = argument.value() else {
                panic!("{text:?}: {argument:?}")
            };
            let Value::String(value) = value else {
                panic!("{text:?}: {argument:?}")
            };
            assert_eq!(argument.status(), ArgumentStatus::Chosen, "{text:?}");
            // What looks like an escape is taken for one; where it stands is told.
            if value.contains(['\\', '&']) {
                assert_eq!(text[argument.range().unwrap()], *value, "{text:?}");
                continue;
            }
            assert_eq!(read.trim(), value.trim(), "{text:?}");
            unequal += 1;
        }
    }
    assert!(unequal * 50 <= texts, "{unequal} of {texts}");
}

#[test]
fn spaces_that_copying_adds_are_no_ones_argument() {
    let rows = [
        ("Hashvärdet  x är ogiltigt.", " x", ArgumentStatus::Exact),
        ("The  input   “x”  is  invalid.", "x", ArgumentStatus::Exact),
        ("Domain  name  x  is  invalid.", "x", ArgumentStatus::Exact),
        (
            "Domain name   x   is invalid.",
            "  x  ",
            ArgumentStatus::Exact,
        ),
        ("Hashvärdet\n  x är ogiltigt.", "x", ArgumentStatus::Exact),
        ("缺少必需的参数  x。", "x", ArgumentStatus::Chosen),
        ("缺少必需的参数 x 。", "x ", ArgumentStatus::Exact),
    ];
    let index = index();
    for (text, value, status) in rows {
        let matches = index.lookup(&Query::new(text));
        let argument = &matches.best().unwrap().arguments()[0];
        assert_eq!(
            (argument.value(), argument.status()),
            (&Value::from(value), status),
            "{text}"
        );
    }
}

#[test]
fn a_backslash_is_an_escape_where_it_can_be_none_by_chance() {
    let rows = [
        (
            "{x} 작업은 허용되지 않습니다. 이유: c:\\a\\b",
            ["{x}", "c:\\a\\b"],
        ),
        (
            "{\"m\":\"x 작업은 허용되지 않습니다. 이유: c:\\\\a\",\"n\":2}",
            ["x", "c:\\a"],
        ),
        (
            "level=error msg=\"x 작업은 허용되지 않습니다. 이유: y\" request=8f2a",
            ["x", "y"],
        ),
        (
            "x 작업은 허용되지 않습니다. 이유: C:\\new \\\\server",
            ["x", "C:\\new \\\\server"],
        ),
        (
            "x 작업은 허용되지 않습니다. 이유: c:\\\\a\\\\b",
            ["x", "c:\\a\\b"],
        ),
        (
            "\u{2068}x\u{2069} 작업은 허용되지 않습니다. 이유: \u{2068}c:\\\\a\u{2069}",
            ["x", "c:\\\\a"],
        ),
    ];
    let index = index();
    for (text, values) in rows {
        let matches = index.lookup(&Query::new(text));
        let best = matches.best().unwrap();
        let found: Vec<_> = best
            .arguments()
            .iter()
            .map(|it| it.value().clone())
            .collect();
        assert_eq!(found, values.map(Value::from), "{text}");
    }
}

#[test]
fn an_earlier_wording_is_found_and_never_rendered() {
    let layer = Layer::new()
        .manifest("catalog.toml", "[codes.Gone]\nstatus = 410\n[codes.Old]\nretired = true\nreplaced-by = \"Gone\"\n")
        .source("nl-NL", "errors.ftl", "-dienst = Mijndienst\nGone = Het bestand { $file } is verwijderd.\nOld = De map { $dir } is weg.\nlabel = Bestand en map\n")
        .source("nl-NL", "nl-NL/former.ftl", "Gone =\n    .w1 = Bestand { $file } bestaat niet meer bij { -dienst }.\n    .action-w1 = Vraag de eigenaar om een kopie.\n");
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    assert!(loaded.findings().is_empty(), "{:?}", loaded.findings());
    let catalog = loaded.into_catalog();
    assert!(!catalog.contains("Gone.w1"));
    let index = catalog.index();
    let best = |text: &'static str| index.lookup(&Query::new(text)).matches().first().cloned();
    let former = best("Bestand x.txt bestaat niet meer bij Mijndienst.").unwrap();
    assert_eq!((former.code(), former.kind()), ("Gone", MatchKind::Former));
    assert_eq!(former.find("file").unwrap().1, Value::from("x.txt"));
    let action = best("Vraag de eigenaar om een kopie.").unwrap();
    assert_eq!(
        (action.code(), action.attribute(), action.kind()),
        ("Gone", Some("action"), MatchKind::Former)
    );
    assert_eq!(best("De map y is weg.").unwrap().code(), "Old");
    assert!(best("Bestand en map").is_none_or(|best| best.score() < 0.5));
    let json = serde_json::to_string(&index.lookup(&Query::new("De map y is weg."))).unwrap();
    assert!(json.starts_with(r#"{"matches":[{"code":"Old","attribute":null,"locales":["nl-NL"],"args":{"dir":"y"},"arg_status":{"dir":"exact"},"kind":"exact","score":"#), "{json}");
    assert!(
        json.ends_with(r#","span":[0,16]}],"complete":true}"#),
        "{json}"
    );
}

/// What texts of support tickets are made of, and what breaks those who read them.
const PIECES: [&str; 24] = [
    "해시 값 ",
    "가 잘못되었습니다",
    "Hashvärdet ",
    " är ogiltigt.",
    "L’entrée « ",
    " » n’est pas valide.",
    "\u{2068}",
    "\u{2069}",
    "\\u00e4",
    "\\n",
    "&quot;",
    "%ED%95",
    "\u{1b}[31m",
    "e\u{301}",
    "\u{301}",
    "\u{fdd0}",
    "  ",
    "\"",
    "{$hash}",
    "Operation x is not allowed. Reason: ",
    "1 500",
    "🦀",
    "找不到计算机 ",
    ".",
];

proptest! {
    #![proptest_config(crate::util::cases(400))]

    #[test]
    fn any_text_has_an_answer_whose_places_are_in_it(
        pieces in prop::collection::vec(
            prop_oneof![4 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<String>()],
            0..12,
        ),
        mode in prop::sample::select(&[Mode::Auto, Mode::Whole, Mode::Scan][..]),
    ) {
        let index = index();
        let text = pieces.concat();
        let matches = index.lookup(&Query::new(&text).mode(mode).locale_hint("ko").limit(32));
        for found in matches.matches() {
            prop_assert!(text.get(found.span()).is_some(), "{found:?}");
            prop_assert!((0.0..=1.0).contains(&found.score()));
            prop_assert!(!found.locales().is_empty());
            for argument in found.arguments() {
                if let Some(range) = argument.range() {
                    prop_assert!(text.get(range).is_some(), "{argument:?}");
                }
            }
            for literal in found.evidence().literals() {
                prop_assert!(text.get(literal.range.clone()).is_some());
            }
        }
        prop_assert!(serde_json::to_string(&matches).is_ok());
    }
}

/// A text of a catalog of one message, looked up: the arguments with their statuses.
#[track_caller]
fn round_trip(locale: &str, ftl: &str, args: &[(&str, Value<'_>)]) -> (bool, Vec<String>) {
    let catalog = crate::util::catalog(locale, ftl);
    let name = catalog.codes().next().unwrap().name().to_owned();
    let text = catalog.render(&Request::new(&name).args(&args)).into_text();
    let index = catalog.index();
    let matches = index.lookup(&Query::new(&text));
    let best = matches
        .best()
        .unwrap_or_else(|| panic!("nothing for {text}"));
    for (name, value) in args {
        assert_eq!(
            best.find(name).map(|(_, value)| value).as_ref(),
            Some(value),
            "{text}"
        );
    }
    let statuses = best.arguments().iter();
    let statuses = statuses.map(|it| format!("{} {:?}", it.name(), it.status()));
    (best.renders_back(), statuses.collect())
}

#[test]
fn every_kind_of_argument_is_read_as_its_locale_writes_it() {
    let when: tolken::DateTime = "2026-11-05T14:05:09".parse().unwrap();
    let day: tolken::DateTime = "2026-11-05".parse().unwrap();
    let elide = "a = Nom { ELIDE($x, form: \"de\") }{ $x } introuvable.\n";
    let exact = |name: &str| (true, vec![format!("{name} Exact")]);
    let date = "a = { DATETIME($x) }에 만료된 토큰입니다.\n";
    assert_eq!(round_trip("ko-KR", date, &[("x", when.into())]), exact("x"));
    let date = "a = Jetonet gick ut den { DATETIME($x, dateStyle: \"long\") } och gäller inte.\n";
    assert_eq!(round_trip("sv-SE", date, &[("x", day.into())]), exact("x"));
    let percent = "a = Utrymmet är fyllt till { NUMBER($x, style: \"percent\") }.\n";
    assert_eq!(
        round_trip("sv-SE", percent, &[("x", 0.25.into())]),
        exact("x")
    );
    for value in ["Android", "Linux"] {
        assert_eq!(
            round_trip("fr-FR", elide, &[("x", value.into())]),
            exact("x")
        );
    }
    let plural = "a = { $n ->\n    [one] Un élément supprimé\n   *[other] { $n } éléments supprimés\n } du dossier { $dir }.\n";
    let (back, statuses) = round_trip("fr-FR", plural, &[("n", 1500.into()), ("dir", "x".into())]);
    assert!(back);
    assert_eq!(statuses, ["n Exact", "dir Exact"]);
    let (back, statuses) = round_trip("fr-FR", plural, &[("n", 1.into()), ("dir", "x".into())]);
    assert!(back);
    assert_eq!(statuses, ["dir Exact", "n Chosen"]);
    let twice = "a = Le fichier { $x } n’est pas { $x }.\n";
    assert_eq!(
        round_trip("fr-FR", twice, &[("x", "b c".into())]),
        exact("x")
    );
    let list = "a = 允许的值：{ LIST($x, type: \"or\") }。请更正。\n";
    let catalog = crate::util::catalog("zh-CN", list);
    let values = Value::List(vec!["甲".into(), "乙".into(), "丙".into()]);
    let args = [("x", values)];
    let text = catalog.render(&Request::new("a").args(&args)).into_text();
    let index = catalog.index();
    let matches = index.lookup(&Query::new(&text));
    let best = matches.best().unwrap();
    assert_eq!(best.find("x").unwrap().1, Value::from("甲、乙或丙"));
    assert_eq!(best.arguments()[0].status(), tolken::ArgumentStatus::Open);
}

#[test]
fn texts_out_of_html_terminals_and_urls_are_read() {
    let rows = [
        "<p>L&rsquo;entr&eacute;e &laquo;&nbsp;x&nbsp;&raquo; n&rsquo;est pas valide.</p>",
        "\u{1b}[1mL’entrée\u{1b}[0m « x » n’est pas valide.",
        "msg=L%E2%80%99entr%C3%A9e%20%C2%AB%C2%A0x%C2%A0%C2%BB%20n%E2%80%99est%20pas%20valide.",
        r#"{"a":"{\"m\":\"L\\u2019entr\\u00e9e « x » n\\u2019est pas valide.\"}"}"#,
        "L'ENTREE \"x\" N'EST PAS VALIDE",
        "L’entre\u{301}e\n« x »\nn’est pas valide.",
    ];
    let index = index();
    for text in rows {
        let matches = index.lookup(&Query::new(text));
        let best = matches
            .best()
            .unwrap_or_else(|| panic!("nothing for {text}"));
        assert_eq!(best.code(), "InvalidInput", "{text}");
        assert!(best.score() > 0.9, "{text}: {best:?}");
        assert_eq!(best.find("input").unwrap().1, Value::from("x"), "{text}");
    }
}

#[test]
fn several_messages_in_one_text_are_all_found() {
    let text = "1. URL:en a b är ogiltig.\n2. 해시 값 c가 잘못되었습니다.\n3. 访问被拒绝。令牌有效，但权限不足，无法执行此操作。\n";
    let index = index();
    let matches = index.lookup(&Query::new(text));
    let mut found: Vec<_> = matches
        .matches()
        .iter()
        .map(|it| (it.span().start, it.code()))
        .collect();
    found.sort_unstable();
    let codes: Vec<_> = found.into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["InvalidUrl", "InvalidHashValue", "Forbidden"]);
}

#[test]
fn texts_that_several_codes_or_locales_share_say_so() {
    let layer = Layer::new()
        .source(
            "nb-NO",
            "a.ftl",
            "Gone = Filen { $x } er borte.\nLost = Filen { $x } er borte.\n",
        )
        .source("nn-NO", "a.ftl", "Gone = Filen { $x } er borte.\n")
        .source("da-DK", "a.ftl", "Gone = Filen { $x } er væk.\n");
    let index = Catalog::builder()
        .layer(layer)
        .build()
        .unwrap()
        .catalog()
        .index();
    let matches = index.lookup(&Query::new("Filen y er borte.").locale_hint("nn"));
    let found: Vec<_> = matches.matches().iter().map(Match::code).collect();
    assert_eq!(found, ["Gone", "Lost"]);
    let locales: Vec<_> = matches.matches()[0]
        .locales()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(locales, ["nn-NO", "nb-NO"]);
    let unhinted = index.lookup(&Query::new("Filen y er borte."));
    let scores: Vec<_> = unhinted.matches().iter().map(Match::score).collect();
    assert!((scores[0] - scores[1]).abs() < 1e-9 && scores[0] <= 0.5);
}

#[test]
fn a_long_text_is_looked_through_to_its_end() {
    let message = "Hashvärdet abc är ogiltigt.";
    let line = "08:00:00 nothing to tell of 값\n";
    let index = index();
    // At the beginning, around where windows meet, and at the end.
    for at in [0, 57_300, 61_400, 65_520, 120_000, 199_000] {
        let mut text = line.repeat(at / line.len());
        let start = text.len();
        text.push_str(message);
        text.push('\n');
        text.push_str(&line.repeat((200_000 - text.len()) / line.len()));
        let matches = index.lookup(&Query::new(&text));
        assert_eq!(matches.matches().len(), 1, "{at}: {matches:?}");
        let best = matches.best().unwrap();
        assert_eq!(best.code(), "InvalidHashValue");
        assert_eq!(best.span(), start..start + message.len(), "{at}");
        let hash = &best.arguments()[0];
        assert_eq!(&text[hash.range().unwrap()], "abc");
        assert_eq!(best.evidence().literals().len(), 2);
        assert!(matches.is_complete());
    }
    // What is similar is looked for in the beginning, and what is beyond all windows not at all.
    let text = line.repeat(200_000 / line.len());
    assert!(!index.lookup(&Query::new(&text)).is_complete());
    assert!(index.lookup(&Query::new(&text).fuzzy(false)).is_complete());
    let text = format!("{}{message}", line.repeat(4_000_000 / line.len()));
    let matches = index.lookup(&Query::new(&text).fuzzy(false));
    assert!(matches.best().is_none() && !matches.is_complete());
}

#[test]
fn control_characters_are_spaces_wherever_they_stand() {
    // The same argument before a space and elsewhere: what does not agree is no answer.
    let ftl = "A = ) { $a }\0\0{ $b },{ $a } { $a }ärsimm{ $a }aktvåqgngerökkvarer\n";
    let layer = Layer::new().source("sv-SE", "a.ftl", ftl);
    let loaded = Catalog::builder().layer(layer).build().unwrap();
    let index = loaded.catalog().index();
    for space in [
        " ",
        "\0",
        "  ",
        "\0\0",
        " \0",
        "\0 ",
        "\u{1}\u{85}\u{9f}",
        "\u{a0}\u{b}",
    ] {
        let text = format!(") fil{space}disk,fil filärsimmfilaktvåqgngerökkvarer");
        let matches = index.lookup(&Query::new(&text));
        let best = matches
            .best()
            .unwrap_or_else(|| panic!("nothing for {text:?}"));
        assert_eq!(best.kind(), MatchKind::Exact, "{text:?}");
        // What is more than the message's own space is in one of the two, and in no other.
        let args: Vec<_> = best
            .arguments()
            .iter()
            .map(|it| match it.value() {
                Value::String(text) => text.to_string(),
                other => panic!("{other:?}"),
            })
            .collect();
        let both = format!("fil{space}disk");
        let count = |text: &str| text.chars().count();
        assert_eq!(
            count(&args.concat()) + 1,
            count(&both),
            "{text:?}: {args:?}"
        );
        let [a, b] = args.as_slice() else {
            panic!("{args:?}")
        };
        assert!(
            both.starts_with(a.as_str()) && both.ends_with(b.as_str()),
            "{args:?}"
        );
    }
}

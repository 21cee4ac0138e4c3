//! Export and import, without files: what comes back unchanged changes nothing, and what changes
//! changes there alone.

use std::fmt::Write;
use std::path::Path;

use proptest::prelude::*;
use tolken::Layer;
use tolken::check::Checker;
use tolken_cli::{Exchange, Format, Imported, Only};

#[allow(unreachable_pub)] // it is part of another crate for the fuzzer
#[path = "../../../fuzz/src/import.rs"]
mod fuzzed;

const FORMATS: [Format; 2] = [Format::Xliff, Format::Po];

/// An English file and one of another locale.
fn exchange(locale: &str, source: &str, target: &str) -> Exchange {
    let layer = Layer::new()
        .source("en-US", "locales/en-US/a.ftl", source)
        .source(locale, format!("locales/{locale}/a.ftl"), target);
    Exchange::new(layer, Path::new("locales")).expect("it has messages")
}

fn import(exchange: &Exchange, text: &str) -> Imported {
    let name = if text.starts_with('<') {
        "a.xliff"
    } else {
        "a.po"
    };
    let files = [(name.to_owned(), text.as_bytes().to_vec())];
    exchange.import(&files, false).expect("it can be read")
}

/// What the locale's file is after an export, a change of it, and the import.
#[track_caller]
fn changed(locale: &str, source: &str, target: &str, changes: &[(&str, &str)]) -> String {
    let exchange = exchange(locale, source, target);
    let mut results = FORMATS.map(|format| {
        let exported = exchange
            .export(locale, format, None)
            .expect("it has the locale");
        let text = changes.iter().fold(exported.text, |text, (old, new)| {
            let (old, new) = match (format, old.split_once(": ")) {
                // A unit without a translation.
                (Format::Po, Some((id, ""))) => {
                    let at = text
                        .find(&format!("msgctxt \"{id}\""))
                        .expect("it is exported");
                    let at = at
                        + text[at..]
                            .find("msgstr \"\"")
                            .expect("it has no translation");
                    let end = at + "msgstr \"".len();
                    return format!("{}{new}{}", &text[..end], &text[end..]);
                }
                (Format::Xliff, Some((id, ""))) => {
                    let at = text.find(&format!("id=\"{id}\"")).expect("it is exported");
                    let empty = "<target state=\"new\"/>";
                    let at = at + text[at..].find(empty).expect("it has no translation");
                    let rest = &text[at + empty.len()..];
                    return format!("{}<target>{new}</target>{rest}", &text[..at]);
                }
                _ => (*old, *new),
            };
            assert!(text.contains(old), "{old}: {text}");
            text.replace(old, new)
        });
        let imported = import(&exchange, &text);
        assert!(imported.refused.is_empty(), "{:?}", imported.refused);
        assert!(
            imported.passed_over.is_empty(),
            "{:?}",
            imported.passed_over
        );
        match &imported.files[..] {
            [] => target.to_owned(),
            [file] => file.text.clone(),
            files => panic!("{files:?}"),
        }
    });
    let [xliff, po] = &mut results;
    assert_eq!(xliff, po, "both formats do the same");
    std::mem::take(xliff)
}

#[test]
fn a_change_stays_within_its_text() {
    let target =
        "# Ett\r\na  =  Fel {$x}   \r\n\r\nb =\r\n      Två\r\n      rader\r\n    .c=C\r\n";
    let source = "a = Error { $x }\nb =\n    Two\n    lines\n    .c = C\n";
    assert_eq!(
        changed("sv-SE", source, target, &[("Fel ", "Felet ")]),
        target.replace("Fel ", "Felet ")
    );
    assert_eq!(
        changed("sv-SE", source, target, &[("Två", "Dubbla")]),
        target.replace("Två", "Dubbla")
    );
}

#[test]
fn what_is_new_stands_where_the_source_has_it() {
    let source = "a = A\nb = B\n    .x = X\n    .y = Y\n\n# Last.\nc = C\n";
    assert_eq!(
        changed(
            "sv-SE",
            source,
            "a = Ett\nc = Tre\n",
            &[("b: ", "Två"), ("b.x: ", "Kryss")]
        ),
        "a = Ett\nb = Två\n    .x = Kryss\nc = Tre\n"
    );
    assert_eq!(
        changed(
            "sv-SE",
            source,
            "b = Två\n    .y = Ypsilon",
            &[("b.x: ", "Kryss"), ("c: ", "Tre"), ("a: ", "Ett")]
        ),
        "a = Ett\nb = Två\n    .x = Kryss\n    .y = Ypsilon\n\nc = Tre"
    );
    assert_eq!(
        changed(
            "sv-SE",
            source,
            "### Svenska\n",
            &[("a: ", "Ett"), ("b: ", "Två"), ("c: ", "Tre")]
        ),
        "### Svenska\n\na = Ett\nb = Två\n\nc = Tre\n"
    );
    assert_eq!(
        changed(
            "sv-SE",
            "a = A\n    .x = X\n",
            "a =\n    .x = X\n",
            &[("a: ", "Ett")]
        ),
        "a = Ett\n    .x = X\n"
    );
}

const ITEMS: &str = "a = { NUMBER($n) ->\n    [one] { $n } item\n   *[other] { $n } items\n}\n";

#[test]
fn a_plural_has_the_categories_of_its_locale() {
    let french = "a =\n  { $n ->\n      [one] {$n} pièce\n     *[other] {$n} pièces\n  }\n";
    let french = french.replace('\n', "\r\n");
    let exchange = exchange("fr-FR", ITEMS, &french);
    let exported = exchange
        .export("fr-FR", Format::Xliff, Some(Only::Missing))
        .expect("it has French");
    assert_eq!((exported.units, exported.missing), (3, 1));
    let new = "<x id=\"1\"/> de pièces";
    let text = exported.text.replace(
        "<target state=\"new\"/>",
        &format!("<target>{new}</target>"),
    );
    let imported = import(&exchange, &text);
    let expected = french.replace("     *[", "      [many] { $n } de pièces\r\n     *[");
    assert_eq!(imported.files[0].text, expected);

    let po = exchange
        .export("fr-FR", Format::Po, None)
        .expect("it has French")
        .text;
    let po = po.replace("msgstr[1] \"\"", "msgstr[1] \"{$n} de pièces\"");
    assert_eq!(import(&exchange, &po).files[0].text, expected);
}

#[test]
fn a_plural_without_a_choice_gets_one_when_it_needs_one() {
    let po = exchange("nl-NL", ITEMS, "a = { $n } ×\n");
    let text = po
        .export("nl-NL", Format::Po, None)
        .expect("it has Dutch")
        .text;
    let one = import(
        &po,
        &text.replace("msgstr[0] \"{ $n } ×\"", "msgstr[0] \"{ $n } ding\""),
    );
    let expected =
        "a =\n    { NUMBER($n) ->\n        [one] { $n } ding\n       *[other] { $n } ×\n    }\n";
    assert_eq!(one.files[0].text, expected);
    let both = import(&po, &text.replace(" ×", " stuks"));
    assert_eq!(both.files[0].text, "a = { $n } stuks\n");
    assert_eq!(
        changed("ko-KR", ITEMS, "a = { $n }개\n", &[("개", "건")]),
        "a = { $n }건\n"
    );
}

#[test]
fn a_plural_that_is_not_whole_waits() {
    let exchange = exchange("nl-NL", ITEMS, "b = B\n");
    let text = exchange
        .export("nl-NL", Format::Po, None)
        .expect("it has Dutch")
        .text;
    let half = import(
        &exchange,
        &text.replace("msgstr[1] \"\"", "msgstr[1] \"{ $n } stuks\""),
    );
    assert!(half.files.is_empty());
    let why = "its plural category `one` is not translated";
    assert_eq!(
        (&*half.passed_over[0].id, &*half.passed_over[0].why),
        ("a", why)
    );
}

#[test]
fn an_attribute_waits_for_its_message() {
    let exchange = exchange("nl-NL", "a = A\n    .b = B\n", "c = C\n");
    let text = exchange
        .export("nl-NL", Format::Po, None)
        .expect("it has Dutch")
        .text;
    let (before, after) = text
        .rsplit_once("msgstr \"\"")
        .expect("it has no translation");
    let imported = import(&exchange, &format!("{before}msgstr \"Bé\"{after}"));
    assert!(imported.files.is_empty());
    assert_eq!(
        imported.passed_over[0].why,
        "its message `a` is not translated"
    );
}

/// A unit of XLIFF, and what becomes of it: the text of the file, or why it is not taken.
#[track_caller]
fn unit(attributes: &str, target: &str) -> Result<String, String> {
    let text = format!(
        "<xliff version=\"1.2\"><file target-language=\"fr-FR\"><body><group><trans-unit id=\"a\" \
         {attributes}><source>A <x id=\"1\" equiv-text=\"{{ $x }}\"/></source>\
         <seg-source><mrk mtype=\"seg\">no</mrk></seg-source>{target}\
         <alt-trans><source>no</source><target>no</target></alt-trans></trans-unit></group></body>\
         </file></xliff>"
    );
    let exchange = exchange("fr-FR", "a = A { $x }\n", "a = Á { $x }\n");
    let imported = import(&exchange, &text);
    let told = imported.refused.iter().chain(&imported.passed_over).next();
    match (told, imported.files.first()) {
        (Some(told), _) => Err(told.why.clone()),
        (None, Some(file)) => Ok(file.text.clone()),
        (None, None) => Err("nothing".to_owned()),
    }
}

#[test]
fn a_unit_is_taken_when_its_state_says_that_it_is_done() {
    let target = |state: &str| format!("<target state=\"{state}\">B <x id=\"1\"/></target>");
    for state in ["translated", "signed-off", "final"] {
        assert_eq!(unit("", &target(state)), Ok("a = B { $x }\n".to_owned()));
    }
    for state in ["new", "needs-translation", "needs-review-l10n", "x-unsure"] {
        let why = format!("its state is `{state}`");
        assert_eq!(unit("", &target(state)), Err(why));
    }
    assert!(unit("", "<target>B <x id=\"1\"/></target>").is_ok());
    assert_eq!(unit("", "<target> </target>"), Err("nothing".to_owned()));
    let untouchable = unit("translate=\"no\"", &target("final"));
    assert_eq!(untouchable, Err("nothing".to_owned()));
    let stale = "its source text has changed since it was exported".to_owned();
    assert_eq!(
        unit("extradata=\"source:00\"", &target("final")),
        Err(stale)
    );
}

#[test]
fn a_placeable_goes_by_what_it_says_or_by_its_number() {
    let taken = |target: &str| unit("", &format!("<target>{target}</target>"));
    let written = Ok("a = B { $x }, & <i> \"c\"\n".to_owned());
    let text =
        "B <mrk mtype=\"seg\"><x id=\"9\" equiv-text=\"{$x}\"/></mrk>, &#38; <![CDATA[<i>]]> \"c\"";
    assert_eq!(taken(text), written);
    assert_eq!(taken("B {$x}"), Ok("a = B { $x }\n".to_owned()));
    for (target, why) in [
        ("B", "`{ $x }` is lost"),
        (
            "<x id=\"1\"/><x id=\"1\"/>",
            "`{ $x }` is there more often than in the source",
        ),
        ("<x id=\"1\"/> { $y }", "`{ $y }` is not in the source"),
        (
            "<x id=\"2\"/>",
            "its element `x` with the id `2` stands for nothing",
        ),
        (
            "<x id=\"1\"/>&#7;",
            "it is not Fluent: it holds U+0007; for a brace itself, write `{ \"{\" }`",
        ),
        (
            "<ph id=\"1\"/>",
            "it holds the element `ph`, which stands for nothing",
        ),
        (
            "{ $x ->\n *[a] { $x }\n}",
            "it holds a choice, and the source does not",
        ),
    ] {
        assert_eq!(taken(target), Err(why.to_owned()));
    }
}

#[test]
fn a_unit_that_is_there_twice_is_refused_if_it_says_two_things() {
    let exchange = exchange("fr-FR", "a = A\n", "a = Á\n");
    let text = exchange
        .export("fr-FR", Format::Po, None)
        .expect("it has French")
        .text;
    let one = text.replace('Á', "B");
    let twice = [
        ("1.po".to_owned(), one.clone().into_bytes()),
        ("2.po".to_owned(), text.into_bytes()),
    ];
    let imported = exchange.import(&twice, false).expect("it can be read");
    assert_eq!(imported.refused[0].why, "it is there twice, with two texts");
    assert_eq!(imported.refused[0].place, "2.po:12");
    let same = [
        ("1.po".to_owned(), one.clone().into_bytes()),
        ("2.po".to_owned(), one.into_bytes()),
    ];
    let imported = exchange.import(&same, false).expect("it can be read");
    assert!(imported.refused.is_empty());
    assert_eq!(imported.files[0].text, "a = B\n");
}

#[test]
fn what_another_format_cannot_hold_is_left_out_by_name() {
    let exchange = exchange("fr-FR", "a = A\u{1}\nb = B\n", "b = B\n");
    let exported = exchange
        .export("fr-FR", Format::Xliff, None)
        .expect("it has French");
    assert_eq!(
        exported.left_out,
        [("a".to_owned(), "it holds U+0001".to_owned())]
    );
    let unknown = self::exchange("br-FR", ITEMS, "b = B\n");
    let exported = unknown
        .export("br-FR", Format::Po, None)
        .expect("it has Breton");
    let why = "the plural forms that gettext has for `br-FR` are not known; export XLIFF";
    assert_eq!(exported.left_out, [("a".to_owned(), why.to_owned())]);
    assert_eq!(
        unknown
            .export("br-FR", Format::Xliff, None)
            .expect("it has Breton")
            .units,
        5
    );
}

/// Written in one form, nested choices take more room than they had.
#[test]
fn a_text_without_measure_is_neither_exported_nor_taken() {
    let deep = (0..9).fold("A".to_owned(), |text, _| {
        format!("{{ $x ->\n *[o] {text}\n }}")
    });
    let long = "long ".repeat(20_000);
    let source = format!("a = {deep}\nb = {long}\nc = C\n");
    let exchange = exchange("fr-FR", &source, "c = C\n");
    let exported = exchange
        .export("fr-FR", Format::Po, None)
        .expect("it has French");
    let why = "it is longer than 64 KiB, or nests deeper than 8 levels".to_owned();
    let left_out = [("a".to_owned(), why.clone()), ("b".to_owned(), why)];
    assert_eq!(exported.left_out, left_out);
    for (text, why) in [
        (long, "it is longer than 64 KiB"),
        (deep, "placeables nest deeper than 8 levels"),
    ] {
        let text = exported.text.replace(
            "msgstr \"C\"",
            &format!("msgstr \"{}\"", text.replace('\n', "\\n")),
        );
        let imported = import(&exchange, &text);
        assert!(
            imported.refused[0].why.contains(why),
            "{:?}",
            imported.refused
        );
    }
}

#[test]
fn what_was_translated_anew_from_the_present_text_is_up_to_date() {
    let exchange = exchange("nl-NL", "a = A\nb = B\nc = C\n", "a = X\nb = Y\nc = Z\n");
    for format in FORMATS {
        let text = exchange
            .export("nl-NL", format, None)
            .expect("it has Dutch")
            .text;
        let text = text.replace('X', "New").replace("\"B\"", "\"Old\"");
        let text = text.replace("source:af63ff4c86022805", "source:00");
        let name = if format == Format::Po {
            "a.po"
        } else {
            "a.xliff"
        };
        let files = [(name.to_owned(), text.into_bytes())];
        let imported = exchange.import(&files, true).expect("it can be read");
        let current: Vec<_> = imported.current.iter().map(|(_, id)| id.as_str()).collect();
        // Nobody says whether `c`, which came back as it was, has been looked at.
        assert_eq!(current, ["a"]);
    }
}

#[test]
fn what_was_made_from_an_earlier_text_is_to_be_reviewed() {
    let (dutch, tag) = ("a = X\nb = Y\nc = Z { $n }\n", "nl-NL");
    let english = "a = A\nb = B\nc = { $n ->\n    [one] item\n   *[other] items\n}\nd = D\n";
    let lock = "nl-NL a = A\n\nnl-NL b = Be < \"{ $x }\"\n\nnl-NL c = C\n";
    let layer = Layer::new()
        .source("en-US", "locales/en-US/a.ftl", english)
        .source(tag, "locales/nl-NL/a.ftl", dutch);
    let checker = Checker::new().layer(layer).lock("source.lock", lock);
    let translations = checker.translations().expect("it has messages");
    let exchange = exchange(tag, english, dutch).translations(&translations);

    let units = |format, only| {
        let exported = exchange.export(tag, format, only).expect("it has Dutch");
        (exported.units, exported.missing, exported.outdated)
    };
    assert_eq!(units(Format::Xliff, None), (5, 1, 3));
    assert_eq!(units(Format::Po, Some(Only::Outdated)), (3, 0, 3));
    assert_eq!(units(Format::Po, Some(Only::Missing)), (1, 1, 0));

    let xliff = exchange.export(tag, Format::Xliff, None);
    let xliff = xliff.expect("it has Dutch").text;
    let review = "<target state=\"needs-review-translation\">";
    assert_eq!(xliff.matches(review).count(), 3);
    assert_eq!(xliff.matches(" approved=\"yes\"").count(), 1);
    let note = "<note from=\"tolken\">translated from: Be &lt; \"{ $x }\"</note>";
    assert!(xliff.contains(note), "{xliff}");
    let po = exchange.export(tag, Format::Po, None);
    let po = po.expect("it has Dutch").text;
    let entry =
        "#, fuzzy\n#| msgid \"Be < \\\"{ $x }\\\"\"\nmsgctxt \"b\"\nmsgid \"B\"\nmsgstr \"Y\"\n";
    assert!(po.contains(entry), "{po}");

    // As it was, it is no review; as done, it is one.
    for text in [&xliff, &po] {
        let back = import(&exchange, text);
        assert!(back.files.is_empty() && back.refused.is_empty());
        let mut ids: Vec<_> = back
            .passed_over
            .iter()
            .map(|told| told.id.as_str())
            .collect();
        ids.sort_unstable();
        assert_eq!(ids, ["b", "c[one]", "c[other]"]);
        let done = text.replace(review, "<target state=\"final\">");
        let done = done.replace("#, fuzzy\n#| msgid \"Be", "#| msgid \"Be");
        let done = done.replace(">Y<", ">New<").replace("\"Y\"", "\"New\"");
        let back = import(&exchange, &done);
        assert_eq!(back.current, [(tag.to_owned(), "b".to_owned())]);
    }
}

/// The message of a file that cannot be read.
fn unreadable(name: &str, bytes: &[u8]) -> String {
    let exchange = exchange("fr-FR", "a = A\n", "a = Á\n");
    let files = [(name.to_owned(), bytes.to_vec())];
    format!(
        "{:#}",
        exchange
            .import(&files, false)
            .expect_err("it cannot be read")
    )
}

#[test]
fn hostile_files_are_refused_with_the_reason() {
    let xliff = |inside: &str| {
        format!(
            "<xliff version=\"1.2\"><file target-language=\"fr-FR\"><body><trans-unit id=\"a\">\
             <source>A</source><target>{inside}</target></trans-unit></body></file></xliff>"
        )
    };
    let entities = format!(
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n{}",
        xliff("&b;")
    );
    let deep = xliff(&"<mrk>".repeat(100_000));
    let wide = xliff(&format!("<x {}/>", "a=\"\" ".repeat(100_000)));
    let utf16: Vec<u8> = "\u{FEFF}<xliff/>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let long = vec![b' '; (16 << 20) + 1];
    for (bytes, why) in [
        (
            entities.as_bytes(),
            "line 1: it has a document type, which could define entities; remove it",
        ),
        (
            xliff("&b;").as_bytes(),
            "line 1: `&b;` is no character; write `&amp;` for `&`",
        ),
        (
            deep.as_bytes(),
            "line 1: elements nest deeper than 32 levels",
        ),
        (
            wide.as_bytes(),
            "line 1: an element has more than 64 attributes",
        ),
        (&utf16, "expected UTF-8, but found UTF-16; save it as UTF-8"),
        (
            b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<xliff/>",
            "line 1: expected UTF-8, but the file says that it is `ISO-8859-1`; save it as UTF-8",
        ),
        (
            b"<xliff version=\"1.2\">\n\xE9",
            "line 2: expected UTF-8, but found a byte of another encoding; save it as UTF-8",
        ),
        (
            b"<xliff version=\"2.0\"/>",
            "line 1: expected XLIFF of version 1.2, but found `2.0`",
        ),
        (b"<tmx/>", "line 1: expected XLIFF, but found other XML"),
        (
            b"<xliff version=\"1.2\"><file target-language='fr'>",
            "line 1: the file ends before the end of `file`",
        ),
        (&long, "it is longer than 16 MiB"),
    ] {
        let told = unreadable("a.xliff", bytes);
        let place = told.strip_prefix("cannot read `a.xliff`");
        let place = place.map(|rest| rest.trim_start_matches([',', ':', ' ']));
        assert_eq!(place, Some(why));
    }
}

#[test]
fn po_that_cannot_be_read_is_refused_with_the_line() {
    for (text, why) in [
        ("\"x\"", "line 1: a text in quotes belongs to nothing"),
        (
            "msgid \"a\"",
            "line 2: expected `msgstr` after `msgid`, but found none",
        ),
        (
            "msgstr \"a\"",
            "line 1: expected `msgid` before `msgstr`, but found none",
        ),
        (
            "msgid \"\"\nmsgid \"\"",
            "line 2: an entry has a field twice",
        ),
        ("msgid \"", "line 1: expected a text in quotes"),
        (
            "msgid \"a\"b\"",
            "line 1: a quote stands within a text; write `\\\"`",
        ),
        (
            "msgid \"\\x\"",
            "line 1: `\\x` stands for nothing; write `\\\\` for `\\`",
        ),
        (
            "msgid \"\"\nmsgstr[10] \"\"",
            "line 2: expected `msgctxt`, `msgid`, `msgstr` or a comment, but found `msgstr[10]`",
        ),
        (
            "\nmsgid \"\"\nmsgstr \"Content-Type: text/plain; charset=EUC-KR\\n\"",
            "line 2: expected UTF-8, but the file says that it is `EUC-KR`; save it as UTF-8",
        ),
        (
            "",
            "expected a header with the field `Language`, but found none",
        ),
    ] {
        let told = unreadable("a.po", text.as_bytes());
        let place = told.strip_prefix("cannot read `a.po`");
        let place = place.map(|rest| rest.trim_start_matches([',', ':', ' ']));
        assert_eq!(place, Some(why), "{text}");
    }
}

/// A pattern with a word of its own in it, and perhaps values, several lines, or a choice.
fn pattern(word: &str, style: u8, indent: &str) -> String {
    match style {
        0 => format!(" {word}"),
        1 => format!("   {word}: {{$x}}, {{ $y }}! "),
        2 => format!(" {{ NUMBER( $x ) }} – {word} {{ \"{{\" }}"),
        3 => format!(
            "\n{indent}{word} <b> & \"q\" \\ ’\n\n{indent}  { } { }",
            "deux", "{ -t }"
        ),
        4 => format!(" {word}\n{indent}zwei"),
        5 => format!(
            "\n{indent}{{ $n ->\n{indent}    [one] {word} {{ $n }}\n{indent}   *[other] many{word}\n{indent}}}"
        ),
        6 => format!(
            " {{ NUMBER($n)  ->\n{indent}[one] {word}\n{indent}*[other]\n{indent}   more{word}\n{indent}   lines\n{indent}}}"
        ),
        7 => format!(
            " {word} {{ $kind ->\n{indent}   [a] A { } \n{indent}  *[b] {{ $n ->\n{indent} *[other] o\n{indent} }}\n{indent}}}",
            "{ $x }"
        ),
        _ => format!(" [{word}] {{ JOSA($x, pair: \"이/가\") }}{{$x}}"),
    }
}

prop_compose! {
    /// Messages: for each, whether the target has it, the styles of both, and whether an attribute
    /// follows.
    fn messages()(
        all in prop::collection::vec((0..9u8, 0..9u8, 0..4u8, any::<bool>()), 1..12),
        crlf in any::<bool>(),
        locale in prop::sample::select(vec!["fr-FR", "ko-KR", "pl-PL", "nl-NL"]),
    ) -> (String, String, &'static str) {
        let (mut source, mut target) = (String::from("-t = Tea\n"), String::from("-t = Thé\n"));
        for (number, (one, other, presence, gap)) in all.into_iter().enumerate() {
            let gap = if gap { "\n" } else { "" };
            // A number is the end of no other, so that a word is in no other.
            let id = format!("m{number}z");
            writeln!(source, "{gap}{id} ={}", pattern(&format!("s{number}z"), one, "    ")).expect("a text grows");
            let attribute = pattern(&format!("s{number}y"), other, "      ");
            writeln!(source, "    .a ={attribute}").expect("a text grows");
            if presence > 0 {
                let style = if presence == 1 { other } else { one };
                writeln!(target, "{gap}{id}  ={}", pattern(&format!("w{number}z"), style, "     ")).expect("a text grows");
            }
            if presence > 1 {
                let attribute = pattern(&format!("w{number}y"), other, "        ");
                writeln!(target, "  .a={attribute}").expect("a text grows");
            }
        }
        if crlf {
            target = target.replace('\n', "\r\n");
        }
        (source, target, locale)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_comes_back_unchanged_changes_nothing((source, target, locale) in messages()) {
        let exchange = exchange(locale, &source, &target);
        for format in FORMATS {
            let exported = exchange.export(locale, format, None).expect("it has the locale");
            prop_assert_eq!(&exported.left_out, &[]);
            let imported = import(&exchange, &exported.text);
            prop_assert!(imported.files.is_empty(), "{:?}", imported.files);
            prop_assert!(imported.refused.is_empty(), "{:?}", imported.refused);
            prop_assert!(imported.passed_over.is_empty(), "{:?}", imported.passed_over);
            prop_assert_eq!(imported.same + imported.untranslated, exported.units);
            prop_assert_eq!(imported.untranslated, exported.missing);
        }
    }

    #[test]
    fn one_change_is_one_change_in_the_file((source, target, locale) in messages(), pick in any::<prop::sample::Index>()) {
        let words: Vec<_> = target
            .split(|c: char| !c.is_ascii_alphanumeric())
            .map(|word| &word[word.find('w').unwrap_or(word.len())..])
            .filter(|word| word.ends_with(['z', 'y']))
            .collect();
        prop_assume!(!words.is_empty());
        let word = words[pick.index(words.len())];
        let exchange = exchange(locale, &source, &target);
        for format in FORMATS {
            let exported = exchange.export(locale, format, None).expect("it has the locale");
            let imported = import(&exchange, &exported.text.replace(word, "Neues Wort"));
            prop_assert!(imported.refused.is_empty(), "{:?}", imported.refused);
            prop_assert_eq!(imported.files.len(), 1);
            let expected = target.replace(word, "Neues Wort");
            prop_assert_eq!(&imported.files[0].text, &expected);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        fuzzed::import(&bytes);
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(
        cut in any::<prop::sample::Index>(),
        bytes in "[<>/&;\"'{}\\[\\]$a-c=.\\n\\\\ ]{0,12}",
        is_po in any::<bool>(),
    ) {
        let exchange = exchange("fr-FR", ITEMS, "b = B\na = { $n } pièces\n");
        let format = FORMATS[usize::from(is_po)];
        let mut text = exchange.export("fr-FR", format, None).expect("it has French").text;
        let at = cut.index(text.len());
        let at = (0..=at).rfind(|at| text.is_char_boundary(*at)).unwrap_or_default();
        text.insert_str(at, &bytes);
        let name = ["a.xliff", "a.po"][usize::from(is_po)].to_owned();
        let imported = exchange.import(&[(name, text.clone().into_bytes())], true);
        if let Ok(imported) = imported {
            prop_assert!(imported.files.len() <= 1);
        }
        fuzzed::import(text.as_bytes());
    }
}

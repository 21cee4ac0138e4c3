//! Where tolken and fluent-bundle are meant to differ, and why: nothing else may.
//!
//! One flat table. Each difference has the smallest message that shows it, with what both give, so
//! that no entry outlives its reason, and the shape that a message has to have for it, so that
//! every other message is compared as if the entry were not there.

use super::case::{Argument, Case};
use super::functions::WORD;
use super::pair::{Aspect, Rendered};
use super::shape;
use super::subject::Subject;

/// A difference that is known.
struct Difference {
    /// What holds in tolken, or does not yet.
    name: &'static str,
    reason: &'static str,
    aspects: &'static [Aspect],
    /// Whether a message can show it.
    applies: fn(&Subject<'_>) -> bool,
    example: Example,
}

/// The first message of a resource, in en-US, with what both give: isolates as ⟨ and ⟩ where they
/// differ, and ` (fault)` behind the text where faults do.
struct Example {
    ftl: &'static str,
    args: &'static [(&'static str, Argument)],
    tolken: &'static str,
    fluent: &'static str,
}

const TEXT: Argument = Argument::Text("Ann");
const ONE: Argument = Argument::Integer(1);

/// What stays.
const ACCEPTED: &[Difference] = &[
    // Isolates.
    Difference {
        name: "settled text has no isolates",
        reason: "Isolates are for what comes from outside. What a message settles by \
                 itself, by a literal or by a term's argument or attribute, is the \
                 translator's own text, as if it stood there.",
        aspects: &[Aspect::FewerIsolates],
        applies: shape::shows_settled_text,
        example: Example {
            ftl: "m = A { 1 ->\n   *[1] B\n  }\n",
            args: &[],
            tolken: "A B",
            fluent: "A ⟨B⟩",
        },
    },
    Difference {
        name: "what failed has no isolates",
        reason: "There is no value to isolate: the name that stands in its place is the \
                 message's own text.",
        aspects: &[Aspect::FewerIsolates],
        applies: shape::shows_a_failure,
        example: Example {
            ftl: "m = A { $x }\n",
            args: &[],
            tolken: "A {$x}",
            fluent: "A ⟨{$x}⟩",
        },
    },
    Difference {
        name: "an argument shown by a reference has isolates",
        reason: "There is text beside it, if not in the message that shows it. \
                 fluent-bundle looks at that message alone, and isolates no reference, so it \
                 leaves the argument bare.",
        aspects: &[Aspect::Isolates],
        applies: shape::shows_a_lone_placeable_by_reference,
        example: Example {
            ftl: "m = A { b }\nb = { $x }\n",
            args: &[("x", TEXT)],
            tolken: "A ⟨Ann⟩",
            fluent: "A Ann",
        },
    },
    Difference {
        name: "particles and elided words have no isolates",
        reason: "`JOSA` and `ELIDE` give words of the sentence, which grow together with \
                 what stands beside them. The reference marks them, so that the isolates of \
                 all else can be compared.",
        aspects: &[Aspect::Isolates],
        applies: shape::gives_words_elsewhere,
        example: Example {
            ftl: "m = { $x }{ JOSA($x, pair: \"이/가\") }\n",
            args: &[("x", TEXT)],
            tolken: "⟨Ann⟩이",
            fluent: "⟨Ann⟩⟨이⟩",
        },
    },
    Difference {
        name: "isolates decide nothing",
        reason: "A text that decides a choice or goes to a function is not shown, and \
                 isolates in it would only make it unequal to what it says.",
        aspects: &[Aspect::Isolates],
        applies: shape::resolves_a_reference,
        example: Example {
            ftl: "m = { -t.a ->\n    [v1] same\n   *[other] other\n  }\n-t = T\n    .a = v{ 1 }\n",
            args: &[],
            tolken: "same",
            fluent: "other",
        },
    },
    // Numbers and other values.
    Difference {
        name: "numbers are compared by value",
        reason: "Fluent's key `[1]` is for 1, however that is written. fluent-bundle \
                 compares how it is formatted as well, so that 1 with two digits behind the \
                 mark is not 1.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: shape::compares_formatted_numbers,
        example: Example {
            ftl: "m = { NUMBER($x, minimumFractionDigits: 2) ->\n    [1] same\n   *[other] other\n  }\n",
            args: &[("x", ONE)],
            tolken: "same",
            fluent: "other",
        },
    },
    Difference {
        name: "plural categories are those of the number as it is shown",
        reason: "CLDR's categories depend on the digits shown. Of the options that decide \
                 these, fluent-bundle sees `minimumFractionDigits` alone, and it never \
                 rounds.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: shape::chooses_by_rounded_numbers,
        example: Example {
            ftl: "m = { NUMBER($x, maximumFractionDigits: 0) ->\n    [one] one\n   *[other] other\n  }\n",
            args: &[("x", Argument::Float(1.2))],
            tolken: "one",
            fluent: "other",
        },
    },
    Difference {
        name: "no fraction is a first or a second",
        reason: "CLDR's rules for ordinals are for whole numbers. fluent-bundle's look at \
                 the digits before the mark alone.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: shape::chooses_by_ordinals,
        example: Example {
            ftl: "m = { NUMBER($x, type: \"ordinal\") ->\n    [one] first\n   *[other] other\n  }\n",
            args: &[("x", Argument::Float(1.5))],
            tolken: "other",
            fluent: "first",
        },
    },
    Difference {
        name: "what a message does with a number is the message's to say",
        reason: "Of a caller's `FluentNumber` tolken takes the value and the digits, which \
                 is what a `Number` has.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: shape::has_an_ordinal_argument,
        example: Example {
            ftl: "m = { $x ->\n    [two] second\n   *[other] other\n  }\n",
            args: &[("x", Argument::Ordinal(2))],
            tolken: "other",
            fluent: "second",
        },
    },
    Difference {
        name: "nothing is not a value",
        reason: "`FluentValue::None` shows nothing in either library; tolken reports it, as \
                 it does an empty text.",
        aspects: &[Aspect::Faults],
        applies: shape::has_an_argument_of_nothing,
        example: Example {
            ftl: "m = A{ $x }\n",
            args: &[("x", Argument::Nothing)],
            tolken: "A (fault)",
            fluent: "A",
        },
    },
    // References.
    Difference {
        name: "a term's arguments last as long as the term",
        reason: "fluent-bundle forgets them when the term has shown another term, and from \
                 there reads the caller's.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: shape::nests_terms,
        example: Example {
            ftl: "m = { -t(x: \"T\") }\n-t = { -u }{ $x }\n-u = U\n",
            args: &[("x", TEXT)],
            tolken: "UT",
            fluent: "UAnn",
        },
    },
    Difference {
        name: "two messages that read the same are two",
        reason: "fluent-bundle knows a cycle by the text of patterns, not by whose they \
                 are.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: |subject| subject.has_twins(),
        example: Example {
            ftl: "m = A { n }\nn = A { n }\n",
            args: &[],
            tolken: "A A {n} (fault)",
            fluent: "A {n} (fault)",
        },
    },
    Difference {
        name: "messages and terms have names of their own",
        reason: "Fluent's `a` and `-a` are two names. In fluent-bundle the first takes \
                 both.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: |subject| subject.has_shared_names(),
        example: Example {
            ftl: "m = { -a }\na = message\n-a = term\n",
            args: &[],
            tolken: "term",
            fluent: "{-a} (fault)",
        },
    },
    Difference {
        name: "what a term ignores is not missing",
        reason: "A term takes arguments by name only. fluent-bundle evaluates the others \
                 all the same, and reports what it meets.",
        aspects: &[Aspect::Faults],
        applies: shape::gives_a_term_arguments_by_place,
        example: Example {
            ftl: "m = { -t($x) }\n-t = T\n",
            args: &[],
            tolken: "T",
            fluent: "T (fault)",
        },
    },
    // Functions.
    Difference {
        name: "a function that fails is a fault",
        reason: "fluent-bundle prints its name without braces and reports nothing.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: shape::calls_what_fails,
        example: Example {
            ftl: "m = { FAIL() }\n",
            args: &[],
            tolken: "{FAIL()} (fault)",
            fluent: "FAIL()",
        },
    },
    Difference {
        name: "`NUMBER` and `LIST` show what they cannot use",
        reason: "A text that is no number is shown as it is, and what is missing by its \
                 name, so that the reader loses as little as can be.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: shape::calls_what_fails,
        example: Example {
            ftl: "m = { NUMBER($x) } { NUMBER($y) }\n",
            args: &[("x", TEXT)],
            tolken: "Ann {$y} (fault)",
            fluent: "NUMBER() NUMBER() (fault)",
        },
    },
    Difference {
        name: "an unknown function is a fault wherever it is called",
        reason: "fluent-bundle reports it in a placeable only.",
        aspects: &[Aspect::Faults],
        applies: shape::chooses_by_unknown_functions,
        example: Example {
            ftl: "m = { UNKNOWN() ->\n   *[other] other\n  }\n",
            args: &[],
            tolken: "other (fault)",
            fluent: "other",
        },
    },
    Difference {
        name: "an unknown function is told where its result was to go",
        reason: "fluent-bundle gives the outer function nothing and reports nothing; in \
                 tolken's faults stands the one that is unknown.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: shape::gives_functions_unknown_results,
        example: Example {
            ftl: "m = { IDENTITY(UNKNOWN()) }\n",
            args: &[],
            tolken: "{IDENTITY()} (fault)",
            fluent: "IDENTITY()",
        },
    },
    // Size.
    Difference {
        name: "a message may have more than a hundred placeables",
        reason: "tolken's limits are those of `Limits`, and are met when a file is loaded. \
                 Beyond a hundred fluent-bundle cuts the text, or panics, so such messages \
                 are not generated.",
        aspects: &[Aspect::Text, Aspect::Faults],
        applies: |subject| subject.is_too_large(),
        example: Example {
            ftl: "m = { a }{ a }{ a }{ a }{ a }\na = { b }{ b }{ b }{ b }{ b }\nb = { \"1\" }{ \"2\" }{ \"3\" }\n",
            args: &[],
            tolken: "123123123123123123123123123123123123123123123123123123123123123123123123123",
            fluent: "12312312312312312312312312312312312312312312312312312312312312312312312{b}{a} (fault)",
        },
    },
];

/// Whether a difference is known that a message can show in an aspect.
pub(super) fn accounts_for(subject: &Subject<'_>, aspect: Aspect) -> bool {
    differences().any(|difference| {
        let mut aspects = difference.aspects.iter();
        aspects.any(|known| known.covers(aspect)) && (difference.applies)(subject)
    })
}

fn differences() -> impl Iterator<Item = &'static Difference> {
    ACCEPTED.iter()
}

/// What is shown of an example.
fn shown(rendered: &Rendered, aspects: &[Aspect]) -> String {
    let has = |aspect| aspects.contains(&aspect);
    let mut shown = if has(Aspect::Isolates) || has(Aspect::FewerIsolates) {
        let bare = rendered.ui.replace(WORD, "");
        bare.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩")
    } else {
        rendered.text.clone()
    };
    if has(Aspect::Faults) && !rendered.faults.is_empty() {
        shown.push_str(" (fault)");
    }
    shown
}

#[test]
fn every_difference_shows_in_its_example() {
    for Difference {
        name,
        aspects,
        example,
        ..
    } in differences()
    {
        let [_, pair] = Case::new("en-US", example.ftl, example.args).first();
        assert_eq!(
            shown(&pair.tolken, aspects),
            example.tolken,
            "tolken: {name}"
        );
        assert_eq!(
            shown(&pair.fluent, aspects),
            example.fluent,
            "fluent-bundle: {name}"
        );
        assert_ne!(example.tolken, example.fluent, "{name}");
    }
}

#[test]
fn every_difference_finds_its_shape_in_its_example() {
    for Difference {
        name,
        applies,
        example,
        ..
    } in differences()
    {
        let case = Case::new("en-US", example.ftl, example.args);
        // What the reference's marks even out needs no shape.
        let [_, pair] = case.first();
        assert!(
            pair.differing().is_empty() || case.is_first(*applies),
            "{name}"
        );
    }
}

#[test]
fn every_difference_has_a_name_of_its_own_and_a_reason() {
    let mut names: Vec<_> = differences().map(|difference| difference.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), ACCEPTED.len());
    for Difference { name, reason, .. } in differences() {
        assert!(reason.ends_with('.'), "{name}");
    }
}

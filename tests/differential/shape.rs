//! The shapes that the accepted differences are about: what a message has to have in it.
//!
//! A shape may be found where the difference does not show, for that costs no more than a stricter
//! look at other messages; never the other way round.

use fluent_syntax::ast;

use super::case::Argument;
use super::subject::{
    Inline, Place, Scope, Site, Subject, Value, Variant, is_function, is_reference,
};

fn is_shown(site: Site<'_>) -> bool {
    matches!(site.place, Place::Placeable | Place::Nested)
}

fn is_variable(inline: &Inline<'_>) -> bool {
    matches!(inline, Inline::VariableReference { .. })
}

pub(super) fn shows_settled_text(subject: &Subject<'_>) -> bool {
    let by_itself = subject.inlines().any(|(inline, site)| {
        let is_text = match inline {
            Inline::StringLiteral { .. } => site.place == Place::Nested,
            Inline::VariableReference { .. } => {
                site.scope.is_some() && subject.value(inline, site.scope) == Value::Text
            }
            _ => site.place == Place::Nested && is_reference(inline),
        };
        is_text && site.is_beside && is_shown(site)
    });
    let by_choice = subject.selects().any(|(selector, _, site)| {
        let is_settled = match selector {
            Inline::VariableReference { .. } => site.scope.is_some(),
            Inline::FunctionReference { .. } => false,
            _ => true,
        };
        is_settled && site.is_beside && is_shown(site)
    });
    by_itself || by_choice
}

pub(super) fn shows_a_lone_placeable_by_reference(subject: &Subject<'_>) -> bool {
    subject.inlines().any(|(inline, site)| {
        let target = subject.target(inline);
        let is_lone = target.is_some_and(|target| {
            matches!(*target.elements, [ast::PatternElement::Placeable { .. }])
        });
        is_lone && site.is_beside && is_shown(site)
    })
}

pub(super) fn shows_a_failure(subject: &Subject<'_>) -> bool {
    subject.inlines().any(|(inline, site)| {
        let can_fail = is_variable(inline) || matches!(inline, Inline::FunctionReference { .. });
        let value = subject.value(inline, site.scope);
        can_fail && matches!(value, Value::Error | Value::Nothing) && is_shown(site)
    })
}

/// Whether a word stands where its marks do not tell whose the isolates around it are.
pub(super) fn gives_words_elsewhere(subject: &Subject<'_>) -> bool {
    subject.calls().any(|(name, _, site)| {
        let is_placed = site.place == Place::Placeable && site.is_beside;
        matches!(name, "JOSA" | "ELIDE") && !is_placed
    })
}

pub(super) fn resolves_a_reference(subject: &Subject<'_>) -> bool {
    subject
        .inlines()
        .any(|(inline, site)| is_reference(inline) && !is_shown(site))
}

fn has_fraction(text: &str) -> bool {
    text.contains('.')
}

/// Whether a key is the number that decides, and one of them has options.
pub(super) fn compares_formatted_numbers(subject: &Subject<'_>) -> bool {
    subject.selects().any(|(selector, variants, site)| {
        let value = subject.value(selector, site.scope);
        variants.iter().filter_map(number_key).any(|key| {
            let is_equal = key.parse().map(Value::Number) == Ok(value);
            is_equal && (has_fraction(key) || has_options(subject, selector, site.scope))
        })
    })
}

fn number_key<'s>(variant: &Variant<'s>) -> Option<&'s str> {
    match variant.key {
        ast::VariantKey::NumberLiteral { value } => Some(value),
        ast::VariantKey::Identifier { .. } => None,
    }
}

fn has_options(subject: &Subject<'_>, inline: &Inline<'_>, scope: Scope<'_>) -> bool {
    match inline {
        Inline::NumberLiteral { value } => has_fraction(value),
        Inline::VariableReference { id } => match scope {
            Some(given) => given.iter().any(|given| {
                given.name.name == id.name && has_options(subject, &given.value, None)
            }),
            None => matches!(subject.argument(id.name), Some(Argument::Written(_))),
        },
        Inline::FunctionReference { arguments, .. } => {
            let mut positional = arguments.positional.iter();
            !arguments.named.is_empty()
                || positional.any(|inline| has_options(subject, inline, scope))
        }
        _ => false,
    }
}

/// Whether a choice by category has an option, or a number, that fluent-bundle does not round by.
pub(super) fn chooses_by_rounded_numbers(subject: &Subject<'_>) -> bool {
    let categories = ["zero", "one", "two", "few", "many", "other"];
    subject.selects().any(|(selector, variants, site)| {
        let by_category = variants.iter().any(|variant| {
            matches!(variant.key, ast::VariantKey::Identifier { name } if categories.contains(&name))
        });
        let Value::Number(number) = subject.value(selector, site.scope) else {
            return false;
        };
        let is_long = !number.is_finite() || has_long_fraction(&number.to_string());
        by_category && (is_long || is_rounded(selector))
    })
}

/// Whether an option cuts digits, or adds any that `minimumFractionDigits` does not.
fn is_rounded(selector: &Inline<'_>) -> bool {
    let Inline::FunctionReference { arguments, .. } = selector else {
        return false;
    };
    let mut named = arguments.named.iter().map(|argument| argument.name.name);
    named.any(|name| name.starts_with("maximum") || name == "minimumSignificantDigits")
        || arguments.positional.iter().any(is_rounded)
}

/// Whether a number has more digits behind its mark than are shown by default.
fn has_long_fraction(number: &str) -> bool {
    number
        .split_once('.')
        .is_some_and(|(_, fraction)| fraction.len() > 3)
}

pub(super) fn chooses_by_ordinals(subject: &Subject<'_>) -> bool {
    let is_fraction =
        |argument: Argument| matches!(argument, Argument::Float(_) | Argument::Written(_));
    subject.has_argument(is_fraction)
        && subject.calls().any(|(_, arguments, _)| {
            let mut named = arguments.named.iter();
            named.any(|argument| argument.name.name == "type")
        })
}

pub(super) fn nests_terms(subject: &Subject<'_>) -> bool {
    subject.inlines().any(|(inline, site)| {
        site.scope.is_some() && matches!(inline, Inline::TermReference { .. })
    })
}

pub(super) fn gives_a_term_arguments_by_place(subject: &Subject<'_>) -> bool {
    subject
        .inlines()
        .any(|(_, site)| site.place == Place::TermArgument)
}

pub(super) fn calls_what_fails(subject: &Subject<'_>) -> bool {
    subject.inlines().any(|(inline, site)| {
        matches!(inline, Inline::FunctionReference { id, .. } if is_function(id.name))
            && subject.value(inline, site.scope) == Value::Error
    })
}

pub(super) fn chooses_by_unknown_functions(subject: &Subject<'_>) -> bool {
    calls_unknown_functions(subject, Place::Selector)
}

pub(super) fn gives_functions_unknown_results(subject: &Subject<'_>) -> bool {
    calls_unknown_functions(subject, Place::Argument)
}

fn calls_unknown_functions(subject: &Subject<'_>, place: Place) -> bool {
    subject.inlines().any(|(inline, site)| {
        let is_unknown =
            matches!(inline, Inline::FunctionReference { id, .. } if !is_function(id.name));
        is_unknown && site.place == place
    })
}

pub(super) fn has_an_ordinal_argument(subject: &Subject<'_>) -> bool {
    subject.has_argument(|argument| matches!(argument, Argument::Ordinal(_)))
}

pub(super) fn has_an_argument_of_nothing(subject: &Subject<'_>) -> bool {
    subject.has_argument(|argument| matches!(argument, Argument::Nothing))
}

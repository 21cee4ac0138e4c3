//! What mends a fault: the nearest known name, or what was expected.
//!
//! Owns only words. It is separate from the report because the faults of the library say what went
//! wrong, and only a command line knows how its user would say it again.

use tolken::{Argument, ArgumentType, Catalog, Code, Fault, FaultKind, Value};

use tolken::check::nearest;

/// The form of a date.
const DATE: &str = "expected a date, a time or both, as RFC 3339 writes them";

/// The most names that a line lists.
const MOST: usize = 12;

/// How to mend a fault of a code, if there is more to say than the fault does.
pub(crate) fn hint(catalog: &Catalog, code: &str, fault: &Fault) -> Option<String> {
    let name = &fault.name;
    match fault.kind {
        FaultKind::UnknownCode => Some(match nearest(name, catalog.names()) {
            Some(near) => did_you_mean(near),
            None => "`tolken list` shows the codes".to_owned(),
        }),
        FaultKind::MissingArgument => Some(format!("give it as `{name}=VALUE`")),
        FaultKind::UnknownArgument => Some(unknown_argument(catalog, code, name)),
        FaultKind::WrongType => Some(expected(catalog, code, name)),
        FaultKind::UnknownLocale => Some(unknown_locale(catalog, name)),
        _ => None,
    }
}

/// Names in backticks: `a`, `b` or `c`.
pub(crate) fn any_of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    join(names, "or")
}

/// Names in backticks: `a`, `b` and `c`.
pub(crate) fn all_of<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    join(names, "and")
}

/// The arguments that a code takes: those of the manifest, then those that its texts show.
pub(crate) fn arguments<'c>(catalog: &'c Catalog, code: &str) -> Vec<&'c str> {
    let declared = declared(catalog, code).iter().map(Argument::name);
    let mut names: Vec<_> = declared.collect();
    for (name, _) in catalog.variables(code) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn declared<'c>(catalog: &'c Catalog, code: &str) -> &'c [Argument] {
    catalog.code(code).map(Code::arguments).unwrap_or_default()
}

fn unknown_argument(catalog: &Catalog, code: &str, name: &str) -> String {
    let known = arguments(catalog, code);
    match nearest(name, known.iter().copied()) {
        Some(near) => did_you_mean(near),
        None if known.is_empty() => format!("`{code}` takes no arguments"),
        None => format!("`{code}` takes {}", all_of(known)),
    }
}

fn expected(catalog: &Catalog, code: &str, name: &str) -> String {
    let declared = declared(catalog, code);
    let Some(argument) = declared.iter().find(|argument| argument.name() == name) else {
        let variables = catalog.variables(code);
        // An argument that is no number was given to `DATETIME`: any text is one for the others.
        return if variables.contains(&(name, false)) {
            format!("{DATE}, for example `{name}=2026-01-31`")
        } else {
            "expected a number such as `1500`".to_owned()
        };
    };
    let example = match argument.example() {
        Some(Value::Number(number)) => format!(", for example `{name}={number}`"),
        Some(Value::String(text)) => format!(", for example `{name}={text}`"),
        Some(Value::DateTime(when)) => format!(", for example `{name}={when}`"),
        _ if argument.kind() == ArgumentType::DateTime => {
            format!(", for example `{name}=2026-01-31T09:30:00Z`")
        }
        _ => String::new(),
    };
    match argument.kind() {
        ArgumentType::Enum => {
            let values = argument.values().iter().map(String::as_str);
            format!("expected {}", any_of(values))
        }
        ArgumentType::Integer => format!("expected an integer{example}"),
        ArgumentType::DateTime => format!("{DATE}{example}"),
        kind => format!("expected a {}{example}", kind.name()),
    }
}

/// The locale that a range means that fits none, else all that there are.
pub(crate) fn unknown_locale(catalog: &Catalog, range: &str) -> String {
    let locales: Vec<_> = catalog.locales().iter().map(ToString::to_string).collect();
    let tags = || locales.iter().map(String::as_str);
    // `ko_KR.UTF-8`, as operating systems write it.
    let range = range.split(['.', '@']).next().unwrap_or_default();
    // `kr` for Korean: a region where a language belongs. Of languages alone no other is offered,
    // since two letters that differ by one are most often another language and no slip.
    let of_region = || {
        tags().find(|tag| {
            tag.rsplit_once('-')
                .is_some_and(|(_, region)| region.eq_ignore_ascii_case(range))
        })
    };
    if let Some(locale) = catalog.match_range(&range.replace('_', "-")) {
        return did_you_mean(&locale.to_string());
    }
    match nearest(range, tags()).or_else(of_region) {
        Some(near) => did_you_mean(near),
        None => format!("the catalog has {}", all_of(tags())),
    }
}

fn did_you_mean(near: &str) -> String {
    format!("did you mean `{near}`?")
}

fn join<'n>(names: impl IntoIterator<Item = &'n str>, word: &str) -> String {
    let mut names: Vec<_> = names.into_iter().map(|name| format!("`{name}`")).collect();
    if names.len() > MOST {
        let rest = names.split_off(MOST).len();
        return format!("{} {word} {rest} more", names.join(", "));
    }
    match names.pop() {
        Some(last) if names.is_empty() => last,
        Some(last) => format!("{} {word} {last}", names.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_cut() {
        assert_eq!(any_of(["a"]), "`a`");
        assert_eq!(any_of(["a", "b", "c"]), "`a`, `b` or `c`");
        let many = all_of(["x"; 40]);
        assert!(many.ends_with("`x` and 28 more"), "{many}");
    }

    #[test]
    fn a_reader_of_one_language_is_not_offered_another() {
        let catalog = Catalog::builtin();
        for range in ["zh-TW", "zh-Hant", "zh-HK", "pl", "es", "sw", ""] {
            let hint = unknown_locale(&catalog, range);
            assert!(hint.starts_with("the catalog has"), "{range}: {hint}");
        }
    }

    #[test]
    fn common_slips_of_locales_are_mended() {
        let catalog = Catalog::builtin();
        for (range, locale) in [
            ("sv_SE", "sv-SE"),
            ("ko_KR.UTF-8", "ko-KR"),
            ("kr", "ko-KR"),
            ("se", "sv-SE"),
            ("CN", "zh-CN"),
            ("fr_CH", "fr-FR"),
        ] {
            let hint = unknown_locale(&catalog, range);
            assert_eq!(hint, did_you_mean(locale), "{range}");
        }
    }
}

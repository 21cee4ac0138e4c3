//! The known name that a mistyped one most likely means.

/// The nearest of some names, if one is near enough to be meant: case and separators aside, a
/// third of the letters may differ.
#[must_use]
pub fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let folded = fold(name);
    let allowed = (folded.chars().count() / 3).max(1);
    known
        .into_iter()
        .map(|known| (strsim::damerau_levenshtein(&folded, &fold(known)), known))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, known)| known)
}

/// Names in backticks.
pub(super) fn all_of(names: &[&str]) -> String {
    let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

fn fold(name: &str) -> String {
    // A name that is far longer than any id is no slip of the hand, and comparing costs its square.
    let letters = name
        .chars()
        .filter(|c| !matches!(c, '-' | '_' | ' '))
        .take(100);
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_mended_and_strangers_are_not() {
        let codes = ["InvalidUrl", "InvalidInput", "NotFound", "sv-SE"];
        assert_eq!(nearest("InvalidURL", codes), Some("InvalidUrl"));
        assert_eq!(nearest("invalid_inptu", codes), Some("InvalidInput"));
        assert_eq!(nearest("sv_se", codes), Some("sv-SE"));
        assert_eq!(nearest("Quota", codes), None);
        assert_eq!(nearest(&"x".repeat(1_000_000), codes), None);
    }
}

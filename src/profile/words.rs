//! Names in the spellings that AIP-193 asks for.

/// The longest `reason`, by AIP-193.
const MAX_REASON: usize = 63;
/// The longest key of `metadata`, by AIP-193.
const MAX_KEY: usize = 64;

/// A code in `UPPER_SNAKE_CASE`, as `[A-Z][A-Z0-9_]+[A-Z0-9]`; what is no ASCII letter or digit
/// separates words.
pub(super) fn reason(code: &str) -> String {
    let mut reason = words(code).join("_").to_ascii_uppercase();
    if reason.len() < 3 || !reason.starts_with(|c: char| c.is_ascii_uppercase()) {
        let separator = if reason.is_empty() { "" } else { "_" };
        reason.insert_str(0, separator);
        reason.insert_str(0, "CODE");
    }
    reason.truncate(MAX_REASON);
    reason.truncate(reason.trim_end_matches('_').len());
    reason
}

/// The name of an argument in `lowerCamelCase`.
pub(super) fn key(name: &str) -> String {
    let mut key = String::new();
    for word in words(name) {
        let lower = word.to_ascii_lowercase();
        if key.is_empty() {
            key.push_str(&lower);
        } else {
            push_capitalized(&lower, &mut key);
        }
    }
    if !key.starts_with(|c: char| c.is_ascii_lowercase()) {
        key.insert_str(0, "arg");
    }
    key.truncate(MAX_KEY);
    key
}

/// The key of something that belongs to one of several: `violation` 0, `resource_id` is
/// `violation0ResourceId`.
pub(super) fn numbered(prefix: &str, index: usize, name: &str) -> String {
    let mut numbered = format!("{prefix}{index}");
    push_capitalized(&key(name), &mut numbered);
    numbered.truncate(MAX_KEY);
    numbered
}

fn push_capitalized(word: &str, out: &mut String) {
    let mut chars = word.chars();
    out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
    out.push_str(chars.as_str());
}

/// The words of a name: `ODataError` is `O`, `Data`, `Error`.
fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for part in name.split(|c: char| !c.is_ascii_alphanumeric()) {
        let bytes = part.as_bytes();
        let begins_word = |index: usize| {
            let after_lower = !bytes[index - 1].is_ascii_uppercase();
            let before_lower = bytes.get(index + 1).is_some_and(u8::is_ascii_lowercase);
            bytes[index].is_ascii_uppercase() && (after_lower || before_lower)
        };
        let mut start = 0;
        for index in (1..part.len()).filter(|index| begins_word(*index)) {
            words.push(&part[start..index]);
            start = index;
        }
        words.push(&part[start..]);
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_spelt_as_reasons() {
        for (code, expected) in [
            ("InvalidHashValue", "INVALID_HASH_VALUE"),
            ("ODataError", "O_DATA_ERROR"),
            ("HTTPError404", "HTTP_ERROR404"),
            ("auth/denied", "AUTH_DENIED"),
            ("status-404", "STATUS_404"),
            ("ALREADY_UPPER", "ALREADY_UPPER"),
            ("40001", "CODE_40001"),
            ("A", "CODE_A"),
            ("오류", "CODE"),
            ("é오류Denied오", "DENIED"),
            ("", "CODE"),
        ] {
            assert_eq!(reason(code), expected);
        }
        let long = reason(&"Word".repeat(40));
        assert!(long.len() <= MAX_REASON && !long.ends_with('_'), "{long}");
    }

    #[test]
    fn arguments_are_spelt_as_keys() {
        for (name, expected) in [
            ("hash", "hash"),
            ("resource_type", "resourceType"),
            ("minimum-version", "minimumVersion"),
            ("machineId", "machineId"),
            ("IPAddress", "ipAddress"),
            ("URL", "url"),
            ("2nd", "arg2nd"),
        ] {
            assert_eq!(key(name), expected);
        }
        assert_eq!(
            numbered("violation", 0, "resource_id"),
            "violation0ResourceId"
        );
    }
}

//! The link to a code's page.

use std::fmt::Write;

/// Puts a code in the place of each `{code}`, as a segment of a path or a value of a query has it:
/// percent-encoded but for RFC 3986's unreserved characters, so that it is one part and no more.
pub(super) fn with_code(link: &str, code: &str) -> String {
    let mut encoded = String::with_capacity(code.len());
    for byte in code.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    link.replace("{code}", &encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_one_segment_whatever_is_in_it() {
        let link = |code| with_code("https://x.test/{code}?of={code}", code);
        assert_eq!(
            link("Not-Found_1.a~"),
            "https://x.test/Not-Found_1.a~?of=Not-Found_1.a~"
        );
        assert_eq!(
            link("auth/../값&b"),
            "https://x.test/auth%2F..%2F%EA%B0%92%26b?of=auth%2F..%2F%EA%B0%92%26b"
        );
        assert_eq!(
            link("{code} %"),
            "https://x.test/%7Bcode%7D%20%25?of=%7Bcode%7D%20%25"
        );
    }
}

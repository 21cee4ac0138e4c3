//! The field in error, as each standard writes it.
//!
//! A field is a path of names and indexes, separated by `/`. Within a name, `~1` is `/` and `~0` is
//! `~`, as in a JSON Pointer (RFC 6901); the first `/` may be absent.

use std::fmt::Write;

/// As a JSON Pointer in a URI fragment: `#/indicators/0/url`.
pub(super) fn pointer(field: &str) -> String {
    let mut pointer = String::from("#/");
    push_uri(without_root(field), &mut pointer);
    pointer
}

/// As `OData` writes the path of a property: `indicators/0/url`.
pub(super) fn path(field: &str) -> String {
    without_root(field).to_owned()
}

/// As Protocol Buffers write the path of a field: `indicators[0].url`.
pub(super) fn member(field: &str) -> String {
    let mut member = String::new();
    for name in without_root(field).split('/') {
        let is_index = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
        if is_index {
            member.push('[');
            member.push_str(name);
            member.push(']');
            continue;
        }
        if !member.is_empty() {
            member.push('.');
        }
        member.push_str(&name.replace("~1", "/").replace("~0", "~"));
    }
    member
}

/// Appends a text with all that may not stand in a URI fragment written as `%XX`.
pub(super) fn push_uri(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a String never fails.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

fn without_root(field: &str) -> &str {
    field.strip_prefix('/').unwrap_or(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_standard_writes_a_field_its_own_way() {
        for (field, in_pointer, in_path, in_member) in [
            ("url", "#/url", "url", "url"),
            ("/a/0/b", "#/a/0/b", "a/0/b", "a[0].b"),
            ("0/1", "#/0/1", "0/1", "[0][1]"),
            ("a~1b/c~0", "#/a~1b/c~0", "a~1b/c~0", "a/b.c~"),
            (
                "이름/x y",
                "#/%EC%9D%B4%EB%A6%84/x%20y",
                "이름/x y",
                "이름.x y",
            ),
            ("50%20/#", "#/50%2520/%23", "50%20/#", "50%20.#"),
            ("", "#/", "", ""),
        ] {
            assert_eq!(pointer(field), in_pointer);
            assert_eq!(path(field), in_path);
            assert_eq!(member(field), in_member);
        }
    }
}

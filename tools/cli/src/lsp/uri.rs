//! Paths as the protocol names them, and back.
//!
//! Clients escape more or less of a path, so an URI is never compared with one that was made here:
//! of an open document the client's own is used.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use lsp_types::Uri;

/// The path of a `file:` URI; of any other there is none.
pub(super) fn path(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().split_at_checked(5)?;
    let rest = rest.0.eq_ignore_ascii_case("file:").then_some(rest.1)?;
    let rest = rest.split(['?', '#']).next()?;
    // With a host, the path is on another machine; an empty one is this.
    let path = match rest.strip_prefix("//") {
        Some(rest) => {
            let (host, _) = rest.split_at(rest.find('/')?);
            (host.is_empty() || host.eq_ignore_ascii_case("localhost"))
                .then_some(&rest[host.len()..])?
        }
        None => rest,
    };
    let path = decoded(path)?;
    let bytes = path.as_bytes();
    let is_drive = bytes.first() == Some(&b'/')
        && bytes.get(1).is_some_and(u8::is_ascii_alphabetic)
        && bytes.get(2) == Some(&b':');
    let path = if is_drive && cfg!(windows) {
        path[1..].replace('/', "\\")
    } else {
        path
    };
    let path = PathBuf::from(path);
    path.is_absolute().then_some(path)
}

/// The URI of a path, if it can have one.
pub(super) fn of(path: &Path) -> Option<Uri> {
    let text = path.to_str()?;
    let text = if cfg!(windows) {
        text.replace('\\', "/")
    } else {
        text.to_owned()
    };
    let mut uri = String::from(if text.starts_with('/') {
        "file://"
    } else {
        "file:///"
    });
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            _ = write!(uri, "%{byte:02X}");
        }
    }
    Uri::from_str(&uri).ok()
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut digit = || bytes.next().and_then(|byte| char::from(byte).to_digit(16));
            let (high, low) = (digit()?, digit()?);
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn read(uri: &str) -> Option<String> {
        let path = path(&Uri::from_str(uri).ok()?)?;
        path.to_str().map(str::to_owned)
    }

    #[test]
    fn a_path_is_its_own_uri_back() {
        for text in [
            "/a/locales/ko-KR/errors.ftl",
            "/한 글/100%/a#b?c.ftl",
            "/c:/d",
        ] {
            let uri = of(Path::new(text)).unwrap();
            assert_eq!(path(&uri).unwrap(), Path::new(text), "{}", uri.as_str());
        }
    }

    #[test]
    fn only_files_of_this_machine_have_paths() {
        assert_eq!(
            read("file:///a/%ED%95%9C.ftl").as_deref(),
            Some("/a/한.ftl")
        );
        assert_eq!(read("FILE://localhost/a").as_deref(), Some("/a"));
        for uri in [
            "untitled:Untitled-1",
            "file://host/a",
            "file:a",
            "file:///a%FF",
            "x",
        ] {
            assert_eq!(read(uri), None, "{uri}");
        }
    }
}

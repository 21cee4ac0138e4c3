//! Messages over a pair of streams: a header with a length, then JSON.
//!
//! lsp-server's own reader takes whatever length the header promises and gives up at the first message
//! that is not one. This one reads no more than it should, and says what was wrong, so that the server
//! answers it and goes on.

use std::io::{self, BufRead, Read, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};

/// The longest message that is read, in bytes; a document of the longest kind fits, its escapes too.
const LONGEST: u64 = 64 << 20;

/// The longest line of a header.
const LONGEST_LINE: u64 = 4 << 10;

/// What came.
#[derive(Debug)]
pub(super) enum Received {
    Message(Message),
    /// Something that is no message, with its id if it has one.
    Malformed {
        id: Value,
        code: ErrorCode,
        why: String,
    },
}

/// Reads what comes next; `None` at the end. An error is one of the stream, behind which nothing can be
/// read any more.
pub(super) fn read(input: &mut impl BufRead) -> io::Result<Option<Received>> {
    let Some(length) = header(input)? else {
        return Ok(None);
    };
    if length > LONGEST {
        let skipped = io::copy(&mut input.take(length), &mut io::sink())?;
        if skipped < length {
            return Ok(None);
        }
        let why =
            format!("expected a message of at most {LONGEST} bytes, but found one of {length}");
        return Ok(Some(malformed(Value::Null, ErrorCode::InvalidRequest, why)));
    }
    // It grows with what is there, not with what the header promises.
    let mut body = Vec::new();
    if input.take(length).read_to_end(&mut body)? as u64 != length {
        return Ok(None);
    }
    Ok(Some(message(&body)))
}

/// The length that a header names; `None` at the end.
fn header(input: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        input.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        let invalid = |why: &str| io::Error::new(io::ErrorKind::InvalidData, why.to_owned());
        if !line.ends_with(b"\n") {
            return Err(invalid(
                "expected a line of a header, but found no end of it",
            ));
        }
        let line = line.trim_ascii();
        if line.is_empty() {
            return match length {
                Some(length) => Ok(Some(length)),
                None => Err(invalid("expected `Content-Length`, but found none")),
            };
        }
        let Some((name, value)) = std::str::from_utf8(line)
            .ok()
            .and_then(|line| line.split_once(':'))
        else {
            return Err(invalid("expected a line `Name: value` in a header"));
        };
        if name.trim().eq_ignore_ascii_case("Content-Length") {
            let value = value.trim().parse();
            length = Some(value.map_err(|_| invalid("expected a number in `Content-Length`"))?);
        }
    }
}

fn message(body: &[u8]) -> Received {
    let value: Value = match serde_json::from_slice(body) {
        Ok(value) => value,
        Err(error) => {
            let why = format!("expected JSON, but found something else: {error}");
            return malformed(Value::Null, ErrorCode::ParseError, why);
        }
    };
    let id = value.get("id").cloned().unwrap_or_default();
    let asks = value.get("method").is_some() && !id.is_null();
    match serde_json::from_value(value) {
        // A request whose id is none would pass for a notification.
        Ok(Message::Notification(_)) if asks => {
            let why = "expected a string or a 32-bit integer as `id`".to_owned();
            malformed(id, ErrorCode::InvalidRequest, why)
        }
        Ok(message) => Received::Message(message),
        Err(_) => {
            let why = "expected a request, a notification or a response".to_owned();
            malformed(id, ErrorCode::InvalidRequest, why)
        }
    }
}

fn malformed(id: Value, code: ErrorCode, why: String) -> Received {
    Received::Malformed { id, code, why }
}

/// Writes the answer to what was no message.
pub(super) fn refusal(id: &Value, code: ErrorCode, why: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code as i32, "message": why } })
}

/// Writes a message that is already JSON.
pub(super) fn write(output: &mut impl Write, message: &Value) -> io::Result<()> {
    let text = message.to_string();
    write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    output.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<io::Result<Received>> {
        let mut input = bytes;
        std::iter::from_fn(|| read(&mut input).transpose())
            .take(9)
            .collect()
    }

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn what_is_no_message_hides_none_behind_it() {
        let good = framed(r#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#);
        for bad in [
            "",
            "{",
            "[]",
            "null",
            "{}",
            r#"{"id":1.5,"method":"x"}"#,
            r#"{"id":99999999999,"method":"x"}"#,
            r#"{"id":{},"method":1}"#,
            "\u{0}",
        ] {
            let read = all(format!("{}{good}", framed(bad)).as_bytes());
            assert!(
                matches!(
                    read.as_slice(),
                    [Ok(Received::Malformed { .. }), Ok(Received::Message(_))]
                ),
                "{bad}: {read:?}"
            );
        }
    }

    #[test]
    fn nothing_is_kept_free_for_what_a_header_promises() {
        assert!(all(b"Content-Length: 18446744073709551615\r\n\r\n{}").is_empty());
        assert!(all(b"Content-Length: 67108864\r\n\r\n{}").is_empty());
        let long = format!("Content-Length: {}\r\n\r\n", LONGEST + 1);
        let mut long = long.into_bytes();
        let longest = usize::try_from(LONGEST).unwrap();
        long.resize(long.len() + longest + 1, b' ');
        long.extend(framed(r#"{"method":"exit"}"#).into_bytes());
        let read = all(&long);
        assert!(
            matches!(
                read.as_slice(),
                [Ok(Received::Malformed { .. }), Ok(Received::Message(_))]
            ),
            "{read:?}"
        );
    }

    #[test]
    fn a_header_that_is_none_ends_the_stream() {
        for bad in [
            "hello\n",
            "Content-Length: x\r\n\r\n",
            "\r\n{}",
            "Content-Type: a\r\n\r\n{}",
            &"x".repeat(9_000),
        ] {
            assert!(
                matches!(all(bad.as_bytes()).as_slice(), [Err(_), ..]),
                "{bad}"
            );
        }
    }
}

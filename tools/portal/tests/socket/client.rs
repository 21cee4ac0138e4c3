//! A client that sends bytes as they are, and reads what comes back.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take before a test fails; nothing waits for it to pass.
const PATIENCE: Duration = Duration::from_secs(30);

/// A connection that stays open between requests.
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Client {
    pub(crate) fn connect(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let stream = BufReader::new(stream);
        Ok(Client { stream })
    }

    pub(crate) fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.get_mut().write_all(bytes)
    }

    /// Sends no more.
    pub(crate) fn finish(&mut self) {
        // Had the service closed already, there would be nothing to do.
        let _ = self.stream.get_ref().shutdown(Shutdown::Write);
    }

    /// Asks for a path, and keeps the connection.
    pub(crate) fn get(&mut self, path: &str, headers: &str) -> io::Result<Reply> {
        self.send(format!("GET {path} HTTP/1.1\r\nhost: x\r\n{headers}\r\n").as_bytes())?;
        self.reply()
    }

    /// Posts JSON, and keeps the connection.
    pub(crate) fn post(&mut self, path: &str, body: &str) -> io::Result<Reply> {
        let length = body.len();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
        );
        self.send(format!("{head}{body}").as_bytes())?;
        self.reply()
    }

    /// Reads one answer to its end.
    pub(crate) fn reply(&mut self) -> io::Result<Reply> {
        let mut head = String::new();
        loop {
            let before = head.len();
            if self.stream.read_line(&mut head)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if &head[before..] == "\r\n" {
                break;
            }
        }
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let status = status.ok_or(io::ErrorKind::InvalidData)?;
        let mut reply = Reply {
            status,
            head,
            body: String::new(),
        };
        let bytes = if reply.header("transfer-encoding") == Some("chunked") {
            self.chunks()?
        } else {
            let length = reply.header("content-length").unwrap_or("0");
            let mut bytes = vec![0; length.parse().map_err(io::Error::other)?];
            self.stream.read_exact(&mut bytes)?;
            bytes
        };
        reply.body = String::from_utf8(bytes).map_err(io::Error::other)?;
        Ok(reply)
    }

    fn chunks(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line)?;
            let length = usize::from_str_radix(line.trim(), 16).map_err(io::Error::other)?;
            let start = bytes.len();
            bytes.resize(start + length + 2, 0);
            self.stream.read_exact(&mut bytes[start..])?;
            bytes.truncate(start + length);
            if length == 0 {
                return Ok(bytes);
            }
        }
    }

    /// Reads until the service closes the connection; `None` when it does not.
    pub(crate) fn rest(&mut self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.stream.read_to_end(&mut bytes);
        // Otherwise it was closed, be it while more was on its way.
        let is_open = read.is_err_and(|error| is_timeout(&error));
        (!is_open).then_some(bytes)
    }
}

fn is_timeout(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1);
        lines.find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    /// Whether the service closes the connection after this.
    pub(crate) fn is_last(&self) -> bool {
        self.header("connection") == Some("close")
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

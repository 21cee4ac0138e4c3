//! How long a client may keep a connection waiting.
//!
//! hyper has one limit, from the end of an answer to the end of the next request's headers. A connection that
//! rests between requests may do so for long; one that has begun to send headers may not, and neither may
//! one that does not take its answer.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep};

use crate::settings::Limits;

/// What a connection is about; known to its socket and to who answers.
#[derive(Clone, Default)]
pub(super) struct Stage(Arc<AtomicU8>);

const IDLE: u8 = 0;
const HEADERS: u8 = 1;
const ASKED: u8 = 2;

impl Stage {
    /// The headers are there, and someone answers.
    pub(super) fn asked(&self) {
        self.0.store(ASKED, Ordering::Relaxed);
    }

    /// There is an answer; what comes next is another request.
    pub(super) fn answered(&self) {
        self.0.store(IDLE, Ordering::Relaxed);
    }

    fn is(&self, stage: u8) -> bool {
        self.0.load(Ordering::Relaxed) == stage
    }
}

/// A socket with limits on how long it waits.
pub(super) struct Patient {
    stream: TcpStream,
    stage: Stage,
    headers: Clock,
    answer: Clock,
}

impl Patient {
    pub(super) fn new(stream: TcpStream, stage: Stage, limits: &Limits) -> Self {
        Patient {
            stream,
            stage,
            headers: Clock::new(limits.header_time),
            answer: Clock::new(limits.request_time),
        }
    }

    /// What writing gave, unless it waits for too long.
    fn written<T>(
        &mut self,
        context: &mut Context<'_>,
        written: Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.answer.is_running = false;
            return written;
        }
        ready!(self.answer.poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        if read.is_ready() {
            if self.stage.is(IDLE) && buffer.filled().len() > before {
                self.stage.0.store(HEADERS, Ordering::Relaxed);
                self.headers.is_running = false;
            }
            return read;
        }
        if self.stage.is(HEADERS) {
            ready!(self.headers.poll(context));
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        Poll::Pending
    }
}

impl AsyncWrite for Patient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.written(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, slices);
        self.written(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// A clock that starts when it is first asked, so that whoever never waits never starts it.
struct Clock {
    limit: Duration,
    sleep: Option<Pin<Box<Sleep>>>,
    is_running: bool,
}

impl Clock {
    fn new(limit: Duration) -> Self {
        Clock {
            limit,
            sleep: None,
            is_running: false,
        }
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let limit = self.limit;
        let sleep = self.sleep.get_or_insert_with(|| Box::pin(sleep(limit)));
        if !self.is_running {
            sleep.as_mut().reset(Instant::now() + limit);
            self.is_running = true;
        }
        sleep.as_mut().poll(context)
    }
}

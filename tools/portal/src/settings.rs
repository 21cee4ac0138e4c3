//! What a service is told when it starts: where its catalog is, and the limits of requests.

use std::time::Duration;

use crate::live::Origin;

/// Where the catalog is, and the limits of requests.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Where the catalog is; the built-in one unless told.
    pub origin: Origin,
    /// The limits of requests and connections.
    pub limits: Limits,
}

/// Bounds on what a client may send, and on how long it may take.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The longest body, in bytes; a longer one is answered with 413.
    pub body_bytes: usize,
    /// The most requests of one body that asks for many; more are answered with 400.
    pub batch: usize,
    /// The longest headers of a request, in bytes; longer ones are answered with 431.
    pub header_bytes: usize,
    /// The longest path with its query, in bytes; a longer one is answered with 414.
    pub uri_bytes: usize,
    /// How long a request may take, from its headers to its answer; then it is answered with 408. A client
    /// that takes nothing of an answer for as long is cut off.
    pub request_time: Duration,
    /// How long the headers of a request may take, from their first byte on; then the connection is closed.
    pub header_time: Duration,
    /// How long a connection may rest between requests; then it is closed.
    pub idle_time: Duration,
    /// The most connections at once; further ones wait to be accepted.
    pub connections: usize,
    /// How long new connections are still accepted, and told not to come again, when the service is told to end.
    pub drain_time: Duration,
    /// How long requests may still take after that.
    pub shutdown_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            body_bytes: 256 << 10,
            batch: 100,
            header_bytes: 32 << 10,
            uri_bytes: 8 << 10,
            request_time: Duration::from_secs(10),
            header_time: Duration::from_secs(5),
            // Longer than what proxies keep a connection for, so that they close it and not the service.
            idle_time: Duration::from_secs(75),
            connections: 1024,
            drain_time: Duration::ZERO,
            shutdown_time: Duration::from_secs(10),
        }
    }
}

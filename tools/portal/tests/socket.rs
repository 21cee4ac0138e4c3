//! The service on a real socket: what comes over the wire, changes of the catalog, signals.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing says less

#[path = "socket/client.rs"]
mod client;
#[path = "socket/hostile.rs"]
mod hostile;
#[path = "socket/load.rs"]
mod load;
#[path = "cases/marked.rs"]
mod marked;
#[cfg(unix)]
#[path = "socket/process.rs"]
mod process;
#[path = "socket/reload.rs"]
mod reload;
#[path = "socket/service.rs"]
mod service;
#[path = "socket/wire.rs"]
mod wire;

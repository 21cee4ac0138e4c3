//! The service, asked in process: what its clients, agents and operators see.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing says less

#[path = "cases/codes.rs"]
mod codes;
#[path = "cases/marked.rs"]
mod marked;
#[path = "cases/operation.rs"]
mod operation;
#[path = "cases/reload.rs"]
mod reload;
#[path = "cases/service.rs"]
mod service;

//! The service, asked in process: what its clients, agents and operators see.

#[path = "cases/codes.rs"]
mod codes;
#[path = "cases/pages.rs"]
mod pages;
#[path = "cases/service.rs"]
mod service;

//! The service, asked in process: what its clients, agents and operators see.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing says less

#[path = "cases/browser.rs"]
mod browser;
#[path = "cases/codes.rs"]
mod codes;
#[path = "cases/conditions.rs"]
mod conditions;
#[path = "cases/docs.rs"]
mod docs;
#[path = "cases/errors.rs"]
mod errors;
#[path = "cases/hostile.rs"]
mod hostile;
#[path = "cases/locales.rs"]
mod locales;
#[path = "cases/lookup.rs"]
mod lookup;
#[path = "cases/lookup_page.rs"]
mod lookup_page;
#[path = "cases/marked.rs"]
mod marked;
#[path = "cases/operation.rs"]
mod operation;
#[path = "cases/pages.rs"]
mod pages;
#[path = "cases/reload.rs"]
mod reload;
#[path = "cases/render.rs"]
mod render;
#[path = "cases/service.rs"]
mod service;

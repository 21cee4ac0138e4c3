//! The service, asked in process: what its clients, agents and operators see.

#[path = "cases/browser.rs"]
mod browser;
#[path = "cases/codes.rs"]
mod codes;
#[path = "cases/lookup_page.rs"]
mod lookup_page;
#[path = "cases/pages.rs"]
mod pages;
#[path = "cases/service.rs"]
mod service;

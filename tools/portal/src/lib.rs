//! The tolken service: renders errors for services and UIs, leads support agents from a text back to its
//! code, and shows both on a few pages.
//!
//! ```
//! use tolken_portal::{Portal, Settings, app};
//!
//! let portal = Portal::new(Settings::default())?;
//! let router: axum::Router = app(&portal);
//! # Ok::<(), anyhow::Error>(())
//! ```
//!
//! | noun | what it is |
//! |---|---|
//! | [`Settings`] | where the catalog is, and the limits of requests |
//! | [`Portal`] | the running service: the catalog that is served now, and what is counted |
//! | [`app`](app()) | its routes, asked by a socket or by a test |
//! | [`openapi`](openapi()) | the document of the API, as its handlers make it |
//! | [`serve`](serve()) | the routes on a socket, with limits on connections, until the process is told to end |
//! | [`Server`] | a service that listens, on any port, until whoever started it says so |
//! | [`Live`] | the revision that is served now, and how the next one takes its place |
//! | [`Revision`] | one state of the catalog with its index, its sources and the service's own words |
//!
//! Folders: `api/` is HTTP for programs, one resource a file; `page/` is HTML for people, one page a file;
//! `http/` is what both share; `operation/` is for who runs it; `live/` is the catalog and its changes.

#![forbid(unsafe_code)]

mod api;
mod app;
mod http;
mod live;
mod operation;
mod page;
mod portal;
mod serve;
mod settings;

pub use api::openapi;
pub use app::app;
pub use live::{Live, Origin, Refused, Reload, Revision};
pub use operation::logging;
pub use portal::Portal;
pub use serve::{Server, serve};
pub use settings::{Limits, Settings};

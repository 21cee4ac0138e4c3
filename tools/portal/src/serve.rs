//! The routes on a socket, until the process is told to end.

use std::net::SocketAddr;

use anyhow::Context;
use tokio::net::TcpListener;

use crate::{Portal, app};

/// Serves on an address until the process is told to end.
///
/// # Errors
///
/// When the address cannot be listened on.
pub async fn serve(portal: &Portal, address: SocketAddr) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address).await;
    let listener = listener.with_context(|| format!("cannot listen on {address}"))?;
    tracing::info!(
        "listening on http://{}, serving {}",
        listener.local_addr()?,
        portal.live().origin()
    );
    axum::serve(listener, app(portal))
        .await
        .context("cannot serve any longer")
}

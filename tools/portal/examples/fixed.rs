//! What `benches/portal/run` holds the service against: a bare router whose handlers read the body and answer a
//! fixed text, one for each file that is named.
//!
//! `cargo run --release -p tolken-portal --example fixed -- ADDRESS FILE...` answers `POST /0`, `POST /1` and so
//! on, with the bytes of the files as JSON.

use std::{env, fs};

use axum::Router;
use axum::body::Bytes;
use axum::http::header::CONTENT_TYPE;
use axum::routing::post;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = env::args().skip(1);
    let address = arguments.next().unwrap_or_default();
    let mut router = Router::new();
    for (file, place) in arguments.zip(0..) {
        let text = Bytes::from(fs::read(file)?);
        let answer = async move |_: Bytes| ([(CONTENT_TYPE, "application/json")], text.clone());
        router = router.route(&format!("/{place}"), post(answer));
    }
    axum::serve(TcpListener::bind(address).await?, router).await?;
    Ok(())
}

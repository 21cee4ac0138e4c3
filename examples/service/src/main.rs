//! Serves the example on a port of this machine alone.

use std::error::Error;

use tokio::net::TcpListener;

const ADDRESS: &str = "127.0.0.1:8080";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind(ADDRESS).await?;
    println!("listening on http://{ADDRESS}");
    axum::serve(listener, tolken_example_service::app()?).await?;
    Ok(())
}

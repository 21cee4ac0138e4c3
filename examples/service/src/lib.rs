//! A small service whose errors speak the caller's language: one enum, one layer, and no text.
//!
//! ```text
//! cargo run -p tolken-example-service
//! curl -H 'Accept-Language: ko' http://127.0.0.1:8080/machines/7
//! ```

use axum::extract::Path;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use tolken::{Catalog, Layer};
use tolken_axum::{Localization, messages};
use tolken_derive::{EnumArgument, Localize};

/// What can go wrong. Each variant is a code of the catalog; the compiler says so if it is not.
#[derive(Debug, Localize)]
#[tolken(axum)]
pub enum ApiError {
    /// There is no such machine or alert.
    ResourceNotFound {
        /// What was looked for.
        resource_type: Resource,
        /// Its number.
        #[tolken(from = Display)]
        resource_id: u64,
    },
    /// Too many machines at once.
    MaximumBatchSizeExceeded {
        /// How many there were.
        received: usize,
        /// How many there may be.
        allowed: usize,
    },
    /// A hash that is none.
    InvalidHashValue {
        /// As it was received.
        hash: String,
    },
    /// What is over cannot be undone.
    DisallowedOperation {
        /// What was to be done.
        operation: &'static str,
        /// Why it cannot.
        reason: String,
    },
    /// Somebody else's.
    Forbidden,
}

/// What there is to be found.
#[derive(Clone, Copy, Debug, EnumArgument)]
pub enum Resource {
    /// A computer.
    Machine,
    /// A warning about one.
    Alert,
}

/// How many machines may be isolated at once.
const MAX_BATCH: usize = 100;

/// The service, to be served or asked in process.
///
/// # Errors
///
/// When the catalog cannot be built; it is compiled in, so it can.
pub fn app() -> Result<Router, tolken::Error> {
    let layers = Catalog::builder().layer(messages()).layer(Layer::builtin());
    let catalog = layers.build()?.into_catalog();
    Ok(Router::new()
        .route("/machines/{id}", get(machine).delete(offboard))
        .route("/alerts/{id}", get(alert))
        .route("/machines/isolate", post(isolate))
        .route("/files/{hash}", get(file))
        .layer(Localization::new(catalog)))
}

async fn machine(Path(id): Path<u64>) -> Result<String, ApiError> {
    match id {
        1 => Ok("machine 1".to_owned()),
        2 => Err(ApiError::Forbidden),
        _ => Err(not_found(Resource::Machine, id)),
    }
}

async fn alert(Path(id): Path<u64>) -> Result<String, ApiError> {
    Err(not_found(Resource::Alert, id))
}

fn not_found(resource_type: Resource, resource_id: u64) -> ApiError {
    ApiError::ResourceNotFound {
        resource_type,
        resource_id,
    }
}

async fn offboard(Path(id): Path<u64>) -> Result<(), ApiError> {
    let reason = format!("{id}");
    Err(ApiError::DisallowedOperation {
        operation: "OffboardMachine",
        reason,
    })
}

/// The machines of a request.
#[derive(Deserialize)]
struct Batch {
    machines: Vec<u64>,
}

async fn isolate(Json(batch): Json<Batch>) -> Result<(), ApiError> {
    let received = batch.machines.len();
    if received > MAX_BATCH {
        return Err(ApiError::MaximumBatchSizeExceeded {
            received,
            allowed: MAX_BATCH,
        });
    }
    Ok(())
}

async fn file(Path(hash): Path<String>) -> Result<String, ApiError> {
    let is_hash = hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash {
        Ok(hash)
    } else {
        Err(ApiError::InvalidHashValue { hash })
    }
}

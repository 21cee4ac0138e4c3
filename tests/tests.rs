//! Behaviour through the public interface, one module a subject.

#![allow(clippy::unwrap_used)] // a test that unwraps nothing says less

mod bounds;
mod builtin;
#[cfg(feature = "check")]
mod check;
mod corpora;
mod dates;
mod differential;
#[cfg(feature = "check")]
mod format;
mod generated;
mod hostile;
mod loading;
mod lookup;
mod lookup_cases;
mod many;
mod numbers;
mod outputs;
mod prebuilt;
mod profiles;
mod properties;
mod rendering;
mod schemas;
mod util;

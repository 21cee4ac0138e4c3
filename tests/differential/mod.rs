//! tolken and fluent-bundle give the same text.
//!
//! fluent-bundle's resolver is the reference: whatever both can render has to read the same, be
//! isolated the same, and be reported as faulty by both or by neither. It is compared on the
//! built-in catalog, on an application's functions and on resources that are made up. Where the
//! two are meant to differ, [`accepted`] says why, and nothing else may. fluent-bundle itself
//! writes numbers without a locale, so its bundle gets a formatter made from ICU4X, and the
//! functions that are tolken's own.

mod accepted;
mod builtin;
mod case;
mod custom;
mod functions;
pub(crate) mod generate;
mod number;
mod pair;
mod parsing;
mod reference;
mod resolution;
mod shape;
mod subject;

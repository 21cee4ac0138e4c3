//! Errors that cannot be got wrong: the compiler holds them against a catalog of [`tolken`].
//!
//! `#[derive(Localize)]` makes an enum or a struct of one's own [`tolken::Localized`]: a variant is
//! a code, a field is an argument. A code that the catalog does not have, an argument that is
//! missing, one too many or of another type do not compile, and the error says what there is
//! instead. `#[derive(EnumArgument)]` makes an enum without fields the value of an argument of the
//! type `enum`, and [`codes!`] makes a struct for each code of a folder.
//!
//! ```
//! use tolken::{Catalog, Localized};
//! use tolken_derive::{EnumArgument, Localize};
//!
//! #[derive(Debug, Localize)]
//! enum ApiError {
//!     InvalidHashValue { hash: String },
//!     ResourceNotFound { resource_type: Resource, resource_id: String },
//!     #[tolken(code = "Forbidden")]
//!     NotYours,
//! }
//!
//! #[derive(Clone, Copy, Debug, EnumArgument)]
//! enum Resource { Machine, Alert }
//!
//! let error = ApiError::ResourceNotFound {
//!     resource_type: Resource::Machine,
//!     resource_id: "123123123".to_owned(),
//! };
//! let message = error.localize(&Catalog::builtin(), &["ko-KR".parse()?]);
//! assert_eq!(message.text(), "컴퓨터 123123123을 찾을 수 없습니다.");
//! assert_eq!((error.code(), error.status()), ("ResourceNotFound", Some(404)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Which catalog
//!
//! The built-in one, or the folder that the crate's `Cargo.toml` names, relative to it:
//!
//! ```toml
//! [package.metadata.tolken]
//! catalog = "locales"
//! ```
//!
//! Only the manifest and the files of the source locale are read, so that the work of translators
//! compiles nothing anew. Each file that was read is compiled in as an unused constant, so that the
//! crate is compiled again when it changes; a *new* file is seen when one of the others
//! changes. `#[tolken(catalog = "folder")]` on a type, also relative to `Cargo.toml`, is for a crate with several catalogs.
//!
//! # Which types
//!
//! | in the manifest | in Rust | trait |
//! |---|---|---|
//! | `string` | `String`, `&str`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>` | [`StringArgument`](tolken::localized::StringArgument) |
//! | `integer` | integers up to 64 bits, `i128`, their `NonZero` | [`IntegerArgument`](tolken::localized::IntegerArgument) |
//! | `number` | the same, `f32`, `f64`, [`tolken::Number`] | [`NumberArgument`](tolken::localized::NumberArgument) |
//! | `datetime` | [`tolken::DateTime`]; types of jiff and time with tolken's features of these names | [`DateTimeArgument`](tolken::localized::DateTimeArgument) |
//! | `list` | `Vec`, arrays and slices of texts, numbers or dates | [`ListArgument`](tolken::localized::ListArgument) |
//! | `enum` | an enum with `#[derive(EnumArgument)]` | [`EnumArgument`](tolken::localized::EnumArgument) |
//!
//! References to each of them as well. Any other type joins by implementing the trait, or by
//! `#[tolken(from = Display)]` where its `Display` is the text that users should see. Without a
//! manifest an argument is a number where the message takes it for one, and else any of them.

mod attributes;
mod catalog;
mod codes;
mod enum_argument;
mod expand;
mod localize;
mod matching;
mod model;
mod places;

use proc_macro::TokenStream;
use syn::{DeriveInput, LitStr, parse_macro_input};

/// Makes an enum or a struct [`tolken::Localized`], checked against a catalog.
///
/// A variant, or the struct, is the code of its name; a field is the argument of its name.
///
/// On the type: `#[tolken(catalog = "folder")]`, and `#[tolken(axum)]`, by which it is a response of
/// axum through the crate `tolken-axum`. On a variant or a struct:
///
/// * `#[tolken(code = "…")]`: the code, where it is not the name.
/// * `#[tolken(status = 404)]`: holds the manifest to this status.
/// * `#[tolken(transparent)]`: its only field is an error with its own code.
///
/// On a field:
///
/// * `#[tolken(rename = "…")]`: the argument, where it is not the name of the field.
/// * `#[tolken(skip)]`: no argument. What thiserror takes for a cause (`#[source]`, `#[from]`,
///   `#[backtrace]`) never is.
/// * `#[tolken(sensitive)]`: holds the manifest to `sensitive = true`.
/// * `#[tolken(from = Display)]`: the text that its `Display` writes, for an argument of the type
///   `string`.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Localized};
/// use tolken_derive::Localize;
///
/// #[derive(Debug, thiserror::Error, Localize)]
/// enum UploadError {
///     #[error("batch of {received}")]
///     #[tolken(code = "MaximumBatchSizeExceeded", status = 400)]
///     TooMany { received: usize, allowed: u32 },
///     #[error("no such address")]
///     #[tolken(code = "InvalidIpAddress")]
///     Address {
///         #[tolken(rename = "ip_address", from = Display)]
///         address: std::net::IpAddr,
///         #[source]
///         cause: std::io::Error,
///     },
/// }
///
/// let error = UploadError::TooMany { received: 1500, allowed: 1000 };
/// let message = error.localize(&Catalog::builtin(), &["fr-FR".parse()?]);
/// assert!(message.text().contains("1\u{202F}500"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[proc_macro_derive(Localize, attributes(tolken))]
pub fn localize(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    localize::derive(&input).into()
}

/// Makes an enum without fields the value of an argument of the type `enum`.
///
/// A variant is the value of its name in `snake_case`, or what `#[tolken(value = "…")]` says. That
/// the manifest has each value is checked where the type is used.
///
/// # Example
///
/// ```
/// use tolken::localized::EnumArgument as _;
/// use tolken_derive::EnumArgument;
///
/// #[derive(Clone, Copy, EnumArgument)]
/// enum Resource {
///     Machine,
///     #[tolken(value = "other")]
///     Network,
/// }
///
/// assert_eq!(Resource::Network.name(), "other");
/// ```
#[proc_macro_derive(EnumArgument, attributes(tolken))]
pub fn enum_argument(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    enum_argument::derive(&input).into()
}

/// Makes a struct for each code of a folder, its fields of the manifest's types, as
/// `tolken::codes` has them for the built-in catalog.
///
/// Takes the folder, relative to `Cargo.toml`; without one, the folder that
/// `[package.metadata.tolken]` names. A name that Rust cannot have is made one: `auth/denied`
/// becomes `AuthDenied`. Retired codes have none, since nothing new may use them.
///
/// # Example
///
/// ```
/// mod codes {
///     tolken_derive::codes!("tests/catalogs/good");
/// }
///
/// use tolken::{Catalog, Localized};
///
/// let loaded = Catalog::from_dir("tests/catalogs/good")?;
/// let error = codes::QuotaExceeded { name: "서버", used: 7 };
/// let message = error.localize(loaded.catalog(), &["ko-KR".parse()?]);
/// assert_eq!(message.text(), "할당량 서버를 모두 썼습니다(7).");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[proc_macro]
pub fn codes(input: TokenStream) -> TokenStream {
    let folder = if input.is_empty() {
        None
    } else {
        Some(parse_macro_input!(input as LitStr))
    };
    codes::module(folder.as_ref()).into()
}

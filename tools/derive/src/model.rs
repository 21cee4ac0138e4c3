//! What is known of a type once it was held against the catalog; what the code is written from.

use proc_macro2::{Span, TokenStream};
use syn::{Member, Type};

/// The type of an argument.
#[derive(Clone)]
pub(crate) enum Kind {
    String,
    Integer,
    Number,
    DateTime,
    List,
    /// One of these values.
    Enum(Vec<String>),
    /// Without a manifest, whatever is a value.
    Any,
}

impl Kind {
    /// Its name in the manifest; empty for one that no manifest names.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Kind::String => "string",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::DateTime => "datetime",
            Kind::List => "list",
            Kind::Enum(_) => "enum",
            Kind::Any => "",
        }
    }

    /// The trait whose types are its values.
    pub(crate) fn trait_name(&self) -> &'static str {
        match self {
            Kind::String => "StringArgument",
            Kind::Integer => "IntegerArgument",
            Kind::Number => "NumberArgument",
            Kind::DateTime => "DateTimeArgument",
            Kind::List => "ListArgument",
            Kind::Enum(_) => "EnumArgument",
            Kind::Any => "AnyArgument",
        }
    }
}

/// A field that gives an argument.
pub(crate) struct Given {
    pub(crate) argument: String,
    pub(crate) member: Member,
    /// Where its name stands.
    pub(crate) name_span: Span,
    pub(crate) ty: Type,
    pub(crate) sensitive: Option<Span>,
    pub(crate) from_display: Option<Span>,
    /// Whether its type depends on a parameter of the whole type.
    pub(crate) is_generic: bool,
}

impl Given {
    pub(crate) fn shown(&self) -> String {
        match &self.member {
            Member::Named(name) => crate::matching::unraw(name),
            Member::Unnamed(index) => index.index.to_string(),
        }
    }
}

/// One shape that a value of the type may have.
pub(crate) struct Variant {
    /// `Self::Name`, or `Self`.
    pub(crate) path: TokenStream,
    pub(crate) what: What,
}

/// What a variant is.
pub(crate) enum What {
    /// A code, its HTTP status and its arguments.
    Code(String, Option<u16>, Vec<(Kind, Given)>),
    /// An error with a code of its own, in this field of this type.
    Transparent(Member, Box<Type>),
}

//! `codes!`: a struct for each code of a catalog, its fields of the manifest's types.
//!
//! The module `tolken::codes` of the built-in catalog is written here as well, and checked in.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Error, Generics, LitStr, Result, Type, parse_quote};
use tolken::{Code, Request, Value};

use crate::catalog::{Known, known};
use crate::model::{Given, Kind, Variant, What};
use crate::{expand, matching};

pub(crate) fn module(folder: Option<&LitStr>) -> TokenStream {
    let written = known(folder).and_then(|known| {
        let watched = expand::watch(&known.files);
        let structs = structs(&known, &expand::library())?;
        Ok(quote!(#watched #structs))
    });
    written.unwrap_or_else(Error::into_compile_error)
}

/// A struct for each code, and an enum for each argument of that type.
pub(crate) fn structs(known: &Known, tolken: &TokenStream) -> Result<TokenStream> {
    let codes: Vec<_> = known
        .catalog
        .codes()
        .filter(|code| !code.is_retired())
        .collect();
    let mut names: Vec<(String, &str)> = Vec::new();
    for code in &codes {
        let name = camel_case(code.name());
        if let Some((_, other)) = names.iter().find(|(known, _)| *known == name) {
            let message = format!(
                "the codes `{other}` and `{}` would both be the struct `{name}`",
                code.name()
            );
            return Err(Error::new(Span::call_site(), message));
        }
        names.push((name, code.name()));
    }
    let mut enums = Enums {
        taken: names.iter().map(|(name, _)| name.clone()).collect(),
        written: Vec::new(),
    };
    let mut structs = Vec::new();
    for (code, (name, _)) in codes.into_iter().zip(&names) {
        structs.push(structure(known, code, name, &mut enums, tolken)?);
    }
    let enums = enums
        .written
        .iter()
        .map(|(name, values, _)| enumeration(name, values, tolken));
    Ok(quote!(#(#structs)* #(#enums)*))
}

/// The enums written so far: name, values, and the argument that they are for.
struct Enums {
    taken: Vec<String>,
    written: Vec<(String, Vec<String>, String)>,
}

impl Enums {
    /// The name of the enum of an argument; arguments of the same name and values share one.
    fn name(&mut self, code: &str, argument: &str, values: &[String]) -> String {
        let same = self
            .written
            .iter()
            .find(|(_, known, of)| of == argument && known == values);
        if let Some((name, ..)) = same {
            return name.clone();
        }
        let short = camel_case(argument);
        let mut name = if self.taken.contains(&short) {
            format!("{}{short}", camel_case(code))
        } else {
            short
        };
        while self.taken.contains(&name) {
            name.push_str("Value");
        }
        self.taken.push(name.clone());
        self.written
            .push((name.clone(), values.to_vec(), argument.to_owned()));
        name
    }
}

fn structure(
    known: &Known,
    code: Code<'_>,
    name: &str,
    enums: &mut Enums,
    tolken: &TokenStream,
) -> Result<TokenStream> {
    let mut borrows = false;
    let mut arguments = Vec::new();
    let mut fields = Vec::new();
    let mut sensitive = Vec::new();
    for (argument, kind, is_sensitive) in matching::expected(known, code) {
        let ty: Type = match &kind {
            Kind::String => parse_quote!(&'a ::core::primitive::str),
            Kind::List => parse_quote!(&'a [&'a ::core::primitive::str]),
            Kind::Any => parse_quote!(#tolken::Value<'a>),
            Kind::Integer => parse_quote!(::core::primitive::i128),
            Kind::Number => parse_quote!(#tolken::Number),
            Kind::DateTime => parse_quote!(#tolken::DateTime),
            Kind::Enum(values) => {
                let name = identifier(&enums.name(code.name(), argument, values))?;
                parse_quote!(#name)
            }
        };
        borrows |= matches!(kind, Kind::String | Kind::List | Kind::Any);
        let field = identifier(&argument.replace('-', "_"))?;
        let documentation = field_documentation(code, argument);
        fields.push(quote!(#[doc = #documentation] pub #field: #ty,));
        if is_sensitive {
            sensitive.push(argument.to_owned());
        }
        arguments.push((
            kind,
            Given {
                argument: argument.to_owned(),
                member: expand::member(Some(&field), 0),
                name_span: expand::here(),
                ty,
                sensitive: None,
                from_display: None,
                is_generic: false,
            },
        ));
    }
    let ident = identifier(name)?;
    let generics: Generics = if borrows {
        parse_quote!(<'a>)
    } else {
        Generics::default()
    };
    let documentation = documentation(known, code);
    // A value of any type need not be cheap to copy.
    let is_copy = arguments.iter().all(|(kind, _)| !matches!(kind, Kind::Any));
    let copy = is_copy.then(|| quote!(Copy,));
    let what = What::Code(code.name().to_owned(), code.status(), arguments);
    let variant = Variant {
        path: quote!(Self),
        what,
    };
    let implementations = expand::implementations(&ident, &generics, &[variant], tolken);
    let (parameters, generic_arguments, _) = generics.split_for_impl();
    let body = if fields.is_empty() {
        quote!(;)
    } else {
        quote!({ #(#fields)* })
    };
    Ok(quote! {
        #[doc = #documentation]
        #[derive(Clone, #copy PartialEq)]
        pub struct #ident #generics #body

        #implementations

        impl #parameters ::core::fmt::Debug for #ident #generic_arguments {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self, f)
            }
        }

        impl #parameters ::core::fmt::Display for #ident #generic_arguments {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #tolken::localized::describe(self, &[#(#sensitive),*], f)
            }
        }

        impl #parameters ::core::error::Error for #ident #generic_arguments {}
    })
}

fn enumeration(name: &str, values: &[String], tolken: &TokenStream) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    let variants: Vec<_> = values
        .iter()
        .map(|value| Ident::new(&camel_case(value), Span::call_site()))
        .collect();
    let documentation = values.iter().map(|value| format!("`{value}`."));
    let summary = "A value of the argument of this name.";
    quote! {
        #[doc = #summary]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum #name {
            #(#[doc = #documentation] #variants,)*
        }

        impl #tolken::localized::EnumArgument for #name {
            const VALUES: &'static [&'static ::core::primitive::str] = &[#(#values),*];

            fn name(&self) -> &'static ::core::primitive::str {
                match self { #(Self::#variants => #values,)* }
            }
        }
    }
}

/// The code, its status, and its texts in the source locale.
fn documentation(known: &Known, code: Code<'_>) -> String {
    let text = |name: &str| {
        let text = known.catalog.text(&Request::new(name));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut lines = match code.status() {
        Some(status) => format!("`{}`, HTTP status {status}.", code.name()),
        None => format!("`{}`.", code.name()),
    };
    lines.push_str("\n\n> ");
    lines.push_str(&literal(&text(code.name())));
    let action = format!("{}.action", code.message_id());
    if known.catalog.contains(&action) {
        lines.push_str("\n>\n> ");
        lines.push_str(&literal(&text(&action)));
    }
    lines
}

fn field_documentation(code: Code<'_>, argument: &str) -> String {
    let described = code
        .arguments()
        .iter()
        .find(|known| known.name() == argument);
    let example = described.and_then(|argument| match argument.example()? {
        Value::String(text) => Some(format!("`{text}`")),
        Value::Number(number) => Some(format!("`{number}`")),
        _ => None,
    });
    match example {
        Some(example) => format!("`${argument}`, for example {example}."),
        None => format!("`${argument}`."),
    }
}

/// A text in which Markdown sees no marks of its own.
fn literal(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(
            letter,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
        ) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// An identifier, raw where the name is a keyword.
fn identifier(name: &str) -> Result<Ident> {
    let parsed =
        syn::parse_str::<Ident>(name).or_else(|_| syn::parse_str::<Ident>(&format!("r#{name}")));
    parsed.map_err(|_| {
        let message =
            format!("`{name}` can be no name in Rust; give the code or argument another one");
        Error::new(Span::call_site(), message)
    })
}

/// `auth/denied` as `AuthDenied`, `40001` as `Code40001`.
fn camel_case(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut begins = true;
    for letter in name.chars() {
        if !letter.is_alphanumeric() {
            begins = true;
        } else if begins {
            camel.extend(letter.to_uppercase());
            begins = false;
        } else {
            camel.push(letter);
        }
    }
    if camel.starts_with(|letter: char| !letter.is_alphabetic()) {
        camel.insert_str(0, "Code");
    }
    camel
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_what_rust_can_have() {
        assert_eq!(camel_case("auth/denied"), "AuthDenied");
        assert_eq!(camel_case("resource_type"), "ResourceType");
        assert_eq!(camel_case("40001"), "Code40001");
        assert_eq!(camel_case("InvalidUrl"), "InvalidUrl");
        assert_eq!(identifier("type").unwrap().to_string(), "r#type");
        assert!(identifier("self").is_err());
    }

    /// `TOLKEN_GENERATE=1 cargo test -p tolken-derive generated` writes it.
    #[test]
    fn the_generated_codes_are_up_to_date() {
        const COMMAND: &str = "TOLKEN_GENERATE=1 cargo test -p tolken-derive generated";
        let known = crate::catalog::builtin(None);
        let structs = structs(&known, &quote!(crate)).unwrap();
        let file: syn::File = syn::parse2(structs).unwrap();
        let text = format!(
            "// Generated from `locales/`. Do not edit; run:\n// {COMMAND}\n\n\
             //! A struct for each code of the built-in catalog, its arguments as fields.\n//!\n\
             //! A typed code is [`Localized`](crate::Localized): it cannot lack an argument, nor have one of\n\
             //! another type. Texts stand for arguments of the type `string`, and are shown as they are.\n//!\n\
             //! ```\n//! use tolken::codes::{{ResourceNotFound, ResourceType}};\n//! use tolken::{{Catalog, Localized}};\n//!\n\
             //! let error = ResourceNotFound {{ resource_type: ResourceType::Machine, resource_id: \"123123123\" }};\n\
             //! let message = error.localize(&Catalog::builtin(), &[\"ko-KR\".parse()?]);\n\
             //! assert_eq!(message.text(), \"컴퓨터 123123123을 찾을 수 없습니다.\");\n\
             //! assert_eq!(error.status(), Some(404));\n\
             //! # Ok::<(), Box<dyn std::error::Error>>(())\n//! ```\n\n{}",
            prettyplease::unparse(&file)
        );
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../src/codes.rs");
        if std::env::var_os("TOLKEN_GENERATE").is_some() {
            std::fs::write(path, &text).unwrap();
        }
        let found = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            found == text,
            "`src/codes.rs` is out of date; run `{COMMAND}`"
        );
    }
}

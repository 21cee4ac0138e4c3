//! `#[derive(Localize)]`: from an enum or a struct to what is written for it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::spanned::Spanned as _;
use syn::{Data, DeriveInput, Error, Fields, Generics, LitStr, Result};

use crate::attributes::{Attributes, Place};
use crate::catalog::{Known, known};
use crate::expand;
use crate::matching;
use crate::model::{Given, Variant, What};

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    try_derive(input).unwrap_or_else(|error| {
        let error = error.into_compile_error();
        let placeholder = expand::placeholder(&input.ident, &input.generics);
        quote!(#error #placeholder)
    })
}

fn try_derive(input: &DeriveInput) -> Result<TokenStream> {
    let place = match &input.data {
        Data::Enum(_) => Place::Enum,
        Data::Struct(_) => Place::Struct,
        Data::Union(data) => {
            let message = "expected an enum or a struct, but found a union, whose fields cannot be told apart";
            return Err(Error::new(data.union_token.span, message));
        }
    };
    let attributes = Attributes::of(&input.attrs, place)?;
    let known = known(attributes.catalog.as_ref())
        .map_err(|error| at_type(&error, attributes.catalog.as_ref(), &input.ident))?;
    let variants = match &input.data {
        Data::Enum(data) => {
            let mut errors = Vec::new();
            let mut variants: Vec<(Ident, Variant)> = Vec::new();
            for each in &data.variants {
                let name = &each.ident;
                let read = Attributes::of(&each.attrs, Place::Variant).and_then(|attributes| {
                    variant(
                        &known,
                        name,
                        quote!(Self::#name),
                        &attributes,
                        &each.fields,
                        &input.generics,
                    )
                });
                match read {
                    Ok(read) => {
                        errors.extend(duplicate(name, &read, &variants));
                        variants.push((name.clone(), read));
                    }
                    Err(error) => errors.push(error),
                }
            }
            if let Some(error) = matching::all(errors) {
                return Err(error);
            }
            variants.into_iter().map(|(_, variant)| variant).collect()
        }
        Data::Struct(data) => {
            vec![variant(
                &known,
                &input.ident,
                quote!(Self),
                &attributes,
                &data.fields,
                &input.generics,
            )?]
        }
        Data::Union(_) => Vec::new(),
    };
    let watched = expand::watch(&known.files);
    let written =
        expand::implementations(&input.ident, &input.generics, &variants, &expand::library());
    let response = attributes
        .axum
        .map(|_| expand::response(&input.ident, &input.generics));
    Ok(quote!(#watched #written #response))
}

/// An error of the catalog stands at the type, unless an attribute names the catalog.
fn at_type(error: &Error, named: Option<&LitStr>, name: &Ident) -> Error {
    match named {
        Some(_) => error.clone(),
        None => Error::new(name.span(), error.to_string()),
    }
}

/// Two variants of one code would be one error that the program takes for two.
fn duplicate(name: &Ident, read: &Variant, before: &[(Ident, Variant)]) -> Option<Error> {
    let What::Code(code, ..) = &read.what else {
        return None;
    };
    let is_same = |(_, other): &&(Ident, Variant)| matches!(&other.what, What::Code(other, ..) if other == code);
    let (other, _) = before.iter().find(is_same)?;
    let message =
        format!("code `{code}` is the one of variant `{other}` already; a code has one variant");
    Some(Error::new(name.span(), message))
}

fn variant(
    known: &Known,
    name: &Ident,
    path: TokenStream,
    attributes: &Attributes,
    fields: &Fields,
    generics: &Generics,
) -> Result<Variant> {
    if let Some(span) = attributes.transparent {
        let mut iter = fields.iter();
        let (Some(field), None) = (iter.next(), iter.next()) else {
            let count = fields.len();
            let message = format!(
                "expected one field, the error that speaks for this one, but found {count}"
            );
            return Err(Error::new(span, message));
        };
        let member = expand::member(field.ident.as_ref(), 0);
        let what = What::Transparent(member, Box::new(field.ty.clone()));
        return Ok(Variant { path, what });
    }
    let code = matching::code(known, name, attributes)?;
    let given = given(fields, generics)?;
    let arguments = matching::arguments(known, code, name.span(), given)?;
    let what = What::Code(code.name().to_owned(), code.status(), arguments);
    Ok(Variant { path, what })
}

/// The fields that are arguments.
fn given(fields: &Fields, generics: &Generics) -> Result<Vec<Given>> {
    let mut errors = Vec::new();
    let mut given = Vec::new();
    for (index, field) in fields.iter().enumerate() {
        let attributes = match Attributes::of(&field.attrs, Place::Field) {
            Ok(attributes) => attributes,
            Err(error) => {
                errors.push(error);
                continue;
            }
        };
        if attributes.skip.is_some() || attributes.is_cause && attributes.rename.is_none() {
            continue;
        }
        let name_span = attributes.rename.as_ref().map(LitStr::span);
        let own = field
            .ident
            .as_ref()
            .map(|name| (matching::unraw(name), name.span()));
        let (argument, span) = match (&attributes.rename, own) {
            (Some(rename), own) => (rename.value(), own.map_or(rename.span(), |(_, span)| span)),
            (None, Some(own)) => own,
            (None, None) => {
                let message = "this field has no name, so it is no argument's; name it, or say \
                               `#[tolken(rename = \"…\")]` or `#[tolken(skip)]`";
                errors.push(Error::new(field.ty.span(), message));
                continue;
            }
        };
        given.push(Given {
            argument,
            member: expand::member(field.ident.as_ref(), index),
            name_span: name_span.unwrap_or(span),
            ty: field.ty.clone(),
            sensitive: attributes.sensitive,
            from_display: attributes.from_display,
            is_generic: expand::is_generic(&field.ty, generics),
        });
    }
    match matching::all(errors) {
        Some(error) => Err(error),
        None => Ok(given),
    }
}

//! `#[derive(EnumArgument)]`: an enum without fields as the value of an argument.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Ident, Result};

use crate::attributes::{Attributes, Place};
use crate::{expand, matching};

pub(crate) fn derive(input: &DeriveInput) -> TokenStream {
    try_derive(input).unwrap_or_else(Error::into_compile_error)
}

fn try_derive(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Enum(data) = &input.data else {
        let message = "expected an enum without fields, one variant for each value of the argument";
        return Err(Error::new(input.ident.span(), message));
    };
    let mut errors = Vec::new();
    let mut values: Vec<(&Ident, String)> = Vec::new();
    for variant in &data.variants {
        if !variant.fields.is_empty() {
            let message = "expected a variant without fields; a value of an argument is one word";
            errors.push(Error::new(variant.ident.span(), message));
        }
        match Attributes::of(&variant.attrs, Place::Value) {
            Ok(attributes) => {
                let own = || snake_case(&matching::unraw(&variant.ident));
                let value = attributes.value.map_or_else(own, |value| value.value());
                if let Some((other, _)) = values.iter().find(|(_, other)| *other == value) {
                    let message =
                        format!("value `{value}` is the one of variant `{other}` already");
                    errors.push(Error::new(variant.ident.span(), message));
                }
                values.push((&variant.ident, value));
            }
            Err(error) => errors.push(error),
        }
    }
    if let Some(error) = matching::all(errors) {
        return Err(error);
    }
    let tolken = expand::library();
    let name = &input.ident;
    let (parameters, arguments, bounds) = input.generics.split_for_impl();
    let texts: Vec<_> = values.iter().map(|(_, value)| value).collect();
    let variants = values.iter().map(|(variant, _)| variant);
    let this = if values.is_empty() {
        quote!(*self)
    } else {
        quote!(self)
    };
    Ok(quote! {
        #[automatically_derived]
        impl #parameters #tolken::localized::EnumArgument for #name #arguments #bounds {
            const VALUES: &'static [&'static ::core::primitive::str] = &[#(#texts),*];

            fn name(&self) -> &'static ::core::primitive::str {
                match #this { #(Self::#variants => #texts,)* }
            }
        }
    })
}

/// `NetworkShare` as `network_share`.
fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len());
    for (letter, index) in name.chars().zip(0..) {
        if letter.is_uppercase() && index > 0 {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

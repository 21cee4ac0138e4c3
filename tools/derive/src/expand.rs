//! Writes the implementations, from what was held against the catalog.
//!
//! Every value is asked for in one place, [`entry`], at the place of the field's type; so a type that
//! does not fit is told once, and there.

use std::path::PathBuf;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{GenericParam, Generics, Lifetime, Member, Type, WherePredicate, parse_quote, visit};

use crate::model::{Given, Kind, Variant, What};

/// `Localized` and `Arguments` for a type; `tolken` is the path of that crate.
pub(crate) fn implementations(
    name: &Ident,
    generics: &Generics,
    variants: &[Variant],
    tolken: &TokenStream,
) -> TokenStream {
    let mut generics = generics.clone();
    let predicates = variants.iter().flat_map(|variant| bounds(variant, tolken));
    generics.make_where_clause().predicates.extend(predicates);
    let (parameters, arguments, bounds) = generics.split_for_impl();

    let codes = variants.iter().map(|variant| code(variant, tolken));
    let statuses = variants.iter().map(|variant| status(variant, tolken));
    let args: Vec<_> = variants
        .iter()
        .filter_map(|variant| {
            transparent(variant, |inner| quote!(#tolken::Localized::args(#inner)))
        })
        .collect();
    let args = match args.as_slice() {
        [] => quote!(self),
        _ if args.len() == variants.len() => quote!(match self { #(#args)* }),
        _ => quote!(match self { #(#args)* _ => self }),
    };
    let lengths = variants.iter().map(|variant| length(variant, tolken));
    let entries: Vec<_> = variants
        .iter()
        .flat_map(|variant| entry(variant, tolken))
        .collect();
    let finds: Vec<_> = variants
        .iter()
        .flat_map(|variant| find(variant, tolken))
        .collect();
    let values = variants
        .iter()
        .flat_map(|variant| allowed(variant, &generics, tolken));
    // An enum without variants has no values, and a reference to none is not exhaustive by itself.
    let this = if variants.is_empty() {
        quote!(*self)
    } else {
        quote!(self)
    };
    let (entry, find) = if entries.is_empty() {
        (
            quote!(_ = index; ::core::option::Option::None),
            quote!(_ = name; ::core::option::Option::None),
        )
    } else {
        let entry = quote! {
            match (self, index) {
                #(#entries)*
                _ => ::core::option::Option::None,
            }
        };
        let find = quote! {
            let index: ::core::primitive::usize = match (self, name) {
                #(#finds)*
                _ => return ::core::option::Option::None,
            };
            let (_, value) = #tolken::Arguments::entry(self, index)?;
            ::core::option::Option::Some((index, value))
        };
        (entry, find)
    };
    quote! {
        #(#values)*

        #[automatically_derived]
        impl #parameters #tolken::Localized for #name #arguments #bounds {
            fn code(&self) -> &::core::primitive::str {
                match #this { #(#codes)* }
            }

            fn args(&self) -> &dyn #tolken::Arguments {
                #args
            }

            fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
                match #this { #(#statuses)* }
            }
        }

        #[automatically_derived]
        impl #parameters #tolken::Arguments for #name #arguments #bounds {
            fn len(&self) -> ::core::primitive::usize {
                match #this { #(#lengths)* }
            }

            fn entry(
                &self,
                index: ::core::primitive::usize,
            ) -> ::core::option::Option<(&::core::primitive::str, #tolken::Value<'_>)> {
                #entry
            }

            #[allow(unreachable_code)] // where nothing but errors inside has arguments
            fn find(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::option::Option<(::core::primitive::usize, #tolken::Value<'_>)> {
                #find
            }
        }
    }
}

/// Unused constants that make the compiler look at these files again.
pub(crate) fn watch(files: &[PathBuf]) -> TokenStream {
    let files = files.iter().filter_map(|file| file.to_str());
    quote!(#(const _: &[::core::primitive::u8] = ::core::include_bytes!(#files);)*)
}

fn code(variant: &Variant, tolken: &TokenStream) -> TokenStream {
    let path = &variant.path;
    match &variant.what {
        What::Code(code, ..) => quote!(#path { .. } => #code,),
        What::Transparent(..) => {
            transparent(variant, |inner| quote!(#tolken::Localized::code(#inner)))
                .unwrap_or_default()
        }
    }
}

fn status(variant: &Variant, tolken: &TokenStream) -> TokenStream {
    let path = &variant.path;
    match &variant.what {
        What::Code(_, Some(status), _) => {
            quote!(#path { .. } => ::core::option::Option::Some(#status),)
        }
        What::Code(_, None, _) => quote!(#path { .. } => ::core::option::Option::None,),
        What::Transparent(..) => {
            transparent(variant, |inner| quote!(#tolken::Localized::status(#inner)))
                .unwrap_or_default()
        }
    }
}

fn length(variant: &Variant, tolken: &TokenStream) -> TokenStream {
    let path = &variant.path;
    match &variant.what {
        What::Code(_, _, arguments) => {
            let length = arguments.len();
            quote!(#path { .. } => #length,)
        }
        What::Transparent(..) => transparent(
            variant,
            |inner| quote!(#tolken::Arguments::len(#tolken::Localized::args(#inner))),
        )
        .unwrap_or_default(),
    }
}

/// The arms for the arguments of a variant, one each.
fn entry(variant: &Variant, tolken: &TokenStream) -> Vec<TokenStream> {
    let path = &variant.path;
    let What::Code(_, _, arguments) = &variant.what else {
        let arm = inner_arm(
            variant,
            &quote!(index),
            |inner| quote!(#tolken::Arguments::entry(#tolken::Localized::args(#inner), index)),
        );
        return arm.into_iter().collect();
    };
    let arm = |(index, (kind, given)): (usize, &(Kind, Given))| {
        let Given {
            argument,
            member,
            ty,
            ..
        } = given;
        let value = value(kind, given, tolken);
        quote_spanned! {ty.span()=>
            (#path { #member: __field, .. }, #index) =>
                ::core::option::Option::Some((#argument, #value)),
        }
    };
    arguments.iter().enumerate().map(arm).collect()
}

/// The value of `__field`.
fn value(kind: &Kind, given: &Given, tolken: &TokenStream) -> TokenStream {
    let ty = &given.ty;
    let span = ty.span();
    if given.from_display.is_some() {
        return quote_spanned! {span=>
            #tolken::localized::displayed::<#ty>(__field)
        };
    }
    let kind_trait = Ident::new(kind.trait_name(), span);
    if matches!(kind, Kind::Enum(_)) {
        return quote_spanned! {span=>
            #tolken::Value::from(<#ty as #tolken::localized::#kind_trait>::name(__field))
        };
    }
    quote_spanned! {span=>
        <#ty as #tolken::localized::#kind_trait>::value(__field)
    }
}

/// The arms that find the arguments of a variant by name.
fn find(variant: &Variant, tolken: &TokenStream) -> Vec<TokenStream> {
    let path = &variant.path;
    let What::Code(_, _, arguments) = &variant.what else {
        let arm = inner_arm(
            variant,
            &quote!(name),
            |inner| quote!(return #tolken::Arguments::find(#tolken::Localized::args(#inner), name)),
        );
        return arm.into_iter().collect();
    };
    let arm = |(index, (_, given)): (usize, &(Kind, Given))| {
        let argument = &given.argument;
        quote!((#path { .. }, #argument) => #index,)
    };
    arguments.iter().enumerate().map(arm).collect()
}

/// An arm that gives an answer of the error inside.
fn transparent(
    variant: &Variant,
    answer: impl FnOnce(&TokenStream) -> TokenStream,
) -> Option<TokenStream> {
    let What::Transparent(member, ty) = &variant.what else {
        return None;
    };
    let path = &variant.path;
    let inner = inner(ty);
    let answer = answer(&quote!(#inner));
    Some(quote!(#path { #member: #inner } => #answer,))
}

/// The same, beside another value that is matched.
fn inner_arm(
    variant: &Variant,
    beside: &TokenStream,
    answer: impl FnOnce(&TokenStream) -> TokenStream,
) -> Option<TokenStream> {
    let What::Transparent(member, ty) = &variant.what else {
        return None;
    };
    let path = &variant.path;
    let inner = inner(ty);
    let answer = answer(&quote!(#inner));
    Some(quote!((#path { #member: #inner }, #beside) => #answer,))
}

/// The error inside, at the place of its type, where it is told when it has no code.
fn inner(ty: &Type) -> Ident {
    Ident::new("__inner", ty.span())
}

/// What a parameter of the type must be for its fields to be values.
fn bounds(variant: &Variant, tolken: &TokenStream) -> Vec<WherePredicate> {
    let What::Code(_, _, arguments) = &variant.what else {
        return Vec::new();
    };
    let bound = |(kind, given): &(Kind, Given)| -> Option<WherePredicate> {
        let ty = &given.ty;
        if !given.is_generic {
            return None;
        }
        if given.from_display.is_some() {
            return Some(parse_quote!(#ty: ::core::fmt::Display));
        }
        let kind = format_ident!("{}", kind.trait_name());
        Some(parse_quote!(#ty: #tolken::localized::#kind))
    };
    arguments.iter().filter_map(bound).collect()
}

/// Constants that hold the values of enums against those of the manifest.
fn allowed(variant: &Variant, generics: &Generics, tolken: &TokenStream) -> Vec<TokenStream> {
    let What::Code(code, _, arguments) = &variant.what else {
        return Vec::new();
    };
    let check = |(kind, given): &(Kind, Given)| -> Option<TokenStream> {
        let Kind::Enum(values) = kind else {
            return None;
        };
        // What a parameter stands for is known only where the type is used.
        if given.is_generic {
            return None;
        }
        let ty = without_lifetimes(&given.ty, generics);
        let names: Vec<_> = values.iter().map(|value| format!("`{value}`")).collect();
        let message = format!(
            "this enum has a value that argument `{}` of `{code}` does not have; expected {}",
            given.argument,
            names.join(", ")
        );
        Some(quote_spanned! {given.ty.span()=>
            const _: () = ::core::assert!(
                #tolken::localized::holds(
                    &[#(#values),*],
                    <#ty as #tolken::localized::EnumArgument>::VALUES,
                ),
                #message,
            );
        })
    };
    arguments.iter().filter_map(check).collect()
}

/// A type in which every lifetime is `'static`, so that it can stand outside its generics.
fn without_lifetimes(ty: &Type, generics: &Generics) -> Type {
    struct Static;
    impl syn::visit_mut::VisitMut for Static {
        fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
            *lifetime = Lifetime::new("'static", lifetime.span());
        }
    }
    let mut ty = ty.clone();
    if generics.lifetimes().next().is_some() {
        syn::visit_mut::VisitMut::visit_type_mut(&mut Static, &mut ty);
    }
    ty
}

/// Whether a type depends on a type parameter.
pub(crate) fn is_generic(ty: &Type, generics: &Generics) -> bool {
    struct Look<'g> {
        generics: &'g Generics,
        found: bool,
    }
    impl<'a> visit::Visit<'a> for Look<'_> {
        fn visit_ident(&mut self, ident: &'a Ident) {
            self.found |= self
                .generics
                .params
                .iter()
                .any(|parameter| match parameter {
                    GenericParam::Type(parameter) => parameter.ident == *ident,
                    GenericParam::Const(parameter) => parameter.ident == *ident,
                    GenericParam::Lifetime(_) => false,
                });
        }
    }
    let mut look = Look {
        generics,
        found: false,
    };
    visit::Visit::visit_type(&mut look, ty);
    look.found
}

/// What is written where a type was refused, so that its uses are not refused once more.
pub(crate) fn placeholder(name: &Ident, generics: &Generics) -> TokenStream {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters ::tolken::Localized for #name #arguments #bounds {
            fn code(&self) -> &::core::primitive::str {
                ::core::unreachable!()
            }

            fn args(&self) -> &dyn ::tolken::Arguments {
                ::core::unreachable!()
            }
        }
    }
}

/// A response of axum, by the crate `tolken-axum`.
pub(crate) fn response(name: &Ident, generics: &Generics) -> TokenStream {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #parameters ::tolken_axum::derived::IntoResponse for #name #arguments #bounds {
            fn into_response(self) -> ::tolken_axum::derived::Response {
                ::tolken_axum::derived::IntoResponse::into_response(
                    ::tolken_axum::Failure::new(self),
                )
            }
        }
    }
}

/// The path of the library in what a derive writes.
pub(crate) fn library() -> TokenStream {
    quote!(::tolken)
}

/// A member of a tuple or of a struct by its place.
pub(crate) fn member(name: Option<&Ident>, index: usize) -> Member {
    match name {
        Some(name) => Member::Named(name.clone()),
        None => Member::from(index),
    }
}

/// A place for what has none of its own.
pub(crate) fn here() -> Span {
    Span::call_site()
}

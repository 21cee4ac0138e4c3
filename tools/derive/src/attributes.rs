//! What `#[tolken(…)]` says.
//!
//! Owns the grammar of the attributes; what they mean is for those who ask. Every slip is told at
//! its place, and all of them at once.

use proc_macro2::Span;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Ident, LitInt, LitStr};

/// Where an attribute stands, and so which names it may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    Struct,
    Variant,
    Field,
    Value,
}

impl Place {
    fn names(self) -> &'static [&'static str] {
        match self {
            Place::Enum => &["catalog", "axum"],
            Place::Struct => &["catalog", "axum", "code", "status", "transparent"],
            Place::Variant => &["code", "status", "transparent"],
            Place::Field => &["rename", "skip", "sensitive", "from"],
            Place::Value => &["value"],
        }
    }

    fn noun(self) -> &'static str {
        match self {
            Place::Enum => "an enum",
            Place::Struct => "a struct",
            Place::Variant | Place::Value => "a variant",
            Place::Field => "a field",
        }
    }
}

/// All that one `#[tolken(…)]`, or several of them, say.
#[derive(Default)]
pub(crate) struct Attributes {
    pub(crate) catalog: Option<LitStr>,
    /// Whether it is to be a response of axum.
    pub(crate) axum: Option<Span>,
    pub(crate) code: Option<LitStr>,
    pub(crate) status: Option<(u16, Span)>,
    pub(crate) transparent: Option<Span>,
    pub(crate) rename: Option<LitStr>,
    pub(crate) skip: Option<Span>,
    pub(crate) sensitive: Option<Span>,
    pub(crate) from_display: Option<Span>,
    pub(crate) value: Option<LitStr>,
    /// Whether thiserror takes the field for a cause.
    pub(crate) is_cause: bool,
}

impl Attributes {
    pub(crate) fn of(attributes: &[Attribute], place: Place) -> syn::Result<Self> {
        let mut read = Attributes::default();
        for attribute in attributes {
            let is = |name: &str| attribute.path().is_ident(name);
            read.is_cause |= place == Place::Field
                && ["source", "from", "backtrace"].iter().any(|name| is(name));
            if is("tolken") {
                attribute.parse_nested_meta(|meta| read.add(&meta, place))?;
            }
        }
        read.contradiction()?;
        Ok(read)
    }

    fn add(&mut self, meta: &ParseNestedMeta<'_>, place: Place) -> syn::Result<()> {
        let name = meta
            .path
            .get_ident()
            .map(Ident::to_string)
            .unwrap_or_default();
        if !place.names().contains(&name.as_str()) {
            return Err(meta.error(unknown(&name, place)));
        }
        let span = meta
            .path
            .get_ident()
            .map_or_else(Span::call_site, Ident::span);
        let text = || -> syn::Result<LitStr> {
            meta.value()?.parse().map_err(|error: syn::Error| {
                syn::Error::new(
                    error.span(),
                    format!("expected a text in quotes, such as `{name} = \"…\"`"),
                )
            })
        };
        match name.as_str() {
            "catalog" => once(&mut self.catalog, text()?, meta)?,
            "code" => once(&mut self.code, text()?, meta)?,
            "rename" => once(&mut self.rename, text()?, meta)?,
            "value" => once(&mut self.value, text()?, meta)?,
            "status" => {
                let number: LitInt = meta.value()?.parse()?;
                let status = number
                    .base10_parse()
                    .ok()
                    .filter(|status| (100..=599).contains(status));
                let status = status.ok_or_else(|| {
                    syn::Error::new(
                        number.span(),
                        format!("expected an HTTP status from 100 to 599, but found `{number}`"),
                    )
                })?;
                once(&mut self.status, (status, number.span()), meta)?;
            }
            "transparent" => once(&mut self.transparent, span, meta)?,
            "axum" => once(&mut self.axum, span, meta)?,
            "skip" => once(&mut self.skip, span, meta)?,
            "sensitive" => once(&mut self.sensitive, span, meta)?,
            // The last one, `from`.
            _ => {
                let source: Ident = meta.value()?.parse()?;
                if source != "Display" {
                    return Err(syn::Error::new(
                        source.span(),
                        format!("expected `from = Display`, but found `{source}`"),
                    ));
                }
                once(&mut self.from_display, span, meta)?;
            }
        }
        Ok(())
    }

    /// What cannot be meant together.
    fn contradiction(&self) -> syn::Result<()> {
        let beside_skip = [
            (self.rename.as_ref().map(LitStr::span), "rename"),
            (self.sensitive, "sensitive"),
            (self.from_display, "from"),
        ];
        let beside_transparent = [
            (self.code.as_ref().map(LitStr::span), "code"),
            (self.status.map(|(_, span)| span), "status"),
        ];
        for (first, others) in [
            (self.skip.map(|_| "skip"), beside_skip.as_slice()),
            (
                self.transparent.map(|_| "transparent"),
                beside_transparent.as_slice(),
            ),
        ] {
            let (Some(first), Some((Some(span), name))) =
                (first, others.iter().find(|(span, _)| span.is_some()))
            else {
                continue;
            };
            let why = if first == "skip" {
                "a field that is skipped is no argument"
            } else {
                "what is transparent has the code of its field"
            };
            return Err(syn::Error::new(
                *span,
                format!("found `{name}` beside `{first}`; {why}"),
            ));
        }
        Ok(())
    }
}

/// Sets what may be said once.
fn once<T>(known: &mut Option<T>, value: T, meta: &ParseNestedMeta<'_>) -> syn::Result<()> {
    if known.is_some() {
        return Err(meta.error("found it twice; remove one of them"));
    }
    *known = Some(value);
    Ok(())
}

fn unknown(name: &str, place: Place) -> String {
    let names: Vec<_> = place
        .names()
        .iter()
        .map(|name| format!("`{name}`"))
        .collect();
    let elsewhere = [Place::Enum, Place::Struct, Place::Variant, Place::Field];
    let belongs = elsewhere
        .into_iter()
        .find(|place| place.names().contains(&name));
    let noun = place.noun();
    let expected = format!("{noun} takes {}", names.join(", "));
    match (
        crate::matching::nearest(name, place.names().iter().copied()),
        belongs,
    ) {
        (_, Some(belongs)) => format!("`{name}` is for {}; {expected}", belongs.noun()),
        (Some(near), None) => {
            format!("unknown attribute `{name}`; did you mean `{near}`? {expected}")
        }
        (None, None) => format!("unknown attribute `{name}`; {expected}"),
    }
}

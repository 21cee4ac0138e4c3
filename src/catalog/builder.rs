//! From layers to a catalog: files are parsed, merged and compiled.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};

use super::layer::Layer;
use super::merge::Merged;
use super::parsed::{Parsed, Sizes};
use super::{Catalog, assemble};
use crate::error::Error;
use crate::finding::Finding;
use crate::findings::Findings;
use crate::function::{Function, Functions};
use crate::limits::Limits;

/// Builds a [`Catalog`] from layers and functions.
///
/// # Example
///
/// ```
/// use tolken::fluent::FluentValue;
/// use tolken::{Catalog, Layer, Request, Value};
///
/// let layer = Layer::new().source("fr-FR", "a.ftl", "Salut = Bonjour { UPPER($nom) } !\n");
/// let loaded = Catalog::builder()
///     .layer(layer)
///     .function("UPPER", |positional, _| match positional.first() {
///         Some(FluentValue::String(text)) => text.to_uppercase().into(),
///         _ => FluentValue::Error,
///     })
///     .build()?;
/// let args = [("nom", Value::from("Zoé"))];
/// let message = loaded.catalog().render(&Request::new("Salut").args(&args));
/// assert_eq!(message.text(), "Bonjour ZOÉ !");
/// # Ok::<(), tolken::Error>(())
/// ```
#[derive(Clone, Default)]
#[must_use]
pub struct CatalogBuilder {
    layers: Vec<Layer>,
    pub(super) functions: BTreeMap<String, Function>,
    pub(super) limits: Limits,
}

/// A catalog and what was found wrong while it was loaded.
#[derive(Debug)]
pub struct Loaded {
    catalog: Catalog,
    findings: Vec<Finding>,
}

impl Loaded {
    /// The catalog: everything that could be read.
    #[must_use]
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The catalog alone.
    #[must_use]
    pub fn into_catalog(self) -> Catalog {
        self.catalog
    }

    /// What is wrong in the files, sorted by path and place. What a later layer overrides is
    /// named here too, as a note.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

impl CatalogBuilder {
    /// With a layer on top of those before: its codes and messages win over theirs.
    pub fn layer(mut self, layer: Layer) -> Self {
        self.layers.push(layer);
        self
    }

    /// With a function that messages may call, of fluent-bundle's signature. A name of tolken's
    /// own functions replaces that function.
    ///
    /// It gets the arguments as fluent-bundle's values: an integer beyond 2^53, which they cannot
    /// hold, as a string, and [`FluentValue::Error`] for a missing one. It must not panic: a panic
    /// in it is one in [`Catalog::render`].
    pub fn function<F>(mut self, name: impl Into<String>, function: F) -> Self
    where
        F: for<'a> Fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a>
            + Send
            + Sync
            + 'static,
    {
        self.functions.insert(name.into(), Arc::new(function));
        self
    }

    /// With other limits than the default ones; those that a thread's stack could not hold are
    /// lowered to what it can.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits.within_stack();
        self
    }

    /// Reads, parses and compiles.
    ///
    /// References are resolved after layering, within one locale.
    ///
    /// # Errors
    ///
    /// When a folder cannot be read, or no layer has a message. Whatever is wrong inside the files
    /// is a finding.
    pub fn build(self) -> Result<Loaded, Error> {
        let mut findings = Findings::new(&self.limits);
        let layers = self.read_all(&mut findings)?;
        let merged = Merged::of(&layers, &mut findings);
        if merged.is_empty() {
            let findings = findings.into_sorted();
            return Err(Error::no_locale(self.first_dir(), findings));
        }
        let catalog = self.assemble(&merged, &mut findings);
        Ok(Loaded {
            catalog,
            findings: findings.into_sorted(),
        })
    }

    /// Reads, parses and compiles, and shows all of it to whoever finds more; then gives it back.
    /// Without any message there is no catalog, only findings.
    #[cfg(feature = "check")]
    pub(crate) fn examine(
        self,
        look: impl FnOnce(&[Parsed], &Merged<'_>, Option<&Catalog>, &mut Findings),
    ) -> Result<(Findings, Vec<Parsed>, Option<Catalog>), Error> {
        let mut findings = Findings::new(&self.limits);
        let layers = self.read_all(&mut findings)?;
        let merged = Merged::of(&layers, &mut findings);
        let mut catalog = None;
        if merged.is_empty() {
            if findings.is_empty() {
                return Err(Error::no_locale(self.first_dir(), Vec::new()));
            }
            look(&layers, &merged, None, &mut findings);
        } else {
            catalog = Some(self.assemble(&merged, &mut findings));
            look(&layers, &merged, catalog.as_ref(), &mut findings);
        }
        Ok((findings, layers, catalog))
    }

    fn read_all(&self, findings: &mut Findings) -> Result<Vec<Parsed>, Error> {
        let mut layers = Vec::with_capacity(self.layers.len());
        let mut sizes = Sizes::default();
        for layer in &self.layers {
            layers.push(self.read(layer, &mut sizes, findings)?);
        }
        Ok(layers)
    }

    fn assemble(&self, merged: &Merged<'_>, findings: &mut Findings) -> Catalog {
        findings.extend(merged.missing_source());
        let functions = Functions::new(self.functions.clone());
        let inner = assemble::assemble(merged, functions, &self.limits, findings);
        Catalog(Arc::new(inner))
    }

    #[cfg(feature = "fs")]
    fn first_dir(&self) -> Option<&Path> {
        self.layers.iter().find_map(|layer| layer.dir.as_deref())
    }

    #[cfg(not(feature = "fs"))]
    #[expect(clippy::unused_self, reason = "without folders there is none to name")]
    fn first_dir(&self) -> Option<&Path> {
        None
    }

    #[cfg(feature = "fs")]
    fn read(
        &self,
        layer: &Layer,
        sizes: &mut Sizes,
        findings: &mut Findings,
    ) -> Result<Parsed, Error> {
        let Some(dir) = &layer.dir else {
            return Ok(Parsed::new(&layer.files, &self.limits, sizes, findings));
        };
        let (mut files, found) =
            super::load::read_dir(dir, &layer.unsaved, &self.limits, sizes.bytes)?;
        findings.extend(found);
        files.manifest = layer.files.manifest.clone().or(files.manifest);
        files.sources.extend_from_slice(&layer.files.sources);
        Ok(Parsed::new(&files, &self.limits, sizes, findings))
    }

    #[cfg(not(feature = "fs"))]
    #[expect(clippy::unnecessary_wraps, reason = "with folders it can fail")]
    fn read(
        &self,
        layer: &Layer,
        sizes: &mut Sizes,
        findings: &mut Findings,
    ) -> Result<Parsed, Error> {
        Ok(Parsed::new(&layer.files, &self.limits, sizes, findings))
    }
}

//! The application's own functions, with fluent-bundle's signature.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue};

/// A function of an application: positional and named arguments in, a value out.
pub(crate) type Function =
    Arc<dyn for<'a> Fn(&[FluentValue<'a>], &FluentArgs<'_>) -> FluentValue<'a> + Send + Sync>;

/// An application's functions, sorted by name.
#[derive(Clone, Default)]
pub(crate) struct Functions(Vec<(String, Function)>);

impl Functions {
    pub(crate) fn new(functions: BTreeMap<String, Function>) -> Self {
        Functions(functions.into_iter().collect())
    }

    /// The place of a function, by which a template names it.
    pub(crate) fn position(&self, name: &str) -> Option<u32> {
        let index = self
            .0
            .binary_search_by(|(known, _)| known.as_str().cmp(name))
            .ok()?;
        u32::try_from(index).ok()
    }

    /// The function at a place that [`position`](Self::position) gave.
    pub(crate) fn get(&self, position: u32) -> Option<&Function> {
        self.0.get(position as usize).map(|(_, function)| function)
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}

impl fmt::Debug for Functions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.names()).finish()
    }
}

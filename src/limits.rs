//! The bounds that keep hostile or mistaken input from costing without end.

/// How much a catalog may hold and how far its messages may expand.
///
/// What exceeds a limit becomes a [`Finding`](crate::Finding), and everything else still loads.
/// The defaults are far above any real catalog.
///
/// # Example
///
/// ```
/// use tolken::{Catalog, Layer, Limits};
///
/// let limits = Limits { nesting: 8, ..Limits::default() };
/// let layer = Layer::new().source("nl-NL", "errors.ftl", "NotFound = Niet gevonden.\n");
/// let loaded = Catalog::builder().layer(layer).limits(limits).build()?;
/// assert!(loaded.findings().is_empty());
/// # Ok::<(), tolken::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest file that is read, in bytes; at most 4 GiB. 16 MiB.
    pub file_bytes: usize,
    /// How deep placeables may nest in a file, in braces. 32. The parser calls itself for each
    /// level, so a file is checked before it is parsed.
    pub nesting: usize,
    /// How deep a message may go through placeables and references to other messages, in all. 64.
    pub depth: usize,
    /// How many parts (pieces of text, placeables, variants) one message may have after its
    /// references are resolved. 10,000.
    pub parts: usize,
    /// How many bytes of text references may copy into one message. 256 KiB.
    pub expansion: usize,
    /// How many bytes of text and parts references may copy in one locale, in all. 64 Mi.
    pub expansion_total: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_bytes: 16 << 20,
            nesting: 32,
            depth: 64,
            parts: 10_000,
            expansion: 256 << 10,
            expansion_total: 64 << 20,
        }
    }
}

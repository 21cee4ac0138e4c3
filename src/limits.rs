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
    /// The longest text that is read, in bytes. 16 MiB, and at most 1 GiB.
    pub file_bytes: usize,
    /// How deep placeables and calls may nest in a file, in brackets. 32, and at most 64: the parser
    /// calls itself for each level.
    pub nesting: usize,
    /// How deep a message may go through placeables and references to other messages, in all. 64,
    /// and at most 128.
    pub depth: usize,
    /// How many parts (pieces of text, placeables, variants) one message may have after its
    /// references are resolved. 10,000.
    pub parts: usize,
    /// How many bytes of Fluent references may copy into one message. 256 KiB.
    pub expansion: usize,
    /// How many bytes of Fluent references may copy in one locale, in all. 16 MiB, and at most 1 GiB.
    pub expansion_total: usize,
    /// How many locales are read. 1,000.
    pub locales: usize,
    /// How many bytes the files of a catalog may have, in all; a file that is too much is left out.
    /// 256 MiB, and at most 1 GiB.
    pub total_bytes: usize,
    /// How many messages, terms and attributes one locale may have, in all. 1,000,000.
    pub entries: usize,
    /// How long the id of a message or term, the name of an attribute and a code may be, in bytes.
    /// 256.
    pub name_bytes: usize,
    /// How many bytes of one argument are shown, before an output escapes them. A longer one is cut
    /// between two characters, ends in `…` and has the fault `too-long`. 64 KiB.
    pub argument_bytes: usize,
    /// How long a rendered text may be, in bytes. A longer one is cut between two of its parts,
    /// ends in `…` and has the fault `too-long`. 1 MiB.
    pub text_bytes: usize,
    /// How many findings of one rule are told of one file; one more says how many were left out.
    /// 1,000.
    pub findings: usize,
    /// How many findings are told in all. Beyond it, each rule and file has the one that says how
    /// many were left out. 100,000.
    pub findings_total: usize,
}

impl Limits {
    /// The deepest that a message may go.
    pub(crate) const DEEPEST: usize = 128;

    pub(crate) const DEFAULT: Limits = Limits {
        file_bytes: 16 << 20,
        nesting: 32,
        depth: 64,
        parts: 10_000,
        expansion: 256 << 10,
        expansion_total: 16 << 20,
        locales: 1_000,
        total_bytes: 256 << 20,
        entries: 1_000_000,
        name_bytes: 256,
        argument_bytes: 64 << 10,
        text_bytes: 1 << 20,
        findings: 1_000,
        findings_total: 100_000,
    };

    /// These limits, where the stack of a small thread, or places in 32 bits, set others.
    pub(crate) fn within_stack(self) -> Self {
        Limits {
            file_bytes: self.file_bytes.min(1 << 30),
            nesting: self.nesting.min(64),
            depth: self.depth.min(Self::DEEPEST),
            expansion_total: self.expansion_total.min(1 << 30),
            total_bytes: self.total_bytes.min(1 << 30),
            name_bytes: self.name_bytes.min(1 << 16),
            ..self
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits::DEFAULT
    }
}

//! Chains of causes, in which one error may be for the user and the others for the log.
//!
//! Owns the bridge between `std::error::Error` and [`Localized`]. A cause is a `dyn Error`, which
//! can only be asked whether it is of a type that one knows; so the caller names the types.

use std::error::Error;
use std::fmt;

use super::Localized;

/// Sees an error as one of a type, if it is.
pub type AsLocalized = for<'e> fn(&'e (dyn Error + 'static)) -> Option<&'e dyn Localized>;

/// Sees an error as one of the type `E`, if it is; for [`Chain::new`].
#[must_use]
pub fn as_localized<'e, E>(error: &'e (dyn Error + 'static)) -> Option<&'e dyn Localized>
where
    E: Error + Localized + 'static,
{
    error
        .downcast_ref::<E>()
        .map(|error| error as &dyn Localized)
}

/// The most causes that are followed; a `source()` that leads in a circle ends here.
const MAX_CAUSES: usize = 64;

/// An error with its causes: the first that is [`Localized`] speaks to the user, and all of them
/// are for the log.
///
/// # Example
///
/// ```
/// use tolken::codes::InvalidUrl;
/// use tolken::localized::{Chain, as_localized};
/// use tolken::{Catalog, Localized};
///
/// #[derive(Debug)]
/// struct Upload(InvalidUrl<'static>);
///
/// impl std::fmt::Display for Upload {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("cannot fetch the picture")
///     }
/// }
///
/// impl std::error::Error for Upload {
///     fn source(&self) -> Option<&(dyn std::error::Error + 'static)> { Some(&self.0) }
/// }
///
/// let error = Upload(InvalidUrl { url: "htp://x" });
/// let chain = Chain::new(&error, &[as_localized::<InvalidUrl<'static>>]);
/// let message = chain.localized().unwrap().localize(&Catalog::builtin(), &["nl-NL".parse()?]);
/// assert_eq!(message.text(), "De URL htp://x is ongeldig.");
/// assert_eq!(chain.to_string(), "cannot fetch the picture: InvalidUrl (url: \"htp://x\")");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Chain<'e> {
    error: &'e (dyn Error + 'static),
    localized: Option<&'e dyn Localized>,
}

impl<'e> Chain<'e> {
    /// An error with its causes, and the types among them that are for users.
    #[must_use]
    pub fn new(error: &'e (dyn Error + 'static), types: &[AsLocalized]) -> Self {
        let mut causes = causes(error);
        let localized = causes.find_map(|cause| types.iter().find_map(|see| see(cause)));
        Chain { error, localized }
    }

    /// The first that speaks to the user.
    #[must_use]
    pub fn localized(&self) -> Option<&'e dyn Localized> {
        self.localized
    }
}

/// All of them on one line, the outermost first, as a log has them.
impl fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (cause, index) in causes(self.error).zip(0..) {
            if index > 0 {
                f.write_str(": ")?;
            }
            write!(f, "{cause}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Chain<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chain")
            .field("error", &self.error)
            .field("code", &self.localized.map(Localized::code))
            .finish()
    }
}

/// An error and what caused it.
fn causes<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |&error| error.source()).take(MAX_CAUSES)
}

//! The one error of the library: an operation that gave nothing at all.
//!
//! What is wrong inside files is a [`Finding`], what goes wrong while rendering is
//! a [`Fault`](crate::Fault); neither is an error.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::finding::{Finding, Severity};

/// Why a catalog could not be loaded.
///
/// `{}` is one line; when the files of every locale are wrong, it ends in the first error
/// among the findings.
///
/// # Example
///
/// ```
/// use tolken::Catalog;
///
/// let error = Catalog::from_dir("no/such/folder").unwrap_err();
/// assert!(error.is_io());
/// assert!(error.to_string().starts_with("cannot read `no/such/folder`: "));
/// ```
pub struct Error(Box<Kind>);

enum Kind {
    Io {
        path: PathBuf,
        cause: io::Error,
    },
    NoLocale {
        path: Option<PathBuf>,
        findings: Vec<Finding>,
    },
    Prebuilt(&'static str),
}

impl Error {
    #[cfg_attr(not(feature = "fs"), expect(dead_code, reason = "only files are read"))]
    pub(crate) fn io(path: &Path, cause: io::Error) -> Self {
        Error(Box::new(Kind::Io {
            path: path.to_owned(),
            cause,
        }))
    }

    pub(crate) fn no_locale(path: Option<&Path>, findings: Vec<Finding>) -> Self {
        Error(Box::new(Kind::NoLocale {
            path: path.map(Path::to_owned),
            findings,
        }))
    }

    /// What is wrong with a prebuilt catalog.
    pub(crate) fn prebuilt(reason: &'static str) -> Self {
        Error(Box::new(Kind::Prebuilt(reason)))
    }

    /// Whether the bytes are no prebuilt catalog, one of another version, or damaged.
    #[must_use]
    pub fn is_prebuilt(&self) -> bool {
        matches!(*self.0, Kind::Prebuilt(_))
    }

    /// Whether a folder could not be read.
    #[must_use]
    pub fn is_io(&self) -> bool {
        matches!(*self.0, Kind::Io { .. })
    }

    /// Whether no folder of a locale with a readable message was found.
    #[must_use]
    pub fn is_no_locale(&self) -> bool {
        matches!(*self.0, Kind::NoLocale { .. })
    }

    /// The folder it is about.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &*self.0 {
            Kind::Io { path, .. } => Some(path),
            Kind::NoLocale { path, .. } => path.as_deref(),
            Kind::Prebuilt(_) => None,
        }
    }

    /// What is wrong in the files that were read, when no message could be.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match &*self.0 {
            Kind::Io { .. } | Kind::Prebuilt(_) => &[],
            Kind::NoLocale { findings, .. } => findings,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Kind::Io { path, cause } => write!(f, "cannot read `{}`: {cause}", path.display()),
            Kind::Prebuilt(reason) => f.write_str(reason),
            Kind::NoLocale { path, findings } => {
                match path {
                    Some(path) => write!(
                        f,
                        "expected folders named after locales with `.ftl` files in `{}`, such as \
                         `en-US/errors.ftl`, but found no message",
                        path.display()
                    )?,
                    None => f.write_str("expected a layer with a message, but found none")?,
                }
                let is_error = |finding: &&Finding| finding.severity() == Severity::Error;
                match findings.iter().find(is_error) {
                    Some(finding) => write!(f, "; {finding}"),
                    None => Ok(()),
                }
            }
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({self})")
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_small_and_crosses_threads() {
        fn crosses_threads<T: Send + Sync>() {}
        crosses_threads::<Error>();
        assert_eq!(size_of::<Error>(), size_of::<usize>());
    }
}

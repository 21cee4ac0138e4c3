//! Where a catalog comes from.

use std::fmt;
use std::path::PathBuf;

/// Where a catalog comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The catalog that is compiled in.
    #[default]
    Builtin,
    /// A folder of files.
    Folder(PathBuf),
    /// A file that `tolken build` made.
    Prebuilt(PathBuf),
}

impl Origin {
    /// What lies at a path: a folder, or else a prebuilt catalog.
    #[must_use]
    pub fn at(path: PathBuf) -> Self {
        if path.is_dir() {
            Origin::Folder(path)
        } else {
            Origin::Prebuilt(path)
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Builtin => f.write_str("the built-in catalog"),
            Origin::Folder(path) => write!(f, "the folder `{}`", path.display()),
            Origin::Prebuilt(path) => write!(f, "the prebuilt catalog `{}`", path.display()),
        }
    }
}

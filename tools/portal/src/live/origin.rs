//! Where a catalog comes from.

use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

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

/// What to do when there is nothing of use at a path.
const HELP: &str = "give a folder that has folders named after locales, such as `en-US`, or a file that `tolken build` \
                    made";

impl Origin {
    /// What lies at a path: a folder, or a prebuilt catalog.
    ///
    /// # Errors
    ///
    /// When there is nothing, or something that is neither.
    pub fn at(path: PathBuf) -> anyhow::Result<Self> {
        let metadata = path.metadata().with_context(|| {
            let path = path.display();
            format!("expected a catalog at `{path}`, but it cannot be opened; help: {HELP}")
        })?;
        if metadata.is_dir() {
            Ok(Origin::Folder(path))
        } else if metadata.is_file() {
            Ok(Origin::Prebuilt(path))
        } else {
            let path = path.display();
            bail!("expected a catalog at `{path}`, but found neither folder nor file; help: {HELP}")
        }
    }

    /// What kind it is, in one word; where it lies is told to nobody but the log.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Origin::Builtin => "builtin",
            Origin::Folder(_) => "folder",
            Origin::Prebuilt(_) => "prebuilt",
        }
    }

    /// The folder or file.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Origin::Builtin => None,
            Origin::Folder(path) | Origin::Prebuilt(path) => Some(path),
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

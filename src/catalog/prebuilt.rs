//! The prebuilt form of a catalog: its tables as bytes, to be loaded without parsing.
//!
//! Twenty bytes of header (a signature, the version of the form, the length and the CRC-32 of what
//! follows), then the tables by postcard, the long ones [packed](crate::packed). The version changes with the tables, so that bytes of
//! another version are refused and never misread. What comes from CLDR or the application
//! (conventions, functions) is not kept: it is that of the program that loads.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

use super::code::CodeRecord;
use super::entry::Entries;
use super::lookup::Former;
use super::{Catalog, CatalogBuilder, Inner, LocaleTable, lookup};
use crate::error::Error;
use crate::function::Functions;
use crate::limits::Limits;
use crate::locale::Conventions;
use crate::negotiation::Offered;
use crate::template::{Check, Damaged, Pool};

/// What the bytes begin with: no text in UTF-8 does, and a copy with mended line ends is told.
const SIGNATURE: [u8; 8] = *b"\x97tolken\n";

/// The version of the form; to be raised with every change of a table.
const VERSION: u32 = 3;

const HEADER: usize = 20;

/// The tables as they are written.
#[derive(Serialize)]
struct Kept<'c> {
    domain: &'c Option<String>,
    help: &'c Option<String>,
    source: u32,
    locales: Vec<(String, &'c Pool, &'c [Former])>,
    codes: &'c [CodeRecord],
    entries: &'c Entries,
    texts: &'c [u8],
}

/// The tables as they are read.
#[derive(Deserialize)]
struct Read<'b> {
    domain: Option<String>,
    help: Option<String>,
    source: u32,
    locales: Vec<(String, Pool, Vec<Former>)>,
    codes: Vec<CodeRecord>,
    entries: Entries,
    texts: &'b [u8],
}

impl Catalog {
    /// The prebuilt form of the catalog, for [`from_prebuilt`](Self::from_prebuilt).
    ///
    /// # Panics
    ///
    /// Never: every table knows its length, which is all that its form asks for.
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::{Catalog, Request};
    ///
    /// let bytes = Catalog::builtin().to_prebuilt();
    /// let catalog = Catalog::from_prebuilt(&bytes)?;
    /// let message = catalog.render(&Request::new("Forbidden.action").range("nl"));
    /// assert_eq!(message.text(), "Vraag een beheerder om de vereiste machtiging te verlenen.");
    /// # Ok::<(), tolken::Error>(())
    /// ```
    #[must_use]
    pub fn to_prebuilt(&self) -> Vec<u8> {
        let inner = &*self.0;
        let tags = inner.offered.locales().iter().map(ToString::to_string);
        let tables = inner.locales.iter();
        let kept = Kept {
            domain: &inner.domain,
            help: &inner.help,
            // As many locales as `Limits` allows, which is far below.
            source: u32::try_from(inner.offered.source()).unwrap_or_default(),
            locales: tags
                .zip(tables)
                .map(|(tag, table)| (tag, &table.pool, &*table.former))
                .collect(),
            codes: &inner.codes,
            entries: &inner.entries,
            texts: &inner.entries.packed_texts(inner.locales.len()),
        };
        let tables = postcard::to_stdvec(&kept).expect("every table knows its length");
        let mut bytes = Vec::with_capacity(HEADER + tables.len());
        bytes.extend(SIGNATURE);
        bytes.extend(VERSION.to_le_bytes());
        // Below 4 GiB, since the files of a catalog are.
        bytes.extend(
            u32::try_from(tables.len())
                .unwrap_or(u32::MAX)
                .to_le_bytes(),
        );
        bytes.extend(crc32fast::hash(&tables).to_le_bytes());
        bytes.extend(tables);
        bytes
    }

    /// Loads a catalog from its prebuilt form: read from a file, or part of the program by
    /// `include_bytes!`. Its messages call no functions of an application;
    /// [`CatalogBuilder::prebuilt`] gives them some.
    ///
    /// # Errors
    ///
    /// When the bytes are no prebuilt catalog, one of another version of tolken, or damaged. No
    /// bytes make it panic, whatever is in them.
    pub fn from_prebuilt(bytes: &[u8]) -> Result<Catalog, Error> {
        Catalog::builder().prebuilt(bytes)
    }
}

impl CatalogBuilder {
    /// Loads a catalog from its prebuilt form, with the functions of this builder and its limits
    /// of locales and of what is rendered; its layers have no part in it.
    ///
    /// # Errors
    ///
    /// As [`Catalog::from_prebuilt`].
    pub fn prebuilt(self, bytes: &[u8]) -> Result<Catalog, Error> {
        let read = read(bytes)?;
        if read.locales.len() > self.limits.locales {
            return Err(Error::prebuilt(
                "the prebuilt catalog has more locales than the limit allows",
            ));
        }
        let functions = Functions::new(self.functions);
        let inner = read.assemble(functions, &self.limits).map_err(|Damaged| {
            Error::prebuilt(
                "the tables of the prebuilt catalog do not hold together; build it again",
            )
        })?;
        Ok(Catalog(Arc::new(inner)))
    }
}

/// The tables behind the header.
fn read(bytes: &[u8]) -> Result<Read<'_>, Error> {
    let Some((header, tables)) = bytes.split_at_checked(HEADER) else {
        return Err(Error::prebuilt(
            "expected a prebuilt catalog, but found less than its header",
        ));
    };
    if !header.starts_with(&SIGNATURE) {
        return Err(Error::prebuilt(
            "expected a prebuilt catalog, as `tolken build` writes it, but found something else",
        ));
    }
    let number = |at: usize| {
        let bytes = header
            .get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok());
        u32::from_le_bytes(bytes.unwrap_or_default())
    };
    if number(8) != VERSION {
        return Err(Error::prebuilt(
            "the prebuilt catalog is of another version of tolken; build it again",
        ));
    }
    if number(12) as usize != tables.len() {
        return Err(Error::prebuilt(
            "the prebuilt catalog is cut off or has something behind it; build it again",
        ));
    }
    if number(16) != crc32fast::hash(tables) {
        return Err(Error::prebuilt(
            "the prebuilt catalog is damaged: its checksum differs; build it again",
        ));
    }
    postcard::from_bytes(tables).map_err(|_| {
        Error::prebuilt(
            "the prebuilt catalog is damaged: its tables cannot be read; build it again",
        )
    })
}

impl Read<'_> {
    fn assemble(self, functions: Functions, limits: &Limits) -> Result<Inner, Damaged> {
        let Read {
            domain,
            help,
            source,
            locales: pools,
            codes,
            mut entries,
            texts,
        } = self;
        let source = source as usize;
        entries
            .index(codes.len(), pools.len(), texts)
            .filter(|()| source < pools.len())
            .ok_or(Damaged)?;
        let names = entries.names.len();
        let is_name = |name: u32| (name as usize) < names;
        if !codes
            .iter()
            .all(|code| is_name(code.name) && is_name(code.message))
        {
            return Err(Damaged);
        }
        let mut checks: Vec<_> = pools.iter().map(|(_, pool, _)| Check::new(pool)).collect();
        for text in entries.all_texts() {
            checks[text.locale as usize].template(text.ops)?;
        }
        for ((_, _, former), check) in pools.iter().zip(&mut checks) {
            lookup::check(former, check)?;
        }
        let mut available = Vec::with_capacity(pools.len());
        let mut locales = Vec::with_capacity(pools.len());
        for (tag, mut pool, former) in pools {
            let locale: LanguageIdentifier = tag.parse().map_err(|_| Damaged)?;
            pool.resolve(&functions);
            locales.push(LocaleTable {
                conventions: Conventions::new(&locale),
                pool,
                former,
            });
            available.push(locale);
        }
        Ok(Inner {
            codes,
            entries,
            locales,
            offered: Offered::new(available, source),
            functions,
            bounds: limits.into(),
            domain,
            help,
        })
    }
}

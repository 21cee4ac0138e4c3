//! The files of a layer, parsed, as far as limits let them be read.
//!
//! It is separate from merging because limits are on what is read, whatever becomes of it.

use std::collections::HashMap;
use std::path::Path;

use unic_langid::LanguageIdentifier;

use super::layer::{FORMER, Files, locale_name};
use crate::finding::{Finding, Rule};
use crate::findings::Findings;
use crate::limits::Limits;
use crate::manifest::{self, Manifest};
use crate::source::{Source, Span};
use crate::syntax::{self, Entry, Resource};

/// A layer, parsed.
pub(crate) struct Parsed {
    pub(crate) manifest: Option<(Source, Manifest)>,
    pub(crate) resources: Vec<(LanguageIdentifier, Resource)>,
    /// The same with earlier wordings.
    pub(crate) former: Vec<(LanguageIdentifier, Resource)>,
}

/// What has been read of all layers so far, as far as limits ask.
#[derive(Default)]
pub(super) struct Sizes {
    /// How many bytes the files have.
    pub(super) bytes: usize,
    /// How many messages, terms and attributes each locale has.
    entries: HashMap<LanguageIdentifier, usize>,
}

impl Parsed {
    pub(super) fn new(
        files: &Files,
        limits: &Limits,
        sizes: &mut Sizes,
        findings: &mut Findings,
    ) -> Self {
        let mut manifest = None;
        if let Some(source) = &files.manifest {
            let size = source.text().len();
            if let Some(too_long) = too_long(size, sizes.bytes, limits, false) {
                findings.push(too_long(source));
            } else {
                sizes.bytes += size;
                let (read, found) = manifest::read(source, limits);
                findings.append(found);
                manifest = Some((source.clone(), read));
            }
        }
        let mut resources = Vec::with_capacity(files.sources.len());
        let mut former = Vec::new();
        for (name, source) in &files.sources {
            let Some(locale) = locale_name(name) else {
                findings.push(
                    Finding::new(Rule::LocaleName, source, Span::default())
                        .with_message(format!("`{name}` is not the name of a locale"))
                        .with_help("name it by a language tag such as `ko-KR`; it was left out"),
                );
                continue;
            };
            let size = source.text().len();
            if let Some(too_long) = too_long(size, sizes.bytes, limits, true) {
                findings.push(too_long(source).with_locale(&locale));
                continue;
            }
            if !sizes.entries.contains_key(&locale) && sizes.entries.len() >= limits.locales {
                findings.push(
                    Finding::new(Rule::LocaleName, source, Span::default())
                        .with_locale(&locale)
                        .with_message(format!("there are more than {} locales", limits.locales))
                        .with_help("remove some; this one was left out"),
                );
                continue;
            }
            sizes.bytes += size;
            let (mut resource, found) = syntax::parse_bounded(source, limits);
            findings.append(found.with_locale(&locale));
            let count = sizes.entries.entry(locale.clone()).or_default();
            if let Some(finding) = shorten(&mut resource, count, limits.entries) {
                findings.push(finding.with_locale(&locale));
            }
            if Path::new(source.path()).file_name() == Some(FORMER.as_ref()) {
                former.push((locale, resource));
            } else {
                resources.push((locale, resource));
            }
        }
        Parsed {
            manifest,
            resources,
            former,
        }
    }
}

/// Says of a file of this size why it is left out, if it is.
pub(super) fn too_long(
    size: usize,
    before: usize,
    limits: &Limits,
    can_be_split: bool,
) -> Option<impl Fn(&Source) -> Finding> {
    let (message, help) = if size > limits.file_bytes {
        let help = if can_be_split {
            "split it into several files; it was left out"
        } else {
            "shorten it; it was left out"
        };
        let message = format!("the file is longer than {} bytes", limits.file_bytes);
        (message, help)
    } else if size > limits.total_bytes.saturating_sub(before) {
        let limit = limits.total_bytes;
        let message = format!("with this file, the catalog is longer than {limit} bytes");
        (message, "remove what is not needed; it was left out")
    } else {
        return None;
    };
    Some(move |source: &Source| {
        Finding::new(Rule::Unreadable, source, Span::default())
            .with_message(message.clone())
            .with_help(help)
    })
}

/// Leaves out what a locale has beyond the limit, with a finding.
fn shorten(resource: &mut Resource, count: &mut usize, limit: usize) -> Option<Finding> {
    let size = |entry: &Entry| match entry {
        Entry::Message(message) | Entry::Term(message) => 1 + message.attributes.len(),
        Entry::Comment(_) | Entry::Junk(_) => 0,
    };
    for (index, entry) in resource.entries.iter().enumerate() {
        let more = size(entry);
        if more > limit.saturating_sub(*count)
            && let Entry::Message(message) | Entry::Term(message) = entry
        {
            let finding = Finding::new(Rule::Unreadable, &resource.source, message.id)
                .with_message(format!(
                    "the locale has more than {limit} messages, terms and attributes"
                ))
                .with_help("remove some; this one and those after it in this file were left out");
            resource.entries.truncate(index);
            return Some(finding);
        }
        *count += more;
    }
    None
}

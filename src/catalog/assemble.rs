//! From merged layers to the tables that answer.

use hashbrown::HashSet;

use super::code::CodeRecord;
use super::entry::{Entries, Text};
use super::merge::Merged;
use super::{Inner, LocaleTable, lookup};
use crate::findings::Findings;
use crate::function::Functions;
use crate::limits::Limits;
use crate::locale::Conventions;
use crate::negotiation::Offered;
use crate::template::{self, Compiler, Located};

/// The attribute that says what to do next.
const ACTION: &str = "action";
/// The attribute that names the kind of error in a few words.
const TITLE: &str = "title";

pub(super) fn assemble(
    merged: &Merged<'_>,
    functions: Functions,
    limits: &Limits,
    findings: &mut Findings,
) -> Inner {
    let mut entries = Entries::default();
    let sizes = merged.locales.values();
    let sizes = sizes.map(|(_, entries)| entries.messages.len());
    let mut texts = Vec::with_capacity(sizes.clone().sum());
    entries.reserve(sizes.max().unwrap_or_default());
    let mut locales = Vec::with_capacity(merged.locales.len());
    for ((locale, messages), index) in merged.locales.values().zip(0..) {
        let conventions = Conventions::new(locale);
        let mut compiler = Compiler::new(locale, messages, &conventions, &functions, limits);
        compile(messages, index, &mut compiler, &mut entries, &mut texts);
        let former = merged.former.get(&locale.to_string());
        let former = lookup::former(former.map_or(&[], Vec::as_slice), &mut compiler);
        let (pool, found) = compiler.finish();
        findings.append(found);
        locales.push(LocaleTable {
            conventions,
            pool,
            former,
        });
    }
    let codes: Vec<_> = merged
        .codes
        .iter()
        .map(|code| CodeRecord::new(code, &mut entries))
        .collect();
    entries.place(&texts);
    entries.own(&codes);
    let available = merged
        .locales
        .values()
        .map(|(locale, _)| locale.clone())
        .collect();
    Inner {
        codes,
        entries,
        locales,
        offered: Offered::new(available, merged.source()),
        functions,
        bounds: limits.into(),
        domain: merged.domain.clone(),
        help: merged.help.clone(),
    }
}

/// Compiles the messages of a locale, and terms for their findings, in the order of the files.
fn compile<'s>(
    messages: &template::Entries<'s>,
    locale: u32,
    compiler: &mut Compiler<'s>,
    entries: &mut Entries,
    texts: &mut Vec<(u32, Text)>,
) {
    let mut seen = HashSet::new();
    let mut path = String::new();
    for (id, located) in messages.messages.iter() {
        let Located {
            source, message, ..
        } = *located;
        let value_name = entries.intern(id);
        entries.entry_mut(value_name).is_message = true;
        if let Some(value) = &message.value {
            let ops = compiler.compile(id, source, value);
            texts.push((value_name, Text { locale, ops }));
        }
        seen.clear();
        for attribute in &message.attributes {
            let attribute_id = source.slice(attribute.id);
            // Of two attributes of one name, the first is used.
            if message.attributes.len() > 1 && !seen.insert(attribute_id) {
                continue;
            }
            set_path(&mut path, [id, ".", attribute_id]);
            let name = entries.intern(&path);
            match attribute_id {
                ACTION => entries.entry_mut(value_name).action = Some(name),
                TITLE => entries.entry_mut(value_name).title = Some(name),
                _ => {}
            }
            let ops = compiler.compile(&path, source, &attribute.value);
            texts.push((name, Text { locale, ops }));
        }
    }
    for (id, located) in &messages.terms {
        let Located {
            source, message, ..
        } = *located;
        if let Some(value) = &message.value {
            set_path(&mut path, ["-", id, ""]);
            compiler.examine(&path, source, value);
        }
        for attribute in &message.attributes {
            set_path(&mut path, ["-", id, "."]);
            path.push_str(source.slice(attribute.id));
            compiler.examine(&path, source, &attribute.value);
        }
    }
}

/// Writes the name of a text into a buffer.
fn set_path(path: &mut String, parts: [&str; 3]) {
    path.clear();
    path.extend(parts);
}

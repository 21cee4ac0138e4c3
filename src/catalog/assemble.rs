//! From merged layers to the tables that answer.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::code::CodeRecord;
use super::merge::Merged;
use super::{Inner, LocaleTable, lookup};
use crate::finding::Finding;
use crate::function::Functions;
use crate::limits::Limits;
use crate::locale::Conventions;
use crate::negotiation::Offered;
use crate::template::{Compiler, Entries, Located, Run};

/// The attribute that says what to do next.
const ACTION: &str = "action";
/// The attribute that names the kind of error in a few words.
const TITLE: &str = "title";

pub(super) fn assemble(
    merged: &Merged<'_>,
    functions: Functions,
    limits: &Limits,
    findings: &mut Vec<Finding>,
) -> Inner {
    let mut keys = Keys::default();
    let mut locales = Vec::with_capacity(merged.locales.len());
    for (locale, entries) in merged.locales.values() {
        let conventions = Conventions::new(locale);
        let mut compiler = Compiler::new(locale, entries, &conventions, &functions, limits);
        let templates = compile(entries, &mut compiler, &mut keys);
        let former = merged.former.get(&locale.to_string());
        let former = lookup::former(former.map_or(&[], Vec::as_slice), &mut compiler);
        let (pool, found) = compiler.finish();
        findings.extend(found);
        locales.push(LocaleTable {
            conventions,
            pool,
            templates,
            former,
        });
    }
    let codes: Vec<_> = merged
        .codes
        .iter()
        .map(|entry| {
            let id = entry.message.as_deref().unwrap_or(&entry.code);
            CodeRecord {
                entry: entry.clone(),
                key: keys.index.get(id).copied(),
            }
        })
        .collect();
    let code_index = codes
        .iter()
        .zip(0..)
        .map(|(record, index)| (record.entry.code.as_str().into(), index));
    let mut by_message: FxHashMap<&str, u32> = FxHashMap::default();
    for (record, index) in codes.iter().zip(0..) {
        let id = record
            .entry
            .message
            .as_deref()
            .unwrap_or(&record.entry.code);
        by_message.entry(id).or_insert(index);
    }
    let mut owners = vec![None; keys.actions.len()];
    for (name, key) in &keys.index {
        let id = name.split_once('.').map_or(&**name, |(id, _)| id);
        owners[*key as usize] = by_message.get(id).copied();
    }
    let available = merged
        .locales
        .values()
        .map(|(locale, _)| locale.clone())
        .collect();
    Inner {
        code_index: code_index.collect(),
        codes,
        owners,
        actions: keys.actions,
        titles: keys.titles,
        keys: keys.index,
        locales,
        offered: Offered::new(available, merged.source()),
        functions,
        domain: merged.domain.clone(),
        help: merged.help.clone(),
    }
}

/// The places of templates, the same in every locale.
#[derive(Default)]
struct Keys {
    index: FxHashMap<Box<str>, u32>,
    actions: Vec<Option<u32>>,
    titles: Vec<Option<u32>>,
}

impl Keys {
    fn intern(&mut self, name: &str) -> u32 {
        if let Some(&key) = self.index.get(name) {
            return key;
        }
        let key = u32::try_from(self.actions.len()).unwrap_or(u32::MAX);
        self.index.insert(name.into(), key);
        self.actions.push(None);
        self.titles.push(None);
        key
    }
}

/// Compiles the messages of a locale, and terms for their findings, in the order of their ids.
fn compile<'s>(
    entries: &Entries<'s>,
    compiler: &mut Compiler<'s>,
    keys: &mut Keys,
) -> FxHashMap<u32, Run> {
    let mut templates = FxHashMap::default();
    for (
        id,
        Located {
            source, message, ..
        },
    ) in sorted(&entries.messages)
    {
        let value_key = keys.intern(id);
        if let Some(value) = &message.value {
            let run = compiler.compile(id.to_owned(), source, value);
            templates.insert(value_key, run);
        }
        for attribute in &message.attributes {
            let name = source.slice(attribute.id);
            let path = format!("{id}.{name}");
            let key = keys.intern(&path);
            if templates.contains_key(&key) {
                continue;
            }
            match name {
                ACTION => keys.actions[value_key as usize] = Some(key),
                TITLE => keys.titles[value_key as usize] = Some(key),
                _ => {}
            }
            let run = compiler.compile(path, source, &attribute.value);
            templates.insert(key, run);
        }
    }
    for (
        id,
        Located {
            source, message, ..
        },
    ) in sorted(&entries.terms)
    {
        if let Some(value) = &message.value {
            compiler.examine(format!("-{id}"), source, value);
        }
        for attribute in &message.attributes {
            let path = format!("-{id}.{}", source.slice(attribute.id));
            compiler.examine(path, source, &attribute.value);
        }
    }
    templates.shrink_to_fit();
    templates
}

fn sorted<'s>(table: &HashMap<&'s str, Located<'s>>) -> Vec<(&'s str, Located<'s>)> {
    let mut entries: Vec<_> = table.iter().map(|(id, located)| (*id, *located)).collect();
    entries.sort_unstable_by_key(|(id, _)| *id);
    entries
}

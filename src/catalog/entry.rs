//! What a name stands for: a code, a text in some locales, or both.

use serde::{Deserialize, Serialize};

use super::code::CodeRecord;
use super::names::Names;
use crate::template::{Op, Run};

/// What a name stands for. In the order of [`Names`].
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Entry {
    /// The code of this name.
    pub(super) code: Option<u32>,
    /// That code, or else the first one that shows its texts.
    pub(super) owner: Option<u32>,
    /// The name of its message's `.action` and `.title`.
    pub(super) action: Option<u32>,
    pub(super) title: Option<u32>,
    /// Whether a locale has a message or an attribute of this name.
    pub(super) is_message: bool,
    /// The texts that are shown, in [`Entries::texts`]: those of its own name, but for a code to
    /// which the manifest gives another's.
    texts: Run,
}

/// The text of a name in one locale.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Text {
    pub(super) locale: u32,
    pub(super) ops: Op,
}

/// All names, and where their texts are.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Entries {
    pub(super) names: Names,
    of_names: Vec<Entry>,
    /// By name, then by locale.
    texts: Vec<Text>,
}

impl Entries {
    /// The entry of a name, which is made when there is none.
    pub(super) fn intern(&mut self, name: &str) -> u32 {
        let number = self.names.intern(name);
        if number as usize == self.of_names.len() {
            self.of_names.push(Entry::default());
        }
        number
    }

    #[inline]
    pub(super) fn entry(&self, name: u32) -> &Entry {
        &self.of_names[name as usize]
    }

    pub(super) fn entry_mut(&mut self, name: u32) -> &mut Entry {
        &mut self.of_names[name as usize]
    }

    /// The entry of a name that the catalog answers to.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "calls are a tenth of what a short message costs"
    )]
    pub(super) fn find(&self, name: &str) -> Option<&Entry> {
        let entry = self.entry(self.names.find(name)?);
        (entry.code.is_some() || entry.is_message).then_some(entry)
    }

    /// The names that the catalog answers to.
    pub(super) fn known(&self) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .zip(&self.of_names)
            .filter(|(_, entry)| entry.code.is_some() || entry.is_message)
            .map(|(name, _)| name)
    }

    /// The text of a name in one locale.
    #[inline]
    pub(super) fn text(&self, entry: &Entry, locale: usize) -> Option<&Op> {
        // In most catalogs every locale has every text, so its place is the locale's.
        let place = entry.texts.range().start + locale;
        match self.texts.get(place) {
            Some(text) if text.locale as usize == locale && place < entry.texts.range().end => {
                Some(&text.ops)
            }
            _ => self.find_text(entry, locale),
        }
    }

    #[inline(never)]
    fn find_text(&self, entry: &Entry, locale: usize) -> Option<&Op> {
        let texts = self.texts(entry);
        texts
            .binary_search_by_key(&locale, |text| text.locale as usize)
            .ok()
            .map(|index| &texts[index].ops)
    }

    /// The texts of a name in all locales.
    #[inline]
    pub(super) fn texts(&self, entry: &Entry) -> &[Text] {
        &self.texts[entry.texts.range()]
    }

    /// Gives each code its place and the texts of its message, and each text the first code that
    /// shows it.
    pub(super) fn own(&mut self, codes: &[CodeRecord]) {
        let messages: Vec<_> = codes
            .iter()
            .map(|record| *self.entry(record.message))
            .collect();
        for ((record, code), message) in codes.iter().zip(0..).zip(messages) {
            self.entry_mut(record.message).owner.get_or_insert(code);
            let entry = self.entry_mut(record.name);
            entry.code = Some(code);
            entry.texts = message.texts;
            entry.action = message.action;
            entry.title = message.title;
        }
        for (record, code) in codes.iter().zip(0..) {
            self.entry_mut(record.name).owner = Some(code);
        }
        // What is an attribute's belongs to the message, which may come behind it.
        for name in (0..).take(self.of_names.len()) {
            if self.of_names[name as usize].owner.is_none()
                && let Some((id, _)) = self.names.text(name).split_once('.')
                && let Some(message) = self.names.find(id)
            {
                self.of_names[name as usize].owner = self.entry(message).owner;
            }
        }
    }

    /// Gives each name its texts, which come locale by locale.
    ///
    /// # Panics
    ///
    /// Beyond 4 Gi of texts; the bytes of a catalog's files are bounded far below.
    pub(super) fn place(&mut self, texts: &[(u32, Text)]) {
        let Some((_, any)) = texts.first() else {
            return;
        };
        let total = u32::try_from(texts.len()).expect("a text has at least a byte of the files");
        // A counting sort, since locale after locale has nearly the same names: first how many
        // texts each name has, then where they begin, then each to its place.
        for (name, _) in texts {
            let entry = &mut self.of_names[*name as usize];
            entry.is_message = true;
            entry.texts.end += 1;
        }
        let mut start = 0;
        for entry in &mut self.of_names {
            let count = entry.texts.end;
            (entry.texts.start, entry.texts.end) = (start, start);
            start += count;
        }
        debug_assert_eq!(start, total);
        self.texts = vec![*any; texts.len()];
        for (name, text) in texts {
            let end = &mut self.of_names[*name as usize].texts.end;
            self.texts[*end as usize] = *text;
            *end += 1;
        }
        self.names.shrink();
        self.of_names.shrink_to_fit();
    }

    /// Makes what is not kept of tables that were read; `None` when they do not hold together.
    pub(super) fn index(&mut self, codes: usize, locales: usize) -> Option<()> {
        self.names.index()?;
        let names = self.of_names.len();
        let is_name = |name: u32| (name as usize) < names;
        let is_code = |code: u32| (code as usize) < codes;
        for entry in &self.of_names {
            let Entry {
                code,
                owner,
                action,
                title,
                is_message: _,
                texts,
            } = *entry;
            let texts = self.texts.get(texts.range())?;
            let is_sorted = texts.is_sorted_by(|a, b| a.locale < b.locale);
            let holds = [action, title].into_iter().flatten().all(is_name)
                && [code, owner].into_iter().flatten().all(is_code)
                && is_sorted;
            if !holds {
                return None;
            }
        }
        let are_of_locales = |text: &Text| (text.locale as usize) < locales;
        (self.names.len() == names && self.texts.iter().all(are_of_locales)).then_some(())
    }

    /// All texts, name by name.
    pub(super) fn all_texts(&self) -> &[Text] {
        &self.texts
    }
}

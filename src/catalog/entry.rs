//! What a name stands for: a code, a text in some locales, or both.

use serde::{Deserialize, Serialize};

use super::code::CodeRecord;
use super::names::Names;
use crate::packed::{pack, unpack};
use crate::template::{Behind, Op, Run};

/// What a name stands for. In the order of [`Names`].
#[derive(Clone, Copy, Debug, Default)]
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
#[derive(Clone, Copy, Debug)]
pub(super) struct Text {
    pub(super) locale: u32,
    pub(super) ops: Op,
}

/// All names, and where their texts are.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Entries {
    pub(super) names: Names,
    #[serde(with = "packed")]
    of_names: Vec<Entry>,
    /// By name, then by locale. Kept [beside the rest](Entries::packed_texts).
    #[serde(skip)]
    texts: Vec<Text>,
}

impl Entries {
    /// Makes room for so many names.
    pub(super) fn reserve(&mut self, names: usize) {
        self.names.reserve(names);
        self.of_names.reserve(names);
    }

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
        // As they are before any is changed: a code may show what is named like another code.
        let others = codes.iter().filter(|code| code.message != code.name);
        let messages: Vec<_> = others.map(|code| *self.entry(code.message)).collect();
        let mut messages = messages.into_iter();
        for (record, code) in codes.iter().zip(0..) {
            self.entry_mut(record.message).owner.get_or_insert(code);
            let entry = self.entry_mut(record.name);
            entry.code = Some(code);
            if record.message != record.name
                && let Some(message) = messages.next()
            {
                entry.texts = message.texts;
                entry.action = message.action;
                entry.title = message.title;
            }
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

    /// The texts as bytes: to read them takes the number of locales, each of which has its own texts
    /// one behind the other.
    pub(super) fn packed_texts(&self, locales: usize) -> Vec<u8> {
        let mut behind = vec![Behind::default(); locales];
        pack(&self.texts, |Text { locale, ops }, writer| {
            writer.number(*locale);
            behind[*locale as usize].write(*ops, writer);
        })
    }

    /// Makes what is not kept of tables that were read, with the texts; `None` when they do not hold
    /// together.
    pub(super) fn index(&mut self, codes: usize, locales: usize, texts: &[u8]) -> Option<()> {
        let mut behind = vec![Behind::default(); locales];
        self.texts = unpack(texts, |reader| {
            let locale = reader.number()?;
            let ops = behind.get_mut(locale as usize)?.read(reader)?;
            Some(Text { locale, ops })
        })?;
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
        (self.names.len() == names).then_some(())
    }

    /// All texts, name by name.
    pub(super) fn all_texts(&self) -> &[Text] {
        &self.texts
    }
}

/// Entries as bytes. Codes mostly come in the order of their names, and own what they are named by.
mod packed {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Entry;
    use crate::packed::{Reader, Writer, pack, unpack};
    use crate::template::{Run, read_run, write_run};

    /// What the entry before has, for distances.
    #[derive(Default)]
    struct Before {
        numbers: [u32; 4],
        texts: u32,
    }

    const IS_MESSAGE: u8 = 1 << 4;

    impl Before {
        fn write(&mut self, entry: &Entry, writer: &mut Writer) {
            let numbers = [entry.code, entry.owner, entry.action, entry.title];
            let mut flags = if entry.is_message { IS_MESSAGE } else { 0 };
            for (bit, number) in numbers.iter().enumerate() {
                flags |= u8::from(number.is_some()) << bit;
            }
            writer.byte(flags);
            for (number, before) in numbers.into_iter().zip(&mut self.numbers) {
                if let Some(number) = number {
                    writer.distance(*before, number);
                    *before = number;
                }
            }
            write_run(entry.texts, &mut self.texts, writer);
        }

        fn read(&mut self, reader: &mut Reader<'_>) -> Option<Entry> {
            let flags = reader.byte()?;
            if flags >= IS_MESSAGE << 1 {
                return None;
            }
            let mut numbers = [None; 4];
            for (bit, number) in numbers.iter_mut().enumerate() {
                if flags & 1 << bit != 0 {
                    let before = &mut self.numbers[bit];
                    *before = reader.distance(*before)?;
                    *number = Some(*before);
                }
            }
            let [code, owner, action, title] = numbers;
            let texts: Run = read_run(&mut self.texts, reader)?;
            Some(Entry {
                code,
                owner,
                action,
                title,
                is_message: flags & IS_MESSAGE != 0,
                texts,
            })
        }
    }

    pub(super) fn serialize<S: Serializer>(
        entries: &[Entry],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let mut before = Before::default();
        serializer.serialize_bytes(&pack(entries, |entry, writer| before.write(entry, writer)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Entry>, D::Error> {
        let mut before = Before::default();
        let bytes = <&[u8]>::deserialize(deserializer)?;
        let entries = unpack(bytes, |reader| before.read(reader));
        entries.ok_or_else(|| D::Error::custom("no entries"))
    }
}

//! Named values, however the caller keeps them.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::Value;
use crate::name::same;

/// Something that holds named values: an array of pairs, [`Args`](crate::Args), a map,
/// `FluentArgs`, or a type of one's own that gives its fields without copying them.
///
/// # Example
///
/// ```
/// use tolken::{Arguments, Catalog, Request, Value};
///
/// struct NoSuchMachine { id: u64 }
///
/// impl Arguments for NoSuchMachine {
///     fn len(&self) -> usize { 2 }
///     fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
///         match index {
///             0 => Some(("resource_type", "machine".into())),
///             1 => Some(("resource_id", self.id.to_string().into())),
///             _ => None,
///         }
///     }
/// }
///
/// let args = NoSuchMachine { id: 123_123_123 };
/// let request = Request::new("ResourceNotFound").args(&args).range("ko-KR");
/// let text = Catalog::builtin().render(&request).into_text();
/// assert_eq!(text, "컴퓨터 123123123을 찾을 수 없습니다.");
/// ```
pub trait Arguments {
    /// How many values there are.
    fn len(&self) -> usize;

    /// The name and value at an index; `None` from [`len`](Self::len) on. Only the first thousand
    /// or so are asked for in this way.
    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)>;

    /// Whether there is none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The index and value of a name. With a name twice, the first counts.
    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        // Whatever `len` says, the first index without an entry is the end.
        (0..self.len())
            .map_while(|index| self.entry(index).map(|entry| (index, entry)))
            .find_map(|(index, (entry, value))| (entry == name).then_some((index, value)))
    }
}

impl<T: Arguments + ?Sized> Arguments for &T {
    fn len(&self) -> usize {
        (**self).len()
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        (**self).entry(index)
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        (**self).find(name)
    }
}

impl<N: AsRef<str>> Arguments for [(N, Value<'_>)] {
    fn len(&self) -> usize {
        <[_]>::len(self)
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.get(index)
            .map(|(name, value)| (name.as_ref(), value.borrowed()))
    }

    #[inline]
    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        find_pair(self, name)
    }
}

impl<N: AsRef<str>, const LENGTH: usize> Arguments for [(N, Value<'_>); LENGTH] {
    fn len(&self) -> usize {
        LENGTH
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.as_slice().entry(index)
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        find_pair(self, name)
    }
}

impl<N: AsRef<str>> Arguments for Vec<(N, Value<'_>)> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.as_slice().entry(index)
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        find_pair(self, name)
    }
}

#[inline(always)]
#[expect(
    clippy::inline_always,
    reason = "it is all that finding an argument costs"
)]
fn find_pair<'v, N: AsRef<str>>(
    pairs: &'v [(N, Value<'_>)],
    name: &str,
) -> Option<(usize, Value<'v>)> {
    for (index, (entry, value)) in pairs.iter().enumerate() {
        if same(entry.as_ref().as_bytes(), name.as_bytes()) {
            // Most are one of two kinds, and made where they go.
            return match value {
                Value::String(text) => Some((index, Value::String(Cow::Borrowed(text)))),
                Value::Number(number) => Some((index, Value::Number(*number))),
                value => Some((index, value.borrowed())),
            };
        }
    }
    None
}

impl<N: AsRef<str>> Arguments for BTreeMap<N, Value<'_>> {
    fn len(&self) -> usize {
        BTreeMap::len(self)
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.iter()
            .nth(index)
            .map(|(name, value)| (name.as_ref(), value.borrowed()))
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        // A map that is asked for one index after the other counts up to each.
        let mut entries = self.iter().enumerate();
        let (index, (_, value)) = entries.find(|(_, (entry, _))| entry.as_ref() == name)?;
        Some((index, value.borrowed()))
    }
}

impl<N: AsRef<str>, S> Arguments for HashMap<N, Value<'_>, S> {
    fn len(&self) -> usize {
        HashMap::len(self)
    }

    fn entry(&self, index: usize) -> Option<(&str, Value<'_>)> {
        self.iter()
            .nth(index)
            .map(|(name, value)| (name.as_ref(), value.borrowed()))
    }

    fn find(&self, name: &str) -> Option<(usize, Value<'_>)> {
        // A map that is asked for one index after the other counts up to each.
        let mut entries = self.iter().enumerate();
        let (index, (_, value)) = entries.find(|(_, (entry, _))| entry.as_ref() == name)?;
        Some((index, value.borrowed()))
    }
}

/// No arguments.
impl Arguments for () {
    fn len(&self) -> usize {
        0
    }

    fn entry(&self, _: usize) -> Option<(&str, Value<'_>)> {
        None
    }
}

//! The parts of a pattern, in as little memory as they need.

use std::fmt;
use std::ops::Deref;
use std::slice;

use super::Element;

/// The parts of a [`Pattern`](super::Pattern), a slice. Most patterns are one text, which is kept in
/// its place: a file of ten thousand messages would else be ten thousand allocations.
#[derive(Clone)]
pub struct Elements(Kind);

#[derive(Clone)]
enum Kind {
    One(Element),
    Several(Vec<Element>),
}

impl Deref for Elements {
    type Target = [Element];

    #[inline]
    fn deref(&self) -> &[Element] {
        match &self.0 {
            Kind::One(element) => slice::from_ref(element),
            Kind::Several(elements) => elements,
        }
    }
}

impl From<Element> for Elements {
    #[inline]
    fn from(element: Element) -> Self {
        Elements(Kind::One(element))
    }
}

impl FromIterator<Element> for Elements {
    fn from_iter<I: IntoIterator<Item = Element>>(elements: I) -> Self {
        Elements(Kind::Several(elements.into_iter().collect()))
    }
}

impl<'e> IntoIterator for &'e Elements {
    type Item = &'e Element;
    type IntoIter = slice::Iter<'e, Element>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// As a slice.
impl fmt::Debug for Elements {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

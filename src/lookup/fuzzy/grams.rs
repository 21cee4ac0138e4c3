//! Grams.

use crate::lookup::index::Data;

#[derive(Debug)]
pub(in crate::lookup) struct Grams {}

impl Grams {
    pub(in crate::lookup) fn new(_data: &Data) -> Self {
        Grams {}
    }
    pub(in crate::lookup) fn heap_bytes(&self) -> usize {
        0
    }
}

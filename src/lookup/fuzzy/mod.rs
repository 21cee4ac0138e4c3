//! Texts that no template gives exactly.

mod grams;

pub(super) use self::grams::Grams;

//! What is exchanged: a source text with its translation, in units that a translator's tool shows
//! one by one.
//!
//! A text is one unit, a plural one for each category of the target locale. A choice of any other
//! kind stays whole, in Fluent. Which it is follows from the source and the translation that is
//! there, for export and import alike, so that both have the same ids.

use tolken::{ArgumentType, Catalog};

use super::fingerprint::Fingerprint;
use super::plural::Plurals;
use super::texts::{Text, Texts};
use super::wording::{Choice, Piece, Wording};
use crate::plural::CATEGORIES;

/// A source text and its translation.
pub(super) struct Pair<'t> {
    pub(super) source: &'t Text,
    pub(super) target: Option<&'t Text>,
    pub(super) form: Form,
}

/// How a pair is exchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As one unit of text and placeables.
    Simple,
    /// As one unit for each plural category.
    Plural,
    /// As one unit of Fluent.
    Fluent,
}

/// What a translator sees at a time.
pub(super) struct Unit<'t> {
    /// `Code`, `Code.action` or `Code[one]`.
    pub(super) id: String,
    pub(super) category: Option<&'static str>,
    pub(super) source: &'t Wording,
    pub(super) target: Option<&'t Wording>,
}

impl<'t> Pair<'t> {
    /// All texts of the source locale, each with its translation.
    pub(super) fn all<'a>(
        catalog: &'a Catalog,
        source: &'a Texts,
        target: &'a Texts,
        plurals: &'a Plurals,
    ) -> impl Iterator<Item = Pair<'a>> {
        let texts = source.all.iter().filter(|text| !text.is_grammar());
        texts.map(move |source| {
            let target = target.find(&source.id);
            let form = form(catalog, source, target, plurals);
            Pair {
                source,
                target,
                form,
            }
        })
    }

    pub(super) fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.source.wording.text)
    }

    /// The units, in the order of the plural categories.
    pub(super) fn units(&self, plurals: &Plurals) -> Vec<Unit<'t>> {
        let (source, target) = (&self.source.wording, self.target.map(|text| &text.wording));
        if self.form != Form::Plural {
            return vec![Unit {
                id: self.source.id.clone(),
                category: None,
                source,
                target,
            }];
        }
        let categories = plurals.categories.iter();
        categories
            .map(|&category| Unit {
                id: format!("{}[{category}]", self.source.id),
                category: Some(category),
                source: source.variant(category).unwrap_or(source),
                target: target.and_then(|target| match target.choice() {
                    Some(choice) => choice.variant(category),
                    None => Some(target),
                }),
            })
            .collect()
    }
}

impl Wording {
    /// The text that a plural has for a category: its own, or what stands for all others.
    pub(super) fn variant(&self, category: &str) -> Option<&Wording> {
        let choice = self.choice()?;
        choice.variant(category).or_else(|| choice.variant("other"))
    }
}

impl Choice {
    pub(super) fn variant(&self, category: &str) -> Option<&Wording> {
        let mut variants = self.variants.iter();
        let variant = variants.find(|variant| variant.key == category)?;
        Some(&variant.wording)
    }

    /// Whether every key is one of these categories, once, and `other` is what stands for the rest.
    fn is_of(&self, categories: &[&str]) -> bool {
        let variants = || self.variants.iter();
        let is_category = |key: &str| categories.contains(&key);
        variants().all(|variant| {
            let same = variants().filter(|other| other.key == variant.key);
            !variant.is_number
                && is_category(&variant.key)
                && variant.is_default == (variant.key == "other")
                && same.count() == 1
        })
    }
}

/// Whether a text is exactly one choice by cardinal categories.
fn cardinal<'t>(catalog: &Catalog, text: &'t Text) -> Option<&'t Choice> {
    let choice = text.wording.choice()?;
    let declared = catalog.code(&text.owner).and_then(|code| {
        let mut arguments = code.arguments().iter();
        arguments.find(|argument| Some(argument.name()) == choice.argument.as_deref())
    });
    let is_number = match declared.map(tolken::Argument::kind) {
        Some(ArgumentType::Integer | ArgumentType::Number) => true,
        Some(ArgumentType::Enum) => false,
        _ => choice.is_number || choice.variants.len() > 1,
    };
    // More variants than there are categories are no plural, and need not be compared.
    let is_short = choice.variants.len() <= CATEGORIES.len();
    (is_number && is_short && choice.is_of(&CATEGORIES)).then_some(choice)
}

fn form(catalog: &Catalog, source: &Text, target: Option<&Text>, plurals: &Plurals) -> Form {
    let target = target.map(|text| &text.wording);
    let is_simple = target.is_none_or(|target| !target.has_choice);
    if !source.wording.has_choice && is_simple {
        return Form::Simple;
    }
    let Some(choice) = cardinal(catalog, source) else {
        return Form::Fluent;
    };
    let is_same = target.and_then(Wording::choice);
    let is_same = is_same.is_some_and(|other| {
        let is_short = other.variants.len() <= CATEGORIES.len();
        other.argument == choice.argument && is_short && other.is_of(&plurals.categories)
    });
    if is_simple || is_same {
        Form::Plural
    } else {
        Form::Fluent
    }
}

/// The pieces of a text, numbered: a placeable of the translation has the number of the same one of
/// the source, or else a number of its own.
pub(super) fn numbered<'p>(
    source: &'p [Piece],
    target: Option<&'p [Piece]>,
) -> Vec<(usize, &'p str)> {
    let placeables = |pieces: &'p [Piece]| {
        let placeables = pieces.iter().filter(|piece| piece.is_placeable());
        placeables.map(|piece| piece.text.as_str())
    };
    let mut free: Vec<_> = (1..).zip(placeables(source)).collect();
    let Some(target) = target else {
        return free;
    };
    let mut next = free.len();
    placeables(target)
        .map(|fluent| {
            if let Some(same) = free.iter().position(|(_, known)| *known == fluent) {
                return free.remove(same);
            }
            next += 1;
            (next, fluent)
        })
        .collect()
}

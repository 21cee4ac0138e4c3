//! A document that is exported: the texts of a locale in files and units, before they have a format.

use std::collections::HashMap;

use tolken::Catalog;

use super::Only;
use super::plural::Plurals;
use super::texts::Texts;
use super::unit::{Form, Pair, Unit};

/// What is exported.
pub(super) struct Document<'t> {
    pub(super) source_locale: String,
    pub(super) locale: String,
    pub(super) files: Vec<DocumentFile<'t>>,
    /// What is not exported: ids, each with the reason.
    pub(super) left_out: Vec<(String, String)>,
}

/// The texts of one source file.
pub(super) struct DocumentFile<'t> {
    /// Its path from the folder that the catalog lies in.
    pub(super) original: String,
    pub(super) notes: Vec<String>,
    pub(super) items: Vec<Item<'t>>,
}

/// A text.
pub(super) struct Item<'t> {
    pub(super) pair: Pair<'t>,
    pub(super) units: Vec<Unit<'t>>,
    /// Set where the translation was made from another source text.
    pub(super) outdated: Option<&'t Outdated>,
    /// The line of the source file.
    pub(super) line: usize,
    /// What to say to a translator of each unit.
    hints: Vec<Option<String>>,
}

/// That a translation was made from another source text than the present one.
#[derive(Clone, Debug)]
pub(super) struct Outdated {
    /// That text in one line, if it is known.
    pub(super) was: Option<String>,
}

/// What there is to export.
pub(super) struct Content<'t> {
    pub(super) catalog: &'t Catalog,
    pub(super) source: &'t Texts,
    pub(super) target: &'t Texts,
    pub(super) plurals: &'t Plurals,
    /// The folder's name and the source locale's, before the name of each file.
    pub(super) prefix: String,
    /// By the ids of the texts.
    pub(super) outdated: Option<&'t HashMap<String, Outdated>>,
    pub(super) only: Option<Only>,
}

impl<'t> Content<'t> {
    /// Puts what is exported together, but for what `leave_out` has a reason against.
    pub(super) fn document(
        &self,
        source_locale: String,
        locale: String,
        leave_out: impl Fn(&Pair<'_>) -> Option<String>,
    ) -> Document<'t> {
        let mut document = Document {
            source_locale,
            locale,
            files: Vec::new(),
            left_out: Vec::new(),
        };
        for file in &self.source.files {
            document.files.push(DocumentFile {
                original: format!("{}/{}", self.prefix, file.name),
                notes: file.notes.clone(),
                items: Vec::new(),
            });
        }
        for pair in Pair::all(self.catalog, self.source, self.target, self.plurals) {
            let target = pair.target.and_then(|text| text.wording.obstacle());
            let obstacle = pair.source.wording.obstacle().or(target);
            if let Some(why) = obstacle.or_else(|| leave_out(&pair)) {
                document.left_out.push((pair.source.id.clone(), why));
                continue;
            }
            let mut units = pair.units(self.plurals);
            let outdated = self.outdated.and_then(|all| all.get(&pair.source.id));
            let is_left_out = match self.only {
                None => false,
                // The categories of a plural are translated side by side.
                Some(Only::Missing) => units.iter().all(|unit| unit.target.is_some()),
                Some(Only::Outdated) => outdated.is_none(),
            };
            if is_left_out {
                units.clear();
            }
            if units.is_empty() {
                continue;
            }
            let file = &self.source.files[pair.source.file].source;
            let line = file.position(pair.source.wording.span.start()).line;
            let hints = units.iter().map(|unit| self.hint(&pair, unit)).collect();
            document.files[pair.source.file].items.push(Item {
                pair,
                units,
                outdated,
                line,
                hints,
            });
        }
        document.files.retain(|file| !file.items.is_empty());
        document
    }

    fn hint(&self, pair: &Pair<'_>, unit: &Unit<'_>) -> Option<String> {
        match (pair.form, unit.category) {
            (Form::Simple, _) => None,
            (Form::Fluent, _) => Some(
                "Fluent: translate the words; keep what stands in { } before ->, and the keys in [ ]"
                    .to_owned(),
            ),
            (Form::Plural, category) => {
                let category = category?;
                let examples = self.plurals.examples(category);
                let argument = pair.source.wording.choice()?.argument.as_ref()?;
                Some(format!("{category}: where ${argument} is {examples}"))
            }
        }
    }
}

impl Item<'_> {
    /// What to say to a translator of a unit, besides the comments.
    pub(super) fn hint(&self, unit: &Unit<'_>) -> Option<&str> {
        let place = self.units.iter().position(|other| other.id == unit.id)?;
        self.hints[place].as_deref()
    }
}

impl Document<'_> {
    /// How many units there are, how many of them have no translation, and how many one that is out of
    /// date.
    pub(super) fn count(&self) -> (usize, usize, usize) {
        let (mut all, mut missing, mut outdated) = (0, 0, 0);
        for item in self.files.iter().flat_map(|file| &file.items) {
            let without = item.units.iter().filter(|unit| unit.target.is_none());
            let without = without.count();
            all += item.units.len();
            missing += without;
            if item.outdated.is_some() {
                outdated += item.units.len() - without;
            }
        }
        (all, missing, outdated)
    }
}

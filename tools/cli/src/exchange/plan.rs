//! What an import will change, and what it will not, each by name with the reason.
//!
//! Two kinds of unit are not taken. One is *passed over*: its translator is not done, or its source
//! has moved on since; everything else is taken. The other is *refused*: it would do harm, and then
//! nothing is changed at all.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::incoming::{Given, Incoming, State};
use super::judge::{fluent, is_current, sound};
use super::plural::Plurals;
use super::texts::Texts;
use super::unit::{Form, Pair, Unit};
use super::wording::Wording;
use tolken::check::nearest;

/// For how many unknown ids the nearest known one is looked for.
const MOST_LOOKED_FOR: usize = 20;

/// What was decided.
#[derive(Default)]
pub(super) struct Plan<'t> {
    pub(super) changes: Vec<Change<'t>>,
    pub(super) passed_over: Vec<Told>,
    pub(super) refused: Vec<Told>,
    /// Units that say what the files say already.
    pub(super) same: usize,
    pub(super) untranslated: usize,
    /// The texts that came as a translation of the present source text.
    pub(super) current: BTreeSet<&'t str>,
}

/// A text that is to be changed or added.
pub(super) struct Change<'t> {
    pub(super) pair: &'t Pair<'t>,
    pub(super) new: New,
}

/// What a text is to say.
pub(super) enum New {
    /// All of it.
    Text(Wording),
    /// Some variants of the choice that it is.
    Variants(Vec<(&'static str, Wording)>),
    /// A choice in the place of whatever is there, every category in it.
    Choice(Vec<(&'static str, Wording)>),
}

/// A unit that was not taken.
#[derive(Clone, Debug)]
pub struct Told {
    /// The file and the line.
    pub place: String,
    /// The id of the unit.
    pub id: String,
    /// Why, as the end of a sentence.
    pub why: String,
}

/// The texts of a locale, and what came for them.
pub(super) struct Planner<'t> {
    pairs: &'t [Pair<'t>],
    plurals: &'t Plurals,
    target: &'t Texts,
    force: bool,
    units: Vec<Unit<'t>>,
    /// The pair of each unit.
    owners: Vec<usize>,
    by_id: HashMap<String, usize>,
    /// What came for each unit, if it is new.
    taken: Vec<Option<Wording>>,
    seen: HashMap<usize, String>,
    unknown: usize,
    plan: Plan<'t>,
}

impl<'t> Planner<'t> {
    pub(super) fn new(
        pairs: &'t [Pair<'t>],
        plurals: &'t Plurals,
        target: &'t Texts,
        force: bool,
    ) -> Self {
        let mut units = Vec::new();
        let mut owners = Vec::new();
        for (index, pair) in pairs.iter().enumerate() {
            let target = pair.target.is_some_and(|target| target.wording.is_beyond);
            if target || pair.source.wording.is_beyond {
                continue;
            }
            for unit in pair.units(plurals) {
                units.push(unit);
                owners.push(index);
            }
        }
        let ids = units.iter().map(|unit| unit.id.clone());
        Planner {
            by_id: ids.zip(0..).collect(),
            taken: units.iter().map(|_| None).collect(),
            pairs,
            plurals,
            target,
            force,
            units,
            owners,
            seen: HashMap::new(),
            unknown: 0,
            plan: Plan::default(),
        }
    }

    /// Looks at what a file holds for the locale.
    pub(super) fn add(&mut self, file: &str, incoming: Incoming) {
        for (id, line, why) in incoming.unread {
            let told = told(file, line, &id, why);
            self.plan.refused.push(told);
        }
        for given in incoming.units {
            self.given(file, &given);
        }
    }

    fn given(&mut self, file: &str, given: &Given) {
        let tell = |why: String| told(file, given.line, &given.id, why);
        let Some(&index) = self.by_id.get(&given.id) else {
            let why = self.unknown(&given.id);
            return self.plan.passed_over.push(tell(why));
        };
        let unit = &self.units[index];
        let pair = &self.pairs[self.owners[index]];
        match &given.state {
            State::Done => {}
            State::Untranslated => {
                self.plan.untranslated += 1;
                return;
            }
            State::Unfinished(why) => return self.plan.passed_over.push(tell(why.clone())),
        }
        let wording = fluent(&given.target, unit)
            .and_then(|text| Wording::read(&text).map_err(|why| not_fluent(&text, &why)));
        let is_same = |wording: &Wording| unit.target.is_some_and(|target| target == wording);
        let wording = match wording {
            Ok(wording) if is_same(&wording) => {
                self.plan.same += 1;
                return self.once(index, &wording, tell);
            }
            other => other,
        };
        let is_current = is_current(given, unit, pair);
        if !self.force && !is_current {
            let why = "its source text has changed since it was exported";
            return self.plan.passed_over.push(tell(why.to_owned()));
        }
        match wording.and_then(|wording| sound(wording, unit, pair)) {
            Ok(wording) => {
                if is_current {
                    self.plan.current.insert(&pair.source.id);
                }
                self.once(index, &wording, tell);
                self.taken[index] = Some(wording);
            }
            Err(why) => self.plan.refused.push(tell(why)),
        }
    }

    /// Refuses a unit that came before, and said something else.
    fn once(&mut self, index: usize, wording: &Wording, tell: impl Fn(String) -> Told) {
        let before = self.seen.insert(index, wording.text.clone());
        if before.is_some_and(|before| before != wording.text) {
            let why = "it is there twice, with two texts".to_owned();
            self.plan.refused.push(tell(why));
        }
    }

    fn unknown(&mut self, id: &str) -> String {
        let base = id.split('[').next().unwrap_or_default();
        let mut pairs = self.pairs.iter();
        self.unknown += 1;
        if self.unknown > MOST_LOOKED_FOR {
            return "there is no such text".to_owned();
        }
        if let Some(pair) = pairs.find(|pair| pair.source.id == base) {
            let units = pair.units(self.plurals);
            let ids: Vec<_> = units.iter().map(|unit| format!("`{}`", unit.id)).collect();
            return format!("the text is now {}; export it again", ids.join(", "));
        }
        match nearest(id, self.by_id.keys().map(String::as_str)) {
            Some(near) => format!("there is no such text; did you mean `{near}`?"),
            None => "there is no such text".to_owned(),
        }
    }

    /// Puts the units of each text together.
    pub(super) fn finish(mut self) -> Plan<'t> {
        let mut first = 0;
        while first < self.units.len() {
            let pair = self.owners[first];
            let count = self.owners[first..]
                .iter()
                .take_while(|owner| **owner == pair)
                .count();
            let all = first..first + count;
            first = all.end;
            if self.taken[all.clone()].iter().any(Option::is_some) {
                let pair = &self.pairs[pair];
                match self.change(pair, all) {
                    Ok(new) => self.plan.changes.push(Change { pair, new }),
                    Err(why) => self.plan.passed_over.push(Told {
                        place: String::new(),
                        id: pair.source.id.clone(),
                        why,
                    }),
                }
            }
        }
        self.drop_orphans();
        self.plan
    }

    fn change(&mut self, pair: &Pair<'t>, all: std::ops::Range<usize>) -> Result<New, String> {
        let categories = self.plurals.categories.iter().copied();
        if pair.form != Form::Plural || all.len() == 1 && Self::is_plain(pair) {
            let taken = self.taken[all.start].take();
            return taken.map(New::Text).ok_or_else(String::new);
        }
        if !Self::is_plain(pair) {
            let taken = self.taken[all].iter_mut().map(Option::take);
            let changed = categories.zip(taken);
            let changed = changed.filter_map(|(category, wording)| Some((category, wording?)));
            return Ok(New::Variants(changed.collect()));
        }
        let mut variants = Vec::new();
        for (category, index) in categories.zip(all) {
            let present = || self.units[index].target.cloned();
            let Some(wording) = self.taken[index].clone().or_else(present) else {
                return Err(format!(
                    "its plural category `{category}` is not translated"
                ));
            };
            variants.push((category, wording));
        }
        let is_one = variants.windows(2).all(|pair| pair[0].1 == pair[1].1);
        match variants.pop() {
            Some((_, wording)) if is_one && pair.target.is_some() => Ok(New::Text(wording)),
            last => {
                variants.extend(last);
                Ok(New::Choice(variants))
            }
        }
    }

    /// Whether the translation of a plural is no choice, or absent.
    fn is_plain(pair: &Pair<'_>) -> bool {
        pair.target
            .is_none_or(|target| target.wording.choice().is_none())
    }

    /// Passes over attributes whose message would have no text.
    fn drop_orphans(&mut self) {
        let changed: HashSet<&str> = self
            .plan
            .changes
            .iter()
            .map(|change| change.pair.source.id.as_str())
            .collect();
        let sources: HashSet<&str> = self
            .pairs
            .iter()
            .map(|pair| pair.source.id.as_str())
            .collect();
        let is_orphan = |change: &Change<'_>| {
            let owner = change.pair.source.owner.as_str();
            sources.contains(owner) && !changed.contains(owner) && self.target.find(owner).is_none()
        };
        let orphans: Vec<bool> = self.plan.changes.iter().map(is_orphan).collect();
        let mut orphans = orphans.into_iter();
        let passed_over = &mut self.plan.passed_over;
        self.plan.changes.retain(|change| {
            let is_orphan = orphans.next().unwrap_or_default();
            if is_orphan {
                let source = change.pair.source;
                passed_over.push(Told {
                    place: String::new(),
                    id: source.id.clone(),
                    why: format!("its message `{}` is not translated", source.owner),
                });
            }
            !is_orphan
        });
    }
}

fn not_fluent(text: &str, why: &str) -> String {
    let hint = if text.contains(['{', '}']) {
        "; for a brace itself, write `{ \"{\" }`"
    } else {
        ""
    };
    format!("it is not Fluent: {why}{hint}")
}

fn told(file: &str, line: usize, id: &str, why: String) -> Told {
    Told {
        place: format!("{file}:{line}"),
        id: id.chars().take(300).collect(),
        why,
    }
}

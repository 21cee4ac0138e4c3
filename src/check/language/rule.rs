//! A rule of a language, ready to run.

use std::ops::Range;
use std::sync::Arc;

use regex::{Captures, Regex, RegexBuilder};

use super::data::RuleData;
use crate::check::text::{Text, View};
use crate::finding::{Rule, Severity};
use crate::findings::Findings;
use crate::source::Span;

/// How many faults of one rule are looked for in one text.
const MOST: usize = 100;

/// The size that a pattern may have when it is compiled, in bytes.
const LARGEST: usize = 4 << 20;

/// A compiled rule.
#[derive(Debug)]
pub(in crate::check) struct Compiled {
    id: Arc<str>,
    severity: Severity,
    pattern: Regex,
    /// Whether matches are words, which end where letters end.
    is_words: bool,
    words: Vec<Word>,
    except: Vec<Regex>,
    skip: Vec<String>,
    message: String,
    help: String,
    fix: Option<String>,
    fixes: Vec<(String, String)>,
}

/// A word, and what to write in its place.
#[derive(Debug)]
struct Word {
    /// In lower case.
    begins: String,
    is_open: bool,
    right: String,
}

/// A fault.
pub(super) struct Found {
    pub(super) span: Span,
    at: Range<usize>,
    matched: String,
    fix: Option<String>,
    place: Span,
}

impl Compiled {
    /// Says in a few words why a rule cannot be used.
    pub(super) fn new(data: &RuleData) -> Result<Self, String> {
        let compile = |pattern: &str| {
            let builder = RegexBuilder::new(pattern).size_limit(LARGEST).build();
            builder.map_err(|error| {
                // The last line says why; those before it draw the pattern.
                let said = error.to_string();
                let last = said.lines().last().unwrap_or_default();
                last.trim().trim_start_matches("error: ").to_owned()
            })
        };
        let words: Vec<_> = data.words.iter().map(Word::new).collect();
        let pattern = match &data.pattern {
            Some(pattern) if words.is_empty() => compile(pattern)?,
            None if !words.is_empty() => {
                let words: Vec<_> = words.iter().map(Word::pattern).collect();
                compile(&format!("(?i:{})", words.join("|")))?
            }
            _ => return Err("expected either `pattern` or `words`".to_owned()),
        };
        let severity = data.severity.severity();
        Ok(Compiled {
            id: data.id.as_str().into(),
            severity: severity.ok_or("its severity is `off`")?,
            is_words: !words.is_empty(),
            pattern,
            words,
            except: data
                .except
                .iter()
                .map(|pattern| compile(pattern))
                .collect::<Result<_, _>>()?,
            skip: data.skip.clone(),
            message: data.message.clone(),
            help: data.help.clone(),
            fix: data.fix.clone(),
            fixes: data.fixes.clone().into_iter().collect(),
        })
    }

    pub(in crate::check) fn id(&self) -> &str {
        &self.id
    }

    pub(super) fn severity(&self) -> Severity {
        self.severity
    }

    pub(super) fn check(&self, text: &Text<'_>, view: &View, findings: &mut Findings) {
        let skips = |id: &String| match id.strip_suffix('*') {
            Some(beginning) => text.id().starts_with(beginning),
            None => text.id() == id,
        };
        if !self.pattern.is_match(&view.text) || self.skip.iter().any(skips) {
            return;
        }
        for found in self.find(view) {
            let filled = |template: &str| {
                let filled = template.replace("{match}", found.matched.trim());
                filled.replace("{fix}", found.fix.as_deref().unwrap_or_default())
            };
            let id = Some(self.id.clone());
            findings.add_of(Rule::Language, id, text.source, found.span, |finding| {
                let finding = finding
                    .with_id(&self.id)
                    .with_severity(self.severity)
                    .with_locale(text.locale)
                    .with_code(text.name())
                    .with_message(filled(&self.message))
                    .with_help(filled(&self.help));
                match &found.fix {
                    Some(fix) if view.is_literal(found.at.clone()) => {
                        finding.with_fix(found.place, fix)
                    }
                    _ => finding,
                }
            });
        }
    }

    /// The faults in a view, each once.
    pub(super) fn find(&self, view: &View) -> Vec<Found> {
        let text = view.text.as_str();
        let mut found = Vec::new();
        let mut excepted = None;
        let mut from = 0;
        while found.len() < MOST
            && let Some(captures) = self.pattern.captures_at(text, from)
        {
            let Some(whole) = captures.get(0) else {
                break;
            };
            let at = captures.name("at").unwrap_or(whole).range();
            // What is behind the place may be the beginning of the next.
            from = at.end.max(whole.start() + 1);
            while !text.is_char_boundary(from) {
                from += 1;
            }
            let mut place = at.clone();
            if self.is_words {
                let after = text[at.end..].chars().next();
                let before = text[..at.start].chars().next_back();
                if [before, after]
                    .into_iter()
                    .flatten()
                    .any(char::is_alphanumeric)
                {
                    continue;
                }
            } else if at.is_empty() {
                place = whole.range();
            }
            let range = whole.range();
            let excepted = excepted.get_or_insert_with(|| self.excepted(text));
            let is_right = excepted.iter().any(|places| {
                let next = places.partition_point(|place| place.end <= range.start);
                places
                    .get(next)
                    .is_some_and(|place| place.start < range.end)
            });
            if is_right {
                continue;
            }
            found.push(Found {
                span: view.span(place.clone()),
                // Of a space between two words, the words say more than the space.
                matched: if text[place.clone()].trim().is_empty() {
                    text[whole.range()].to_owned()
                } else {
                    text[place].to_owned()
                },
                fix: self.fix(&captures, &text[at.clone()]),
                place: view.span(at.clone()),
                at,
            });
            if from > text.len() {
                break;
            }
        }
        found
    }

    /// What is right all the same: of each exception its places, in their order.
    fn excepted(&self, text: &str) -> Vec<Vec<Range<usize>>> {
        let places = |except: &Regex| except.find_iter(text).map(|found| found.range()).collect();
        self.except.iter().map(places).collect()
    }

    fn fix(&self, captures: &Captures<'_>, at: &str) -> Option<String> {
        if self.is_words {
            let lower = at.to_lowercase();
            let word = self.words.iter().find(|word| {
                lower == word.begins || word.is_open && lower.starts_with(&word.begins)
            })?;
            // Letters of other cases may have another length; then nothing is certain.
            let rest = at.get(word.begins.len()..)?;
            let right = format!("{}{rest}", word.right);
            let is_capital = at.starts_with(char::is_uppercase);
            return Some(if is_capital { capital(&right) } else { right });
        }
        let of_place = self.fixes.iter().find(|(known, _)| known == at);
        let template = of_place.map(|(_, fix)| fix).or(self.fix.as_ref())?;
        let mut fix = String::new();
        captures.expand(template, &mut fix);
        Some(fix)
    }
}

impl Word {
    fn new((wrong, right): (&String, &String)) -> Self {
        let open = wrong.strip_suffix('*');
        Word {
            begins: open.unwrap_or(wrong).to_lowercase(),
            is_open: open.is_some(),
            right: right.strip_suffix('*').unwrap_or(right).to_owned(),
        }
    }

    fn pattern(&self) -> String {
        let end = if self.is_open { r"\p{L}*" } else { "" };
        format!("{}{end}", regex::escape(&self.begins))
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

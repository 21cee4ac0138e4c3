//! The slow and sure way: every template held against every text, to see what lookup misses.
//!
//! Shares nothing with the library: a template is its literals in order, found one after the other,
//! which for gaps of any length misses nothing.

use std::collections::BTreeSet;

use tolken::{Index, MatchKind, Query};

use crate::corpus::{Corpus, Owner};
use crate::damage;
use crate::random::Random;
use crate::report::row;
use crate::synthetic::{Synthetic, literals};

/// A template as its literals, and how many characters of its own it has.
struct Pattern {
    literals: Vec<String>,
    own: usize,
    owner: Owner,
}

pub fn measure(catalog: &str, index: &Index, made: &Synthetic, corpus: &Corpus, count: usize) {
    let patterns: Vec<_> = made
        .templates
        .iter()
        .chain(&made.former)
        .map(|template| {
            let mut literals = literals(&template.pattern);
            // The stop at the end is no word.
            if let Some(last) = literals.last_mut() {
                last.truncate(last.trim_end_matches('.').len());
            }
            literals.retain(|it| !it.is_empty());
            let own = literals.iter().map(|it| it.trim().chars().count()).sum();
            Pattern {
                literals,
                own,
                owner: (template.code.clone(), template.locale.to_owned()),
            }
        })
        .collect();
    let mut random = Random::new(13);
    let plain = |text: &str, _: &mut Random| text.to_owned();
    type Change<'c> = &'c dyn Fn(&str, &mut Random) -> String;
    let kinds: [(&str, Change<'_>); 2] = [
        ("clean", &plain),
        ("in a line", &|text, random| damage::line(text, random)),
    ];
    let short = corpus.short.len().min(count / 4);
    let lists = [
        ("", &corpus.samples[..count.min(corpus.samples.len())]),
        (", below 40 bits", &corpus.short[..short]),
    ];
    let each = kinds
        .iter()
        .flat_map(|kind| lists.iter().map(move |list| (kind, list)));
    for ((kind, change), (of, samples)) in each {
        let [mut demanded, mut missed, mut beaten, mut extra] = [0; 4];
        for sample in *samples {
            let text = change(&sample.text, &mut random);
            let forms = [
                text.to_lowercase(),
                text.replace("\\\\", "\\").to_lowercase(),
            ];
            let holding: Vec<_> = patterns
                .iter()
                .filter(|it| forms.iter().any(|text| holds(text, &it.literals)))
                .collect();
            let most = holding.iter().map(|it| it.own).max().unwrap_or(0);
            let matches = index.lookup(&Query::new(&text).fuzzy(false).limit(32));
            let answered: BTreeSet<Owner> = matches
                .matches()
                .iter()
                .filter(|it| matches!(it.kind(), MatchKind::Exact | MatchKind::Former))
                .flat_map(|it| {
                    it.locales()
                        .iter()
                        .map(|locale| (it.code().to_owned(), locale.to_string()))
                })
                .collect();
            for pattern in &holding {
                let is_answered = answered.contains(&pattern.owner);
                if pattern.own == most {
                    demanded += 1;
                    missed += usize::from(!is_answered);
                    if !is_answered {
                        eprintln!(
                            "missed{of}: {text:?} {:?} {:?}",
                            pattern.owner, pattern.literals
                        );
                    }
                } else {
                    beaten += usize::from(!is_answered);
                }
            }
            for owner in &answered {
                let is_held = holding.iter().any(|it| it.owner == *owner);
                extra += usize::from(!is_held);
                if !is_held {
                    eprintln!("extra: {text:?} {owner:?}");
                }
            }
        }
        let counts = [
            ("demanded", demanded),
            ("missed", missed),
            ("beaten", beaten),
            ("extra", extra),
        ];
        for (what, count) in counts {
            row(&[
                "oracle",
                catalog,
                &format!("{kind}{of}"),
                "all",
                what,
                &count.to_string(),
            ]);
        }
    }
}

/// Whether all literals stand in a text, one after the other.
pub fn holds(text: &str, literals: &[String]) -> bool {
    let mut rest = text;
    literals.iter().all(|literal| {
        let found = rest.find(literal.as_str());
        found
            .inspect(|at| rest = &rest[at + literal.len()..])
            .is_some()
    })
}

//! Whether a unit can be believed: what it says in Fluent, whether its source is the present one, and
//! whether it has every value that it should have.

use super::incoming::{Given, Origin, Part};
use super::unit::{Form, Pair, Unit, numbered};
use super::wording::{Piece, Wording};

/// The wording, if it has every value that it should have, once.
pub(super) fn sound(wording: Wording, unit: &Unit<'_>, pair: &Pair<'_>) -> Result<Wording, String> {
    let present = pair.target.map(|text| &text.wording);
    if pair.form == Form::Fluent {
        let names = |wording: &Wording| wording.arguments.clone();
        let expected = names(&pair.source.wording);
        let given = names(&wording);
        if given == expected || present.is_some_and(|present| names(present) == given) {
            return Ok(wording);
        }
        if let Some(lost) = expected.difference(&given).next() {
            return Err(format!("the argument `${lost}` is lost"));
        }
        if let Some(added) = given.difference(&expected).next() {
            return Err(format!("the argument `${added}` is not in the source"));
        }
        return Ok(wording);
    }
    if wording.has_choice {
        return Err("it holds a choice, and the source does not".to_owned());
    }
    let given = wording.values();
    let variants = pair
        .source
        .wording
        .choice()
        .into_iter()
        .flat_map(|choice| &choice.variants);
    let mut allowed = variants
        .map(|variant| &variant.wording)
        .chain([unit.source])
        .chain(unit.target);
    if allowed.any(|allowed| allowed.values() == given) {
        return Ok(wording);
    }
    let expected = unit.source.values();
    let count = |values: &[&str], value: &str| values.iter().filter(|v| **v == value).count();
    for value in &expected {
        if count(&given, value) < count(&expected, value) {
            return Err(format!("`{value}` is lost"));
        }
    }
    for value in &given {
        match count(&expected, value) {
            0 => return Err(format!("`{value}` is not in the source")),
            known if known < count(&given, value) => {
                return Err(format!("`{value}` is there more often than in the source"));
            }
            _ => {}
        }
    }
    Ok(wording)
}

/// The parts of a unit as Fluent.
pub(super) fn fluent(parts: &[Part], unit: &Unit<'_>) -> Result<String, String> {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Text(part) => text.push_str(part),
            Part::Placeable {
                fluent: Some(fluent),
                ..
            } => text.push_str(fluent),
            Part::Placeable {
                number,
                fluent: None,
            } => text.push_str(by_number(number, unit)?),
        }
    }
    Ok(text)
}

/// The placeable with a number, for a tool that kept nothing else of it.
fn by_number<'u>(number: &str, unit: &Unit<'u>) -> Result<&'u str, String> {
    let source = &unit.source.pieces;
    let target = unit.target.map(|target| target.pieces.as_slice());
    let all = |target: Option<&'u [Piece]>| numbered(source, target).into_iter();
    let wanted: Option<usize> = number.parse().ok();
    let mut known = all(None).chain(target.into_iter().flat_map(|target| all(Some(target))));
    let found = known.find(|(known, _)| Some(*known) == wanted);
    found.map(|(_, fluent)| fluent).ok_or_else(|| {
        let number: String = number.chars().take(50).collect();
        format!("its element `x` with the id `{number}` stands for nothing")
    })
}

/// Whether a unit was translated from the present source text.
pub(super) fn is_current(given: &Given, unit: &Unit<'_>, pair: &Pair<'_>) -> bool {
    let source = &pair.source.wording;
    let variant = |category| {
        source
            .variant(category)
            .map(|wording| wording.text.as_str())
    };
    match &given.origin {
        Origin::Fingerprint(number) => *number == pair.fingerprint().to_string(),
        Origin::Unit(parts) => fluent(parts, unit).is_ok_and(|text| text == unit.source.text),
        Origin::Text(text) => pair.form != Form::Plural && *text == source.text,
        Origin::Plural(one, other) => {
            Some(one.as_str()) == variant("one") && Some(other.as_str()) == variant("other")
        }
    }
}

//! Reads XLIFF 1.2, as whoever has edited it writes it.
//!
//! Elements go by their names, whatever their prefix. A document type, and with it every entity but
//! XML's own, is refused, so that nothing is expanded or fetched. Depth, size and the number of units
//! are bounded.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use super::write::FINGERPRINT;
use crate::exchange::incoming::{
    Given, Incoming, MOST_UNITS, Origin, Part, State, Unreadable, decode, is_utf8,
};

/// How deep elements may nest.
const DEEPEST: usize = 32;

/// How many attributes an element may have.
const MOST_ATTRIBUTES: usize = 64;

/// The files of a document, one for each `file`.
pub(in crate::exchange) fn read(bytes: &[u8]) -> Result<Vec<Incoming>, Unreadable> {
    let text = decode(bytes)?;
    let mut parser = Parser {
        lines: Lines {
            text,
            at: 0,
            line: 1,
        },
        path: Vec::new(),
        files: Vec::new(),
        unit: None,
        count: 0,
        is_xliff: false,
    };
    let mut reader = Reader::from_str(text);
    loop {
        let event = reader.read_event().map_err(|error| {
            let at = usize::try_from(reader.error_position()).unwrap_or_default();
            Unreadable::new(parser.lines.at(at), format!("it is not XML: {error}"))
        })?;
        if event == Event::Eof {
            break;
        }
        let at = usize::try_from(reader.buffer_position()).unwrap_or_default();
        let line = parser.lines.at(at);
        let event = parser.event(event);
        event.map_err(|why| Unreadable::new(line, why))?;
    }
    let line = parser.lines.line;
    if let Some(open) = parser.path.last() {
        let why = format!("the file ends before the end of `{}`", open.shown());
        return Err(Unreadable::new(line, why));
    }
    if !parser.is_xliff {
        return Err(Unreadable::new(
            line,
            "expected XLIFF, but found no element `xliff`",
        ));
    }
    Ok(parser.files)
}

/// The elements that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Element {
    Xliff,
    File,
    Unit,
    Source,
    Target,
    /// An annotation, whose content is text.
    Mark,
    /// A placeable.
    Placeable,
    /// What is passed over, with all in it.
    Other,
}

impl Element {
    fn named(name: &[u8]) -> Self {
        match name {
            b"xliff" => Element::Xliff,
            b"file" => Element::File,
            b"trans-unit" => Element::Unit,
            b"source" => Element::Source,
            b"target" => Element::Target,
            b"mrk" => Element::Mark,
            b"x" => Element::Placeable,
            _ => Element::Other,
        }
    }

    fn shown(self) -> &'static str {
        match self {
            Element::Xliff => "xliff",
            Element::File => "file",
            Element::Unit => "trans-unit",
            Element::Source => "source",
            Element::Target => "target",
            Element::Mark => "mrk",
            Element::Placeable => "x",
            Element::Other => "an element",
        }
    }
}

/// A unit that is being read.
struct Open {
    id: String,
    line: usize,
    is_translatable: bool,
    fingerprint: Option<String>,
    state: Option<String>,
    source: Vec<Part>,
    target: Vec<Part>,
    /// What makes it unreadable.
    fault: Option<String>,
}

struct Parser<'t> {
    lines: Lines<'t>,
    path: Vec<Element>,
    files: Vec<Incoming>,
    unit: Option<Open>,
    count: usize,
    is_xliff: bool,
}

impl Parser<'_> {
    fn event(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Start(start) => self.open(&start),
            Event::Empty(start) => {
                self.open(&start)?;
                self.close();
                Ok(())
            }
            Event::End(_) => {
                self.close();
                Ok(())
            }
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let text = character(&reference)?;
                self.text(&text.to_string())
            }
            Event::Decl(declaration) => match declaration.encoding() {
                Some(Ok(encoding)) if !is_utf8(&encoding) => Err(format!(
                    "expected UTF-8, but the file says that it is `{}`; save it as UTF-8",
                    short(&encoding)
                )),
                _ => Ok(()),
            },
            Event::DocType(_) => {
                Err("it has a document type, which could define entities; remove it".to_owned())
            }
            Event::Comment(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<(), String> {
        if self.path.len() == DEEPEST {
            return Err(format!("elements nest deeper than {DEEPEST} levels"));
        }
        let inside = self.path.last().copied();
        let element = match (
            Element::named(start.local_name().as_ref().as_bytes()),
            inside,
        ) {
            (Element::Xliff, None) => {
                let version = Attributes::read(start)?.take("version");
                if version.as_deref() != Some("1.2") {
                    let found = version.map_or("none".to_owned(), |version| short(&version));
                    return Err(format!(
                        "expected XLIFF of version 1.2, but found `{found}`"
                    ));
                }
                self.is_xliff = true;
                Element::Xliff
            }
            (_, None) => return Err("expected XLIFF, but found other XML".to_owned()),
            // What an alternative, a note or a tool's own element holds is not this text.
            (_, Some(Element::Other))
                if self.unit.is_some() || !self.path.contains(&Element::File) =>
            {
                Element::Other
            }
            (Element::File, Some(Element::Xliff)) => {
                let mut attributes = Attributes::read(start)?;
                let locale = attributes.take("target-language");
                let locale = locale.ok_or("expected `target-language` in `file`")?;
                self.files.push(Incoming {
                    locale,
                    units: Vec::new(),
                    unread: Vec::new(),
                });
                Element::File
            }
            (Element::Unit, _) if self.unit.is_none() && self.path.contains(&Element::File) => {
                self.unit(start)?;
                Element::Unit
            }
            (Element::Source, Some(Element::Unit)) => Element::Source,
            (Element::Target, Some(Element::Unit)) => {
                let state = Attributes::read(start)?.take("state");
                if let Some(unit) = &mut self.unit {
                    unit.state = state;
                }
                Element::Target
            }
            (Element::Mark, Some(Element::Source | Element::Target | Element::Mark)) => {
                Element::Mark
            }
            (Element::Placeable, Some(Element::Source | Element::Target | Element::Mark)) => {
                let mut attributes = Attributes::read(start)?;
                let number = attributes.take("id").unwrap_or_default();
                let fluent = attributes.take("equiv-text");
                self.part(Part::Placeable { number, fluent });
                Element::Placeable
            }
            (_, Some(Element::Source | Element::Target | Element::Mark | Element::Placeable)) => {
                let name = start.name();
                let name = short(name.as_ref());
                if let Some(unit) = &mut self.unit {
                    unit.fault = Some(format!(
                        "it holds the element `{name}`, which stands for nothing"
                    ));
                }
                Element::Other
            }
            _ => Element::Other,
        };
        self.path.push(element);
        Ok(())
    }

    fn unit(&mut self, start: &BytesStart<'_>) -> Result<(), String> {
        self.count += 1;
        if self.count > MOST_UNITS {
            return Err(format!("it has more than {MOST_UNITS} units"));
        }
        let mut attributes = Attributes::read(start)?;
        let id = attributes
            .take("id")
            .ok_or("expected `id` in `trans-unit`")?;
        let data = attributes.take("extradata");
        let fingerprint = data.and_then(|data| Some(data.strip_prefix(FINGERPRINT)?.to_owned()));
        let is_translatable = attributes.take("translate").as_deref() != Some("no");
        self.unit = Some(Open {
            id,
            line: self.lines.line,
            is_translatable,
            fingerprint,
            state: None,
            source: Vec::new(),
            target: Vec::new(),
            fault: None,
        });
        Ok(())
    }

    fn close(&mut self) {
        let closed = self.path.pop();
        if closed == Some(Element::Unit)
            && let Some(unit) = self.unit.take()
            && let Some(file) = self.files.last_mut()
            && unit.is_translatable
        {
            match unit.fault {
                Some(why) => file.unread.push((unit.id, unit.line, why)),
                None => file.units.push(unit.given()),
            }
        }
    }

    fn text(&mut self, text: &str) -> Result<(), String> {
        match self.path.last() {
            Some(Element::Source | Element::Target | Element::Mark) => {
                self.part(Part::Text(text.to_owned()));
                Ok(())
            }
            None if !text.trim().is_empty() => Err("expected XLIFF, but found text".to_owned()),
            _ => Ok(()),
        }
    }

    fn part(&mut self, part: Part) {
        let Some(unit) = &mut self.unit else { return };
        let is_target = self.path.contains(&Element::Target);
        let parts = if is_target {
            &mut unit.target
        } else {
            &mut unit.source
        };
        match (parts.last_mut(), part) {
            (Some(Part::Text(before)), Part::Text(text)) => before.push_str(&text),
            (_, part) => parts.push(part),
        }
    }
}

impl Open {
    fn given(self) -> Given {
        let is_empty = self.target.iter().all(|part| match part {
            Part::Text(text) => text.trim().is_empty(),
            Part::Placeable { .. } => false,
        });
        let state = match self.state.as_deref() {
            _ if is_empty => State::Untranslated,
            None | Some("translated" | "signed-off" | "final") => State::Done,
            Some(state) => State::Unfinished(format!("its state is `{}`", short(state))),
        };
        Given {
            id: self.id,
            line: self.line,
            origin: match self.fingerprint {
                Some(fingerprint) => Origin::Fingerprint(fingerprint),
                None => Origin::Unit(self.source),
            },
            state,
            target: self.target,
        }
    }
}

/// The attributes of an element, by their names without a prefix.
struct Attributes(Vec<(String, String)>);

impl Attributes {
    fn read(start: &BytesStart<'_>) -> Result<Self, String> {
        let mut all = Vec::new();
        // A repeated attribute would be looked for among all before it.
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| format!("it is not XML: {error}"))?;
            if all.len() == MOST_ATTRIBUTES {
                return Err(format!(
                    "an element has more than {MOST_ATTRIBUTES} attributes"
                ));
            }
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| format!("an attribute cannot be read: {error}"))?;
            let name = attribute.key.as_ref().to_owned();
            all.push((name, value.into_owned()));
        }
        Ok(Attributes(all))
    }

    fn take(&mut self, name: &str) -> Option<String> {
        let place = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(place).1)
    }
}

/// The character that a reference stands for.
fn character(reference: &BytesRef<'_>) -> Result<char, String> {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return Ok(character);
    }
    match reference.as_ref() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        other => Err(format!(
            "`&{};` is no character; write `&amp;` for `&`",
            short(other)
        )),
    }
}

/// As much of a text from a file as fits into a sentence.
fn short(text: &str) -> String {
    text.chars().take(50).collect()
}

/// Counts lines up to a place that moves forward.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl Lines<'_> {
    fn at(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let passed = bytes.get(self.at..at).unwrap_or_default();
        self.line += passed.split(|byte| *byte == b'\n').count() - 1;
        self.at = self.at.max(at);
        self.line
    }
}

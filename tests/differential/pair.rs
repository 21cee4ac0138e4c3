//! What both libraries give for one message, and in what it differs.

use tolken::fluent::FluentArgs;
use tolken::{Arguments, Catalog, FaultKind, Output, Request};

use super::functions::unmarked;
use super::reference::Reference;

/// What one library gives.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rendered {
    pub(super) text: String,
    /// The text with isolates.
    pub(super) ui: String,
    /// What it reports as wrong.
    pub(super) faults: Vec<String>,
}

/// One message or attribute, by both.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) tolken: Rendered,
    pub(super) fluent: Rendered,
}

/// In what the two can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aspect {
    /// The text; then the isolates in it may differ as well.
    Text,
    /// The isolates in the text: tolken has some of fluent-bundle's, and no others.
    FewerIsolates,
    /// The isolates in the text.
    Isolates,
    /// Whether a fault is reported.
    Faults,
}

impl Rendered {
    /// By tolken, which must have the message.
    pub(super) fn tolken(
        catalog: &Catalog,
        locale: &str,
        name: &str,
        args: &dyn Arguments,
    ) -> Self {
        assert!(catalog.contains(name), "tolken has no {name}");
        let locales = [locale.parse().unwrap()];
        let request = Request::new(name).args(args).locales(&locales);
        let (mut text, mut ui) = (String::new(), String::new());
        let answer = catalog.write_to(&request, &mut text);
        let in_ui = catalog.write_to(&request.output(Output::Ui), &mut ui);
        assert_eq!(answer, in_ui, "the output decides no fault");
        // Of these three fluent-bundle knows nothing: they are about the caller, not the message.
        let faults = answer.faults().iter().filter(|fault| {
            !matches!(
                fault.kind,
                FaultKind::EmptyArgument | FaultKind::UnknownArgument | FaultKind::LossyNumber
            )
        });
        Rendered {
            faults: faults.map(ToString::to_string).collect(),
            text,
            ui,
        }
    }

    /// By fluent-bundle, which must have the message.
    pub(super) fn fluent(reference: &mut Reference, name: &str, args: &FluentArgs<'_>) -> Self {
        let (text, errors) = reference.render(name, args, false).unwrap();
        let (ui, _) = reference.render(name, args, true).unwrap();
        Rendered {
            text: unmarked(&text),
            ui,
            faults: errors.iter().map(ToString::to_string).collect(),
        }
    }
}

impl Pair {
    /// In what the two differ.
    pub(super) fn differing(&self) -> Vec<Aspect> {
        let Pair { tolken, fluent } = self;
        let ui = unmarked(&fluent.ui);
        let mut differing = Vec::new();
        if tolken.text != fluent.text {
            differing.push(Aspect::Text);
        } else if tolken.ui != ui {
            let isolates = isolates(&ui);
            let are_among = |ours: Vec<_>| ours.iter().all(|isolate| isolates.contains(isolate));
            differing.push(if are_among(self::isolates(&tolken.ui)) {
                Aspect::FewerIsolates
            } else {
                Aspect::Isolates
            });
        }
        if tolken.faults.is_empty() != fluent.faults.is_empty() {
            differing.push(Aspect::Faults);
        }
        differing
    }
}

impl Aspect {
    /// Whether what differs in this may differ in the other as well.
    pub(super) fn covers(self, other: Aspect) -> bool {
        use Aspect::{FewerIsolates, Isolates, Text};
        self == other
            || matches!(
                (self, other),
                (Text, Isolates | FewerIsolates) | (Isolates, FewerIsolates)
            )
    }
}

/// What stands between isolates, as bytes of the text without them.
fn isolates(ui: &str) -> Vec<(usize, usize)> {
    let mut isolates = Vec::new();
    let mut open = Vec::new();
    let mut at = 0;
    for c in ui.chars() {
        match c {
            '\u{2068}' => open.push(at),
            '\u{2069}' => isolates.push((open.pop().expect("an isolate is opened"), at)),
            c => at += c.len_utf8(),
        }
    }
    assert!(open.is_empty(), "every isolate is closed");
    isolates
}

//! The tables of the library as the module has them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use tolken::function::elide::{self, Form};
use tolken::function::josa::{self, FinalSound, Pair};

const COMMAND: &str = "TOLKEN_GENERATE=1 cargo test -p tolken-portal --test functions generated";

const SOUNDS: [(FinalSound, &str); 4] = [
    (FinalSound::Vowel, "vowel"),
    (FinalSound::Rieul, "rieul"),
    (FinalSound::Consonant, "consonant"),
    (FinalSound::Unknown, "unknown"),
];

/// How long a line of the module may be.
const WIDTH: usize = 110;

#[test]
fn the_generated_tables_are_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/functions.js");
    let found = std::fs::read_to_string(&path).unwrap();
    let begin =
        format!("// Generated from the tables of the library. Do not edit; run:\n// {COMMAND}\n");
    let end = "// The end of what is generated.\n";
    let (before, rest) = found.split_once(&begin).expect("the mark of the beginning");
    let (_, after) = rest.split_once(end).expect("the mark of the end");
    let text = format!("{before}{begin}{}{end}{after}", tables());
    if std::env::var_os("TOLKEN_GENERATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap();
    assert!(
        found == text,
        "`tools/portal/assets/functions.js` is out of date; run `{COMMAND}`"
    );
}

fn tables() -> String {
    let mut text = String::from("\n/** The particles, and the form that follows each sound. */\n");
    text.push_str("const PAIRS = {\n");
    for pair in Pair::all() {
        let forms = SOUNDS.map(|(sound, name)| format!("{name}: {:?}", pair.form(sound)));
        writeln!(text, "  {:?}: {{ {} }},", pair.name(), forms.join(", ")).unwrap();
    }
    text.push_str("};\n\n/** Latin words whose reading is known, or known to be unsettled, by how it ends. */\n");
    text.push_str("const WORDS = {\n");
    let mut words = BTreeMap::<_, Vec<_>>::new();
    for (word, sound) in josa::words() {
        let place = SOUNDS.iter().position(|(known, _)| *known == sound);
        words.entry(place.unwrap()).or_default().push(word);
    }
    for (place, words) in words {
        array(
            &mut text,
            "  ",
            &format!("{}: [", SOUNDS[place].1),
            &words,
            "],",
        );
    }
    text.push_str(
        "};\n\n/** The French words that elide: in full, with the space after it, and elided. */\n",
    );
    text.push_str("const FORMS = new Map([\n");
    for form in Form::all() {
        let [full, elided] = form.words();
        writeln!(text, "  [{:?}, [{full:?}, {elided:?}]],", form.name()).unwrap();
    }
    text.push_str("]);\n\n");
    for (name, words) in elide::lists() {
        array(&mut text, "", &format!("const {name} = ["), words, "];");
        text.push('\n');
    }
    text
}

/// Writes an array of texts in as many lines as it takes.
fn array(text: &mut String, indent: &str, open: &str, items: &[&str], close: &str) {
    let items: Vec<_> = items.iter().map(|item| format!("{item:?}")).collect();
    let line = format!("{indent}{open}{}{close}", items.join(", "));
    if line.chars().count() <= WIDTH {
        writeln!(text, "{line}").unwrap();
        return;
    }
    writeln!(text, "{indent}{open}").unwrap();
    let mut line = format!("{indent} ");
    for item in items {
        if line.chars().count() + item.chars().count() + 2 > WIDTH {
            writeln!(text, "{line}").unwrap();
            line = format!("{indent} ");
        }
        write!(line, " {item},").unwrap();
    }
    writeln!(text, "{line}\n{indent}{close}").unwrap();
}

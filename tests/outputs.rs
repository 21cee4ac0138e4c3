//! Outputs: what an argument cannot do to what surrounds it.

use proptest::prelude::*;
use tolken::{Catalog, Layer, Output, Request, Value};

use crate::util::{catalog, faults};

fn shown(catalog: &Catalog, code: &str, value: &str, output: Output) -> String {
    let args = [("x", Value::from(value))];
    catalog
        .render(&Request::new(code).args(&args).output(output))
        .into_text()
}

#[test]
fn markup_is_text_in_html_wherever_it_comes_from() {
    let catalog = catalog(
        "fr-FR",
        "a = <b>{ $x }</b> & { \"<i>\" } l'eau\nb = { $x }\n",
    );
    assert_eq!(
        shown(&catalog, "a", "\" onload='x'><script>", Output::Html),
        "&lt;b&gt;<bdi>&quot; onload=&#39;x&#39;&gt;&lt;script&gt;</bdi>&lt;/b&gt; &amp; &lt;i&gt; l&#39;eau"
    );
    assert_eq!(shown(&catalog, "b", "<", Output::Html), "<bdi>&lt;</bdi>");
    assert_eq!(
        shown(&catalog, "<script>", "", Output::Html),
        "&lt;script&gt;"
    );
}

#[test]
fn a_log_entry_is_one_line_even_if_the_message_is_not() {
    let catalog = catalog("sv-SE", "a = rad ett\n    rad { $x }\n");
    assert_eq!(
        shown(&catalog, "a", "två\u{2028}\u{1b}[2J", Output::Log),
        r"rad ett\nrad två\u{2028}\u{1b}[2J"
    );
    assert_eq!(
        shown(&catalog, "no\nsuch\ncode", "", Output::Log),
        r"no\nsuch\ncode"
    );
}

#[test]
fn an_argument_that_is_the_whole_message_is_isolated_when_it_could_leak() {
    let catalog = catalog("en-US", "a = { $x }\n");
    assert_eq!(shown(&catalog, "a", "x", Output::Ui), "x");
    assert_eq!(
        shown(&catalog, "a", "\u{202e}x", Output::Ui),
        "\u{2068}\u{202e}x\u{2069}"
    );
}

#[test]
fn particles_and_choices_are_those_of_the_value_in_every_output() {
    let catalog = catalog("ko-KR", "a = { $x }{ JOSA($x, pair: \"이/가\") }\n");
    for (output, text) in [
        (Output::Text, "<서버>가"),
        (Output::Ui, "\u{2068}<서버>\u{2069}가"),
        (Output::Html, "<bdi>&lt;서버&gt;</bdi>가"),
        (Output::Log, "<서버>가"),
    ] {
        assert_eq!(shown(&catalog, "a", "<서버>", output), text);
    }
}

#[test]
fn a_sensitive_argument_leaves_no_trace_in_a_log() {
    let manifest = "[codes.a.args]\nx = { type = \"string\", sensitive = true }\n";
    let ftl = "a = { $x }{ JOSA($x, pair: \"이/가\") } { $x ->\n    [web] A\n   *[other] B\n } { NUMBER($x) } { UP($x) } { UP(b) }\nb = { $x }\n";
    let layer = Layer::new()
        .manifest("catalog.toml", manifest)
        .source("ko-KR", "a.ftl", ftl);
    let loaded = Catalog::builder()
        .layer(layer)
        .function("UP", |positional, _| positional[0].clone())
        .build()
        .unwrap();
    let args = [("x", Value::from("web"))];
    let request = Request::new("a").args(&args);
    let text = loaded
        .catalog()
        .render(&request.output(Output::Text))
        .into_text();
    assert_eq!(text, "web이 A web web web");
    let message = loaded.catalog().render(&request.output(Output::Log));
    assert_eq!(
        message.text(),
        "[redacted]이(가) B [redacted] [redacted] [redacted]"
    );
    assert_eq!(faults(&message), [""; 0]);
}

#[test]
fn items_of_a_list_are_guarded_one_by_one() {
    let catalog = catalog("nl-NL", "a = { $x }.\n");
    let args = [(
        "x",
        Value::from(vec![Value::from("<\u{2067}a"), "b\n".into()]),
    )];
    let request = Request::new("a").args(&args);
    let text = catalog.render(&request.output(Output::Html)).into_text();
    assert_eq!(text, "<bdi>&lt;\u{2067}a\u{2069} en b </bdi>.");
}

/// How deep isolates are open at the end, or `None` if one was closed that was not open.
fn open_isolates(text: &str) -> Option<usize> {
    text.chars().try_fold(0_usize, |open, c| match c {
        '\u{2066}'..='\u{2068}' => Some(open + 1),
        '\u{2069}' => open.checked_sub(1),
        _ => Some(open),
    })
}

proptest! {
    #![proptest_config(crate::util::cases(512))]

    #[test]
    fn whatever_an_argument_holds_its_surroundings_stand(
        value in "[a<>&\"'\u{202a}-\u{202e}\u{2066}-\u{2069}\u{200e}\u{61c}\n\r\u{85}\u{2028}\u{2029}\u{1b}\u{7}\u{9b} ]{0,12}",
    ) {
        let catalog = Catalog::builtin();
        let args = [("hash", Value::from(value.as_str()))];
        let request = Request::new("InvalidHashValue").args(&args).range("sv");
        let shown = |output| catalog.render(&request.output(output)).into_text();

        let ui = shown(Output::Ui);
        let inner = ui.strip_prefix("Hashvärdet \u{2068}");
        let inner = inner.and_then(|ui| ui.strip_suffix("\u{2069} är ogiltigt."));
        prop_assert_eq!(inner.and_then(open_isolates), Some(0), "{}", ui.escape_debug());
        let ends_line = |c| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2029}' | '\u{1b}' | '\u{9b}');
        prop_assert!(!ui.contains(ends_line), "{}", ui.escape_debug());

        let html = shown(Output::Html);
        prop_assert!(html.starts_with("Hashvärdet <bdi>") && html.ends_with("</bdi> är ogiltigt."));
        prop_assert_eq!(html.matches('<').count(), 2);
        prop_assert!(!html.contains(['"', '\'']), "{html}");
        prop_assert_eq!(open_isolates(&html), Some(0));

        let log = shown(Output::Log);
        prop_assert!(log.starts_with("Hashvärdet ") && log.ends_with(" är ogiltigt."));
        let acts = |c: char| {
            c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{61c}')
        };
        prop_assert!(!log.contains(acts), "{}", log.escape_debug());

        let text = shown(Output::Text);
        prop_assert_eq!(text, format!("Hashvärdet {value} är ogiltigt."));
    }
}

//! What is rendered, by the clock and by the count of instructions: each case in every built-in
//! locale, one after the other.

use std::hint::black_box;

use tolken::codes;
use tolken::{Arguments, Catalog, LanguageIdentifier, Localized, Output, Request, Value};

/// The built-in catalog, and the locales as a service would keep them.
pub(crate) struct Cases {
    catalog: Catalog,
    locales: Vec<[LanguageIdentifier; 1]>,
}

/// Renders in every locale, into a buffer that is cleared before.
pub(crate) type Run = fn(&Cases, &mut String);

/// The cases: a name and how to render it.
pub(crate) const CASES: [(&str, Run); 15] = [
    ("no argument", |cases, out| {
        cases.render("NotFound", &(), Output::Text, out);
    }),
    ("a string", |cases, out| {
        let args = [("url", Value::from(black_box("htp://contoso.com/a")))];
        cases.render("InvalidUrl", &args, Output::Text, out);
    }),
    ("two integers", |cases, out| {
        cases.integers(black_box(150), black_box(100), out);
    }),
    ("two grouped integers", |cases, out| {
        cases.integers(black_box(1_234_567), black_box(10_000), out);
    }),
    ("a plural", |cases, out| {
        let args = [("allowed", Value::from(black_box(100)))];
        cases.render("MaximumBatchSizeExceeded.action", &args, Output::Text, out);
    }),
    ("a choice and a particle", |cases, out| {
        let args = [
            ("resource_type", Value::from(black_box("machine"))),
            ("resource_id", black_box("123123123").into()),
        ];
        cases.render("ResourceNotFound", &args, Output::Text, out);
    }),
    ("a typed string", |cases, out| {
        let error = codes::InvalidUrl {
            url: black_box("htp://contoso.com/a"),
        };
        cases.typed(&error, out);
    }),
    ("two typed integers", |cases, out| {
        let error = codes::MaximumBatchSizeExceeded {
            received: black_box(150),
            allowed: black_box(100),
        };
        cases.typed(&error, out);
    }),
    ("a typed choice and a particle", |cases, out| {
        let error = codes::ResourceNotFound {
            resource_type: black_box(codes::ResourceType::Machine),
            resource_id: black_box("123123123"),
        };
        cases.typed(&error, out);
    }),
    ("a string for a UI", |cases, out| {
        cases.escaped(Output::Ui, out);
    }),
    ("a string for HTML", |cases, out| {
        cases.escaped(Output::Html, out);
    }),
    ("a string for a log", |cases, out| {
        cases.escaped(Output::Log, out);
    }),
    ("an unknown code", |cases, out| {
        cases.render("Gone", &(), Output::Text, out);
    }),
    ("a header", |cases, out| {
        for header in [
            "en-GB,en;q=0.9",
            "fr-CA,fr;q=0.8",
            "ko",
            "nl-BE",
            "sv;q=1",
            "zh-Hans",
        ] {
            out.clear();
            let request = Request::new(black_box("NotFound")).accept_language(black_box(header));
            cases.catalog.write_to(&request, out);
            black_box(&out);
        }
    }),
    ("a whole message", |cases, _| {
        let args = [("url", Value::from(black_box("htp://contoso.com/a")))];
        for locales in &cases.locales {
            let request = Request::new(black_box("InvalidUrl"))
                .args(&args)
                .locales(locales);
            black_box(cases.catalog.render(&request));
        }
    }),
];

impl Cases {
    pub(crate) fn new() -> Self {
        let catalog = Catalog::builtin();
        let locales = catalog
            .locales()
            .iter()
            .cloned()
            .map(|locale| [locale])
            .collect();
        Cases { catalog, locales }
    }

    fn integers(&self, received: u64, allowed: u64, out: &mut String) {
        let args = [
            ("received", Value::from(received)),
            ("allowed", allowed.into()),
        ];
        self.render("MaximumBatchSizeExceeded", &args, Output::Text, out);
    }

    fn typed(&self, error: &dyn Localized, out: &mut String) {
        for locales in &self.locales {
            out.clear();
            self.catalog
                .write_to(&error.request().locales(locales), out);
            black_box(&out);
        }
    }

    fn escaped(&self, output: Output, out: &mut String) {
        let args = [(
            "url",
            Value::from(black_box("htp://contoso.com/?a=1&b=<2>")),
        )];
        self.render("InvalidUrl", &args, output, out);
    }

    fn render(&self, code: &str, args: &dyn Arguments, output: Output, out: &mut String) {
        for locales in &self.locales {
            out.clear();
            let request = Request::new(black_box(code)).args(args).output(output);
            self.catalog.write_to(&request.locales(locales), out);
            black_box(&out);
        }
    }
}

//! The words of the pages, as templates ask for them: `words("search-title")`, with arguments by name.

use std::fmt;
use std::sync::Arc;

use minijinja::value::{Kwargs, Object};
use minijinja::{Error, ErrorKind, State, Value};
use tolken::{Args, Catalog, LanguageIdentifier, Output, Request};

/// The words of one page, in the language of who reads it.
pub(super) struct Words {
    catalog: Catalog,
    locales: [LanguageIdentifier; 1],
}

impl Words {
    pub(super) fn object(catalog: &Catalog, locale: &LanguageIdentifier) -> Value {
        Value::from_object(Words {
            catalog: catalog.clone(),
            locales: [locale.clone()],
        })
    }
}

impl Object for Words {
    fn call(self: &Arc<Self>, _: &mut State<'_, '_>, given: &[Value]) -> Result<Value, Error> {
        let (id, named): (&str, Kwargs) = minijinja::value::from_args(given)?;
        if !self.catalog.contains(id) {
            let message = format!("expected a message of the pages, but found `{id}`");
            return Err(Error::new(ErrorKind::InvalidOperation, message));
        }
        let mut args = Args::new();
        for name in named.args() {
            let value: Value = named.get(name)?;
            match (i64::try_from(value.clone()), f64::try_from(value.clone())) {
                (Ok(number), _) if value.is_number() => args.set(name, number),
                (_, Ok(number)) if value.is_number() => args.set(name, number),
                _ => args.set(name, value.to_string()),
            }
        }
        // What an argument holds may be anything, and stays its own matter.
        let request = Request::new(id).args(&args).output(Output::Ui);
        Ok(Value::from(
            self.catalog.text(&request.locales(&self.locales)),
        ))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the words of a page")
    }
}

//! `load` and `identify`: from a text back to its message.

use serde_json::{Value, json};
use tolken::{Catalog, Index, Query};

/// Loads a folder, for the requests behind it.
pub(crate) fn load(request: &Value, index: &mut Option<Index>) -> Option<Value> {
    let dir = request["dir"].as_str()?;
    Some(match Catalog::from_dir(dir) {
        Ok(loaded) => {
            let catalog = loaded.catalog();
            let codes = catalog.codes().len();
            *index = Some(catalog.index());
            json!({ "loaded": codes })
        }
        Err(error) => json!({ "error": error.to_string() }),
    })
}

/// Answers by the folder that was loaded last; without one there is nothing to search.
pub(crate) fn answer(request: &Value, index: Option<&Index>) -> Option<Value> {
    let text = request["text"].as_str()?;
    let Some(index) = index else {
        return Some(json!({ "error": "expected `load` before `identify`" }));
    };
    let query = Query::new(text);
    let query = match request["locale"].as_str() {
        Some(locale) => query.locale_hint(locale),
        None => query,
    };
    let matches = index.lookup(&query);
    let matches: Vec<_> = matches
        .matches()
        .iter()
        .map(|found| {
            let id = match found.attribute() {
                Some(attribute) => format!("{}.{attribute}", found.code()),
                None => found.code().to_owned(),
            };
            let arguments = found.arguments().iter();
            let args: serde_json::Map<_, _> = arguments
                .map(|argument| (argument.name().to_owned(), json!(argument.value())))
                .collect();
            json!({ "id": id, "args": args })
        })
        .collect();
    Some(json!({ "matches": matches }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_manifest_is_searched() {
        let dir = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../cli/tests/cmd/catalogs/plain"
        );
        let mut index = None;
        let identify = json!({ "op": "identify", "locale": "ko", "text": "서버님, 안녕하세요." });
        assert!(answer(&identify, index.as_ref()).unwrap()["error"].is_string());
        let loaded = load(&json!({ "op": "load", "dir": dir }), &mut index);
        assert_eq!(loaded.unwrap(), json!({ "loaded": 2 }));
        let found = answer(&identify, index.as_ref()).unwrap();
        assert_eq!(
            found["matches"][0],
            json!({ "id": "Greeting", "args": { "name": "서버" } })
        );
        let other = json!({ "op": "identify", "text": "Disk quota exceeded" });
        let found = answer(&other, index.as_ref()).unwrap();
        assert_eq!(found, json!({ "matches": [] }));
    }
}

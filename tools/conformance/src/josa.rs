//! `josa`: a word with its particle.

use serde_json::{Value, json};
use tolken::function::josa::{Kind, Pair, particle};

pub(crate) fn answer(request: &Value) -> Option<Value> {
    let word = request["word"].as_str()?;
    let pair = request["pair"]
        .as_str()
        .or(request["particle"].as_str())
        .and_then(Pair::parse);
    let particle = particle(word, pair?, Kind::Word);
    Some(json!({ "result": format!("{word}{particle}"), "particle": particle }))
}

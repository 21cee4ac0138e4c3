//! `LIST`: how the values of a list are joined, with the types of ECMA-402's `Intl.ListFormat`.

use super::{Literal, OptionError};
use crate::locale::ListKind;

pub(crate) fn list_kind(given: &[(&str, Literal<'_>)], errors: &mut Vec<OptionError>) -> ListKind {
    let mut kind = ListKind::default();
    for (name, literal) in given {
        match (*name, literal) {
            ("type", Literal::Text("and" | "conjunction")) => kind = ListKind::And,
            ("type", Literal::Text("or" | "disjunction")) => kind = ListKind::Or,
            ("type", Literal::Text("unit")) => kind = ListKind::Unit,
            ("type", _) => {
                let expected = "`\"and\"`, `\"or\"` or `\"unit\"`";
                errors.push(OptionError::value("LIST", name, expected, literal));
            }
            _ => errors.push(OptionError::unknown(
                "LIST",
                name,
                "its only option is `type`",
            )),
        }
    }
    kind
}

//! Many arguments: they are read, found and compared in time that follows their number. No clock is
//! asked, since a machine may be busy: a square would be a test that does not end.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use tolken::fluent::FluentArgs;
use tolken::{Args, Arguments, Catalog, FaultKind, Request, Value};

use crate::util::catalog;

const MANY: usize = 100_000;

/// An object of many arguments, each of them twice.
fn json() -> String {
    let mut json = String::from("{");
    for index in (0..MANY).chain(0..MANY) {
        write!(json, "\"a{index}\": {index}, ").unwrap();
    }
    json + "\"url\": \"서버\"}"
}

/// Each name was compared with all names before it.
#[test]
fn arguments_are_read_from_json_however_many_they_are() {
    let args: Args = serde_json::from_str(&json()).unwrap();
    assert_eq!(args.len(), MANY + 1);
    let (index, value) = args.find("a4711").unwrap();
    assert_eq!((index, value), (4711, Value::from(4711)));
    let backwards: Args = (0..MANY)
        .rev()
        .map(|index| (format!("a{index}"), Value::from(index)))
        .chain([("url".to_owned(), Value::from("서버"))])
        .collect();
    assert_eq!(args, backwards);
    assert_ne!(args, backwards.with("a0", 1));
}

/// A map counted its entries up to each place.
#[test]
fn a_map_of_any_size_is_asked_for_what_a_message_reads() {
    let mut fluent = FluentArgs::with_capacity(MANY);
    for index in 0..MANY {
        fluent.set(format!("a{index:06}"), index);
    }
    fluent.set("url", "서버");
    let pairs = || {
        let many = (0..MANY).map(|index| (format!("a{index}"), Value::from(index)));
        many.chain([("url".to_owned(), Value::from("서버"))])
    };
    let sorted: BTreeMap<_, _> = pairs().collect();
    let hashed: HashMap<_, _> = pairs().collect();
    let all: [&dyn Arguments; 3] = [&fluent, &sorted, &hashed];
    for args in all {
        let request = Request::new("InvalidUrl").args(args).range("ko");
        let message = Catalog::builtin().render(&request);
        assert_eq!(message.text(), "잘못된 URL입니다: 서버");
        assert_eq!(message.faults().len(), 256);
        assert_eq!(message.faults()[0].kind, FaultKind::UnknownArgument);
        assert!(format!("{request:?}").len() < 100_000);
    }
}

/// Each of a message's variables was looked for among all arguments.
#[test]
fn a_message_of_many_variables_takes_many_arguments() {
    let parts: Vec<_> = (0..5_000).map(|index| format!("{{ $a{index} }}")).collect();
    let catalog = catalog("nl-NL", &format!("veel = {}\n", parts.concat()));
    let args: Args = serde_json::from_str(&json()).unwrap();
    let message = catalog.render(&Request::new("veel").args(&args));
    assert!(message.text().ends_with("4.9984.999"));
}

/// The order is that in which they were set, and a name is there once.
#[test]
fn arguments_keep_their_order_however_many_they_are() {
    for many in [3, 16, 17, 40] {
        let mut args = Args::new();
        for index in 0..many {
            args.set(format!("a{index}"), index);
        }
        args.set("a1", "새로");
        let names: Vec<_> = args.iter().map(|(name, _)| name.to_owned()).collect();
        let expected: Vec<_> = (0..many).map(|index| format!("a{index}")).collect();
        assert_eq!(names, expected);
        assert_eq!(args.find("a1"), Some((1, Value::from("새로"))));
        assert_eq!(args.find("b"), None);
        assert_eq!(args.clone(), args);
    }
}

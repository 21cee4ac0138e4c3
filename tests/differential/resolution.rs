//! Resources that are made up, rendered by both.

use std::cell::RefCell;

use proptest::test_runner::{TestCaseError, TestRunner};

use super::case::Outcome;
use super::generate;
use crate::util::cases;

#[test]
fn whatever_a_translator_writes_reads_the_same() {
    let total = RefCell::new(Outcome::default());
    let result = TestRunner::new(cases(2000)).run(&generate::case(), |case| {
        let outcome = case.compare();
        if let Some((name, aspect, pair)) = outcome.differences.first() {
            let difference = format!("{aspect:?} of {name} differ: {pair:#?}");
            return Err(TestCaseError::fail(difference));
        }
        let mut total = total.borrow_mut();
        total.same += outcome.same;
        total.accepted += outcome.accepted;
        total.skipped += outcome.skipped;
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    // What is accepted must not become what is usual.
    let Outcome {
        same,
        accepted,
        skipped,
        ..
    } = total.into_inner();
    assert!(same > 4000, "only {same} messages are the same");
    assert!(same > 3 * accepted, "{accepted} differ, {same} do not");
    assert!(same > 100 * skipped, "{skipped} are too large");
}

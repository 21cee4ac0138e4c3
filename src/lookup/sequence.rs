//! Messages one after another in a text, where one begins with an argument.
//!
//! As the reading of a whole text its first argument takes in the messages before it. Separate from
//! the [search](super::search), which finds each reading for itself.

use std::collections::HashMap;

use super::bits;
use super::hit::Hit;

/// How many messages before one are looked for.
const MESSAGES: usize = 64;

/// Begins the whole readings behind the messages that their first arguments begin with.
///
/// A message that is all of the argument is what the argument says, and so is one that does not end
/// in a full stop.
pub(super) fn advance(text: &[u8], hits: &mut [Hit]) {
    let swallows = |hit: &Hit| {
        let gap = hit.placement.slots.first();
        hit.placement.is_whole
            && gap.is_some_and(|gap| gap.range.start == 0 && !gap.range.is_empty() && !gap.isolated)
    };
    if !hits.iter().any(swallows) {
        return;
    }
    // The sentences that are messages, the longest at each place.
    let mut sentences: HashMap<usize, usize> = HashMap::new();
    for hit in hits.iter() {
        let span = &hit.placement.span;
        if span.end < text.len() && text[..span.end].ends_with(b".") && hit.weight() > 0.0 {
            let end = sentences.entry(span.start).or_default();
            *end = span.end.max(*end);
        }
    }
    if sentences.is_empty() {
        return;
    }
    for hit in hits.iter_mut().filter(|hit| swallows(hit)) {
        let end = hit.placement.slots[0].range.end;
        let mut start = 0;
        for _ in 0..MESSAGES {
            let Some(&next) = sentences.get(&start).filter(|&&next| next < end) else {
                break;
            };
            start = next
                + text[next..end]
                    .iter()
                    .take_while(|&&byte| byte == b' ')
                    .count();
        }
        if start == 0 || start >= end {
            continue;
        }
        hit.placement.slots[0].range.start = start;
        hit.placement.slots[0].open = true;
        hit.placement.span.start = start;
        hit.placement.is_whole = false;
        hit.prior = bits::PRIOR_SCAN;
    }
}

//! Where the lines of a text begin, and how many characters lie before a place.
//!
//! Found once for a text. It is separate from the text because few texts need it: only what has a
//! finding is ever asked for a line and a column.

use super::span::offset;

/// How many bytes lie between two places whose count of characters is kept: a column in a line of
/// any length costs no more than counting so many.
const STEP: usize = 1024;

/// Line starts and character counts of one text.
#[derive(Debug)]
pub(super) struct Lines {
    /// The offset of each line's first byte; the first is 0.
    starts: Vec<u32>,
    /// How many characters begin before each multiple of [`STEP`].
    counts: Vec<u32>,
}

impl Lines {
    pub(super) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let newlines = memchr::memchr_iter(b'\n', bytes);
        let starts = std::iter::once(0)
            .chain(newlines.map(|at| offset(at + 1)))
            .collect();
        let mut counts = vec![0];
        let mut count = 0;
        for step in bytes.chunks_exact(STEP) {
            count += beginnings(step);
            counts.push(offset(count));
        }
        Lines { starts, counts }
    }

    /// The number of the line that an offset is in, from 1.
    pub(super) fn number(&self, at: usize) -> usize {
        // The first start is 0, so at least one is at or before the offset.
        self.starts.partition_point(|&start| start as usize <= at)
    }

    /// The first byte of a line, and the one behind its last, its end left out.
    pub(super) fn range(&self, number: usize, text: &str) -> std::ops::Range<usize> {
        let start = self.starts[number - 1] as usize;
        let next = self.starts.get(number).map(|&next| next as usize - 1);
        start..next.unwrap_or(text.len())
    }

    /// How many characters begin between two offsets of the text.
    pub(super) fn characters(&self, range: std::ops::Range<usize>, text: &str) -> usize {
        let before = |at: usize| {
            let step = at / STEP;
            self.counts[step] as usize + beginnings(&text.as_bytes()[step * STEP..at])
        };
        before(range.end) - before(range.start)
    }
}

/// How many of these bytes begin a character.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_between_any_two_places() {
        let text = "a값é\n👍".repeat(700);
        let lines = Lines::new(&text);
        for start in (0..text.len()).step_by(97) {
            for end in (start..text.len()).step_by(411) {
                let counted = beginnings(&text.as_bytes()[start..end]);
                assert_eq!(lines.characters(start..end, &text), counted);
            }
        }
        assert_eq!(lines.range(1, &text), 0..6);
        assert_eq!(lines.range(701, &text), text.len() - 4..text.len());
    }
}

//! Which of the two media types of errors a client prefers, by its header `Accept`.

/// The longest header, and the most media ranges of one, that are read.
const MAX_LENGTH: usize = 4096;
const MAX_RANGES: usize = 64;

/// Whether a client would rather have `application/problem+json` than `application/json`.
pub(crate) fn prefers_problem<'l>(lines: impl Iterator<Item = &'l str>) -> bool {
    let (mut problem, mut json) = (Quality::default(), Quality::default());
    let ranges = lines
        .filter(|value| value.len() <= MAX_LENGTH)
        .flat_map(|value| value.split(','));
    for range in ranges.take(MAX_RANGES) {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let q = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        let q = q.map_or(1.0, |q| q.parse().unwrap_or(0.0));
        let specific = match () {
            () if name.eq_ignore_ascii_case("application/problem+json") => 3,
            () if name.eq_ignore_ascii_case("application/json") => 3,
            () if name.eq_ignore_ascii_case("application/*") => 2,
            () if name == "*/*" => 1,
            () => continue,
        };
        if specific < 3 || name.len() == "application/problem+json".len() {
            problem.add(specific, q);
        }
        if specific < 3 || name.len() == "application/json".len() {
            json.add(specific, q);
        }
    }
    problem.q > json.q
}

/// The quality that the most specific range gives (RFC 9110, 12.5.1).
#[derive(Default)]
struct Quality {
    specific: u8,
    q: f32,
}

impl Quality {
    fn add(&mut self, specific: u8, q: f32) {
        if specific > self.specific {
            *self = Quality { specific, q };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_specific_and_the_higher_win() {
        let prefers = |accept| prefers_problem([accept].into_iter());
        assert!(prefers("application/problem+json"));
        assert!(prefers("application/problem+json, application/json;q=0.9"));
        assert!(prefers("application/json;q=0.1, */*"));
        assert!(!prefers("application/json, application/problem+json"));
        assert!(!prefers("*/*"));
        assert!(!prefers("text/html, application/*;q=0.8"));
        assert!(!prefers("application/problem+json;q=0"));
        assert!(!prefers("application/problem+json;q=x"));
        assert!(!prefers_problem([].into_iter()));
        assert!(prefers_problem(
            ["application/json;q=0.5", "application/problem+json"].into_iter()
        ));
    }
}

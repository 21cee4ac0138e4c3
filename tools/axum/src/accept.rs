//! Which media type of errors a client prefers, by its header `Accept`.

/// The longest header, and the most media ranges of one, that are read.
const MAX_LENGTH: usize = 4096;
const MAX_RANGES: usize = 64;

/// What a client would rather have than `application/json`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Preference {
    /// `application/problem+json`.
    pub(crate) problem: bool,
    /// `text/html`, which only browsers name.
    pub(crate) html: bool,
}

/// Reads what a client prefers, of the lines of the header.
pub(crate) fn preference<'l>(lines: impl Iterator<Item = &'l str>) -> Preference {
    let (mut problem, mut json, mut html) =
        (Quality::default(), Quality::default(), Quality::default());
    let ranges = lines
        .filter(|value| value.len() <= MAX_LENGTH)
        .flat_map(|value| value.split(','));
    for range in ranges.take(MAX_RANGES) {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let q = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        let q = q.map_or(1.0, |q| q.parse().unwrap_or(0.0));
        if name.eq_ignore_ascii_case("text/html") {
            html.add(3, q);
            continue;
        }
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
    Preference {
        problem: problem.q > json.q,
        // A browser takes anything else as well, and less gladly.
        html: html.q > 0.0 && html.q >= json.q && html.q >= problem.q,
    }
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
        let preference = |accept| preference([accept].into_iter());
        let prefers = |accept| preference(accept).problem;
        assert!(prefers("application/problem+json"));
        assert!(prefers("application/problem+json, application/json;q=0.9"));
        assert!(prefers("application/json;q=0.1, */*"));
        assert!(!prefers("application/json, application/problem+json"));
        assert!(!prefers("*/*"));
        assert!(!prefers("text/html, application/*;q=0.8"));
        assert!(!prefers("application/problem+json;q=0"));
        assert!(!prefers("application/problem+json;q=x"));
        assert_eq!(super::preference([].into_iter()), Preference::default());
        let lines = ["application/json;q=0.5", "application/problem+json"];
        assert!(super::preference(lines.into_iter()).problem);
        let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        assert!(preference(browser).html);
        assert!(preference("text/html").html);
        for program in [
            "*/*",
            "application/json, text/html;q=0.9",
            "text/html;q=0",
            "text/*",
        ] {
            assert!(!preference(program).html, "{program}");
        }
    }
}

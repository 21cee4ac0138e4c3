//! The lines of `source.lock` with their places: `fr-FR InvalidUrl.action = Is { $url } right?`.
//!
//! The library reads what a lock means; this is for whoever changes a line, or asks what it said.

/// What a translation was made from.
#[derive(Debug)]
pub(crate) struct Line<'t> {
    /// The tag of the locale.
    pub(crate) tag: &'t str,
    pub(crate) name_at: usize,
    /// `id`, `id.attribute` or `-id`.
    pub(crate) name: &'t str,
    pub(crate) wording_at: usize,
    pub(crate) wording: &'t str,
}

/// The lines that say something.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let (tag, rest) = line.split_once(' ')?;
        let (name, wording) = rest.split_once(" = ")?;
        let name_at = start + tag.len() + 1;
        (!tag.starts_with('#')).then_some(Line {
            tag,
            name_at,
            name,
            wording_at: name_at + name.len() + 3,
            wording: wording.trim_end(),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_where_it_stands() {
        let text = "# a b = c\n\nfr-FR a.b = A = { $b }\r\n<<<<<<< ours\nfr-FR -c = C";
        let found: Vec<_> = lines(text)
            .map(|line| {
                assert!(text[line.name_at..].starts_with(line.name));
                assert!(text[line.wording_at..].starts_with(line.wording));
                (line.tag, line.name, line.wording)
            })
            .collect();
        assert_eq!(
            found,
            [("fr-FR", "a.b", "A = { $b }"), ("fr-FR", "-c", "C")]
        );
    }
}

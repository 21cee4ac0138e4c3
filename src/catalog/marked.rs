//! Rendering that tells where the values are.

use super::Catalog;
use crate::fault::Faults;
use crate::render::{Marked, Request};

impl Catalog {
    /// Renders a text and tells which of it came from values: arguments, and what functions made of
    /// them. Particles, elided words and the variants of choices are the message's own.
    ///
    /// As total as [`render`](Self::render).
    ///
    /// # Example
    ///
    /// ```
    /// use tolken::{Catalog, Request, Value};
    ///
    /// let args = [("resource_type", Value::from("machine")), ("resource_id", Value::from("7"))];
    /// let request = Request::new("ResourceNotFound").args(&args).range("ko");
    /// let marked = Catalog::builtin().marked(&request);
    /// let pieces: Vec<_> = marked.pieces().collect();
    /// assert_eq!(pieces, [("컴퓨터 ", false), ("7", true), ("을 찾을 수 없습니다.", false)]);
    /// ```
    #[must_use]
    pub fn marked(&self, request: &Request<'_>) -> Marked {
        let mut text = String::new();
        let mut values = Vec::new();
        let mut faults = Faults::default();
        let origin = self.0.origin(request, &mut text, &mut faults);
        if let Some(origin) = &origin {
            let mut writer = self.0.writer(origin, request, &mut text, &mut faults);
            writer.values = Some(&mut values);
            writer.write(origin.ops);
            let used = writer.used;
            self.0.note_unused(origin, used, request, &mut faults);
        }
        Marked {
            text,
            values,
            locale: origin.map(|origin| self.locales()[origin.locale].clone()),
            faults: faults.into_vec(),
        }
    }
}

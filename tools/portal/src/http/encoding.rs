//! Bodies in fewer bytes, for clients that can read them.

use std::io::Write;
use std::sync::OnceLock;

use axum::body::Bytes;
use axum::http::HeaderValue;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The shortest body that is worth it: less goes into one packet in any case.
const SHORTEST: usize = 1024;

/// How much brotli tries, of 11: more costs far more time than it saves bytes.
const EFFORT: i32 = 4;

/// How a body is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Identity,
    Gzip,
    Brotli,
}

impl Encoding {
    /// The best that a client can read, for a body of such a length.
    pub(crate) fn of(accept: Option<&HeaderValue>, length: usize) -> Self {
        let Some(accept) = accept.filter(|_| length > SHORTEST) else {
            return Encoding::Identity;
        };
        let accept = accept.to_str().unwrap_or_default();
        let (brotli, gzip) = (weight(accept, "br"), weight(accept, "gzip"));
        match () {
            () if brotli > 0.0 && brotli >= gzip => Encoding::Brotli,
            () if gzip > 0.0 => Encoding::Gzip,
            () => Encoding::Identity,
        }
    }

    /// The value of `Content-Encoding`.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Encoding::Identity => None,
            Encoding::Gzip => Some("gzip"),
            Encoding::Brotli => Some("br"),
        }
    }

    /// The body so encoded.
    pub(crate) fn encode(self, body: &Bytes) -> Bytes {
        const WRITTEN: &str = "memory can be written";
        match self {
            Encoding::Identity => body.clone(),
            Encoding::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(body).expect(WRITTEN);
                encoder.finish().expect(WRITTEN).into()
            }
            Encoding::Brotli => {
                let parameters = brotli::enc::BrotliEncoderParams {
                    quality: EFFORT,
                    size_hint: body.len(),
                    ..Default::default()
                };
                let mut out = Vec::new();
                brotli::BrotliCompress(&mut &body[..], &mut out, &parameters).expect(WRITTEN);
                out.into()
            }
        }
    }
}

/// A body that stays the same, encoded at most once each way.
#[derive(Default)]
pub(crate) struct Fixed {
    plain: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

impl Fixed {
    pub(crate) fn new(plain: Bytes) -> Self {
        Fixed {
            plain,
            ..Fixed::default()
        }
    }

    pub(crate) fn plain(&self) -> &Bytes {
        &self.plain
    }

    pub(crate) fn encoded(&self, encoding: Encoding) -> Bytes {
        let kept = match encoding {
            Encoding::Identity => &self.plain,
            Encoding::Gzip => self.gzip.get_or_init(|| encoding.encode(&self.plain)),
            Encoding::Brotli => self.brotli.get_or_init(|| encoding.encode(&self.plain)),
        };
        kept.clone()
    }
}

/// The weight of an encoding in a header `Accept-Encoding`; `*` stands for those not named.
fn weight(accept: &str, name: &str) -> f32 {
    let mut any = 0.0;
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let encoding = parts.next().unwrap_or_default();
        let q = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        let q = q.map_or(1.0, |q| q.parse().unwrap_or(0.0));
        match encoding {
            "*" => any = q,
            _ if encoding.eq_ignore_ascii_case(name) => return q,
            _ => {}
        }
    }
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_decides_and_short_bodies_stay() {
        for (accept, encoding) in [
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip;q=1.0, br;q=0.5", Encoding::Gzip),
            ("br;q=0, gzip", Encoding::Gzip),
            ("*", Encoding::Brotli),
            ("*;q=0", Encoding::Identity),
            ("identity", Encoding::Identity),
            ("GZIP", Encoding::Gzip),
            ("br;q=NaN", Encoding::Identity),
            ("", Encoding::Identity),
        ] {
            let header = HeaderValue::from_static(accept);
            assert_eq!(Encoding::of(Some(&header), 2000), encoding, "{accept}");
            assert_eq!(Encoding::of(Some(&header), 1000), Encoding::Identity);
        }
        assert_eq!(Encoding::of(None, 2000), Encoding::Identity);
    }
}

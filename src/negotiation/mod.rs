//! From what a reader asks for to an ordered list of the catalog's locales.
//!
//! A reader asks with an `Accept-Language` header, a list of ranges or one range; [`Offered`] holds
//! the locales that a catalog has, and answers with indexes into them. The rules:
//!
//! 1. Ranges are taken by descending weight, equal weights in the order written.
//! 2. A range gets at most one locale: the tag itself; else the range cut back step by step (RFC
//!    4647, section 3.4) along CLDR's parents, so that `es-MX` goes to `es-419` before `es`; else a
//!    locale of the same language *and script* after likely subtags (UTS #35), the same region
//!    first, then the catalog's order. So `ko` finds `ko-KR`, and `pt-BR` finds `pt-PT`.
//! 3. Nothing but the tag itself crosses a script: `zh-TW` gets neither `zh-CN` nor `zh`. Nor does
//!    anything cross a language: `nb` and `no` are one language, `da` and `sv` are two.
//! 4. `*`, `und` and `i-default` ask for the source locale.
//! 5. A range with `q=0` bars the locales that it covers, unless a more specific range with a
//!    weight covers them too. `*;q=0` bars nothing: what no range asks for is not answered anyway.
//! 6. The source locale always answers, last unless it was asked for earlier, even under `en;q=0`:
//!    a message in another language is worth more than status 406 (RFC 9110, section 12.5.4).
//!
//! Extensions and private use are cut off before matching, deprecated subtags and aliases are
//! replaced (`iw` is `he`, `zh-yue` is `yue`), and case never matters. What is malformed is
//! skipped, never an error, and the work is bounded on any header. The host's own locale is never
//! consulted.
//!
//! ```
//! use tolken::negotiation::{AcceptLanguage, Offered};
//!
//! let offered = Offered::new(vec!["en-US".parse()?, "ko-KR".parse()?, "zh-CN".parse()?], 0);
//! let negotiate = |header| offered.negotiate(&AcceptLanguage::parse(header));
//! assert_eq!(negotiate("zh-TW, zh-CN;q=0.5, ko;q=0.8"), [1, 2, 0]);
//! assert_eq!(negotiate("zh-TW"), [0]);
//! # Ok::<(), unic_langid::LanguageIdentifierError>(())
//! ```
//!
//! Files: `header` owns the header and its bounds, `range` the grammar of one range and its weight,
//! `identity` what CLDR knows of a tag, `entry` an offered locale and its parents, `matching` how
//! near two identities are, and `offered` the catalog's locales and the order in which they answer.

mod entry;
mod header;
mod identity;
mod matching;
mod offered;
#[cfg(test)]
mod properties;
mod range;

pub use header::AcceptLanguage;
pub use offered::Offered;
pub use range::LanguageRange;

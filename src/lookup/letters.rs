//! What single characters become when they are folded.
//!
//! Owns the table, which is made once from ICU4X's normalization data and the lists here. It is
//! separate from [folding](super::fold), which knows of texts and places.

use std::sync::OnceLock;

use icu_normalizer::properties::{
    CanonicalCompositionBorrowed, CanonicalDecompositionBorrowed, Decomposed,
};

/// What the table says of a character that stays none: dropped.
pub(super) const DROP: u16 = 0;
/// What needs more than a table.
pub(super) const SLOW: u16 = 1;

/// Whether a character is dropped when it is folded: nobody sees it.
pub(super) fn is_dropped(c: char) -> bool {
    let code = u32::from(c);
    code >= 0x80 && table().get(code as usize) == Some(&DROP)
}

/// Whether a character is a space when it is folded.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control()
}

/// Lower case where it is one character.
pub(super) fn simple_lower(c: char) -> char {
    match c {
        'İ' | 'ı' => 'i',
        'ς' => 'σ',
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(lower), None) => lower,
                _ => c,
            }
        }
    }
}

/// Characters that stand for several ASCII ones.
pub(super) fn expansion(c: char) -> Option<&'static str> {
    Some(match c {
        '…' => "...",
        '‥' => "..",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

pub(super) const ASCII: [u8; 128] = {
    let mut table = [b' '; 128];
    let mut byte = 0x21;
    while byte < 0x7F_u8 {
        table[byte as usize] = match byte {
            b'"' | b'`' => b'\'',
            _ => byte.to_ascii_lowercase(),
        };
        byte += 1;
    }
    table
};

/// What each character of the basic plane becomes; 128 KiB, made on first use.
pub(super) fn table() -> &'static [u16] {
    static TABLE: OnceLock<Box<[u16]>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: Vec<u16> = (0..=u16::MAX).map(entry).collect();
        let decomposer = CanonicalDecompositionBorrowed::new();
        for code in 0x80..=0xFFFF_u32 {
            let parts = char::from_u32(code).map(|c| decomposer.decompose(c));
            if let Some(Decomposed::Expansion(_, mark)) = parts
                && let Some(slot) = table.get_mut(mark as usize)
                && *slot != DROP
            {
                *slot = SLOW;
            }
        }
        table.into()
    })
}

fn entry(code: u16) -> u16 {
    let Some(c) = char::from_u32(u32::from(code)) else {
        return DROP;
    };
    match c {
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => DROP,
        '\u{2066}'..='\u{2069}' => SLOW,
        _ if expansion(c).is_some() => SLOW,
        _ if is_space(c) => 0x20,
        '\u{2018}'..='\u{201F}'
        | '\u{2039}'
        | '\u{203A}'
        | '\u{2032}'..='\u{2036}'
        | '«'
        | '»'
        | '´'
        | '\u{2B9}'
        | '\u{2BC}'
        | '\u{300A}'..='\u{300F}'
        | '\u{301D}'..='\u{301F}'
        | '\u{FF02}'
        | '\u{FF07}'
        | '\u{FF40}' => u16::from(b'\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => u16::from(b'-'),
        '\u{3002}' | '\u{FF61}' => u16::from(b'.'),
        '\u{3001}' => u16::from(b','),
        '\u{FF01}'..='\u{FF5E}' => u16::from(ASCII[usize::from(code - 0xFF01 + 0x21)]),
        _ => {
            let composer = CanonicalCompositionBorrowed::new();
            match CanonicalDecompositionBorrowed::new().decompose(c) {
                Decomposed::Singleton(single) => match u16::try_from(u32::from(single)) {
                    Ok(0x21..=0x7E) => u16::from(ASCII[single as usize]),
                    Ok(single) => entry(single),
                    Err(_) => code,
                },
                Decomposed::Expansion(base, mark) if composer.compose(base, mark) != Some(c) => {
                    SLOW
                }
                _ => in_plane(simple_lower(c), code),
            }
        }
    }
}

fn in_plane(c: char, otherwise: u16) -> u16 {
    u16::try_from(u32::from(c)).unwrap_or(otherwise)
}

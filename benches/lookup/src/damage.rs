//! What happens to a text on its way to support.

use icu_normalizer::DecomposingNormalizerBorrowed;

use crate::random::Random;

/// A typo: a letter lost, doubled, swapped, mistaken, or wrong in the way of its script.
pub fn typo(text: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = random.below(letters.len());
    match random.below(5) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        2 if at + 1 < letters.len() => letters.swap(at, at + 1),
        3 => letters[at] = of_script(letters[at], random),
        _ => letters[at] = letters[random.below(letters.len())],
    }
    letters.into_iter().collect()
}

/// A letter beside the right one on the keyboard, without its accent, or with another vowel.
fn of_script(letter: char, random: &mut Random) -> char {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    if let 'a'..='z' = letter {
        let row = ROWS
            .iter()
            .find(|row| row.contains(letter))
            .expect("a letter of a row");
        let at = row.find(letter).expect("it is in this row");
        let beside = if at == 0 { 1 } else { at - 1 };
        return row.as_bytes()[beside].into();
    }
    if let '가'..='힣' = letter {
        // A syllable is made of 21 vowels with 28 endings each.
        let syllable = u32::from(letter) - 0xAC00;
        let vowel = (syllable / 28 % 21 + 1 + random.below(20) as u32) % 21;
        let other = 0xAC00 + syllable / 588 * 588 + vowel * 28 + syllable % 28;
        return char::from_u32(other).unwrap_or(letter);
    }
    let decomposed = DecomposingNormalizerBorrowed::new_nfd()
        .normalize(letter.encode_utf8(&mut [0; 4]))
        .into_owned();
    decomposed.chars().next().unwrap_or(letter)
}

/// The beginning of a text.
pub fn cut(text: &str, percent: usize) -> String {
    let count = text.chars().count() * percent / 100;
    text.chars().take(count.max(1)).collect()
}

/// What copying does.
pub fn copied(text: &str, random: &mut Random) -> String {
    match random.below(10) {
        0 => text.replace(' ', "\u{a0}"),
        1 => text.replace(' ', "  "),
        2 => text.replacen(' ', "\n  ", 1),
        3 => text.to_uppercase().to_lowercase(),
        4 => text.trim_end_matches(['.', '。']).to_owned(),
        5 => format!("  {text}\r\n"),
        6 => DecomposingNormalizerBorrowed::new_nfd()
            .normalize(text)
            .into_owned(),
        7 => format!("\u{feff}{}", text.replacen(' ', " \u{200b}", 2)),
        8 if text.ends_with('.') => format!("{}．", &text[..text.len() - 1]),
        _ => text.replace(['’', '‘'], "'").replace(['“', '”'], "\""),
    }
}

/// What machines write instead of some characters.
pub fn escaped(text: &str, random: &mut Random) -> String {
    let form = random.below(3);
    text.chars()
        .map(|c| match (form, c) {
            (0, '\\' | '"') => format!("\\{c}"),
            (0, c) if !c.is_ascii() => c
                .encode_utf16(&mut [0; 2])
                .iter()
                .map(|unit| format!("\\u{unit:04x}"))
                .collect(),
            (1, '&') => "&amp;".to_owned(),
            (1, '"') => "&quot;".to_owned(),
            (1, '\'') => "&#39;".to_owned(),
            (1, c) if !c.is_ascii() => format!("&#{};", u32::from(c)),
            (2, c) if c == ' ' || c == '%' || !c.is_ascii() => c
                .encode_utf8(&mut [0; 4])
                .bytes()
                .map(|byte| format!("%{byte:02X}"))
                .collect(),
            _ => c.to_string(),
        })
        .collect()
}

/// A line of a log around a message; where the message stands is not told.
pub fn line(text: &str, random: &mut Random) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    match random.below(6) {
        0 => format!("2026-11-21T07:50:55Z ERROR api[77]: {text}"),
        1 => format!("{{\"ts\":17,\"level\":\"error\",\"msg\":\"{escaped}\",\"n\":2}}"),
        2 => format!("level=error msg=\"{escaped}\" request=8f2a"),
        3 => format!("com.example.ApiException: {text}\n\tat com.example.Api.call(Api.java:77)"),
        4 => format!("Nov 21 07:50:55 host api[77]: [error] {text}"),
        _ => format!("Hello,\n\nI get this: {text}\n\nWhat now?"),
    }
}

/// A line that is no message of a catalog.
pub fn foreign(random: &mut Random) -> String {
    const WORDS: [&str; 60] = [
        "connection",
        "refused",
        "timeout",
        "disk",
        "quota",
        "exceeded",
        "kernel",
        "usb",
        "device",
        "session",
        "opened",
        "for",
        "user",
        "root",
        "by",
        "uid",
        "failed",
        "password",
        "port",
        "ssh2",
        "received",
        "packet",
        "block",
        "replica",
        "exception",
        "while",
        "serving",
        "writing",
        "to",
        "from",
        "the",
        "is",
        "invalid",
        "not",
        "found",
        "error",
        "warning",
        "at",
        "java",
        "lang",
        "null",
        "pointer",
        "service",
        "started",
        "stopped",
        "job",
        "task",
        "worker",
        "thread",
        "pool",
        "memory",
        "cache",
        "miss",
        "hit",
        "authentication",
        "failure",
        "request",
        "value",
        "action",
        "denied",
    ];
    let mut text = match random.below(8) {
        0 => format!(
            "Nov {} {:02}:{:02}:{:02} host{} sshd[{}]:",
            1 + random.below(28),
            random.below(24),
            random.below(60),
            random.below(60),
            random.below(9),
            random.below(30000)
        ),
        1 => format!(
            "2026-11-{:02} INFO dfs.DataNode$PacketResponder:",
            1 + random.below(28)
        ),
        2 => format!("[{}.{:06}]", random.below(90000), random.below(1_000_000)),
        3 => "E/ActivityManager(  321):".to_owned(),
        4 => format!(
            "10.0.0.{} - - \"GET /{} HTTP/1.1\" 404",
            random.below(256),
            random.below(9999)
        ),
        5 => "{\"level\":\"info\",\"msg\":\"".to_owned(),
        6 => "Exception in thread \"main\" java.lang.IllegalStateException:".to_owned(),
        _ => "level=warn".to_owned(),
    };
    for _ in 0..4 + random.below(12) {
        text.push(' ');
        if random.chance(15) {
            text.push_str(&format!("/dev/sd{}", random.below(9)));
        } else if random.chance(15) {
            text.push_str(&random.below(100_000).to_string());
        } else {
            let word: &&str = random.pick(&WORDS);
            text.push_str(word);
        }
    }
    text
}

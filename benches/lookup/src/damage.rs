//! What happens to a text on its way to support.

use crate::random::Random;

/// A typo: a letter lost, doubled, swapped or mistaken.
pub fn typo(text: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let at = random.below(letters.len());
    match random.below(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.insert(at, letters[at]),
        2 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters[at] = letters[random.below(letters.len())],
    }
    letters.into_iter().collect()
}

/// The beginning of a text.
pub fn cut(text: &str, percent: usize) -> String {
    let count = text.chars().count() * percent / 100;
    text.chars().take(count.max(1)).collect()
}

/// What copying does.
pub fn copied(text: &str, random: &mut Random) -> String {
    match random.below(7) {
        0 => text.replace(' ', "\u{a0}"),
        1 => text.replace(' ', "  "),
        2 => text.replacen(' ', "\n  ", 1),
        3 => text.to_uppercase().to_lowercase(),
        4 => text.trim_end_matches(['.', '。']).to_owned(),
        5 => format!("  {text}\r\n"),
        _ => text.replace(['’', '‘'], "'").replace(['“', '”'], "\""),
    }
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
    let mut text = match random.below(5) {
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

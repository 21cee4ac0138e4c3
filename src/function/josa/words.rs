//! The Latin words whose reading in Korean is settled, or known to be unsettled, as data.
//!
//! The spelling of an English word does not tell how Korean borrowed it: `bot` is 봇, `bit` is
//! 비트. Each word stands with its reading, which is both the reason for its class and the class
//! itself. New loanwords in -ate, -ite and -ute belong here when they end as 템플릿 does.

use super::{FinalSound, Kind, final_sound};

/// The class of a listed word; `None` if the word is not in the lists.
pub(super) fn sound(word: &[char]) -> Option<FinalSound> {
    if find(UNSETTLED, word).is_some() {
        return Some(FinalSound::Unknown);
    }
    find(SETTLED, word).map(|reading| final_sound(reading, Kind::Word))
}

/// Every listed word with its class.
pub(super) fn all() -> impl Iterator<Item = (&'static str, FinalSound)> {
    let settled = SETTLED.iter();
    let settled = settled.map(|&(word, reading)| (word, final_sound(reading, Kind::Word)));
    let unsettled = UNSETTLED.iter();
    settled.chain(unsettled.map(|&(word, _)| (word, FinalSound::Unknown)))
}

fn find(table: &[(&str, &'static str)], word: &[char]) -> Option<&'static str> {
    let lower = word.iter().map(char::to_ascii_lowercase);
    let at = table
        .binary_search_by(|(listed, _)| listed.chars().cmp(lower.clone()))
        .ok()?;
    Some(table[at].1)
}

/// Words with one reading in use, sorted.
static SETTLED: &[(&str, &str)] = &[
    ("acme", "애크미"),
    ("android", "안드로이드"),
    ("api", "에이피아이"),
    ("app", "앱"),
    ("asset", "애셋"),
    ("audit", "오딧"),
    ("backup", "백업"),
    ("bit", "비트"),
    ("block", "블록"),
    ("book", "북"),
    ("bot", "봇"),
    ("centos", "센트오에스"),
    ("check", "체크"),
    ("click", "클릭"),
    ("client", "클라이언트"),
    ("com", "컴"),
    ("comment", "코멘트"),
    ("debian", "데비안"),
    ("event", "이벤트"),
    ("favorite", "페이버릿"),
    ("get", "겟"),
    ("group", "그룹"),
    ("header", "헤더"),
    ("host", "호스트"),
    ("html", "에이치티엠엘"),
    ("id", "아이디"),
    ("io", "아이오"),
    ("ios", "아이오에스"),
    ("ip", "아이피"),
    ("it", "잇"),
    ("job", "잡"),
    ("json", "제이슨"),
    ("kr", "케이알"),
    ("linux", "리눅스"),
    ("list", "리스트"),
    ("local", "로컬"),
    ("lock", "록"),
    ("macos", "맥오에스"),
    ("map", "맵"),
    ("metric", "메트릭"),
    ("minute", "미닛"),
    ("net", "넷"),
    ("or", "오어"),
    ("org", "오아르지"),
    ("os", "오에스"),
    ("pipe", "파이프"),
    ("port", "포트"),
    ("private", "프라이빗"),
    ("public", "퍼블릭"),
    ("put", "풋"),
    ("robot", "로봇"),
    ("root", "루트"),
    ("scope", "스코프"),
    ("sql", "에스큐엘"),
    ("stack", "스택"),
    ("step", "스텝"),
    ("target", "타깃"),
    ("technique", "테크닉"),
    ("template", "템플릿"),
    ("topic", "토픽"),
    ("type", "타입"),
    ("ubuntu", "우분투"),
    ("ultimate", "얼티밋"),
    ("unit", "유닛"),
    ("up", "업"),
    ("uri", "유알아이"),
    ("url", "유알엘"),
    ("web", "웹"),
    ("week", "위크"),
    ("windows", "윈도"),
    ("xml", "엑스엠엘"),
];

/// Words with two readings in use that end differently, sorted.
static UNSETTLED: &[(&str, &str)] = &[
    ("alert", "얼러트/얼럿"),
    ("at", "애트/앳"),
    ("mosaic", "모자이크/모자익"),
    ("pod", "파드/팟"),
    ("set", "세트/셋"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted_lower_case_and_listed_once() {
        for table in [SETTLED, UNSETTLED] {
            assert!(table.is_sorted_by(|(a, _), (b, _)| a < b));
            assert!(
                table
                    .iter()
                    .all(|(word, _)| word.bytes().all(|b| b.is_ascii_lowercase()))
            );
        }
        assert!(
            UNSETTLED
                .iter()
                .all(|(word, _)| SETTLED.iter().all(|(other, _)| word != other))
        );
    }

    #[test]
    fn every_reading_ends_in_a_syllable() {
        for (word, reading) in SETTLED {
            assert!(
                reading.chars().all(|c| ('가'..='힣').contains(&c)),
                "{word}"
            );
        }
    }

    #[test]
    fn unsettled_readings_end_differently() {
        for (word, readings) in UNSETTLED {
            let (one, other) = readings.split_once('/').expect("two readings");
            assert_ne!(
                final_sound(one, Kind::Word),
                final_sound(other, Kind::Word),
                "{word}"
            );
        }
    }
}

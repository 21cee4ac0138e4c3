//! Words, numbers and lists: those that the rules are about, and those that nobody would think of.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use tolken::Value;
use tolken::function::josa;

/// What the library's own tests name, and what a service is asked about.
const PICKED: &[&str] = &[
    "",
    " ",
    "?",
    "()",
    "👍",
    "서버",
    "파일",
    "요청",
    "‘서버’.",
    "서버… \u{A0}",
    "나뭇가지(만렙)",
    "나뭇가지 [만렙]!",
    "나뭇가지((만)렙)",
    "나뭇가지)",
    "서버(",
    "(폰)",
    "{[폰]}",
    "!(폰)",
    "《요청》",
    "\u{2068}서버\u{2069}",
    "\u{2068}\u{2069}",
    "서버\u{200B}\u{E000}",
    "가",
    "\u{1100}\u{1161}",
    "\u{1100}\u{1161}\u{11A8}",
    "가\u{11A8}",
    "가\u{11AF}",
    "ㅋㅋ",
    "ㄹ",
    "ㅏ",
    "café",
    "cafe\u{301}",
    "Pelé",
    "résumé",
    "CLÉ",
    "PELE\u{301}",
    "ñandu\u{301}n",
    "Noe\u{308}l",
    "ＵＲＬ",
    "ｅ\u{301}",
    "Юг",
    "カナ",
    "黃金",
    "0",
    "7",
    "10",
    "123123123",
    "1,000",
    "10.0.0.1",
    "10.0.0.256",
    "1,000,000,000,000",
    "-10.000.000.000.000",
    "1\u{202F}000\u{202F}000\u{202F}000\u{202F}000",
    "−1\u{A0}000\u{A0}000\u{A0}000\u{A0}000",
    "1000,000,000,000",
    "1,000,000.000,000",
    "1.000000000000",
    "000000000000",
    "v1000000000000",
    "1000000000000",
    "(1000000000000)",
    "Ⓐ(만)",
    "1000000000000 (1)",
    "100000000000000000000",
    "00000000-0000-0000-0000-000000000000",
    "{43f4cb08-8fac-4b65-9db1-745c2ae65fac}",
    "44d88612fea8a8f36de82e1278abb02",
    "1278abac",
    "9fApp",
    "44D8FEAC",
    "２",
    "5%",
    "5％",
    "C++",
    "C#",
    "$",
    "₩",
    "￦",
    "℃",
    "machineId",
    "startTime",
    "SQL",
    "PR",
    "VPN",
    "JSON",
    "macOS",
    "Windows 10",
    "Windows 11",
    "contoso.com",
    "https://contoso.dev/",
    "https://contoso.com/alert",
    "https://contoso.com/",
    "htp://x",
    "budget",
    "NULL",
    "FILE",
    "ID",
    "IT",
    "it",
    "64bit",
    "baCkup",
    "XMLParser",
    "IPv4Token",
    "PowerShell",
    "URLs",
    "GitHub",
    "bomb",
    "x",
    "L",
    "Æ",
    "Straße",
    "Łódź",
    "\u{212A}",
    "Android",
    "État",
    "e\u{301}tat",
    "E\u{301}TAT",
    "œuvre",
    "Ægir",
    "Örebro",
    "USB",
    "iOS",
    "Linux",
    "@a",
    "/api",
    "«\u{A0}Alerte\u{A0}»",
    "«\u{202F}Linux\u{202F}»",
    "“(Alerte)”",
    "[{id}]",
    "'id'",
    "«\u{A0}un\u{A0}»",
    "«\u{A0}une\u{A0}»",
    "un",
    "UN",
    "un\u{A0}objet",
    "oui",
    "Oui!",
    "ouïe",
    "once",
    "onze",
    "onzième",
    "ouistiti",
    "uhlans",
    "ululement",
    "yaourt",
    "un Ⓐ",
    "YSⓐ",
    "Yves",
    "Ypres",
    "Y",
    "y",
    "York",
    "YORK",
    "Yonne",
    "Yeu",
    "Yammer",
    "YouTube",
    "Yorkshire",
    "YAML",
    "YML",
    "hôte",
    "HÔTE",
    "ho\u{302}te",
    "heure",
    "hexadécimal",
    "Hyper-V",
    "hash",
    "HTML",
    "hiérarchie",
    "héros",
    "hotte",
    "il",
    "Ils",
    "elle",
    "ile",
    "île",
    "8",
    "11",
];

/// The picked words; the listed ones, in every letter case and beside others; and long ones.
pub(crate) fn picked() -> Vec<String> {
    let listed = josa::words().flat_map(|(word, _)| {
        let capitalized = format!("{}{}", word[..1].to_uppercase(), &word[1..]);
        [
            word.to_owned(),
            word.to_uppercase(),
            format!("my{capitalized}"),
            format!("a-{word}(s)"),
            format!("4{word}"),
            format!("{word}er"),
            format!("l{word}"),
            capitalized,
        ]
    });
    let zeros = (1..30).map(|zeros| format!("12{}", "0".repeat(zeros)));
    // About as long as what is read, of the first and the last characters of each length.
    let edges = [
        "a",
        "\u{7F}",
        "\u{80}",
        "\u{7FF}",
        "\u{800}",
        "\u{FFFF}",
        "\u{10000}",
    ];
    let long = (244..258)
        .flat_map(|length| edges.map(|c| format!("서버({})", c.repeat(length / c.len()))));
    let digits = format!("{}{}", "1".repeat(300), "0".repeat(12));
    let picked = PICKED.iter().map(|&word| word.to_owned());
    picked
        .chain(listed)
        .chain(zeros)
        .chain(long)
        .chain([digits])
        .collect()
}

/// Words made of pieces that the rules distinguish, a few of them longer than what is read.
pub(crate) fn word() -> impl Strategy<Value = String> {
    let listed: Vec<_> = josa::words().map(|(word, _)| word.to_owned()).collect();
    let of = |characters: &'static str| {
        let characters: Vec<_> = characters.chars().collect();
        select(characters).prop_map(String::from)
    };
    let piece = prop_oneof![
        3 => "[가-힣]{1,3}",
        3 => "[a-zA-Z]{1,5}",
        3 => "[0-9]{1,4}",
        1 => "[A-Z]{1,4}",
        1 => "[a-z]{1,3}[A-Z][a-z]{1,3}",
        2 => of("()[]{}()[]{}.,!?:;…/\\_*~-\"'’”»」》〉> \t\u{A0}\u{202F}\u{85}\u{3000}"),
        2 => of("aehioquyAEHIOUY«‹“‘‚„`"),
        1 => of("\u{2066}\u{2068}\u{2069}\u{200B}\u{200D}\u{200F}\u{2060}\u{FEFF}\u{E000}\u{F8FF}"),
        1 => of("\u{300}\u{301}\u{308}\u{327}\u{36F}"),
        1 => of("éÉèàçñöôÿïëêıİßøØæÆœŒłŁđĐðÐſKÅΩ￦₩€$%+#&°℃％＋＃２ｅＬ！～"),
        1 => of("ㄱㄹㅎㅏㅣㅥ\u{1100}\u{1105}\u{1112}\u{1161}\u{1175}\u{11A8}\u{11AF}\u{11C2}\u{11FF}"),
        1 => select(listed),
        1 => select(vec![",000".to_owned(), ".000".to_owned(), "\u{A0}000".to_owned(), "000000".to_owned()]),
        1 => ESTABLISHED,
        1 => select(vec!["만".repeat(84), ".".repeat(250), "a".repeat(254), "(".repeat(3)]),
    ];
    vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// Characters old enough that every Node knows what they are.
const ESTABLISHED: &str = "[\\x{0}-\\x{2FF}\\x{370}-\\x{4FF}\\x{1E00}-\\x{214F}\\x{3000}-\\x{30FF}\\x{4E00}-\\x{9FA5}\\x{AC00}-\\x{D7A3}\\x{FF00}-\\x{FFEF}\\x{1F300}-\\x{1F5FF}]";

/// Numbers that JavaScript has, too.
pub(crate) fn number() -> impl Strategy<Value = Value<'static>> {
    prop_oneof![
        (-99..=99_i64).prop_map(Value::from),
        (-9_007_199_254_740_991..=9_007_199_254_740_991_i64).prop_map(Value::from),
        (1..=9_i64, 0..15_u32).prop_map(|(digit, zeros)| Value::from(digit * 10_i64.pow(zeros))),
        (-1_000_000_000..1_000_000_000_i64, 0..9)
            .prop_map(|(digits, places)| Value::from(fraction(digits, places))),
    ]
}

#[expect(clippy::cast_precision_loss, reason = "nine digits")]
fn fraction(digits: i64, places: i32) -> f64 {
    digits as f64 / 10_f64.powi(places)
}

/// Lists of texts and numbers.
pub(crate) fn list() -> impl Strategy<Value = Value<'static>> {
    let item = prop_oneof![2 => word().prop_map(Value::from), 1 => number()];
    vec(item, 0..6).prop_map(Value::List)
}

/// The first values of a strategy, the same ones at every run.
pub(crate) fn some<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    let trees = (0..count).map(|_| strategy.new_tree(&mut runner).unwrap());
    trees.map(|tree| tree.current()).collect()
}

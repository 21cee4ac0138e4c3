//! Catalogs that nobody wrote: any number of templates, in several scripts.

use tolken::{Catalog, Layer, Limits};

use crate::random::Random;

/// A locale and the letters of its made-up words.
const LOCALES: [(&str, &str); 20] = [
    ("en-US", "eeeetttaaaooiinnsshhrrdlucmfwygpbvk"),
    ("de-DE", "eeeennniiissrraattdhuulcgmobwfkzvpäöü"),
    ("fr-FR", "eeeesssaaiittnnrruulloodcpmévqfbghàêè"),
    ("sv-SE", "eeeaaannnttrrsslliiddoomgkvhfupäåöbcy"),
    ("nl-NL", "eeeeennnaattiirrooddsslghvkmubpwjzcf"),
    ("es-ES", "eeeaaaoossrrnniiddllctumpbgvyqhfzjñó"),
    ("pl-PL", "aaiioeeezznnrwscytkdpmujlłbgęhąóżśćfńź"),
    ("cs-CZ", "oeeanttvsiillkrdpímuázjyěcbéhřýžčšů"),
    ("tr-TR", "aaaeeeiinnrrllıkddtsmyuobüşvgzhğçpöc"),
    ("ru-RU", "оооееааиинтсрвлкмдпуяыьгзбчйхжшюцщэф"),
    ("uk-UA", "оооааниівтеерсклудмпяьзбгчйхжшющцєїф"),
    ("el-GR", "ααααοοοιιεεττσννηυρπκμλωδγχθφβάέίόήύώ"),
    ("bg-BG", "аааииоеентрсвлкдпмзгбуъчцйжщшяюхф"),
    (
        "ko-KR",
        "가나다라마바사아자차카타파하고노도로모보소오조구누두루무부수우주기니디리미비시이지해값요청문서파일정오류를은이가에서실패없음",
    ),
    (
        "ja-JP",
        "のにはをたがでてとしれさあるいもなことすよりきくけこえみめやらファイルエラー無効値要求設定見保存",
    ),
    (
        "zh-CN",
        "的一是不了在有中大为这个国以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多",
    ),
    ("th-TH", "กขคงจชซดตถทนบปผพฟมยรลวสหอาิีุูเแโใไ"),
    ("hi-IN", "कखगघचछजटठडतथदधनपफबभमयरलवशसहािीुूेोंै"),
    ("ar-EG", "ابتثجحخدذرزسشصضطظعغفقكلمنهويةى"),
    ("he-IL", "אבגדהוזחטיכלמנסעפצקרשתםןךףץ"),
];

/// A catalog of so many templates, and for each its pattern with `{}` where arguments stand.
pub struct Synthetic {
    pub catalog: Catalog,
    /// Code, locale and pattern.
    pub templates: Vec<(String, &'static str, String)>,
}

pub fn synthetic(count: usize, seed: u64) -> Synthetic {
    let mut random = Random::new(seed);
    let mut layer = Layer::new();
    let mut templates = Vec::with_capacity(count);
    let each = count.div_ceil(LOCALES.len());
    for (locale, letters) in LOCALES {
        let letters: Vec<char> = letters.chars().collect();
        let dense = !letters.iter().any(|&c| c.len_utf8() < 3);
        let words: Vec<String> = (0..4000)
            .map(|rank: usize| {
                let short = 2 + rank.min(400) / 150;
                let length = if dense {
                    1 + random.below(2)
                } else {
                    short + random.below(6)
                };
                (0..length).map(|_| *random.pick(&letters)).collect()
            })
            .collect();
        let is_solid = matches!(locale, "zh-CN" | "ja-JP" | "th-TH");
        let mut ftl = String::new();
        let mut last: Vec<String> = Vec::new();
        for index in 0..each {
            if templates.len() >= count {
                break;
            }
            if last.is_empty() || random.chance(70) {
                let length = 4 + random.below(8);
                last = (0..length)
                    .map(|_| zipf(&mut random, &words).clone())
                    .collect();
                for slot in 0..[0, 1, 1, 1, 2, 2, 3][random.below(7)] {
                    // Seldom at an end.
                    let edge = random.chance(15);
                    let at = if edge {
                        [0, last.len()][random.below(2)]
                    } else {
                        1 + random.below(last.len() - 1)
                    };
                    last.insert(at, format!("{{ $x{slot} }}"));
                }
            } else {
                // One of a family: another word.
                let at = random.below(last.len());
                if !last[at].starts_with('{') {
                    last[at] = zipf(&mut random, &words).clone();
                }
            }
            let text = join(&last, is_solid);
            let code = format!("C{index}");
            ftl.push_str(&code);
            ftl.push_str(" = ");
            ftl.push_str(&text);
            ftl.push('\n');
            templates.push((code, locale, text));
        }
        layer = layer.source(locale, format!("{locale}.ftl"), ftl);
    }
    let limits = Limits {
        file_bytes: 1 << 30,
        ..Limits::default()
    };
    let loaded = Catalog::builder().layer(layer).limits(limits).build();
    Synthetic {
        catalog: loaded.expect("there are messages").into_catalog(),
        templates,
    }
}

fn zipf<'w>(random: &mut Random, words: &'w [String]) -> &'w String {
    let at = random.below(words.len());
    let at = at * random.below(words.len()) / words.len();
    &words[at * random.below(words.len()) / words.len()]
}

/// Words with spaces between, but around arguments in scripts that have none.
fn join(words: &[String], is_solid: bool) -> String {
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        let is_slot = word.starts_with('{')
            || index
                .checked_sub(1)
                .is_some_and(|at| words[at].starts_with('{'));
        if index > 0 && (!is_solid || is_slot) {
            text.push(' ');
        }
        text.push_str(word);
    }
    text.push('.');
    text
}

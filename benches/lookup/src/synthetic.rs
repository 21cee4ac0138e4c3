//! Catalogs that nobody wrote: any number of templates, in several scripts.

use tolken::{Catalog, Layer, Limits};

use crate::random::Random;

/// A locale, its script and the letters of its made-up words, the frequent ones more than once.
#[rustfmt::skip]
const LOCALES: [(&str, &str, &str); 50] = [
    ("en-US", "Latin", "eeeetttaaaooiinnsshhrrdlucmfwygpbvk"),
    ("de-DE", "Latin", "eeeennniiissrraattdhuulcgmobwfkzvpäöü"),
    ("fr-FR", "Latin", "eeeesssaaiittnnrruulloodcpmévqfbghàêè"),
    ("sv-SE", "Latin", "eeeaaannnttrrsslliiddoomgkvhfupäåöbcy"),
    ("nl-NL", "Latin", "eeeeennnaattiirrooddsslghvkmubpwjzcf"),
    ("es-ES", "Latin", "eeeaaaoossrrnniiddllctumpbgvyqhfzjñó"),
    ("pl-PL", "Latin", "aaiioeeezznnrwscytkdpmujlłbgęhąóżśćfńź"),
    ("cs-CZ", "Latin", "oeeanttvsiillkrdpímuázjyěcbéhřýžčšů"),
    ("tr-TR", "Latin", "aaaeeeiinnrrllıkddtsmyuobüşvgzhğçpöc"),
    ("ru-RU", "Cyrillic", "оооееааиинтсрвлкмдпуяыьгзбчйхжшюцщэф"),
    ("uk-UA", "Cyrillic", "оооааниівтеерсклудмпяьзбгчйхжшющцєїф"),
    ("el-GR", "Greek", "ααααοοοιιεεττσννηυρπκμλωδγχθφβάέίόήύώ"),
    ("bg-BG", "Cyrillic", "аааииоеентрсвлкдпмзгбуъчцйжщшяюхф"),
    ("ko-KR", "Hangul", "가나다라마바사아자차카타파하고노도로모보소오조구누두루무부수우주기니디리미비시이지해값요청문서파일정오류를은이가에서실패없음"),
    ("ja-JP", "Kana", "のにはをたがでてとしれさあるいもなことすよりきくけこえみめやらファイルエラー無効値要求設定見保存"),
    ("zh-CN", "Han", "的一是不了在有中大为这个国以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"),
    ("th-TH", "Thai", "กขคงจชซดตถทนบปผพฟมยรลวสหอาิีุูเแโใไ"),
    ("hi-IN", "Devanagari", "कखगघचछजटठडतथदधनपफबभमयरलवशसहािीुूेोंै"),
    ("ar-EG", "Arabic", "ابتثجحخدذرزسشصضطظعغفقكلمنهويةى"),
    ("he-IL", "Hebrew", "אבגדהוזחטיכלמנסעפצקרשתםןךףץ"),
    ("da-DK", "Latin", "eeeennnrrtaaddiisslogkmfvuphbæøåyjc"),
    ("nb-NO", "Latin", "eeeennnrrtaaddiisslogkmfvuphbæøåyjc"),
    ("fi-FI", "Latin", "aaaaiiiinnnttteeessllookkuuäämvrjhypdö"),
    ("it-IT", "Latin", "eeeaaaiiiooonnnllrrttssccdduupmvghfbzqàèò"),
    ("pt-BR", "Latin", "aaaeeeooossrriinnddmmuuttcclpvgqbfhçãõéáí"),
    ("ro-RO", "Latin", "eeeaaaiiirrrnnnuuttccllsodpmăîșțfvbgz"),
    ("hu-HU", "Latin", "eeeaaattlnnssokkzzrriimmgáédvbyjhpuőűóüöcf"),
    ("sk-SK", "Latin", "ooaaeeiinnvvssrrkkllttmdpujzbáíýčšžcyhť"),
    ("hr-HR", "Latin", "aaaiiiooeennrrssttjjuukkddvvmmllppzgbčćžšđ"),
    ("sl-SI", "Latin", "eeeaaaiiioonnrrssllttjjvvkkddppmmuzbgčšžhc"),
    ("et-EE", "Latin", "aaaeeeiisstttlluunnookkmmrrddvgpjhäõüöb"),
    ("lv-LV", "Latin", "aaaiiieessttrruunnmmkkllooppddvvzjābgšēīcļņķž"),
    ("lt-LT", "Latin", "iiiaaassooeerrttnnuukkmmllddppvvjgbyšžėųčąęį"),
    ("ca-ES", "Latin", "eeeaaasssiirrllttnnoouuccddmmppvbgfqhàèéòóíç"),
    ("id-ID", "Latin", "aaaannnneeiittuukkddrrssmmllggppbhyojwc"),
    ("vi-VN", "Latin", "nnhhttccgiiaauoomlđvkbếệạảâăơưộọớờ"),
    ("sr-RS", "Cyrillic", "аааииооеенрсттујкдвлмпзгбцхшчжђћљњф"),
    ("mk-MK", "Cyrillic", "аааооеииннтсрвкдлмпузбгшчјцжхѓќљњф"),
    ("be-BY", "Cyrillic", "аааыіінорсктлевупдмязьбгйчцшўжюэхф"),
    ("kk-KZ", "Cyrillic", "аааеедыыінтлрсмқкбгдұүөңшпойуәіж"),
    ("ka-GE", "Georgian", "აააიიეეოორნსმდვბლთგქტშუხკცჯპჭზწჩყღჰფ"),
    ("hy-AM", "Armenian", "աաաեեիինորստմկլվդհյգթպքբչշցզղձճխծէը"),
    ("bn-BD", "Bengali", "কখগঘচছজটডতথদধনপফবভমযরলশসহািীুূেো"),
    ("ta-IN", "Tamil", "கஙசஞடணதநபமயரலவழளறனாிீுூெேைொோ"),
    ("te-IN", "Telugu", "కగచజటడతదనపబమయరలవశసహాిీుూెేొో"),
    ("mr-IN", "Devanagari", "कखगघचछजटठडतथदधनपफबभमयरलवशसहािीुूेो"),
    ("fa-IR", "Arabic", "اابتثجحخدذرزسشصضطعغفقکگلمنوهیپچ"),
    ("ur-PK", "Arabic", "اابتثجحخدذرزسشصضطعغفقکگلمنوہیےپچٹڈڑ"),
    ("zh-TW", "Han", "的一是不了在有中大為這個國以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多"),
    ("am-ET", "Ethiopic", "ሀለሐመሠረሰሸቀበተቸነኘአከወዘየደጀገጠጨጸፈማላራሳናታካ"),
];

/// One of the templates: a code, a locale and a pattern of Fluent.
pub struct Template {
    pub code: String,
    pub locale: &'static str,
    pub pattern: String,
}

/// A catalog that nobody wrote, and what it is made of.
pub struct Synthetic {
    pub catalog: Catalog,
    /// What can be rendered.
    pub templates: Vec<Template>,
    /// Earlier wordings.
    pub former: Vec<Template>,
}

/// Made-up words of one locale.
struct Language {
    words: Vec<String>,
    /// Written without spaces.
    is_solid: bool,
}

/// Makes a catalog with so many templates. One in twenty has three words or fewer, three in ten differ
/// from the one before by one word, one in a hundred is the text of another code, and one in fifty has an earlier wording.
pub fn synthetic(count: usize, seed: u64) -> Synthetic {
    let mut random = Random::new(seed);
    let mut layer = Layer::new();
    let mut templates = Vec::with_capacity(count);
    let mut former = Vec::new();
    let each = count.div_ceil(LOCALES.len());
    for (locale, _, letters) in LOCALES {
        let language = Language::new(locale, letters, &mut random);
        let (mut ftl, mut former_ftl) = (String::new(), String::new());
        let mut last: Vec<String> = Vec::new();
        for index in 0..each {
            if templates.len() >= count {
                break;
            }
            let is_again = index % 100 == 1;
            if is_again {
                // The text of another code.
            } else if last.is_empty() || random.chance(70) {
                last = language.sentence(&mut random);
            } else {
                // One of a family: another word.
                let at = random.below(last.len());
                if !last[at].starts_with('{') {
                    last[at] = zipf(&mut random, &language.words).clone();
                }
            }
            let pattern = language.join(&last);
            let code = format!("C{index}");
            ftl.push_str(&format!("{code} = {pattern}\n"));
            if index % 50 == 0 {
                let pattern = language.join(&language.sentence(&mut random));
                former_ftl.push_str(&format!("{code} =\n    .w1 = {pattern}\n"));
                former.push(Template {
                    code: code.clone(),
                    locale,
                    pattern,
                });
            }
            templates.push(Template {
                code,
                locale,
                pattern,
            });
        }
        layer = layer.source(locale, format!("{locale}.ftl"), ftl).source(
            locale,
            format!("{locale}/former.ftl"),
            former_ftl,
        );
    }
    let limits = Limits {
        file_bytes: 1 << 30,
        ..Limits::default()
    };
    let loaded = Catalog::builder().layer(layer).limits(limits).build();
    Synthetic {
        catalog: loaded.expect("there are messages").into_catalog(),
        templates,
        former,
    }
}

/// The script of a locale, of these or of the built-in ones.
pub fn script(locale: &str) -> &'static str {
    let known = LOCALES.iter().find(|(tag, ..)| *tag == locale);
    known.expect("a locale of the list").1
}

/// The words of a pattern, lower case, without its arguments.
pub fn literals(pattern: &str) -> Vec<String> {
    let pieces = pattern.split('{').enumerate();
    pieces
        .map(|(index, piece)| {
            if index == 0 {
                piece
            } else {
                piece.split_once('}').map_or("", |it| it.1)
            }
        })
        .map(str::to_lowercase)
        .collect()
}

impl Language {
    fn new(locale: &str, letters: &str, random: &mut Random) -> Self {
        let letters: Vec<char> = letters.chars().collect();
        let is_dense = matches!(locale, "zh-CN" | "zh-TW" | "ja-JP" | "ko-KR");
        let word = |rank: usize| {
            let short = 2 + rank.min(400) / 150;
            let length = if is_dense {
                1 + random.below(2)
            } else {
                short + random.below(6)
            };
            (0..length).map(|_| *random.pick(&letters)).collect()
        };
        Language {
            words: (0..4000).map(word).collect(),
            is_solid: matches!(locale, "zh-CN" | "zh-TW" | "ja-JP" | "th-TH"),
        }
    }

    fn sentence(&self, random: &mut Random) -> Vec<String> {
        let length = if random.chance(5) {
            1 + random.below(3)
        } else {
            4 + random.below(8)
        };
        let mut words: Vec<String> = (0..length)
            .map(|_| zipf(random, &self.words).clone())
            .collect();
        for slot in 0..[0, 1, 1, 1, 2, 2, 3][random.below(7)] {
            // Seldom at an end.
            let at = if random.chance(15) {
                [0, words.len()][random.below(2)]
            } else {
                1 + random.below(words.len() - 1)
            };
            words.insert(at, format!("{{ $x{slot} }}"));
        }
        words
    }

    /// Words with spaces between, but around arguments in scripts that have none.
    fn join(&self, words: &[String]) -> String {
        let mut text = String::new();
        for (index, word) in words.iter().enumerate() {
            let before = index.checked_sub(1).map(|at| &words[at]);
            let is_slot = word.starts_with('{') || before.is_some_and(|it| it.starts_with('{'));
            if index > 0 && (!self.is_solid || is_slot) {
                text.push(' ');
            }
            text.push_str(word);
        }
        text.push('.');
        text
    }
}

fn zipf<'w>(random: &mut Random, words: &'w [String]) -> &'w String {
    let at = random.below(words.len());
    let at = at * random.below(words.len()) / words.len();
    &words[at * random.below(words.len()) / words.len()]
}

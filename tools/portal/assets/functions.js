/**
 * JOSA, ELIDE and LIST for @fluent/bundle: what the messages of the catalog call besides Fluent's own functions.
 *
 * They answer as the library does, which renders the same files on a server; tests hold one against the other. It
 * is one file that imports nothing, so that a page loads it by one request and beside any copy of @fluent/bundle.
 *
 * ```js
 * const bundle = new FluentBundle("ko-KR", { functions: functions("ko-KR"), useIsolating: false });
 * ```
 *
 * @module functions
 */

/**
 * What @fluent/bundle hands to a function: text, or an object of one of its types.
 *
 * @typedef {string | { value: unknown, toString(scope?: Scope): string }} FluentValue
 */

/**
 * What the types of @fluent/bundle ask when they are shown.
 *
 * @typedef {object} Scope
 * @property {(type: new (locales: any, options: object) => any, options: object) => any} memoizeIntlObject
 * @property {(error: unknown) => void} reportError
 */

/**
 * How a text is read aloud at its end, in Korean.
 *
 * @typedef {"vowel" | "rieul" | "consonant" | "unknown"} FinalSound
 */

/**
 * Makes the functions for a bundle.
 *
 * An argument that is missing or of no use gives the form of the word that is right before or after anything:
 * 이(가), *de*. What the library refuses when it loads a file, a call without an argument or with a pair or form that
 * does not exist, throws, which the bundle reports and shows as `{JOSA()}`. An unknown `kind` or `type` is
 * passed over; a function cannot report it without losing the text.
 *
 * @param {string | string[]} locales the same as the bundle's: numbers are read as they are shown there
 * @returns {Record<"JOSA" | "ELIDE" | "LIST",
 *     (positional: FluentValue[], named: Record<string, FluentValue>) => FluentValue>}
 */
export function functions(locales) {
  const scope = scopeOf(locales);
  return {
    /** `JOSA($x, pair: "이/가", kind: "hash")`: the Korean particle that follows the value. */
    JOSA([value], { pair, kind }) {
      const forms = option("JOSA", "pair", pair, PARTICLES);
      const text = beside("JOSA", value, scope);
      return forms[text === null ? "unknown" : finalSound(text, kind)];
    },

    /** `ELIDE($x, form: "de")`: the French word before the value, with its space or apostrophe. */
    ELIDE([value], { form }) {
      const [full, elided] = option("ELIDE", "form", form, FORMS);
      const text = beside("ELIDE", value, scope);
      const elides = form === "si" ? elidesSi : elidesBefore;
      return text !== null && elides(text) ? elided : full;
    },

    /** `LIST($x, type: "or")`: the values joined as the locale does; see {@link listType}. */
    LIST([value], { type }) {
      if (isArray(value)) {
        return join(value.value, scope, LIST_TYPES.get(type));
      }
      const text = beside("LIST", value, scope);
      if (text === null && !value.value.startsWith("$")) {
        throw new ReferenceError("expected a value for `LIST`, but its argument has none");
      }
      return text ?? value.toString(scope);
    },
  };
}

/**
 * Makes the type of an argument with several values, for which @fluent/bundle has none.
 *
 * ```js
 * const FluentList = listType(FluentType);
 * bundle.formatPattern(pattern, { names: new FluentList(["Seoul", "부산", 3]) });
 * ```
 *
 * Its items are text, numbers and objects of @fluent/bundle's types; others, lists too, are left out. Where no
 * `LIST` says otherwise, they are joined by the locale's *and*.
 *
 * @param {abstract new (value: any) => any} FluentType the base class of @fluent/bundle, which accepts arguments of no
 *     other
 * @returns {new (values: unknown[]) => any} the class
 */
export function listType(FluentType) {
  return class FluentList extends FluentType {
    toString(scope) {
      return scope ? join(this.value, scope) : this.value.join(", ");
    }
  };
}

/**
 * Stands in for the scope of a bundle, which functions are not told of.
 *
 * @returns {Scope}
 */
function scopeOf(locales) {
  const made = new Map();
  return {
    memoizeIntlObject(type, options) {
      const key = `${type.name} ${JSON.stringify(options)}`;
      if (!made.has(key)) {
        made.set(key, new type(locales, options));
      }
      return made.get(key);
    },
    // The bundle reports it where the value itself is shown.
    reportError() {},
  };
}

/** Finds what an option names, which the library would not load a file without. */
function option(name, key, given, known) {
  if (given === undefined) {
    throw new TypeError(`\`${name}\` has no \`${key}\``);
  }
  const found = known.get(given);
  if (found === undefined) {
    throw new RangeError(`\`${key}\` of \`${name}\` cannot be \`${given.valueOf()}\``);
  }
  return found;
}

/** How a value is shown, or `null` where a fault of its own tells that there is none. */
function beside(name, value, scope) {
  if (value === undefined || value === null) {
    throw new TypeError(`\`${name}\` has no argument`);
  }
  return isMissing(value, scope) ? null : show(value, scope);
}

/**
 * Whether it is a FluentNone for an argument or a function. One for a message or a term is read as it is shown, as the
 * library does: its name is still a word.
 */
function isMissing(value, scope) {
  const name = value.value;
  const isOfValue = typeof name === "string" && (name.startsWith("$") || name.endsWith(")"));
  return isOfValue && value.toString(scope) === `{${name}}`;
}

function isArray(value) {
  return Array.isArray(value?.value);
}

function show(value, scope) {
  if (typeof value === "string") {
    return value;
  }
  if (typeof value === "number" || typeof value === "bigint") {
    return scope.memoizeIntlObject(Intl.NumberFormat, {}).format(value);
  }
  return value.toString(scope);
}

const LIST_TYPES = new Map([
  ["and", "conjunction"],
  ["conjunction", "conjunction"],
  ["or", "disjunction"],
  ["disjunction", "disjunction"],
  ["unit", "unit"],
]);

function join(values, scope, type = "conjunction") {
  // A list in a list has no form in any language.
  const items = values.filter((item) =>
    typeof item === "object" ? item !== null && "value" in item && !isArray(item) : isPlain(item),
  );
  const format = scope.memoizeIntlObject(Intl.ListFormat, { style: "long", type });
  return format.format(items.map((item) => show(item, scope)));
}

function isPlain(item) {
  return ["string", "number", "bigint"].includes(typeof item);
}

// Generated from the tables of the library. Do not edit; run:
// TOLKEN_GENERATE=1 cargo test -p tolken-portal --test functions generated

/** The particles, and the form that follows each sound. */
const PAIRS = {
  "이/가": { vowel: "가", rieul: "이", consonant: "이", unknown: "이(가)" },
  "은/는": { vowel: "는", rieul: "은", consonant: "은", unknown: "은(는)" },
  "을/를": { vowel: "를", rieul: "을", consonant: "을", unknown: "을(를)" },
  "과/와": { vowel: "와", rieul: "과", consonant: "과", unknown: "과(와)" },
  "으로/로": { vowel: "로", rieul: "로", consonant: "으로", unknown: "(으)로" },
  "으로서/로서": { vowel: "로서", rieul: "로서", consonant: "으로서", unknown: "(으)로서" },
  "으로써/로써": { vowel: "로써", rieul: "로써", consonant: "으로써", unknown: "(으)로써" },
  "으로부터/로부터": { vowel: "로부터", rieul: "로부터", consonant: "으로부터", unknown: "(으)로부터" },
  "이나/나": { vowel: "나", rieul: "이나", consonant: "이나", unknown: "(이)나" },
  "이며/며": { vowel: "며", rieul: "이며", consonant: "이며", unknown: "(이)며" },
  "이랑/랑": { vowel: "랑", rieul: "이랑", consonant: "이랑", unknown: "(이)랑" },
  "이란/란": { vowel: "란", rieul: "이란", consonant: "이란", unknown: "(이)란" },
  "이라는/라는": { vowel: "라는", rieul: "이라는", consonant: "이라는", unknown: "(이)라는" },
  "이라고/라고": { vowel: "라고", rieul: "이라고", consonant: "이라고", unknown: "(이)라고" },
  "이다/다": { vowel: "다", rieul: "이다", consonant: "이다", unknown: "(이)다" },
  "이고/고": { vowel: "고", rieul: "이고", consonant: "이고", unknown: "(이)고" },
  "이든지/든지": { vowel: "든지", rieul: "이든지", consonant: "이든지", unknown: "(이)든지" },
  "이여/여": { vowel: "여", rieul: "이여", consonant: "이여", unknown: "(이)여" },
  "이시여/시여": { vowel: "시여", rieul: "이시여", consonant: "이시여", unknown: "(이)시여" },
  "이지만/지만": { vowel: "지만", rieul: "이지만", consonant: "이지만", unknown: "(이)지만" },
  "이니/니": { vowel: "니", rieul: "이니", consonant: "이니", unknown: "(이)니" },
  "이면/면": { vowel: "면", rieul: "이면", consonant: "이면", unknown: "(이)면" },
  "이라/라": { vowel: "라", rieul: "이라", consonant: "이라", unknown: "(이)라" },
  "이었다/였다": { vowel: "였다", rieul: "이었다", consonant: "이었다", unknown: "이었다(였다)" },
  "아/야": { vowel: "야", rieul: "아", consonant: "아", unknown: "아(야)" },
  "이에요/예요": { vowel: "예요", rieul: "이에요", consonant: "이에요", unknown: "이에요(예요)" },
  "이었습니다/였습니다": { vowel: "였습니다", rieul: "이었습니다", consonant: "이었습니다", unknown: "이었습니다(였습니다)" },
  "의": { vowel: "의", rieul: "의", consonant: "의", unknown: "의" },
  "에": { vowel: "에", rieul: "에", consonant: "에", unknown: "에" },
  "에서": { vowel: "에서", rieul: "에서", consonant: "에서", unknown: "에서" },
  "도": { vowel: "도", rieul: "도", consonant: "도", unknown: "도" },
  "만": { vowel: "만", rieul: "만", consonant: "만", unknown: "만" },
  "부터": { vowel: "부터", rieul: "부터", consonant: "부터", unknown: "부터" },
  "까지": { vowel: "까지", rieul: "까지", consonant: "까지", unknown: "까지" },
  "입니다": { vowel: "입니다", rieul: "입니다", consonant: "입니다", unknown: "입니다" },
};

/** Latin words whose reading is known, or known to be unsettled, by how it ends. */
const WORDS = {
  vowel: [
    "acme", "android", "api", "bit", "centos", "check", "client", "comment", "event", "header", "host", "id",
    "io", "ios", "ip", "linux", "list", "macos", "or", "org", "os", "pipe", "port", "root", "scope", "ubuntu",
    "uri", "week", "windows",
  ],
  rieul: ["html", "kr", "local", "sql", "url", "xml"],
  consonant: [
    "app", "asset", "audit", "backup", "block", "book", "bot", "click", "com", "debian", "favorite", "get",
    "group", "it", "job", "json", "lock", "map", "metric", "minute", "net", "private", "public", "put",
    "robot", "stack", "step", "target", "technique", "template", "topic", "type", "ultimate", "unit", "up",
    "web",
  ],
  unknown: ["alert", "at", "mosaic", "pod", "set"],
};

/** The French words that elide: in full, with the space after it, and elided. */
const FORMS = new Map([
  ["de", ["de ", "d’"]],
  ["le", ["le ", "l’"]],
  ["la", ["la ", "l’"]],
  ["que", ["que ", "qu’"]],
  ["ne", ["ne ", "n’"]],
  ["se", ["se ", "s’"]],
  ["jusque", ["jusque ", "jusqu’"]],
  ["lorsque", ["lorsque ", "lorsqu’"]],
  ["puisque", ["puisque ", "puisqu’"]],
  ["si", ["si ", "s’"]],
  ["de le", ["du ", "de l’"]],
  ["à le", ["au ", "à l’"]],
  ["de les", ["des ", "des "]],
  ["à les", ["aux ", "aux "]],
]);

const MUTE_H = [
  "habilit", "habit", "hamecon", "harmon", "hebdo", "heberg", "herit", "heter", "heure", "heurist", "hexa",
  "histo", "hiver", "homme", "homolog", "homonym", "honneur", "hopital", "horaire", "horizon", "horlog",
  "horo", "hote", "huile", "huissier", "humain", "humeur", "hybrid", "hydr", "hyper", "hypoth",
];

const FULL_WORDS = ["oui", "onze", "onzieme", "ouistiti", "ouistitis"];

const FULL_STEMS = ["uhlan", "ulul"];

const ELIDED_Y = ["york", "yonne", "yeu"];

// The end of what is generated.

/** The forms of a pair, by each spelling that names it: 이/가, 가/이, 이, 가, 이(가). */
const PARTICLES = new Map(
  Object.entries(PAIRS).flatMap(([name, forms]) => {
    const turned = name.split("/").reverse().join("/");
    return [name, turned, ...Object.values(forms)].map((spelling) => [spelling, forms]);
  }),
);

/** How each listed word ends. */
const READINGS = new Map(
  Object.entries(WORDS).flatMap(([sound, words]) => words.map((word) => [word, sound])),
);

// Korean: how a text ends. `src/function/josa` of the library explains each rule.

/** How many bytes of UTF-8 at the end of a text are read. */
const WINDOW = 256;

const INVISIBLE = /[\u2066-\u2069\u200B-\u200F\u2060\uFEFF]/u;
const PRIVATE_USE = /[\uE000-\uF8FF]/u;
const MARK = /[\u0300-\u036F]/u;
const ALPHANUMERIC = /[\p{Alphabetic}\p{N}]/u;
const WHITE_SPACE = /\p{White_Space}/u;

/** Closing punctuation, which is not read aloud. */
const SILENT = "\"'’”»」』》〉>.,!?:;…/\\_*~-";
const BRACKETS = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);

/** Letters that have no decomposition, and the one that they sound like at the end of a word. */
const SOUNDS_LIKE = new Map([
  ..."ÆæŒœ".split("").map((c) => [c, "a"]),
  ..."Øø".split("").map((c) => [c, "o"]),
  ..."Łł".split("").map((c) => [c, "l"]),
  ..."ĐđÐð".split("").map((c) => [c, "d"]),
  ["ß", "s"],
  ["ı", "i"],
  ["￦", "₩"],
]);

/**
 * Tells how a text, as it is shown, is read aloud at its end.
 *
 * Isolates, closing punctuation and a bracketed remark after the word are passed over, so that it makes no
 * difference whether the bundle isolates.
 *
 * @param {string} text
 * @param {unknown} kind `"hash"`, `"guid"` or `"url"`; anything else is a word
 * @returns {FinalSound}
 */
function finalSound(text, kind) {
  const [tail, whole] = lastCharacters(text);
  const end = significant(tail, whole);
  return end === null ? "unknown" : soundOf(end, kind, whole);
}

/** The last characters, folded and without what cannot be seen, and whether that is the whole text. */
function lastCharacters(text) {
  const read = [];
  let room = WINDOW;
  let marked = false;
  // A character of n code units has n bytes at least.
  for (const c of [...text.slice(-WINDOW)].reverse()) {
    room -= utf8Length(c);
    if (room < 0) {
      return [read.reverse(), false];
    }
    if (MARK.test(c)) {
      marked = true;
    } else if (!INVISIBLE.test(c) && !PRIVATE_USE.test(c)) {
      read.push(plain(c, marked));
      marked = false;
    }
  }
  return [read.reverse(), text.length <= WINDOW];
}

function utf8Length(c) {
  const code = c.codePointAt(0);
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Folds a character to the one the rules name: ASCII for full-width forms and Latin letters. */
function plain(c, marked) {
  const [base, ...marks] = c.normalize("NFD");
  if (/[a-z]/i.test(base)) {
    // The rules of spelling know `e` as silent, and one with a mark never is: Pelé, résumé.
    const voiced = marked || marks.length > 0 ? { e: "a", E: "A" }[base] : undefined;
    return voiced ?? base;
  }
  if (/[！-～]/u.test(base)) {
    return String.fromCodePoint(c.codePointAt(0) - 0xfee0);
  }
  return SOUNDS_LIKE.get(base) ?? c;
}

/** What is left without closing punctuation and remarks in brackets; `null` if nothing sure. */
function significant(tail, whole) {
  let text = tail;
  while (text.length > 0) {
    const last = text[text.length - 1];
    const before = text.slice(0, -1);
    if (BRACKETS.has(last)) {
      const at = opening(text, last);
      if (at >= 0 && text.slice(0, at).some((c) => ALPHANUMERIC.test(c))) {
        text = text.slice(0, at);
      } else if (whole) {
        text = before.slice(at + 1);
      } else {
        return null;
      }
    } else if (WHITE_SPACE.test(last) || SILENT.includes(last)) {
      text = before;
    } else {
      return text;
    }
  }
  return null;
}

/** Finds the bracket that the last character closes; -1 if there is none. */
function opening(text, close) {
  const open = BRACKETS.get(close);
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    depth += text[at] === close ? 1 : text[at] === open ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return -1;
}

/** @returns {FinalSound} */
function soundOf(text, kind, whole) {
  const last = text[text.length - 1];
  if (/[가-힣]/u.test(last)) {
    // A syllable holds its final consonant as the remainder by 28, where none is 0 and ㄹ is 8.
    const remainder = (last.codePointAt(0) - "가".codePointAt(0)) % 28;
    return remainder === 0 ? "vowel" : remainder === 8 ? "rieul" : "consonant";
  }
  if (/[ㄱ-ㅣ\u1100-\u11FF]/u.test(last)) {
    return jamo(last);
  }
  if (last === "0" && !["hash", "guid", "url"].includes(kind) && whole) {
    // 조 and 해 end in a vowel; 영, 십, 백, 천, 만, 억 and 경 do not.
    const zeros = trailingZeros(text.join(""));
    return (zeros >= 12 && zeros <= 15) || (zeros >= 20 && zeros <= 23) ? "vowel" : "consonant";
  }
  if (/[0-9]/.test(last)) {
    return "178".includes(last) ? "rieul" : "2459".includes(last) ? "vowel" : "consonant";
  }
  if (/[a-z]/i.test(last)) {
    return latin(text, kind);
  }
  return "%+$€&°℃".includes(last) ? "vowel" : "₩#".includes(last) ? "consonant" : "unknown";
}

/** A letter alone is read by its name, and the name of a consonant ends in it. */
function jamo(c) {
  if (/[ㄹ\u1105\u11AF]/u.test(c)) {
    return "rieul";
  }
  if (/[ㄱ-ㅎ\u1100-\u1112\u11A8-\u11C2]/u.test(c)) {
    return "consonant";
  }
  return /[ㅏ-ㅣ\u1161-\u1175]/u.test(c) ? "vowel" : "unknown";
}

/** Counts the zeros that end a plain or grouped integer; 0 if the text is anything else. */
function trailingZeros(text) {
  // A leading zero belongs to an id, which is read digit by digit.
  const integer = /^[+−-]?[1-9](?:\d*|\d{0,2}(?:([,.\u00A0\u202F])\d{3})(?:\1\d{3})*)$/u;
  if (!integer.test(text)) {
    return 0;
  }
  return /0*$/.exec(text.replace(/\D/gu, ""))[0].length;
}

/** The class of a text that ends in a Latin letter. */
function latin(text, kind) {
  const run = /[a-z0-9]+$/i.exec(text.join(""))[0];
  // Identifiers are not made of words: `…9fApp` in a hash is a chance of its letters.
  const spelledOut = kind === "hash" || kind === "guid";
  const word = spelledOut ? run : lastWord(run);
  // The pronoun is 잇; the field of work is spelled, 아이티.
  if (word === "IT") {
    return letter(word);
  }
  const listed = READINGS.get(run.toLowerCase()) ?? READINGS.get(word.toLowerCase());
  return listed ?? (spelledOut ? letter(word) : unlisted(word, kind));
}

/** The last word of a run of letters and digits: `Id` of `machineId`, `bit` of `64bit`. */
function lastWord(run) {
  for (let at = run.length - 1; at > 0; at -= 1) {
    const nextToLower = /[a-z]/.test(run[at - 1]) || /[a-z]/.test(run[at + 1] ?? "");
    if (/[0-9]/.test(run[at - 1]) || (/[A-Z]/.test(run[at]) && nextToLower)) {
      return run.slice(at);
    }
  }
  return run;
}

/** The class of a word that is not in the list. */
function unlisted(word, kind) {
  const capitals = /^[A-Z]*$/.test(word);
  if (word.length === 1 || (word.length === 2 && capitals) || !/[aeiou]/i.test(word)) {
    return letter(word);
  }
  if (capitals && (word.length === 3 || word.length === 4)) {
    // NULL is read as a word, URI letter by letter, and nothing shows which: both must agree.
    return letter(word) === spelling(word) ? letter(word) : "unknown";
  }
  return kind === "url" ? "unknown" : spelling(word);
}

/** The class of the name of the last letter: 엘 and 알, 엠 and 엔, all others end in a vowel. */
function letter(word) {
  return /[lr]$/i.test(word) ? "rieul" : /[mn]$/i.test(word) ? "consonant" : "vowel";
}

/** The class of a word as Korean borrows it, told from its last two letters. */
function spelling(word) {
  if (/(?:l|le)$/i.test(word)) {
    return "rieul";
  }
  if (/(?:m|n|ng|me|ne|ic)$/i.test(word)) {
    return "consonant";
  }
  // A stop may close the syllable or open one more with 으 (업 or 업프): usage decides.
  return /(?:[aeiou][bckpt]|[qj]|ck|mb|pe|ke)$/i.test(word) ? "unknown" : "vowel";
}

// French: whether a word elides. `src/function/elide.rs` of the library explains each rule.

/** Isolates, spaces, quotes and brackets before the first letter. */
const OPENING = /^[\p{White_Space}\u2066-\u2069\u200B-\u200F\u2060\uFEFF"'‘’‚“”„«»‹›`([{]+/u;

/** Whether a word before the text elides. */
function elidesBefore(text) {
  const significant = text.replace(OPENING, "");
  const word = firstWord(significant);
  switch (word[0]) {
    case "a":
    case "e":
    case "i":
    case "o":
    case "u":
      return !staysFull(significant, word);
    case "h":
      return MUTE_H.some((stem) => word.startsWith(stem));
    case "y":
      // An initialism is read by its letters, and elides before a vowel letter only.
      return word.length === 1 || (!isInitialism(significant) && /^y[^aeiouy]/.test(word)) || ELIDED_Y.includes(word);
    default:
      return false;
  }
}

/** *Si* elides before *il* and *ils* only. */
function elidesSi(text) {
  return ["il", "ils"].includes(firstWord(text.replace(OPENING, "")));
}

/** The letters of the first word, in lower case and without accents; œ and æ give their first. */
function firstWord(text) {
  let word = "";
  for (const c of text) {
    if (!MARK.test(c) && !INVISIBLE.test(c)) {
      const letter = fold(c);
      if (!/^[a-z]$/.test(letter)) {
        break;
      }
      word += letter;
    }
  }
  return word;
}

function fold(c) {
  const [base] = c.normalize("NFD");
  if (/[A-Z]/.test(base)) {
    return base.toLowerCase();
  }
  return "ŒœØø".includes(base) ? "o" : "Ææ".includes(base) ? "a" : base;
}

/** Whether the text begins with one of the words before which nothing elides. */
function staysFull(text, word) {
  if (FULL_WORDS.includes(word) || FULL_STEMS.some((stem) => word.startsWith(stem))) {
    return true;
  }
  // *Un* is the digit only when nothing follows it: *le un*, but *l’un d’eux*.
  return word === "un" && [...text].filter((c) => ALPHANUMERIC.test(c)).length === 2;
}

/** Whether the first word is in capitals throughout. */
function isInitialism(text) {
  for (const c of text) {
    if (!MARK.test(c) && !INVISIBLE.test(c)) {
      if (!/\p{Alphabetic}/u.test(c)) {
        break;
      }
      if (!/\p{Uppercase}/u.test(c)) {
        return false;
      }
    }
  }
  return true;
}

/** What languages write after numbers: short words for thousands and more, and what makes an ordinal. */

/** Short words for a thousand, a million, and what is a thousand times as much each. */
type Thousands = readonly [k: string, m: string, b: string, t: string];

const ENGLISH: Thousands = ["k", "m", "b", "t"];
const FRENCH: Thousands = ["k", "M", "G", "T"];
const CZECH: Thousands = ["tis.", "mil.", "mld.", "bil."];
const RUSSIAN: Thousands = ["тыс.", "млн", "млрд", "трлн"];

/** Languages that write something else than English. */
const THOUSANDS: Readonly<Record<string, Thousands | undefined>> = {
  "be-nl": ["k", "mln", "mld", "bln"],
  chs: ["千", "百万", "十亿", "万亿"],
  cs: CZECH,
  "da-dk": ["k", "mio", "mia", "bio"],
  es: ["k", "mm", "b", "t"],
  "es-es": ["k", "mm", "b", "t"],
  et: ["tuh", "mln", "mld", "trl"],
  fi: FRENCH,
  "fr-ca": FRENCH,
  hu: ["E", "M", "Mrd", "T"],
  it: ["mila", "mln", "mld", "bln"],
  ja: ["千", "百万", "十億", "兆"],
  "nl-nl": ["k", "mln", "mld", "bln"],
  pl: ["tys.", "mln", "mld", "bln"],
  "pt-br": ["mil", "mi", "bi", "tri"],
  ru: RUSSIAN,
  "ru-ua": RUSSIAN,
  sk: CZECH,
  th: ["พัน", "ล้าน", "พันล้าน", "ล้านล้าน"],
  tr: ["bin", "milyon", "milyar", "trilyon"],
  "uk-ua": ["тис.", "млн", "млрд", "трлн"],
};

/** Return what a language writes for the `k`, `m`, `b` or `t` of a pattern. */
export function thousandsIn(language: string, unit: string): string {
  const words = THOUSANDS[language.toLowerCase()] ?? ENGLISH;
  return words[ENGLISH.indexOf(unit)] ?? unit;
}

/** Endings by the last digit. */
const SPANISH = ["mo", "er", "do", "er", "to", "to", "to", "mo", "vo", "no"];
const TURKISH = ["", "inci", "nci", "üncü", "üncü", "inci", "ncı", "nci", "inci", "uncu"];
/** Endings of whole tens. */
const TENS = ["", "uncu", "nci", "uncu", "ıncı", "nci", "ıncı", "inci", "inci", "ıncı"];
const WORDS: Readonly<Record<string, string>> = { few: "rd", one: "st", other: "th", two: "nd" };

const ORDINALS: Readonly<Record<string, ((value: number) => string) | undefined>> = {
  be: dutch,
  chs: () => "",
  en: (value) => WORDS[new Intl.PluralRules("en", { type: "ordinal" }).select(value)] ?? "th",
  es: (value) => SPANISH[value % 10] ?? "",
  fr: (value) => (value === 1 ? "er" : "e"),
  it: () => "º",
  ja: () => "番目",
  nl: dutch,
  pt: () => "º",
  ru: () => "-й",
  th: () => "",
  tr: turkish,
  uk: () => "-й",
};

/** Return what a language writes after a whole number for the place in an order; most write a point. */
export function ordinalIn(language: string, value: number): string {
  const name = /^[a-z]+/i.exec(language)?.[0].toLowerCase() ?? "en";
  return ORDINALS[name]?.(Math.abs(Math.round(value))) ?? ".";
}

function dutch(value: number): string {
  const rest = value % 100;
  return (value > 0 && rest <= 1) || rest === 8 || rest >= 20 ? "ste" : "de";
}

function turkish(value: number): string {
  if (value === 0) return "'ıncı";
  if (value % 100 === 0) return value % 1000 === 0 ? "'inci" : "'üncü";
  const ending = value % 10 === 0 ? TENS[(value / 10) % 10] : TURKISH[value % 10];
  return `'${ending ?? ""}`;
}

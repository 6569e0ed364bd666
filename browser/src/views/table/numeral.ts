import { ordinalIn, thousandsIn } from "../figure/labels/languages.js";
import { formatNumber } from "../format.js";

/** How languages are called where numeral patterns come from, if not as the browser calls them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  "be-nl": "nl-BE",
  chs: "zh-Hans",
  "da-dk": "da",
  "nl-nl": "nl",
};

const BYTES = ["", "K", "M", "G", "T", "P", "E"];

const ROUNDINGS: Readonly<Record<string, (value: number) => number>> = {
  ceil: Math.ceil,
  roundup: Math.ceil,
  floor: Math.floor,
  rounddown: Math.floor,
};

/**
 * Write a number the way a numeral pattern says, with all that such patterns can say.
 *
 * Beyond `formatNumber` there are `(0)` for what is negative, `o` for ordinals, `b` for bytes, a pattern that begins
 * with its point, the marks of a language, and other roundings than to the nearest.
 */
export function numeral(
  value: number,
  pattern: string,
  language = "en",
  rounding = "round",
): string {
  if (!Number.isFinite(value)) return formatNumber(value, pattern);
  const enclosed = pattern.includes("(") && pattern.includes(")");
  let plain = enclosed ? pattern.replace(/[()]/g, "") : pattern;
  let number = value;
  let unit = "";
  const bytes = /( ?)(i?)b/.exec(plain);
  if (bytes !== null && /\d/.test(plain)) {
    const power = Math.max(Math.floor(Math.log2(Math.abs(value)) / 10), 0);
    const known = Math.min(Number.isFinite(power) ? power : 0, BYTES.length - 1);
    number /= 1024 ** known;
    const prefix = BYTES[known] ?? "";
    unit = `${bytes[1] ?? ""}${prefix}${prefix === "" ? "" : (bytes[2] ?? "")}B`;
    plain = plain.replace(bytes[0], "");
  } else if (/\do/.test(plain)) {
    unit = ordinalIn(language, value);
    plain = plain.replace(/(\d)o/, "$1");
  }
  number = rounded(number, plain, rounding);
  const bare = /(^|[^\d\]])\.\d/.test(plain);
  if (bare) plain = plain.replace(/\.(?=\d)/, "0.");
  const written = formatNumber(Math.abs(number), number < 0 ? plain.replace("+", "") : plain);
  const shown = bare ? written.replace(/\b0\./, ".") : written;
  const local = localized(shown, language) + unit;
  if (number >= 0 || !/[1-9]/.test(shown)) return local;
  return enclosed ? `(${local})` : `-${local}`;
}

/** Round to the digits that a pattern shows, where that is not done to the nearest. */
function rounded(value: number, pattern: string, rounding: string): number {
  const round = ROUNDINGS[rounding];
  if (round === undefined || pattern.includes(":")) return value;
  const digits = /\.\]?([0-9[\]]+)/.exec(pattern)?.[1]?.replace(/[[\]]/g, "").length ?? 0;
  let scale = 10 ** digits * (pattern.includes("%") ? 100 : 1);
  if (/\d ?a/.test(pattern)) {
    const power = Math.floor(Math.log10(Math.abs(value)) / 3);
    scale /= 1000 ** Math.min(Math.max(Number.isFinite(power) ? power : 0, 0), 4);
  }
  // 0.29 is meant to be 29 hundredths.
  return round(Number((value * scale).toPrecision(14))) / scale;
}

const marks = new Map<string, readonly [group: string, point: string]>();

function localized(shown: string, language: string): string {
  if (language.startsWith("en")) return shown;
  let found = marks.get(language);
  if (found === undefined) {
    const format = new Intl.NumberFormat(LANGUAGES[language] ?? language);
    const parts = format.formatToParts(1234567.8);
    const mark = (type: string, fallback: string): string =>
      parts.find((part) => part.type === type)?.value ?? fallback;
    found = [mark("group", ","), mark("decimal", ".")];
    marks.set(language, found);
  }
  const [group, point] = found;
  return shown
    .replace(/\d[\d,]*(\.\d+)?/, (digits) =>
      digits.replace(/[,.]/g, (sign) => (sign === "," ? group : point)),
    )
    .replace(/(?<=\d ?)[kmbt]$/, (unit) => thousandsIn(language, unit));
}

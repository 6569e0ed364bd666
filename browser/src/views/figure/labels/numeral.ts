import { plain } from "../../format.js";
import { ordinalIn, thousandsIn } from "./languages.js";

/** How numbers are written where a pattern does not say. */
export interface NumeralStyle {
  readonly language?: string;
  readonly rounding?: string;
}

/** Languages whose names are not those that browsers know. */
const LANGUAGES: Readonly<Record<string, string>> = {
  "be-nl": "nl-BE",
  chs: "zh-Hans",
  "nl-nl": "nl",
};

const DIGITS = /\d[\d,]*(?:\[?\.\]?[\d[\]]*)?|\[?\.\]?[\d[\]]+/;
const UNIT = /^(\s?)(a[kmbt]?|bd?|d|o|%|e[+-]0+)(?![A-Za-z])/;
const THOUSANDS = { "": 1, k: 1e3, m: 1e6, b: 1e9, t: 1e12 } as const;
const BYTES = ["K", "M", "G", "T", "P", "E", "Z", "Y"];

/**
 * Write a number by a numeral pattern.
 *
 * Zeros, a comma and a point describe the digits; brackets hold digits that may be left out. What comes after them may
 * ask for thousands (`a`), bytes in steps of 1024 (`b`) or 1000 (`d`), percents, ordinals (`o`), or an exponent (`e+0`); parentheses are for negative
 * numbers, `+` shows the sign, and `00:00:00` is for seconds. Other text is kept.
 */
export function formatNumeral(value: number, pattern: string, style: NumeralStyle = {}): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
  if (/\d:\d/.test(pattern)) return clock(value);
  const match = DIGITS.exec(pattern);
  if (match === null) return pattern === "" ? plain(value) : pattern;
  let before = pattern.slice(0, match.index);
  let after = pattern.slice(match.index + match[0].length);
  const enclosed = before.includes("(") && after.includes(")");
  if (enclosed) {
    before = before.replace("(", "");
    after = after.replace(")", "");
  }
  const trailing = /^[+-]/.test(after) && after[0];
  if (trailing !== false) after = after.slice(1);
  const signed = /[+-]\s*$/.exec(before.replace(/[$\s]+$/, ""));
  if (signed !== null) before = before.replace(/[+-]/, "");
  const unit = UNIT.exec(after);
  if (unit !== null) after = after.slice(unit[0].length);
  const language = style.language ?? "en";
  const scaled = scale(value, unit?.[2] ?? "", language);
  const separators = separatorsOf(language);
  const digits = write(scaled.value, match[0], style.rounding ?? "round", separators);
  const words = scaled.unit === "" ? "" : `${unit?.[1] ?? ""}${scaled.unit}`;
  // A number that is written as nought has no sign.
  const negative = scaled.value < 0 && /[1-9]/.test(digits);
  if (enclosed) {
    const all = `${before}${digits}${words}${after}`;
    return (negative ? `(${all})` : all).trim();
  }
  const plus = signed?.[0].startsWith("+") === true || trailing === "+";
  const sign = negative ? "-" : plus ? "+" : "";
  if (trailing !== false) return `${before}${digits}${sign}${words}${after}`.trim();
  const money = /\p{Sc}/u.test(before);
  return `${money ? sign : ""}${before}${money ? "" : sign}${digits}${words}${after}`.trim();
}

function scale(
  value: number,
  unit: string,
  language: string,
): { readonly value: number; readonly unit: string } {
  if (unit === "%") return { value: value * 100, unit };
  if (unit === "o") return { value, unit: ordinalIn(language, value) };
  if (unit.startsWith("e")) {
    const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
    return { value: value / 10 ** power, unit: `e${power < 0 ? "-" : "+"}${Math.abs(power)}` };
  }
  if (unit === "d") return bytes(value, 1000, "B");
  if (unit.startsWith("b")) return bytes(value, 1024, "iB");
  if (!unit.startsWith("a")) return { value, unit: "" };
  const asked = unit.slice(1);
  const size = Math.abs(value);
  const known = (["t", "b", "m", "k"] as const).find((each) =>
    asked === "" ? size >= THOUSANDS[each] : each === asked,
  );
  return { value: value / THOUSANDS[known ?? ""], unit: thousandsIn(language, known ?? "") };
}

function bytes(value: number, step: number, ending: string): { value: number; unit: string } {
  const size = Math.max(Math.abs(value), 1);
  const power = Math.min(BYTES.length, Math.floor(Math.log2(size) / Math.log2(step) + 1e-9));
  const name = BYTES[power - 1];
  return { value: value / step ** power, unit: name === undefined ? "B" : name + ending };
}

interface Separators {
  readonly group: string;
  readonly decimal: string;
}

const known = new Map<string, Separators>([["en", { group: ",", decimal: "." }]]);

function separatorsOf(language: string): Separators {
  const before = known.get(language);
  if (before !== undefined) return before;
  const parts = new Intl.NumberFormat(LANGUAGES[language] ?? language).formatToParts(1234567.5);
  const find = (type: string, otherwise: string): string =>
    parts.find((part) => part.type === type)?.value ?? otherwise;
  const found = { group: find("group", ","), decimal: find("decimal", ".") };
  known.set(language, found);
  return found;
}

function write(value: number, pattern: string, rounding: string, separators: Separators): string {
  const optional = pattern.includes("[.]");
  const [whole = "", fraction = ""] = pattern.replace("[.]", ".").split(".");
  const required = fraction.replace(/\[.*/, "").length;
  const most = Math.min(fraction.replace(/[[\]]/g, "").length, 20);
  const rounded = Math.abs(round(value, most, rounding));
  let [integer = "0", decimals = ""] = rounded.toFixed(most).split(".");
  if (optional && /^0*$/.test(decimals)) decimals = "";
  else
    while (decimals.length > required && decimals.endsWith("0")) decimals = decimals.slice(0, -1);
  if (whole === "" && integer === "0") integer = "";
  const least = /^0*/.exec(whole)?.[0].length ?? 1;
  integer = whole.includes(",")
    ? integer.replace(/\B(?=(\d{3})+$)/g, separators.group)
    : integer.padStart(least, "0");
  return decimals === "" ? integer || "0" : integer + separators.decimal + decimals;
}

function round(value: number, places: number, rounding: string): number {
  const text = String(value);
  if (text.includes("e")) return Number(value.toFixed(places));
  // Moving the point in the text is exact, multiplying is not.
  const moved = Number(`${text}e${places}`);
  const whole =
    rounding.includes("floor") || rounding === "rounddown"
      ? Math.floor(moved)
      : rounding.includes("ceil") || rounding === "roundup"
        ? Math.ceil(moved)
        : Math.round(moved);
  return Number(`${whole}e-${places}`);
}

function clock(seconds: number): string {
  const total = Math.round(Math.abs(seconds));
  const pad = (part: number): string => String(part).padStart(2, "0");
  const words = `${Math.floor(total / 3600)}:${pad(Math.floor(total / 60) % 60)}:${pad(total % 60)}`;
  return seconds < 0 ? `-${words}` : words;
}

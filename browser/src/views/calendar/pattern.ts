/** Dates and times as fields write them and read them, by the letters that `date_format` is made of. */
import { civilOf, dayOf, join, lengthOf, split, weekdayOf, weekOf } from "./days.js";
import { halvesOfDay, monthName, namesOf, ordinal, weekdayName } from "./names.js";

/** What has been read of a text; what it does not say is taken from elsewhere. */
interface Read {
  year?: number;
  /** The last two digits of a year. */
  short?: number;
  month?: number;
  date?: number;
  hour?: number;
  minute?: number;
  second?: number;
  afternoon?: boolean;
  /** Milliseconds since 1970, of a letter that says all. */
  time?: number;
}

interface Letter {
  readonly write: (time: number) => string;
  /** What it looks like, as the source of a regular expression without groups. */
  readonly form: () => string;
  readonly read?: (words: string, into: Read) => void;
  /** What stands in an empty field. */
  readonly hint: string;
}

/** The longest text that is read, and the most letters: digits without end could be shared out among more for ever. */
const LONGEST = 200;
const MOST = 16;
const TWO = (): string => "\\d\\d?";
const two = (value: number): string => String(value).padStart(2, "0");
const civil = (time: number): ReturnType<typeof civilOf> => civilOf(split(time)[0]);
const weekday = (time: number): number => weekdayOf(split(time)[0]);
const hour = (time: number): number => Math.floor(split(time)[1] / 3600);
const half = (time: number): number => hour(time) % 12 || 12;
const minute = (time: number): number => Math.floor(split(time)[1] / 60) % 60;
const second = (time: number): number => split(time)[1] % 60;

const months = (): ReadonlyMap<string, number> => namesOf(monthName, 1, 12);
const weekdays = (): ReadonlyMap<string, number> => namesOf(weekdayName, 0, 7);
const oneOf = (names: ReadonlyMap<string, number>): string =>
  [...names.keys()].map(plain).join("|");

function part(
  field: Exclude<keyof Read, "afternoon">,
  factor = 1,
): (words: string, into: Read) => void {
  return (words, into) => {
    into[field] = factor * Number.parseInt(words, 10);
  };
}

const LETTERS: Readonly<Record<string, Letter | undefined>> = {
  d: { write: (time) => two(civil(time).date), form: TWO, read: part("date"), hint: "DD" },
  j: { write: (time) => String(civil(time).date), form: TWO, read: part("date"), hint: "D" },
  J: {
    write: (time) => ordinal(civil(time).date),
    form: () => "\\d\\d?\\p{L}*",
    read: part("date"),
    hint: "D",
  },
  D: {
    write: (time) => weekdayName(weekday(time), "short"),
    form: () => oneOf(weekdays()),
    hint: "…",
  },
  l: {
    write: (time) => weekdayName(weekday(time), "long"),
    form: () => oneOf(weekdays()),
    hint: "…",
  },
  w: { write: (time) => String(weekday(time)), form: () => "\\d", hint: "…" },
  W: { write: (time) => String(weekOf(split(time)[0])), form: TWO, hint: "…" },
  m: { write: (time) => two(civil(time).month), form: TWO, read: part("month"), hint: "MM" },
  n: { write: (time) => String(civil(time).month), form: TWO, read: part("month"), hint: "M" },
  M: {
    write: (time) => monthName(civil(time).month, "short"),
    form: () => oneOf(months()),
    read: readMonth,
    hint: "MMM",
  },
  F: {
    write: (time) => monthName(civil(time).month, "long"),
    form: () => oneOf(months()),
    read: readMonth,
    hint: "MMMM",
  },
  Y: {
    write: (time) => String(civil(time).year).padStart(4, "0"),
    form: () => "\\d{4}",
    read: part("year"),
    hint: "YYYY",
  },
  y: {
    write: (time) => two(civil(time).year % 100),
    form: () => "\\d\\d",
    read: part("short"),
    hint: "YY",
  },
  H: { write: (time) => two(hour(time)), form: TWO, read: part("hour"), hint: "hh" },
  G: { write: (time) => two(half(time)), form: TWO, read: part("hour"), hint: "hh" },
  h: { write: (time) => String(half(time)), form: TWO, read: part("hour"), hint: "h" },
  i: { write: (time) => two(minute(time)), form: TWO, read: part("minute"), hint: "mm" },
  S: { write: (time) => two(second(time)), form: TWO, read: part("second"), hint: "ss" },
  s: { write: (time) => String(second(time)), form: TWO, read: part("second"), hint: "s" },
  K: {
    write: (time) => halvesOfDay()[hour(time) < 12 ? 0 : 1],
    form: () => [...halvesOfDay().map(plain), "[ap]\\.?m\\.?"].join("|"),
    read: (words, into) => {
      const [morning, afternoon] = halvesOfDay().map((name) => name.toLowerCase());
      const said = words.toLowerCase();
      into.afternoon = said !== morning && (said === afternoon || said.startsWith("p"));
    },
    get hint() {
      return halvesOfDay()[0];
    },
  },
  U: {
    write: (time) => String(Math.floor(time / 1000)),
    form: () => "-?\\d{1,12}",
    read: part("time", 1000),
    hint: "…",
  },
  u: {
    write: (time) => String(time),
    form: () => "-?\\d{1,15}",
    read: part("time"),
    hint: "…",
  },
  Z: {
    write: (time) => new Date(time).toISOString(),
    form: () => "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z",
    read: (words, into) => {
      into.time = Date.parse(words.toUpperCase());
    },
    hint: "YYYY-MM-DDThh:mm:ss.000Z",
  },
};

/** Call one of two for each letter of a pattern and for what stands between; a backslash makes a letter plain. */
function each<T>(pattern: string, letter: (of: Letter) => T, other: (words: string) => T): T[] {
  return [...pattern.matchAll(/\\(.)|([^])/gu)].map(([, escaped, sign = ""]) => {
    const known = escaped === undefined && Object.hasOwn(LETTERS, sign) ? LETTERS[sign] : undefined;
    return known === undefined ? other(escaped ?? sign) : letter(known);
  });
}

/** Write a time, in milliseconds since 1970, by a pattern. */
export function write(time: number, pattern: string): string {
  return each(
    pattern,
    (letter) => letter.write(time),
    (words) => words,
  ).join("");
}

/** Return what tells people how to write by a pattern. */
export function hintOf(pattern: string): string {
  return each(
    pattern,
    ({ hint }) => hint,
    (words) => words,
  ).join("");
}

/**
 * Read what was written by a pattern: milliseconds since 1970, or nothing if it is no date or time.
 *
 * What the pattern does not tell is taken from another time.
 */
export function read(words: string, pattern: string, other: number): number | undefined {
  if (words.length > LONGEST) return undefined;
  const readers: (Letter["read"] | undefined)[] = [];
  const form = each(
    pattern,
    (letter) => {
      readers.push(letter.read);
      return `(${letter.form()})`;
    },
    (sign) => (/\s/.test(sign) ? "\\s*" : plain(sign)),
  )
    .join("")
    .replace(/(\\s\*)+/g, "\\s*");
  if (readers.length > MOST) return undefined;
  const found = new RegExp(`^\\s*${form}\\s*$`, "iu").exec(words);
  if (found === null) return undefined;
  const into: Read = {};
  for (const [at, reader] of readers.entries()) reader?.(found[at + 1] ?? "", into);
  return timeOf(into, other);
}

function timeOf(given: Read, other: number): number | undefined {
  if (Object.keys(given).length === 0) return undefined;
  if (given.time !== undefined) return Number.isFinite(given.time) ? given.time : undefined;
  const day = dayFrom(given, civil(other));
  const clock = secondsFrom(given, split(other)[1]);
  return day === undefined || clock === undefined ? undefined : join(day, clock);
}

function dayFrom(given: Read, other: ReturnType<typeof civilOf>): number | undefined {
  const { short, month = other.month, date = other.date } = given;
  const year = given.year ?? (short === undefined ? other.year : nearest(short, other.year));
  if (year < 1 || month < 1 || month > 12 || date < 1) return undefined;
  return date > lengthOf(year, month) ? undefined : dayOf(year, month, date);
}

/** Return the year with these last two digits that is nearest to another one. */
function nearest(short: number, year: number): number {
  const same = year - (year % 100) + short;
  return same - year > 50 ? same - 100 : year - same >= 50 ? same + 100 : same;
}

function secondsFrom(given: Read, other: number): number | undefined {
  if (given.hour === undefined && given.minute === undefined) return other;
  const { hour: told = Math.floor(other / 3600), minute: minutes = 0, second: seconds = 0 } = given;
  const { afternoon } = given;
  if (afternoon !== undefined && (told < 1 || told > 12)) return undefined;
  const hours = afternoon === undefined ? told : (told % 12) + (afternoon ? 12 : 0);
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return hours * 3600 + minutes * 60 + seconds;
}

function readMonth(words: string, into: Read): void {
  const month = months().get(words.toLowerCase());
  if (month !== undefined) into.month = month;
}

/** Return the source of a regular expression that matches a text as it is. */
function plain(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

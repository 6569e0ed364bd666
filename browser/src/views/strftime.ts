/** A part of a time: a number and how many digits it has, or words. */
type Part = string | readonly [value: number, digits: number, filler?: " "];

const CONVERSION = /%([-_0^#]?)(\d?)([A-Za-z%])/g;

/** What stands for several conversions. */
const SHORT: Readonly<Record<string, string>> = {
  c: "%a %d %b %Y %r %Z",
  D: "%m/%d/%y",
  F: "%Y-%m-%d",
  h: "%b",
  r: "%I:%M:%S %p",
  R: "%H:%M",
  T: "%H:%M:%S",
  v: "%e-%b-%Y",
  x: "%m/%d/%Y",
  X: "%I:%M:%S %p",
};

const DAY = 86_400_000;

/** Write a time, in milliseconds since 1970, in UTC in the manner of C's `strftime`; `%f` are microseconds. */
export function strftime(time: number, pattern: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return "–";
  return pattern.replace(CONVERSION, (whole, flag: string, digits: string, letter: string) => {
    const long = SHORT[letter];
    if (long !== undefined) return strftime(time, long);
    const part = partOf(date, time, letter, digits);
    if (part === undefined) return whole;
    if (typeof part === "string") return flag === "^" || flag === "#" ? part.toUpperCase() : part;
    const [value, length, filler = "0"] = part;
    if (flag === "-") return String(value);
    const fill = flag === "_" ? " " : flag === "0" ? "0" : filler;
    return String(value).padStart(length, fill);
  });
}

function partOf(date: Date, time: number, letter: string, digits: string): Part | undefined {
  const year = date.getUTCFullYear();
  const hour = date.getUTCHours();
  const weekday = date.getUTCDay();
  switch (letter) {
    case "Y":
      return [year, 1];
    case "C":
      return [Math.floor(year / 100), 2];
    case "y":
      return [year % 100, 2];
    case "m":
      return [date.getUTCMonth() + 1, 2];
    case "b":
      return name(date, { month: "short" });
    case "B":
      return name(date, { month: "long" });
    case "d":
      return [date.getUTCDate(), 2];
    case "e":
      return [date.getUTCDate(), 1];
    case "j":
      return [dayOfYear(date) + 1, 3];
    case "a":
      return name(date, { weekday: "short" });
    case "A":
      return name(date, { weekday: "long" });
    case "u":
      return [weekday === 0 ? 7 : weekday, 1];
    case "w":
      return [weekday, 1];
    case "U":
      return [Math.floor((dayOfYear(date) + 7 - weekday) / 7), 2];
    case "W":
      return [Math.floor((dayOfYear(date) + 7 - ((weekday + 6) % 7)) / 7), 2];
    case "G":
      return [thursday(date).getUTCFullYear(), 4];
    case "g":
      return [thursday(date).getUTCFullYear() % 100, 2];
    case "V":
      return [Math.floor(dayOfYear(thursday(date)) / 7) + 1, 2];
    default:
      return clock(date, time, letter, digits, hour);
  }
}

function clock(
  date: Date,
  time: number,
  letter: string,
  digits: string,
  hour: number,
): Part | undefined {
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  switch (letter) {
    case "H":
      return [hour, 2];
    case "k":
      return [hour, 2, " "];
    case "I":
      return [twelve, 2];
    case "l":
      return [twelve, 2, " "];
    case "p":
      return hour < 12 ? "AM" : "PM";
    case "P":
      return hour < 12 ? "am" : "pm";
    case "M":
      return [date.getUTCMinutes(), 2];
    case "S":
      return [date.getUTCSeconds(), 2];
    case "L":
      return [date.getUTCMilliseconds(), 3];
    case "f":
      return [microseconds(time), 6];
    case "N":
      return String(microseconds(time) * 1000)
        .padStart(9, "0")
        .slice(0, digits === "" ? 9 : Number(digits));
    case "s":
      return [Math.floor(time / 1000), 1];
    case "z":
      return "+0000";
    case "Z":
      return "UTC";
    case "n":
      return "\n";
    case "t":
      return "\t";
    case "%":
      return "%";
    default:
      return undefined;
  }
}

/** Return the microseconds since the last second; a time has more digits than milliseconds. */
function microseconds(time: number): number {
  return Math.round((time - Math.floor(time / 1000) * 1000) * 1000) % 1_000_000;
}

function dayOfYear(date: Date): number {
  const today = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return Math.round((today - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY);
}

/** Return the Thursday of a week, by which weeks belong to years. */
function thursday(date: Date): Date {
  return new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY);
}

function name(date: Date, options: Intl.DateTimeFormatOptions): string {
  return date.toLocaleDateString("en", { ...options, timeZone: "UTC" });
}

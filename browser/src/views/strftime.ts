const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2000, month, 1)));
const DAYS = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2000, 0, 2 + day)));

/** Write a time, in milliseconds since 1970, in UTC in the manner of C's `strftime`. */
export function strftime(time: number, pattern: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return "–";
  return pattern.replace(/%([a-zA-Z%])/g, (whole, letter: string) => part(date, letter) ?? whole);
}

function part(date: Date, letter: string): string | undefined {
  const two = (value: number): string => String(value).padStart(2, "0");
  switch (letter) {
    case "Y":
      return String(date.getUTCFullYear());
    case "y":
      return two(date.getUTCFullYear() % 100);
    case "m":
      return two(date.getUTCMonth() + 1);
    case "b":
      return name(MONTHS[date.getUTCMonth()], { month: "short" });
    case "B":
      return name(MONTHS[date.getUTCMonth()], { month: "long" });
    case "d":
      return two(date.getUTCDate());
    case "e":
      return String(date.getUTCDate());
    case "a":
      return name(DAYS[date.getUTCDay()], { weekday: "short" });
    case "A":
      return name(DAYS[date.getUTCDay()], { weekday: "long" });
    case "H":
      return two(date.getUTCHours());
    case "M":
      return two(date.getUTCMinutes());
    case "S":
      return two(date.getUTCSeconds());
    case "F":
      return date.toISOString().slice(0, 10);
    case "T":
      return date.toISOString().slice(11, 19);
    case "%":
      return "%";
    default:
      return undefined;
  }
}

function name(date: Date | undefined, options: Intl.DateTimeFormatOptions): string {
  return date?.toLocaleDateString("en", { ...options, timeZone: "UTC" }) ?? "";
}

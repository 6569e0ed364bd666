/**
 * Write a number the way a numeral pattern says, such as `0[.]00`, `0,0.0`, `0%`, `$ 0.00` or `0.0a`.
 *
 * The part of the pattern made of digits, commas, points and brackets describes the number; the text around it is
 * kept. `%` multiplies by 100, `a` abbreviates thousands, `+` shows the sign, `e+0` asks for an exponent, and
 * `00:00:00` for hours, minutes and seconds.
 */
export function formatNumber(value: number, pattern: string): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
  if (/\d+:\d+/.test(pattern)) return formatClock(value);
  const match = /[+-]?\d[\d,]*(?:\[?\.\]?[\d[\]]*)?/.exec(pattern);
  if (match === null) return pattern === "" ? plain(value) : pattern;
  const before = pattern.slice(0, match.index).replace(/[+(-]$/, "");
  let after = pattern.slice(match.index + match[0].length);
  let scaled = value;
  let exponent = "";
  if (after.includes("%")) scaled *= 100;
  if (/^\s?e[+-]0/.test(after)) {
    const power = scaled === 0 ? 0 : Math.floor(Math.log10(Math.abs(scaled)));
    exponent = `e${power < 0 ? "-" : "+"}${Math.abs(power)}`;
    scaled /= 10 ** power;
    after = after.replace(/^\s?e[+-]0+/, "");
  } else if (/^\s?a/.test(after)) {
    const [share, unit] = abbreviate(scaled);
    scaled = share;
    after = after.replace("a", unit);
  }
  const signed = /\+(?=[\d(])/.test(pattern.replace(/e\+0+/, ""));
  const digits = formatDigits(Math.abs(scaled), match[0]);
  const negative = scaled < 0 && /[1-9]/.test(digits);
  const sign = negative ? "-" : signed && scaled >= 0 ? "+" : "";
  return `${before}${sign}${digits}${exponent}${after}`.trim();
}

/** Write a number with no more digits than it needs. */
export function plain(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-6) return value.toExponential().replace("e+", "e");
  return String(Number(value.toPrecision(12)));
}

function formatDigits(value: number, pattern: string): string {
  const [whole = "0", fraction = ""] = pattern.replace("[.]", ".").split(".");
  const optionalPoint = pattern.includes("[.]");
  const required = fraction.replace(/\[.*?\]/g, "").length;
  const most = fraction.replace(/[[\]]/g, "").length;
  let text = value.toFixed(Math.min(most, 20));
  if (optionalPoint && Number(text) % 1 === 0) text = text.split(".")[0] ?? text;
  else if (required < most) text = trimZeros(text, required);
  const [integer = "0", decimals] = text.split(".");
  const places = /^[+-]?(0+)/.exec(whole)?.[1]?.length ?? 1;
  const units = whole.includes(",")
    ? integer.replace(/\B(?=(\d{3})+$)/g, ",")
    : integer.padStart(places, "0");
  return decimals === undefined || decimals === "" ? units : `${units}.${decimals}`;
}

function trimZeros(text: string, keep: number): string {
  const point = text.indexOf(".");
  if (point < 0) return text;
  let end = text.length;
  while (end > point + 1 + keep && text[end - 1] === "0") end -= 1;
  return text.slice(0, end);
}

function abbreviate(value: number): [number, string] {
  const size = Math.abs(value);
  if (size >= 1e12) return [value / 1e12, "t"];
  if (size >= 1e9) return [value / 1e9, "b"];
  if (size >= 1e6) return [value / 1e6, "m"];
  return size >= 1e3 ? [value / 1e3, "k"] : [value, ""];
}

function formatClock(seconds: number): string {
  const total = Math.round(Math.abs(seconds));
  const pad = (part: number): string => String(part).padStart(2, "0");
  const clock = `${Math.floor(total / 3600)}:${pad(Math.floor(total / 60) % 60)}:${pad(total % 60)}`;
  return seconds < 0 ? `-${clock}` : clock;
}

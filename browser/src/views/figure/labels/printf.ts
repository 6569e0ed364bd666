import { asText } from "../spec.js";

const CONVERSION =
  /%(?:\d{1,4}\$)?([-+ 0#]{0,5})(?:'(.))?([-+ 0]{0,5})(\d{0,4})(?:\.(\d{1,4}))?([bcdeEfFgGijostTuvxX%])/g;

/**
 * Write a value by a pattern of C's `printf`; every conversion is given the same one.
 *
 * Labels are to be short: without a precision numbers have the digits that they need, and powers no zeros before them.
 */
export function printf(value: unknown, pattern: string): string {
  return pattern.replace(
    CONVERSION,
    (
      _,
      flags: string,
      filler: string | undefined,
      more: string,
      width: string,
      digits: string | undefined,
      type: string,
    ) => {
      if (type === "%") return "%";
      const all = flags + more;
      const words = convert(value, type, digits === undefined ? undefined : Number(digits), all);
      const fill = filler ?? (all.includes("0") && !all.includes("-") ? "0" : " ");
      // Far wider than any label: a slip of the pen must not fill the memory.
      const places = Math.min(Number(width), 200);
      if (all.includes("-")) return words.padEnd(places, filler ?? " ");
      const sign = fill === "0" ? (/^[-+ ]/.exec(words)?.[0] ?? "") : "";
      return sign + words.slice(sign.length).padStart(places - sign.length, fill);
    },
  );
}

function convert(value: unknown, type: string, digits: number | undefined, flags: string): string {
  if ("sctTjv".includes(type)) {
    const words = typeof value === "object" ? JSON.stringify(value) : asText(value);
    return digits === undefined ? words : words.slice(0, digits);
  }
  const number = Number(value);
  if (!Number.isFinite(number)) return String(number);
  const written = writeNumber(number, type, digits, flags);
  if (number < 0 || written.startsWith("-")) return written;
  return `${flags.includes("+") ? "+" : flags.includes(" ") ? " " : ""}${written}`;
}

function writeNumber(
  value: number,
  type: string,
  digits: number | undefined,
  flags: string,
): string {
  // Left out, there are as many digits as the number has.
  const places = digits === undefined ? undefined : Math.min(digits, 100);
  const radix = { b: 2, o: 8, x: 16 }[type.toLowerCase()];
  const prefix = flags.includes("#") ? ({ o: "0", x: "0x", X: "0X" }[type] ?? "") : "";
  if (radix !== undefined) {
    const words = Math.trunc(value).toString(radix);
    return prefix + (type === "X" ? words.toUpperCase() : words);
  }
  switch (type) {
    case "e":
    case "E": {
      const words = value.toExponential(places);
      return type === "E" ? words.toUpperCase() : words;
    }
    case "g":
    case "G":
      return general(value, Math.max(places ?? 6, 1), type === "G");
    case "f":
    case "F":
      return places === undefined ? String(value) : value.toFixed(places);
    default: {
      const whole = Math.trunc(value);
      return (whole === 0 ? 0 : whole).toFixed(0).padStart(digits ?? 0, "0");
    }
  }
}

function general(value: number, places: number, upper: boolean): string {
  const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const small = power >= -4 && power < places;
  const words = small
    ? String(Number(value.toPrecision(Math.min(places, 100))))
    : value.toExponential(places - 1).replace(/\.?0+e/, "e");
  return upper ? words.toUpperCase() : words;
}

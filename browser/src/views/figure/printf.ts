/** Write a number by a printf pattern with one conversion. */
export function printf(value: number, pattern: string): string {
  return pattern
    .replace(/%([-+0 ]*)(\d*)(?:\.(\d+))?([dfeg])/, (_, flags: string, width, digits, type) => {
      const places = digits === undefined ? 6 : Number(digits);
      let words =
        type === "d"
          ? Math.trunc(value).toFixed(0)
          : type === "e"
            ? value.toExponential(places)
            : type === "g"
              ? String(Number(value.toPrecision(Math.max(places, 1))))
              : value.toFixed(places);
      if (flags.includes("+") && value >= 0) words = `+${words}`;
      const filler = flags.includes("0") && !flags.includes("-") ? "0" : " ";
      return flags.includes("-")
        ? words.padEnd(Number(width))
        : words.padStart(Number(width), filler);
    })
    .replaceAll("%%", "%");
}

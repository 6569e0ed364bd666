/** Read a colour: a CSS colour, or red, green and blue from 0 to 255 with an optional opacity from 0 to 1. */
export function colorText(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  if (!Array.isArray(value) || value.length < 3 || value.length > 4) return undefined;
  const parts = value.map(Number);
  if (!parts.every(Number.isFinite)) return undefined;
  const [red = 0, green = 0, blue = 0, opacity = 1] = parts;
  return opacity >= 1
    ? `rgb(${red} ${green} ${blue})`
    : `rgb(${red} ${green} ${blue} / ${Math.max(opacity, 0)})`;
}

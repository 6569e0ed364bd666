import { NDArray } from "../../model/value.js";
import { plain } from "../format.js";

/** So many parts of a cell are readable one by one. */
const MOST_PARTS = 24;
/** So many letters are, too; addresses of pictures may have millions. */
const MOST_LETTERS = 120;

/** Write what stands in one row of a column; of a picture how large it is, and between what its numbers are. */
export function cellText(value: unknown): string {
  if (typeof value === "number") return Number.isNaN(value) ? "–" : plain(value);
  if (typeof value === "string") return shortened(value);
  if (typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return "–";
  if (value instanceof NDArray) return numbersText(value.data, value.shape);
  if (ArrayBuffer.isView(value)) {
    const numbers = value as unknown as Float64Array;
    const few = numbers.length <= MOST_PARTS;
    return few ? partsText(Array.from(numbers)) : numbersText(numbers, [numbers.length]);
  }
  if (Array.isArray(value)) {
    const nested = value.some((part) => typeof part === "object" && part !== null);
    if (!nested && value.length <= MOST_PARTS) return partsText(value);
    if (value.length > MOST_PARTS) return `${value.length} values`;
  }
  return shortened(JSON.stringify(value));
}

function partsText(parts: readonly unknown[]): string {
  return parts.map(cellText).join(", ");
}

function numbersText(numbers: Iterable<number>, shape: readonly number[]): string {
  let [low, high] = [Infinity, -Infinity];
  for (const each of numbers) {
    if (each < low) low = each;
    if (each > high) high = each;
  }
  const between = low <= high ? `, ${plain(low)} to ${plain(high)}` : "";
  return `${shape.join(" × ")} numbers${between}`;
}

function shortened(words: string): string {
  return words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words;
}

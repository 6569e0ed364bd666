/** Titles of axes that are longer than these: importing this breaks them into lines. */
import { extras } from "./extras.js";
import type { LabelRow } from "./label_row.js";
import { lengthOf, rowOf } from "./label_row.js";
import { hasFormula, textWidth } from "./words.js";

/** The least length of a line of a title, how much longer it may be than the frame, and how many there are. */
const LINE = 80;
const OVER = 24;
const MOST_LINES = 2;

/** Break words that are much longer than the frame into further lines: the data need the room of more than a few. */
export function breakWords(row: LabelRow, frame: number): LabelRow {
  const [label] = row.labels;
  const most = Math.max(LINE, frame + OVER);
  if (label === undefined || hasFormula(label.words) || lengthOf(row) <= most) return row;
  const { font } = row.style;
  const given = label.words.split("\n");
  const lines = given.flatMap((line) => broken(line, most, font));
  // As many lines as somebody has given have room.
  const shown = lines.slice(0, Math.max(MOST_LINES, given.length));
  if (lines.length > shown.length) shown.push(cut(shown.pop() ?? "", most, font));
  return rowOf(row, [shown.join("\n")], [label.place]);
}

/** Break a line where words begin. */
function broken(line: string, most: number, font: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(" ")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, font) > most) lines.push(word);
    else lines.splice(-1, 1, longer);
  }
  return lines;
}

/** Say that something follows a line, in the room that is there for it. */
function cut(line: string, most: number, font: string): string {
  const words = line.split(" ");
  while (words.length > 1 && textWidth(`${words.join(" ")}…`, font) > most) words.pop();
  return `${words.join(" ")}…`;
}

extras.breakWords = breakWords;

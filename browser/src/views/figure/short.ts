/** Long names of factors in little room: importing this shortens them, and tells them whole to who points at them. */
import type { Axis } from "./axis.js";
import { extras } from "./extras.js";
import type { Label, LabelRow } from "./label_row.js";
import { isAcross } from "./label_row.js";
import type { Plot } from "./plot.js";
import { coverOf, hasFormula } from "./words.js";

/** The share of a figure that names may take, and what they may take in any, in CSS pixels. */
const SHARE = 0.4;
const LEAST = 40;
/** So many letters are left, at least: fewer say nothing. */
const LETTERS = 3;
/** What saves less than this share of a name that has no room even so is not worth what it hides. */
const WORTH = 0.5;

const splitter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Axes some of whose names are not whole. */
const shortened = new WeakSet<Axis>();
/** The plots of the elements that are listened to. */
const plots = new WeakMap<HTMLElement, Plot>();

extras.limit = (plot, size) => {
  for (const axis of plot.source.axes) {
    const across = isAcross(axis.side);
    // They are shortened anew now, if they still need to be.
    shortened.delete(axis);
    axis.most = Math.max(LEAST, SHARE * (across ? size.height : size.width));
  }
  const host = plot.canvas.parentElement;
  if (host === null) return;
  if (!plots.has(host)) host.addEventListener("pointermove", tell);
  plots.set(host, plot);
};

extras.cut = (axis, row, rooms) => {
  const labels = row.labels.map((label, index) => cut(label, row, axis.most, rooms?.[index]));
  if (labels.some((label, index) => label !== row.labels[index])) shortened.add(axis);
  return { ...row, labels };
};

/** Return a label with as many of its letters as have room, or whole if too few are left of it. */
function cut(label: Label, row: LabelRow, most = Infinity, room = Infinity): Label {
  const across = isAcross(row.side);
  const fits = (tried: Label): boolean => {
    const [wide, high] = sizeOf(tried);
    return (across ? high : wide) <= most && (across ? wide : high) <= room;
  };
  if (fits(label) || hasFormula(label.words)) return label;
  // A letter may be made of many characters.
  const letters = Array.from(splitter.segment(label.words), ({ segment }) => segment);
  let [low, high] = [LETTERS, letters.length - 1];
  if (low > high) return label;
  let best = shorter(label, letters, low, row);
  while (low <= high) {
    const middle = (low + high) >> 1;
    const tried = shorter(label, letters, middle, row);
    if (fits(tried)) {
      best = tried;
      low = middle + 1;
    } else high = middle - 1;
  }
  const share = fits(best) ? 1 : WORTH;
  return lengthOf(best) < share * lengthOf(label) ? best : label;
}

function sizeOf({ cover }: Label): readonly [number, number] {
  return [cover.right - cover.left, cover.bottom - cover.top];
}

function lengthOf(label: Label): number {
  return Math.hypot(...sizeOf(label));
}

function shorter(label: Label, letters: readonly string[], count: number, row: LabelRow): Label {
  const words = `${letters.slice(0, count).join("").trimEnd()}…`;
  return { ...label, words, cover: coverOf(words, row.style, row.turn) };
}

/** Say the whole name at which the pointer is. */
function tell(event: PointerEvent): void {
  const host = event.currentTarget as HTMLElement;
  const box = host.getBoundingClientRect();
  const found = plots.get(host)?.axisAt(event.clientX - box.left, event.clientY - box.top);
  const name =
    found !== undefined && shortened.has(found.axis) ? found.axis.factorAt(found.value) : undefined;
  host.title = typeof name === "string" ? name : (name?.join(", ") ?? "");
}

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

/** Axes some of whose names are not whole. */
const shortened = new WeakSet<Axis>();
/** The plots of the elements that are listened to. */
const plots = new WeakMap<HTMLElement, Plot>();

extras.limit = (plot, size) => {
  for (const axis of plot.source.axes) {
    const across = isAcross(axis.side);
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

/** Return a label with as many of its letters as have room. */
function cut(label: Label, row: LabelRow, most = Infinity, room = Infinity): Label {
  const across = isAcross(row.side);
  const fits = ({ cover }: Label): boolean => {
    const [wide, high] = [cover.right - cover.left, cover.bottom - cover.top];
    return (across ? high : wide) <= most && (across ? wide : high) <= room;
  };
  if (fits(label) || hasFormula(label.words)) return label;
  const letters = Array.from(label.words);
  let [low, high] = [1, letters.length - 1];
  let best = shorter(label, letters, low, row);
  while (low <= high) {
    const middle = (low + high) >> 1;
    const tried = shorter(label, letters, middle, row);
    if (fits(tried)) {
      best = tried;
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
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

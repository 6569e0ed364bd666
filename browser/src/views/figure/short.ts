/** Long names of factors in little room: importing this shortens them, and tells them whole to who points at them. */
import { Bubble, bubbleStyles } from "../dom/bubble.js";
import type { Axis } from "./axis.js";
import { extras } from "./extras.js";
import type { FactorGroup } from "./factor.js";
import type { Label, LabelRow } from "./label_row.js";
import {
  NEAR,
  depthOf,
  insideOf,
  isAcross,
  keepApart,
  leaveOut,
  mayFit,
  turnedRow,
} from "./label_row.js";
import type { Plot } from "./plot.js";
import type { Scale } from "./scale.js";
import "./lines.js";
import { coverOf, hasFormula } from "./words.js";

/** The share of a figure that names may take, and what they may take in any, in CSS pixels. */
const SHARE = 0.4;
const LEAST = 40;
/** So many letters are left, at least: fewer say nothing. */
const LETTERS = 3;
/** What saves less than this share of a name that has no room even so is not worth what it hides. */
const WORTH = 0.5;

const splitter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Names are written upright if so many times as many have room as of those that are not turned. */
const MANY = 3;

/** How long the canvases are along axes, in CSS pixels. */
const lengths = new WeakMap<Axis, number>();

/** The plots of the elements that are listened to. */
const plots = new WeakMap<HTMLElement, Plot>();

extras.limit = (plot, size) => {
  for (const axis of plot.source.axes) {
    const across = isAcross(axis.side);
    axis.most = Math.max(LEAST, SHARE * (across ? size.height : size.width));
    lengths.set(axis, across ? size.width : size.height);
  }
  const host = plot.canvas.parentElement;
  if (host === null) return;
  if (!plots.has(host)) {
    host.addEventListener("pointermove", tell);
    host.addEventListener("pointerup", show);
  }
  plots.set(host, plot);
  // What is not written whole is known once the names have been measured.
  queueMicrotask(() => {
    describe(host, plot);
  });
};

extras.cut = (axis, row, rooms) => {
  const labels = row.labels.map((label, index) => cut(label, row, axis.most, rooms?.[index]));
  if (labels.every((label, index) => label === row.labels[index])) return row;
  const alike = alikeIn(row.labels, labels);
  // Where names differ at their ends alone, these are what is wanted.
  const told = labels.map((label, index) => {
    const whole = row.labels[index];
    if (whole === undefined || !alike.has(label.words)) return label;
    return cut(whole, row, axis.most, rooms?.[index], tailOf);
  });
  const better = alikeIn(row.labels, told).size < alike.size;
  return { ...row, short: true, labels: better ? told : labels };
};

/** Return what several names have in common once they are cut. */
function alikeIn(whole: readonly Label[], labels: readonly Label[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  const alike = new Set<string>();
  for (const [index, { words }] of labels.entries()) {
    const name = whole[index]?.words ?? words;
    if ((names.get(words) ?? name) !== name) alike.add(words);
    names.set(words, name);
  }
  return alike;
}

/** How names are turned that have no room beside each other, the first one that helps. */
const TURNS = [Math.PI / 4, Math.PI / 2];

extras.squeeze = (axis, row, scale) => {
  const { ends, low, high } = scale;
  const length = Math.abs(scale.toPixel(ends.end) - scale.toPixel(ends.start));
  for (const angle of mayFit(row, length) ? TURNS : []) {
    const whole = turnedRow(row, angle);
    // Slanted names reach over what is beside the frame, but not over the edge of the canvas.
    const most = length / 2;
    const rooms = whole.labels.map(({ place }) =>
      whole.turn.along === 1 ? Math.min(place, most) : most,
    );
    const turned = extras.cut?.(axis, whole, rooms) ?? whole;
    if (keepApart(turned, NEAR / 2) && depthOf(turned) <= (axis.most ?? most)) return turned;
  }
  const [groups] = axis.range.factors?.groups ?? [];
  const shown = groups?.filter(({ first, last }) => first <= high && last >= low) ?? [];
  const some = withinCanvas({ ...row, short: true }, lengths.get(axis));
  if (shown.length > 0) return leaveOutWithin(some, ranksOf(row, shown, scale));
  const level = leaveOut(some, "even", NEAR);
  const upright = uprightOf(axis, { ...row, short: true });
  const deep = upright.labels.some((label) => sizeOf(label)[1] > (axis.most ?? length / 2));
  return !deep && upright.labels.length > MANY * level.labels.length ? upright : level;
};

/** Return names where they are written: at the edge of the canvas, a little nearer to the middle. */
function withinCanvas(row: LabelRow, length = Infinity): LabelRow {
  const labels = row.labels.map((label) => ({
    ...label,
    place: insideOf(label, row.side, 1, length - 1),
  }));
  return { ...row, labels };
}

/** Return as many names upright as have room so. */
function uprightOf(axis: Axis, row: LabelRow): LabelRow {
  const upright = leaveOut(turnedRow(row, Math.PI / 2), "even", NEAR / 2);
  return extras.cut?.(axis, upright) ?? upright;
}

/** Return which of its group each label is. */
function ranksOf(row: LabelRow, groups: readonly FactorGroup[], scale: Scale): readonly number[] {
  const counts = groups.map(() => 0);
  return row.labels.map(({ place }) => {
    const value = scale.toValue(place);
    const at = groups.findIndex(({ first, last }) => value > first - 0.5 && value < last + 0.5);
    const rank = counts[at] ?? 0;
    counts[at] = rank + 1;
    return rank;
  });
}

/** Leave out the same names of all groups: all of them rather than one of each that says nothing of the others. */
function leaveOutWithin(row: LabelRow, ranks: readonly number[]): LabelRow {
  const most = ranks.reduce((one, other) => Math.max(one, other), 0);
  for (let every = 1; every <= most + 1; every += 1) {
    const labels = row.labels.filter((_, index) => (ranks[index] ?? 0) % every === 0);
    if (keepApart({ ...row, labels }, NEAR)) return { ...row, labels };
  }
  return { ...row, labels: [] };
}

/** Return a label with as many of its letters as have room, or whole if too few are left of it. */
function cut(
  label: Label,
  row: LabelRow,
  most = Infinity,
  room = Infinity,
  some: typeof headOf = headOf,
): Label {
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
  let best = shorter(label, some(letters, low), row);
  while (low <= high) {
    const middle = (low + high) >> 1;
    const tried = shorter(label, some(letters, middle), row);
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

function shorter(label: Label, words: string, row: LabelRow): Label {
  return { ...label, words, cover: coverOf(words, row.style, row.turn) };
}

function headOf(letters: readonly string[], count: number): string {
  return `${letters.slice(0, count).join("").trimEnd()}…`;
}

function tailOf(letters: readonly string[], count: number): string {
  return `…${letters.slice(-count).join("").trimStart()}`;
}

/** Tell whether some names of an axis are not whole. */
function isShort({ marks }: Axis): boolean {
  return marks?.rows.some(({ short }) => short === true) === true;
}

/** Say the whole name at which the pointer is. */
function tell(event: PointerEvent): void {
  const host = event.currentTarget as HTMLElement;
  host.title = nameAt(host, event);
}

/** Return the whole name at a place, if it is not written whole there. */
function nameAt(host: HTMLElement, { clientX, clientY }: PointerEvent): string {
  const box = host.getBoundingClientRect();
  const found = plots.get(host)?.axisAt(clientX - box.left, clientY - box.top);
  const name =
    found !== undefined && isShort(found.axis) ? found.axis.factorAt(found.value) : undefined;
  return typeof name === "string" ? name : (name?.join(", ") ?? "");
}

/** Where whole names are shown to fingers, which point at nothing. */
let bubble: Bubble | undefined;

/** Show the whole name that a finger has touched, until the next touch. */
function show(event: PointerEvent): void {
  const host = event.currentTarget as HTMLElement;
  const name = event.pointerType === "mouse" ? "" : nameAt(host, event);
  if (name === "") return;
  const root = host.getRootNode() as ShadowRoot;
  const { styleSheet } = bubbleStyles;
  if (styleSheet !== undefined && !root.adoptedStyleSheets.includes(styleSheet)) {
    root.adoptedStyleSheets.push(styleSheet);
  }
  hide();
  bubble ??= new Bubble("name", hide, hide);
  root.append(bubble.element);
  bubble.say(name);
  bubble.show(new DOMRect(event.clientX, event.clientY), undefined);
  for (const type of ["pointerdown", "scroll", "keydown"]) {
    addEventListener(type, hide, { capture: true, once: true, passive: true });
  }
}

function hide(): void {
  bubble?.hide();
  bubble?.element.remove();
}

/** So many names are told to those who do not see the axis. */
const MOST_TOLD = 30;

/** Tell the whole names of an axis to those who come to the plot by keys. */
function describe(host: HTMLElement, plot: Plot): void {
  const area = host.parentElement?.querySelector(".area");
  const names = plot.source.axes
    .filter(isShort)
    .flatMap(({ range: { factors } }) => factors?.factors.slice(0, MOST_TOLD + 1) ?? [])
    .map((name) => (typeof name === "string" ? name : name.join(" ")));
  const more = names.length > MOST_TOLD ? ", …" : "";
  const words = `Names: ${names.slice(0, MOST_TOLD).join(", ")}${more}`;
  if (names.length === 0) area?.removeAttribute("aria-description");
  else if (area?.ariaDescription !== words) area?.setAttribute("aria-description", words);
}

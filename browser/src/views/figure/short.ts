/** Long names of factors in little room: importing this shortens them, and tells them whole to who points at them. */
import { Bubble, bubbleStyles } from "../dom/bubble.js";
import { keep } from "../kept.js";
import type { Axis } from "./axis.js";
import { extras } from "./extras.js";
import type { FactorGroup } from "./factor.js";
import type { Label, LabelRow } from "./label_row.js";
import {
  NEAR,
  depthOf,
  insideOf,
  isAcross,
  isPiled,
  keepApart,
  leaveOut,
  mayFit,
  turnedRow,
} from "./label_row.js";
import { makeRoom } from "./low.js";
import type { Plot } from "./plot.js";
import type { Scale } from "./scale.js";
import "./dense.js";
import "./lines.js";
import type { Cover } from "./words.js";
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
  makeRoom(host);
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

extras.cut = (axis, row, given) => {
  const rooms = given ?? roomsOf(row, lengths.get(axis));
  if (axis.kind !== "factor") return leaveOutEnds(row, rooms);
  const labels = row.labels.map((label, index) => cut(label, row, axis.most, rooms?.[index]));
  if (labels.every((label, index) => label === row.labels[index])) return row;
  // Where names differ at their ends alone, or after they have begun alike, these parts are what is wanted.
  let best = { labels, alike: alikeIn(row.labels, labels) };
  if (best.alike.size === 0) return { ...row, short: true, labels };
  for (const part of [TAIL, bodyOf(best.alike)]) {
    const told = row.labels.map((whole, index) => {
      const again = best.alike.has(whole.words) || part.suits?.(whole.words) === true;
      const label = best.labels[index] ?? whole;
      return again ? cut(whole, row, axis.most, rooms?.[index], part) : label;
    });
    const alike = alikeIn(row.labels, told);
    if (alike.size < best.alike.size) best = { labels: told, alike };
  }
  return { ...row, short: true, labels: best.labels };
};

/** Return how much room slanted names have up to the edge of the canvas: moved from there they would lie on others. */
function roomsOf(row: LabelRow, length = Infinity): readonly number[] | undefined {
  if (row.turn.along === 0.5 || isPiled(row)) return undefined;
  return row.labels.map(({ place, cover: { left, right, top, bottom } }) => {
    const [before, after] = isAcross(row.side) ? [left, right] : [top, bottom];
    const room = -before > after ? place + after - 1 : length - 1 - place - before;
    // Names elsewhere stay as they have been cut before.
    return room < after - before ? room : Infinity;
  });
}

/** Leave out what is no name, and so not shortened, where it would be moved from its place onto others. */
function leaveOutEnds(row: LabelRow, rooms: readonly number[] = []): LabelRow {
  const across = isAcross(row.side);
  const labels = row.labels.filter(({ cover }, index) => {
    const long = sizeOf(cover)[across ? 0 : 1];
    return long - (rooms[index] ?? Infinity) <= row.style.size / 2;
  });
  return { ...row, labels };
}

/** Return the names that are cut to the same words as others. */
function alikeIn(whole: readonly Label[], labels: readonly Label[]): ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  for (const [index, { words }] of labels.entries()) {
    const name = whole[index]?.words ?? words;
    names.set(words, (names.get(words) ?? new Set()).add(name));
  }
  return new Set([...names.values()].filter(({ size }) => size > 1).flatMap((each) => [...each]));
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
  const deep = upright.labels.some((label) => sizeOf(label.cover)[1] > (axis.most ?? length / 2));
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

/** What was cut before, and its cover: names are cut again with every movement. */
const cuts = new Map<string, Pick<Label, "words" | "cover">>();
const MOST_CUTS = 10_000;

// A text is as wide as the font is that was there when it was measured.
if (typeof document !== "undefined") {
  document.fonts.addEventListener("loadingdone", () => {
    cuts.clear();
  });
}

/** Return a label with as many of its letters as have room, or whole if too few are left of it. */
function cut(label: Label, row: LabelRow, most = Infinity, given = Infinity, part = HEAD): Label {
  const { side, style, turn } = row;
  const room = Math.floor(given);
  const across = isAcross(side);
  const fits: Fits = (cover) => {
    const [wide, high] = sizeOf(cover);
    return (across ? high : wide) <= most && (across ? wide : high) <= room;
  };
  if (fits(label.cover) || hasFormula(label.words)) return label;
  const looks = [style.font, style.lineHeight, turn.angle, turn.along, across, most, room];
  const key = [label.words, part.name, ...looks].join("|");
  let found = cuts.get(key);
  if (found === undefined) {
    found = shorten(label, row, part, fits);
    keep(cuts, key, found, MOST_CUTS);
  }
  return found.words === label.words ? label : { ...label, ...found };
}

type Fits = (cover: Cover) => boolean;

/** Return as many letters of a label as fit, and their cover. */
function shorten(
  { words, cover }: Label,
  { style, turn }: LabelRow,
  { take }: Part,
  fits: Fits,
): Pick<Label, "words" | "cover"> {
  const letters = lettersOf(words);
  const some = (count: number): Pick<Label, "words" | "cover"> => {
    const taken = take(letters, count);
    return { words: taken, cover: coverOf(taken, style, turn) };
  };
  let [low, high] = [LETTERS, letters.length - 1];
  if (low > high) return { words, cover };
  let best = some(low);
  while (low <= high) {
    const middle = (low + high) >> 1;
    const tried = some(middle);
    if (fits(tried.cover)) {
      best = tried;
      low = middle + 1;
    } else high = middle - 1;
  }
  const share = fits(best.cover) ? 1 : WORTH;
  return lengthOf(best.cover) < share * lengthOf(cover) ? best : { words, cover };
}

/** Return the letters of a word: each may be made of many characters. */
function lettersOf(words: string): readonly string[] {
  return Array.from(splitter.segment(words), ({ segment }) => segment);
}

function sizeOf(cover: Cover): readonly [number, number] {
  return [cover.right - cover.left, cover.bottom - cover.top];
}

function lengthOf(cover: Cover): number {
  return Math.hypot(...sizeOf(cover));
}

/** Which letters are left of a name. */
interface Part {
  readonly name: string;
  readonly take: (letters: readonly string[], count: number) => string;
  /** Tell whether a name is cut like this one that no other is mistaken for. */
  readonly suits?: (words: string) => boolean;
}

const HEAD: Part = {
  name: "head",
  take: (letters, count) => `${letters.slice(0, count).join("").trimEnd()}…`,
};

const TAIL: Part = {
  name: "tail",
  take: (letters, count) => `…${letters.slice(-count).join("").trimStart()}`,
};

/** Return the letters from where names begin to differ. */
function bodyOf(names: ReadonlySet<string>): Part {
  const [one = "", ...others] = names;
  let same = one.length;
  for (const other of others) while (!other.startsWith(one.slice(0, same))) same -= 1;
  const prefix = one.slice(0, same);
  const begin = lettersOf(prefix).length;
  const take = (letters: readonly string[], count: number): string => {
    const some = letters
      .slice(begin, begin + count)
      .join("")
      .trim();
    return `…${some}${begin + count < letters.length ? "…" : ""}`;
  };
  return { name: `from ${begin}`, take, suits: (words) => words.startsWith(prefix) };
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

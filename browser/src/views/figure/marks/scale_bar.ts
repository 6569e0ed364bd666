/** Bars that tell how long a part of an axis is. */
import type { Model } from "../../../model/types.js";
import { isRecord, list, number, reference, text } from "../../field.js";
import { printf } from "../labels/printf.js";
import type { Frame } from "../painters/painter.js";
import { chromeColor } from "../palette.js";
import { planeOf } from "../plane.js";
import { drawLines, readPen, takePen } from "../pen.js";
import { hatchOf } from "../prefixed.js";
import type { GlyphReader } from "../spec.js";
import { ticksOf } from "../tickers.js";
import type { Turn } from "../words.js";
import { readWords, textWidth, writeWords } from "../words.js";

/** How far ticks reach out of a bar, and the size of what is written at them, in CSS pixels. */
const TICK = 6;
const TICK_WORDS = 11;

/** The prefixes of metric units, and the powers of ten that they stand for. */
const PREFIXES: readonly (readonly [string, number])[] = [
  ...([
    ["Q", 30],
    ["R", 27],
    ["Y", 24],
    ["Z", 21],
    ["E", 18],
    ["P", 15],
    ["T", 12],
  ] as const),
  ...([
    ["G", 9],
    ["M", 6],
    ["k", 3],
    ["h", 2],
    ["", 0],
    ["d", -1],
    ["c", -2],
  ] as const),
  ...([
    ["m", -3],
    ["µ", -6],
    ["n", -9],
    ["p", -12],
    ["f", -15],
    ["a", -18],
  ] as const),
  ...([
    ["z", -21],
    ["y", -24],
    ["r", -27],
    ["q", -30],
  ] as const),
];

/** A length that reads well, and how many times as long it is as the one asked for. */
interface Measure {
  readonly value: number;
  readonly unit: string;
  readonly factor: number;
}

/** Return the length to show for one that is given in a unit. */
export function measure(dimensional: Model, value: number, unit: string, exact: boolean): Measure {
  const all = unitsOf(dimensional);
  const include = dimensional.get("include");
  const exclude = list(dimensional, "exclude");
  const units = all
    .filter(
      ([name]) => (!Array.isArray(include) || include.includes(name)) && !exclude.includes(name),
    )
    .sort(([, one], [, other]) => one - other);
  const own = all.find(([name]) => name === unit)?.[1];
  if (own === undefined) return { value, unit, factor: 1 };
  const base = value * own;
  // The largest unit of which there is at least one.
  const [name, size] = units.filter(([, each]) => each <= base * (1 + 1e-12)).at(-1) ?? [unit, own];
  const written = base / size;
  const ticks = list(dimensional, "ticks").map(Number);
  if (exact || ticks.length === 0) return { value: written, unit: name, factor: 1 };
  const chosen = ticks.find((tick) => tick > written) ?? ticks.at(-1) ?? written;
  return { value: chosen, unit: name, factor: chosen / written };
}

function unitsOf(model: Model): [string, number][] {
  const basis = model.get("basis");
  if (isRecord(basis)) {
    return Object.entries(basis).map(([name, parts]) => [
      name,
      Array.isArray(parts) ? Number(parts[0]) : NaN,
    ]);
  }
  const base = text(model, "base_unit");
  const per = model.type.startsWith("Reciprocal");
  return PREFIXES.map(([prefix, power]) =>
    per ? [`${prefix}${base}⁻1`, 10 ** -power] : [`${prefix}${base}`, 10 ** power],
  );
}

/** Draw a scale bar. */
export function paintScaleBar(frame: Frame, reader: GlyphReader): void {
  const { glyph: model } = reader;
  const dimensional = reference(model, "dimensional");
  const across = text(model, "orientation", "horizontal") === "horizontal";
  const frameLength = across ? frame.width : frame.height;
  const scale = frame[across ? "x" : "y"];
  const range = reference(model, "range");
  const span =
    range === undefined
      ? Math.abs(scale.ends.end - scale.ends.start)
      : Math.abs(number(range, "end", NaN) - number(range, "start", NaN));
  if (dimensional === undefined || !(span > 0)) return;
  const share = shareOf(model, frameLength, (length) =>
    Math.abs(scale.toPixel(scale.ends.start + length) - scale.toPixel(scale.ends.start)),
  );
  const exact = text(model, "length_sizing") === "exact";
  const found = measure(dimensional, span * share, text(model, "unit", "m"), exact);
  const length = Math.round(frameLength * share * found.factor);
  if (!Number.isFinite(length)) return;
  const ticks = ticksAt(model, found.value);
  paintBox(
    frame,
    reader,
    layOut(frame, model, across, length, ticks, labelOf(model, found, exact)),
    {
      across,
      length,
      ticks,
      value: found.value,
    },
  );
}

function shareOf(model: Model, whole: number, pixels: (length: number) => number): number {
  const length = number(model, "bar_length", 0.2);
  const units = text(model, "bar_length_units", "screen");
  if (units === "data") return pixels(length) / whole;
  const share = units === "percent" || length <= 1 ? length : length / whole;
  return Math.min(share, 1);
}

function labelOf(model: Model, { value, unit }: Measure, exact: boolean): string {
  const words = exact ? value.toFixed(2) : String(value);
  return text(model, "label", "@{value} @{unit}").replace(
    /@\{(value|unit)\}(?:\{([^{}]*)\})?/g,
    (_, name: string, format: string | undefined) =>
      name === "unit" ? unit : format === undefined ? words : printf(value, format),
  );
}

function ticksAt(model: Model, value: number): readonly number[] {
  const ticker = reference(model, "ticker");
  if (ticker === undefined) return [];
  const ends = { start: 0, end: value };
  const request = { kind: "linear", ends, wanted: 5, factors: undefined, direction: "x" } as const;
  return ticksOf(ticker, request).major.filter((tick) => tick >= 0 && tick <= value);
}

/** Words at a side of the bar, and where their middle is from the upper left of everything. */
interface Words {
  readonly words: string;
  readonly prefix: "label_text" | "title_text";
  readonly turn: Turn;
  readonly x: number;
  readonly y: number;
}

interface Plan {
  readonly width: number;
  readonly height: number;
  /** Where the bar begins. */
  readonly left: number;
  readonly top: number;
  readonly words: readonly Words[];
}

const UPRIGHT: Turn = { angle: 0, along: 0.5, align: "center" };

/** Find a place for the bar and its words beside each other. */
function layOut(
  frame: Frame,
  model: Model,
  across: boolean,
  length: number,
  ticks: readonly number[],
  label: string,
): Plan {
  const thick = number(model, "bar_line_width", 2) + (ticks.length > 0 ? TICK : 0);
  const beside = ticks.length === 0 ? 0 : TICK_WORDS + 4;
  const bar = across
    ? { width: length, height: thick + beside }
    : { width: thick + beside, height: length };
  // The room that words take at each side, the label's nearer to the bar.
  const box = { left: 0, right: bar.width, top: 0, bottom: bar.height };
  const placed: { words: string; prefix: Words["prefix"]; turn: Turn; x: number; y: number }[] = [];
  for (const part of ["label", "title"] as const) {
    const words = part === "label" ? label : text(model, "title");
    if (words === "") continue;
    const prefix = `${part}_text` as const;
    const style = readWords(model, prefix, "13px", frame.palette.text, frame.palette);
    const side = text(model, `${part}_location`, part === "label" ? "below" : "above");
    const gap = number(model, `${part}_standoff`, 5);
    const flat = textWidth(words, style.font);
    const high = style.size * style.lineHeight * words.split("\n").length;
    const horizontal = side === "above" || side === "below";
    // Beside an upright bar words are read along it.
    const turned = !horizontal && !across;
    const turn = turned
      ? { ...UPRIGHT, angle: side === "left" ? -Math.PI / 2 : Math.PI / 2 }
      : UPRIGHT;
    const [width, height] = turned ? [high, flat] : [flat, high];
    const align = text(model, `${part}_align`, "center");
    const place = align === "start" ? 0 : align === "end" ? 1 : 0.5;
    let x = across ? width / 2 + (bar.width - width) * place : bar.width / 2;
    let y = across ? bar.height / 2 : height / 2 + (bar.height - height) * (1 - place);
    if (side === "above") y = box.top - gap - height / 2;
    if (side === "below") y = box.bottom + gap + height / 2;
    if (side === "left") x = box.left - gap - width / 2;
    if (side === "right") x = box.right + gap + width / 2;
    placed.push({ words, prefix, turn, x, y });
    box.left = Math.min(box.left, x - width / 2);
    box.right = Math.max(box.right, x + width / 2);
    box.top = Math.min(box.top, y - height / 2);
    box.bottom = Math.max(box.bottom, y + height / 2);
  }
  const around = number(model, "padding", 10) + number(model, "border_line_width", 1);
  const [left, top] = [around - box.left, around - box.top];
  return {
    width: box.right - box.left + 2 * around,
    height: box.bottom - box.top + 2 * around,
    left,
    top,
    words: placed.map((each) => ({ ...each, x: each.x + left, y: each.y + top })),
  };
}

interface Bar {
  readonly across: boolean;
  readonly length: number;
  readonly ticks: readonly number[];
  readonly value: number;
}

function paintBox(frame: Frame, reader: GlyphReader, plan: Plan, bar: Bar): void {
  const { context, palette, ratio } = frame;
  const { glyph: model } = reader;
  const { x, y } = cornerOf(frame, reader, plan);
  if (!Number.isFinite(x + y)) return;
  context.save();
  context.translate(Math.round(x * ratio) / ratio, Math.round(y * ratio) / ratio);
  const fill = chromeColor(model, "background_fill_color", palette.surface);
  if (fill !== undefined) {
    context.globalAlpha = number(model, "background_fill_alpha", 0.95);
    context.fillStyle = fill;
    context.fillRect(0, 0, plan.width, plan.height);
  }
  if (hatchOf(model, "background_")?.(context, 0) === true) {
    context.fillRect(0, 0, plan.width, plan.height);
  }
  const border = readPen(model, "border_line", palette.line, palette);
  if (border !== undefined) {
    const half = takePen(context, border, ratio) / 2;
    context.strokeRect(half, half, plan.width - 2 * half, plan.height - 2 * half);
  }
  context.globalAlpha = 1;
  paintBar(frame, model, plan, bar);
  for (const { words, prefix, turn, x: px, y: py } of plan.words) {
    const style = readWords(model, prefix, "13px", palette.text, palette);
    writeWords(context, words, style, turn, px, py, ratio);
  }
  context.restore();
}

function paintBar(frame: Frame, model: Model, plan: Plan, bar: Bar): void {
  const { context, palette, ratio } = frame;
  const pen = readPen(model, "bar_line", palette.text, palette);
  if (pen === undefined) return;
  const color = model.chosen("bar_line_color") ? pen.color : palette.text;
  const { left, top } = plan;
  const { across, length, ticks, value } = bar;
  const half = pen.width / 2;
  const line = across
    ? ([left, top + half, left + length, top + half] as const)
    : ([left + half, top, left + half, top + length] as const);
  drawLines(context, { ...pen, color }, ratio, [line]);
  const marks = ticks.map((tick) => (length * tick) / value);
  drawLines(
    context,
    { ...pen, color, width: 1, dash: [] },
    ratio,
    marks.map((at) =>
      across
        ? ([left + at, top, left + at, top + pen.width + TICK] as const)
        : ([left, top + length - at, left + pen.width + TICK, top + length - at] as const),
    ),
  );
  const words = readWords(model, "label_text", "11px", palette.text, palette);
  const small = {
    ...words,
    font: words.font.replace(/[\d.]+px/, `${TICK_WORDS}px`),
    size: TICK_WORDS,
  };
  const out = pen.width + TICK + 4 + TICK_WORDS / 2;
  for (const [index, at] of marks.entries()) {
    const [x, y] = across ? [left + at, top + out] : [left + out, top + length - at];
    writeWords(context, String(ticks[index]), small, UPRIGHT, x, y, ratio);
  }
}

const WORDS: Readonly<Record<string, number>> = {
  left: 0,
  top: 0,
  center: 0.5,
  right: 1,
  bottom: 1,
};

/** Return where the upper left corner of everything stands. */
function cornerOf(frame: Frame, reader: GlyphReader, plan: Plan): { x: number; y: number } {
  const { glyph: model } = reader;
  const location = model.get("location");
  const [x, y]: readonly unknown[] = Array.isArray(location)
    ? (location as unknown[])
    : corner(String(location));
  const margin = number(model, "margin", 10);
  const anchor = text(model, "anchor", "auto");
  const fixed = anchor === "auto" ? undefined : corner(anchor);
  const find = (direction: "x" | "y", given: unknown, own: string | undefined): number => {
    const [start, whole, size] =
      direction === "x"
        ? [frame.left, frame.width, plan.width]
        : [frame.top, frame.height, plan.height];
    const word = typeof given === "string" ? WORDS[given] : undefined;
    const share = (own === undefined ? undefined : WORDS[own]) ?? word ?? 0.5;
    const at =
      word === undefined
        ? placeAt(frame, reader, direction, given)
        : start + margin + (whole - 2 * margin) * word;
    return at - share * size;
  };
  return { x: find("x", x, fixed?.[0]), y: find("y", y, fixed?.[1]) };
}

/** Return the words of a place, such as `top_right`: across and upwards. */
function corner(word: string): [string, string] {
  const [first = "center", second] = word.split("_");
  if (second !== undefined) return [second, first];
  return first === "left" || first === "right" ? [first, "center"] : ["center", first];
}

/** Return where a value stands in one direction, in CSS pixels of the canvas. */
export function placeAt(
  frame: Frame,
  reader: GlyphReader,
  direction: "x" | "y",
  given: unknown,
): number {
  const value = typeof given === "number" ? given : reader.factors[direction]?.locate(given);
  if (value === undefined) return NaN;
  const across = direction === "x";
  const { left, top, width, height } = frame;
  switch (text(reader.glyph, `${direction}_units`, "data")) {
    case "screen":
      return across ? left + value : top + value;
    case "view":
      return across ? left + value : top + height - value;
    case "percent":
      return across ? left + value * width : top + height * (1 - value);
    default:
      return planeOf(frame, reader.glyph)[direction].toPixel(value);
  }
}

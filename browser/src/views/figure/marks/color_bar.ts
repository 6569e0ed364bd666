import type { Model } from "../../../model/types.js";
import { schemeOn } from "../../../theme/scheme.js";
import { list, number, optionalNumber, record, reference, text } from "../../field.js";
import { Axis } from "../axis.js";
import type { Layer } from "../layer.js";
import { placeBeside, placeInside } from "../legend.js";
import type { LegendPlace } from "../legend.js";
import { plain } from "../../format.js";
import type { Numbers } from "../column.js";
import { colorsOf, mappedExtent, placeIn } from "../mapper.js";
import { chromeColor } from "../palette.js";
import type { Palette } from "../palette.js";
import type { Frame } from "../painters/painter.js";
import { gridOf } from "../painters/image.js";
import { FillStyle, LineStyle } from "../painters/style.js";
import type { Extent } from "../range.js";
import { EMPTY, union } from "../range.js";
import { LinearScale, LogScale } from "../scale.js";
import { readPen, takePen } from "../pen.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import type { Turn, WordStyle } from "../words.js";
import { coverOf, formulas, readWords, wordsIn, wordsOf, writeWords } from "../words.js";

const THICKNESS = 18;
/** The room above colours that stand upright, for half a label, in CSS pixels. */
const HALF_LABEL = 8;

/** Draw the colours of a mapper and what they mean. */
export function paintColorBar(
  canvas: HTMLCanvasElement,
  bar: Model,
  place: LegendPlace,
  given: Frame,
  layers: readonly Layer[],
): void {
  const frame = { ...given, palette: legible(bar, given.palette) };
  // Contours have levels of their own, and looks in place of colours.
  const mapper = bar.type === "ContourColorBar" ? bar : reference(bar, "color_mapper");
  const context = canvas.getContext("2d");
  if (mapper === undefined || context === null) return;
  const wanted = text(bar, "orientation", "auto");
  const across =
    wanted === "horizontal" || (wanted === "auto" && (place === "above" || place === "below"));
  const inside = place === "center";
  const boxed = inside || bar.chosen("background_fill_color") || bar.chosen("border_line_color");
  const padding = boxed ? number(bar, "padding", 10) : 0;
  const title = titleOf(bar, frame);
  const room = (across ? frame.width : frame.height) * (inside ? 0.4 : 1);
  const rest = across ? 0 : title.height + 2 * (inside ? 0 : padding);
  // In a narrow figure what was to stand beside the plot lies above it, and is as thick as it was wide.
  const turned = across && wanted === "auto" && canvas.closest(".left, .right") !== null;
  const wide = optionalNumber(bar, "width");
  const tall = optionalNumber(bar, "height");
  const chosen = turned ? undefined : across ? wide : tall;
  const length = chosen ?? Math.max(room - rest, 40);
  const thick = (across && !turned ? tall : wide) ?? THICKNESS;
  const shown =
    mapper === bar
      ? { colors: [], ...levelsOf(bar) }
      : shownColors(bar, mapper, extentOf(mapper, layers));
  const reading = readLabels(bar, mapper, shown, frame, layers, across, length);
  const { style } = reading.axis;
  const sizes = reading.labels.map((label) => sizeOf(label, style));
  const widest = Math.max(20, ...sizes.map((each) => each.width));
  const out = Math.max(number(bar, "major_tick_out", 0), number(bar, "minor_tick_out", 0), 0);
  const standoff = number(bar, "label_standoff", 5) + out;
  const edge = across ? Math.ceil(widest / 2) : HALF_LABEL;
  const size = Math.max(style.size * 1.2, ...sizes.map((each) => each.height));
  const width =
    2 * padding +
    (across ? length + 2 * edge : Math.max(thick + standoff + widest + 2, title.width + 2));
  const height =
    2 * padding + title.height + (across ? thick + standoff + size + 2 : length + 2 * edge);
  const at = {
    left: Math.round(padding + (across ? edge : 1)),
    top: Math.round(padding + title.height + (across ? 1 : edge)),
    length,
    thick,
    across,
  };
  resize(canvas, width, height, frame.ratio);
  position(canvas, bar, place, frame, { chosen, edge: edge + padding });
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (boxed) paintBox(context, bar, frame, width, height);
  paintTitle(context, bar, title, padding, at, width, frame.ratio);
  context.globalAlpha = number(bar, "scale_alpha", 1);
  if (mapper === bar) paintContours(context, bar, at, layers);
  else paintColors(context, shown.colors, at);
  context.globalAlpha = 1;
  if (applyLine(context, bar, "bar_line")) {
    context.strokeRect(at.left, at.top, across ? length : thick, across ? thick : length);
  }
  paintTicks(context, bar, "minor", reading.minor, at);
  paintTicks(context, bar, "major", reading.major, at);
  paintLabels(context, reading, at, standoff, frame.ratio);
  formulas.settle?.(canvas);
}

/** Return colours of words that are seen on a background of the author's. */
function legible(bar: Model, palette: Palette): Palette {
  const color = chromeColor(bar, "background_fill_color", palette.surface);
  const covers = number(bar, "background_fill_alpha", 0.95) > 0.5;
  if (!bar.chosen("background_fill_color") || color === undefined || !covers) return palette;
  return { ...palette, muted: schemeOn(color) === "light" ? "#444444" : "#dddddd" };
}

interface BarTitle {
  readonly words: string;
  readonly style: WordStyle;
  readonly width: number;
  /** With the gap to the colours; nothing if there are no words. */
  readonly height: number;
}

function titleOf(bar: Model, frame: Frame): BarTitle {
  const words = wordsIn(bar, "title");
  const { muted, font } = frame.palette;
  const style = readWords(bar, "title_text", "13px", muted, font);
  if (words === "") return { words, style, width: 0, height: 0 };
  const { width, height } = sizeOf(words, style);
  return { words, style, width, height: height + number(bar, "title_standoff", 2) + 4 };
}

const FLAT: Turn = { angle: 0, along: 0, align: "left" };

function sizeOf(words: string, style: WordStyle): { width: number; height: number } {
  const { right, top, bottom } = coverOf(words, style, FLAT);
  return { width: right, height: bottom - top };
}

function paintBox(
  context: CanvasRenderingContext2D,
  bar: Model,
  { palette }: Frame,
  width: number,
  height: number,
): void {
  context.globalAlpha = number(bar, "background_fill_alpha", 0.95);
  context.fillStyle = chromeColor(bar, "background_fill_color", palette.surface) ?? "transparent";
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  if (!applyLine(context, bar, "border_line")) return;
  const half = context.lineWidth / 2;
  context.strokeRect(half, half, width - 2 * half, height - 2 * half);
}

function paintTitle(
  context: CanvasRenderingContext2D,
  bar: Model,
  title: BarTitle,
  padding: number,
  at: Colours,
  width: number,
  ratio: number,
): void {
  const align = text(bar, "title_text_align", "left");
  const start = at.across ? at.left : padding + 1;
  const end = at.across ? at.left + at.length : width - padding;
  const along = align === "center" ? 0.5 : align === "right" ? 1 : 0;
  const turn = { angle: 0, along, align: align === "center" || align === "right" ? align : "left" };
  const y = padding + 1 + sizeOf(title.words, title.style).height / 2;
  const x = start + along * (end - start);
  writeWords(context, title.words, title.style, turn as Turn, x, y, ratio);
}

/** Prepare to draw a line; false if none is to be seen. */
function applyLine(context: CanvasRenderingContext2D, bar: Model, prefix: string): boolean {
  // What nobody has chosen is as the field says: white ticks, and no other lines.
  const pen = readPen(bar, prefix, text(bar, `${prefix}_color`));
  if (pen === undefined) return false;
  takePen(context, pen, window.devicePixelRatio);
  return true;
}

/** Draw ticks at the side where the labels stand, into the colours and out of them. */
function paintTicks(
  context: CanvasRenderingContext2D,
  bar: Model,
  kind: "major" | "minor",
  places: readonly number[],
  { left, top, length, thick, across }: Colours,
): void {
  const into = number(bar, `${kind}_tick_in`, 0);
  const out = number(bar, `${kind}_tick_out`, 0);
  if (into + out <= 0) return;
  if (!applyLine(context, bar, `${kind}_tick_line`)) return;
  context.beginPath();
  for (const place of places) {
    if (across) {
      context.moveTo(left + place, top + thick - into);
      context.lineTo(left + place, top + thick + out);
    } else {
      context.moveTo(left + thick - into, top + length - place);
      context.lineTo(left + thick + out, top + length - place);
    }
  }
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function paintLabels(
  context: CanvasRenderingContext2D,
  { axis, labels, places }: Reading,
  { left, top, length, thick, across }: Colours,
  standoff: number,
  ratio: number,
): void {
  const { style } = axis;
  const turn: Turn = across ? { angle: 0, along: 0.5, align: "center" } : FLAT;
  for (const [index, at] of places.entries()) {
    const label = labels[index] ?? "";
    const x = across ? left + at : left + thick + standoff;
    const y = across ? top + thick + standoff + sizeOf(label, style).height / 2 : top + length - at;
    writeWords(context, label, style, turn, x, y, ratio);
  }
}

/** The colours that are shown, and the numbers at their ends. */
export interface Shown {
  readonly colors: readonly (string | undefined)[];
  readonly low: number;
  readonly high: number;
}

/** Return the colours between the numbers that an author wants to be shown, each of them as a whole. */
export function shownColors(bar: Model, mapper: Model, extent: Extent): Shown {
  const { palette } = colorsOf(mapper);
  const { low, high } = mappedExtent(mapper, extent);
  if (mapper.type === "CategoricalColorMapper") {
    return { colors: palette.slice(0, list(mapper, "factors").length), low, high };
  }
  const least = optionalNumber(bar, "display_low");
  const most = optionalNumber(bar, "display_high");
  const whole = { colors: palette, low, high };
  if ((least === undefined && most === undefined) || !(low < high)) return whole;
  const log = mapper.type === "LogColorMapper";
  const [to, from] = log ? [Math.log10, (value: number) => 10 ** value] : [Number, Number];
  const step = (to(high) - to(low)) / palette.length;
  const place = (value: number): number => (to(value) - to(low)) / step;
  const first = Math.max(0, Math.floor(place(least ?? low) + 1e-9));
  const last = Math.min(palette.length, Math.floor(place(most ?? high) + 1e-9) + 1);
  if (!(first < last)) return whole;
  const end = (index: number): number => from(to(low) + index * step);
  return { colors: palette.slice(first, last), low: end(first), high: end(last) };
}

interface Reading {
  readonly axis: Axis;
  readonly labels: readonly string[];
  readonly places: readonly number[];
  /** Where ticks stand, as far from the first colour as labels do. */
  readonly major: readonly number[];
  readonly minor: readonly number[];
}

/** Return what is written, and how far from the first colour. */
function readLabels(
  bar: Model,
  mapper: Model,
  { low, high }: Shown,
  frame: Frame,
  layers: readonly Layer[],
  across: boolean,
  length: number,
): Reading {
  const log = mapper.type === "LogColorMapper";
  const range = {
    ends: { start: low, end: high },
    kind: log ? LogScale : LinearScale,
    factors: undefined,
  };
  const axis = new Axis(new AxisOfBar(bar, log), across ? "below" : "right", frame.palette, range);
  if (mapper.type === "CategoricalColorMapper") {
    const names = list(mapper, "factors").map(String);
    const overrides = record(bar, "major_label_overrides");
    const labels = names.map((name) => (wordsOf(overrides[name]) ?? "") || name);
    const places = labels.map((_, index) => ((index + 0.5) / labels.length) * length);
    return { axis, labels, places, major: places, minor: [] };
  }
  if (!(low < high) || (log && !(low > 0))) {
    return { axis, labels: [], places: [], major: [], minor: [] };
  }
  if (mapper.type === "EqHistColorMapper") {
    const data = columnsFor(mapper, layers).map(({ numbers }) => numbers);
    const values = quartiles(mapper, { low, high }, data);
    const labels = values.map((value) => plain(Number(value.toPrecision(3))));
    const places = values.map((_, at) => (at / (values.length - 1)) * length);
    return { axis, labels, places, major: places, minor: [] };
  }
  const scale = new range.kind(range.ends, 0, length);
  const { rows, major, minor } = axis.on(scale);
  const written = rows.flatMap((row) => row.labels);
  return {
    axis,
    labels: written.map(({ words }) => words),
    places: written.map(({ place }) => place),
    major: major.map((tick) => scale.toPixel(tick)),
    minor: minor.map((tick) => scale.toPixel(tick)),
  };
}

/** Return what the numbers that a mapper colours cover. */
function extentOf(mapper: Model, layers: readonly Layer[]): Extent {
  let extent = EMPTY;
  for (const { reader, numbers } of columnsFor(mapper, layers)) {
    extent = union(extent, reader.facts.extent(numbers));
  }
  return extent;
}

/** Numbers, and who read them. */
interface Coloured {
  readonly reader: GlyphReader;
  readonly numbers: Numbers;
}

/** Return all numbers that a mapper colours. */
function columnsFor(mapper: Model, layers: readonly Layer[]): Coloured[] {
  const found: Coloured[] = [];
  for (const { reader } of layers) {
    if (reader === undefined) continue;
    for (const field of ["fill_color", "line_color", "text_color"]) {
      const spec = reader.glyph.get(field) as { transform?: unknown; field?: string } | null;
      const column = spec?.transform === mapper ? reader.columns[spec.field ?? ""] : undefined;
      if (column !== undefined) {
        found.push({ reader, numbers: reader.facts.numbers(column, undefined) });
      }
    }
    const cells = reader.cells("image");
    if (reader.glyph.get("color_mapper") !== mapper || cells === undefined) continue;
    for (let index = 0; index < reader.length; index += 1) {
      const grid = gridOf(valueAt(cells, index));
      if (grid !== undefined) found.push({ reader, numbers: grid.data as Numbers });
    }
  }
  return found;
}

/** Return the numbers at which quarters of the colours begin and end. */
function quartiles(mapper: Model, extent: Extent, data: readonly Numbers[]): number[] {
  const fine = 1000;
  const placeOf = placeIn(mapper, extent, fine, data);
  return [0, 0.25, 0.5, 0.75, 1].map((share) => {
    let { low, high } = extent;
    for (let step = 0; step < 40; step += 1) {
      const middle = (low + high) / 2;
      if (placeOf(middle) < share * (fine - 1)) low = middle;
      else high = middle;
    }
    return share === 0 ? extent.low : high;
  });
}

function levelsOf(bar: Model): Extent {
  const levels = list(bar, "levels").map(Number);
  return { low: levels[0] ?? NaN, high: levels.at(-1) ?? NaN };
}

/** Draw the looks of contours, as far apart as their levels are. */
function paintContours(
  context: CanvasRenderingContext2D,
  bar: Model,
  { left, top, length, thick, across }: Colours,
  layers: readonly Layer[],
): void {
  const levels = list(bar, "levels").map(Number);
  const { low, high } = levelsOf(bar);
  const at = (level: number): number => {
    const along = high > low ? ((level - low) / (high - low)) * length : 0;
    return across ? left + along : top + length - along;
  };
  const readerOf = (field: string): GlyphReader | undefined =>
    layers.find((layer) => layer.renderer === reference(bar, field))?.reader;
  const areas = readerOf("fill_renderer");
  const fill = areas === undefined || areas.length === 0 ? undefined : new FillStyle(areas);
  for (const [index, level] of levels.slice(0, -1).entries()) {
    const [from, to] = [at(level), at(levels[index + 1] ?? NaN)];
    context.beginPath();
    if (across) context.rect(from, top, to - from, thick);
    else context.rect(left, to, thick, from - to);
    if (fill?.apply(context, index) === true) context.fill();
    if (fill?.hatch?.(context, index) === true) context.fill();
  }
  const lines = readerOf("line_renderer");
  const line = lines === undefined || lines.length === 0 ? undefined : new LineStyle(lines);
  line?.begin(context);
  for (const [index, level] of levels.entries()) {
    context.beginPath();
    if (across) {
      context.moveTo(at(level), top);
      context.lineTo(at(level), top + thick);
    } else {
      context.moveTo(left, at(level));
      context.lineTo(left + thick, at(level));
    }
    if (line?.apply(context, index) === true) context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

interface Colours {
  readonly left: number;
  readonly top: number;
  readonly length: number;
  readonly thick: number;
  readonly across: boolean;
}

function paintColors(
  context: CanvasRenderingContext2D,
  colors: readonly (string | undefined)[],
  { left, top, length, thick, across }: Colours,
): void {
  const ratio = window.devicePixelRatio;
  // On whole pixels neighbours leave no gap, and do not shine through each other.
  const edge = (index: number): number =>
    Math.round((index / colors.length) * length * ratio) / ratio;
  for (const [index, color] of colors.entries()) {
    const [from, to] = [edge(index), edge(index + 1)];
    context.fillStyle = color ?? "transparent";
    if (across) context.fillRect(left + from, top, to - from, thick);
    else context.fillRect(left, Math.round(top + length) - to, thick, to - from);
  }
}

function resize(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [wide, tall] = [Math.ceil(width), Math.ceil(height)];
  if (canvas.width !== wide * ratio) canvas.width = wide * ratio;
  if (canvas.height !== tall * ratio) canvas.height = tall * ratio;
  canvas.style.inlineSize = `${wide}px`;
  canvas.style.blockSize = `${tall}px`;
}

function position(
  canvas: HTMLCanvasElement,
  bar: Model,
  place: LegendPlace,
  frame: Frame,
  at: { chosen: number | undefined; edge: number },
): void {
  if (place === "center") {
    placeInside(canvas, bar);
    return;
  }
  const plot = canvas.closest(".figure")?.querySelector<HTMLElement>(".plot");
  if (at.chosen !== undefined && plot !== null && plot !== undefined) {
    placeBeside(canvas, bar, place, frame, plot);
    return;
  }
  const { style } = canvas;
  style.maxBlockSize = "";
  if (place === "above" || place === "below") {
    const left = (plot?.offsetLeft ?? 0) + frame.left;
    style.marginInline = `${Math.max(0, left - at.edge)}px 0`;
    style.marginBlock = "";
  } else {
    // The colours end where the frame does.
    style.marginBlock = `${Math.max(0, frame.top - at.edge)}px 0`;
    style.marginInline = place === "left" ? "0 8px" : "8px 0";
  }
}

/** A colour bar as an axis: what is the same is read from it, the rest has its defaults. */
class AxisOfBar implements Model {
  readonly id: number;
  readonly type: string;
  readonly #bar: Model;

  constructor(bar: Model, log: boolean) {
    this.#bar = bar;
    this.id = bar.id;
    this.type = log ? "LogAxis" : "LinearAxis";
  }

  get(field: string): unknown {
    return field === "axis_label" ? "" : this.#bar.get(field);
  }

  chosen(field: string): boolean {
    return this.#bar.chosen(field);
  }

  observes(): boolean {
    return false;
  }

  observe(): { cancel(): void } {
    return { cancel: () => undefined };
  }

  set(): void {
    // Nobody edits what is only read.
  }

  setAll(): void {
    // Nobody edits what is only read.
  }

  emit(): void {
    // Nobody listens.
  }
}

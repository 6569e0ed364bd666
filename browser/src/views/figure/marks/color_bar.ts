import type { Model } from "../../../model/types.js";
import { list, number, optionalNumber, record, reference, text } from "../../field.js";
import { plain } from "../../format.js";
import type { Numbers } from "../column.js";
import { labelBy } from "../formatters.js";
import type { Layer } from "../layer.js";
import type { LegendPlace } from "../legend.js";
import { colorsOf, mappedExtent, placeIn } from "../mapper.js";
import { gridOf, shareScale } from "../painters/image.js";
import type { Frame } from "../painters/painter.js";
import { FillStyle, LineStyle } from "../painters/style.js";
import type { Extent } from "../range.js";
import { EMPTY, union } from "../range.js";
import { LinearScale, LogScale } from "../scale.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { nameIn } from "../tick_labels.js";
import { wordsOf } from "../words.js";
import type { BarPlace, Reading } from "./bar.js";
import { axisOf, legible, paddingOf, paintBar, titleOf } from "./bar.js";

/** How long bars are that stand across the side of a figure, in CSS pixels. */
const CROSSWISE = 120;
const THICKNESS = 18;

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
  if (mapper === undefined) return;
  if (mapper !== bar) shareScale(mapper, given.redraw);
  const wanted = text(bar, "orientation", "auto");
  const across =
    wanted === "horizontal" || (wanted === "auto" && (place === "above" || place === "below"));
  const inside = place === "center";
  const padding = paddingOf(bar, place) ?? 0;
  const title = titleOf(bar, frame);
  const beside = place === "left" || place === "right";
  // The frame leaves room for a bar that stands across its side, so that cannot be as long as it is.
  const crosswise = !inside && wanted !== "auto" && across === beside;
  const room = crosswise ? CROSSWISE : (across ? frame.width : frame.height) * (inside ? 0.4 : 1);
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
  const size = { across, length, thick, chosen };
  paintBar(canvas, bar, place, frame, size, reading, (context, at) => {
    context.globalAlpha = number(bar, "scale_alpha", 1);
    if (mapper === bar) paintContours(context, bar, at, layers);
    else paintColors(context, shown.colors, at);
    context.globalAlpha = 1;
  });
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

/** Return what is written, and how far from the first colour. */
export function readLabels(
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
  const axis = axisOf(bar, across ? "below" : "right", frame, range);
  if (mapper.type === "CategoricalColorMapper") {
    const names = list(mapper, "factors").map(String);
    const overrides = record(bar, "major_label_overrides");
    const labels = names.map((name) => (wordsOf(overrides[name]) ?? "") || name);
    const places = labels.map((_, index) => ((index + 0.5) / labels.length) * length);
    return { axis, labels, places, major: places, minor: [] };
  }
  const ascends = low < high;
  // Colours may stand for numbers that go down; those of ranks never do.
  const descends = low > high && mapper.type !== "EqHistColorMapper";
  if (!(ascends || descends) || (log && !(Math.min(low, high) > 0))) {
    return { axis, labels: [], places: [], major: [], minor: [] };
  }
  if (mapper.type === "EqHistColorMapper") {
    const data = columnsFor(mapper, layers).map(({ numbers }) => numbers);
    const values = quartiles(mapper, { low, high }, data);
    const ticked = { direction: across ? "x" : "y", span: high - low } as const;
    const written = labelBy(reference(bar, "formatter"), values, ticked) ?? writeApart(values);
    const overrides = bar.get("major_label_overrides");
    const labels = written.map((words, at) => nameIn(overrides, values[at] ?? NaN, words) ?? words);
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

/** Write numbers with three digits, or as many as tell them from their neighbours; what is nothing beside these is 0. */
export function writeApart(values: readonly number[]): string[] {
  const exponent = (value: number): number => Math.floor(Math.log10(value));
  return values.map((value, at) => {
    const gaps = [at - 1, at + 1].map((next) => Math.abs((values[next] ?? NaN) - value));
    const gap = Math.min(...gaps.filter((each) => each > 0));
    const digits = exponent(Math.abs(value)) - exponent(gap) + 1;
    if (digits < -1 && gap < Infinity) return "0";
    return plain(Number(value.toPrecision(Math.min(Math.max(digits, 3), 12))));
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
  { left, top, length, thick, across }: BarPlace,
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

function paintColors(
  context: CanvasRenderingContext2D,
  colors: readonly (string | undefined)[],
  { left, top, length, thick, across }: BarPlace,
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

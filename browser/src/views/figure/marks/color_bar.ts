import type { Model } from "../../../model/types.js";
import { list, number, optionalNumber, reference, text } from "../../field.js";
import { Axis } from "../axis.js";
import type { Layer } from "../layer.js";
import type { LegendPlace } from "../legend.js";
import { plain } from "../../format.js";
import type { Numbers } from "../column.js";
import { colorsOf, mappedExtent, placeIn } from "../mapper.js";
import { chromeColor, fontOf } from "../palette.js";
import type { Frame } from "../painters/painter.js";
import { gridOf } from "../painters/image.js";
import { FillStyle, LineStyle } from "../painters/style.js";
import type { Extent } from "../range.js";
import { EMPTY, union } from "../range.js";
import { LinearScale, LogScale } from "../scale.js";
import type { GlyphReader } from "../spec.js";
import { valueAt } from "../spec.js";
import { textWidth } from "../words.js";

const THICKNESS = 18;
const TITLE_ROOM = 22;

/** Draw the colours of a mapper and what they mean. */
export function paintColorBar(
  canvas: HTMLCanvasElement,
  bar: Model,
  place: LegendPlace,
  frame: Frame,
  layers: readonly Layer[],
): void {
  // Contours have levels of their own, and looks in place of colours.
  const mapper = bar.type === "ContourColorBar" ? bar : reference(bar, "color_mapper");
  const context = canvas.getContext("2d");
  if (mapper === undefined || context === null) return;
  const given = text(bar, "orientation", "auto");
  const across =
    given === "horizontal" || (given === "auto" && (place === "above" || place === "below"));
  const title = text(bar, "title");
  const above = title === "" ? 0 : TITLE_ROOM;
  const padding = number(bar, "padding", 10);
  const inside = place === "center";
  const room = (across ? frame.width : frame.height) * (inside ? 0.4 : 1);
  const length =
    optionalNumber(bar, across ? "width" : "height") ?? Math.max(room - (across ? 0 : above), 40);
  const thick = optionalNumber(bar, across ? "height" : "width") ?? THICKNESS;
  const reading = readLabels(bar, mapper, frame, layers, across, length);
  const widest = Math.max(
    20,
    ...reading.labels.map((label) => textWidth(label, reading.axis.style.font)),
  );
  const standoff = number(bar, "label_standoff", 5);
  const edge = across ? Math.ceil(widest / 2) : 8;
  const font = fontOf(bar, "title_text", "13px", frame.palette.font);
  const beside = thick + standoff + widest + 4 + (inside ? 8 : 0);
  const width = across ? length + 2 * edge : Math.max(beside, textWidth(title, font) + 4);
  const height = across ? above + thick + standoff + 16 : above + length + 2 * edge;
  size(canvas, width, height, frame.ratio);
  position(canvas, place, frame, { across, edge, above, padding });
  context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (inside) {
    context.globalAlpha = number(bar, "background_fill_alpha", 0.95);
    context.fillStyle =
      chromeColor(bar, "background_fill_color", frame.palette.surface) ?? "transparent";
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
  }
  if (title !== "") {
    context.font = font;
    context.fillStyle = chromeColor(bar, "title_text_color", frame.palette.muted) ?? "transparent";
    context.textBaseline = "middle";
    context.fillText(title, across ? edge : 0, above / 2);
  }
  const left = across ? edge : inside ? 6 : 0;
  const top = across ? above : above + edge;
  const box = { left, top, length, thick, across };
  if (mapper === bar) paintContours(context, bar, box, layers);
  else paintColors(context, mapper, box);
  context.font = reading.axis.style.font;
  context.fillStyle = reading.axis.style.color ?? "transparent";
  context.textAlign = across ? "center" : "left";
  context.textBaseline = across ? "top" : "middle";
  for (const [index, at] of reading.places.entries()) {
    const label = reading.labels[index] ?? "";
    if (across) context.fillText(label, left + at, top + thick + standoff);
    else context.fillText(label, left + thick + standoff, top + length - at);
  }
}

interface Reading {
  readonly axis: Axis;
  readonly labels: readonly string[];
  readonly places: readonly number[];
}

/** Return what is written, and how far from the first colour. */
function readLabels(
  bar: Model,
  mapper: Model,
  frame: Frame,
  layers: readonly Layer[],
  across: boolean,
  length: number,
): Reading {
  const log = mapper.type === "LogColorMapper";
  const { low, high } =
    mapper === bar ? levelsOf(bar) : mappedExtent(mapper, extentOf(mapper, layers));
  const range = {
    ends: { start: low, end: high },
    kind: log ? LogScale : LinearScale,
    factors: undefined,
  };
  const axis = new Axis(new AxisOfBar(bar, log), across ? "below" : "right", frame.palette, range);
  if (mapper.type === "CategoricalColorMapper") {
    const labels = list(mapper, "factors").map(String);
    const places = labels.map((_, index) => ((index + 0.5) / labels.length) * length);
    return { axis, labels, places };
  }
  if (!(low < high) || (log && !(low > 0))) return { axis, labels: [], places: [] };
  if (mapper.type === "EqHistColorMapper") {
    const values = quartiles(
      mapper,
      { low, high },
      columnsFor(mapper, layers).map(({ numbers }) => numbers),
    );
    const labels = values.map((value) => plain(Number(value.toPrecision(3))));
    return { axis, labels, places: values.map((_, at) => (at / (values.length - 1)) * length) };
  }
  const { rows } = axis.on(new range.kind(range.ends, 0, length));
  const written = rows.flatMap((row) => row.labels);
  return {
    axis,
    labels: written.map(({ words }) => words),
    places: written.map(({ place }) => place),
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
  mapper: Model,
  { left, top, length, thick, across }: Colours,
): void {
  const { palette } = colorsOf(mapper);
  const shown =
    mapper.type === "CategoricalColorMapper"
      ? palette.slice(0, list(mapper, "factors").length)
      : palette;
  const step = length / shown.length;
  for (const [index, color] of shown.entries()) {
    context.fillStyle = color ?? "transparent";
    // Each reaches under the next, or the gaps between them would be seen.
    const long = index === shown.length - 1 ? step : step + 1;
    if (across) context.fillRect(left + index * step, top, long, thick);
    else context.fillRect(left, top + length - index * step - long, thick, long);
  }
}

function size(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [wide, tall] = [Math.ceil(width), Math.ceil(height)];
  if (canvas.width !== wide * ratio) canvas.width = wide * ratio;
  if (canvas.height !== tall * ratio) canvas.height = tall * ratio;
  canvas.style.inlineSize = `${wide}px`;
  canvas.style.blockSize = `${tall}px`;
}

function position(
  canvas: HTMLCanvasElement,
  place: LegendPlace,
  frame: Frame,
  bar: { across: boolean; edge: number; above: number; padding: number },
): void {
  if (place === "center") return;
  const { style } = canvas;
  if (bar.across) {
    style.marginInlineStart = `${Math.max(0, frame.left - bar.edge)}px`;
    style.marginBlockStart = "";
  } else {
    // The colours end where the frame does.
    style.marginBlockStart = `${Math.max(0, frame.top - bar.edge)}px`;
    style.marginInlineStart = `${place === "left" ? 0 : bar.padding}px`;
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

/** Bars that show how large circles and polygons of some radii are. */
import type { Model } from "../../../model/types.js";
import { list, optionalNumber, reference, text } from "../../field.js";
import { ColumnFacts } from "../column.js";
import type { Layer } from "../layer.js";
import type { LegendPlace } from "../legend.js";
import { pixelRadius, dimensionOf } from "../painters/circle.js";
import { PAINTERS } from "../painters/all.js";
import type { Frame } from "../painters/painter.js";
import { planeOf } from "../plane.js";
import type { Extent } from "../range.js";
import { LinearScale } from "../scale.js";
import { GlyphReader, valueAt } from "../spec.js";
import { ticksOf } from "../tickers.js";
import type { BarPlace, Reading } from "./bar.js";
import { axisOf, legible, paddingOf, paintBar, titleOf } from "./bar.js";
import { disguised } from "./disguise.js";

/** How many sizes are shown at most, if the author does not say which. */
const MOST = 5;
/** How much of the frame a bar in it may take. */
const SHARE = 0.6;
/** How thick a bar in the frame becomes for large circles, in CSS pixels. */
const THICKEST = 120;

/** Draw how large circles of some radii are. */
export function paintSizeBar(
  canvas: HTMLCanvasElement,
  bar: Model,
  place: LegendPlace,
  given: Frame,
  layers: readonly Layer[],
): void {
  const frame = { ...given, palette: legible(bar, given.palette) };
  const layer = layerOf(bar, layers);
  const reader = layer?.reader;
  const ends = reader && radiiOf(bar, reader);
  canvas.hidden = ends === undefined;
  if (layer === undefined || reader === undefined || ends === undefined) return;
  const across = isAcross(bar, place);
  const inside = place === "center";
  const whole = across ? frame.width : frame.height;
  const around = 2 * (paddingOf(bar, place) ?? 0) + (across ? 0 : titleOf(bar, frame).height);
  const most = Math.max((inside ? SHARE : 1) * whole - around - 24, 40);
  const wide = optionalNumber(bar, "width");
  const length = Math.min(wide ?? most, most);
  const plane = planeOf(frame, layer.renderer);
  const pixels = (radius: number): number => {
    // Where it is measured makes a difference on scales that are not linear only.
    const at = { x: middle(plane, "x"), y: middle(plane, "y") };
    return pixelRadius(plane, at, radius, dimensionOf(reader));
  };
  const range = {
    kind: LinearScale,
    ends: { start: ends.low, end: ends.high },
    factors: undefined,
  };
  const scale = new LinearScale(range.ends, 0, length);
  const radii = ticksFor(bar, ends, (radius) => scale.toPixel(radius), pixels);
  const ticker = disguised(bar, "FixedTicker", (field) => (field === "ticks" ? radii : []));
  const axis = axisOf(bar, across ? "below" : "right", frame, range, ticker);
  const { rows, major, minor } = axis.on(scale);
  const written = rows.flatMap((row) => row.labels);
  const reading: Reading = {
    axis,
    labels: written.map(({ words }) => words),
    places: written.map(({ place: along }) => along),
    major: major.map((tick) => scale.toPixel(tick)),
    minor: minor.map((tick) => scale.toPixel(tick)),
  };
  const sizes = radii.map(pixels);
  const largest = Math.max(0, ...sizes.filter(Number.isFinite));
  // Beside the frame it does not grow: the frame would shrink, and circles with it.
  const room = inside ? THICKEST : Infinity;
  const tall = optionalNumber(bar, "height");
  const thick =
    tall === undefined || inside ? Math.max(tall ?? 0, Math.min(2 * largest + 2, room)) : tall;
  const edge = Math.min(Math.ceil(largest) + 1, thick / 2);
  const size = { across, length, thick, chosen: wide, edge };
  paintBar(canvas, bar, place, frame, size, reading, (context, at) => {
    const drawn = { ...plane, context, x: unmoved(length), y: unmoved(length) };
    paintSizes(drawn, bar, reader, at, { radii, scale, sizes, edge });
  });
}

/** Return the renderer that a bar is about. */
function layerOf(bar: Model, layers: readonly Layer[]): Layer | undefined {
  const chosen = reference(bar, "renderer");
  return layers.find(({ renderer, reader }) =>
    chosen === undefined
      ? reader?.glyph.type === "Circle" || reader?.glyph.type === "Ngon"
      : renderer === chosen,
  );
}

/** Return the least radius to show and the greatest one; nothing if there is none. */
function radiiOf(bar: Model, reader: GlyphReader): Extent | undefined {
  let { low, high } = positive(reader);
  const [least, most] = list(bar, "bounds").map(Number);
  low = Math.max(low, least ?? -Infinity);
  high = Math.min(high, most ?? Infinity);
  if (!(low <= high)) return undefined;
  // One size alone stands in the middle.
  return low === high ? { low: 0, high: 2 * high } : { low, high };
}

/** What is known of the radii of glyphs, as long as their data are the same. */
const known = new WeakMap<GlyphReader, Extent>();

/** Return between which ends the radii are that can be shown. */
export function positive(reader: GlyphReader): Extent {
  let extent = known.get(reader);
  if (extent !== undefined) return extent;
  const radius = reader.numbers("radius", 0);
  let [low, high] = [Infinity, -Infinity];
  for (let index = 0; index < (radius.same ? 1 : reader.length); index += 1) {
    const value = valueAt(radius, index);
    if (!(value > 0) || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  extent = { low, high };
  known.set(reader, extent);
  return extent;
}

/** Return whether a bar lies. */
function isAcross(bar: Model, place: LegendPlace): boolean {
  const wanted = text(bar, "orientation", "auto");
  if (wanted !== "auto") return wanted === "horizontal";
  if (place !== "center") return place === "above" || place === "below";
  const location = bar.get("location");
  return typeof location === "string" && /^(top|bottom)(_center)?$/.test(location);
}

function middle(frame: Frame, direction: "x" | "y"): number {
  const scale = frame[direction];
  const start = direction === "x" ? frame.left : frame.top;
  return scale.toValue(start + (direction === "x" ? frame.width : frame.height) / 2);
}

/** Return the radii to show: as many as have room beside each other, unless the author says which. */
function ticksFor(
  bar: Model,
  { low, high }: Extent,
  placeOf: (radius: number) => number,
  pixels: (radius: number) => number,
): readonly number[] {
  const ends = { start: low, end: high };
  const request = { kind: "linear", ends, factors: undefined, direction: "x" } as const;
  const ticker = reference(bar, "ticker");
  if (ticker !== undefined) return ticksOf(ticker, { ...request, wanted: MOST }).major;
  if (low === 0) return [high / 2];
  let found: readonly number[] = [];
  for (let wanted = MOST; wanted >= 1; wanted -= 1) {
    found = ticksOf(undefined, { ...request, wanted }).major.filter((radius) => radius > 0);
    if (found.every((radius, index) => isFree(radius, found[index + 1]))) return found;
  }
  // Only the largest one of those that cover each other would be seen.
  return found.slice(-1);

  function isFree(radius: number, next: number | undefined): boolean {
    if (next === undefined) return true;
    return placeOf(next) - placeOf(radius) >= pixels(radius) + pixels(next);
  }
}

/** Return a scale on which values are pixels. */
function unmoved(length: number): LinearScale {
  return new LinearScale({ start: 0, end: length }, 0, length);
}

interface Sizes {
  readonly radii: readonly number[];
  readonly scale: LinearScale;
  readonly sizes: readonly number[];
  readonly edge: number;
}

function paintSizes(
  frame: Frame,
  bar: Model,
  reader: GlyphReader,
  { left, top, length, thick, across }: BarPlace,
  { radii, scale, sizes, edge }: Sizes,
): void {
  const along = radii.map((radius) => scale.toPixel(radius));
  const columns = {
    x: across ? along.map((place) => left + place) : along.map(() => left + thick / 2),
    y: across ? along.map(() => top + thick / 2) : along.map((place) => top + length - place),
    radius: sizes,
  };
  const { context } = frame;
  context.save();
  context.beginPath();
  // What is too large for the bar ends with it.
  if (across) context.rect(left - edge, top, length + 2 * edge, thick);
  else context.rect(left, top - edge, thick, length + 2 * edge);
  context.clip();
  const glyph = new GlyphReader(looksOf(bar, reader), columns, new ColumnFacts(), {});
  PAINTERS[reader.glyph.type]?.paint(frame, glyph);
  context.restore();
}

/** Return a glyph like that of the renderer, with the looks of the bar. */
function looksOf(bar: Model, reader: GlyphReader): Model {
  const { glyph } = reader;
  const plain = new Set(["x", "y", "radius"]);
  const looks = /^(line|fill|hatch)_/;
  return disguised(
    bar,
    glyph.type,
    (field) => {
      if (plain.has(field)) return { field };
      if (field === "radius_units") return "screen";
      if (field === "n") return valueAt(reader.numbers("n", 6), 0);
      return looks.test(field) ? bar.get(`glyph_${field}`) : glyph.get(field);
    },
    (field) => bar.chosen(`glyph_${field}`),
  );
}

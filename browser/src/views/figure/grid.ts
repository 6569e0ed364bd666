import type { Model } from "../../model/types.js";
import { flag, number, reference, text } from "../field.js";
import type { Axis } from "./axis.js";
import type { Drawable, Hatch } from "./extras.js";
import { LEVELS } from "./extras.js";
import type { Frame } from "./painters/painter.js";
import type { Palette } from "./palette.js";
import { chromeColor } from "./palette.js";
import type { Pen, Segment } from "./pen.js";
import { drawLines, readPen, snap } from "./pen.js";
import { hatchOf } from "./prefixed.js";
import { planeOf } from "./plane.js";
import { scaleOf } from "./plot.js";
import type { Scale } from "./scale.js";
import type { TickKind, Ticks } from "./tickers.js";
import { desiredOf, ticksOf } from "./tickers.js";

/** Lines across the frame at the ticks of an axis. */
export class Grid implements Drawable {
  #hatch: Hatch | undefined;

  constructor(
    readonly model: Model,
    /** The axis whose ticks it has if it has no ticker of its own. */
    private readonly axis: Axis | undefined,
    private readonly kind: TickKind,
  ) {}

  get level(): number {
    return LEVELS.indexOf(text(this.model, "level", "underlay"));
  }

  *models(): Iterable<Model> {
    yield this.model;
    const ticker = reference(this.model, "ticker");
    if (ticker !== undefined) yield ticker;
  }

  paint(frame: Frame): void {
    const { model } = this;
    if (!flag(model, "visible", true)) return;
    const upright = directionOf(model) === "x";
    const scale =
      this.axis === undefined
        ? planeOf(frame, model)[directionOf(model)]
        : scaleOf(this.axis, frame);
    const { major, minor } = this.#ticks(scale);
    this.#fillBands(frame, major, scale);
    const [from, to] = this.#across(frame);
    const lines = (ticks: readonly number[]): Segment[] =>
      ticks
        .filter((tick) => tick !== scale.low && tick !== scale.high)
        .map((tick) => scale.toPixel(tick))
        .map((at) => (upright ? [at, from, at, to] : [from, at, to, at]));
    const { context, ratio, palette } = frame;
    const fine = penOf(model, "minor_grid_line", palette);
    if (fine !== undefined) drawLines(context, fine, ratio, lines(minor));
    const pen = penOf(model, "grid_line", palette);
    if (pen !== undefined) drawLines(context, pen, ratio, lines(major));
  }

  /** Fill every second distance of two lines, or of a line and the edge of the frame. */
  #fillBands(frame: Frame, ticks: readonly number[], scale: Scale): void {
    const { context, ratio } = frame;
    const { model } = this;
    const color = chromeColor(model, "band_fill_color", "");
    const alpha = number(model, "band_fill_alpha", 0);
    const filled = color !== undefined && color !== "" && alpha > 0;
    this.#hatch ??= hatchOf(model, "band_");
    if (!filled && this.#hatch === undefined) return;
    const [from, to] = this.#across(frame);
    const places = [...new Set([scale.low, ...ticks, scale.high])].map((tick) =>
      snap(scale.toPixel(tick), ratio),
    );
    context.save();
    context.beginPath();
    for (let index = 1; index + 1 < places.length; index += 2) {
      const at = places[index] ?? NaN;
      const size = (places[index + 1] ?? NaN) - at;
      if (directionOf(model) === "x") context.rect(at, from, size, to - from);
      else context.rect(from, at, to - from, size);
    }
    if (filled) {
      context.fillStyle = color;
      context.globalAlpha = alpha;
      context.fill();
    }
    if (this.#hatch?.(context, 0) === true) context.fill();
    context.restore();
  }

  /** Return where lines begin and end, in pixels. */
  #across(frame: Frame): readonly [number, number] {
    const { model } = this;
    const upright = directionOf(model) === "x";
    const edges = upright
      ? ([frame.top, frame.top + frame.height] as const)
      : ([frame.left, frame.left + frame.width] as const);
    const bounds = model.get("cross_bounds");
    if (!Array.isArray(bounds)) return edges;
    const scale = planeOf(frame, model)[upright ? "y" : "x"];
    return [scale.toPixel(Number(bounds[0])), scale.toPixel(Number(bounds[1]))];
  }

  #ticks(scale: Scale): Ticks {
    const ticker = reference(this.model, "ticker");
    const bounds = this.model.get("bounds");
    const found =
      ticker === undefined && this.axis !== undefined
        ? this.axis.on(scale)
        : ticksOf(ticker, {
            kind: this.kind,
            ends: scale.ends,
            wanted: desiredOf(ticker),
            factors: undefined,
            direction: directionOf(this.model),
          });
    if (!Array.isArray(bounds)) return found;
    const [low, high] = bounds.map(Number).sort((a, b) => a - b);
    const within = (tick: number): boolean => tick >= (low ?? NaN) && tick <= (high ?? NaN);
    return { major: found.major.filter(within), minor: found.minor.filter(within) };
  }
}

/** Return the direction at whose values the lines of a grid stand. */
export function directionOf(grid: Model): "x" | "y" {
  return grid.get("dimension") === 1 ? "y" : "x";
}

/** The colour of grids that the authors of Bokeh know, and choose how much of it shows. */
const KNOWN = "#e5e5e5";

/** Read a line that has no colour unless somebody wants it. */
function penOf(model: Model, prefix: string, page: Palette): Pen | undefined {
  return (model.get(`${prefix}_color`) ?? null) === null
    ? undefined
    : readPen(model, prefix, model.chosen(`${prefix}_alpha`) ? KNOWN : page.grid, page);
}

import type { Axis } from "./axis.js";
import { paintAxis } from "./axis_painter.js";
import { extras } from "./extras.js";
import type { Side } from "./label_row.js";
import { isAcross, outwards } from "./label_row.js";
import { lazily } from "../lazily.js";
import type { Frame } from "./painters/painter.js";
import type { Palette } from "./palette.js";
import type { Area, Arrangement, Margins, Panel } from "./panels.js";
import { arrange } from "./panels.js";
import { planeOf } from "./plane.js";
import type { Ends, Scale, ScaleKind } from "./scale.js";
import { formulas } from "./words.js";

/** A range that some renderers have instead of the figure's. */
export interface OtherRange {
  readonly kind: ScaleKind;
  readonly ends: Ends;
  /** Between which values of the figure's own range it lies, if not beside all of it. */
  readonly inset?: Ends | undefined;
}

/** What a plot asks for while it is drawn. */
export interface PlotSource {
  readonly axes: readonly Axis[];
  /** What takes room at the sides of the frame. */
  readonly panels: readonly Panel[];
  /** The least room at each side of the frame, in CSS pixels. */
  readonly margins: Margins;
  /** Room that the frame keeps for the sake of other figures. */
  readonly aligned: Margins;
  ends(direction: "x" | "y"): Ends;
  readonly kinds: { readonly x: ScaleKind; readonly y: ScaleKind };
  /** Further ranges by their names. */
  readonly others: Readonly<Record<"x" | "y", ReadonlyMap<string, OtherRange>>>;
  /** The colours of what is within the frame. */
  readonly inner: Palette;
  /** The colours of what stands around the frame. */
  readonly palette: Palette;
  /** Draw what lies behind everything else. */
  paintBackground(frame: Frame): void;
  /** Draw all else; axes are drawn by the plot, when their turn comes. */
  paint(frame: Frame, paintAxis: (axis: Axis) => void): void;
}

/** The most device pixels of a canvas: browsers of phones draw nothing on larger ones. */
const MOST_PIXELS = 16_000_000;

/** The share of a figure that names of factors leave to the data. */
const SHARE = 0.6;

/** What is lower than this may have given its room to a title, in CSS pixels. */
const LEAST = 40;

const bringShort = lazily(() => import("./short.js"));

/** A canvas with a plotting area, and axes around it. */
export class Plot {
  readonly canvas: HTMLCanvasElement = document.createElement("canvas");
  readonly #context: CanvasRenderingContext2D;
  #frame: Frame | undefined;
  #arrangement: Arrangement | undefined;
  #ratio = 1;

  constructor(
    host: HTMLElement,
    readonly source: PlotSource,
    private width: number,
    private height: number,
    /** Called when it is to be drawn again soon, perhaps with other room around the frame. */
    private readonly changed: () => void,
  ) {
    const context = this.canvas.getContext("2d");
    if (context === null) throw new Error("there is no canvas");
    this.#context = context;
    host.append(this.canvas);
    this.redraw();
  }

  /** The plotting area as it was last drawn. */
  get frame(): Frame | undefined {
    return this.#frame;
  }

  /** Where the frame is; the same as before if nothing of it has changed. */
  get arrangement(): Arrangement | undefined {
    return this.#arrangement;
  }

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.#arrangement = undefined;
    this.redraw();
  }

  /** Draw again with the present ends. */
  redraw(): void {
    this.#fit();
    const frame = this.#measure();
    this.#frame = frame;
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    this.source.paintBackground(frame);
    this.source.paint(frame, (axis) => {
      this.#paintAxis(axis, frame);
    });
    formulas.settle?.(this.canvas);
  }

  destroy(): void {
    this.canvas.parentElement?.replaceChildren();
  }

  /** Return the axis at a place of the canvas, and the value there. */
  axisAt(px: number, py: number): { readonly axis: Axis; readonly value: number } | undefined {
    const frame = this.#frame;
    if (frame === undefined) return undefined;
    const { left, top, width, height } = frame;
    for (const axis of [...this.source.axes].reverse()) {
      if (!axis.beside) continue;
      const across = isAcross(axis.side);
      const along = across ? px - left : py - top;
      const out = ((across ? py : px) - this.#edgeOf(axis, frame)) * outwards(axis.side);
      if (along < 0 || along > (across ? width : height) || out < 0) continue;
      return { axis, value: scaleOf(axis, frame).toValue(across ? px : py) };
    }
    return undefined;
  }

  /** Make the canvas as large as its place, in whole pixels of the screen. */
  #fit(): void {
    const { canvas, width, height } = this;
    const most = Math.sqrt(MOST_PIXELS / (width * height));
    this.#ratio = Math.min(window.devicePixelRatio, most);
    const [wide, tall] = [Math.round(width * this.#ratio), Math.round(height * this.#ratio)];
    if (canvas.width === wide && canvas.height === tall) return;
    canvas.width = wide;
    canvas.height = tall;
    canvas.style.inlineSize = `${wide / this.#ratio}px`;
    canvas.style.blockSize = `${tall / this.#ratio}px`;
  }

  #measure(): Frame {
    const { width, height, source } = this;
    const size = { width, height };
    const { margins, aligned, panels } = source;
    extras.limit?.(this, size);
    this.#arrangement = arrange(size, panels, margins, this.#ratio, this.#arrangement, aligned);
    const { area, offsets } = this.#arrangement;
    if (extras.limit === undefined && isCrowded(source.axes, area, size)) {
      bringShort(this.changed);
    }
    const context = this.#context;
    const { left, top, width: wide, height: tall } = area;
    const across = [left, left + wide] as const;
    const upwards = [top + tall, top] as const;
    const x = new source.kinds.x(source.ends("x"), ...across);
    const y = new source.kinds.y(source.ends("y"), ...upwards);
    return {
      ...area,
      context,
      ratio: this.#ratio,
      palette: source.inner,
      around: source.palette,
      offsets,
      x,
      y,
      others: { x: scalesOf(source.others.x, x), y: scalesOf(source.others.y, y) },
      redraw: this.changed,
    };
  }

  #paintAxis(axis: Axis, frame: Frame): void {
    const across = isAcross(axis.side);
    const fixed = axis.fixed;
    const cross = planeOf(frame, axis.model)[across ? "y" : "x"];
    const at = fixed === undefined ? this.#edgeOf(axis, frame) : cross.toPixel(fixed);
    if (!axis.visible || Number.isNaN(at)) return;
    const place = { scale: scaleOf(axis, frame), at, length: across ? this.width : this.height };
    const { context } = frame;
    context.save();
    if (fixed !== undefined) {
      context.beginPath();
      context.rect(frame.left, frame.top, frame.width, frame.height);
      context.clip();
    }
    paintAxis(frame, axis, place);
    context.restore();
  }

  /** Return where the line of an axis is that stands beside the frame. */
  #edgeOf(axis: Axis, { left, top, width, height }: Frame): number {
    const offset = (this.#arrangement?.offsets.get(axis) ?? 0) * outwards(axis.side);
    const edges: Record<Side, number> = {
      above: top,
      right: left + width,
      below: top + height,
      left,
    };
    return edges[axis.side] + offset;
  }
}

/** Tell whether the data or words of an axis have no room, or names of factors may have left little to the data. */
function isCrowded(
  axes: readonly Axis[],
  area: Area,
  size: { width: number; height: number },
): boolean {
  if (area.height < LEAST) return true;
  return axes.some(
    ({ kind, side, crowded }) =>
      crowded ||
      (kind === "factor" &&
        (isAcross(side) ? area.height / size.height : area.width / size.width) < SHARE),
  );
}

/** Return how the values of an axis stand in a frame. */
export function scaleOf({ side, name }: Axis, frame: Frame): Scale {
  const direction = isAcross(side) ? "x" : "y";
  return frame.others[direction].get(name) ?? frame[direction];
}

function scalesOf(ranges: ReadonlyMap<string, OtherRange>, own: Scale): ReadonlyMap<string, Scale> {
  return new Map(
    Array.from(ranges, ([name, { kind, ends, inset = own.ends }]) => [
      name,
      new kind(ends, own.toPixel(inset.start), own.toPixel(inset.end)),
    ]),
  );
}

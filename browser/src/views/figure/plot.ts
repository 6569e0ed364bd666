import uPlot from "uplot";
import type { Frame } from "./painters/painter.js";
import type { Palette } from "./palette.js";
import type { Ends, Scale, ScaleKind } from "./scale.js";
import { LogScale } from "./scale.js";

/** One axis, ready to be drawn. */
export interface PlotAxis {
  readonly side: "above" | "right" | "below" | "left";
  ticks(ends: Ends, length: number): readonly number[];
  labels(ticks: readonly number[], ends: Ends, length: number): readonly string[];
  readonly title: string;
  readonly font: string;
  readonly titleFont: string;
  readonly color: string;
  readonly line: Stroke | undefined;
  readonly tick: Stroke | undefined;
  readonly grid: Stroke | undefined;
  /** Degrees by which labels below the plot are turned. */
  readonly turn: number;
  /** The name of its range, if it is not that of the figure. */
  readonly range?: string;
  /** A hidden axis takes no room, but its grid is drawn. */
  readonly hidden: boolean;
}

export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
}

/** A range that some renderers have instead of the figure's. */
export interface OtherRange {
  readonly kind: ScaleKind;
  readonly ends: Ends;
}

/** What a plot asks for while it is drawn. */
export interface PlotSource {
  ends(direction: "x" | "y"): Ends;
  readonly kinds: { readonly x: ScaleKind; readonly y: ScaleKind };
  /** Further ranges by their names. */
  readonly others: Readonly<Record<"x" | "y", ReadonlyMap<string, OtherRange>>>;
  readonly palette: Palette;
  /** Draw what lies behind the grid. */
  paintBackground(frame: Frame): void;
  paint(frame: Frame): void;
}

const SIDES = { above: 0, right: 1, below: 2, left: 3 } as const;
const TICK_SIZE = 5;
const GAP = 5;
const TITLE_SIZE = 24;
/** Room for half a label where no axis makes room, in CSS pixels. */
const MARGIN = { above: 10, right: 18, below: 10, left: 18 };

/**
 * Axes, grid and canvas around a plotting area; the only module that knows uPlot.
 *
 * uPlot gets no data. It arranges the axes, draws them and the grid, and says where the plotting area is; then our
 * painters draw.
 */
export class Plot {
  readonly #plot: uPlot;
  #frame: Frame | undefined;

  constructor(
    host: HTMLElement,
    axes: readonly PlotAxis[],
    private readonly source: PlotSource,
    width: number,
    height: number,
  ) {
    const { x, y } = source.kinds;
    this.#plot = new uPlot(
      {
        width,
        height,
        legend: { show: false },
        cursor: { show: false },
        padding: paddings(axes),
        scales: {
          x: { time: false, auto: false, distr: distribution(x) },
          y: { auto: false, distr: distribution(y) },
          ...otherScales(source),
        },
        // Where there are fewer than two axes, uPlot draws some of its own.
        axes: [...axes.map((axis) => this.#axisOptions(axis)), { show: false }, { show: false }],
        series: [{}, { scale: "y", show: false }],
        hooks: {
          drawClear: [
            (): void => {
              this.#draw((frame) => {
                this.source.paintBackground(frame);
              });
            },
          ],
          draw: [
            (): void => {
              this.#draw((frame) => {
                this.source.paint(frame);
              });
            },
          ],
        },
      },
      [
        [1, 10],
        [null, null],
      ],
      host,
    );
    this.redraw();
  }

  /** The plotting area as it was last drawn. */
  get frame(): Frame | undefined {
    return this.#frame;
  }

  get canvas(): HTMLCanvasElement {
    return this.#plot.ctx.canvas;
  }

  resize(width: number, height: number): void {
    this.#plot.setSize({ width, height });
    this.redraw();
  }

  /** Draw again with the present ends, before the next frame is shown. */
  redraw(): void {
    const plot = this.#plot;
    plot.batch(() => {
      for (const direction of ["x", "y"] as const) {
        const others = [...this.source.others[direction]];
        const all: (readonly [string, Ends])[] = [
          [direction, this.source.ends(direction)],
          ...others.map(([name, { ends }]) => [keyOf(direction, name), ends] as const),
        ];
        for (const [key, { start, end }] of all) {
          const scale = plot.scales[key];
          if (scale === undefined) continue;
          scale.dir = start <= end ? 1 : -1;
          plot.setScale(key, { min: Math.min(start, end), max: Math.max(start, end) });
        }
      }
      plot.redraw(false, true);
    });
  }

  destroy(): void {
    this.#plot.destroy();
  }

  #draw(paint: (frame: Frame) => void): void {
    const context = this.#plot.ctx;
    const frame = this.#measure();
    this.#frame = frame;
    context.save();
    context.scale(frame.ratio, frame.ratio);
    paint(frame);
    context.restore();
  }

  #measure(): Frame {
    const plot = this.#plot;
    const ratio = uPlot.pxRatio;
    const left = plot.bbox.left / ratio;
    const top = plot.bbox.top / ratio;
    const width = plot.bbox.width / ratio;
    const height = plot.bbox.height / ratio;
    const { kinds, palette } = this.source;
    const x: Scale = new kinds.x(this.source.ends("x"), left, left + width);
    const y: Scale = new kinds.y(this.source.ends("y"), top + height, top);
    const others = {
      x: this.#scales("x", left, left + width),
      y: this.#scales("y", top + height, top),
    };
    const redraw = (): void => {
      this.redraw();
    };
    const place = { left, top, width, height, ratio };
    return { context: plot.ctx, x, y, ...place, palette, others, redraw };
  }

  #scales(direction: "x" | "y", from: number, to: number): ReadonlyMap<string, Scale> {
    const scales = new Map<string, Scale>();
    for (const [name, { kind, ends }] of this.source.others[direction]) {
      scales.set(name, new kind(ends, from, to));
    }
    return scales;
  }

  #axisOptions(axis: PlotAxis): uPlot.Axis {
    const side = SIDES[axis.side];
    const vertical = side % 2 === 1;
    const direction = vertical ? "y" : "x";
    const length = (): number => {
      const size = vertical ? this.#plot.bbox.height : this.#plot.bbox.width;
      // Not known yet while the axes are arranged for the first time.
      return size > 0 ? size / uPlot.pxRatio : vertical ? this.#plot.height : this.#plot.width;
    };
    const { hidden, range } = axis;
    const ends = (): Ends =>
      (range === undefined ? undefined : this.source.others[direction].get(range)?.ends) ??
      this.source.ends(direction);
    return {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- an enum without values
      side,
      scale: range === undefined ? direction : keyOf(direction, range),
      font: axis.font,
      labelFont: axis.titleFont,
      stroke: axis.color,
      gap: GAP,
      ...(axis.title === "" || hidden
        ? {}
        : { label: axis.title, labelSize: TITLE_SIZE, labelGap: 0 }),
      ...(axis.turn === 0 ? {} : { rotate: axis.turn }),
      space: 1,
      splits: () => [...axis.ticks(ends(), length())],
      filter: (_, splits) => splits,
      values: (_, splits) => (hidden ? [] : [...axis.labels(splits, ends(), length())]),
      // There are none yet when the plot is made, whatever the types say.
      size: (_, labels: string[] | null) => (hidden ? 0 : roomFor(labels ?? [], axis, vertical)),
      grid: strokeOptions(axis.grid),
      ticks: { ...strokeOptions(hidden ? undefined : axis.tick), size: TICK_SIZE },
      border: strokeOptions(hidden ? undefined : axis.line),
    };
  }
}

/** Return what uPlot knows the scale of a further range by. */
function keyOf(direction: "x" | "y", name: string): string {
  return `${direction} ${name}`;
}

function otherScales({ others }: PlotSource): uPlot.Scales {
  const scales: uPlot.Scales = {};
  for (const direction of ["x", "y"] as const) {
    for (const [name, { kind }] of others[direction]) {
      const distr = distribution(kind);
      scales[keyOf(direction, name)] = {
        ori: direction === "x" ? 0 : 1,
        time: false,
        auto: false,
        distr,
      };
    }
  }
  return scales;
}

/** Name a kind of scale in uPlot's numbers. */
function distribution(kind: ScaleKind): uPlot.Scale.Distr {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- an enum without values
  return kind === LogScale ? 3 : 1;
}

function strokeOptions(stroke: Stroke | undefined): {
  show: boolean;
  stroke?: string;
  width?: number;
  dash?: number[];
  filter?: (plot: uPlot, splits: number[]) => number[];
} {
  if (stroke === undefined) return { show: false };
  return {
    show: true,
    stroke: stroke.color,
    width: stroke.width,
    dash: [...(stroke.dash ?? [])],
    filter: (_, splits) => splits,
  };
}

function paddings(axes: readonly PlotAxis[]): [number, number, number, number] {
  const taken = new Set(axes.filter((axis) => !axis.hidden).map((axis) => axis.side));
  const margin = (side: PlotAxis["side"]): number => (taken.has(side) ? 2 : MARGIN[side]);
  return [margin("above"), margin("right"), margin("below"), margin("left")];
}

const ruler = new OffscreenCanvas(1, 1).getContext("2d");

/** Return how wide a text is, in CSS pixels. */
export function textWidth(text: string, font: string): number {
  if (ruler === null) return text.length * 7;
  ruler.font = font;
  return Math.max(...text.split("\n").map((line) => ruler.measureText(line).width));
}

function roomFor(labels: readonly string[], axis: PlotAxis, vertical: boolean): number {
  const base = TICK_SIZE + GAP;
  const size = Number(/([\d.]+)px/.exec(axis.font)?.[1] ?? 12);
  const lines = Math.max(1, ...labels.map((label) => label.split("\n").length));
  const tall = lines * size * 1.3;
  const wide = Math.max(0, ...labels.map((label) => textWidth(label, axis.font)));
  if (vertical) return base + wide + (axis.title === "" ? 4 : 8);
  if (axis.turn === 0) return base + tall;
  const angle = (Math.abs(axis.turn) * Math.PI) / 180;
  return base + wide * Math.sin(angle) + tall * Math.cos(angle);
}

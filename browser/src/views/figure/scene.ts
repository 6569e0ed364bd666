import type { Model, ModelChange } from "../../model/types.js";
import { optionalNumber, reference, references } from "../field.js";
import { bareAxis, readAxis } from "./axis.js";
import type { FactorMap } from "./factor.js";
import { Layer } from "./layer.js";
import type { Bounds, Frame } from "./painters/painter.js";
import type { Palette } from "./palette.js";
import { chromeColor } from "./palette.js";
import type { PlotAxis, PlotSource } from "./plot.js";
import type { Extent } from "./range.js";
import { EMPTY, pan, union, zoom } from "./range.js";
import type { Ends, Scale } from "./scale.js";
import { LogScale } from "./scale.js";
import type { Member } from "./shared.js";
import { extentOf, join, tell } from "./shared.js";
import { ViewRange } from "./view_range.js";

type Direction = "x" | "y";

/** How much of a figure a change concerns, from little to all. */
export type Concern = "ends" | "data" | "structure";

const END_FIELDS = new Set(["start", "end", "computed"]);
const LAYER_FIELDS = [
  "glyph",
  "muted_glyph",
  "selection_glyph",
  "nonselection_glyph",
  "data_source",
];
const SIDES = ["above", "right", "below", "left"] as const;

/** What a figure shows: its ranges and renderers, without the elements around them. */
export class Scene implements PlotSource {
  palette: Palette;
  readonly x: ViewRange;
  readonly y: ViewRange;
  #layers: Layer[] = [];
  #bounds: Bounds | undefined;
  readonly #members: [Model, Member, () => void][] = [];
  #ranges: readonly [Model | undefined, Model | undefined, Model | undefined, Model | undefined];

  constructor(
    readonly model: Model,
    palette: Palette,
    /** Called when data of another figure move a range that this one has, too. */
    moved: () => void = () => undefined,
  ) {
    this.palette = palette;
    this.#ranges = this.#rangeModels();
    this.x = new ViewRange(this.#ranges[0] ?? NO_RANGE, this.#ranges[2]);
    this.y = new ViewRange(this.#ranges[1] ?? NO_RANGE, this.#ranges[3]);
    for (const direction of ["x", "y"] as const) {
      const range = this[direction].model;
      if (range === NO_RANGE) continue;
      const changed = (): void => {
        if (this[direction].automatic) moved();
      };
      const member = { extent: () => this.#own(direction), changed };
      this.#members.push([range, member, join(range, member)]);
    }
    this.readLayers();
  }

  /** Count no more for the ranges that others have, too. */
  leave(): void {
    for (const [, , leave] of this.#members) leave();
    this.x.leave();
    this.y.leave();
  }

  /** Whether the figure has other ranges or scales by now: then a new scene is needed. */
  get stale(): boolean {
    return this.#rangeModels().some((model, index) => model !== this.#ranges[index]);
  }

  get kinds(): PlotSource["kinds"] {
    return { x: this.x.kind, y: this.y.kind };
  }

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  /** Return the axis of a side that wants to know where it was clicked. */
  axisAt(side: (typeof SIDES)[number]): Model | undefined {
    return references(this.model, side).find(
      (model) => isAxis(model) && model.get("visible") !== false && model.observes("axis_click"),
    );
  }

  ends(direction: Direction): Ends {
    return this[direction].ends;
  }

  /** Bring the layers in line with the figure's renderers. */
  readLayers(): void {
    const known = new Map(this.#layers.map((layer) => [layer.renderer, layer]));
    this.#layers = references(this.model, "renderers").map(
      (renderer) => known.get(renderer) ?? new Layer(renderer, () => this.#factors()),
    );
    // Sorting is stable: within a level, the order of the list stands.
    this.#layers.sort((first, second) => first.level - second.level);
    this.#forgetBounds();
  }

  /** Take in a change of one of the models that `models` names. */
  change(model: Model, change: ModelChange): Concern {
    if (model === this.x.model || model === this.y.model) {
      if (change.kind === "set" && END_FIELDS.has(change.field)) return "ends";
      this.x.readFactors();
      this.y.readFactors();
      this.#refresh(true);
      return "structure";
    }
    if (this.#layers.some((layer) => layer.source === model)) {
      this.#refresh(true, model);
      return "data";
    }
    if (model.type === "Selection") {
      for (const layer of this.#layers) if (layer.selection === model) layer.reselect();
      return "data";
    }
    if (this.#layers.some((layer) => layer.glyph === model)) {
      this.#refresh(false);
      return "data";
    }
    this.#refresh(false);
    return "structure";
  }

  #refresh(columnsChanged: boolean, source?: Model): void {
    this.#forgetBounds();
    for (const layer of this.#layers) {
      if (source === undefined || layer.source === source) layer.refresh(columnsChanged);
    }
  }

  /** Compute the ends anew. */
  update(): void {
    this.x.update(() => this.#extent("x"));
    this.y.update(() => this.#extent("y"));
  }

  /** Every model that the drawing depends on. */
  *models(): Iterable<Model> {
    yield this.x.model;
    yield this.y.model;
    for (const layer of this.#layers) {
      yield layer.renderer;
      for (const field of LAYER_FIELDS) {
        const model = reference(layer.renderer, field);
        if (model !== undefined) yield model;
      }
      if (layer.selection !== undefined) yield layer.selection;
      yield* layer.reader?.uses ?? [];
    }
    for (const side of [...SIDES, "center"] as const) {
      for (const guide of references(this.model, side)) {
        yield guide;
        for (const field of ["ticker", "formatter"]) {
          const model = reference(guide, field);
          if (model !== undefined) yield model;
        }
        yield* references(guide, "items");
      }
    }
    for (const field of ["title", "toolbar"]) {
      const model = reference(this.model, field);
      if (model === undefined) continue;
      yield model;
      yield* references(model, "tools");
    }
  }

  /** Prepare the axes, and for grids without an axis one that is not drawn. */
  axes(): PlotAxis[] {
    const grids = references(this.model, "center").filter((model) => model.type === "Grid");
    const axes: PlotAxis[] = [];
    for (const side of SIDES) {
      const direction: Direction = side === "above" || side === "below" ? "x" : "y";
      const { factors } = this[direction];
      for (const model of references(this.model, side).filter(isAxis)) {
        const index = grids.findIndex((grid) => gridDirection(grid) === direction);
        const [grid] = index < 0 ? [] : grids.splice(index, 1);
        axes.push(readAxis(model, side, this.palette, factors, grid));
      }
    }
    for (const grid of grids) {
      const direction = gridDirection(grid);
      const kind = this[direction].kind === LogScale ? "log" : "linear";
      axes.push(bareAxis(direction === "x" ? "below" : "left", this.palette, kind, grid));
    }
    return axes;
  }

  /** The colour around the plotting area, if the author wants one. */
  get border(): string | undefined {
    const color = chromeColor(this.model, "border_fill_color", "transparent");
    return color === "transparent" ? undefined : color;
  }

  paintBackground(frame: Frame): void {
    const { context, left, top, width, height, palette } = frame;
    const { border } = this;
    if (border !== undefined) {
      context.fillStyle = border;
      const { width: full, height: tall } = context.canvas;
      context.fillRect(0, 0, full / frame.ratio, tall / frame.ratio);
    }
    const color = chromeColor(this.model, "background_fill_color", palette.surface);
    if (color !== undefined) {
      context.fillStyle = color;
      context.globalAlpha = optionalNumber(this.model, "background_fill_alpha") ?? 1;
      context.fillRect(left, top, width, height);
      context.globalAlpha = 1;
    }
    const outline = chromeColor(this.model, "outline_line_color", palette.line);
    if (outline === undefined) return;
    context.strokeStyle = outline;
    context.lineWidth = optionalNumber(this.model, "outline_line_width") ?? 1;
    context.strokeRect(left, top, width, height);
  }

  paint(frame: Frame): void {
    for (const layer of this.#layers) layer.paint(frame);
  }

  /** Show what lies `dx` and `dy` pixels to the left and above. */
  pan(frame: Frame, dx: number, dy: number): void {
    this.#move("x", frame.x, (range, mapping) =>
      pan(range.ends, -dx / frame.width, mapping, range.limits),
    );
    this.#move("y", frame.y, (range, mapping) =>
      pan(range.ends, dy / frame.height, mapping, range.limits),
    );
  }

  /** Scale both ranges by factors about a place in the plotting area. */
  zoom(frame: Frame, factors: { readonly x: number; readonly y: number }, at: XY): void {
    this.#move("x", frame.x, (range, mapping) =>
      zoom(range.ends, factors.x, at.x / frame.width, mapping, range.limits),
    );
    this.#move("y", frame.y, (range, mapping) =>
      zoom(range.ends, factors.y, 1 - at.y / frame.height, mapping, range.limits),
    );
  }

  /** Show what lies between two corners of the plotting area. */
  box(frame: Frame, from: XY, to: XY): void {
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    this.#move("x", frame.x, () => ({
      start: frame.x.toValue(frame.left + left),
      end: frame.x.toValue(frame.left + right),
    }));
    this.#move("y", frame.y, () => ({
      start: frame.y.toValue(frame.top + bottom),
      end: frame.y.toValue(frame.top + top),
    }));
  }

  reset(): void {
    this.x.reset(() => this.#extent("x"));
    this.y.reset(() => this.#extent("y"));
  }

  #move(
    direction: Direction,
    mapping: Scale,
    to: (range: ViewRange, mapping: Scale) => Ends,
  ): void {
    const range = this[direction];
    const { start, end } = to(range, mapping);
    if (start === range.ends.start && end === range.ends.end) return;
    if (!Number.isFinite(start) || !Number.isFinite(end) || start === end) return;
    range.move({ start, end });
    // The next movement may come before the next frame, and must begin where this one ended.
    range.update(() => this.#extent(direction));
  }

  #extent(direction: Direction): Extent {
    const { model } = this[direction];
    return model === NO_RANGE ? this.#own(direction) : extentOf(model);
  }

  #own(direction: Direction): Extent {
    this.#bounds ??= this.#measure();
    return this.#bounds[direction];
  }

  #forgetBounds(): void {
    this.#bounds = undefined;
    for (const [range, member] of this.#members) tell(range, member);
  }

  #measure(): Bounds {
    let bounds: Bounds = { x: EMPTY, y: EMPTY };
    for (const layer of this.#layers) {
      const own = layer.bounds();
      bounds = {
        x: this.x.follows(layer) ? union(bounds.x, own.x) : bounds.x,
        y: this.y.follows(layer) ? union(bounds.y, own.y) : bounds.y,
      };
    }
    return bounds;
  }

  #factors(): { readonly x?: FactorMap; readonly y?: FactorMap } {
    const { x, y } = this;
    return {
      ...(x.factors === undefined ? {} : { x: x.factors }),
      ...(y.factors === undefined ? {} : { y: y.factors }),
    };
  }

  #rangeModels(): [Model | undefined, Model | undefined, Model | undefined, Model | undefined] {
    const [x, y, xScale, yScale] = ["x_range", "y_range", "x_scale", "y_scale"].map((field) =>
      reference(this.model, field),
    );
    return [x, y, xScale, yScale];
  }
}

interface XY {
  readonly x: number;
  readonly y: number;
}

/** Tell whether a model in the margins of a figure is an axis. */
export function isAxis(model: Model): boolean {
  return model.type.endsWith("Axis");
}

function gridDirection(grid: Model): Direction {
  return grid.get("dimension") === 1 ? "y" : "x";
}

/** Stands in for a range that a figure lacks. */
const NO_RANGE: Model = {
  id: 0,
  type: "DataRange1d",
  get: () => undefined,
  chosen: () => false,
  set: () => undefined,
  setAll: () => undefined,
  emit: () => undefined,
  observe: () => ({ cancel: () => undefined }),
  observes: () => false,
};

import type { Model, ModelChange } from "../../model/types.js";
import { number, optionalNumber, reference, references, text } from "../field.js";
import { Axis } from "./axis.js";
import type { Drawable, Hatch } from "./extras.js";
import { extras } from "./extras.js";
import { directionOf, Grid } from "./grid.js";
import { facing, isAcross } from "./label_row.js";
import { Layer } from "./layer.js";
import { paintBackground } from "./background.js";
import type { Frame } from "./painters/painter.js";
import type { Palette } from "./palette.js";
import type { Margins, Panel } from "./panels.js";
import { SIDES } from "./panels.js";
import { marksOf } from "./parts.js";
import { hatchOf } from "./prefixed.js";
import { isInner, rangeNameOf } from "./plane.js";
import { aroundOf } from "./planes.js";
import type { PlotSource } from "./plot.js";
import { bounded, factorLimits, pan, zoom } from "./range.js";
import type { Direction, Takes } from "./range_set.js";
import { DIRECTIONS, RangeSet, guidesOf, outer, partsOf } from "./range_set.js";
import type { Ends, Scale } from "./scale.js";
import { LogScale } from "./scale.js";
import type { Place, ViewRange } from "./view_range.js";

/** How much of a figure a change concerns, from little to all. */
export type Concern = "ends" | "rows" | "data" | "structure";

const END_FIELDS = new Set(["start", "end", "computed"]);
/** Fields of marks that say more than how they are drawn: with a plane come ranges, with a map comes a line about it. */
const BESIDES = new Set(["attribution", "coordinates", "visible"]);
const GUIDE_FIELDS = "ticker formatter color_mapper major_label_policy axis_label text".split(" ");
const LAYER_FIELDS = [
  "glyph",
  "muted_glyph",
  "selection_glyph",
  "nonselection_glyph",
  "hover_glyph",
  "data_source",
];
/** Room for half a label where no axis makes room, in CSS pixels. */
const MARGIN: Margins = { above: 8, right: 18, below: 10, left: 18 };
/** The same where there are no labels. */
const BARE = 5;
const NONE: Margins = { above: 0, right: 0, below: 0, left: 0 };

/** What a figure shows: its ranges and renderers, without the elements around them. */
export class Scene implements PlotSource {
  palette: Palette;
  inner: Palette;
  /** What stands around the canvas takes so much. */
  outside: Margins = NONE;
  aligned: Margins = NONE;
  #layers: Layer[] = [];
  #axes: Axis[] = [];
  #grids: Grid[] = [];
  #hatch: Hatch | undefined;
  #marks = new Map<Model, Drawable>();
  #drawn: ReadonlyMap<ViewRange, Ends> = new Map();
  readonly #ranges: RangeSet;

  constructor(
    readonly model: Model,
    palette: Palette,
    /** Called when data of another figure move a range that this one has, too. */
    moved: () => void = () => undefined,
  ) {
    this.palette = palette;
    this.inner = palette;
    this.#ranges = new RangeSet(model, () => this.#layers, moved);
    this.readLayers();
  }

  /** Count no more for the ranges that others have, too. */
  leave(): void {
    this.#ranges.leave();
    for (const mark of this.#marks.values()) mark.leave?.();
  }

  /** Whether the figure has other ranges or scales by now: then a new scene is needed. */
  get stale(): boolean {
    return this.#ranges.stale;
  }

  get x(): ViewRange {
    return this.#ranges.x;
  }

  get y(): ViewRange {
    return this.#ranges.y;
  }

  /** Further ranges, by the names that renderers and axes call them. */
  get others(): RangeSet["others"] {
    return this.#ranges.others;
  }

  get kinds(): PlotSource["kinds"] {
    return { x: this.x.kind, y: this.y.kind };
  }

  /** What stands inside the frame and beside it. */
  get guides(): readonly Model[] {
    return guidesOf(this.model);
  }

  get layers(): readonly Layer[] {
    return this.#layers;
  }

  ends(direction: Direction): Ends {
    return this[direction].ends;
  }

  /** Bring the layers in line with the figure's renderers. */
  readLayers(): void {
    const known = new Map(this.#layers.map((layer) => [layer.renderer, layer]));
    const before = this.#marks;
    this.#marks = new Map();
    for (const model of marksOf(partsOf(this.model))) {
      const mark = extras.mark?.(model, this.#factorsFor(model), this);
      if (mark !== undefined) this.#marks.set(model, mark);
    }
    for (const [model, mark] of before) if (!this.#marks.has(model)) mark.leave?.();
    const parts = references(this.model, "renderers").flatMap((renderer) =>
      renderer.type === "GlyphRenderer"
        ? [{ renderer, owner: renderer }]
        : (extras.parts?.(renderer) ?? []),
    );
    this.#layers = parts.map(
      (part) => known.get(part.renderer) ?? new Layer(part, this.#factorsFor(part.owner), this),
    );
    // What they look like may depend on the colours of the page.
    for (const layer of this.#layers) layer.refresh();
    // Sorting is stable: within a level, the order of the list stands.
    this.#layers.sort((first, second) => first.level - second.level);
    this.#ranges.forget();
  }

  /** Apart from what knows the layers before: a function that is made there keeps them all. */
  #factorsFor(owner: Model): () => ReturnType<RangeSet["factorsOf"]> {
    return () => this.#ranges.factorsOf(owner);
  }

  /** Take in a change of one of the models that `models` names; return what it concerns, if anything that is seen. */
  change(model: Model, change: ModelChange): Concern | undefined {
    const ranges = this.#ranges.all;
    if (ranges.some((range) => range.model === model)) {
      if (change.kind === "set" && END_FIELDS.has(change.field)) {
        return this.#follows(model) ? "ends" : undefined;
      }
      for (const range of ranges) if (range.model === model) range.changeFactors();
      this.#refresh();
      return "structure";
    }
    if (this.#layers.some((layer) => layer.source === model)) {
      this.#refresh(model);
      if (change.kind !== "set" || change.field === "data") this.#ranges.renew(model);
      return change.kind === "set" ? "data" : "rows";
    }
    if (model.type === "Selection") {
      for (const layer of this.#layers) if (layer.selection === model) layer.reselect();
      return "data";
    }
    if (this.#layers.some((layer) => layer.glyph === model)) {
      this.#refresh();
      return "data";
    }
    for (const mark of this.#marks.values()) {
      for (const part of mark.models()) {
        if (part !== model) continue;
        this.#ranges.forget();
        return change.kind === "set" && BESIDES.has(change.field) ? "structure" : "data";
      }
    }
    this.#refresh();
    return "structure";
  }

  /** Tell whether what is drawn moves with the ends of a model: those that the figure has told are there already. */
  #follows(model: Model): boolean {
    // By itself, a range does not know the ends that go with the frame and with the other one.
    if (this.#ranges.matched) return true;
    let moves = false;
    for (const direction of DIRECTIONS) {
      for (const [name, range] of this.#ranges.of(direction)) {
        if (range.model !== model) continue;
        const drawn = this.#drawn.get(range);
        // Mostly it is what the figure itself has told.
        if (model.get("start") === drawn?.start && model.get("end") === drawn?.end) continue;
        range.update(() => this.#ranges.extent(direction, name));
        moves ||= range.ends.start !== drawn?.start || range.ends.end !== drawn.end;
      }
    }
    return moves;
  }

  #refresh(source?: Model): void {
    this.#ranges.forget();
    for (const layer of this.#layers) {
      if (source === undefined || layer.source === source) layer.refresh();
    }
  }

  /** Compute the ends anew. What they are may depend on the size of the frame; tell whether it does. */
  update(frame: Frame | undefined): boolean {
    return this.#ranges.update(frame);
  }

  /** Every model that the drawing depends on. */
  *models(): Iterable<Model> {
    for (const range of this.#ranges.all) {
      yield range.model;
      if (range.target !== undefined) yield range.target;
    }
    yield* aroundOf(partsOf(this.model));
    for (const layer of this.#layers) {
      yield layer.renderer;
      if (layer.owner !== layer.renderer) yield layer.owner;
      yield* layer.part.models ?? [];
      for (const field of LAYER_FIELDS) {
        const model = reference(layer.renderer, field);
        if (model !== undefined) yield model;
      }
      if (layer.selection !== undefined) yield layer.selection;
      const view = reference(layer.renderer, "view");
      if (view !== undefined) yield* extras.viewed?.(view) ?? [];
      yield* layer.reader?.uses ?? [];
    }
    for (const mark of this.#marks.values()) yield* mark.models();
    for (const guide of this.guides) {
      yield guide;
      for (const field of GUIDE_FIELDS) {
        const model = reference(guide, field);
        // Tickers may consist of others.
        if (model !== undefined) yield* [model, ...references(model, "tickers")];
      }
      yield* references(guide, "items");
    }
    for (const field of ["title", "toolbar"]) {
      const model = reference(this.model, field);
      if (model === undefined) continue;
      yield model;
      yield* references(model, "tools");
      const words = reference(model, "text");
      if (words !== undefined) yield words;
    }
  }

  get axes(): readonly Axis[] {
    return this.#axes;
  }

  get panels(): readonly Panel[] {
    return [...this.#axes, ...[...this.#marks.values()].flatMap(({ beside }) => beside ?? [])];
  }

  /** Read the axes and grids anew. */
  readGuides(): void {
    this.#hatch = undefined;
    this.#axes = [...SIDES, "center" as const].flatMap((place) =>
      references(this.model, place)
        .filter(isAxis)
        .map((model) => {
          const side = facing(model, place);
          const direction: Direction = isAcross(side) ? "x" : "y";
          const cross = this.#ranges.rangeOf(model, direction === "x" ? "y" : "x").factors;
          const name = rangeNameOf(model, direction);
          const range = this.others[direction].get(name) ?? this[direction];
          return new Axis(model, side, this.palette, range, name, cross);
        }),
    );
    const grids = references(this.model, "center").filter(({ type }) => type === "Grid");
    this.#grids = grids.map((model) => {
      const of = reference(model, "axis");
      const axis = this.#axes.find((each) => each.model === of);
      const { kind } = this.#ranges.rangeOf(model, directionOf(model));
      return new Grid(model, axis, kind === LogScale ? "log" : "linear");
    });
  }

  /** The least room around the frame. */
  get margins(): Margins {
    const taken = new Set(this.#axes.filter((axis) => axis.beside).map(({ side }) => side));
    const labelled = (side: keyof Margins): boolean =>
      [...taken].some((other) => isAcross(other) !== isAcross(side));
    const least = (side: keyof Margins, name: string): number => {
      const given =
        optionalNumber(this.model, `min_border_${name}`) ??
        (this.model.chosen("min_border") ? number(this.model, "min_border", 0) : undefined);
      return given === undefined
        ? taken.has(side)
          ? 2
          : labelled(side)
            ? MARGIN[side]
            : BARE
        : Math.max(0, given - this.outside[side]);
    };
    return {
      above: least("above", "top"),
      right: least("right", "right"),
      below: least("below", "bottom"),
      left: least("left", "left"),
    };
  }

  paintBackground(frame: Frame): void {
    this.#hatch ??= hatchOf(this.model, "background_");
    paintBackground(this.model, frame, this.#hatch);
  }

  paint(frame: Frame, paintAxis: (axis: Axis) => void): void {
    this.#drawn = new Map(this.#ranges.all.map((range) => [range, range.ends]));
    // Sorting is stable: within a level, marks lie over axes, these over the data, and the data over grids.
    const all: (Axis | Drawable | Layer)[] = [
      ...this.#grids,
      ...this.#layers,
      ...this.#axes,
      ...this.#marks.values(),
    ];
    for (const part of all.sort((a, b) => a.level - b.level)) {
      if (part instanceof Axis) {
        paintAxis(part);
        continue;
      }
      const { context, left, top, width, height } = frame;
      context.save();
      context.beginPath();
      context.rect(left, top, width, height);
      if (!("beside" in part)) context.clip();
      part.paint(frame);
      context.restore();
    }
  }

  /** Show what lies `dx` and `dy` pixels to the left and above; NaN leaves a direction as it is, and 0 ends that it follows the data. */
  pan(frame: Frame, dx: number, dy: number): void {
    this.#ranges.move("x", frame, (range, mapping) =>
      pan(range.ends, -dx / frame.width, mapping, range.limits),
    );
    this.#ranges.move("y", frame, (range, mapping) =>
      pan(range.ends, dy / frame.height, mapping, range.limits),
    );
  }

  /** Scale ranges by factors about a place in the plotting area, or the middle where it says none. */
  zoom(
    frame: Frame,
    factors: Record<Direction, number>,
    at: Partial<XY> = {},
    options: ZoomOptions = {},
  ): void {
    const { takes = outer, together = false } = options;
    const share = (direction: Direction, scale: Scale): number => {
      const place = at[direction];
      if (place === undefined) return 0.5;
      const [start, end] = [scale.toPixel(scale.ends.start), scale.toPixel(scale.ends.end)];
      return (place + frame[direction === "x" ? "left" : "top"] - start) / (end - start);
    };
    const held = { ...factors };
    for (const direction of together ? DIRECTIONS : []) {
      for (const [name, range] of this.#ranges.of(direction)) {
        if (factors[direction] === 1 || !takes(direction, name)) continue;
        const mapping = frame.others[direction].get(name) ?? frame[direction];
        const { ends, limits } = range;
        const { least, most } = factorLimits(ends, share(direction, mapping), mapping, limits);
        for (const each of DIRECTIONS) held[each] = Math.min(Math.max(held[each], least), most);
      }
    }
    for (const direction of DIRECTIONS) {
      // What a tool leaves alone goes on following its data.
      if (factors[direction] === 1) continue;
      this.#ranges.move(
        direction,
        frame,
        (range, mapping) =>
          zoom(range.ends, held[direction], share(direction, mapping), mapping, range.limits),
        takes,
      );
    }
  }

  /** Show what lies between two corners of the plotting area. */
  box(frame: Frame, from: XY, to: XY): void {
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    const pick = (range: ViewRange, mapping: Scale, first: number, last: number): Ends =>
      bounded({ start: mapping.toValue(first), end: mapping.toValue(last) }, mapping, range.limits);
    this.#ranges.move("x", frame, (range, mapping) =>
      pick(range, mapping, frame.left + left, frame.left + right),
    );
    this.#ranges.move("y", frame, (range, mapping) =>
      pick(range, mapping, frame.top + bottom, frame.top + top),
    );
  }

  /** Return which ranges a tool zooms: those of its renderers, and over an axis those that it says. */
  rangesFor(tool: Model, side?: string, place?: { readonly frame: Frame; readonly at: XY }): Takes {
    const chosen = tool.get("renderers");
    const some = Array.isArray(chosen)
      ? this.#layers.filter(({ renderer }) => chosen.includes(renderer))
      : undefined;
    const inside = (some ?? this.#layers).filter(({ owner }) => reference(owner, "coordinates"));
    const within = number(tool, "level", 0) > 0 && inside.length > 0;
    const inner = within ? inside : undefined;
    const layers =
      inner === undefined || place === undefined
        ? (inner ?? some)
        : (extras.pointed?.(tool, inner, place.frame, place.at) ?? inner);
    const together = text(tool, "zoom_together", "all");
    const own = side === "above" || side === "below" ? "x" : "y";
    const axis = side === undefined ? undefined : references(this.model, side).find(isAxis);
    return (direction, name) => {
      if (!within && isInner(name)) return false;
      const used = layers?.some((layer) => this.#ranges.nameOf(layer, direction) === name) ?? true;
      if (side === undefined || !used) return used;
      if (together === "all" || axis === undefined) return direction === own;
      const range = text(axis, `${direction}_range_name`);
      const same = name === (this.others[direction].has(range) ? range : "");
      return same && (direction === own || together === "cross");
    };
  }

  /** What all ranges show now. */
  places(): Place[] {
    return this.#ranges.places();
  }

  /** Show what was shown before. */
  restore(places: readonly Place[]): void {
    this.#ranges.restore(places);
  }

  reset(): void {
    this.#ranges.reset();
  }
}

/** How a zoom is held back. */
export interface ZoomOptions {
  /** Which ranges are zoomed. */
  readonly takes?: Takes;
  /** Whether nothing moves once one range has come to its bounds. */
  readonly together?: boolean;
}

interface XY {
  readonly x: number;
  readonly y: number;
}

/** Tell whether a model in the margins of a figure is an axis. */
function isAxis(model: Model): boolean {
  return model.type.endsWith("Axis");
}

import type { Model, ModelChange } from "../../model/types.js";
import {
  flag,
  isModel,
  number,
  optionalNumber,
  record,
  reference,
  references,
  text,
} from "../field.js";
import { leastSpans } from "./aspect.js";
import { Axis } from "./axis.js";
import type { Drawable, Hatch } from "./extras.js";
import { extras } from "./extras.js";
import type { FactorMap } from "./factor.js";
import { directionOf, Grid } from "./grid.js";
import { facing, isAcross } from "./label_row.js";
import { Layer } from "./layer.js";
import { paintBackground } from "./background.js";
import type { Bounds, Frame } from "./painters/painter.js";
import type { Palette } from "./palette.js";
import type { Margins } from "./panels.js";
import { SIDES } from "./panels.js";
import { marksOf } from "./parts.js";
import { hatchOf } from "./prefixed.js";
import { isInner, rangeNameOf } from "./plane.js";
import { aroundOf, modelsOfPlanes, planesOf, rangesOfPlanes } from "./planes.js";
import type { PlotSource } from "./plot.js";
import type { Extent } from "./range.js";
import { EMPTY, bounded, factorLimits, pan, union, zoom } from "./range.js";
import type { Ends, Scale } from "./scale.js";
import { LogScale } from "./scale.js";
import type { Member } from "./shared.js";
import { extentOf, join, tell } from "./shared.js";
import type { Place } from "./view_range.js";
import { NO_RANGE, ViewRange } from "./view_range.js";

type Direction = "x" | "y";

/** How much of a figure a change concerns, from little to all. */
export type Concern = "ends" | "rows" | "data" | "structure";

const END_FIELDS = new Set(["start", "end", "computed"]);
const GUIDE_FIELDS = "ticker formatter color_mapper major_label_policy axis_label text".split(" ");
const LAYER_FIELDS = [
  "glyph",
  "muted_glyph",
  "selection_glyph",
  "nonselection_glyph",
  "hover_glyph",
  "data_source",
];
const DIRECTIONS = ["x", "y"] as const;
/** The ranges that people move who mean the figure, and no plane within it. */
const OUTER = (_: Direction, name: string): boolean => !isInner(name);
/** Room for half a label where no axis makes room, in CSS pixels. */
const MARGIN: Margins = { above: 10, right: 18, below: 10, left: 18 };
const NONE: Margins = { above: 0, right: 0, below: 0, left: 0 };

/** What a figure shows: its ranges and renderers, without the elements around them. */
export class Scene implements PlotSource {
  palette: Palette;
  /** What stands around the canvas takes so much. */
  outside: Margins = NONE;
  aligned: Margins = NONE;
  readonly x: ViewRange;
  readonly y: ViewRange;
  /** Further ranges, by the names that renderers and axes call them. */
  readonly others: Readonly<Record<Direction, ReadonlyMap<string, ViewRange>>>;
  #layers: Layer[] = [];
  #axes: Axis[] = [];
  #grids: Grid[] = [];
  #hatch: Hatch | undefined;
  #marks = new Map<Model, Drawable>();
  #bounds: Bounds | undefined;
  #drawn: ReadonlyMap<ViewRange, Ends> = new Map();
  readonly #members: [Model, Member, () => void][] = [];
  #ranges: readonly (Model | undefined)[];

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
    this.others = { x: this.#readOthers("x"), y: this.#readOthers("y") };
    for (const direction of ["x", "y"] as const) {
      const range = this[direction].model;
      if (range === NO_RANGE) continue;
      const changed = (): void => {
        if (this[direction].automatic || this[direction].factors !== undefined) moved();
      };
      const member = { extent: () => this.#own(direction), changed };
      this.#members.push([range, member, join(range, member)]);
    }
    this.readLayers();
  }

  /** Count no more for the ranges that others have, too. */
  leave(): void {
    for (const [, , leave] of this.#members) leave();
    for (const range of this.#allRanges()) range.leave();
    for (const mark of this.#marks.values()) mark.leave?.();
  }

  /** Whether the figure has other ranges or scales by now: then a new scene is needed. */
  get stale(): boolean {
    const models = this.#rangeModels();
    return (
      models.length !== this.#ranges.length ||
      models.some((model, index) => model !== this.#ranges[index])
    );
  }

  get kinds(): PlotSource["kinds"] {
    return { x: this.x.kind, y: this.y.kind };
  }

  /** What stands inside the frame and beside it. */
  get guides(): readonly Model[] {
    return [...SIDES, "center"].flatMap((side) => references(this.model, side));
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
    for (const model of marksOf(this.#parts)) {
      const mark = extras.mark?.(model, () => this.#factors(), this);
      if (mark !== undefined) this.#marks.set(model, mark);
    }
    for (const [model, mark] of before) if (!this.#marks.has(model)) mark.leave?.();
    const parts = references(this.model, "renderers").flatMap((renderer) =>
      renderer.type === "GlyphRenderer"
        ? [{ renderer, owner: renderer }]
        : (extras.parts?.(renderer) ?? []),
    );
    this.#layers = parts.map(
      (part) => known.get(part.renderer) ?? new Layer(part, () => this.#factors()),
    );
    // Sorting is stable: within a level, the order of the list stands.
    this.#layers.sort((first, second) => first.level - second.level);
    this.#forgetBounds();
  }

  /** Take in a change of one of the models that `models` names; return what it concerns, if anything that is seen. */
  change(model: Model, change: ModelChange): Concern | undefined {
    const ranges = this.#allRanges();
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
        this.#forgetBounds();
        return "data";
      }
    }
    this.#refresh();
    return "structure";
  }

  /** Tell whether what is drawn moves with the ends of a model: those that the figure has told are there already. */
  #follows(model: Model): boolean {
    // By itself, a range does not know the ends that go with the frame and with the other one.
    if (flag(this.model, "match_aspect")) return true;
    let moves = false;
    for (const direction of DIRECTIONS) {
      for (const [name, range] of this.#rangesOf(direction)) {
        if (range.model !== model) continue;
        range.update(() => this.#extent(direction, name));
        const drawn = this.#drawn.get(range);
        moves ||= range.ends.start !== drawn?.start || range.ends.end !== drawn.end;
      }
    }
    return moves;
  }

  #refresh(source?: Model): void {
    this.#forgetBounds();
    for (const layer of this.#layers) {
      if (source === undefined || layer.source === source) layer.refresh();
    }
  }

  /** Compute the ends anew. What they are may depend on the size of the frame; tell whether it does. */
  update(frame: Size | undefined): boolean {
    const { x, y, model } = this;
    const matched = flag(model, "match_aspect") && x.automatic && y.automatic;
    const fits = matched && frame !== undefined;
    for (const direction of DIRECTIONS) {
      for (const [name, range] of this.#rangesOf(direction)) {
        range.update(() => this.#extent(direction, name), 0, !fits || name !== "");
      }
    }
    if (!fits) return matched;
    const least = leastSpans(x.ends, y.ends, frame, number(model, "aspect_scale", 1));
    for (const direction of DIRECTIONS) {
      this[direction].update(() => this.#extent(direction, ""), least[direction]);
    }
    return matched;
  }

  /** Every model that the drawing depends on. */
  *models(): Iterable<Model> {
    for (const range of this.#allRanges()) {
      yield range.model;
      if (range.target !== undefined) yield range.target;
    }
    yield* aroundOf(this.#parts);
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
        if (model !== undefined) yield model;
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

  /** Read the axes and grids anew. */
  readGuides(): void {
    this.#hatch = undefined;
    this.#axes = [...SIDES, "center" as const].flatMap((place) =>
      references(this.model, place)
        .filter(isAxis)
        .map((model) => {
          const side = facing(model, place);
          const direction: Direction = isAcross(side) ? "x" : "y";
          const cross = this[direction === "x" ? "y" : "x"].factors;
          const name = text(model, `${direction}_range_name`);
          const range = this.others[direction].get(name) ?? this[direction];
          return new Axis(model, side, this.palette, range, name, cross);
        }),
    );
    const grids = references(this.model, "center").filter(({ type }) => type === "Grid");
    this.#grids = grids.map((model) => {
      const of = reference(model, "axis");
      const axis = this.#axes.find((each) => each.model === of);
      return new Grid(model, axis, this[directionOf(model)].kind === LogScale ? "log" : "linear");
    });
  }

  /** The least room around the frame. */
  get margins(): Margins {
    const taken = new Set(this.#axes.filter((axis) => axis.beside).map(({ side }) => side));
    const least = (side: keyof Margins, name: string): number => {
      const given =
        optionalNumber(this.model, `min_border_${name}`) ??
        (this.model.chosen("min_border") ? number(this.model, "min_border", 0) : undefined);
      return given === undefined
        ? taken.has(side)
          ? 2
          : MARGIN[side]
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

  paint(frame: Frame): void {
    this.#drawn = new Map(this.#allRanges().map((range) => [range, range.ends]));
    // Sorting is stable: within a level, marks lie over the data, and these over grids.
    const all: (Drawable | Layer)[] = [...this.#grids, ...this.#layers, ...this.#marks.values()];
    for (const part of all.sort((a, b) => a.level - b.level)) {
      const { context, left, top, width, height } = frame;
      context.save();
      context.beginPath();
      context.rect(left, top, width, height);
      context.clip();
      part.paint(frame);
      context.restore();
    }
  }

  /** Show what lies `dx` and `dy` pixels to the left and above. */
  pan(frame: Frame, dx: number, dy: number): void {
    this.#move("x", frame, (range, mapping) =>
      pan(range.ends, -dx / frame.width, mapping, range.limits),
    );
    this.#move("y", frame, (range, mapping) =>
      pan(range.ends, dy / frame.height, mapping, range.limits),
    );
  }

  /** Scale ranges by factors about a place in the plotting area, or the middle of each. */
  zoom(frame: Frame, factors: Record<Direction, number>, at?: XY, options: ZoomOptions = {}): void {
    const { takes = OUTER, together = false } = options;
    const share = (direction: Direction, scale: Scale): number => {
      if (at === undefined) return 0.5;
      const [start, end] = [scale.toPixel(scale.ends.start), scale.toPixel(scale.ends.end)];
      const place = direction === "x" ? frame.left + at.x : frame.top + at.y;
      return (place - start) / (end - start);
    };
    const held = { ...factors };
    for (const direction of together ? DIRECTIONS : []) {
      for (const [name, range] of this.#rangesOf(direction)) {
        if (factors[direction] === 1 || !takes(direction, name)) continue;
        const mapping = frame.others[direction].get(name) ?? frame[direction];
        const { ends, limits } = range;
        const { least, most } = factorLimits(ends, share(direction, mapping), mapping, limits);
        for (const each of DIRECTIONS) {
          if (factors[each] !== 1) held[each] = Math.min(Math.max(held[each], least), most);
        }
      }
    }
    for (const direction of DIRECTIONS) {
      this.#move(
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
    this.#move("x", frame, (range, mapping) =>
      pick(range, mapping, frame.left + left, frame.left + right),
    );
    this.#move("y", frame, (range, mapping) =>
      pick(range, mapping, frame.top + bottom, frame.top + top),
    );
  }

  /** Return which ranges a tool zooms: those of its renderers, and over an axis those that it says. */
  rangesFor(
    tool: Model,
    side?: string,
    place?: { readonly frame: Frame; readonly at: XY },
  ): NonNullable<ZoomOptions["takes"]> {
    const chosen = tool.get("renderers");
    const some = Array.isArray(chosen)
      ? this.#layers.filter(({ renderer }) => chosen.includes(renderer))
      : undefined;
    const within = number(tool, "level", 0) > 0;
    const inner = within
      ? (some ?? this.#layers).filter(({ owner }) => reference(owner, "coordinates") !== undefined)
      : undefined;
    const layers =
      inner === undefined || place === undefined
        ? (inner ?? some)
        : (extras.pointed?.(tool, inner, place.frame, place.at) ?? inner);
    const together = text(tool, "zoom_together", "all");
    const own = side === "above" || side === "below" ? "x" : "y";
    const axis = side === undefined ? undefined : references(this.model, side).find(isAxis);
    return (direction, name) => {
      if (!within && isInner(name)) return false;
      const used = layers?.some((layer) => this.#nameOf(layer, direction) === name) ?? true;
      if (side === undefined || !used) return used;
      if (together === "all" || axis === undefined) return direction === own;
      const range = text(axis, `${direction}_range_name`);
      const same = name === (this.others[direction].has(range) ? range : "");
      return same && (direction === own || together === "cross");
    };
  }

  /** What all ranges show now. */
  places(): Place[] {
    return this.#allRanges().map((range) => range.place);
  }

  /** Show what was shown before. */
  restore(places: readonly Place[]): void {
    for (const range of this.#allRanges()) {
      const place = places.find((known) => known.range === range.model);
      if (place !== undefined) range.restore(place);
    }
    this.#forgetBounds();
  }

  reset(): void {
    for (const direction of DIRECTIONS) {
      for (const [name, range] of this.#rangesOf(direction)) {
        range.reset(() => this.#extent(direction, name));
      }
    }
  }

  #move(
    direction: Direction,
    frame: Frame,
    to: (range: ViewRange, mapping: Scale) => Ends,
    takes = OUTER,
  ): void {
    for (const [name, range] of this.#rangesOf(direction)) {
      if (!takes(direction, name)) continue;
      const mapping = frame.others[direction].get(name) ?? frame[direction];
      const { start, end } = to(range, mapping);
      if (start === range.ends.start && end === range.ends.end) continue;
      if (!Number.isFinite(start) || !Number.isFinite(end) || start === end) continue;
      range.move({ start, end });
      if (range.factors !== undefined) this.#forgetBounds();
      // The next movement may come before the next frame, and must begin where this one ended.
      range.update(() => this.#extent(direction, name));
    }
  }

  *#rangesOf(direction: Direction): Iterable<readonly [string, ViewRange]> {
    yield ["", this[direction]];
    yield* this.others[direction];
  }

  #allRanges(): ViewRange[] {
    return [this.x, this.y, ...this.others.x.values(), ...this.others.y.values()];
  }

  #readOthers(direction: Direction): ReadonlyMap<string, ViewRange> {
    const scales = record(this.model, `extra_${direction}_scales`);
    const ranges = new Map<string, ViewRange>();
    for (const [name, range] of Object.entries(record(this.model, `extra_${direction}_ranges`))) {
      const scale = scales[name] ?? this.model.get(`${direction}_scale`);
      if (isModel(range))
        ranges.set(name, new ViewRange(range, isModel(scale) ? scale : undefined));
    }
    const own = this[direction].model;
    for (const [name, range] of rangesOfPlanes(planesOf(this.#parts), direction, own)) {
      ranges.set(name, range);
    }
    return ranges;
  }

  /** What stands in the figure, but its title and toolbar. */
  get #parts(): readonly Model[] {
    return [...references(this.model, "renderers"), ...this.guides];
  }

  #extent(direction: Direction, name: string): Extent {
    const other = this.others[direction].get(name);
    if (other !== undefined) return this.#measure(other, direction, name);
    const { model } = this[direction];
    return model === NO_RANGE ? this.#own(direction) : extentOf(model);
  }

  #own(direction: Direction): Extent {
    this.#bounds ??= {
      x: this.#measure(this.x, "x", ""),
      y: this.#measure(this.y, "y", ""),
    };
    return this.#bounds[direction];
  }

  #forgetBounds(): void {
    this.#bounds = undefined;
    for (const [range, member] of this.#members) tell(range, member);
  }

  #measure(range: ViewRange, direction: Direction, name: string): Extent {
    let extent: Extent = EMPTY;
    for (const layer of this.#layers) {
      const own = this.#nameOf(layer, direction) === name && range.follows(layer);
      const logarithmic = range.kind === LogScale;
      if (own) extent = union(extent, layer.bounds(logarithmic ? direction : undefined)[direction]);
    }
    for (const guide of this.guides) {
      const edges = this.#edges(guide, direction, name);
      const visible = flag(guide, "visible", true);
      if (edges.length === 0 || !range.follows({ renderer: guide, visible })) continue;
      extent = union(extent, { low: Math.min(...edges), high: Math.max(...edges) });
    }
    return extent;
  }

  /** Return where the edges of an area are, which counts for automatic ends as data do. */
  #edges(guide: Model, direction: Direction, name: string): readonly number[] {
    const own = text(guide, `${direction}_range_name`);
    if ((this.others[direction].has(own) ? own : "") !== name) return [];
    const [low, high] = direction === "x" ? ["left", "right"] : ["bottom", "top"];
    const of = (fields: readonly string[], values: readonly unknown[]): readonly number[] =>
      fields.some((field) => text(guide, `${field}_units`, "data") !== "data")
        ? []
        : values.filter((value): value is number => typeof value === "number");
    if (guide.type === "PolyAnnotation") {
      return of(["xs", "ys"], Array.from(guide.get(`${direction}s`) as Iterable<unknown>));
    }
    if (guide.type !== "BoxAnnotation") return [];
    return [low, high].flatMap((field) => of([field], [guide.get(field)]));
  }

  /** Return what the range of a layer is called; that of the figure itself has no name. */
  #nameOf({ owner }: Layer, direction: Direction): string {
    const name = rangeNameOf(owner, direction);
    return this.others[direction].has(name) ? name : "";
  }

  #factors(): { readonly x?: FactorMap; readonly y?: FactorMap } {
    const { x, y } = this;
    return {
      ...(x.factors === undefined ? {} : { x: x.factors }),
      ...(y.factors === undefined ? {} : { y: y.factors }),
    };
  }

  #rangeModels(): (Model | undefined)[] {
    const [x, y, xScale, yScale] = ["x_range", "y_range", "x_scale", "y_scale"].map((field) =>
      reference(this.model, field),
    );
    const others = DIRECTIONS.flatMap((direction) => [
      ...Object.values(record(this.model, `extra_${direction}_ranges`)),
      ...Object.values(record(this.model, `extra_${direction}_scales`)),
    ]);
    const planes = modelsOfPlanes(planesOf(this.#parts));
    return [x, y, xScale, yScale, ...others.filter(isModel), ...planes];
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a zoom is held back. */
export interface ZoomOptions {
  /** Which ranges are zoomed, by their direction and name; that of the figure has none. */
  readonly takes?: (direction: Direction, name: string) => boolean;
  /** Whether nothing moves once one range has come to its bounds. */
  readonly together?: boolean;
}

interface XY {
  readonly x: number;
  readonly y: number;
}

/** Tell whether a model in the margins of a figure is an axis. */
export function isAxis(model: Model): boolean {
  return model.type.endsWith("Axis");
}

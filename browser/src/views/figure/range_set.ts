import type { Model } from "../../model/types.js";
import { flag, isModel, number, record, reference, references, text } from "../field.js";
import { leastSpans } from "./aspect.js";
import { extras } from "./extras.js";
import type { FactorMap } from "./factor.js";
import type { Layer } from "./layer.js";
import type { Bounds, Frame } from "./painters/painter.js";
import { SIDES } from "./panels.js";
import { isElement, isInner, rangeNameOf } from "./plane.js";
import { modelsOfPlanes, planesOf, rangesOfPlanes } from "./planes.js";
import type { Extent } from "./range.js";
import { EMPTY, union } from "./range.js";
import type { Ends, Scale } from "./scale.js";
import { LogScale } from "./scale.js";
import type { Member } from "./shared.js";
import { extentOf, join, tell } from "./shared.js";
import type { Place } from "./view_range.js";
import { NO_RANGE, ViewRange } from "./view_range.js";

export type Direction = "x" | "y";

export const DIRECTIONS: readonly Direction[] = ["x", "y"];

/** Which ranges are meant, by their direction and name; that of the figure has none. */
export type Takes = (direction: Direction, name: string) => boolean;

/** The ranges that people move who mean the figure, and no plane within it. */
export const outer: Takes = (_, name) => !isInner(name);

/** What counts for automatic ends without being data: where it begins and ends. */
export interface Reached {
  readonly renderer: Model;
  readonly edges: readonly number[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The ranges of a figure: its own, those beside them, and those of planes within it. */
export class RangeSet {
  readonly x: ViewRange;
  readonly y: ViewRange;
  /** Further ranges, by the names that renderers and axes call them. */
  readonly others: Readonly<Record<Direction, ReadonlyMap<string, ViewRange>>>;
  /** Whether the ends of its own depend on each other, and on the size of the frame. */
  matched = false;
  readonly #models: readonly (Model | undefined)[];
  readonly #members: [Model, Member, () => void][] = [];
  #bounds: Bounds | undefined;

  constructor(
    private readonly figure: Model,
    private readonly layers: () => readonly Layer[],
    /** Called when data of another figure move a range that this one has, too. */
    moved: () => void,
  ) {
    this.#models = modelsOf(figure);
    this.x = new ViewRange(this.#models[0] ?? NO_RANGE, this.#models[2]);
    this.y = new ViewRange(this.#models[1] ?? NO_RANGE, this.#models[3]);
    this.others = { x: this.#readOthers("x"), y: this.#readOthers("y") };
    for (const direction of DIRECTIONS) {
      const range = this[direction].model;
      if (range === NO_RANGE) continue;
      const changed = (): void => {
        if (this[direction].automatic || this[direction].factors !== undefined) moved();
      };
      const member = { extent: () => this.#own(direction), changed };
      this.#members.push([range, member, join(range, member)]);
    }
  }

  /** Count no more for the ranges that others have, too. */
  leave(): void {
    for (const [, , leave] of this.#members) leave();
    for (const range of this.all) range.leave();
  }

  /** Whether the figure has other ranges or scales by now: then a new scene is needed. */
  get stale(): boolean {
    const models = modelsOf(this.figure);
    return (
      models.length !== this.#models.length ||
      models.some((model, index) => model !== this.#models[index])
    );
  }

  get all(): readonly ViewRange[] {
    return [this.x, this.y, ...this.others.x.values(), ...this.others.y.values()];
  }

  /** The ranges of a direction by their names; that of the figure has none. */
  *of(direction: Direction): Iterable<readonly [string, ViewRange]> {
    yield ["", this[direction]];
    yield* this.others[direction];
  }

  /** Return what the range of a layer is called; that of the figure itself has no name. */
  nameOf({ owner }: Layer, direction: Direction): string {
    const name = rangeNameOf(owner, direction);
    return this.others[direction].has(name) ? name : "";
  }

  /** The places of factors, where a range that a renderer stands in is one of factors. */
  factorsOf(owner: Model): { readonly x?: FactorMap; readonly y?: FactorMap } {
    const [x, y] = DIRECTIONS.map((direction) => this.rangeOf(owner, direction).factors);
    return { ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) };
  }

  /** Return the range of a direction that a model stands in. */
  rangeOf(owner: Model, direction: Direction): ViewRange {
    return this.others[direction].get(rangeNameOf(owner, direction)) ?? this[direction];
  }

  /** Compute the ends anew. What they are may depend on the size of the frame; tell whether it does. */
  update(frame: Size | undefined): boolean {
    const { x, y, figure } = this;
    // On a map, a metre is as long across as upwards.
    const mapped = references(figure, "renderers").some(({ type }) => type === "TileRenderer");
    const matched = (mapped || flag(figure, "match_aspect")) && x.automatic && y.automatic;
    const fits = matched && frame !== undefined;
    this.matched = matched;
    // What the other one follows is between the ends of this one.
    const order: typeof DIRECTIONS =
      this.figure.get("window_axis") === "y" ? ["y", "x"] : DIRECTIONS;
    for (const direction of order) {
      for (const [name, range] of this.of(direction)) {
        range.update(() => this.extent(direction, name), 0, !fits || name !== "");
      }
    }
    if (!fits) return matched;
    const least = leastSpans(x.ends, y.ends, frame, number(figure, "aspect_scale", 1));
    for (const direction of DIRECTIONS) {
      this[direction].update(() => this.extent(direction, ""), least[direction]);
    }
    return matched;
  }

  /** Give ranges of a direction other ends, as far as they have any. */
  move(
    direction: Direction,
    frame: Frame,
    to: (range: ViewRange, mapping: Scale) => Ends,
    takes: Takes = outer,
  ): void {
    for (const [name, range] of this.of(direction)) {
      if (!takes(direction, name)) continue;
      const mapping = frame.others[direction].get(name) ?? frame[direction];
      const { start, end } = to(range, mapping);
      const rests = start === range.ends.start && end === range.ends.end;
      if (rests && range.factors !== undefined) continue;
      if (!Number.isFinite(start) || !Number.isFinite(end) || start === end) continue;
      range.move({ start, end });
      if (range.factors !== undefined) this.forget();
      // The next movement may come before the next frame, and must begin where this one ended.
      range.update(() => this.extent(direction, name));
    }
  }

  /** What all ranges show now. */
  places(): Place[] {
    return this.all.map((range) => range.place);
  }

  /** Show what was shown before. */
  restore(places: readonly Place[]): void {
    for (const range of this.all) {
      const place = places.find((known) => known.range === range.model);
      if (place !== undefined) range.restore(place);
    }
    this.forget();
  }

  reset(): void {
    for (const direction of DIRECTIONS) {
      for (const [name, range] of this.of(direction)) {
        range.reset(() => this.extent(direction, name));
      }
    }
  }

  /** Return what the data of a range cover, those of other figures that have it among them. */
  extent(direction: Direction, name: string): Extent {
    const other = this.others[direction].get(name);
    if (other !== undefined) return this.#measure(other, direction, name);
    const { model } = this[direction];
    return model === NO_RANGE ? this.#own(direction) : extentOf(model);
  }

  /** Forget what the data cover, and let other figures know. */
  forget(): void {
    this.#bounds = undefined;
    for (const [range, member] of this.#members) tell(range, member);
  }

  /** Let the ranges take note that the data of a source are others. */
  renew(source: Model): void {
    for (const layer of this.layers()) {
      if (layer.source !== source) continue;
      for (const direction of DIRECTIONS) {
        const name = this.nameOf(layer, direction);
        (this.others[direction].get(name) ?? this[direction]).renewed = true;
      }
    }
  }

  #own(direction: Direction): Extent {
    // What is known of the data is not all where only some of them count.
    if (extras.windowed?.(this.figure)) return this.#measure(this[direction], direction, "");
    this.#bounds ??= {
      x: this.#measure(this.x, "x", ""),
      y: this.#measure(this.y, "y", ""),
    };
    return this.#bounds[direction];
  }

  #measure(range: ViewRange, direction: Direction, name: string): Extent {
    const { figure } = this;
    let extent: Extent = EMPTY;
    for (const layer of this.layers()) {
      const own = this.nameOf(layer, direction) === name && range.follows(layer);
      const logarithmic = range.kind === LogScale;
      if (!own) continue;
      const above = logarithmic ? direction : undefined;
      const bounds =
        extras.windowed?.(figure)?.(this, layer, direction, above) ?? layer.bounds(above);
      extent = union(extent, bounds[direction]);
    }
    for (const { renderer, edges: all } of this.#reached(direction)) {
      // There is no place for others among decades.
      const edges = range.kind === LogScale ? all.filter((edge) => edge > 0) : all;
      const own = text(renderer, `${direction}_range_name`);
      if ((this.others[direction].has(own) ? own : "") !== name) continue;
      const visible = flag(renderer, "visible", true);
      if (edges.length === 0 || !range.follows({ renderer, visible })) continue;
      extent = union(extent, { low: Math.min(...edges), high: Math.max(...edges) });
    }
    return extent;
  }

  #reached(direction: Direction): Reached[] {
    const { figure } = this;
    const areas = guidesOf(figure).map((renderer) => ({
      renderer,
      edges: extras.edges?.(renderer, direction) ?? [],
    }));
    return [...areas, ...(extras.reach?.(figure, direction) ?? [])];
  }

  #readOthers(direction: Direction): ReadonlyMap<string, ViewRange> {
    const { figure } = this;
    const scales = record(figure, `extra_${direction}_scales`);
    const ranges = new Map<string, ViewRange>();
    for (const [name, range] of Object.entries(record(figure, `extra_${direction}_ranges`))) {
      const scale = scales[name] ?? figure.get(`${direction}_scale`);
      if (isModel(range))
        ranges.set(name, new ViewRange(range, isModel(scale) ? scale : undefined));
    }
    const own = this[direction].model;
    for (const [name, range] of rangesOfPlanes(planesOf(partsOf(figure)), direction, own)) {
      ranges.set(name, range);
    }
    return ranges;
  }
}

/** Return what is drawn inside the frame of a figure and beside it. */
export function guidesOf(figure: Model): readonly Model[] {
  return [...SIDES, "center"]
    .flatMap((side) => references(figure, side))
    .filter((model) => !isElement(model));
}

/** Return what stands in a figure, but its title and toolbar. */
export function partsOf(figure: Model): readonly Model[] {
  return [...references(figure, "renderers"), ...guidesOf(figure)];
}

/** Return the ranges and scales of a figure: its own ones first. */
function modelsOf(figure: Model): readonly (Model | undefined)[] {
  const own = ["x_range", "y_range", "x_scale", "y_scale"].map((field) => reference(figure, field));
  const others = DIRECTIONS.flatMap((direction) => [
    ...Object.values(record(figure, `extra_${direction}_ranges`)),
    ...Object.values(record(figure, `extra_${direction}_scales`)),
  ]);
  return [...own, ...others.filter(isModel), ...modelsOfPlanes(planesOf(partsOf(figure)))];
}

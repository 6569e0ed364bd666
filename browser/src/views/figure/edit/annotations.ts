import type { Model } from "../../../model/types.js";
import { flag, list, optionalNumber, text } from "../../field.js";
import type { Point } from "../gestures.js";
import { planeOf } from "../plane.js";
import type { Edges, Limits, Movable, Side } from "./handles.js";
import type { Place } from "./spoken.js";
import { factorsOf, numberIn, pixelAt, valueAt } from "./places.js";
import { spoken } from "./spoken.js";

const RESIZES: Readonly<Record<string, readonly Side[]>> = {
  none: [],
  left: ["left"],
  right: ["right"],
  top: ["top"],
  bottom: ["bottom"],
  x: ["left", "right"],
  y: ["top", "bottom"],
  all: ["left", "right", "top", "bottom"],
};

function wayOf(side: Side): "x" | "y" {
  return side === "left" || side === "right" ? "x" : "y";
}

/** A box over the data that people can move. */
export class BoxMark implements Movable {
  readonly label: string;

  constructor(
    readonly model: Model,
    private readonly host: Place,
  ) {
    this.label = text(model, "name") || "the box";
  }

  get overlay(): Model {
    return this.model;
  }

  get edges(): Edges | undefined {
    const { frame } = this.host;
    if (frame === undefined || !flag(this.model, "visible", true)) return undefined;
    const left = this.#pixel("left") ?? 0;
    const right = this.#pixel("right") ?? frame.width;
    const top = this.#pixel("top") ?? 0;
    const bottom = this.#pixel("bottom") ?? frame.height;
    if (!Number.isFinite(left + right + top + bottom)) return undefined;
    return {
      left: Math.min(left, right),
      right: Math.max(left, right),
      top: Math.min(top, bottom),
      bottom: Math.max(top, bottom),
    };
  }

  get moves(): Movable["moves"] {
    const movable = text(this.model, "movable", "both");
    // What reaches from one side of the frame to the other has nowhere to go.
    const bound = (side: Side): boolean => this.model.get(side) !== null;
    return {
      x: (movable === "both" || movable === "x") && (bound("left") || bound("right")),
      y: (movable === "both" || movable === "y") && (bound("top") || bound("bottom")),
    };
  }

  get sides(): ReadonlySet<Side> {
    return new Set(RESIZES[text(this.model, "resizable", "all")] ?? []);
  }

  get symmetric(): boolean {
    return flag(this.model, "symmetric");
  }

  get marked(): boolean {
    return flag(this.model, "use_handles");
  }

  get limits(): Limits {
    const { width = 0, height = 0 } = this.host.frame ?? {};
    return {
      reach: {
        left: this.#pixel("left", "left_limit") ?? 0,
        right: this.#pixel("right", "right_limit") ?? width,
        top: this.#pixel("top", "top_limit") ?? 0,
        bottom: this.#pixel("bottom", "bottom_limit") ?? height,
      },
      least: { x: this.#length("x", "min_width", 0), y: this.#length("y", "min_height", 0) },
      most: {
        x: this.#length("x", "max_width", Infinity),
        y: this.#length("y", "max_height", Infinity),
      },
    };
  }

  move(edges: Edges): void {
    const before = this.edges;
    if (before === undefined) return;
    const values: Partial<Record<Side, unknown>> = {};
    for (const [low, high] of [
      ["left", "right"],
      ["top", "bottom"],
    ] as const) {
      // A box may be given the other way round.
      const turned = (this.#pixel(low) ?? -Infinity) > (this.#pixel(high) ?? Infinity);
      for (const side of [low, high]) {
        const seen = turned ? (side === low ? high : low) : side;
        if (edges[seen] !== before[seen]) values[side] = this.#value(side, edges[seen]);
      }
    }
    if (Object.keys(values).length > 0) this.model.setAll(values);
  }

  words(side?: Side): string {
    const say = (each: Side): string => {
      const value = numberIn(this.model, each, wayOf(each), this.host);
      if (value === undefined) return "the frame";
      const units = text(this.model, `${each}_units`, "data");
      return spoken(value, wayOf(each), this.host, units, this.model);
    };
    if (side !== undefined) return say(side);
    return `x ${say("left")} to ${say("right")}, y ${say("bottom")} to ${say("top")}`;
  }

  #pixel(side: Side, field: string = side): number | undefined {
    const { frame } = this.host;
    const value = numberIn(this.model, field, wayOf(side), this.host);
    if (frame === undefined || value === undefined) return undefined;
    return pixelAt(frame, this.model, wayOf(side), `${side}_units`, value);
  }

  #value(side: Side, pixel: number): number | undefined {
    const { frame } = this.host;
    if (frame === undefined) return undefined;
    return valueAt(frame, this.model, wayOf(side), `${side}_units`, pixel);
  }

  #length(way: "x" | "y", field: string, otherwise: number): number {
    const { frame } = this.host;
    const length = optionalNumber(this.model, field);
    if (length === undefined || length === 0 || frame === undefined) return otherwise;
    const side = way === "x" ? "left" : "bottom";
    if (text(this.model, `${side}_units`, "data") !== "data") return length;
    const scale = planeOf(frame, this.model)[way];
    const start = numberIn(this.model, side, way, this.host) ?? scale.low;
    return Math.abs(scale.toPixel(start + length) - scale.toPixel(start));
  }
}

/** An area over the data that people can move. */
export class PolyMark implements Movable {
  readonly label: string;
  readonly sides: ReadonlySet<Side> = new Set();
  readonly moves = { x: true, y: true };

  constructor(
    readonly model: Model,
    private readonly host: Place,
  ) {
    this.label = text(model, "name") || "the area";
  }

  get outline(): readonly Point[] {
    const { frame } = this.host;
    if (frame === undefined) return [];
    const [xs, ys] = [this.#corners("x"), this.#corners("y")];
    const points = xs.slice(0, ys.length).map((x, index) => ({
      x: pixelAt(frame, this.model, "x", "xs_units", x),
      y: pixelAt(frame, this.model, "y", "ys_units", ys[index] ?? NaN),
    }));
    return points.filter(({ x, y }) => Number.isFinite(x + y));
  }

  get edges(): Edges | undefined {
    const { outline } = this;
    if (outline.length < 3 || !flag(this.model, "visible", true)) return undefined;
    const xs = outline.map(({ x }) => x);
    const ys = outline.map(({ y }) => y);
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  }

  get limits(): Limits {
    const { width = 0, height = 0 } = this.host.frame ?? {};
    return {
      reach: { left: 0, right: width, top: 0, bottom: height },
      least: { x: 0, y: 0 },
      most: { x: Infinity, y: Infinity },
    };
  }

  move(edges: Edges): void {
    const before = this.edges;
    const { frame } = this.host;
    if (before === undefined || frame === undefined) return;
    const moved = (way: "x" | "y", by: number): readonly unknown[] => {
      // Factors stay what they are where nothing moves along them.
      if (by === 0) return list(this.model, `${way}s`);
      const units = `${way}s_units`;
      return this.#corners(way).map((value) => {
        const from = pixelAt(frame, this.model, way, units, value);
        return valueAt(frame, this.model, way, units, from + by);
      });
    };
    const xs = moved("x", edges.left - before.left);
    const ys = moved("y", edges.top - before.top);
    this.model.setAll({ xs, ys });
  }

  words(): string {
    return `${list(this.model, "xs").length} corners`;
  }

  /** Return where its corners are, also those that are factors. */
  #corners(way: "x" | "y"): number[] {
    const factors = factorsOf(this.model, way, this.host);
    return list(this.model, `${way}s`).map((at) =>
      typeof at === "number" ? at : (factors?.locate(at) ?? Number(at)),
    );
  }
}

/** Lines and words over the data that people can move. */
import type { Model } from "../../../model/types.js";
import { flag, text } from "../../field.js";
import type { Point } from "../gestures.js";
import { standingWords } from "../marks/standing_words.js";
import type { Frame } from "../painters/painter.js";
import { wordsIn } from "../words.js";
import type { Edges, Limits, Movable, Side } from "./handles.js";
import type { Place } from "./spoken.js";
import { numberIn, pixelAt, valueAt } from "./places.js";
import { spoken } from "./spoken.js";

/** How far beside a thin thing a pointer or a finger takes hold of it, in CSS pixels. */
function reach(): number {
  return window.matchMedia("(pointer: coarse)").matches ? 16 : 5;
}

function limitsOf(frame: Frame | undefined, beyond: number): Limits {
  const { width = 0, height = 0 } = frame ?? {};
  return {
    reach: { left: -beyond, right: width + beyond, top: -beyond, bottom: height + beyond },
    least: { x: 0, y: 0 },
    most: { x: Infinity, y: Infinity },
  };
}

/** Tell whether a part of the frame's length is in it: what is not shown cannot be taken hold of. */
function isWithin(from: number, to: number, length: number): boolean {
  // What was dragged to the very end is half a rounding error beyond it.
  return to >= -0.5 && from <= length + 0.5;
}

/** A line across the whole frame. */
export class SpanMark implements Movable {
  readonly label: string;
  readonly sides: ReadonlySet<Side> = new Set();

  constructor(
    readonly model: Model,
    private readonly host: Place,
  ) {
    this.label = text(model, "name") || "the line";
  }

  get overlay(): Model {
    return this.model;
  }

  get #way(): "x" | "y" {
    return text(this.model, "dimension") === "height" ? "x" : "y";
  }

  get moves(): Movable["moves"] {
    return { x: this.#way === "x", y: this.#way === "y" };
  }

  get edges(): Edges | undefined {
    const { frame } = this.host;
    const location = numberIn(this.model, "location", this.#way, this.host);
    if (frame === undefined || location === undefined) return undefined;
    if (!flag(this.model, "visible", true)) return undefined;
    const at = pixelAt(frame, this.model, this.#way, "location_units", location);
    const [low, high] = [at - reach(), at + reach()];
    const [width, height] = [frame.width, frame.height];
    if (!isWithin(at, at, this.#way === "x" ? width : height)) return undefined;
    return this.#way === "x"
      ? { left: low, right: high, top: 0, bottom: height }
      : { left: 0, right: width, top: low, bottom: high };
  }

  get limits(): Limits {
    return limitsOf(this.host.frame, reach());
  }

  move({ left, right, top, bottom }: Edges): void {
    const { frame } = this.host;
    if (frame === undefined) return;
    const at = this.#way === "x" ? (left + right) / 2 : (top + bottom) / 2;
    const location = valueAt(frame, this.model, this.#way, "location_units", at);
    if (Number.isFinite(location)) this.model.set("location", location);
  }

  words(): string {
    const { model } = this;
    const location = numberIn(model, "location", this.#way, this.host) ?? NaN;
    return spoken(location, this.#way, this.host, text(model, "location_units", "data"), model);
  }
}

/** Words at one place. */
export class LabelMark implements Movable {
  readonly sides: ReadonlySet<Side> = new Set();
  readonly moves = { x: true, y: true };

  constructor(
    readonly model: Model,
    private readonly host: Place,
  ) {}

  get label(): string {
    return text(this.model, "name") || `the label “${wordsIn(this.model, "text")}”`;
  }

  get overlay(): Model {
    return this.model;
  }

  get edges(): Edges | undefined {
    const { frame } = this.host;
    const box = standingWords.get(this.model);
    const at = this.#at;
    if (frame === undefined || box === undefined || at === undefined) return undefined;
    if (!flag(this.model, "visible", true)) return undefined;
    const [left, right] = [at.x + box.left, at.x + box.right];
    const [top, bottom] = [at.y + box.top, at.y + box.bottom];
    if (!isWithin(left, right, frame.width) || !isWithin(top, bottom, frame.height)) {
      return undefined;
    }
    // Small words are hard to take hold of.
    const more = reach() - 2;
    return { left: left - more, right: right + more, top: top - more, bottom: bottom + more };
  }

  get limits(): Limits {
    return limitsOf(this.host.frame, reach() - 2);
  }

  move(edges: Edges): void {
    const { frame } = this.host;
    const box = standingWords.get(this.model);
    if (frame === undefined || box === undefined) return;
    const more = reach() - 2;
    const to = {
      x: valueAt(frame, this.model, "x", "x_units", edges.left + more - box.left),
      y: valueAt(frame, this.model, "y", "y_units", edges.top + more - box.top),
    };
    if (Number.isFinite(to.x + to.y)) this.model.setAll(to);
  }

  words(): string {
    const { x = NaN, y = NaN } = this.#place ?? {};
    const say = (way: "x" | "y", value: number): string => {
      const units = text(this.model, `${way}_units`, "data");
      return `${way} ${spoken(value, way, this.host, units, this.model)}`;
    };
    return `${say("x", x)}, ${say("y", y)}`;
  }

  /** Where it stands, in CSS pixels from the upper left of the plotting area. */
  get #at(): Point | undefined {
    const { frame } = this.host;
    const place = this.#place;
    if (frame === undefined || place === undefined) return undefined;
    return {
      x: pixelAt(frame, this.model, "x", "x_units", place.x),
      y: pixelAt(frame, this.model, "y", "y_units", place.y),
    };
  }

  get #place(): Point | undefined {
    const x = numberIn(this.model, "x", "x", this.host);
    const y = numberIn(this.model, "y", "y", this.host);
    return x === undefined || y === undefined ? undefined : { x, y };
  }
}

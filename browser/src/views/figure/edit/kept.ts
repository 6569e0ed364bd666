import type { Model } from "../../../model/types.js";
import { flag, reference } from "../../field.js";
import type { Point } from "../gestures.js";
import type { Shape } from "../shape.js";
import { dimensionsOf } from "../tools/kinds.js";
import type { Edges, Limits, Movable, Side } from "./handles.js";
import { dressBox, dressPath } from "./overlay_look.js";
import type { Place } from "./spoken.js";
import { spoken } from "./spoken.js";

const SVG = "http://www.w3.org/2000/svg";

/** The area of a selection that stays: at its values, whatever the figure shows. */
export class Kept implements Movable {
  readonly label = "the selection";
  readonly symmetric = false;
  readonly #path: boolean;
  #xs: number[] = [];
  #ys: number[] = [];

  constructor(
    readonly tool: Model,
    shape: Shape,
    private readonly host: Place,
    /** Select what is in the area now. */
    private readonly select: (shape: Shape, done: boolean) => void,
    readonly remove: () => void,
  ) {
    this.#path = shape.kind === "path";
    this.#keep(shape.kind === "path" ? shape.points : [shape.from, shape.to]);
  }

  get overlay(): Model | undefined {
    return reference(this.tool, "overlay");
  }

  get shape(): Shape | undefined {
    const { frame } = this.host;
    if (frame === undefined) return undefined;
    const points = this.#xs.map((x, index) => ({
      x: frame.x.toPixel(x) - frame.left,
      y: frame.y.toPixel(this.#ys[index] ?? NaN) - frame.top,
    }));
    if (this.#path) return { kind: "path", points };
    const { x, y } = this.#free;
    const [from, to] = points;
    if (from === undefined || to === undefined) return undefined;
    return {
      kind: "box",
      from: { x: x ? from.x : 0, y: y ? from.y : 0 },
      to: { x: x ? to.x : frame.width, y: y ? to.y : frame.height },
    };
  }

  get outline(): readonly Point[] | undefined {
    return this.#path ? this.#points : undefined;
  }

  get edges(): Edges | undefined {
    const points = this.#points;
    if (points.length < 2) return undefined;
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    };
  }

  get moves(): Movable["moves"] {
    const editable = this.overlay === undefined || flag(this.overlay, "editable", true);
    const { x, y } = this.#free;
    return { x: editable && x, y: editable && y };
  }

  get sides(): ReadonlySet<Side> {
    const { x, y } = this.moves;
    if (this.#path) return new Set();
    const across: readonly Side[] = x ? ["left", "right"] : [];
    const along: readonly Side[] = y ? ["top", "bottom"] : [];
    return new Set([...across, ...along]);
  }

  get marked(): boolean {
    return this.overlay !== undefined && flag(this.overlay, "use_handles");
  }

  get limits(): Limits {
    const { width = 0, height = 0 } = this.host.frame ?? {};
    return {
      reach: { left: 0, right: width, top: 0, bottom: height },
      least: { x: 0, y: 0 },
      most: { x: Infinity, y: Infinity },
    };
  }

  move(edges: Edges, done: boolean): void {
    const before = this.edges;
    if (before === undefined) return;
    if (this.#path) {
      const [dx, dy] = [edges.left - before.left, edges.top - before.top];
      this.#keep(this.#points.map(({ x, y }) => ({ x: x + dx, y: y + dy })));
    } else {
      this.#keep([
        { x: edges.left, y: edges.top },
        { x: edges.right, y: edges.bottom },
      ]);
    }
    const { shape } = this;
    if (shape !== undefined) this.select(shape, done);
  }

  words(side?: Side): string {
    const { frame } = this.host;
    const { edges } = this;
    if (side === undefined || frame === undefined || edges === undefined) {
      return this.#path ? `${this.#xs.length} corners` : "a box";
    }
    const across = side === "left" || side === "right";
    const value = across
      ? frame.x.toValue(edges[side] + frame.left)
      : frame.y.toValue(edges[side] + frame.top);
    return spoken(value, across ? "x" : "y", this.host);
  }

  dress(look: HTMLElement): void {
    if (!this.#path) {
      dressBox(look, this.overlay);
      return;
    }
    let polygon = look.querySelector("polygon");
    if (polygon === null) {
      const svg = document.createElementNS(SVG, "svg");
      svg.setAttribute("class", "lasso");
      polygon = document.createElementNS(SVG, "polygon");
      svg.append(polygon);
      look.append(svg);
    }
    const { left = 0, top = 0 } = this.edges ?? {};
    const corners = this.#points.map(({ x, y }) => `${x - left},${y - top}`);
    polygon.setAttribute("points", corners.join(" "));
    dressPath(polygon, this.overlay);
  }

  get #free(): { readonly x: boolean; readonly y: boolean } {
    return this.#path ? { x: true, y: true } : dimensionsOf(this.tool);
  }

  get #points(): readonly Point[] {
    const { shape } = this;
    if (shape === undefined) return [];
    return shape.kind === "path" ? shape.points : [shape.from, shape.to];
  }

  #keep(points: readonly Point[]): void {
    const { frame } = this.host;
    if (frame === undefined) return;
    this.#xs = points.map(({ x }) => frame.x.toValue(x + frame.left));
    this.#ys = points.map(({ y }) => frame.y.toValue(y + frame.top));
  }
}

import type { Model, ModelChange } from "../../../model/types.js";
import { text } from "../../field.js";
import type { Keys, Point } from "../gestures.js";
import { Corners } from "./corners.js";
import type { Desk } from "./desk.js";
import { Pencil } from "./pencil.js";
import type { Fields, Place, RowsOf } from "./rows.js";

/** How far beside a line a tap still means it, in pixels. */
const REACH = 8;

/** Moves the points of lines. */
export class LinePencil extends Pencil {
  readonly #corners: Corners;
  #shown: RowsOf | undefined;
  #grip: { readonly from: Place; readonly move: ReturnType<RowsOf["grip"]> } | undefined;

  constructor(tool: Model, desk: Desk) {
    super(tool, desk);
    this.#corners = new Corners(tool, "intersection_renderer", desk);
  }

  override *sources(): Iterable<Model> {
    yield* super.sources();
    if (this.#corners.source !== undefined) yield this.#corners.source;
  }

  override tap(at: Point, keys: Keys, double: boolean): void {
    const { rows } = this.#corners;
    if (double) this.press(at);
    else if (rows !== undefined && this.#shown !== undefined) this.select([rows], at, keys);
  }

  override press(at: Point): void {
    this.#shown = this.renderers.find((rows) => isNear(rows, at));
    if (this.#shown === undefined) this.#corners.hide();
    else this.#show();
  }

  override drag(path: readonly Point[], done: boolean): void {
    const [first] = path;
    const last = path.at(-1);
    const shown = this.#shown;
    if (first === undefined || last === undefined || shown === undefined) return;
    if (path.length <= 2 && this.#grip === undefined) {
      const hit = this.#corners.hit(first);
      const from = shown.place(first);
      const selected = this.#corners.rows?.selected ?? [];
      const held = [...new Set(hit === undefined ? selected : [...selected, hit])];
      if (held.length > 0 && from !== undefined) {
        this.#grip = { from, move: shown.grip(held, this.fieldsOf()) };
      }
    }
    const to = shown.place(last);
    if (this.#grip === undefined || to === undefined) return;
    shown.patch(this.#grip.move(this.#grip.from, to), done);
    if (done) {
      this.#grip = undefined;
      this.#corners.rows?.select([]);
    }
    this.#show();
  }

  override cursor(at: Point): string {
    if (this.#shown === undefined || this.#corners.hit(at) === undefined) return "default";
    const { x, y } = this.fieldsOf();
    return x.length === 0 ? "ns-resize" : y.length === 0 ? "ew-resize" : "move";
  }

  override cancel(): boolean {
    const dragging = this.#grip !== undefined;
    this.#grip = undefined;
    this.#shown?.forget();
    if (dragging) this.#show();
    return dragging;
  }

  /** A line is one shape: its points are not deleted. */
  override remove(): boolean {
    return false;
  }

  override nudge(dx: number, dy: number): boolean {
    const selected = this.#corners.rows?.selected ?? [];
    const shown = this.#shown;
    const [from, to] = [shown?.place({ x: 0, y: 0 }), shown?.place({ x: dx, y: dy })];
    if (shown === undefined || selected.length === 0) return false;
    if (from === undefined || to === undefined) return false;
    shown.patch(shown.grip(selected, this.fieldsOf())(from, to), true);
    this.#show();
    return true;
  }

  override changed(source: Model, change: ModelChange): void {
    super.changed(source, change);
    if (source === this.#shown?.source) this.#show();
  }

  override leave(): void {
    super.leave();
    this.#shown = undefined;
    this.#corners.hide();
  }

  protected override fieldsOf(): Fields {
    const dimensions = text(this.tool, "dimensions", "both");
    return {
      x: dimensions === "height" ? [] : ["x"],
      y: dimensions === "width" ? [] : ["y"],
    };
  }

  #show(): void {
    const shown = this.#shown;
    if (shown === undefined) return;
    const numbers = (field: "x" | "y"): number[] => {
      const name = shown.columnOf(field);
      const column = name === undefined ? [] : (shown.columns[name] ?? []);
      const factors = shown.factors(field);
      return Array.from(column as ArrayLike<unknown>, (cell) =>
        factors === undefined ? Number(cell) : factors.locate(cell),
      );
    };
    this.#corners.show(numbers("x"), numbers("y"));
  }
}

/** Tell whether a place is on a line, or near it. */
function isNear(rows: RowsOf, at: Point): boolean {
  const x = rows.layer?.reader?.positions("x", "x");
  const y = rows.layer?.reader?.positions("y", "y");
  if (x === undefined || y === undefined) return false;
  let last: Point | undefined;
  for (let row = 0; row < Math.min(x.length, y.length); row += 1) {
    const next = rows.point({ x: x[row] ?? NaN, y: y[row] ?? NaN });
    if (last !== undefined && next !== undefined && distance(at, last, next) <= REACH) return true;
    last = next;
  }
  return false;
}

function distance(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((at.x - from.x) * dx + (at.y - from.y) * dy) / length;
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}

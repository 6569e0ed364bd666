import { text } from "../../field.js";
import type { Keys, Point } from "../gestures.js";
import { Pencil } from "./pencil.js";
import type { Direction, Fields, RowsOf } from "./rows.js";

/** What the fields of a glyph say about one direction of its boxes. */
type Part = "low" | "high" | "middle" | "size";
type Parts = Readonly<Partial<Record<Part, string>>>;

const BOXES: Readonly<Record<string, Readonly<Partial<Record<Direction, Parts>>> | undefined>> = {
  Block: { x: { low: "x", size: "width" }, y: { low: "y", size: "height" } },
  HBar: { x: { low: "left", high: "right" }, y: { middle: "y", size: "height" } },
  HStrip: { y: { low: "y0", high: "y1" } },
  Quad: { x: { low: "left", high: "right" }, y: { low: "bottom", high: "top" } },
  Rect: { x: { middle: "x", size: "width" }, y: { middle: "y", size: "height" } },
  VBar: { x: { middle: "x", size: "width" }, y: { low: "bottom", high: "top" } },
  VStrip: { x: { low: "x0", high: "x1" } },
};

/** Draws, moves and deletes boxes. */
export class BoxPencil extends Pencil {
  /** Where a box that is being drawn began. */
  #corner: Point | undefined;

  override tap(at: Point, keys: Keys, double: boolean): void {
    if (this.#corner !== undefined) {
      if (apart(this.#corner, at)) this.#draw(at, true);
    } else if (double && this.hit(this.renderers, at) === undefined) this.#corner = at;
    else super.tap(at, keys, double);
  }

  override press(at: Point): void {
    if (this.#corner === undefined) this.#corner = at;
    else this.#draw(at, true);
  }

  override drag(path: readonly Point[], done: boolean, keys: Keys): void {
    const [first] = path;
    const last = path.at(-1);
    if (path.length <= 2 && keys.shiftKey) this.#corner ??= first;
    if (this.#corner === undefined) super.drag(path, done, keys);
    else if (last !== undefined) this.#draw(last, done);
  }

  override hover(at: Point | undefined): void {
    if (this.#corner !== undefined && at !== undefined) this.#draw(at, false);
  }

  override cursor(at: Point): string {
    return this.#corner === undefined ? super.cursor(at) : "crosshair";
  }

  override cancel(): boolean {
    const drawing = this.#corner !== undefined;
    this.#corner = undefined;
    if (drawing) this.renderers[0]?.forget();
    return super.cancel() || drawing;
  }

  protected override fieldsOf({ glyph }: RowsOf): Fields {
    const parts = BOXES[glyph?.type ?? ""] ?? {};
    const moved = ({ low, high, middle }: Parts = {}): string[] =>
      [low, high, middle].filter((field) => field !== undefined);
    return { x: moved(parts.x), y: moved(parts.y) };
  }

  /** Draw the box from where it began to a place. */
  #draw(to: Point, done: boolean): void {
    const corner = this.#corner;
    const [rows] = this.renderers;
    const { frame } = this.desk.host;
    if (done) this.#corner = undefined;
    if (rows === undefined || corner === undefined || frame === undefined) return;
    const wanted = text(this.tool, "dimensions", "both");
    const [across, along] = [wanted !== "height", wanted !== "width"];
    const first = rows.place({ x: across ? corner.x : 0, y: along ? corner.y : frame.height });
    const last = rows.place({ x: across ? to.x : frame.width, y: along ? to.y : 0 });
    const parts = BOXES[rows.glyph?.type ?? ""];
    if (first === undefined || last === undefined || parts === undefined) return;
    const cells: Record<string, unknown> = {};
    for (const direction of ["x", "y"] as const) {
      const [one, two] = [first[direction], last[direction]];
      const [low, high] = [Math.min(one, two), Math.max(one, two)];
      const values = { low, high, middle: (low + high) / 2, size: high - low };
      for (const [part, field] of Object.entries(parts[direction] ?? {})) {
        const name = rows.columnOf(field);
        if (name === undefined) continue;
        const value = values[part as Part];
        cells[name] = part === "size" ? value : rows.cell(name, direction, value);
      }
    }
    rows.add(this.tool, cells, done);
  }
}

/** Tell whether two places are far enough from each other to be corners of a box. */
function apart(first: Point, second: Point): boolean {
  return Math.hypot(first.x - second.x, first.y - second.y) > 4;
}

import type { Model } from "../../../model/types.js";
import { reference } from "../../field.js";
import type { Point } from "../gestures.js";
import type { Desk } from "./desk.js";
import type { Place } from "./rows.js";
import { RowsOf } from "./rows.js";

/**
 * The corners of what is edited, drawn by a renderer of the author's.
 *
 * They are seen by whoever edits, and nobody else: only what they are corners of is told.
 */
export class Corners {
  readonly rows: RowsOf | undefined;

  constructor(
    private readonly tool: Model,
    field: string,
    private readonly desk: Desk,
  ) {
    const renderer = reference(tool, field);
    this.rows = renderer === undefined ? undefined : new RowsOf(renderer, desk);
  }

  get source(): Model | undefined {
    return this.rows?.source;
  }

  show(xs: readonly number[], ys: readonly number[]): void {
    const { rows, source } = this;
    if (rows === undefined || source === undefined) return;
    const [x, y] = [rows.columnOf("x"), rows.columnOf("y")];
    const rest = Object.entries(rows.filled(this.tool, {})).map(([name, cell]) => [
      name,
      xs.map(() => cell),
    ]);
    const columns: Record<string, unknown> = Object.fromEntries(rest) as Record<string, unknown>;
    if (x !== undefined) columns[x] = [...xs];
    if (y !== undefined) columns[y] = [...ys];
    this.desk.show(source, { kind: "columns_changed", field: "data", columns });
  }

  hide(): void {
    this.rows?.select([]);
    this.rows?.forget();
  }

  /** Return the number of the corner at a place. */
  hit(at: Point): number | undefined {
    return this.rows?.hit(at);
  }

  /** Return where the corner at a place is, or the place itself. */
  snapped(at: Point, place: Place): Place {
    const { rows } = this;
    const hit = rows?.hit(at);
    if (rows === undefined || hit === undefined) return place;
    const [x, y] = [rows.columnOf("x"), rows.columnOf("y")].map((name) =>
      name === undefined ? NaN : Number(rows.columns[name]?.[hit]),
    );
    return Number.isFinite(Number(x) + Number(y)) ? { x: Number(x), y: Number(y) } : place;
  }
}

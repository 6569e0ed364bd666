import type { Keys, Point } from "../gestures.js";
import { flag } from "../../field.js";
import { Pencil } from "./pencil.js";

/** Adds, moves and deletes points. */
export class PointPencil extends Pencil {
  override tap(at: Point, keys: Keys): void {
    const { renderers } = this;
    const hit = this.select(renderers, at, keys);
    const [first] = renderers;
    const place = first?.place(at);
    if (hit || first === undefined || place === undefined || !flag(this.tool, "add", true)) return;
    const cells: Record<string, unknown> = {};
    for (const direction of ["x", "y"] as const) {
      const name = first.columnOf(direction);
      if (name !== undefined) cells[name] = first.cell(name, direction, place[direction]);
    }
    first.add(this.tool, cells);
  }
}

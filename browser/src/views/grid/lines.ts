/** What begins or ends at the same line of a grid. */
import type { InLine } from "../figure/aligned.js";
import type { Side } from "../figure/label_row.js";

/** Return what tells of a cell what stands in all cells that begin or end where it does. */
export function linesOf(this: HTMLElement, side: Side): InLine {
  const lines = new Map<number, Element[]>();
  for (const cell of this.children) {
    const at = edgeOf(cell as HTMLElement, side);
    const line = lines.get(at) ?? [];
    line.push(...cell.children);
    lines.set(at, line);
  }
  return (cell) => lines.get(edgeOf(cell, side)) ?? [];
}

/** Return the number of the line of a grid at which a cell begins or ends. */
function edgeOf({ style }: HTMLElement, side: Side): number {
  const [start, end] =
    side === "left" || side === "right"
      ? [style.gridColumnStart, style.gridColumnEnd]
      : [style.gridRowStart, style.gridRowEnd];
  const far = side === "below" || side === "right";
  return Number(start) + (far ? Number(end.replace("span ", "")) : 0);
}

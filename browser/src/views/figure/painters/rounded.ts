/** Rectangles, perhaps with round corners. */
import type { Box } from "./painter.js";

export type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** What rectangles are added to. */
type Path = Pick<CanvasRenderingContext2D, "rect" | "roundRect">;

/** Read the radii of corners: of all, or of each from the upper left on; nothing where there are corners. */
export function readRadii(value: unknown): number | number[] | undefined {
  if (typeof value === "number") return value > 0 ? value : undefined;
  if (!Array.isArray(value)) return undefined;
  const radii = value.map(Number).map((radius) => (radius > 0 ? radius : 0));
  return radii.some((radius) => radius > 0) ? radii : undefined;
}

/** So far from the frame a side is drawn that is at infinity: what draws takes no such numbers. */
const FAR = 1e6;

/** Return where a box is, or nothing if one of its sides is not known. */
export function placed({ left, right, top, bottom }: Box): Rectangle | undefined {
  const x = Math.max(-FAR, Math.min(left, right, FAR));
  const y = Math.max(-FAR, Math.min(top, bottom, FAR));
  const width = Math.min(FAR, Math.max(left, right, -FAR)) - x;
  const height = Math.min(FAR, Math.max(top, bottom, -FAR)) - y;
  return width + height >= 0 ? [x, y, width, height] : undefined;
}

/** Add a rectangle to a path; its sides may be negative. */
export function addBox(
  path: Path,
  x: number,
  y: number,
  width: number,
  height: number,
  radii: number | number[] | undefined,
): void {
  if (radii === undefined) path.rect(x, y, width, height);
  else {
    // Upper and lower are meant on the screen, whichever side was named first.
    const [left, top] = [Math.min(x, x + width), Math.min(y, y + height)];
    path.roundRect(left, top, Math.abs(width), Math.abs(height), radii);
  }
}

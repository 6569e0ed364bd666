/** A place to draw on of which tests know every pixel. */
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { LinearScale } from "../../src/views/figure/scale.js";

/** A frame of 100 by 100 pixels on which a unit is a pixel, and how often somebody asked for a place. */
export function paper(): { frame: Frame; asked: () => number } {
  let count = 0;
  class Counting extends LinearScale {
    override toPixel(value: number): number {
      count += 1;
      return super.toPixel(value);
    }
  }
  const scale = new Counting({ start: 0, end: 100 }, 0, 100);
  const size = { left: 0, top: 0, width: 100, height: 100, ratio: 1 };
  const others = { x: new Map(), y: new Map() };
  const frame = { ...size, x: scale, y: scale, others } as unknown as Frame;
  return { frame, asked: () => count };
}

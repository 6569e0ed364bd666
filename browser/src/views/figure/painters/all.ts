import { hbarPainter, vbarPainter } from "./bar.js";
import { linePainter } from "./line.js";
import type { Painter } from "./painter.js";
import { scatterPainter } from "./scatter.js";

/** Who draws which type of glyph; chunks of their own bring more. */
export const PAINTERS: Record<string, Painter | undefined> = {
  Line: linePainter,
  Scatter: scatterPainter,
  VBar: vbarPainter,
  HBar: hbarPainter,
};

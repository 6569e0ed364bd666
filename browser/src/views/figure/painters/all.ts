import { hbarPainter, vbarPainter } from "./bar.js";
import { circlePainter } from "./circle.js";
import { linePainter } from "./line.js";
import type { Painter } from "./painter.js";
import { scatterPainter } from "./scatter.js";
import { textPainter } from "./text.js";

/** Who draws which type of glyph; chunks of their own bring more. */
export const PAINTERS: Record<string, Painter | undefined> = {
  Line: linePainter,
  Scatter: scatterPainter,
  Circle: circlePainter,
  Text: textPainter,
  VBar: vbarPainter,
  HBar: hbarPainter,
};

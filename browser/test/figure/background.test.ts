import { describe, expect, it } from "vitest";
import { paintBackground } from "../../src/views/figure/background.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { MemoryModel } from "../memory_model.js";

/** Return the colours that the plotting area of a figure is filled with, the undermost first. */
function fills(fields: Readonly<Record<string, unknown>>): string[] {
  const found: string[] = [];
  const context = { fillStyle: "", globalAlpha: 1, fillRect: () => found.push(context.fillStyle) };
  const palette = { surface: "paper", line: "grey" };
  const size = { left: 0, top: 0, width: 100, height: 100, ratio: 1 };
  const frame = { context, palette, ...size } as unknown as Frame;
  const figure = new MemoryModel("Figure", { outline_line_color: null, ...fields });
  paintBackground(figure, frame, undefined);
  return found;
}

describe("what lies behind the plotting area", () => {
  it("is the page's own colour, and the author's over it", () => {
    expect(fills({})).toEqual(["paper"]);
    expect(fills({ background_fill_color: "red" })).toEqual(["red"]);
  });

  it("is not what lies around it", () => {
    const clear = { background_fill_color: null };
    expect(fills({ ...clear, border_fill_color: "blue" })).toEqual(["paper"]);
    expect(fills({ ...clear, border_fill_color: "blue", border_fill_alpha: 0.5 })).toEqual([
      "paper",
    ]);
  });

  it.each([
    { border_fill_color: null },
    { border_fill_color: "transparent" },
    { border_fill_color: "blue", border_fill_alpha: 0 },
    { border_fill_alpha: 0.5 },
  ])("is nothing where both are to be seen through: %o", (border) => {
    expect(fills({ background_fill_color: null, ...border })).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { ColumnFacts } from "../../src/views/figure/column.js";
import { vbarPainter } from "../../src/views/figure/painters/bar.js";
import { placed } from "../../src/views/figure/painters/rounded.js";
import { GlyphReader } from "../../src/views/figure/spec.js";
import { MemoryModel } from "../memory_model.js";
import { paper } from "./paper.js";

describe("a box without an end", () => {
  it("is drawn as far as anybody can see", () => {
    const filled: number[][] = [];
    const context = new Proxy(
      { fillRect: (...box: number[]) => filled.push(box) },
      {
        get: (own, name) => (name === "fillRect" ? own.fillRect : (): void => undefined),
        set: () => true,
      },
    );
    const columns = { x: [10, 20, 30], top: [Infinity, 40, NaN], bottom: [0, -Infinity, 0] };
    const named = (field: string): { field: string } => ({ field });
    const glyph = new MemoryModel("Any", {
      x: named("x"),
      top: named("top"),
      bottom: named("bottom"),
      width: { value: 4 },
      fill_color: { value: "red" },
      fill_alpha: { value: 1 },
    });
    const reader = new GlyphReader(glyph, columns, new ColumnFacts(), {});
    vbarPainter.paint({ ...paper().frame, context } as never, reader);
    expect(filled).toEqual([
      [8, 0, 4, 1e6],
      [18, -1e6, 4, 1e6 + 40],
    ]);
  });

  it("may be endless everywhere, but not unknown", () => {
    const all = { left: -Infinity, right: Infinity, top: Infinity, bottom: -Infinity };
    expect(placed(all)).toEqual([-1e6, -1e6, 2e6, 2e6]);
    expect(placed({ ...all, top: NaN })).toBeUndefined();
  });
});

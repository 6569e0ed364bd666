import { expect, it, vi } from "vitest";
import { ColumnFacts } from "../../src/views/figure/column.js";
import { markersOf } from "../../src/views/figure/painters/defined.js";
import { GlyphReader } from "../../src/views/figure/spec.js";
import { MemoryModel } from "../memory_model.js";

class Counted extends MemoryModel {
  reads = 0;

  override get(field: string): unknown {
    if (field === "code") this.reads += 1;
    return super.get(field);
  }
}

it("Markers of code are looked up once for all rows, and each is drawn", () => {
  const drawn: number[] = [];
  const code = new Counted("CustomJS", { code: "args.note(cb_data.i)", args: {} });
  code.set("args", { args: { note: (row: number) => drawn.push(row) } });
  const fields = { defs: { "@tick": code } };
  const glyph = new GlyphReader(new MemoryModel("Scatter", fields), {}, new ColumnFacts(), {});
  const draw = markersOf(glyph);
  const context = { beginPath: () => undefined } as unknown as CanvasRenderingContext2D;
  vi.stubGlobal("Path2D", Map);
  for (let row = 0; row < 50; row += 1) draw(context, "@tick", row, 4);
  draw(context, "@other", 50, 4);
  expect(drawn).toHaveLength(50);
  vi.unstubAllGlobals();
  expect(code.reads).toBe(1);
});

import { beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/views/figure/marks.js";
import "../../src/views/figure/shapes.js";
import { MemoryModel } from "../memory_model.js";
import { drawn } from "./noting.js";
import { layerOf } from "./layer_of.js";

beforeEach(() => {
  vi.stubGlobal("CSS", { supports: () => true });
});

const HEAD = { size: 10, fill_color: "red", line_color: null };
const decorations = [
  new MemoryModel("Decoration", { node: "end", marking: new MemoryModel("NormalHead", HEAD) }),
];

describe("what is decorated", () => {
  it("has heads where its lines end", () => {
    const where = { x0: [10], y0: [20], x1: [40], y1: [20] };
    const looks = { line_color: "blue", decorations };
    const plain = drawn(layerOf("Segment", where, { line_color: "blue" }));
    expect(drawn(layerOf("Segment", where, looks))).toMatch(`${plain} `);
    expect(drawn(layerOf("Segment", where, looks))).toMatch(/fill red$/);
  });

  it("is drawn as it is if it strokes no lines", () => {
    const words = { x: [10], y: [20], text: ["words"] };
    const looks = { text_color: "red" };
    const plain = drawn(layerOf("Text", words, looks));
    expect(plain).toContain('"words"');
    expect(drawn(layerOf("Text", words, { ...looks, decorations }))).toBe(plain);
  });
});

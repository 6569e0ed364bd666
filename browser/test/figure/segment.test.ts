import { describe, expect, it } from "vitest";
import { onLines } from "../../src/views/figure/hover/segment.js";
import "../../src/views/figure/shapes.js";
import { MemoryModel } from "../memory_model.js";
import { layerOf } from "./layer_of.js";
import { paper } from "./paper.js";

describe("a tooltip on one of several lines", () => {
  const layer = layerOf("MultiLine", {
    xs: [
      [0, 0],
      [10, 50, 90],
    ],
    ys: [
      [0, 90],
      [10, 10, 10],
    ],
  });
  const told = (x: number, fields: Readonly<Record<string, unknown>>): unknown => {
    const hit = { index: 1, px: x, py: 12, distance: 2 };
    const { px, py, stretch } = onLines(
      new MemoryModel("HoverTool", fields),
      layer,
      paper().frame,
      hit,
    );
    return [stretch, px, py];
  };

  it.each([
    ["nearest", 55, [1, 50, 10]],
    ["nearest", 80, [2, 90, 10]],
    ["prev", 80, [1, 50, 10]],
    ["next", 55, [2, 90, 10]],
    ["interp", 80, [1, 80, 10]],
    ["none", 80, [1, 80, 12]],
  ])("stands at the point that %s means", (line_policy, x, expected) => {
    expect(told(x, { line_policy, point_policy: "snap_to_data" })).toEqual(expected);
  });

  it("follows the pointer where it is to, and knows the point", () => {
    expect(told(80, { line_policy: "next", point_policy: "follow_mouse" })).toEqual([2, 80, 12]);
  });
});

import { expect, it } from "vitest";
import { nodeAt } from "../../src/views/figure/marks/named.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";

const frame = {
  ...{ left: 0, top: 0, width: 100, height: 100, ratio: 1 },
  x: new LinearScale({ start: 0, end: 10 }, 0, 100),
  y: new LinearScale({ start: 0, end: 10 }, 100, 0),
  context: { canvas: { width: 100, height: 100 } },
} as unknown as Frame;

function node(target: unknown, symbol: string, offset = 0): MemoryModel {
  return new MemoryModel("Node", { target, symbol, offset });
}

it("reads only the sides of a box that a place is at", () => {
  const read: string[] = [];
  class Box extends MemoryModel {
    override get(field: string): unknown {
      read.push(field);
      return super.get(field);
    }
  }
  const box = new Box("BoxAnnotation", { left: 2, right: 6, top: 8, bottom: 1 });
  expect(nodeAt(frame, node(box, "right", 3), "x")).toBe(63);
  expect(new Set(read)).toEqual(new Set(["right", "right_units"]));
  expect(nodeAt(frame, node(box, "center"), "x")).toBe(40);
  expect(nodeAt(frame, node(box, "height"), "y")).toBe(70);
});

it("finds no place where boxes stand at each other", () => {
  const [first, second] = [1, 2].map(() => new MemoryModel("BoxAnnotation")) as [
    MemoryModel,
    MemoryModel,
  ];
  for (const side of ["left", "right", "top", "bottom"]) {
    first.set(side, node(second, "center"));
    second.set(side, node(first, "center"));
  }
  expect(nodeAt(frame, node(first, "center"), "x")).toBeNaN();
});

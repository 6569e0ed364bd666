import { describe, expect, it } from "vitest";
import type { Hand } from "../../src/views/figure/tools/hand.js";
import { KINDS } from "../../src/views/figure/tools/kinds.js";
import "../../src/views/figure/tools/everyday.js";
import "../../src/views/figure/tools/stepping.js";
import { MemoryModel } from "../memory_model.js";

/** Return what a tool does to a figure of 100 by 100 pixels: how far it pans, or by how much it zooms. */
function done(type: string, fields: Readonly<Record<string, unknown>>, wheel?: number): unknown[] {
  const all: unknown[] = [];
  const scene = {
    pan: (_: unknown, x: number, y: number) => all.push([x, y]),
    zoom: (_: unknown, { x, y }: { readonly x: number; readonly y: number }) => all.push([x, y]),
    rangesFor: () => undefined,
  };
  const frame = { left: 0, top: 0, width: 100, height: 100 };
  const hand = {
    move: (act: (...of: unknown[]) => void) => {
      act(scene, frame);
    },
  };
  const tool = new MemoryModel(type, fields);
  const kind = KINDS[type];
  const at = { x: 50, y: 50 };
  if (wheel === undefined) kind?.act?.(tool, hand as unknown as Hand);
  else kind?.wheel?.(tool, hand as unknown as Hand, wheel, at);
  return all;
}

it("Ranges are zoomed as far as each can be, or together", () => {
  const together = (fields: Readonly<Record<string, unknown>>): unknown => {
    let said: unknown;
    const scene = {
      zoom: (...[, , , options]: unknown[]) => (said = options),
      rangesFor: () => undefined,
    };
    const frame = { left: 0, top: 0, width: 100, height: 100 };
    const hand = {
      move: (act: (...of: unknown[]) => void) => {
        act(scene, frame);
      },
    };
    const tool = new MemoryModel("WheelZoomTool", fields);
    KINDS["WheelZoomTool"]?.wheel?.(tool, hand as unknown as Hand, 60, { x: 50, y: 50 });
    return (said as { readonly together: boolean }).together;
  };
  expect([together({}), together({ maintain_focus: false })]).toEqual([true, false]);
});

describe("a tool", () => {
  it.each([
    ["WheelZoomTool", { dimensions: "both" }, 60, [0.9, 0.9]],
    ["WheelZoomTool", { dimensions: "width" }, 60, [0.9, 1]],
    ["WheelZoomTool", { dimensions: "height" }, -60, [1, 1.1]],
    ["WheelPanTool", { dimension: "width" }, 100, [10, NaN]],
    ["WheelPanTool", { dimension: "height" }, 100, [NaN, 10]],
    ["ZoomInTool", { dimensions: "width", factor: 0.2 }, undefined, [0.8, 1]],
    ["ZoomOutTool", { dimensions: "height", factor: 0.2 }, undefined, [1, 1.25]],
    ["ClickPanTool", { direction: "left", factor: 0.1 }, undefined, [10, NaN]],
    ["ClickPanTool", { direction: "right", factor: 0.1 }, undefined, [-10, NaN]],
    ["ClickPanTool", { direction: "up", factor: 0.1 }, undefined, [NaN, 10]],
    ["ClickPanTool", { direction: "down", factor: 0.2 }, undefined, [NaN, -20]],
  ])("works in its directions: %s %j", (type, fields, wheel, expected) => {
    expect(done(type, fields, wheel)).toEqual([expected]);
  });
});

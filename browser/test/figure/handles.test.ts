import { describe, expect, it } from "vitest";
import { moved } from "../../src/views/figure/edit/handles.js";
import type { Limits } from "../../src/views/figure/edit/handles.js";

const limits: Limits = {
  reach: { left: 0, right: 100, top: 0, bottom: 100 },
  least: { x: 10, y: 10 },
  most: { x: 60, y: 60 },
};
const free = { moves: { x: true, y: true }, limits };
const box = { left: 20, right: 50, top: 30, bottom: 60 };

describe("a box that is moved", () => {
  it("goes as far as the pointer, and no further than it may", () => {
    expect(moved(free, box, [], 10, -5)).toEqual({ left: 30, right: 60, top: 25, bottom: 55 });
    expect(moved(free, box, [], 90, 90)).toEqual({ left: 70, right: 100, top: 70, bottom: 100 });
  });

  it("stays where it has nowhere to go", () => {
    const across = { moves: { x: true, y: false }, limits };
    expect(moved(across, box, [], 5, 20)).toEqual({ ...box, left: 25, right: 55 });
  });

  it("may come back if it reaches beyond the frame already", () => {
    const out = { left: -30, right: 20, top: 30, bottom: 60 };
    expect(moved(free, out, [], -10, 0)).toEqual(out);
    expect(moved(free, out, [], 10, 0)).toMatchObject({ left: -20, right: 30 });
  });
});

describe("a side that is moved", () => {
  it("leaves the others", () => {
    expect(moved(free, box, ["left"], -10, 3)).toEqual({ ...box, left: 10 });
    expect(moved(free, box, ["right", "bottom"], 5, 5)).toEqual({ ...box, right: 55, bottom: 65 });
  });

  it("keeps the least and the greatest length", () => {
    expect(moved(free, box, ["right"], -90, 0)).toEqual({ ...box, right: 30 });
    expect(moved(free, box, ["right"], 45, 0)).toEqual({ ...box, right: 80 });
  });

  it("is taken over the opposite one by a drag, if there is no least length", () => {
    const loose = { ...free, limits: { ...limits, least: { x: 0, y: 0 } } };
    const over = { ...box, left: 5, right: 20 };
    expect(moved(loose, box, ["right"], -45, 0, true)).toEqual(over);
    expect(moved(loose, box, ["left"], 70, 0, true)).toEqual({ ...box, left: 50, right: 90 });
    expect(moved(loose, box, ["left"], 900, 0, true)).toEqual({ ...box, left: 50, right: 100 });
    expect(moved(loose, box, ["top"], 0, 40, true)).toEqual({ ...box, top: 60, bottom: 70 });
    expect(moved(free, box, ["right"], -45, 0, true)).toEqual({ ...box, right: 30 });
    // Keys that move a side have it beside them all the time.
    expect(moved(loose, box, ["right"], -45, 0)).toEqual({ ...box, right: 20 });
    const even = { ...loose, symmetric: true };
    expect(moved(even, box, ["right"], -40, 0, true)).toEqual({ ...box, left: 10, right: 60 });
  });

  it("takes the opposite one along where the middle is to stay", () => {
    const even = { ...free, symmetric: true };
    expect(moved(even, box, ["right"], 5, 0)).toEqual({ ...box, left: 15, right: 55 });
    // The left side comes to the frame first.
    expect(moved(even, { ...box, left: 5, right: 35 }, ["right"], 30, 0)).toMatchObject({
      left: 0,
      right: 40,
    });
  });
});

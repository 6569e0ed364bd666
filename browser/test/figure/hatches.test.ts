import { beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/views/figure/shapes.js";
import { drawn, noting } from "./noting.js";
import { layerOf } from "./layer_of.js";

/** A canvas that becomes a pattern which says what is drawn on it. */
class Tile {
  readonly #noting = noting();

  getContext(): CanvasRenderingContext2D {
    return Object.assign(this.#noting.context, { canvas: this });
  }

  setTransform(): void {
    // It has the size that it is drawn in.
  }

  toString(): string {
    return this.#noting.noted.join(" ");
  }
}

beforeEach(() => {
  vi.stubGlobal("CSS", { supports: () => true });
  vi.stubGlobal("window", { devicePixelRatio: 1 });
  vi.stubGlobal("OffscreenCanvas", Tile);
  vi.stubGlobal(
    "DOMMatrix",
    class {
      scale(): this {
        return this;
      }
    },
  );
});

/** Return what lies over a bar. */
function over(hatch_pattern: string, looks: Readonly<Record<string, unknown>> = {}): string {
  const bar = { bottom: 0, width: 2, fill_color: null, line_color: null, hatch_color: "red" };
  const more = { hatch_pattern: { value: hatch_pattern }, ...looks };
  return drawn(layerOf("VBar", { x: [10], top: [5] }, { ...bar, ...more })).replace(
    "R9,95,2,5 fill ",
    "",
  );
}

const ASLANT = "M-6,6 L6,-6 M-6,18 L18,-6 M6,18 L18,6 M-6,6 L6,18 M-6,-6 L18,18 M6,-6 L18,6";
const PATTERNS: Readonly<Record<string, readonly [sign: string, path: string]>> = {
  blank: [" ", ""],
  dot: [".", "A6,6,3,0,6.28 fill red"],
  ring: ["o", "A6,6,3,0,6.28"],
  horizontal_line: ["-", "M0,6 L12,6"],
  vertical_line: ["|", "M6,0 L6,12"],
  cross: ["+", "M0,6 L12,6 M6,0 L6,12"],
  horizontal_dash: ['"', "M0,6 L6,6"],
  vertical_dash: [":", "M6,0 L6,6"],
  right_diagonal_line: ["/", "M-6,18 L6,-6 M0,18 L12,-6 M6,18 L18,-6"],
  left_diagonal_line: ["\\", "M-6,-6 L6,18 M0,-6 L12,18 M6,-6 L18,18"],
  diagonal_cross: ["x", ASLANT],
  right_diagonal_dash: [",", "M3,9 L9,3"],
  left_diagonal_dash: ["`", "M3,3 L9,9"],
  horizontal_wave: ["v", "M0,6 L3,9 M3,9 L9,3 M9,3 L12,6"],
  vertical_wave: [">", "M6,0 L9,3 M9,3 L3,9 M3,9 L6,12"],
  criss_cross: ["*", `${ASLANT} M0,6 L12,6 M6,0 L6,12`],
};

describe("a hatch", () => {
  it.each(Object.entries(PATTERNS))("is a %s by its name and its sign", (name, [sign, path]) => {
    const expected = path === "" || path.includes("fill") ? path : `${path} stroke red 1`;
    expect([over(name), over(sign)].map((each) => each.replace(" miter", ""))).toEqual([
      expected,
      expected,
    ]);
  });

  it("is a spiral from its middle to its edge", () => {
    const [first, ...turns] = over("@").split(" L");
    expect([first, turns.length, turns[0]]).toEqual(["M6,6", 61, "6,6"]);
    expect(over("spiral")).toBe(over("@"));
  });

  it("has the size, the weight, the colour and the opacity of its row", () => {
    const looks = { hatch_scale: 20, hatch_weight: 3, hatch_color: "blue", hatch_alpha: 0.5 };
    expect(over("-", looks)).toContain("M0,10 L20,10 stroke blue 3");
    expect(over("-", looks)).toMatch(/ 0\.5$/);
  });
});

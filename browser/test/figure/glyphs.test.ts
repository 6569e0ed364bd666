import { beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/views/figure/shapes.js";
import { drawn } from "./noting.js";
import { layerOf } from "./layer_of.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";

beforeEach(() => {
  vi.stubGlobal("CSS", { supports: () => true });
});

const LINE = { line_color: "red", line_width: 2 };
const AREA = { fill_color: "blue", line_color: null };
const BAR = { bottom: 0, width: 2, line_color: null };
const XY = { x: [10, 40, 70], y: [20, 60, 20] };
type Data = Readonly<Record<string, readonly unknown[]>>;
type Case = readonly [
  type: string,
  looks: Readonly<Record<string, unknown>>,
  data: Data,
  expected: string,
];

const GLYPHS: readonly Case[] = [
  ["Line", LINE, XY, "M10,80 L40,40 L70,80 stroke red 2"],
  [
    "Line",
    LINE,
    { x: [10, 20, NaN, 40, 50], y: [1, 1, 1, 1, 1] },
    "M10,99 L20,99 M40,99 L50,99 stroke red 2",
  ],
  ["Step", { ...LINE, mode: "before" }, XY, "M10,80 L10,40 L40,40 L40,80 L70,80 stroke red 2"],
  ["Step", { ...LINE, mode: "after" }, XY, "M10,80 L40,80 L40,40 L70,40 L70,80 stroke red 2"],
  [
    "Step",
    { ...LINE, mode: "center" },
    XY,
    "M10,80 L25,80 L25,40 L40,40 L55,40 L55,80 L70,80 stroke red 2",
  ],
  [
    "Step",
    { ...LINE, mode: "after", pad_before: 5, pad_after: 10 },
    { x: [10, 40], y: [20, 60] },
    "M10,80 M5,80 L10,80 L40,80 L40,40 L50,40 stroke red 2",
  ],
  [
    "MultiLine",
    LINE,
    {
      xs: [
        [10, 20],
        [30, NaN, 50, 60],
      ],
      ys: [
        [5, 15],
        [25, 1, 35, 45],
      ],
    },
    "M10,95 L20,85 stroke red 2 M30,75 M50,65 L60,55 stroke red 2",
  ],
  ["Segment", LINE, { x0: [10], y0: [20], x1: [30], y1: [50] }, "M10,80 L30,50 stroke red 2"],
  [
    "Ray",
    { ...LINE, length: 20, angle: Math.PI / 6 },
    { x: [10], y: [20] },
    "M10,80 L27.32,70 stroke red 2",
  ],
  [
    "Ray",
    { ...LINE, length: 0, angle: Math.PI },
    { x: [10], y: [20] },
    "M10,80 L-390,80 stroke red 2",
  ],
  [
    "Ray",
    { ...LINE, length: 7, length_units: "screen", angle: 90, angle_units: "deg" },
    { x: [10], y: [20] },
    "M10,80 L10,73 stroke red 2",
  ],
  [
    "Arc",
    { ...LINE, radius: 9, start_angle: 0.5, end_angle: 2, direction: "anticlock" },
    { x: [10], y: [20] },
    "A10,80,9,-0.5,-2,true stroke red 2",
  ],
  [
    "Arc",
    { ...LINE, radius: 9, start_angle: 0.5, end_angle: 2, direction: "clock" },
    { x: [10], y: [20] },
    "A10,80,9,-0.5,-2,false stroke red 2",
  ],
  [
    "Arc",
    {
      ...LINE,
      radius: 9,
      radius_units: "screen",
      start_angle: 0,
      end_angle: 90,
      start_angle_units: "deg",
      end_angle_units: "deg",
    },
    { x: [10], y: [20] },
    "A10,80,9,0,-1.57,true stroke red 2",
  ],
  [
    "Bezier",
    LINE,
    { x0: [1], y0: [2], cx0: [3], cy0: [4], cx1: [5], cy1: [6], x1: [7], y1: [8] },
    "M1,98 C3,96,5,94,7,92 stroke red 2",
  ],
  [
    "Quadratic",
    LINE,
    { x0: [1], y0: [2], cx: [3], cy: [4], x1: [7], y1: [8] },
    "M1,98 Q3,96,7,92 stroke red 2",
  ],
  ["HSpan", LINE, { y: [30] }, "M0,70 L100,70 stroke red 2"],
  ["VSpan", LINE, { x: [30] }, "M30,0 L30,100 stroke red 2"],
  ["HStrip", AREA, { y0: [30], y1: [50] }, "R-9,50,118,20 fill blue"],
  ["VStrip", AREA, { x0: [30], x1: [50] }, "R30,-9,20,118 fill blue"],
  ["VBar", { ...AREA, width: 10 }, { x: [20], bottom: [5], top: [45] }, "R15,55,10,40 fill blue"],
  ["HBar", { ...AREA, height: 10 }, { y: [20], left: [5], right: [45] }, "R5,75,40,10 fill blue"],
  ["Quad", AREA, { left: [10], right: [30], bottom: [20], top: [60] }, "R10,40,20,40 fill blue"],
  ["Rect", { ...AREA, width: 20, height: 10 }, { x: [50], y: [30] }, "R40,65,20,10 fill blue"],
  [
    "Rect",
    { ...AREA, width: 20, height: 10, angle: 0.5 },
    { x: [50], y: [30] },
    "T50,70 turn-0.5 R-10,-5,20,10 fill blue",
  ],
  ["Block", { ...AREA, width: 20, height: 10 }, { x: [50], y: [30] }, "R50,60,20,10 fill blue"],
  [
    "Ellipse",
    { ...AREA, width: 20, height: 10, angle: 0.5 },
    { x: [50], y: [30] },
    "E50,70,10,5,-0.5,0,6.28 fill blue",
  ],
  ["Circle", { ...AREA, radius: 9 }, { x: [50], y: [30] }, "A50,70,9,0,6.28 fill blue"],
  [
    "Ngon",
    { ...AREA, radius: 10, n: 4 },
    { x: [50], y: [30] },
    "L50,60 L60,70 L50,80 L40,70 Z fill blue",
  ],
  [
    "Wedge",
    { ...AREA, radius: 9, start_angle: 0.5, end_angle: 2 },
    { x: [50], y: [30] },
    "M50,70 A50,70,9,-0.5,-2,true Z fill blue",
  ],
  [
    "Annulus",
    { ...AREA, inner_radius: 4, outer_radius: 9 },
    { x: [50], y: [30] },
    "A50,70,9,0,6.28 Z M54,70 A50,70,4,0,6.28 Z fill blue holes",
  ],
  [
    "AnnularWedge",
    { ...AREA, inner_radius: 4, outer_radius: 9, start_angle: 0.5, end_angle: 2 },
    { x: [50], y: [30] },
    "A50,70,9,-0.5,-2,true A50,70,4,-2,-0.5,false Z fill blue",
  ],
  [
    "HexTile",
    { ...AREA, size: 10 },
    { q: [1], r: [-2] },
    "M0,60 L8.66,65 L8.66,75 L0,80 L-8.66,75 L-8.66,65 Z fill blue",
  ],
  [
    "HexTile",
    { ...AREA, size: 10, orientation: "flattop", aspect_scale: 2 },
    { q: [1], r: [-2] },
    "M25,48.04 L20,30.72 L10,30.72 L5,48.04 L10,65.36 L20,65.36 Z fill blue",
  ],
  [
    "Patch",
    AREA,
    { x: [10, 20, 20, NaN, 50, 60, 60], y: [10, 10, 20, 1, 10, 10, 20] },
    "M10,90 L20,90 L20,80 Z M50,90 L60,90 L60,80 Z fill blue holes",
  ],
  [
    "Patches",
    AREA,
    {
      xs: [
        [10, 20, 20],
        [50, 60, 60],
      ],
      ys: [
        [10, 10, 20],
        [10, 10, 20],
      ],
    },
    "M10,90 L20,90 L20,80 Z fill blue holes M50,90 L60,90 L60,80 Z fill blue holes",
  ],
  [
    "MultiPolygons",
    AREA,
    {
      xs: [
        [
          [
            [10, 40, 25],
            [20, 30, 25],
          ],
        ],
      ],
      ys: [
        [
          [
            [10, 10, 40],
            [15, 15, 25],
          ],
        ],
      ],
    },
    "M10,90 L40,90 L25,60 Z M20,85 L30,85 L25,75 Z fill blue holes",
  ],
  [
    "VArea",
    AREA,
    { x: [10, 40], y1: [5, 10], y2: [20, 30] },
    "M10,95 L40,90 L40,70 L10,80 Z fill blue",
  ],
  [
    "HArea",
    AREA,
    { y: [10, 40], x1: [5, 10], x2: [20, 30] },
    "M5,90 L10,60 L30,60 L20,90 Z fill blue",
  ],
  [
    "VAreaStep",
    { ...AREA, step_mode: "before" },
    { x: [10, 40], y1: [5, 10], y2: [20, 30] },
    "M10,95 L10,90 L40,90 L40,70 L10,70 L10,80 Z fill blue",
  ],
  [
    "VAreaStep",
    { ...AREA, step_mode: "after" },
    { x: [10, 40], y1: [5, 10], y2: [20, 30] },
    "M10,95 L40,95 L40,90 L40,70 L40,80 L10,80 Z fill blue",
  ],
  [
    "HAreaStep",
    { ...AREA, step_mode: "center" },
    { y: [10, 40], x1: [5, 10], x2: [20, 30] },
    "M5,90 L5,75 L10,75 L10,60 L30,60 L30,75 L20,75 L20,90 Z fill blue",
  ],
];

describe("a glyph", () => {
  it.each(GLYPHS)("draws %s as its rows say: %j", (type, looks, data, expected) => {
    expect(drawn(layerOf(type, data, looks))).toBe(expected);
  });
});

const SQUARE = "R40,40,20,20 fill stroke";
const ROUND = "M60,50 A50,50,10,0,6.28 fill stroke";
const DIAMOND = "M50,40 L56.7,50 L50,60 L43.3,50 Z fill stroke";
const HEX = "M55,41.34 L60,50 L55,58.66 L45,58.66 L40,50 L45,41.34 Z fill stroke";
const STAR =
  "M50,40 L52.35,46.76 L59.51,46.91 L53.8,51.24 L55.88,58.09 L50,54 L44.12,58.09 L46.2,51.24 L40.49,46.91 L47.65,46.76 Z fill stroke";
const TRIANGLE = "M50,38.45 L60,55.77 L40,55.77 Z fill stroke";
const CROSS = "M50,40 L50,60 M40,50 L60,50 stroke";
const WYE = "M50,50 L50,60 M50,50 L41.34,45 M50,50 L58.66,45 stroke";
const EX = "M42.93,42.93 L57.07,57.07 M42.93,57.07 L57.07,42.93 stroke";
const DOT = "A50,50,2.5,0,6.28 fill red";

describe("a circle", () => {
  it.each([
    ["x", 5],
    ["y", 10],
    ["max", 10],
    ["min", 5],
  ])("measures radii as its dimension says: %s", (radius_dimension, radius) => {
    const tall = new LinearScale({ start: 0, end: 50 }, 100, 0);
    const looks = { ...AREA, radius: 5, radius_dimension };
    const layer = layerOf("Circle", { x: [50], y: [20] }, looks, { y_range_name: "tall" });
    expect(drawn(layer, { tall })).toBe(`A50,60,${radius},0,6.28 fill blue`);
  });
});

/** What is drawn of each marker of a radius of 10 about (50, 50): an outline that is filled, strokes over it, a dot. */
const MARKERS: Readonly<Record<string, string>> = {
  asterisk:
    "M50,40 L50,60 M40,50 L60,50 M42.93,42.93 L57.07,57.07 M42.93,57.07 L57.07,42.93 stroke",
  circle: ROUND,
  circle_cross: `${ROUND} ${CROSS}`,
  circle_dot: `${ROUND} ${DOT}`,
  circle_x: `${ROUND} ${EX}`,
  circle_y: `${ROUND} ${WYE}`,
  cross: CROSS,
  dash: "M40,50 L60,50 stroke",
  diamond: DIAMOND,
  diamond_cross: `${DIAMOND} M50,40 L50,60 M43.3,50 L56.7,50 stroke`,
  diamond_dot: `${DIAMOND} ${DOT}`,
  dot: DOT,
  hex: HEX,
  hex_dot: `${HEX} ${DOT}`,
  inverted_triangle: "M50,61.55 L60,44.23 L40,44.23 Z fill stroke",
  plus: "M40,46.25 L46.25,46.25 L46.25,40 L53.75,40 L53.75,46.25 L60,46.25 L60,53.75 L53.75,53.75 L53.75,60 L46.25,60 L46.25,53.75 L40,53.75 Z fill stroke",
  square: SQUARE,
  square_cross: `${SQUARE} ${CROSS}`,
  square_dot: `${SQUARE} ${DOT}`,
  square_pin:
    "M40,40 Q50,46.25,60,40 Q53.75,50,60,60 Q50,53.75,40,60 Q46.25,50,40,40 Z fill stroke",
  square_x: `${SQUARE} M40,40 L60,60 M40,60 L60,40 stroke`,
  star: STAR,
  star_dot: `${STAR} ${DOT}`,
  triangle: TRIANGLE,
  triangle_dot: `${TRIANGLE} ${DOT}`,
  triangle_pin:
    "M50,38.45 Q51.88,48.92,60,55.77 Q50,52.17,40,55.77 Q48.13,48.92,50,38.45 Z fill stroke",
  x: EX,
  y: WYE,
};

describe("a marker", () => {
  it.each(Object.entries(MARKERS))("%s is drawn by its parts", (marker, expected) => {
    const looks = { marker: { value: marker }, size: 20, ...AREA, ...LINE };
    const made = drawn(layerOf("Scatter", { x: [50], y: [50] }, looks));
    expect(made.replaceAll(" fill blue", " fill").replaceAll(" stroke red 2", " stroke")).toBe(
      expected,
    );
  });

  it("turns about its middle", () => {
    const looks = { marker: { value: "dash" }, size: 20, angle: 0.5, ...LINE };
    expect(drawn(layerOf("Scatter", { x: [50], y: [30] }, looks))).toBe(
      "T50,70 turn-0.5 M-10,0 L10,0 stroke red 2",
    );
  });
});

describe("a text", () => {
  const words = { x: [50], y: [30], text: ["one"] };

  it.each<readonly [string, Readonly<Record<string, unknown>>, string]>([
    ["at its place", {}, 'T50,70 turn0 "one"0,-2 fill black'],
    [
      "in its colour",
      { text_color: "red", text_alpha: 0.5 },
      'T50,70 turn0 "one"0,-2 fill red 0.5',
    ],
    ["to the left of it", { text_align: "right" }, 'T50,70 turn0 "one"-15,-2 fill black'],
    [
      "about it",
      { text_align: "center", text_baseline: "middle" },
      'T50,70 turn0 "one"-7.5,3 fill black',
    ],
    ["below it", { text_baseline: "top" }, 'T50,70 turn0 "one"0,8 fill black'],
    ["beside it", { x_offset: 3, y_offset: -4 }, 'T53,66 turn0 "one"0,-2 fill black'],
    ["turned", { angle: 0.5 }, 'T50,70 turn-0.5 "one"0,-2 fill black'],
    [
      "with room around it",
      { anchor: "bottom_left", padding: 7 },
      'T50,70 turn0 "one"7,-9 fill black',
    ],
    [
      "in a box",
      { background_fill_color: "blue", border_line_color: "red" },
      'T50,70 turn0 RR0,-10,15,10,undefined fill blue stroke red 1 T50,70 turn0 "one"0,-2 fill black',
    ],
    [
      "in a circle",
      { outline_shape: "circle", background_fill_color: "blue" },
      'T50,70 turn0 A7.5,-5,9.01,0,6.28 fill blue T50,70 turn0 "one"0,-2 fill black',
    ],
    [
      "in several lines",
      { text: { value: "one\nmore" }, text_line_height: 2, text_font_size: "10px" },
      'T50,70 turn0 "one"0,-22 fill black T50,70 turn0 "more"0,-2 fill black',
    ],
  ])("stands %s", (_, looks, expected) => {
    const { text, ...place } = words;
    const layer = layerOf("Text", "text" in looks ? place : { ...place, text }, {
      text_color: "black",
      ...looks,
    });
    expect(drawn(layer)).toBe(expected);
  });
});

describe("what rows look like", () => {
  const ends = { x0: [10, 50], y0: [10, 50], x1: [20, 60], y1: [10, 50] };

  it("differs from row to row", () => {
    const looks = {
      line_color: ["red", "green"],
      line_alpha: [1, 0.5],
      line_width: [2, 4],
      line_dash: ["solid", "dashed"],
      line_dash_offset: [0, 3],
      line_cap: ["butt", "round"],
      line_join: ["round", "bevel"],
    };
    expect(drawn(layerOf("Segment", { ...ends, ...looks }))).toBe(
      "M10,90 L20,90 stroke red 2 M50,50 L60,50 stroke green 0.5 4 round bevel [6]3",
    );
  });

  it("is alike where one value is given for all", () => {
    const looks = {
      line_color: { value: "green" },
      line_alpha: 0.5,
      line_width: { value: 4 },
      line_dash: [1, 2],
      line_cap: "square",
    };
    expect(drawn(layerOf("Segment", ends, looks))).toBe(
      "M10,90 L20,90 stroke green 0.5 4 square [1 2]0 M50,50 L60,50 stroke green 0.5 4 square [1 2]0",
    );
  });

  it("of areas differs as well", () => {
    const bars = { x: [10, 20], top: [5, 9], fill_color: ["red", "green"], fill_alpha: [1, 0.5] };
    const looks = { bottom: 0, width: 4, line_color: "black", line_alpha: 0.25 };
    expect(drawn(layerOf("VBar", bars, looks))).toBe(
      "R8,95,4,5 fill red stroke black 0.25 1 R18,91,4,9 fill green 0.5 stroke black 0.25 1",
    );
  });
});

describe("rows of a renderer", () => {
  const bars = { x: [10, 20, 30], top: [5, 5, 5] };
  const look = (fill_color: string): MemoryModel =>
    new MemoryModel("VBar", { x: { field: "x" }, top: { field: "top" }, fill_color, ...BAR });
  const states = {
    selection_glyph: look("red"),
    nonselection_glyph: look("grey"),
    hover_glyph: look("gold"),
    muted_glyph: look("pink"),
  };
  const shown = (
    more: Readonly<Record<string, unknown>>,
    indices: readonly number[] = [],
    pointed: readonly number[] = [],
  ): string[] => {
    const layer = layerOf("VBar", bars, { fill_color: "blue", ...BAR }, more, indices);
    layer.inspect(pointed);
    return drawn(layer).match(/\d+(?=,95)|(?<=fill ).+?(?=$| R)/g) ?? [];
  };

  it.each([
    ["all look alike", states, [], [], "9 blue 19 blue 29 blue"],
    ["the selected one stands out", states, [1], [], "9 grey 29 grey 19 red"],
    ["the one that is pointed at stands out", states, [], [1], "9 blue 29 blue 19 gold"],
    ["pointing comes before selecting", states, [1], [1], "9 grey 29 grey 19 gold"],
    ["the muted ones step back", { ...states, muted: true }, [], [], "9 pink 19 pink 29 pink"],
    ["hidden ones are not drawn", { ...states, visible: false }, [1], [], ""],
    ["the others fade", { nonselection_glyph: "auto" }, [1], [], "9 blue 0.2 29 blue 0.2 19 blue"],
    ["a number fades, too", { nonselection_glyph: 0.1 }, [1], [], "9 blue 0.1 29 blue 0.1 19 blue"],
    ["nothing fades", { nonselection_glyph: null }, [1], [], "9 blue 29 blue 19 blue"],
  ])("%s", (_, more, indices, pointed, expected) => {
    expect(shown(more, indices, pointed).join(" ")).toBe(expected);
  });

  it("stand on the range that it names", () => {
    const scale = new LinearScale({ start: 0, end: 10 }, 100, 0);
    const layer = layerOf("VBar", bars, { fill_color: "blue", ...BAR }, { y_range_name: "right" });
    expect(drawn(layer, { right: scale })).toContain("R9,50,2,50 fill blue");
  });

  it("of a view are drawn alone", () => {
    const filter = new MemoryModel("GroupFilter", { column_name: "x", group: 20 });
    const view = new MemoryModel("CDSView", { filter });
    expect(shown({ view })).toEqual(["19", "blue"]);
    expect(shown({ ...states, view }, [0, 1])).toEqual(["19", "red"]);
  });
});

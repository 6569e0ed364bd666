import { expect, it } from "vitest";
import { Grid } from "../../src/views/figure/grid.js";
import { MemoryModel } from "../memory_model.js";
import { frameOf, noting } from "./noting.js";

const ticker = new MemoryModel("FixedTicker", { ticks: [20, 40, 60, 80], minor_ticks: [30] });

/** Return what a grid draws across a frame of a hundred units of a pixel. */
function drawn(fields: Readonly<Record<string, unknown>>): string {
  const { context, noted } = noting();
  const looks = { grid_line_color: null, minor_grid_line_color: null, ...fields };
  const grid = new Grid(new MemoryModel("Grid", { ticker, ...looks }), undefined, "linear");
  grid.paint(Object.assign(frameOf(context), { palette: {} }));
  return noted.join(" ");
}

it.each([
  [
    "lines upwards",
    { dimension: 0, grid_line_color: "red" },
    "M20.5,0 L20.5,100 M40.5,0 L40.5,100 M60.5,0 L60.5,100 M80.5,0 L80.5,100 stroke red 1 bevel",
  ],
  [
    "lines across",
    { dimension: 1, grid_line_color: "red", grid_line_alpha: 0.5 },
    "M0,80.5 L100,80.5 M0,60.5 L100,60.5 M0,40.5 L100,40.5 M0,20.5 L100,20.5 stroke red 0.5 1 bevel",
  ],
  [
    "lines at minor ticks",
    { dimension: 0, minor_grid_line_color: "blue" },
    "M30.5,0 L30.5,100 stroke blue 1 bevel",
  ],
  [
    "lines within bounds",
    { dimension: 0, grid_line_color: "red", bounds: [30, 70] },
    "M40.5,0 L40.5,100 M60.5,0 L60.5,100 stroke red 1 bevel",
  ],
  [
    "lines as long as wanted",
    { dimension: 0, grid_line_color: "red", cross_bounds: [0, 50] },
    "M20.5,100 L20.5,50 M40.5,100 L40.5,50 M60.5,100 L60.5,50 M80.5,100 L80.5,50 stroke red 1 bevel",
  ],
  [
    "every second band",
    { dimension: 0, band_fill_color: "blue", band_fill_alpha: 0.5 },
    "R20,0,20,100 R60,0,20,100 fill blue 0.5",
  ],
  [
    "every second band across",
    { dimension: 1, band_fill_color: "blue", band_fill_alpha: 1 },
    "R0,80,100,-20 R0,40,100,-20 fill blue",
  ],
  ["nothing", { dimension: 0, grid_line_color: "red", visible: false }, ""],
])("A grid draws %s", (_, fields, expected) => {
  expect(drawn(fields)).toBe(expected);
});

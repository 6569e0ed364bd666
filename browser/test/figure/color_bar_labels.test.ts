import { expect, it } from "vitest";
import "../../src/views/figure/labels/all.js";
import { readLabels } from "../../src/views/figure/marks/color_bar.js";
import type { Frame } from "../../src/views/figure/painters/painter.js";
import { MemoryModel } from "../memory_model.js";

const frame = { palette: { font: "sans-serif", text: "black" } } as unknown as Frame;

/** Return the numbers beside a bar of 100 pixels, from its first colour on. */
function labels(type: string, low: number, high: number, fields = {}): readonly string[] {
  const shown = { colors: ["red", "blue"], low, high };
  const bar = new MemoryModel("ColorBar", fields);
  const read = readLabels(bar, new MemoryModel(type, {}), shown, frame, [], false, 100);
  const written = read.labels.map((label, at) => [read.places[at] ?? NaN, label] as const);
  return written.sort(([one], [other]) => one - other).map(([, label]) => label);
}

it.each([
  ["LinearColorMapper", 0, 4, ["0", "1", "2", "3", "4"]],
  ["LinearColorMapper", 4, 0, ["4", "3", "2", "1", "0"]],
  ["LogColorMapper", 1, 1000, ["1", "10", "100", "1000"]],
  ["LogColorMapper", 1000, 1, ["1000", "100", "10", "1"]],
  ["LinearColorMapper", 3, 3, []],
  ["LinearColorMapper", NaN, 3, []],
  ["LogColorMapper", 3, -1, []],
])("Numbers stand beside the colours of a %s from %f to %f", (type, low, high, expected) => {
  expect(labels(type, low, high)).toEqual(expected);
});

it("What an author calls a number stands beside the colours of ranks, too", () => {
  const words = { major_label_overrides: { "0": "none" } };
  expect(labels("EqHistColorMapper", 0, 8, words)[0]).toBe("none");
});

it("The author's formatter writes the numbers beside the colours of ranks, too", () => {
  const formatter = new MemoryModel("PrintfTickFormatter", { format: "%d km" });
  expect(labels("EqHistColorMapper", 0, 8, { formatter })[0]).toBe("0 km");
});

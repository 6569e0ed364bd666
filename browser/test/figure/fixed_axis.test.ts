import { describe, expect, it } from "vitest";
import "../../src/views/figure/further.js";
import { Axis } from "../../src/views/figure/axis.js";
import { paintAxis } from "../../src/views/figure/axis_painter.js";
import { LinearScale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";
import { frameOf, noting } from "./noting.js";

const palette = { font: "x", text: "black", muted: "grey", edge: "black", line: "" } as never;
const ends = { start: -10, end: 10 };

/** Return what is written at an axis, and what else is drawn, in a frame of a hundred pixels. */
function drawn(fields: Readonly<Record<string, unknown>>): { words: string[]; rest: string } {
  const { context, noted } = noting();
  const ticker = new MemoryModel("FixedTicker", { ticks: [-10, 0], minor_ticks: [] });
  const looks = { axis_label: "title", background_fill_color: "red", ticker };
  const model = new MemoryModel("LinearAxis", { ...looks, ...fields });
  const axis = new Axis(model, "below", palette, { kind: LinearScale, ends, factors: undefined });
  const scale = new LinearScale(ends, 0, 100);
  paintAxis(frameOf(context), axis, { scale, at: 50, length: 300 });
  return {
    words: noted.filter((each) => each.includes('"')),
    rest: noted.filter((each) => !each.includes('"')).join(" "),
  };
}

/** Return where words are written that begin with a letter. */
function placeOf(words: readonly string[], letter: string): number {
  const found = words.find((each) => each.includes(`"${letter}`)) ?? "";
  return Number(/"(-?[\d.]+),/.exec(found)?.[1]);
}

describe("an axis within the figure", () => {
  it("has its title at its end, beside what else stands there", () => {
    expect(placeOf(drawn({ fixed_location: 0 }).words, "t")).toBeGreaterThan(60);
    expect(placeOf(drawn({}).words, "t")).toBeLessThan(60);
    const chosen = { fixed_location: 0, axis_label_align: "center" };
    expect(placeOf(drawn(chosen).words, "t")).toBeLessThan(60);
  });

  it("writes nothing beyond the frame, where it would be cut", () => {
    const { words } = drawn({ fixed_location: 0 });
    expect(placeOf(words, "−")).toBeGreaterThanOrEqual(0);
    expect(placeOf(words, "−")).toBeLessThan(placeOf(words, "0"));
  });

  it("hides no data behind its background", () => {
    expect(drawn({}).rest).toContain("fill red");
    expect(drawn({ fixed_location: 0 }).rest).not.toContain("fill red");
  });
});

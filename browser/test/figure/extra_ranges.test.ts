import { expect, it } from "vitest";
import { Scene } from "../../src/views/figure/scene.js";
import { LinearScale, LogScale } from "../../src/views/figure/scale.js";
import { MemoryModel } from "../memory_model.js";

const palette = { font: "x", text: "", muted: "", edge: "", line: "" } as never;

const KINDS = {
  factor: () => new MemoryModel("FactorRange", { factors: ["p", "q"] }),
  linear: () => new MemoryModel("Range1d", { start: 0, end: 10 }),
  log: () => new MemoryModel("Range1d", { start: 1, end: 100 }),
};
const SCALES = { factor: "CategoricalScale", linear: "LinearScale", log: "LogScale" };
const COLUMNS = { factor: ["q", "p", "nobody"], linear: [3, 4, 5], log: [10, 20, 30] };
const PLACES = { factor: [1.5, 0.5, NaN], linear: [3, 4, 5], log: [10, 20, 30] };

type Kind = keyof typeof KINDS;

function scene(main: Kind, extra: Kind): Scene {
  const glyph = new MemoryModel("Scatter", { x: { field: "x" }, y: { field: "y" } });
  const dots = (kind: Kind, x_range_name: string): MemoryModel => {
    const data = { x: COLUMNS[kind], y: [1, 2, 3] };
    const data_source = new MemoryModel("ColumnDataSource", { data });
    return new MemoryModel("GlyphRenderer", { glyph, data_source, x_range_name });
  };
  const figure = new MemoryModel("Figure", {
    x_range: KINDS[main](),
    y_range: KINDS.linear(),
    x_scale: new MemoryModel(SCALES[main]),
    y_scale: new MemoryModel(SCALES.linear),
    extra_x_ranges: { f: KINDS[extra]() },
    extra_x_scales: { f: new MemoryModel(SCALES[extra]) },
    renderers: [dots(main, "default"), dots(extra, "f")],
    below: [new MemoryModel("LinearAxis", { fixed_location: 1 })],
    left: [new MemoryModel("LinearAxis", { x_range_name: "f", fixed_location: "q" })],
  });
  const made = new Scene(figure, palette);
  made.readGuides();
  return made;
}

const ALL: readonly Kind[] = ["factor", "linear", "log"];
const PAIRS = ALL.flatMap((main) => ALL.map((extra) => [main, extra] as const));

it.each(PAIRS)("Glyphs stand on a %s range and beside it on one of %s", (main, extra) => {
  const { layers, x, others } = scene(main, extra);
  const places = layers.map(({ reader }) => [...(reader?.positions("x", "x") ?? [])]);
  expect(places).toEqual([PLACES[main], PLACES[extra]]);
  const kinds = [x.kind, others.x.get("f")?.kind];
  expect(kinds).toEqual([main, extra].map((kind) => (kind === "log" ? LogScale : LinearScale)));
});

it("Names that two ranges have stand where that of the glyphs says", () => {
  const made = scene("factor", "factor");
  made.others.x.get("f")?.model.set("factors", ["nobody", "p", "q"]);
  made.change(made.others.x.get("f")?.model as never, { kind: "set", field: "factors" } as never);
  const places = made.layers.map(({ reader }) => [...(reader?.positions("x", "x") ?? [])]);
  expect(places).toEqual([
    [1.5, 0.5, NaN],
    [2.5, 1.5, 0.5],
  ]);
});

it("An axis stands at a factor of the range that it names", () => {
  expect(scene("linear", "factor").axes.map(({ fixed }) => fixed)).toEqual([1, 1.5]);
});

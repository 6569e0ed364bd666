import { beforeEach, describe, expect, test, vi } from "vitest";
import { shelf } from "../../src/callbacks/custom_js.js";
import { formulaOf } from "../../src/callbacks/formula.js";
import "../../src/callbacks/shelf.js";
import { Stage, code, on } from "./stage.js";

type Words = (value: unknown, wording?: { readonly precision?: number }) => string;
type Project = (x: number, y: number) => [number, number];

const errors = vi.spyOn(console, "error");

beforeEach(() => {
  errors.mockReset().mockImplementation(() => undefined);
});

const required = (name: string): unknown => shelf.require?.(name);

describe("values in words", () => {
  const { to_string: words } = required("core/util/pretty") as {
    readonly to_string: Words;
  };

  test.each([
    [1.23456, "1.23"],
    [true, "true"],
    [null, "null"],
    [undefined, "undefined"],
    ['a "b"', '"a \\"b\\""'],
    [[1, "a", [2]], '[1.00, "a", [2.00]]'],
    [new Float32Array([0.5]), "[0.50]"],
    [{ type: "rect", x0: 1 / 3 }, '{type: "rect", x0: 0.33}'],
  ])("%j", (value, said) => {
    expect(words(value, { precision: 2 })).toBe(said);
  });

  test("numbers have all of their decimals if nobody says how many", () => {
    expect(words({ x: 1.23456 })).toBe("{x: 1.23456}");
  });
});

describe("the projection of web maps", () => {
  const { wgs84_mercator: map } = required("core/util/projections") as {
    readonly wgs84_mercator: { readonly compute: Project; readonly invert: Project };
  };

  test("knows where a place is", () => {
    const [x, y] = map.compute(13.4, 52.5);
    expect([Math.round(x), Math.round(y)]).toEqual([1_491_681, 6_891_042]);
  });

  test("and back", () => {
    const [longitude, latitude] = map.invert(...map.compute(-71.25, -33.5));
    expect(longitude).toBeCloseTo(-71.25, 9);
    expect(latitude).toBeCloseTo(-33.5, 9);
  });
});

test("callbacks find modules beside the document", () => {
  const stage = new Stage(
    ["TextInput", { value: "", ...on("change:value", 2) }],
    code(`
      const {to_string} = Bokeh.require("core/util/pretty")
      Bokeh.documents[0].get_model_by_id(1).title = to_string([cb_obj.value])
    `),
  );
  stage.model(1).set("value", "a");
  expect(stage.model(1).get("title")).toBe('["a"]');
});

test("and so does what computes a text", () => {
  const stage = new Stage(
    code(`return Bokeh.require("core/util/projections").wgs84_mercator.invert(x, 0)[0]`),
  );
  expect(formulaOf(stage.model(1), ["x"])?.(20_037_508.342_789_244)).toBeCloseTo(180, 9);
});

test("a module that is not here is named, with those that are", () => {
  const stage = new Stage(
    ["Slider", { value: 1, ...on("change:value", 2) }],
    code(`Bokeh.require("models/scales")`),
  );
  stage.model(1).set("value", 2);
  expect(String(errors.mock.calls[0]?.[2])).toBe(
    'ReferenceError: Bokeh.require("models/scales") finds nothing: ' +
      "here are core/util/pretty and core/util/projections",
  );
});

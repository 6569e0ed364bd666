import { beforeEach, describe, expect, test, vi } from "vitest";
import { CallbackRunner } from "../../src/callbacks/runner.js";
import { Facades } from "../../src/callbacks/facade.js";
import type { Facade } from "../../src/callbacks/facade.js";
import { NDArray, Reference } from "../../src/model/value.js";
import { Stage, code, on } from "./stage.js";

// What authors write is not typed.
interface Any {
  [name: string]: Any;
  (...args: unknown[]): Any;
}

function facadesOf(stage: Stage): Facades {
  return new Facades(stage.document, new CallbackRunner(stage.document, () => undefined));
}

function facade(stage: Stage, id: number): Any {
  return facadesOf(stage).of(stage.model(id)) as unknown as Any;
}

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation((...words) => {
    throw new Error(words.join(" "));
  });
});

describe("fields", () => {
  test("are attributes that can be read and set", () => {
    const stage = new Stage(["Slider", { value: 1, name: "level" }]);
    const slider = facade(stage, 1);
    slider["value"] = 4 as never;
    expect(slider["value"]).toBe(4);
    expect([slider.name, slider["id"], slider["type"]]).toEqual(["level", 1, "Slider"]);
    expect(slider["attributes"]?.["value"]).toBe(4);
    expect("value" in slider).toBe(true);
    expect("valeu" in slider).toBe(false);
    slider["setv"]?.({ value: 5, high: 6 });
    expect(stage.sets()).toEqual([
      [1, "value", 4],
      [1, "value", 5],
      [1, "high", 6],
    ]);
  });

  test("that a model does not have stay with the author", () => {
    const stage = new Stage(["Slider", {}]);
    const slider = facade(stage, 1);
    expect(slider["_timer"]).toBeUndefined();
    slider["_timer"] = 3 as never;
    expect(slider["_timer"]).toBe(3);
    expect(stage.sets()).toEqual([]);
  });

  test("of types that nobody knows are all names", () => {
    const stage = new Stage(["Levitator", {}]);
    facade(stage, 1)["height"] = 3 as never;
    expect(stage.sets()).toEqual([[1, "height", 3]]);
  });

  test("hold the same facades of models, and take them", () => {
    const stage = new Stage(
      ["Slider", { high: { list: [new Reference(2)] } }],
      ["Slider", { value: 2 }],
    );
    const facades = facadesOf(stage);
    const [one, two] = [1, 2].map((id) => facades.of(stage.model(id))) as [Facade, Facade];
    expect((one["high"] as { list: unknown[] }).list[0]).toBe(two);
    one["value"] = two;
    expect(stage.model(1).get("value")).toBe(stage.model(2));
    one["value"] = [two];
    expect(stage.model(1).get("value")).toEqual([stage.model(2)]);
  });

  test("have properties with a signal, a value and a way to set it", () => {
    const stage = new Stage(["Slider", { value: 1 }]);
    const slider = facade(stage, 1);
    const value = slider["properties"]?.["value"];
    expect(value?.["get_value"]?.()).toBe(1);
    value?.["set_value"]?.(2);
    expect(stage.sets()).toEqual([[1, "value", 2]]);
    expect(slider["properties"]?.["valeu"]).toBeUndefined();
  });
});

describe("data", () => {
  const numbers = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8]);

  function source(more: Readonly<Record<string, unknown>> = {}): Stage {
    const data = { x: numbers.slice(), y: Int32Array.from([1, 2]), name: ["a"] };
    return new Stage(["ColumnDataSource", { data, ...more }], ["Slider", {}]);
  }

  function held(stage: Stage): Readonly<Record<string, unknown>> {
    return stage.model(1).get("data") as Readonly<Record<string, unknown>>;
  }

  test("are lists that can be edited in place, and are sent when the change is announced", () => {
    const stage = source();
    const facade_ = facade(stage, 1);
    const data = facade_["data"] as unknown as { x: number[]; name: string[] };
    data.x.push(9);
    data.name[0] = "b";
    expect(held(stage)["x"]).toHaveLength(8);
    expect(stage.sent()).toEqual([]);
    facade_["change"]?.["emit"]?.();
    expect(held(stage)["x"]).toEqual(Float64Array.from([...numbers, 9]));
    expect(held(stage)["y"]).toEqual(Int32Array.from([1, 2]));
    expect(held(stage)["name"]).toEqual(["b"]);
    expect(stage.sent()).toHaveLength(1);
    expect(facade_["data"]).toBe(data);
    data.x.pop();
    facade_["change"]?.["emit"]?.();
    expect(held(stage)["x"]).toEqual(numbers);
  });

  test("that nobody has changed are not sent", () => {
    const stage = source();
    const one = facade(stage, 1);
    expect(one["data"]?.["x"]).toHaveLength(8);
    one["change"]?.["emit"]?.();
    one["properties"]?.["data"]?.["change"]?.["emit"]?.();
    expect(stage.sent()).toEqual([]);
  });

  test("that were assigned stay the author's", () => {
    const stage = source();
    const one = facade(stage, 1);
    const mine = { x: [1, 2] };
    one["data"] = mine as never;
    expect(one["data"]).toBe(mine);
    mine.x[0] = 5;
    one["change"]?.["emit"]?.();
    expect(held(stage)).toEqual({ x: Float64Array.from([5, 2]) });
  });

  test("give way to what comes from the server", () => {
    const stage = source();
    const one = facade(stage, 1);
    (one["data"]?.["name"] as unknown as string[])[0] = "mine";
    stage.receive(1, "data", { name: ["theirs"] });
    expect(one["data"]).toEqual({ name: ["theirs"] });
  });

  test.each([
    ["integers", [1, 2, 3, 4, 5, 6, 7, 8], Int32Array.from([1, 2, 3, 4, 5, 6, 7, 8])],
    ["numbers", [0.5, 2, 3, 4, 5, 6, 7, NaN], Float64Array.from([0.5, 2, 3, 4, 5, 6, 7, NaN])],
    ["few numbers", [1, 2], [1, 2]],
    ["texts", ["1", 2, 3, 4, 5, 6, 7, 8], ["1", 2, 3, 4, 5, 6, 7, 8]],
    ["dates", [new Date(5)], [5]],
    ["clamped bytes", Uint8ClampedArray.from([1]), Uint8Array.from([1])],
  ])("may be %s", (_, column, packed) => {
    const stage = source();
    facade(stage, 1)["data"] = { z: column } as never;
    expect(held(stage)).toEqual({ z: packed });
  });

  test("of a typed column leave its type where they do not fit", () => {
    const stage = source();
    const one = facade(stage, 1);
    (one["data"]?.["y"] as unknown as number[])[0] = 0.5;
    one["change"]?.["emit"]?.();
    expect(held(stage)["y"]).toEqual(Float64Array.from([0.5, 2]));
  });

  test("of several dimensions are lists of lists", () => {
    const grid = new NDArray(Float64Array.from([1, 2, 3, 4]), [2, 2]);
    const stage = new Stage(["ColumnDataSource", { data: { grid } }]);
    const one = facade(stage, 1);
    expect(one["data"]).toEqual({
      grid: [
        [1, 2],
        [3, 4],
      ],
    });
    one["change"]?.["emit"]?.();
    expect(stage.sent()).toEqual([]);
    (one["data"]?.["grid"]?.["1"] as unknown as number[])[1] = 9;
    one["change"]?.["emit"]?.();
    expect(held(stage)).toEqual({ grid: new NDArray(Float64Array.from([1, 2, 3, 9]), [2, 2]) });
  });

  test("are told of without setting off the callbacks of a whole change", () => {
    const stage = new Stage(
      ["ColumnDataSource", { data: { x: [1] }, ...on("change:data", 3) }],
      ["Slider", {}],
      code("cb_obj.data.x[0] += 1; cb_obj.change.emit(); level.value += 1", {
        level: new Reference(2),
      }),
    );
    stage.receive(1, "data", { x: [5] });
    expect(held(stage)).toEqual({ x: [6] });
    expect(stage.model(2).get("value")).toBe(1);
  });

  test("can be streamed and patched", () => {
    const stage = source();
    const one = facade(stage, 1);
    one["stream"]?.({ x: [9], y: [3], name: ["c"] }, 100);
    one["patch"]?.({ name: [[0, "z"]], x: [[{ start: 0, stop: 2 }, [0, 0]]] });
    expect(stage.sync.pending).toBe(2);
    expect(one["get_length"]?.()).toBe(1);
    expect(one["columns"]?.()).toEqual(["x", "y", "name"]);
    expect(one["get_column"]?.("name")).toEqual(["a"]);
    one["clear"]?.();
    expect(one.length).toBe(0);
  });
});

describe("signals", () => {
  test("call functions that are connected, until they are not", () => {
    const stage = new Stage(["Slider", {}], code(""), ["Slider", on("change:value", 2)]);
    const runner = new CallbackRunner(stage.document, () => undefined);
    const slider = new Facades(stage.document, runner).of(stage.model(1)) as unknown as Any;
    const slot = vi.fn();
    slider["connect"]?.(slider["properties"]?.["value"]?.["change"], slot);
    runner.changed(stage.model(1), { kind: "set", field: "value" });
    expect(slot).toHaveBeenCalledTimes(1);
    slider["properties"]?.["value"]?.["change"]?.["disconnect"]?.(slot);
    runner.changed(stage.model(1), { kind: "set", field: "value" });
    expect(slot).toHaveBeenCalledTimes(1);
  });
});

describe("the document", () => {
  test("finds models by id and name", () => {
    const stage = new Stage(
      ["Slider", { name: "a" }],
      ["Slider", { name: "b" }],
      ["Slider", { name: "b" }],
    );
    const one = facade(stage, 1);
    const document = one["document"];
    expect(document?.["roots"]?.()).toEqual([one]);
    expect(document?.["title"]?.()).toBe("Stage");
    expect(document?.["get_model_by_name"]?.("a")).toBe(one);
    expect(document?.["get_model_by_name"]?.("c")).toBeNull();
    expect(document?.["get_model_by_id"]?.("1")).toBe(one);
    expect(document?.["get_model_by_id"]?.(99)).toBeNull();
    expect(document?.["select"]?.("b")).toHaveLength(2);
    expect(() => document?.["select_one"]?.("b")).toThrow("several models");
  });

  test("sends messages of the application's own, if Python listens", () => {
    const listens = { subscribed_events: ["message_sent"] };
    const stage = new Stage(["Slider", { name: "a" }], ["DocumentEvents", listens]);
    const one = facade(stage, 1);
    one["document"]?.["send_message"]?.("saved", { at: [1, one] });
    expect(stage.sent()).toMatchObject([
      { name: "message_sent", detail: { msg_type: "saved", msg_data: { at: [1, {}] } } },
    ]);
  });

  test("is where code looks for it", () => {
    const stage = new Stage(
      ["Slider", { name: "a", ...on("change:value", 2) }],
      code("Bokeh.documents[0].get_model_by_name('a').high = 3"),
    );
    stage.model(1).set("value", 1);
    expect(stage.model(1).get("high")).toBe(3);
  });
});

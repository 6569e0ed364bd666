import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import "../../src/callbacks/forbidden.js";
import { Reference } from "../../src/model/value.js";
import { Stage, code, link, on, onEvent } from "./stage.js";
import "../../src/callbacks/open_url.js";

const errors = vi.spyOn(console, "error");

beforeEach(() => {
  errors.mockReset().mockImplementation(() => undefined);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("links", () => {
  test("follow what is set here, and tell the server", () => {
    const stage = new Stage(
      ["Slider", { value: 1, ...on("change:value", 3) }],
      ["Slider", { value: 1 }],
      link(2),
    );
    stage.model(1).set("value", 4);
    expect(stage.model(2).get("value")).toBe(4);
    expect(stage.sets()).toEqual([
      [1, "value", 4],
      [2, "value", 4],
    ]);
  });

  test("follow what the server sets", () => {
    const stage = new Stage(
      ["Slider", { value: 1, ...on("change:value", 3) }],
      ["Slider", {}],
      link(2),
    );
    stage.receive(1, "value", 7);
    expect(stage.sets()).toEqual([[2, "value", 7]]);
  });

  test("leave to other peers what those asked for", () => {
    const stage = new Stage(
      ["Slider", { value: 1, ...on("change:value", 3) }],
      ["Slider", {}],
      link(2),
    );
    stage.receive(1, "value", 7, { peer: true });
    expect(stage.sets()).toEqual([]);
    stage.model(2).set("value", 3);
    stage.receive(1, "value", 8, { peer: true, ack: 1 });
    expect(stage.model(2).get("value")).toBe(8);
  });

  test("do nothing when the document arrives", () => {
    const stage = new Stage(
      ["Slider", { value: 1, ...on("change:value", 3) }],
      ["Slider", {}],
      link(2),
    );
    expect(stage.sets()).toEqual([]);
    expect(stage.model(2).get("value")).toBe(0);
  });

  test("in both directions end when both are equal", () => {
    const stage = new Stage(
      ["Slider", { value: 1, ...on("change:value", 3) }],
      ["Slider", { value: 2, ...on("change:value", 4) }],
      link(2),
      link(1),
    );
    stage.model(2).set("value", 5);
    stage.receive(1, "value", 6);
    expect(stage.sets()).toEqual([
      [2, "value", 5],
      [1, "value", 5],
    ]);
    expect(errors).not.toHaveBeenCalled();
  });

  test.each([
    [0, 10],
    [-1, 30],
    [5, 0],
    ["name", 0],
  ])("take the part %j of a value", (attr_selector, value) => {
    const stage = new Stage(
      ["Slider", { value: [0, 0], ...on("change:value", 3) }],
      ["Slider", {}],
      link(2, { attr_selector }),
    );
    stage.model(1).set("value", [10, 20, 30]);
    expect(stage.model(2).get("value")).toBe(value);
  });

  test("that come later count from then on", () => {
    const stage = new Stage(["Slider", {}], ["Slider", {}]);
    stage.sync.receive({
      type: "patch",
      revision: 4,
      models: [{ id: 3, type: "FieldLink", fields: link(2)[1] }],
      changes: [
        {
          kind: "field_changed",
          model: 1,
          field: "js_property_callbacks",
          value: { "change:value": [new Reference(3)] },
        },
      ],
    });
    stage.model(1).set("value", 2);
    expect(stage.model(2).get("value")).toBe(2);
  });
});

describe("callbacks that say what to do", () => {
  test("set a value", () => {
    const stage = new Stage(
      ["Button", { subscribed_events: [], ...onEvent("button_click", 3) }],
      ["Slider", {}],
      ["SetValue", { obj: new Reference(2), attr: "value", value: 9 }],
    );
    stage.model(1).emit("button_click");
    expect(stage.sets()).toEqual([[2, "value", 9]]);
  });

  test("hide and show", () => {
    const stage = new Stage(
      ["Button", { subscribed_events: [], ...onEvent("button_click", 2) }],
      ["ToggleVisibility", { target: new Reference(1) }],
    );
    stage.model(1).emit("button_click");
    expect(stage.sets()).toEqual([[1, "visible", false]]);
    stage.model(1).emit("button_click");
    expect(stage.sets()).toEqual([[1, "visible", true]]);
  });

  test.each([
    ["https://example.com/a?b#c", "https://example.com/a?b#c"],
    ["other", "https://here.example/app/other"],
    ["javascript:alert(1)", undefined],
    [" java\nscript:alert(1)", undefined],
    ["data:text/html,x", undefined],
    ["vbscript:x", undefined],
  ])("open %j", (url, opened) => {
    const open = vi.fn();
    vi.stubGlobal("window", { document: { baseURI: "https://here.example/app/" }, open });
    const stage = new Stage(
      ["Button", { subscribed_events: [], ...onEvent("button_click", 2) }],
      ["OpenURL", { url }],
    );
    stage.model(1).emit("button_click");
    expect(open.mock.calls).toEqual(opened === undefined ? [] : [[opened, "_blank", "noopener"]]);
    expect(errors).toHaveBeenCalledTimes(opened === undefined ? 1 : 0);
  });

  test("of a type that nobody knows are logged once", () => {
    const stage = new Stage(["Slider", on("change:value", 2)], ["Levitate", {}]);
    stage.model(1).set("value", 1);
    stage.model(1).set("value", 2);
    expect(errors).toHaveBeenCalledTimes(1);
  });
});

describe("code", () => {
  test("knows its arguments, the model and this", () => {
    const stage = new Stage(
      ["Slider", { value: 1, ...on("change:value", 3) }],
      ["Slider", {}],
      code("other.value = cb_obj.value * factor + (this === cb_obj ? 0.5 : 0)", {
        other: new Reference(2),
        factor: 10,
      }),
    );
    stage.receive(1, "value", 3);
    expect(stage.sets()).toEqual([[2, "value", 30.5]]);
  });

  test("may be a module", () => {
    const stage = new Stage(
      ["Slider", { value: 1, ...on("change:value", 3) }],
      ["Slider", {}],
      code(
        `const twice = (x) => 2 * x
        export const unused = 1
        export default ({ other }, obj, data, { index }) => { other.value = twice(obj.value) }`,
        { other: new Reference(2) },
      ),
    );
    stage.receive(1, "value", 3);
    expect(stage.sets()).toEqual([[2, "value", 6]]);
  });

  test.each([
    ["a statement that imports", 'import x from "y"\nexport default () => {}'],
    ["no default export", "const x = 1"],
    ["a default that is no function", "export default 3"],
    ["a mistake", "export default ( => {}"],
  ])("of a module with %s is logged", (_, text) => {
    const stage = new Stage(["Slider", on("change:value", 2)], code(text, {}, { module: true }));
    stage.model(1).set("value", 1);
    stage.model(1).set("value", 2);
    expect(errors).toHaveBeenCalledTimes(1);
  });

  test("is strict, and is no module if Python says so", () => {
    const stage = new Stage(
      ["Slider", on("change:value", 2)],
      code("undeclared = 1", {}, { module: false }),
    );
    stage.model(1).set("value", 1);
    expect(String(errors.mock.calls[0])).toContain("undeclared is not defined");
  });

  test("that fails is logged once, and stops no other", async () => {
    const stage = new Stage(
      ["Slider", on("change:value", 2, 3, 4)],
      code("throw new Error('one')"),
      code("", {}, { code: "return Promise.reject(new Error('two'))" }),
      code("cb_obj.high = cb_obj.value"),
    );
    stage.model(1).set("value", 1);
    stage.model(1).set("value", 2);
    await Promise.resolve();
    expect(stage.model(1).get("high")).toBe(2);
    expect(errors.mock.calls.map((call) => String(call.at(-1)))).toEqual([
      "Error: one",
      "Error: two",
    ]);
  });

  test("that was changed is compiled anew", () => {
    const stage = new Stage(["Slider", on("change:value", 2)], code("cb_obj.high = 1"));
    stage.model(1).set("value", 1);
    stage.receive(2, "code", "cb_obj.high = 2");
    stage.model(1).set("value", 2);
    expect(stage.model(1).get("high")).toBe(2);
  });

  test("that is forbidden is told once, and all else goes on", () => {
    const forbidden = vi.fn(function refuse() {
      throw new EvalError("unsafe-eval");
    });
    vi.stubGlobal("Function", forbidden);
    const stage = new Stage(
      ["Slider", on("change:value", 3, 4, 5)],
      ["Slider", {}],
      code("cb_obj.high = 1"),
      code("cb_obj.high = 2"),
      link(2),
    );
    stage.model(1).set("value", 1);
    stage.model(1).set("value", 2);
    expect(stage.model(2).get("value")).toBe(2);
    expect(stage.told).toEqual([{ message: expect.stringContaining("'unsafe-eval'") as string }]);
    expect(forbidden).toHaveBeenCalledTimes(1);
    expect(errors).toHaveBeenCalledTimes(1);
  });
});

describe("order", () => {
  test("a callback ends before those that it sets off begin", () => {
    vi.stubGlobal("heard", []);
    const stage = new Stage(
      ["Slider", on("change:value", 3)],
      ["Slider", on("change:value", 4)],
      code("heard.push('a'); other.value = 5; heard.push('b')", { other: new Reference(2) }),
      code("heard.push('c')"),
    );
    stage.model(1).set("value", 1);
    expect((globalThis as { heard?: unknown }).heard).toEqual(["a", "b", "c"]);
  });

  test("callbacks that set each other off without end are stopped, and said so once", () => {
    const stage = new Stage(
      ["Slider", on("change:value", 3)],
      ["Slider", on("change:value", 4)],
      code("other.value = cb_obj.value + 1", { other: new Reference(2) }),
      code("other.value = cb_obj.value + 1", { other: new Reference(1) }),
    );
    stage.model(1).set("value", 1);
    stage.model(1).set("value", 0);
    expect(errors).toHaveBeenCalledTimes(1);
    expect(String(errors.mock.calls[0])).toContain("without end");
    expect(stage.model(1).get("value")).toBeLessThan(1100);
  });
});

describe("events", () => {
  test("are what the code gets, with where they happened", () => {
    const stage = new Stage(
      ["Slider", { ...onEvent("tap", 2), subscribed_events: [] }],
      code("cb_obj.origin.value = cb_obj.x + (cb_obj.event_name === 'tap' ? 0.5 : 0)"),
    );
    expect(stage.model(1).observes("tap")).toBe(true);
    expect(stage.model(1).observes("pan")).toBe(false);
    stage.model(1).emit("tap", { x: 2 });
    expect(stage.sets()).toEqual([[1, "value", 2.5]]);
  });

  test("are only sent where Python wants to hear of them, after what callbacks set", () => {
    const stage = new Stage(
      ["Slider", { ...onEvent("tap", 2), subscribed_events: ["tap"] }],
      code("cb_obj.origin.value = 7"),
    );
    stage.model(1).emit("tap");
    expect(stage.sent()).toMatchObject([{ type: "patch" }, { type: "event", name: "tap" }]);
  });

  test("of the document are those of the model that subscribes to them", () => {
    const stage = new Stage(
      ["Slider", { name: "level" }],
      [
        "DocumentEvents",
        { ...onEvent("document_ready", 3), subscribed_events: ["document_ready"] },
      ],
      code("cb_obj.origin.get_model_by_name('level').value = 3"),
    );
    stage.document.emit(undefined, "document_ready");
    stage.document.emit(undefined, "connection_lost");
    expect(stage.sent()).toMatchObject([
      { type: "patch" },
      { type: "event", name: "document_ready" },
    ]);
  });

  test("of a document that subscribes to none go nowhere", () => {
    const stage = new Stage(["Slider", {}]);
    stage.document.emit(undefined, "document_ready");
    expect(stage.sent()).toEqual([]);
  });
});

describe("signals", () => {
  test.each([
    ["streaming", { kind: "columns_streamed", columns: { x: [1] } }],
    ["patching", { kind: "columns_patched", patches: { x: [[0, 1]] } }],
    ["change:data", { kind: "columns_changed", columns: { x: [1] } }],
    ["change", { kind: "columns_changed", columns: { x: [1] } }],
  ])("%s", (signal, change) => {
    const stage = new Stage(
      ["Source", { data: { x: [0] }, ...on(signal, 3) }],
      ["Slider", {}],
      code("level.value += 1", { level: new Reference(2) }),
    );
    const whole = { kind: "field_changed", field: "name", value: "x" };
    for (const [at, one] of [change, whole].entries()) {
      stage.sync.receive({
        type: "patch",
        revision: 4 + at,
        changes: [{ model: 1, field: "data", ...one }],
      } as never);
    }
    expect(stage.model(2).get("value")).toBe(signal === "change" ? 2 : 1);
  });
});

import { describe, expect, test } from "vitest";
import { RevisionError, UnknownModelError } from "../../src/document/errors.js";
import type { Model } from "../../src/model/model.js";
import { LocalProtocolError, RemoteProtocolError } from "../../src/protocol/index.js";
import type { ServerMessage } from "../../src/protocol/index.js";
import { QueueFullError } from "../../src/session/pending.js";
import { TRANSITIONS } from "../../src/session/state.js";
import { SNAPSHOT, TestSession, WELCOME, parsed } from "../support/session.js";

function set(model: number, field: string, value: unknown, revision: number): ServerMessage {
  return {
    type: "patch",
    revision,
    changes: [{ kind: "field_changed", model, field, value }],
  };
}

describe("greeting", () => {
  test("the first hello brings the arguments", () => {
    const { sync } = new TestSession({ arguments: { user: ["ann"] } });
    expect(parsed(sync.open())).toEqual({
      type: "hello",
      protocol: 1,
      tab: "tab",
      arguments: { user: ["ann"] },
    });
  });

  test("later ones resume, from revision 0 like from any other", () => {
    const { sync } = new TestSession();
    sync.open();
    sync.receive({ ...WELCOME, revision: 0 });
    sync.receive({ ...SNAPSHOT, revision: 0 } as ServerMessage);
    sync.lost();
    expect(parsed(sync.open())).toEqual({
      type: "hello",
      protocol: 1,
      tab: "tab",
      epoch: "e1",
      revision: 0,
      acked: 0,
    });
  });

  test("a connection lost before the snapshot begins anew", () => {
    const { sync } = new TestSession();
    sync.open();
    sync.receive(WELCOME);
    sync.lost();
    expect(parsed(sync.open())).not.toHaveProperty("epoch");
  });

  test("nothing is sent before the document is there", () => {
    const session = new TestSession().begin();
    session.sync.lost();
    session.model(1).set("value", 2);
    session.sync.open();
    expect(session.sent()).toEqual([]);
    session.sync.receive({ ...WELCOME, epoch: "e2" });
    expect(session.sent()).toEqual([]);
  });

  test.each(["patch", "ack", "snapshot"] as const)("%s before welcome is refused", (type) => {
    const { sync } = new TestSession();
    sync.open();
    const message = { ...SNAPSHOT, type, seq: 1 } as unknown as ServerMessage;
    expect(() => {
      sync.receive(message);
    }).toThrow(RemoteProtocolError);
  });

  test("every state has a way on", () => {
    for (const events of Object.values(TRANSITIONS)) {
      expect(Object.keys(events).length).toBeGreaterThan(0);
      for (const next of Object.values(events)) {
        expect(Object.keys(TRANSITIONS)).toContain(next);
      }
    }
  });
});

describe("own sets", () => {
  test("show at once and are sent without the revision that was known", () => {
    const session = new TestSession().begin();
    session.model(1).set("value", 2.5);
    expect(session.model(1).get("value")).toBe(2.5);
    expect(session.sent()).toEqual([
      {
        type: "patch",
        seq: 1,
        changes: [{ kind: "field_changed", model: 1, field: "value", value: 2.5 }],
      },
    ]);
  });

  test("hide what comes for the field until they are acknowledged", () => {
    const session = new TestSession().begin();
    session.model(1).set("value", 5);
    session.sync.receive(set(1, "value", 7, 4));
    expect(session.model(1).get("value")).toBe(5);
    session.sync.receive({ type: "ack", seq: 1, revision: 5 });
    expect(session.model(1).get("value")).toBe(5);
    session.sync.receive(set(1, "value", 8, 6));
    expect(session.model(1).get("value")).toBe(8);
  });

  test("stay hidden until the latest of them is acknowledged", () => {
    const session = new TestSession().begin();
    session.model(1).set("value", 5);
    session.sent();
    session.model(1).set("value", 6);
    session.sync.receive({ ...set(1, "value", 50, 4), ack: 1 } as ServerMessage);
    expect(session.model(1).get("value")).toBe(6);
    session.sync.receive({ type: "ack", seq: 2, revision: 5 });
    expect(session.model(1).get("value")).toBe(6);
  });

  test("give way to what the server made of them", () => {
    const session = new TestSession().begin();
    session.model(1).set("value", 500);
    session.sync.receive({ ...set(1, "value", 10, 4), ack: 1 } as ServerMessage);
    expect(session.model(1).get("value")).toBe(10);
  });

  test("fall back to the server's value when they are refused", () => {
    const session = new TestSession().begin();
    const changes: unknown[] = [];
    session.model(1).observe((change) => changes.push(change));
    session.model(1).set("value", "x");
    session.sync.receive(set(1, "value", 7, 4));
    const rejected = [{ seq: 1, error: "bad_value", message: "no" }];
    session.sync.receive({ type: "ack", seq: 1, revision: 4, rejected });
    expect(session.model(1).get("value")).toBe(7);
    expect(changes).toEqual([
      { kind: "set", field: "value" },
      { kind: "set", field: "value" },
    ]);
    expect(session.outcomes).toEqual([[1, "bad_value"]]);
  });

  test("of what stands already send nothing", () => {
    const session = new TestSession().begin();
    session.model(1).setAll({ value: 1, high: Infinity });
    expect(session.sync.pending).toBe(0);
  });

  test("do not change with the list that was handed over", () => {
    const session = new TestSession().begin();
    const list = [1];
    session.model(1).set("value", list);
    list.push(2);
    expect(session.model(1).get("value")).toEqual([1]);
  });

  test("that were never sent collapse to the latest", () => {
    const session = new TestSession().begin();
    session.sync.lost();
    session.model(1).set("value", 2);
    session.model(1).set("value", 3);
    session.model(1).set("other", 1);
    session.model(1).set("value", 4);
    session.sync.open();
    session.sync.receive(WELCOME);
    expect(session.sent()).toMatchObject([
      { seq: 1, changes: [{ value: 3 }] },
      { seq: 2, changes: [{ field: "other" }] },
      { seq: 3, changes: [{ value: 4 }] },
    ]);
  });

  test("that were sent once never collapse", () => {
    const session = new TestSession().begin();
    session.model(1).set("value", 2);
    session.sent();
    session.sync.lost();
    session.model(1).set("value", 3);
    session.sync.open();
    session.sync.receive(WELCOME);
    expect(session.sent()).toMatchObject([{ seq: 1 }, { seq: 2 }]);
  });
});

describe("rows and events", () => {
  test("streamed rows show when they come back", () => {
    const session = new TestSession().begin();
    const rows = { kind: "columns_streamed", field: "data", columns: { x: [1] } } as const;
    session.sync.editRows({ ...rows, model: session.model(2) });
    expect(session.model(2).get("data")).toEqual({});
    expect(session.sent()).toMatchObject([{ seq: 1, changes: [{ ...rows, model: 2 }] }]);
    const changes: unknown[] = [];
    session.model(2).observe((change) => changes.push(change));
    session.sync.receive({ type: "patch", revision: 4, ack: 1, changes: [{ ...rows, model: 2 }] });
    expect(session.model(2).get("data")).toEqual({ x: [1] });
    expect(changes).toEqual([{ kind: "stream", field: "data", added: 1, dropped: 0 }]);
  });

  test("an event carries its model and is sent again until it is acknowledged", () => {
    const session = new TestSession().begin();
    session.model(1).emit("button_click");
    const event = { type: "event", seq: 1, name: "button_click", model: 1 };
    expect(session.sent()).toEqual([event]);
    expect(session.sent()).toEqual([]);
    session.resume();
    expect(session.sent()).toEqual([event]);
    session.resume({ seq: 1 });
    expect(session.sent()).toEqual([]);
  });
});

describe("new models", () => {
  test("get provisional ids, and their final ones with the acknowledgement", () => {
    const session = new TestSession().begin();
    const inner = session.document.create("Slider", { value: 9 });
    const outer = session.document.create("Row", { children: [inner] });
    session.model(1).set("child", outer);
    expect(session.sent()).toMatchObject([
      {
        models: [
          { id: -1, type: "Row", fields: { children: [{ $ref: -2 }] } },
          { id: -2, type: "Slider", fields: { value: 9 } },
        ],
        changes: [{ value: { $ref: -1 } }],
      },
    ]);
    session.sync.receive({
      type: "ack",
      seq: 1,
      revision: 4,
      ids: [
        [-1, 10],
        [-2, 11],
      ],
    });
    expect([outer.id, inner.id]).toEqual([10, 11]);
    expect(session.document.model(-1)).toBe(outer);
    session.sync.receive(set(11, "value", 3, 5));
    expect(inner.get("value")).toBe(3);
  });

  test("have their final ids in messages that still wait", () => {
    const session = new TestSession().begin();
    const added = session.document.create("Slider", {});
    session.model(1).set("child", added);
    session.sent();
    added.set("value", 5);
    session.model(2).set("child", added);
    session.resume({ seq: 1, ids: [[-1, 10]] });
    expect(session.sent()).toMatchObject([
      { seq: 2, changes: [{ model: 10, value: 5 }] },
      { seq: 3, changes: [{ value: { $ref: 10 } }] },
    ]);
  });

  test("go when they are refused", () => {
    const session = new TestSession().begin();
    session.model(1).set("child", session.document.create("Nope", {}));
    const rejected = [{ seq: 1, error: "unknown_type", message: "no" }];
    session.sync.receive({ type: "ack", seq: 1, revision: 3, rejected });
    expect(session.document.models.size).toBe(2);
    expect(session.model(1).get("child")).toBeUndefined();
  });
});

describe("resume", () => {
  test("what the welcome covers is dropped, the rest is sent again in order", () => {
    const session = new TestSession().begin();
    for (const value of [2, 3, 4]) {
      session.model(1).set("value", value);
      session.sent();
    }
    session.resume({ seq: 1 });
    expect(session.sent()).toMatchObject([{ seq: 2 }, { seq: 3 }]);
    expect(session.outcomes).toEqual([[1, "applied"]]);
  });

  test.each([
    ["a tab that is not known any more", { epoch: "e1", seq: null }],
    ["another epoch", { epoch: "e2", seq: 0 }],
  ])("%s drops what waits", (_, welcome) => {
    const session = new TestSession().begin();
    session.model(1).set("value", 2);
    session.sent();
    session.resume(welcome);
    expect(session.outcomes).toEqual([[1, "dropped"]]);
    expect(session.model(1).get("value")).toBe(1);
    session.sync.receive({ ...SNAPSHOT, epoch: welcome.epoch } as ServerMessage);
    session.model(1).set("value", 3);
    expect(session.sent()).toMatchObject([{ seq: 1, changes: [{ value: 3 }] }]);
  });

  test("a snapshot of the same epoch keeps models and pending sets", () => {
    const session = new TestSession().begin();
    const before = session.model(1);
    before.set("value", 2);
    session.sent();
    session.resume();
    session.sync.receive({ ...SNAPSHOT, revision: 9, title: "new" } as ServerMessage);
    expect(session.model(1)).toBe(before);
    expect(before.get("value")).toBe(2);
    expect(session.document.title).toBe("new");
  });

  test("a snapshot of another epoch brings other models", () => {
    const session = new TestSession().begin();
    const before = session.model(1);
    const changes: unknown[] = [];
    session.document.observe((change) => changes.push(change.kind));
    session.resume({ epoch: "e2" });
    session.sync.receive({ ...SNAPSHOT, epoch: "e2" } as ServerMessage);
    expect(session.model(1)).not.toBe(before);
    expect(changes).toEqual(["roots"]);
  });
});

describe("the document", () => {
  test("observers hear of a message when all of it is applied", () => {
    const session = new TestSession().begin();
    const seen: unknown[] = [];
    session.model(1).observe((change) => {
      seen.push([change, session.model(1).get("a"), session.model(1).get("b")]);
    });
    session.sync.receive({
      type: "patch",
      revision: 4,
      changes: ["a", "b"].map((field) => ({ kind: "field_changed", model: 1, field, value: 1 })),
    });
    expect(seen).toEqual([
      [{ kind: "set", field: "a" }, 1, 1],
      [{ kind: "set", field: "b" }, 1, 1],
    ]);
  });

  test("roots, title and models come and go", () => {
    const session = new TestSession().begin();
    session.sync.receive({
      type: "patch",
      revision: 4,
      models: [{ id: 5, type: "Slider", fields: {} }],
      changes: [
        { kind: "root_added", model: 5, index: 0 },
        { kind: "root_removed", model: 1 },
        { kind: "title_changed", title: "t" },
      ],
      removed: [1],
    });
    expect(session.document.roots.map((root) => root.id)).toEqual([5]);
    expect(session.document.title).toBe("t");
    expect(session.document.model(1)).toBeUndefined();
  });

  test("defaults come from the schema, along the bases", () => {
    const session = new TestSession().begin();
    expect(session.model(1).get("high")).toBe(Infinity);
    expect(session.model(1).get("nope")).toBeUndefined();
    expect(session.model(1).observes("tap")).toBe(false);
    session.sync.receive(set(1, "subscribed_events", ["tap"], 4));
    expect(session.model(1).observes("tap")).toBe(true);
  });

  test("rows of a default change one model only", () => {
    const session = new TestSession().begin();
    session.sync.receive({
      type: "patch",
      revision: 4,
      models: [{ id: 5, type: "Source", fields: {} }],
      changes: [{ kind: "columns_changed", model: 5, field: "data", columns: { x: [1] } }],
    });
    expect(session.model(5).get("data")).toEqual({ x: [1] });
    expect(session.model(2).get("data")).toEqual({});
  });

  test.each([
    ["a gap", set(1, "value", 1, 6), RevisionError],
    ["a patch that was applied already", set(1, "value", 1, 3), RevisionError],
    ["an unknown model", set(99, "value", 1, 4), UnknownModelError],
    [
      "an acknowledgement of what was never sent",
      { type: "ack", seq: 5, revision: 3 },
      RemoteProtocolError,
    ],
  ])("%s is refused", (_, message, error) => {
    const session = new TestSession().begin();
    expect(() => {
      session.sync.receive(message as ServerMessage);
    }).toThrow(error);
  });

  test("a correction of the present revision is applied", () => {
    const session = new TestSession().begin();
    session.sync.receive({ ...set(1, "value", 8, 3), base: 3 } as ServerMessage);
    expect(session.model(1).get("value")).toBe(8);
  });
});

describe("limits", () => {
  const limits = { maxMessages: 2, maxBytes: 400 };

  function attempt(model: Model, value: unknown): () => void {
    return () => {
      model.set("value", value);
      model.emit("tick");
    };
  }

  test.each([
    ["messages", [2, 3], QueueFullError],
    ["bytes", ["x".repeat(400)], QueueFullError],
    ["the server's limit", ["x".repeat(1001)], LocalProtocolError],
    ["depth", [nested(80)], LocalProtocolError],
    ["functions", [Math.max], LocalProtocolError],
  ])("%s", (_, values, error) => {
    const session = new TestSession({ limits }).begin();
    const model = session.model(1);
    expect(() => {
      values.forEach((value) => {
        attempt(model, value)();
      });
    }).toThrow(error);
    const pending = session.sync.pending;
    expect(session.sent()).toHaveLength(pending);
  });

  test("an edit that cannot be sent changes nothing", () => {
    const session = new TestSession({ limits }).begin();
    const added = session.document.create("Slider", { value: "x".repeat(400) });
    expect(() => {
      session.model(1).set("value", added);
    }).toThrow(QueueFullError);
    expect(session.model(1).get("value")).toBe(1);
    expect(added.id).toBe(0);
    expect(session.document.models.size).toBe(2);
  });
});

function nested(depth: number): unknown {
  return depth === 0 ? 0 : [nested(depth - 1)];
}

import { describe, expect, test } from "vitest";
import { TestSession } from "../support/session.js";

describe("edits of models that the server does not have", () => {
  const unknown = (seq: number) => ({
    seq,
    error: "unknown_model",
    message: "no model has the id 1",
  });

  test("that have gone meanwhile are no failure", () => {
    const failures: unknown[] = [];
    const session = new TestSession({ onError: (info) => failures.push(info) }).begin();
    session.model(1).set("value", 5);
    const removed = { revision: 4, removed: [1], ack: 1, rejected: [unknown(1)] };
    session.sync.receive({ type: "patch", ...removed });
    expect(session.outcomes).toEqual([[1, "unknown_model"]]);
    expect(failures).toEqual([]);
  });

  test("of which a value names one that has gone are no failure", () => {
    const failures: unknown[] = [];
    const session = new TestSession({ onError: (info) => failures.push(info) }).begin();
    session.model(1).set("value", [session.model(2)]);
    const removed = { revision: 4, removed: [2], ack: 1, rejected: [unknown(1)] };
    session.sync.receive({ type: "patch", ...removed });
    expect(failures).toEqual([]);
  });

  test("that went while the connection was lost are no failure", () => {
    const failures: unknown[] = [];
    const session = new TestSession({ onError: (info) => failures.push(info) }).begin();
    session.model(1).set("value", 5);
    session.sync.take();
    session.resume({ seq: 1, rejected: [unknown(1)] });
    session.sync.receive({ type: "patch", revision: 4, removed: [1] });
    expect(session.outcomes).toEqual([[1, "unknown_model"]]);
    expect(failures).toEqual([]);
  });

  test("that are here are reported once for each model", () => {
    const failures: unknown[] = [];
    const session = new TestSession({ onError: (info) => failures.push(info) }).begin();
    for (const [id, seq] of [
      [1, 1],
      [1, 2],
      [2, 3],
    ] as const) {
      session.model(id).set("value", `${seq}`);
      session.sync.receive({ type: "ack", seq, revision: 3, rejected: [unknown(seq)] });
    }
    const { message } = unknown(1);
    expect(failures).toEqual([
      { id: "unknown_model", message },
      { id: "unknown_model", message },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { TestSession, WELCOME } from "../support/session.js";

describe("edits that set each other off", () => {
  /** A session in which one field follows another, as a link does. */
  function linked(): TestSession {
    const session = new TestSession().begin();
    session.model(1).observe((change) => {
      if (change.kind === "set" && change.field === "value") {
        session.model(2).set("follower", session.model(1).get("value"));
      }
    });
    return session;
  }

  function changes(...sets: [number, string, unknown][]): object[] {
    return sets.map(([model, field, value]) => ({ kind: "field_changed", model, field, value }));
  }

  test("leave as one message", () => {
    const session = linked();
    session.model(1).set("value", 5);
    const both = changes([1, "value", 5], [2, "follower", 5]);
    expect(session.sent()).toEqual([{ type: "patch", seq: 1, changes: both }]);
  });

  test("of two people leave both with the same, whoever is first", () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const people = [linked(), linked()];
      people[0]?.model(1).set("value", 5);
      people[1]?.model(1).set("value", 7);
      const sent = people.map((person) => person.sent() as { changes: never[] }[]);
      let revision = 3;
      for (const author of order) {
        for (const { changes: made } of sent[author] ?? []) {
          revision += 1;
          for (const [at, person] of people.entries()) {
            const mine = at === author;
            person.sync.receive({
              type: "patch",
              revision,
              changes: mine ? [] : made,
              ...(mine ? { ack: 1 } : { peer: true }),
            });
          }
        }
      }
      const last = order[1] === 1 ? 7 : 5;
      for (const person of people) {
        expect(person.model(1).get("value")).toBe(last);
        expect(person.model(2).get("follower")).toBe(last);
        expect(person.sync.pending).toBe(0);
      }
    }
  });

  test("take back nothing but what was wrong when they are refused", () => {
    const session = linked();
    session.model(1).set("value", 5);
    session.sent();
    const rejected = [{ seq: 1, error: "bad_value", message: "no" }];
    session.sync.receive({ type: "ack", seq: 1, revision: 3, rejected });
    expect(session.model(1).get("value")).toBe(5);
    expect(session.sent()).toEqual([
      { type: "patch", seq: 2, changes: changes([1, "value", 5]) },
      { type: "patch", seq: 3, changes: changes([2, "follower", 5]) },
    ]);
    session.sync.receive({
      type: "ack",
      seq: 3,
      revision: 4,
      rejected: [{ seq: 3, error: "bad_value", message: "no" }],
    });
    expect(session.model(1).get("value")).toBe(5);
    expect(session.model(2).get("follower")).toBeUndefined();
    expect(session.sync.pending).toBe(0);
  });

  test("are not sent again where something newer was set", () => {
    const session = linked();
    session.model(1).set("value", 5);
    session.sent();
    session.model(1).set("value", 6);
    session.sent();
    const rejected = [{ seq: 1, error: "bad_value", message: "no" }];
    session.sync.receive({ type: "ack", seq: 1, revision: 3, rejected });
    expect(session.sent()).toEqual([]);
    expect(session.model(1).get("value")).toBe(6);
  });

  test("leave one message while there is no connection", () => {
    const session = linked();
    session.sync.lost();
    for (let value = 2; value < 50; value += 1) session.model(1).set("value", value);
    expect(session.sync.pending).toBe(1);
    session.sync.open();
    session.sync.receive(WELCOME);
    const both = changes([1, "value", 49], [2, "follower", 49]);
    expect(session.sent()).toEqual([{ type: "patch", seq: 1, changes: both }]);
  });

  test("keep their place before and after rows", () => {
    const session = new TestSession().begin();
    const { document } = session;
    document.together(() => {
      session.model(1).set("value", 5);
      document.editRows({
        kind: "columns_streamed",
        model: session.model(2),
        field: "data",
        columns: { x: [1] },
      });
      session.model(1).set("high", 6);
    });
    const sent = session.sent() as { changes: { kind: string }[] }[];
    expect(sent.map(({ changes: [first] }) => first?.kind)).toEqual([
      "field_changed",
      "columns_streamed",
      "field_changed",
    ]);
  });

  test("that are too large for one message leave as two", () => {
    const session = new TestSession().begin();
    session.document.together(() => {
      session.model(1).set("value", "a".repeat(700));
      session.model(2).set("name", "b".repeat(700));
    });
    expect(session.sent()).toHaveLength(2);
  });
});

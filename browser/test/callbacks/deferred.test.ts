import { expect, test, vi } from "vitest";
import { deferredRunner } from "../../src/callbacks/deferred.js";
import { Reference } from "../../src/model/value.js";
import { TestSession, WELCOME } from "../support/session.js";
import { link, on } from "./stage.js";

function begin(tell: () => void): TestSession {
  const session = new TestSession();
  session.document.makeRunner = () => deferredRunner(session.document, tell);
  session.sync.open();
  session.sync.receive(WELCOME);
  const [type, fields] = link(2);
  session.sync.receive({
    type: "snapshot",
    epoch: "e1",
    revision: 3,
    title: "",
    roots: [1],
    models: [
      { id: 1, type: "Slider", fields: { value: 1, ...on("change:value", 3) } },
      { id: 2, type: "Slider", fields: {} },
      { id: 3, type, fields },
      {
        id: 4,
        type: "DocumentEvents",
        fields: { js_event_callbacks: { document_ready: [new Reference(5)] } },
      },
      {
        id: 5,
        type: "SetValue",
        fields: { obj: new Reference(1), attr: "high", value: 5 },
      },
    ],
  });
  return session;
}

test("what happens before the code is there is dealt with when it is", async () => {
  const tell = vi.fn();
  const session = begin(tell);
  session.model(1).set("value", 4);
  session.document.emit(undefined, "document_ready");
  expect(session.model(2).get("value")).toBe(0);
  await vi.waitFor(() => {
    expect(session.model(1).get("high")).toBe(5);
  });
  expect(session.model(2).get("value")).toBe(4);
  session.model(1).set("value", 6);
  expect(session.model(2).get("value")).toBe(6);
  expect(tell).not.toHaveBeenCalled();
});

test("code that cannot be loaded is told of once, and nothing is kept for it", async () => {
  vi.doMock("../../src/callbacks/runner.js", () => {
    throw new Error("offline");
  });
  const tell = vi.fn();
  const session = begin(tell);
  session.model(1).set("value", 4);
  await vi.waitFor(() => {
    expect(tell).toHaveBeenCalledTimes(1);
  });
  session.model(1).set("value", 5);
  expect(session.model(2).get("value")).toBe(0);
  expect(tell).toHaveBeenCalledTimes(1);
  vi.doUnmock("../../src/callbacks/runner.js");
});

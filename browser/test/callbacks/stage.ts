import { CallbackRunner } from "../../src/callbacks/runner.js";
import type { NewModel } from "../../src/document/change.js";
import type { ServerMessage } from "../../src/protocol/index.js";
import type { ErrorInfo } from "../../src/session/sync.js";
import { Reference } from "../../src/model/value.js";
import { TestSession, WELCOME } from "../support/session.js";

type Fields = Readonly<Record<string, unknown>>;

/** A live session with models of the test's choice, whose callbacks run at once. */
export class Stage extends TestSession {
  readonly told: ErrorInfo[] = [];

  constructor(...models: readonly (readonly [type: string, fields: Fields])[]) {
    super();
    const runner = new CallbackRunner(this.document, (info) => this.told.push(info));
    this.document.makeRunner = () => runner;
    this.sync.open();
    this.sync.receive(WELCOME);
    this.sync.receive({
      type: "snapshot",
      epoch: "e1",
      revision: 3,
      title: "Stage",
      roots: [1],
      models: models.map(([type, fields], at): NewModel => ({ id: at + 1, type, fields })),
    });
  }

  /** Let the server set a field. */
  receive(model: number, field: string, value: unknown, more: Partial<ServerMessage> = {}): void {
    this.sync.receive({
      type: "patch",
      revision: this.document.revision + 1,
      changes: [{ kind: "field_changed", model, field, value }],
      ...more,
    } as ServerMessage);
  }

  /** Return what is to be sent now: a model, a field and its value for each set. */
  sets(): unknown[] {
    return this.sent().flatMap((message) => {
      const { changes = [] } = message as { readonly changes?: readonly Fields[] };
      return changes.map(({ model, field, value }) => [model, field, value]);
    });
  }
}

export function on(field: string, ...callbacks: readonly number[]): Fields {
  return {
    js_property_callbacks: { [field]: callbacks.map((id) => new Reference(id)) },
  };
}

export function onEvent(name: string, ...callbacks: readonly number[]): Fields {
  return { js_event_callbacks: { [name]: callbacks.map((id) => new Reference(id)) } };
}

/** A link from `value` here to `value` of another model. */
export function link(other: number, more: Fields = {}): readonly [string, Fields] {
  const fields = { attr: "value", other: new Reference(other), other_attr: "value", ...more };
  return ["FieldLink", fields];
}

export function code(text: string, args: Fields = {}, more: Fields = {}): [string, Fields] {
  return ["CustomJS", { code: text, args, ...more }];
}

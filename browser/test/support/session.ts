import { Document } from "../../src/document/document.js";
import { Defaults } from "../../src/model/defaults.js";
import type { Schema } from "../../src/model/defaults.js";
import type { Model } from "../../src/model/model.js";
import { decodeValue } from "../../src/protocol/index.js";
import type { Payload, ServerMessage, Welcome } from "../../src/protocol/index.js";
import { SyncState } from "../../src/session/sync.js";
import type { SyncOptions } from "../../src/session/sync.js";

export const SCHEMA: Schema = {
  Model: { fields: { subscribed_events: [] } },
  Slider: { bases: "Model", fields: { value: 0, high: { $num: "inf" } } },
  Source: { bases: "Model", fields: { data: {} } },
};

export function makeDocument(): Document {
  const defaults = new Defaults(SCHEMA, (wire) =>
    decodeValue(wire, { where: "the schema", bytes: new Uint8Array(0) }),
  );
  return new Document(defaults, (error) => {
    throw error;
  });
}

export const WELCOME: Welcome = {
  type: "welcome",
  protocol: 1,
  session: "s",
  epoch: "e1",
  revision: 3,
  seq: 0,
  resume: "r.k",
  max_message: 1000,
  ping_ms: 20_000,
};

export const SNAPSHOT: ServerMessage = {
  type: "snapshot",
  epoch: "e1",
  revision: 3,
  title: "Sliders",
  roots: [1],
  models: [
    {
      id: 1,
      type: "Slider",
      fields: { value: 1, subscribed_events: ["button_click", "tick"] },
    },
    { id: 2, type: "Source", fields: {} },
  ],
};

/** A session that is live, and what one would do with it. */
export class TestSession {
  readonly sync: SyncState;
  readonly document: Document = makeDocument();
  readonly outcomes: [number, string][] = [];

  constructor(options: Partial<SyncOptions> = {}) {
    this.sync = new SyncState({
      document: this.document,
      tab: "tab",
      onOutcome: (seq, outcome) => {
        this.outcomes.push([seq, outcome]);
      },
      ...options,
    });
  }

  /** Connect, with the snapshot. */
  begin(): this {
    this.sync.open();
    this.sync.receive(WELCOME);
    this.sync.receive(structuredClone(SNAPSHOT));
    return this;
  }

  /** Lose the connection and come back. */
  resume(welcome: Partial<Welcome> = {}): void {
    this.sync.lost();
    this.sync.open();
    this.sync.receive({ ...WELCOME, ...welcome });
  }

  model(id: number): Model {
    const model = this.document.model(id);
    if (model === undefined) throw new Error(`no model ${id}`);
    return model;
  }

  /** Return all messages that are to be sent now. */
  sent(): unknown[] {
    const messages: unknown[] = [];
    for (let next = this.sync.take(); next !== undefined; next = this.sync.take()) {
      messages.push(parsed(next));
    }
    return messages;
  }
}

export function parsed(payload: Payload): unknown {
  return typeof payload === "string" ? JSON.parse(payload) : payload;
}

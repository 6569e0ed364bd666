/// <reference types="node" />
/// <reference types="vite/client" />
/**
 * A peer for the convergence tests: the session code of the browser, without a browser and without a socket.
 *
 * `npm run build:peer` makes `build/peer/peer.mjs` of it, which the tests run under Node and drive through its standard
 * input and output. Both carry frames: 4 bytes, little-endian, with the length of what follows; 1 byte for the kind;
 * the content. So the length is 1 more than the size of the content.
 *
 * | kind | to the peer | from the peer |
 * |--:|---|---|
 * | 0 | a command, JSON | – |
 * | 1 | a text message of the server | a text message to the server |
 * | 2 | a binary message of the server | a binary message to the server |
 * | 3 | – | the reply to a command, JSON |
 * | 4 | – | done, empty: everything that the frame caused has been written |
 *
 * For every frame that comes in the peer writes: the messages that it wants to send now, in order; then, if the frame
 * was a command, exactly one reply; then done. A reply is `{"ok": true, …}`, or `{"error": words}` if the command
 * could not be carried out or the message broke the protocol (then there is a reply to a message, too).
 *
 * A value in a command is JSON in the form of the wire, section 4 of the protocol, without arrays in buffers; models
 * may be named by their provisional ids at any time.
 *
 * | `cmd` | members | does | replies |
 * |---|---|---|---|
 * | `reset` | `tab`, `held`?, `known`? | forgets everything and becomes a new peer. With `held` true, edits stay in the queue until `flush`; with `known` true it knows the vocabulary | |
 * | `connect` | `resume`? | sends hello. With `resume` false the peer first forgets the document that it holds, and its edits | `tab` |
 * | `disconnect` | | takes the connection for lost | |
 * | `flush` | | sends what waits | `sent`: how many messages |
 * | `edit` | `model`, `field`, `value` | sets a field; a value that stands already sends nothing | `seq` or null |
 * | `stream` | `model`, `field`, `columns`, `rollover`? | appends rows | `seq` |
 * | `patch` | `model`, `field`, `patches`: `{column: [[index, value], …]}` | sets single rows | `seq` |
 * | `columns` | `model`, `field`, `columns` | replaces columns | `seq` |
 * | `add` | `type`, `fields`, `model`, `field`, `append`? | makes a model and sets the field to it; with `append` true, to the list that stands there and the model | `seq`, `id` |
 * | `echo` | `model`, `fields` | sends what the fields are, defaults included, as if it had set them | |
 * | `event` | `model`?, `name`, `detail`? | sends an event | `seq` |
 * | `state` | | | see below |
 *
 * The state is `{"epoch", "revision", "acked", "pending", "phase", "title", "roots": [id], "models": {id: {"type",
 * "fields"}}, "outcomes": {seq: outcome}}`. `models` are all that the peer holds, with the fields that have a value of
 * their own; the harness leaves out defaults and what cannot be reached. Arrays are lists. `outcomes` are those since
 * the last `state`: `applied`, `dropped` or the code of the refusal.
 */
import { Document } from "../../src/document/document.js";
import { resolve } from "../../src/document/resolve.js";
import { Defaults } from "../../src/model/defaults.js";
import type { Schema } from "../../src/model/defaults.js";
import { SCHEMA } from "../../src/model/schema.js";
import type { Model } from "../../src/model/model.js";
import { equalValues } from "../../src/model/value.js";
import {
  decodeMessage,
  decodeValue,
  encodeMessage,
  encodeValue,
} from "../../src/protocol/index.js";
import type { Payload } from "../../src/protocol/index.js";
import { decodeIndex } from "../../src/protocol/value.js";
import type { Part } from "../../src/protocol/value.js";
import type { RowsEdit } from "../../src/document/change.js";
import { SyncState } from "../../src/session/sync.js";
import { FrameReader, KINDS, frame } from "./frames.js";

type Json = Record<string, unknown>;

const PART: Part = { where: "a command", bytes: new Uint8Array(0) };

class Peer {
  readonly sync: SyncState;
  readonly tab: string;
  readonly held: boolean;
  outcomes: Record<number, string> = {};
  #connected = false;

  constructor({ tab, held, known }: { tab: string; held: boolean; known: boolean }) {
    this.tab = tab;
    this.held = held;
    // Without a schema every type is opaque, and only the server's values are there.
    const schema = known ? vocabulary() : {};
    const document = new Document(new Defaults(schema, wireValue), (error) => {
      throw error;
    });
    this.sync = new SyncState({
      document,
      tab,
      onOutcome: (seq, outcome) => {
        this.outcomes[seq] = outcome;
      },
    });
  }

  connect(resume: boolean): Payload {
    this.disconnect();
    if (!resume) {
      this.sync.forget();
    }
    this.#connected = true;
    return this.sync.open();
  }

  disconnect(): void {
    if (this.#connected) {
      this.#connected = false;
      this.sync.lost();
    }
  }

  outgoing(): Payload[] {
    const payloads: Payload[] = [];
    for (let next = this.sync.take(); next !== undefined; next = this.sync.take()) {
      payloads.push(next);
    }
    return payloads;
  }

  model(id: unknown): Model {
    const model = this.sync.document.model(id as number);
    if (model === undefined) {
      throw new Error(`no model ${String(id)} here`);
    }
    return model;
  }

  value(json: unknown): unknown {
    return resolve(wireValue(json), (id) => this.model(id));
  }

  members(json: unknown): Record<string, unknown> {
    const pairs = Object.entries(json as Json);
    return Object.fromEntries(pairs.map(([name, member]) => [name, this.value(member)]));
  }

  echo({ model: id, fields }: Json): Payload {
    const model = this.model(id);
    const changes = (fields as string[]).map((field) => ({
      kind: "field_changed" as const,
      model: model.id,
      field,
      value: model.get(field),
    }));
    return encodeMessage({ type: "patch", seq: 1, base: this.sync.document.revision, changes });
  }

  state(): Json {
    const { document, acked, pending, state } = this.sync;
    const { outcomes } = this;
    this.outcomes = {};
    const models = [...document.models].map(([id, model]) => {
      const fields = model.fields
        .names()
        .map((name) => [name, encodeValue(model.fields.get(name))]);
      return [id, { type: model.type, fields: Object.fromEntries(fields) as Json }];
    });
    return {
      epoch: document.epoch,
      revision: document.revision,
      acked,
      pending,
      phase: state,
      title: document.title,
      roots: document.roots.map((root) => root.id),
      models: Object.fromEntries(models) as Json,
      outcomes,
    };
  }
}

/** Return all types of the generated schema, whatever files they are in. */
function vocabulary(): Schema {
  const files = import.meta.glob<Record<string, Schema>>("../../src/model/*schema.ts", {
    eager: true,
  });
  const parts = Object.values(files).flatMap((file) => Object.values(file));
  // Of some types the parts know more than what every page has.
  return Object.assign({}, SCHEMA, ...parts.filter((part) => part !== SCHEMA)) as Schema;
}

function wireValue(json: unknown): unknown {
  return decodeValue(json, PART);
}

const COMMANDS: Readonly<Record<string, (peer: Peer, command: Json) => Json>> = {
  disconnect: (peer) => {
    peer.disconnect();
    return {};
  },
  state: (peer) => peer.state(),
  edit: (peer, { model: id, field, value: json }) => {
    const [model, name, value] = [peer.model(id), String(field), peer.value(json)];
    if (equalValues(model.get(name), value)) {
      return { seq: null };
    }
    model.set(name, value);
    return { seq: peer.sync.lastSeq };
  },
  stream: (peer, { model, field, columns, rollover }) =>
    editRows(peer, {
      kind: "columns_streamed",
      model: peer.model(model),
      field: String(field),
      columns: peer.members(columns),
      ...(typeof rollover === "number" ? { rollover } : {}),
    }),
  columns: (peer, { model, field, columns }) =>
    editRows(peer, {
      kind: "columns_changed",
      model: peer.model(model),
      field: String(field),
      columns: peer.members(columns),
    }),
  patch: (peer, { model, field, patches }) =>
    editRows(peer, {
      kind: "columns_patched",
      model: peer.model(model),
      field: String(field),
      patches: Object.fromEntries(
        Object.entries(patches as Record<string, [unknown, unknown][]>).map(([column, pairs]) => [
          column,
          pairs.map(([index, value]) => [decodeIndex(index, PART), peer.value(value)] as const),
        ]),
      ),
    }),
  add: (peer, { type, fields, model: id, field, append }) => {
    const [model, name] = [peer.model(id), String(field)];
    const added = peer.sync.document.create(String(type), peer.members(fields));
    const others = model.get(name);
    const list = Array.isArray(others) ? (others as unknown[]) : [];
    model.set(name, append === true ? [...list, added] : added);
    return { seq: peer.sync.lastSeq, id: added.id };
  },
  event: (peer, { model, name, detail }) => {
    const target = model === undefined ? undefined : peer.model(model);
    const members = detail === undefined ? undefined : peer.members(detail);
    peer.sync.emit(target, String(name), members);
    return { seq: peer.sync.lastSeq };
  },
};

function editRows(peer: Peer, rows: RowsEdit): Json {
  peer.sync.editRows(rows);
  return { seq: peer.sync.lastSeq };
}

/** Answers frames, one after another. */
class Server {
  #peer = new Peer({ tab: "peer", held: false, known: false });

  /** Return the frames that answer one frame. */
  answer(kind: number, content: Buffer): Buffer[] {
    try {
      if (kind === KINDS.command) {
        return this.#obey(JSON.parse(content.toString()) as Json);
      }
      const data = kind === KINDS.text ? content.toString() : new Uint8Array(content);
      this.#peer.sync.receive(decodeMessage(data));
      return this.#peer.held ? [] : this.#peer.outgoing().map(messageFrame);
    } catch (error) {
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return [replyFrame({ error: words })];
    }
  }

  #obey(command: Json): Buffer[] {
    const name = String(command["cmd"]);
    if (name === "reset") {
      this.#peer = new Peer({
        tab: String(command["tab"]),
        held: command["held"] === true,
        known: command["known"] === true,
      });
      return [replyFrame({ ok: true })];
    }
    const peer = this.#peer;
    if (name === "connect") {
      const hello = peer.connect(command["resume"] !== false);
      return [messageFrame(hello), replyFrame({ ok: true, tab: peer.tab })];
    }
    if (name === "flush") {
      const sent = peer.outgoing().map(messageFrame);
      return [...sent, replyFrame({ ok: true, sent: sent.length })];
    }
    if (name === "echo") {
      return [messageFrame(peer.echo(command)), replyFrame({ ok: true })];
    }
    const act = COMMANDS[name];
    if (act === undefined) {
      throw new Error(`no command ${name}`);
    }
    const reply = act(peer, command);
    const sent = peer.held ? [] : peer.outgoing().map(messageFrame);
    return [...sent, replyFrame({ ok: true, ...reply })];
  }
}

function messageFrame(payload: Payload): Buffer {
  return frame(typeof payload === "string" ? KINDS.text : KINDS.binary, payload);
}

function replyFrame(reply: Json): Buffer {
  return frame(KINDS.reply, JSON.stringify(reply));
}

const server = new Server();
const reader = new FrameReader();
process.stdin.on("data", (chunk: Buffer) => {
  for (const { kind, content } of reader.feed(chunk)) {
    const answers = server.answer(kind, content);
    process.stdout.write(Buffer.concat([...answers, frame(KINDS.done, "")]));
  }
});

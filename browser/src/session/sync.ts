import type { RowsEdit } from "../document/change.js";
import type { Document, Editor } from "../document/document.js";
import { eachModel } from "../document/resolve.js";
import { Model } from "../model/model.js";
import { copyValue, equalValues } from "../model/value.js";
import { RemoteProtocolError, encodeMessage } from "../protocol/index.js";
import type {
  Failure,
  Hello,
  IdPair,
  Payload,
  Rejection,
  ServerMessage,
  ServerPatch,
  Welcome,
} from "../protocol/index.js";
import { PendingQueue } from "./pending.js";
import type { Edit, FieldSet, PendingEdit, QueueLimits, SetEdit } from "./pending.js";
import { advance } from "./state.js";
import type { ClientEvent, ClientState } from "./state.js";

/** A page that is offline for hours should say so, not fill the memory. */
const QUEUE_LIMITS: QueueLimits = { maxMessages: 10_000, maxBytes: 64 * 1024 * 1024 };

/** Something that the application should be told: a callback failed, or an edit was refused. */
export interface ErrorInfo {
  /** The number of the error in the server's log, or the code of a refusal. */
  readonly id?: string;
  readonly message: string;
  readonly traceback?: string;
}

export interface SyncOptions {
  readonly document: Document;
  /** Names this peer for as long as it lives. */
  readonly tab: string;
  /** Given to the application if this client's connection creates the session. */
  readonly arguments?: Readonly<Record<string, readonly string[]>>;
  readonly onError?: (info: ErrorInfo) => void;
  /** Called when the server has dealt with a message: "applied", "dropped", or the code of a refusal. */
  readonly onOutcome?: (seq: number, outcome: string) => void;
  /** Called when there may be something to send. */
  readonly onPending?: () => void;
  readonly limits?: QueueLimits;
}

/**
 * One peer of a session, without its connection: spec/protocol.md section 8.
 *
 * Whoever owns a connection calls `open` and sends what it returns, hands every message to `receive`, sends what
 * `take` returns, and calls `lost` when the connection is gone. Edits come from the models, or from `stream` and
 * `patch`, at any time.
 */
export class SyncState implements Editor {
  readonly document: Document;
  readonly #options: SyncOptions;
  readonly #queue: PendingQueue;
  #state: ClientState = "offline";
  #resuming = false;
  #acked = 0;
  #provisional = 0;
  /** Whether edits are being made that set each other off, and the number of the message that they began. */
  #together = false;
  #cascade: number | undefined;
  #welcome: Welcome | undefined;
  /** Refusals of models that the server does not have, until it is known which of them have gone. */
  #unknown: (readonly [PendingEdit, ErrorInfo])[] = [];
  readonly #reported = new WeakSet<Model>();

  constructor(options: SyncOptions) {
    this.#options = options;
    this.#queue = new PendingQueue(options.limits ?? QUEUE_LIMITS);
    this.document = options.document;
    this.document.editor = this;
  }

  get state(): ClientState {
    return this.#state;
  }

  /** What the server said last when it greeted us. */
  get welcome(): Welcome | undefined {
    return this.#welcome;
  }

  /** How many messages the server has not acknowledged. */
  get pending(): number {
    return this.#queue.length;
  }

  /** The number of the newest message to the server. */
  get lastSeq(): number {
    return this.#queue.last;
  }

  /** The highest number that the server has acknowledged. */
  get acked(): number {
    return this.#acked;
  }

  /** Begin a connection and return its first message. */
  open(): Payload {
    this.#advance("open");
    this.#queue.rewind();
    this.#resuming = this.document.epoch !== "";
    const { tab, arguments: args } = this.#options;
    const hello: Hello = this.#resuming
      ? {
          type: "hello",
          protocol: 1,
          tab,
          epoch: this.document.epoch,
          revision: this.document.revision,
          acked: this.#acked,
        }
      : {
          type: "hello",
          protocol: 1,
          tab,
          ...(args === undefined ? {} : { arguments: args }),
        };
    return encodeMessage(hello);
  }

  /** Take note that the connection is gone. What it has not acknowledged is sent again on the next one. */
  lost(): void {
    this.#advance("lost");
  }

  /** Give up the document that we have, so that the next connection brings a new one. */
  forget(): void {
    this.document.transact(() => {
      this.#drop(this.#queue.reset(0));
    });
    this.document.epoch = "";
    this.#acked = 0;
  }

  /**
   * Deal with a message of the server.
   *
   * Throws an error if the message does not belong here; then the connection should be closed and, after `forget`,
   * begun anew.
   */
  receive(message: ServerMessage): void {
    if (message.type === "welcome") {
      this.#greeted(message);
      return;
    }
    this.#advance(message.type);
    switch (message.type) {
      case "snapshot":
        this.document.restore(message);
        break;
      case "patch":
        this.#patched(message);
        break;
      case "ack":
        this.document.transact(() => {
          this.#acknowledge(message.seq ?? this.#acked, message.ids, message.rejected);
          this.document.revision = Math.max(this.document.revision, message.revision);
        });
        break;
      case "error":
        this.#options.onError?.(told(message));
        break;
      case "pong":
        break;
    }
    this.#reportUnknown();
  }

  /** Return the next message to send, if there is one and the connection is ready for it. */
  take(): Payload | undefined {
    return this.#state === "live" ? this.#queue.next() : undefined;
  }

  edit(model: Model, values: Readonly<Record<string, unknown>>): void {
    const sets = Object.entries(values)
      .filter(([field, value]) => !equalValues(model.get(field), value))
      .map(([field, value]) => ({ model, field, value: copyValue(value) }));
    if (sets.length === 0) {
      return;
    }
    if (model.id === 0) {
      // It is in no document yet, so nobody needs to know.
      for (const { field, value } of sets) {
        model.fields.confirm(field, value);
      }
      return;
    }
    this.together(() => {
      const seq = this.#enqueueSets(sets);
      this.document.transact(() => {
        for (const { field, value } of sets) {
          model.fields.hold(field, value, seq);
          this.document.noticed(model, { kind: "set", field });
        }
      });
    });
  }

  /**
   * Make edits that set each other off: a link, and what it follows.
   *
   * They go into one message as far as that is possible, so that the server deals with them as one. Sent apart, those
   * of two people could alternate, and what is linked would end up different.
   */
  together(edit: () => void): void {
    if (this.#together) {
      edit();
      return;
    }
    this.#together = true;
    try {
      edit();
    } finally {
      this.#together = false;
      this.#cascade = undefined;
      this.#options.onPending?.();
    }
  }

  emit(
    model: Model | undefined,
    name: string,
    detail: Readonly<Record<string, unknown>> | undefined,
  ): void {
    const copy = detail === undefined ? undefined : (copyValue(detail) as typeof detail);
    this.#enqueue({ kind: "event", model, name, detail: copy });
  }

  /** Append rows to columns, or change or replace some; it shows when the server returns it. */
  editRows(rows: RowsEdit): number {
    return this.#enqueue({ kind: "rows", base: this.document.revision, rows });
  }

  #enqueue(edit: Edit): number {
    const seq = this.#queue.add(edit, this.maxMessage);
    this.#options.onPending?.();
    return seq;
  }

  /** Queue sets of one model and return the number of their message, or throw and change nothing. */
  #enqueueSets(sets: readonly FieldSet[]): number {
    const models = this.#adopt(sets);
    const edit: SetEdit = { kind: "set", models, parts: [sets] };
    try {
      const seq =
        this.#queue.join(edit, this.#cascade, this.maxMessage) ??
        this.#queue.add(edit, this.maxMessage);
      this.#cascade = seq;
      return seq;
    } catch (error) {
      this.#dismiss(models);
      throw error;
    }
  }

  get maxMessage(): number {
    return this.#welcome?.max_message ?? Number.MAX_SAFE_INTEGER;
  }

  #advance(event: ClientEvent): void {
    const next = advance(this.#state, event);
    if (next === undefined) {
      throw new RemoteProtocolError(`${event} must not come while ${this.#state}`, 4400);
    }
    this.#state = next;
  }

  #greeted(welcome: Welcome): void {
    const resumed = this.#resuming && welcome.epoch === this.document.epoch;
    this.#advance(resumed ? "resumed" : "begun");
    this.#welcome = welcome;
    this.document.transact(() => {
      if (resumed && welcome.seq !== null) {
        this.#acknowledge(welcome.seq, welcome.ids, welcome.rejected);
      } else {
        this.#acked = welcome.seq ?? 0;
        this.#drop(this.#queue.reset(this.#acked));
      }
    });
    // What has gone while the connection was lost is told only now.
    this.#unknown = [];
  }

  #patched(message: ServerPatch): void {
    this.document.transact(() => {
      if (message.ack !== undefined) {
        this.#acknowledge(message.ack, message.ids, message.rejected);
      }
      this.document.apply({
        revision: message.revision,
        base: message.base ?? message.revision - 1,
        models: message.models ?? [],
        changes: message.changes ?? [],
        removed: message.removed ?? [],
        foreign: message.peer === true && message.ack === undefined,
      });
    });
  }

  #acknowledge(
    seq: number,
    ids: readonly IdPair[] = [],
    rejected: readonly Rejection[] = [],
  ): void {
    if (seq > this.#queue.last) {
      const words = `message ${seq} is acknowledged, the last one was ${this.#queue.last}`;
      throw new RemoteProtocolError(words, 4400);
    }
    for (const [provisional, final] of ids) {
      this.document.rename(provisional, final);
    }
    if (ids.length > 0) {
      this.#queue.refresh();
    }
    const refused = new Map(rejected.map((rejection) => [rejection.seq, rejection]));
    for (const entry of this.#queue.settle(seq)) {
      const { error, message = "" } = refused.get(entry.seq) ?? {};
      if (error === undefined) {
        this.#settle(entry);
        continue;
      }
      if (error === "unknown_model") this.#unknown.push([entry, { id: error, message }]);
      if (entry.edit.kind === "set" && entry.edit.parts.length > 1) {
        this.#divide(entry.edit, entry.seq, error);
      } else {
        this.#drop([entry], error);
      }
    }
    this.#acked = Math.max(this.#acked, seq);
    for (const { error, message } of rejected) {
      if (error !== "unknown_model") this.#options.onError?.({ id: error, message });
    }
  }

  /**
   * Report refusals of models that should be there, once for each of them.
   *
   * Where one that an edit names has gone by now, nothing is wrong: it was there when it was edited.
   */
  #reportUnknown(): void {
    for (const [{ edit }, info] of this.#unknown.splice(0)) {
      const models = modelsOf(edit);
      if (models.some((model) => this.document.model(model.id) !== model)) continue;
      if (models.every((model) => this.#reported.has(model))) continue;
      for (const model of models) this.#reported.add(model);
      this.#options.onError?.(info);
    }
  }

  #settle({ edit, seq }: PendingEdit): void {
    this.#options.onOutcome?.(seq, "applied");
    if (edit.kind === "set") {
      for (const { model, field, value } of edit.parts.flat()) {
        model.fields.settle(field, value, seq);
      }
    }
  }

  /**
   * Send the parts of a refused message again, one by one: what is wrong with one costs only that one.
   *
   * All of it stays shown until the server has answered again.
   */
  #divide(edit: SetEdit, seq: number, outcome: string): void {
    this.#options.onOutcome?.(seq, outcome);
    this.#dismiss(edit.models);
    for (const part of edit.parts) {
      const sets = part.filter(({ model, field }) => model.fields.isHeld(field, seq));
      if (sets.length === 0) {
        continue;
      }
      let again = 0;
      try {
        again = this.#enqueueSets(sets);
        this.#cascade = undefined;
      } catch (error) {
        this.#options.onError?.({ message: String(error) });
      }
      for (const { model, field, value } of sets) {
        if (again > 0) {
          model.fields.hold(field, value, again);
        } else if (model.fields.release(field, seq)) {
          this.document.noticed(model, { kind: "set", field });
        }
      }
    }
  }

  /** Take back what edits have shown here, the newest first. */
  #drop(entries: readonly PendingEdit[], outcome = "dropped"): void {
    for (const { edit, seq } of [...entries].reverse()) {
      this.#options.onOutcome?.(seq, outcome);
      if (edit.kind !== "set") {
        continue;
      }
      for (const { model, field } of edit.parts.flat()) {
        if (model.fields.release(field, seq)) {
          this.document.noticed(model, { kind: "set", field });
        }
      }
      this.#disown(edit.models);
    }
  }

  /** Take in the models that were made here and are named for the first time; return them. */
  #adopt(sets: readonly FieldSet[]): Model[] {
    const found: Model[] = [];
    const visit = (model: Model): void => {
      if (model.id !== 0) {
        return;
      }
      this.#provisional -= 1;
      this.document.adopt(model, this.#provisional);
      found.push(model);
      for (const name of model.fields.names()) {
        eachModel(model.fields.get(name), isModel, visit);
      }
    };
    for (const { value } of sets) {
      eachModel(value, isModel, visit);
    }
    return found;
  }

  #disown(models: readonly Model[]): void {
    for (const model of models) {
      if (model.id < 0) {
        this.document.forget(model);
      }
    }
  }

  /** Let go of models that the server does not have; they join again with the next edit that names them. */
  #dismiss(models: readonly Model[]): void {
    this.#disown(models);
    for (const model of models) {
      model.rename(0);
    }
  }
}

function isModel(value: unknown): value is Model {
  return value instanceof Model;
}

/** Return the models that an edit names. */
function modelsOf(edit: Edit): Model[] {
  const found: Model[] = [];
  const named =
    edit.kind === "set"
      ? edit.parts.flat().map(({ model, value }) => [model, value])
      : edit.kind === "rows"
        ? edit.rows
        : [edit.model, edit.detail];
  eachModel(named, isModel, (model) => found.push(model));
  return found;
}

function told(failure: Failure): ErrorInfo {
  const { id, message, traceback } = failure;
  return traceback === undefined ? { id, message } : { id, message, traceback };
}

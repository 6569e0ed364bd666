import type { RowsEdit } from "../document/change.js";
import type { Model } from "../model/model.js";
import { LocalProtocolError, encodeMessage } from "../protocol/index.js";
import type { ClientMessage, Payload } from "../protocol/index.js";

/** A whole field that was set here. */
export interface FieldSet {
  readonly model: Model;
  readonly field: string;
  readonly value: unknown;
}

/** What one message to the server says. */
export type Edit =
  | {
      readonly kind: "set";
      readonly models: readonly Model[];
      readonly sets: readonly FieldSet[];
    }
  | { readonly kind: "rows"; readonly base: number; readonly rows: RowsEdit }
  | {
      readonly kind: "event";
      readonly model: Model | undefined;
      readonly name: string;
      readonly detail: Readonly<Record<string, unknown>> | undefined;
    };

/** A message that the server has not acknowledged. */
export interface PendingEdit {
  readonly seq: number;
  readonly edit: Edit;
  /** The bytes that it took when it was queued. */
  readonly size: number;
  /** Encoded; forgotten when models get their final ids, which it may name. */
  payload: Payload | undefined;
}

export interface QueueLimits {
  readonly maxMessages: number;
  readonly maxBytes: number;
}

/** More edits wait for the server than a page should hold. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";

  constructor(
    readonly what: "messages" | "bytes",
    readonly value: number,
    readonly limit: number,
  ) {
    super(
      `cannot edit: ${value} ${what} would wait for the server, at most ${limit} may; ` +
        "edit again when the connection is back",
    );
  }
}

/**
 * Messages to the server from the first one that is not acknowledged to the last, numbered without gaps.
 *
 * Those that have been sent on this connection come first. A set of fields that has never been sent gives way to the
 * next one of the same fields, so a slider that is dragged without a connection leaves one message.
 */
export class PendingQueue {
  readonly #limits: QueueLimits;
  #entries: PendingEdit[] = [];
  #sent = 0;
  #everSent = 0;
  #bytes = 0;
  #last = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  get length(): number {
    return this.#entries.length;
  }

  /** The number of the newest message. */
  get last(): number {
    return this.#last;
  }

  /** Return the number that the edit gets when it is added. */
  seqFor(edit: Edit): number {
    const tail = this.#replaceable(edit);
    return tail === undefined ? this.#last + 1 : tail.seq;
  }

  /** Add an edit, or throw and change nothing. */
  add(edit: Edit, maxMessage: number): void {
    const tail = this.#replaceable(edit);
    const seq = tail === undefined ? this.#last + 1 : tail.seq;
    const payload = encodeEdit(edit, seq);
    const size = byteLength(payload);
    if (size > maxMessage) {
      const words = `cannot send ${size} bytes in one message, at most ${maxMessage} are allowed`;
      throw new LocalProtocolError(words, 1009);
    }
    const bytes = this.#bytes + size - (tail?.size ?? 0);
    if (bytes > this.#limits.maxBytes) {
      throw new QueueFullError("bytes", bytes, this.#limits.maxBytes);
    }
    const length = this.#entries.length + (tail === undefined ? 1 : 0);
    if (length > this.#limits.maxMessages) {
      throw new QueueFullError("messages", length, this.#limits.maxMessages);
    }
    if (tail !== undefined) {
      this.#entries.pop();
    }
    this.#entries.push({ seq, edit, size, payload });
    this.#bytes = bytes;
    this.#last = seq;
  }

  /** Return the next message that has not been sent on this connection. */
  next(): Payload | undefined {
    const entry = this.#entries[this.#sent];
    if (entry === undefined) {
      return undefined;
    }
    this.#sent += 1;
    this.#everSent = Math.max(this.#everSent, entry.seq);
    entry.payload ??= encodeEdit(entry.edit, entry.seq);
    return entry.payload;
  }

  /** Remove and return what the server has dealt with. */
  settle(seq: number): PendingEdit[] {
    const count = this.#entries.filter((entry) => entry.seq <= seq).length;
    const settled = this.#entries.splice(0, count);
    this.#sent = Math.max(0, this.#sent - count);
    this.#bytes -= settled.reduce((sum, entry) => sum + entry.size, 0);
    return settled;
  }

  /** Send everything again: the connection it was sent on is lost. */
  rewind(): void {
    this.#sent = 0;
  }

  /** Encode what waits anew before it is sent: ids have changed. */
  refresh(): void {
    for (const entry of this.#entries) {
      entry.payload = undefined;
    }
  }

  /** Remove and return everything, and count from here. */
  reset(seq: number): PendingEdit[] {
    const dropped = this.#entries;
    this.#entries = [];
    this.#sent = 0;
    this.#bytes = 0;
    this.#everSent = seq;
    this.#last = seq;
    return dropped;
  }

  #replaceable(edit: Edit): PendingEdit | undefined {
    const tail = this.#entries.at(-1);
    const never = tail !== undefined && tail.seq > this.#everSent;
    return never && sameFields(tail.edit, edit) ? tail : undefined;
  }
}

function sameFields(left: Edit, right: Edit): boolean {
  if (left.kind !== "set" || right.kind !== "set") {
    return false;
  }
  return (
    left.models.length + right.models.length === 0 &&
    left.sets.length === right.sets.length &&
    left.sets.every((set) =>
      right.sets.some((other) => other.model === set.model && other.field === set.field),
    )
  );
}

function byteLength(payload: Payload): number {
  return typeof payload === "string" ? new TextEncoder().encode(payload).length : payload.length;
}

function encodeEdit(edit: Edit, seq: number): Payload {
  return encodeMessage(messageOf(edit, seq));
}

function messageOf(edit: Edit, seq: number): ClientMessage {
  switch (edit.kind) {
    case "set": {
      const changes = edit.sets.map(
        ({ model, field, value }) =>
          ({ kind: "field_changed", model: model.id, field, value }) as const,
      );
      const models = edit.models.map((model) => ({
        id: model.id,
        type: model.type,
        fields: Object.fromEntries(
          model.fields.names().map((name) => [name, model.fields.confirmed(name)]),
        ),
      }));
      const added = models.length === 0 ? {} : { models };
      return { type: "patch", seq, ...added, changes };
    }
    case "rows": {
      const change = { ...edit.rows, model: edit.rows.model.id };
      return { type: "patch", seq, base: edit.base, changes: [change] };
    }
    case "event": {
      const model = edit.model === undefined ? {} : { model: edit.model.id };
      const detail = edit.detail === undefined ? {} : { detail: edit.detail };
      return { type: "event", seq, name: edit.name, ...model, ...detail };
    }
  }
}

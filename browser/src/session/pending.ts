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
      /** What was set at once; several of these where one set off the others. */
      readonly parts: readonly (readonly FieldSet[])[];
    }
  | { readonly kind: "rows"; readonly base: number; readonly rows: RowsEdit }
  | {
      readonly kind: "event";
      readonly model: Model | undefined;
      readonly name: string;
      readonly detail: Readonly<Record<string, unknown>> | undefined;
    };

/** Sets of whole fields. */
export type SetEdit = Extract<Edit, { readonly kind: "set" }>;

/** So many sets that set each other off go into one message. */
const MAX_PARTS = 1_000;

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
 * Those that have been sent on this connection come first. A set of fields joins the newest message if that has never
 * been sent and sets them, too, so a slider that is dragged without a connection leaves one message; and if the one set
 * off the other, so that nobody gets in between.
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

  /** Add an edit to the newest message if it belongs to `cascade`; return its number, or nothing if that cannot be. */
  join(edit: SetEdit, cascade: number | undefined, maxMessage: number): number | undefined {
    const tail = this.#unsent();
    if (cascade === undefined || tail?.seq !== cascade || tail.edit.kind !== "set") {
      return undefined;
    }
    if (tail.edit.parts.length >= MAX_PARTS) {
      return undefined;
    }
    try {
      return this.#put(joined(tail.edit, edit), tail, maxMessage);
    } catch {
      // Together they are too much for one message.
      return undefined;
    }
  }

  /** Add an edit and return the number of its message, or throw and change nothing. */
  add(edit: Edit, maxMessage: number): number {
    const tail = this.#unsent();
    if (tail?.edit.kind === "set" && edit.kind === "set" && covers(tail.edit, edit)) {
      return this.#put(joined(tail.edit, edit), tail, maxMessage);
    }
    return this.#put(edit, undefined, maxMessage);
  }

  #put(edit: Edit, tail: PendingEdit | undefined, maxMessage: number): number {
    const seq = tail?.seq ?? this.#last + 1;
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
    return seq;
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

  /** Return the newest message, if it has never been sent. */
  #unsent(): PendingEdit | undefined {
    const tail = this.#entries.at(-1);
    return tail !== undefined && tail.seq > this.#everSent ? tail : undefined;
  }
}

/** Whether a message sets all fields of the next one anyway. */
function covers(before: SetEdit, next: SetEdit): boolean {
  if (before.models.length + next.models.length > 0) {
    return false;
  }
  const sets = before.parts.flat();
  return next.parts
    .flat()
    .every(({ model, field }) => sets.some((set) => set.model === model && set.field === field));
}

/** Return what two sets do one after the other. */
function joined(before: SetEdit, next: SetEdit): SetEdit {
  const later = next.parts.flat();
  const stands = ({ model, field }: FieldSet): boolean =>
    !later.some((set) => set.model === model && set.field === field);
  const kept = before.parts.map((part) => part.filter(stands)).filter((part) => part.length > 0);
  return {
    kind: "set",
    models: [...before.models, ...next.models],
    parts: [...kept, ...next.parts],
  };
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
      const changes = edit.parts
        .flat()
        .map(
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

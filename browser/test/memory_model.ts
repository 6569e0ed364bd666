import type { Model, ModelChange, RowsChange, Subscription } from "../src/model/types.js";

let lastId = 0;

/** A model without a server: keeps its fields, and what was sent. */
export class MemoryModel implements Model {
  readonly id: number = (lastId += 1);
  readonly sent: Record<string, unknown>[] = [];
  readonly #values: Map<string, unknown>;
  readonly #listeners = new Set<(change: ModelChange) => void>();

  constructor(
    readonly type: string,
    values: Readonly<Record<string, unknown>> = {},
  ) {
    this.#values = new Map(Object.entries(values));
  }

  get(field: string): unknown {
    return this.#values.get(field);
  }

  chosen(field: string): boolean {
    return this.#values.has(field);
  }

  set(field: string, value: unknown): void {
    this.setAll({ [field]: value });
  }

  setAll(values: Readonly<Record<string, unknown>>): void {
    this.sent.push(values);
    for (const [field, value] of Object.entries(values)) this.#values.set(field, value);
    for (const field of Object.keys(values)) this.tell({ kind: "set", field });
  }

  editRows(rows: RowsChange): void {
    this.sent.push({ ...rows });
  }

  emit(name: string, detail: Readonly<Record<string, unknown>> = {}): void {
    this.sent.push({ event: name, ...detail });
  }

  observe(listener: (change: ModelChange) => void): Subscription {
    this.#listeners.add(listener);
    return { cancel: () => this.#listeners.delete(listener) };
  }

  observes(event: string): boolean {
    const events = this.get("subscribed_events");
    return Array.isArray(events) && events.includes(event);
  }

  /** Tell the observers of a change, as the mirror does. */
  tell(change: ModelChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

import { Fields } from "./fields.js";
import { Observers } from "./observers.js";
import type { Report } from "./observers.js";
import type {
  ModelChange,
  ModelId,
  Model as ModelView,
  RowsChange,
  Subscription,
} from "./types.js";
import { isRecord } from "./value.js";

/** What a model needs of the document that it belongs to. */
export interface ModelHost {
  /** Set whole fields, as one transaction. */
  edit(model: Model, values: Readonly<Record<string, unknown>>): void;
  /** Append or set rows; it shows when the server returns it. */
  editRows(rows: RowsChange & { readonly model: Model }): void;
  /** Tell the application about something that happened to a model. */
  emit(model: Model, name: string, detail: Readonly<Record<string, unknown>> | undefined): void;
  /** The size of the largest message that the server takes, in bytes. */
  readonly maxMessage: number;
  /** Return the value of a field that nobody has set. */
  defaultOf(type: string, field: string): unknown;
}

/**
 * The browser's copy of one model.
 *
 * Values are shown as they come from the server, and as they are set here at once. They are not to be changed in
 * place: set the field instead.
 */
export class Model implements ModelView {
  /** @internal What the server has confirmed, and what this client has set since. */
  readonly fields: Fields = new Fields();

  readonly #host: ModelHost;
  readonly #observers = new Observers<ModelChange>();
  #id: ModelId;

  constructor(
    host: ModelHost,
    id: ModelId,
    readonly type: string,
  ) {
    this.#host = host;
    this.#id = id;
  }

  /** Positive as given by the server, negative until the server has answered, 0 before. */
  get id(): ModelId {
    return this.#id;
  }

  /** How many bytes an edit may take. */
  get maxMessage(): number {
    return this.#host.maxMessage;
  }

  /** Return the value of a field; other models are models, columns are arrays. */
  get(field: string): unknown {
    return this.fields.has(field) ? this.fields.get(field) : this.#host.defaultOf(this.type, field);
  }

  /** Whether a field has another value than its default; colours are told only if somebody has set them, whatever they are. */
  chosen(field: string): boolean {
    if (field.endsWith("color") && this.fields.has(field)) return true;
    return this.get(field) !== this.#host.defaultOf(this.type, field);
  }

  /** Whether the defaults of all fields that have been set are known. */
  get understood(): boolean {
    return this.fields
      .names()
      .every((field) => this.#host.defaultOf(this.type, field) !== undefined);
  }

  /** Set a field, here at once and then everywhere. */
  set(field: string, value: unknown): void {
    this.#host.edit(this, { [field]: value });
  }

  /** Set several fields as one transaction. */
  setAll(values: Readonly<Record<string, unknown>>): void {
    this.#host.edit(this, values);
  }

  /** Append or set rows of columns; it shows when the server returns it. */
  editRows(rows: RowsChange): void {
    this.#host.editRows({ ...rows, model: this });
  }

  /** Tell the application that something happened, for example `button_click`. */
  emit(name: string, detail?: Readonly<Record<string, unknown>>): void {
    this.#host.emit(this, name, detail);
  }

  /** Whether anything is to happen on such an event of this model, here or in Python. */
  observes(event: string): boolean {
    const callbacks = this.get("js_event_callbacks");
    return this.subscribes(event) || (isRecord(callbacks) && Object.hasOwn(callbacks, event));
  }

  /** Whether Python wants to hear of such an event of this model. */
  subscribes(event: string): boolean {
    const events = this.get("subscribed_events");
    return Array.isArray(events) && events.includes(event);
  }

  /** Call the listener after every change of this model, once the whole message that brought it is applied. */
  observe(listener: (change: ModelChange) => void): Subscription {
    return this.#observers.add(listener);
  }

  /** @internal Tell the observers. */
  notify(change: ModelChange, report: Report): void {
    this.#observers.notify(change, report);
  }

  /** @internal Take the id that the server gave, or a provisional one. */
  rename(id: ModelId): void {
    this.#id = id;
  }
}

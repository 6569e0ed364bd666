import { equalValues } from "./value.js";

interface Held {
  readonly seq: number;
  readonly value: unknown;
}

/**
 * The values of one model: what the server has confirmed, and over it what this client has set and the server has
 * not acknowledged yet (spec/protocol.md 8.2).
 *
 * While a field is held, what comes from the server changes the confirmed value and nobody sees it. So a slider that
 * is being dragged never jumps back, and a set that is refused falls back to the server's value.
 */
export class Fields {
  readonly #confirmed = new Map<string, unknown>();
  readonly #held = new Map<string, Held>();

  /** Return the names of all fields with a value of their own. */
  names(): string[] {
    return [...new Set([...this.#confirmed.keys(), ...this.#held.keys()])];
  }

  has(field: string): boolean {
    return this.#held.has(field) || this.#confirmed.has(field);
  }

  /** Return what is to be seen: the latest own set, else the server's value. */
  get(field: string): unknown {
    const held = this.#held.get(field);
    return held === undefined ? this.#confirmed.get(field) : held.value;
  }

  confirmed(field: string): unknown {
    return this.#confirmed.get(field);
  }

  /** Whether an own value is shown; of a message `seq` if that is named. */
  isHeld(field: string, seq?: number): boolean {
    const held = this.#held.get(field);
    return held !== undefined && (seq === undefined || held.seq === seq);
  }

  /** Store a value of the server's and return whether anybody can see it. */
  confirm(field: string, value: unknown): boolean {
    this.#confirmed.set(field, value);
    return !this.#held.has(field);
  }

  /** Store exactly these values of the server's; return the fields that look different now. */
  confirmAll(values: ReadonlyMap<string, unknown>): string[] {
    const names = new Set([...this.#confirmed.keys(), ...values.keys()]);
    const changed = [...names].filter(
      (name) =>
        !this.#held.has(name) &&
        (this.#confirmed.has(name) !== values.has(name) ||
          !equalValues(this.#confirmed.get(name), values.get(name))),
    );
    this.#confirmed.clear();
    for (const [name, value] of values) {
      this.#confirmed.set(name, value);
    }
    return changed;
  }

  /** Show an own value until the message `seq` is dealt with. */
  hold(field: string, value: unknown, seq: number): void {
    this.#held.set(field, { seq, value });
  }

  /** Take note that the server applied what message `seq` set. */
  settle(field: string, value: unknown, seq: number): void {
    this.#confirmed.set(field, value);
    const held = this.#held.get(field);
    if (held !== undefined && held.seq <= seq) {
      this.#held.delete(field);
    }
  }

  /** Take back what message `seq` set; return whether the field looks different now. */
  release(field: string, seq: number): boolean {
    const held = this.#held.get(field);
    if (held === undefined || held.seq > seq) {
      return false;
    }
    this.#held.delete(field);
    return !equalValues(held.value, this.#confirmed.get(field));
  }
}

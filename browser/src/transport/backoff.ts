const LEAST_MS = 250;
const MOST_MS = 30_000;

/**
 * How long to wait before the next attempt: exponential, with full jitter.
 *
 * When a server comes back, its browsers come in one by one and not all at once.
 */
export class Backoff {
  #attempts = 0;

  constructor(readonly random: () => number) {}

  /** Return the next delay in milliseconds. */
  next(): number {
    const bound = Math.min(MOST_MS, LEAST_MS * 2 ** Math.min(this.#attempts, 16));
    this.#attempts += 1;
    return this.random() * bound;
  }

  reset(): void {
    this.#attempts = 0;
  }
}

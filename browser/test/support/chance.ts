/** Numbers that look like chance, and are the same in every run. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2654435761 + 1;
  }

  /** Return a number from 0 to 1. */
  next(): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return this.#state / 2 ** 32;
  }

  /** Return a whole number from 0 to below a limit. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** Return a list of numbers. */
  list(length: number, make: (index: number) => number): number[] {
    return Array.from({ length }, (_, index) => make(index));
  }
}

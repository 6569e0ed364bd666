import type { Subscription } from "./types.js";

/** Called with what an observer threw; the others are told all the same. */
export type Report = (error: unknown) => void;

/** The observers of one model or document. */
export class Observers<Change> {
  readonly #listeners = new Map<Subscription, (change: Change) => void>();

  add(listener: (change: Change) => void): Subscription {
    const subscription: Subscription = {
      cancel: () => {
        this.#listeners.delete(subscription);
      },
    };
    this.#listeners.set(subscription, listener);
    return subscription;
  }

  /** Tell everybody who observes now and has not cancelled when the turn comes. */
  notify(change: Change, report: Report): void {
    for (const [subscription, listener] of [...this.#listeners]) {
      if (!this.#listeners.has(subscription)) {
        continue;
      }
      try {
        listener(change);
      } catch (error) {
        report(error);
      }
    }
  }
}

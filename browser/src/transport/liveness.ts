import type { Environment, Timer } from "./environment.js";

const ANSWER_MS = 5_000;
const PATIENCE = 1.5;

/**
 * Notices that a connection is dead although nobody closed it: a laptop slept, a network changed.
 *
 * The server's pings are not visible to a page. So after a silence of one and a half of their interval we ask
 * ourselves, and give up if nothing at all comes for 5 s.
 */
export class Liveness {
  #intervalMs: number | undefined;
  #lastMs = 0;
  #timer: Timer | undefined;
  #asked = false;

  constructor(
    readonly environment: Environment,
    readonly ask: () => void,
    readonly dead: () => void,
  ) {}

  /** Begin to watch a connection whose server pings so often. */
  start(pingMs: number): void {
    this.#intervalMs = pingMs * PATIENCE;
    this.#lastMs = this.environment.now();
    this.#asked = false;
    this.#wait(this.#intervalMs);
  }

  stop(): void {
    this.#intervalMs = undefined;
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** Take note of a message. */
  heard(): void {
    this.#lastMs = this.environment.now();
    if (this.#asked && this.#intervalMs !== undefined) {
      this.#asked = false;
      this.#wait(this.#intervalMs);
    }
  }

  /** Ask at once: there is a reason for doubt. */
  doubt(): void {
    if (this.#intervalMs !== undefined && !this.#asked) {
      this.#asked = true;
      this.ask();
      this.#wait(ANSWER_MS);
    }
  }

  #wait(delayMs: number): void {
    this.#timer?.cancel();
    this.#timer = this.environment.after(delayMs, () => {
      this.#check();
    });
  }

  #check(): void {
    if (this.#intervalMs === undefined) {
      return;
    }
    if (this.#asked) {
      this.stop();
      this.dead();
      return;
    }
    const left = this.#intervalMs - (this.environment.now() - this.#lastMs);
    if (left > 0) {
      this.#wait(left);
    } else {
      this.doubt();
    }
  }
}

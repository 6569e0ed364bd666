import type { Model, ModelChange, Subscription } from "../model/types.js";

/** Hears the changes of a set of models that itself changes. */
export class Watch {
  readonly #subscriptions = new Map<Model, Subscription>();

  constructor(private readonly listener: (model: Model, change: ModelChange) => void) {}

  /** Watch these models, and no others any more. */
  set(models: Iterable<Model>): void {
    const wanted = new Set(models);
    for (const [model, subscription] of this.#subscriptions) {
      if (wanted.has(model)) continue;
      subscription.cancel();
      this.#subscriptions.delete(model);
    }
    for (const model of wanted) {
      if (this.#subscriptions.has(model)) continue;
      const subscription = model.observe((change) => {
        this.listener(model, change);
      });
      this.#subscriptions.set(model, subscription);
    }
  }

  cancel(): void {
    this.set([]);
  }
}

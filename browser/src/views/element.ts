import { LitElement } from "lit";
import type { Model, ModelChange, Subscription } from "../model/types.js";
import type { Direction } from "./box.js";
import { applyBox } from "./box.js";

/** The view of one model: an element that renders again whenever a field of its model changes. */
export abstract class ModelElement extends LitElement {
  /** Brings the code that explains what a view is for, where its model has words for that. */
  declare static explain: ((view: ModelElement) => void) | undefined;

  /** Gives a view what few have, such as style sheets of its author's. */
  declare static adorn: ((view: ModelElement) => void) | undefined;

  /** Whether a view shows the description of its model by itself. */
  declare readonly explains?: boolean;

  /** How the parent lays out its children. */
  direction: Direction = "column";

  #model: Model | undefined;
  #subscription: Subscription | undefined;

  get model(): Model {
    if (this.#model === undefined) throw new Error(`${this.localName} has no model`);
    return this.#model;
  }

  set model(model: Model) {
    if (model === this.#model) return;
    this.#unobserve();
    this.#model = model;
    if (this.isConnected) this.#observe();
    this.requestUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observe();
    // What changed while the view was out of the page was not heard.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unobserve();
  }

  /** React to a change of the model; renders again unless a view knows better. */
  protected changed(_change: ModelChange): void {
    this.requestUpdate();
  }

  /** What has left the page is not rendered: it would hear again of what it follows, and listen to keys. */
  protected override shouldUpdate(): boolean {
    return this.#model !== undefined && this.isConnected;
  }

  protected override updated(): void {
    applyBox(this, this.model, this.direction);
    if (this.model.chosen("description")) ModelElement.explain?.(this);
    ModelElement.adorn?.(this);
  }

  /** Give an input its value. What a person did to it is not seen by templates, which only compare what they wrote. */
  protected show(value: string): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>("#input");
    if (input !== null && input.value !== value) input.value = value;
  }

  #observe(): void {
    this.#subscription ??= this.#model?.observe((change) => {
      this.changed(change);
    });
  }

  #unobserve(): void {
    this.#subscription?.cancel();
    this.#subscription = undefined;
  }
}

import type { Model } from "../../../model/types.js";

/** A box around words, in CSS pixels from the place at which they stand. */
export interface WordBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the words of labels that people can move cover, wherever in a figure these stand. */
export const standingWords: WeakMap<Model, WordBox> = new WeakMap<Model, WordBox>();

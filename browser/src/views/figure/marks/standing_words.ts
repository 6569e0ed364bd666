import type { Model } from "../../../model/types.js";

/** A box around words, in CSS pixels of the canvas. */
export interface WordBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the words of labels that people can move were drawn last. */
export const standingWords: WeakMap<Model, WordBox> = new WeakMap<Model, WordBox>();

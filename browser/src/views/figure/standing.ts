/** The boxes of annotations that handles show: those of selections that stay, and of ranges, stand in no figure themselves. */
import type { Model } from "../../model/types.js";
import type { Edges } from "./edit/handles.js";

/** A box over the plotting area of a figure. */
export interface Standing {
  readonly area: HTMLElement;
  /** Where it is, in CSS pixels of the plotting area; nothing hides it. */
  readonly edges: Edges | undefined;
}

export const standing: WeakMap<Model, Standing> = new WeakMap<Model, Standing>();

import type { Model } from "../../model/types.js";
import { ColumnFacts } from "./column.js";
import type { Hatch } from "./extras.js";
import { extras } from "./extras.js";
import { GlyphReader } from "./spec.js";

/** Return what draws the hatch of a part of a model, once its code has come. */
export function hatchOf(model: Model, prefix: string): Hatch | undefined {
  if (!model.chosen(`${prefix}hatch_pattern`)) return undefined;
  return extras.hatch?.(new GlyphReader(model, {}, new ColumnFacts(), {}), prefix);
}

import type { Schema } from "./defaults.js";
import { SCHEMA } from "./schema.js";

const known: Record<string, Schema[string]> = { ...SCHEMA };

/** The model types that are known by now. */
export const VOCABULARY: Schema = known;

/** Get to know more types. A chunk that brings views brings what is to be known of their models. */
export function learn(types: Schema): void {
  Object.assign(known, types);
}

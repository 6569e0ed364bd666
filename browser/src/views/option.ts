import { isRecord } from "./field.js";

/** One thing to choose. */
export interface Option {
  readonly value: unknown;
  readonly label: string;
}

/** Options under a common heading, or the ones without. */
export interface Group {
  readonly label?: string;
  readonly options: readonly Option[];
}

/** Read options: texts, pairs of value and label, or lists of these by heading. */
export function readOptions(value: unknown): Group[] {
  if (Array.isArray(value)) return [{ options: value.map(readOption) }];
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([label, options]) => ({
    label,
    options: Array.isArray(options) ? options.map(readOption) : [],
  }));
}

function readOption(entry: unknown): Option {
  if (Array.isArray(entry)) {
    const [value, label] = entry as [unknown, unknown];
    return { value, label: String(label ?? value) };
  }
  return { value: entry, label: String(entry) };
}

import type { Model } from "../model/model.js";
import type { ModelId } from "../model/types.js";
import { Reference, isRecord } from "../model/value.js";

/** Finds the model with an id, or throws. */
export type Lookup = (id: ModelId) => Model;

/** Return a decoded value with models in place of references; its containers are changed in place. */
export function resolve(value: unknown, lookup: Lookup): unknown {
  if (value instanceof Reference) {
    return lookup(value.id);
  }
  if (Array.isArray(value)) {
    const list = value as unknown[];
    for (let index = 0; index < list.length; index += 1) {
      // Long columns are lists of scalars: look before calling.
      if (typeof list[index] === "object") {
        list[index] = resolve(list[index], lookup);
      }
    }
    return list;
  }
  if (value instanceof Map) {
    const pairs = [...(value as Map<unknown, unknown>)];
    return new Map(pairs.map(([key, member]) => [resolve(key, lookup), resolve(member, lookup)]));
  }
  return isRecord(value) ? resolveRecord(value, lookup) : value;
}

/** The same for the members of an object. */
export function resolveRecord(
  record: Readonly<Record<string, unknown>>,
  lookup: Lookup,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, member]) => [name, resolve(member, lookup)]),
  );
}

/** Call the visitor with every model in a value, but not with the models in their fields. */
export function eachModel(
  value: unknown,
  isModel: (candidate: unknown) => candidate is Model,
  visit: (model: Model) => void,
): void {
  if (isModel(value)) {
    visit(value);
  } else if (Array.isArray(value)) {
    for (const item of value as unknown[]) {
      eachModel(item, isModel, visit);
    }
  } else if (value instanceof Map) {
    for (const pair of value as Map<unknown, unknown>) {
      eachModel(pair, isModel, visit);
    }
  } else if (isRecord(value)) {
    eachModel(Object.values(value), isModel, visit);
  }
}

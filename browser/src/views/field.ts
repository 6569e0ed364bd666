import type { Model } from "../model/types.js";

/** Tell whether a value is one of the document's models. */
export function isModel(value: unknown): value is Model {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    "get" in value &&
    typeof value.get === "function"
  );
}

/** Read a text; anything without one reads as empty. */
export function text(model: Model, field: string, fallback = ""): string {
  const value = model.get(field);
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : fallback;
}

/** Read a finite number, or the fallback. */
export function number(model: Model, field: string, fallback: number): number {
  return optionalNumber(model, field) ?? fallback;
}

/** Read a finite number, or nothing. */
export function optionalNumber(model: Model, field: string): number | undefined {
  const value = model.get(field);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** Read a truth value. */
export function flag(model: Model, field: string, fallback = false): boolean {
  const value = model.get(field);
  return typeof value === "boolean" ? value : fallback;
}

/** Read a reference to another model. */
export function reference(model: Model, field: string): Model | undefined {
  const value = model.get(field);
  return isModel(value) ? value : undefined;
}

/** Read a list of references, leaving out what is none. */
export function references(model: Model, field: string): Model[] {
  return list(model, field).filter(isModel);
}

/** Read a list. */
export function list(model: Model, field: string): readonly unknown[] {
  const value = model.get(field);
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** Read a plain object. */
export function record(model: Model, field: string): Readonly<Record<string, unknown>> {
  const value = model.get(field);
  return isRecord(value) ? value : {};
}

/** Tell whether a value is an object that is neither an array nor a model. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !ArrayBuffer.isView(value) &&
    !isModel(value)
  );
}

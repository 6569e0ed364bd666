/** Narrow parsed JSON to what a message should hold; what does not fit is malformed. */
import { malformed, RemoteProtocolError } from "./errors.js";

export type Json = Readonly<Record<string, unknown>>;

export function object(value: unknown, where: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw malformed(where, value, "an object");
  }
  return value as Json;
}

export function list(value: unknown, where: string): unknown[] {
  if (!Array.isArray(value)) {
    throw malformed(where, value, "a list");
  }
  return value as unknown[];
}

export function text(value: unknown, where: string): string {
  if (typeof value !== "string") {
    throw malformed(where, value, "a string");
  }
  return value;
}

export function integer(value: unknown, where: string, least: number): number {
  if (!Number.isSafeInteger(value) || (value as number) < least) {
    throw malformed(where, value, `an integer from ${least}`);
  }
  return value as number;
}

/** Throw unless JSON nests at most so deep; a scalar has no depth. */
export function checkDepth(value: unknown, max: number): void {
  if (typeof value !== "object" || value === null) {
    return;
  }
  if (max === 0) {
    throw new RemoteProtocolError("the message nests too deeply", 1007);
  }
  for (const member of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    if (typeof member === "object") {
      checkDepth(member, max - 1);
    }
  }
}

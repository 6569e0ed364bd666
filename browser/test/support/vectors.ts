/// <reference types="node" />
/** Reads `spec/vectors/`; the forms are described in its README. */
import { readFileSync } from "node:fs";
import {
  Bytes,
  DTYPES,
  NDArray,
  Reference,
  Slice,
  dtypeOf,
  isRecord,
  isTypedArray,
} from "../../src/model/value.js";
import type { Dtype } from "../../src/model/value.js";

export interface Case {
  readonly name: string;
  readonly direction?: "client" | "server";
  readonly text?: string;
  readonly text_base64?: string;
  readonly binary?: string;
  readonly part?: string;
  readonly value?: unknown;
  readonly message?: Record<string, unknown>;
  readonly canonical?: false;
  readonly close?: number;
}

export type VectorFile = "values" | "messages" | "binary" | "invalid";

export function readCases(name: VectorFile): Case[] {
  const url = new URL(`../../../spec/vectors/${name}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(url, "utf8")) as { readonly cases: Case[] };
  return file.cases;
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, "base64"));
}

/** Return the description of a value. */
export function describeValue(value: unknown): unknown {
  if (typeof value === "number") {
    return describeNumber(value);
  }
  if (typeof value === "bigint") {
    return { integer: value.toString() };
  }
  if (Array.isArray(value)) {
    return value.map(describeValue);
  }
  if (value instanceof Reference) {
    return { ref: value.id };
  }
  if (value instanceof Bytes) {
    return { bytes: Buffer.from(value.data).toString("hex") };
  }
  if (value instanceof Slice) {
    return { slice: [value.start, value.stop, value.step] };
  }
  if (value instanceof NDArray) {
    const items = Array.from(value.data, describeNumber);
    return { array: { dtype: dtypeOf(value.data), shape: value.shape, items } };
  }
  if (isTypedArray(value)) {
    const items = Array.from(value, describeNumber);
    return { array: { dtype: dtypeOf(value), shape: [value.length], items } };
  }
  if (value instanceof Map) {
    return { map: [...(value as Map<unknown, unknown>)].map(describeValue) };
  }
  return isRecord(value) ? { object: describeMembers(value) } : value;
}

function describeNumber(value: number): unknown {
  if (Object.is(value, -0)) {
    return { number: "-0" };
  }
  if (Number.isFinite(value)) {
    return value;
  }
  return { number: Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf" };
}

function describeMembers(record: Record<string, unknown>): Record<string, unknown> {
  return mapMembers(record, describeValue);
}

function mapMembers(record: unknown, map: (member: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record as object).map(([name, member]) => [name, map(member)]),
  );
}

/** Return what a description stands for. */
export function valueOf(description: unknown): unknown {
  if (Array.isArray(description)) {
    return description.map(valueOf);
  }
  if (!isRecord(description)) {
    return description;
  }
  const [kind, content] = Object.entries(description)[0] ?? [];
  switch (kind) {
    case "object":
      return mapMembers(content, valueOf);
    case "map":
      return new Map(valueOf(content) as [unknown, unknown][]);
    case "ref":
      return new Reference(content as number);
    case "number":
      return { nan: NaN, inf: Infinity, "-inf": -Infinity, "-0": -0 }[content as string];
    case "float":
      return Number(content);
    case "integer":
      return BigInt(content as string);
    case "bytes":
      return new Bytes(new Uint8Array(Buffer.from(content as string, "hex")));
    case "slice": {
      const [start = null, stop = null, step = null] = content as (number | null)[];
      return new Slice(start, stop, step);
    }
    default:
      return arrayOf(content as { dtype: Dtype; shape: number[]; items: unknown[] });
  }
}

function arrayOf({
  dtype,
  shape,
  items,
}: {
  dtype: Dtype;
  shape: number[];
  items: unknown[];
}): unknown {
  const data = new DTYPES[dtype](items.length);
  data.set(items.map((item) => valueOf(item) as number));
  return shape.length > 1 ? new NDArray(data, shape) : data;
}

/** Return a decoded message with its values described, or a described one with its values. */
export function convertMessage(
  message: Record<string, unknown>,
  convert: (value: unknown) => unknown,
): Record<string, unknown> {
  const converted = { ...message };
  if ("detail" in converted) {
    converted["detail"] = mapMembers(converted["detail"], convert);
  }
  for (const name of ["models", "changes"]) {
    if (name in converted) {
      const elements = converted[name] as Record<string, unknown>[];
      converted[name] = elements.map((element) => convertElement(element, convert));
    }
  }
  return converted;
}

function convertElement(
  element: Record<string, unknown>,
  convert: (value: unknown) => unknown,
): Record<string, unknown> {
  const converted = { ...element };
  if ("value" in converted) {
    converted["value"] = convert(converted["value"]);
  }
  for (const name of ["fields", "columns"]) {
    if (name in converted) {
      converted[name] = mapMembers(converted[name], convert);
    }
  }
  if ("patches" in converted) {
    converted["patches"] = mapMembers(converted["patches"], (pairs) =>
      (pairs as unknown[][]).map((pair) => pair.map(convert)),
    );
  }
  return converted;
}

/// <reference types="node" />
import { describe, expect, test } from "vitest";
import { NDArray, isTypedArray } from "../../src/model/value.js";
import { ProtocolError, decodeMessage, encodeMessage } from "../../src/protocol/index.js";
import type { ClientMessage } from "../../src/protocol/index.js";
import { bytesOf, convertMessage, describeValue, readCases, valueOf } from "../support/vectors.js";
import type { Case } from "../support/vectors.js";

/** Return the header and the buffers of a message in either form. */
function takenApart(data: string | Uint8Array): { json: unknown; buffers: string } {
  if (typeof data === "string") {
    return { json: JSON.parse(data), buffers: "" };
  }
  const buffer = Buffer.from(data);
  const end = 4 + buffer.readUInt32LE();
  return {
    json: JSON.parse(buffer.toString("utf8", 4, end)),
    buffers: buffer.toString("hex", end),
  };
}

function wireOf({ text, text_base64: encoded, binary }: Case): string | Uint8Array {
  if (binary !== undefined) {
    return bytesOf(binary);
  }
  return encoded === undefined ? (text ?? "") : Buffer.from(encoded, "base64").toString("latin1");
}

/** Return a message of the server that sets a field to the value. */
function wrapped({ text = "", part = "" }: Case): string | Uint8Array {
  const bytes = Buffer.from(part, "base64");
  const size = bytes.length === 0 ? "" : `,"bytes":${bytes.length}`;
  const json = `{"type":"patch","revision":1,"changes":[{"kind":"field_changed","model":1,"field":"f","value":${text}${size}}]}`;
  if (bytes.length === 0) {
    return json;
  }
  const header = Buffer.from(json);
  const padding = (8 - ((4 + header.length) % 8)) % 8;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length + padding);
  return Buffer.concat([length, header, Buffer.alloc(padding, " "), bytes]);
}

function decodedValue(data: string | Uint8Array): unknown {
  const message = decodeMessage(data);
  const change = message.type === "patch" ? message.changes?.[0] : undefined;
  return change?.kind === "field_changed" ? change.value : undefined;
}

const values = readCases("values");
const messages = [...readCases("messages"), ...readCases("binary")];
const fromServer = messages.filter((entry) => entry.direction === "server");
const fromClient = messages.filter((entry) => entry.direction === "client");
const refused = readCases("invalid").filter((entry) => entry.direction === "server");

test("there are vectors of every kind", () => {
  expect(values.length).toBeGreaterThan(50);
  expect(values.filter((entry) => entry.part !== undefined).length).toBeGreaterThan(10);
  for (const group of [fromServer, fromClient]) {
    expect(group.filter((entry) => entry.text !== undefined).length).toBeGreaterThan(5);
    expect(group.filter((entry) => entry.binary !== undefined).length).toBeGreaterThan(2);
  }
  expect(refused.length).toBeGreaterThan(0);
});

describe("values", () => {
  test.each(values)("decode: $name", (entry) => {
    const wire = wrapped(entry);
    expect(describeValue(decodedValue(wire))).toEqual(describeValue(valueOf(entry.value)));
  });

  test.each(values.filter((entry) => entry.canonical !== false))("encode: $name", (entry) => {
    const value = valueOf(entry.value);
    const encoded = takenApart(encodeMessage(patchOf(value)));
    const change = (encoded.json as { changes: { value: unknown }[] }).changes[0];
    expect(change?.value).toEqual(JSON.parse(entry.text ?? ""));
    const part = Buffer.from(entry.part ?? "", "base64");
    expect(encoded.buffers).toBe(part.toString("hex"));
  });

  test.each(values.filter((entry) => entry.part !== undefined))("view in place: $name", (entry) => {
    const wire = wrapped(entry) as Uint8Array;
    const aligned = new Uint8Array(wire).buffer;
    const buffers: ArrayBufferLike[] = [];
    collect(decodedValue(new Uint8Array(aligned)), buffers);
    for (const buffer of buffers) {
      expect(buffer).toBe(aligned);
    }
  });

  test.each(values.filter((entry) => entry.part !== undefined))(
    "decode unaligned: $name",
    (entry) => {
      const wire = wrapped(entry) as Uint8Array;
      const shifted = new Uint8Array(wire.length + 3).subarray(3);
      shifted.set(wire);
      expect(describeValue(decodedValue(shifted))).toEqual(describeValue(valueOf(entry.value)));
    },
  );
});

describe("messages", () => {
  test.each(fromServer)("decode: $name", (entry) => {
    const decoded = decodeMessage(wireOf(entry));
    const described = convertMessage({ ...decoded }, describeValue);
    expect(described).toEqual(convertMessage(entry.message ?? {}, redescribed));
  });

  test.each(fromClient.filter((entry) => entry.canonical !== false))("encode: $name", (entry) => {
    const message = convertMessage(entry.message ?? {}, valueOf);
    const encoded = takenApart(encodeMessage(message as unknown as ClientMessage));
    expect(encoded).toEqual(takenApart(wireOf(entry)));
  });
});

test.each(refused)("refuse: $name", (entry) => {
  let code: number | undefined;
  try {
    decodeMessage(wireOf(entry));
  } catch (error) {
    code = error instanceof ProtocolError ? error.closeCode : undefined;
  }
  expect(code).toBe(entry.close);
});

function patchOf(value: unknown): ClientMessage {
  const change = { kind: "field_changed", model: 1, field: "f", value } as const;
  return { type: "patch", seq: 1, base: 0, changes: [change] };
}

function redescribed(description: unknown): unknown {
  return describeValue(valueOf(description));
}

function collect(value: unknown, buffers: ArrayBufferLike[]): void {
  if (isTypedArray(value)) {
    buffers.push(value.buffer);
  } else if (value instanceof NDArray) {
    buffers.push(value.data.buffer);
  } else if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, buffers);
    }
  }
}

/** The two forms of a message: spec/protocol.md section 3. */
import { RemoteProtocolError, malformed } from "./errors.js";
import type { Payload } from "./messages.js";

const ALIGNMENT = 8;
const LENGTH_BYTES = 4;

/** A message taken apart: its JSON, and the bytes behind it. */
export interface Frame {
  readonly json: unknown;
  readonly area: Uint8Array;
}

/** Return how many bytes something takes in a buffer area. */
export function padded(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

/** Return the binary form, or text if there are no buffers. */
export function join(json: unknown, buffers: readonly ArrayBufferView[]): Payload {
  const text = JSON.stringify(json);
  if (buffers.length === 0) {
    return text;
  }
  const header = new TextEncoder().encode(text);
  const start = padded(LENGTH_BYTES + header.length);
  const size = buffers.reduce((sum, buffer) => sum + padded(buffer.byteLength), start);
  const payload = new Uint8Array(size);
  new DataView(payload.buffer).setUint32(0, start - LENGTH_BYTES, true);
  payload.fill(0x20, LENGTH_BYTES, start);
  payload.set(header, LENGTH_BYTES);
  let offset = start;
  for (const buffer of buffers) {
    payload.set(new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength), offset);
    offset += padded(buffer.byteLength);
  }
  return payload;
}

/** Take a message apart. The area is a view; only one that arrives unaligned is copied. */
export function split(data: string | ArrayBuffer | Uint8Array): Frame {
  if (typeof data === "string") {
    return { json: parse(data), area: new Uint8Array(0) };
  }
  const bytes = data instanceof Uint8Array ? data : new Uint8Array(data);
  if (bytes.length < LENGTH_BYTES) {
    throw malformed("the binary message", bytes.length, "4 bytes or more");
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const start = LENGTH_BYTES + length;
  if (start % ALIGNMENT !== 0 || start > bytes.length) {
    const expected = `4 less than a multiple of 8, at most ${bytes.length - LENGTH_BYTES}`;
    throw malformed("the length of the header", length, expected);
  }
  const area = bytes.subarray(start);
  const aligned = area.byteOffset % ALIGNMENT === 0 ? area : area.slice();
  return { json: parse(decodeText(bytes.subarray(LENGTH_BYTES, start))), area: aligned };
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new RemoteProtocolError("the header is not UTF-8", 1007);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RemoteProtocolError(`the message is not JSON: ${String(error)}`, 1007);
  }
}

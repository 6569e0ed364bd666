/// <reference types="node" />

/** What a frame holds; the numbers are those on the pipe. */
export const KINDS = { command: 0, text: 1, binary: 2, reply: 3, done: 4 } as const;

export type Kind = (typeof KINDS)[keyof typeof KINDS];

/** Return a frame: 4 bytes of length, little-endian, then the kind and the content, which the length counts. */
export function frame(kind: Kind, content: string | Uint8Array): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.alloc(5);
  head.writeUInt32LE(1 + body.length);
  head.writeUInt8(kind, 4);
  return Buffer.concat([head, body]);
}

/** Takes bytes as they come and gives whole frames. */
export class FrameReader {
  #bytes = Buffer.alloc(0);

  feed(chunk: Uint8Array): { kind: number; content: Buffer }[] {
    this.#bytes = Buffer.concat([this.#bytes, chunk]);
    const frames = [];
    while (this.#bytes.length >= 4) {
      const end = 4 + this.#bytes.readUInt32LE();
      if (this.#bytes.length < end) {
        break;
      }
      frames.push({ kind: this.#bytes.readUInt8(4), content: this.#bytes.subarray(5, end) });
      this.#bytes = this.#bytes.subarray(end);
    }
    return frames;
  }
}

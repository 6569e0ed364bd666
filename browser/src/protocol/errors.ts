/** A message that breaks the rules; `closeCode` is the answer of spec/protocol.md section 10. */
export class ProtocolError extends Error {
  override readonly name: string = "ProtocolError";

  constructor(
    message: string,
    readonly closeCode: number,
  ) {
    super(message);
  }
}

/** The server broke the rules. */
export class RemoteProtocolError extends ProtocolError {
  override readonly name = "RemoteProtocolError";
}

/** We were asked to break the rules, for example to send something that has no form on the wire. */
export class LocalProtocolError extends ProtocolError {
  override readonly name = "LocalProtocolError";
}

/** Return the error for JSON that is not a message of the protocol. */
export function malformed(where: string, found: unknown, expected: string): RemoteProtocolError {
  return new RemoteProtocolError(`${where} is ${shown(found)}, expected ${expected}`, 4400);
}

/** Return a value as it may stand in an error: short, whatever it is. */
export function shown(value: unknown): string {
  if (value === undefined) {
    return "missing";
  }
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

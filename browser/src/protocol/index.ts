export { decodeMessage } from "./decode.js";
export { encodeMessage, encodeValue } from "./encode.js";
export { LocalProtocolError, ProtocolError, RemoteProtocolError } from "./errors.js";
export { decodeValue } from "./value.js";
export type * from "./messages.js";

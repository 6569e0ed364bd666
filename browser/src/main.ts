/** What a page loads: the elements, and the functions for scripts that embed by themselves. */
import { noteScript } from "./embed/address.js";
import { define } from "./embed/document_element.js";
import { embed } from "./embed/embed.js";

export { embed };
export type { EmbedOptions, Embedding } from "./embed/embed.js";
export type { ErrorDetail, Status, StatusDetail } from "./embed/status.js";

/** Called by an app's autoload script with its own address. */
export function autoload(script: string): void {
  noteScript(script);
  define();
}

declare global {
  var docsync: { readonly embed: typeof embed } | undefined;
}

globalThis.docsync ??= Object.freeze({ embed });
// An autoload script names its address right after this module has run, and elements need it when they are defined.
queueMicrotask(define);

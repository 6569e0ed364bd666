/** What a connection that ended, or never began, means for the next one. */
export type Verdict =
  /** Try again. */
  | { readonly kind: "retry"; readonly reason: string; readonly soon: boolean }
  /** Try again once; a second time in a row it is final. */
  | { readonly kind: "once"; readonly reason: string }
  /** Trying again would not help. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The document, or even the page around it, is made anew: come back at once. */
  | { readonly kind: "renewed"; readonly page: boolean }
  /** The session has ended. */
  | { readonly kind: "gone"; readonly reason: string }
  /** Another connection is in our place. */
  | { readonly kind: "replaced" };

/** Return what a close code means: spec/protocol.md section 10. */
export function verdictOf(code: number, reason: string): Verdict {
  switch (code) {
    case 1001:
      return { kind: "retry", reason: "The server is restarting.", soon: reason === "restart" };
    case 1002:
      return { kind: "once", reason: said("The server found a fault in the connection", reason) };
    case 1007:
    case 4400:
      return { kind: "refused", reason: said("The server did not understand this page", reason) };
    case 1009:
      return { kind: "refused", reason: said("A message was too big for the server", reason) };
    case 4409:
      return { kind: "replaced" };
    case 4410:
      return { kind: "gone", reason: "" };
    case 4411:
    case 4412:
      return { kind: "renewed", page: code === 4412 };
    case 4429:
      return { kind: "refused", reason: said("The server has reached a limit", reason) };
    case 4500:
      return { kind: "refused", reason: said("The application could not start", reason) };
    default:
      return { kind: "retry", reason: "", soon: false };
  }
}

/** Return a sentence, with what the server said if it said anything. */
export function said(words: string, detail: string): string {
  return detail === "" ? `${words}.` : `${words}: ${detail}`;
}

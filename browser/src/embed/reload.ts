import type { Kept } from "../session/index.js";

/** Where a page leaves its keys for itself, for the moment in which it is loaded again. */
const PLACE = "docsync:kept";

let waiting: Map<string, Kept> | undefined;

/** Load this page again, and return to the sessions that its elements are in. */
export function reloadPage(sessions: Iterable<readonly [string, Kept]>): void {
  try {
    window.sessionStorage.setItem(PLACE, JSON.stringify([...sessions]));
  } catch {
    // Without a place to leave them, sessions begin anew.
  }
  window.location.reload();
}

/** Return what an element of this page has left before the page was loaded again; only once. */
export function recall(name: string): Kept | undefined {
  waiting ??= new Map(read());
  const found = waiting.get(name);
  waiting.delete(name);
  return found;
}

function read(): [string, Kept][] {
  try {
    const source = window.sessionStorage.getItem(PLACE);
    window.sessionStorage.removeItem(PLACE);
    return source === null ? [] : (JSON.parse(source) as [string, Kept][]);
  } catch {
    return [];
  }
}

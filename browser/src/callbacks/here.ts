import type { Change } from "../document/change.js";
import type { Document } from "../document/document.js";
import type { Model } from "../model/model.js";

/** Whether the rows of a model are fetched by each page for itself. */
export function isFetched(model: Model): boolean {
  return model.get("data_url") !== undefined;
}

/** Change what is seen in this page alone: the server neither knows nor counts it. */
export function changeHere(document: Document, change: Change): void {
  const { revision } = document;
  document.apply({ base: revision, revision, models: [], changes: [change], removed: [] });
}

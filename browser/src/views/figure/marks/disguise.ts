import type { Model } from "../../../model/types.js";

/** Return a model that reads as one of another type; nobody edits what is only read. */
export function disguised(
  model: Model,
  type: string,
  get: (field: string) => unknown,
  chosen: (field: string) => boolean = (field) => model.chosen(field),
): Model {
  const none = (): void => undefined;
  return {
    id: model.id,
    type,
    get,
    chosen,
    set: none,
    setAll: none,
    emit: none,
    observes: () => false,
    observe: () => ({ cancel: none }),
  };
}

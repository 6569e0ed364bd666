import type { ModelId } from "../model/types.js";

/** Something that the mirror of a document cannot do. */
export class DocumentError extends Error {
  override readonly name: string = "DocumentError";
}

/** A change or a value names a model that the document does not have. */
export class UnknownModelError extends DocumentError {
  override readonly name = "UnknownModelError";

  constructor(readonly id: ModelId) {
    super(`no model has the id ${id} here; the server should have sent it before`);
  }
}

/** A patch does not continue where the document is. */
export class RevisionError extends DocumentError {
  override readonly name = "RevisionError";

  constructor(
    readonly base: number,
    readonly latest: number,
  ) {
    super(`the patch is based on revision ${base}, the document is at ${latest}`);
  }
}

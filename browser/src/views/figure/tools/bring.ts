import type { Model } from "../../../model/types.js";
import { KINDS, driven } from "./kinds.js";

let rare: Promise<unknown> | undefined;
let loaded = false;

/** Bring the tools of few figures, if one of these is such; call back when they have come. */
export function bringTools(tools: readonly Model[], come: () => void): void {
  const everyday = (tool: Model): boolean =>
    KINDS[tool.type] !== undefined && tool.get("icon") === null;
  if (loaded || tools.flatMap(driven).every(everyday)) return;
  rare ??= import("./rare.js").finally(() => {
    loaded = true;
  });
  void rare.then(come);
}

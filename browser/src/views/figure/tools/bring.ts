import type { Model } from "../../../model/types.js";
import { references } from "../../field.js";
import type { Scene } from "../scene.js";
import { lazily } from "../../lazily.js";
import { KINDS, driven } from "./kinds.js";

/** The types of tools that edit by hand, which have a chunk of their own. */
const EDITS = /(?:Draw|Edit|Range)Tool$/;

let loaded = false;

const bringRare = lazily(() =>
  import("./rare.js").then(() => {
    loaded = true;
  }),
);

/** Bring the tools of few figures, if one of these is such; call back when they have come, and tell whether all are there. */
export function bringTools(tools: readonly Model[], come: () => void): boolean {
  const everyday = (tool: Model): boolean =>
    (KINDS[tool.type] !== undefined || EDITS.test(tool.type)) && tool.get("icon") === null;
  if (loaded || tools.flatMap(driven).every(everyday)) return true;
  bringRare(come);
  return false;
}

/** Tell whether something is edited by hand: data, ranges or annotations. */
export function edits(tools: readonly Model[], { guides, model }: Scene): boolean {
  const editable = (mark: Model): boolean => mark.get("editable") === true;
  return (
    tools.some((tool) => EDITS.test(tool.type)) ||
    [...references(model, "renderers"), ...guides].some(editable)
  );
}

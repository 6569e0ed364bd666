import type { Model } from "../../../model/types.js";
import { references } from "../../field.js";
import type { Scene } from "../scene.js";
import { lazily } from "../../lazily.js";
import { KINDS, driven, kindOf } from "./kinds.js";

/** The types of tools that edit by hand, which have a chunk of their own. */
const EDITS = /(?:Draw|Edit|Range)Tool$/;

/** Whether the tools of few figures have come; not a word as long as nobody has asked for them. */
let loaded: boolean | undefined;

const bringRare = lazily(async () => {
  loaded = false;
  try {
    await import("./rare.js");
    loaded = true;
  } catch (cause) {
    // Nothing is to be waited for any longer.
    loaded = undefined;
    throw cause;
  }
});

/** Bring the tools of few figures, if one of these is such; call back when they have come, or cannot; tell whether all are there. */
export function bringTools(tools: readonly Model[], come: () => void, fail?: () => void): boolean {
  const everyday = (tool: Model): boolean =>
    (KINDS[tool.type] !== undefined || EDITS.test(tool.type)) && tool.get("icon") === null;
  if (loaded === true || tools.flatMap(driven).every(everyday)) return true;
  bringRare(come, fail);
  return false;
}

/** Tell whether a tool, or which one is in use, will be known in a moment only. */
export function isComing(tool: Model | undefined): boolean {
  return loaded === false && (tool === undefined || kindOf(tool) === undefined);
}

/** Do something with a tool: at once, or as soon as it is known. */
export function whenKnown(tool: Model | undefined, something: () => void): void {
  if (isComing(tool)) bringRare(something);
  else something();
}

/** Tell whether something is edited by hand: data, ranges or annotations. */
export function edits(tools: readonly Model[], { guides, model }: Scene): boolean {
  const editable = (mark: Model): boolean => mark.get("editable") === true;
  return (
    tools.some((tool) => EDITS.test(tool.type)) ||
    [...references(model, "renderers"), ...guides].some(editable)
  );
}

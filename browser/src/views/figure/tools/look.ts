import { svg } from "lit";
import type { SVGTemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { dimensionsOf } from "./kinds.js";

/** What the button of a tool says and shows. */
export interface ToolLook {
  readonly label: (tool: Model) => string;
  readonly icon: (tool: Model) => SVGTemplateResult;
}

/** Name a tool with the direction in which it works, if that is one. */
export function named(words: string): (tool: Model) => string {
  return (tool) => {
    const { x, y } = dimensionsOf(tool);
    return x && y ? words : `${words} (${x ? "horizontal" : "vertical"})`;
  };
}

/** Mark an icon with the direction in which its tool works, if that is one. */
export function marked(icon: SVGTemplateResult): (tool: Model) => SVGTemplateResult {
  return (tool) => {
    const { x, y } = dimensionsOf(tool);
    if (x && y) return icon;
    const arrow = x
      ? svg`<path d="M5 18.800h10m-1.500-1.500 1.500 1.500-1.500 1.500m-7-3L5 18.800l1.500 1.500" />`
      : svg`<path d="M19 5v10m-1.500-1.500L19 15l1.500-1.500m-3-7L19 5l1.500 1.500" />`;
    return svg`${icon}${arrow}`;
  };
}

/** Return an icon that is the same for all tools of a type. */
export function plain(icon: SVGTemplateResult): () => SVGTemplateResult {
  return () => icon;
}

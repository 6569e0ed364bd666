/** The buttons of the tools that every figure has by itself, and of the one that points. */
import { svg } from "lit";
import type { SVGTemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { dimensionsOf, kindOf, underlying } from "./kinds.js";
import { marked, named, plain } from "./look.js";
import type { ToolLook } from "./look.js";

const EVERYDAY: Readonly<Record<string, ToolLook | undefined>> = {
  PanTool: {
    label: named("Pan"),
    icon: (tool) => {
      const { x, y } = dimensionsOf(tool);
      return svg`${x ? svg`<path d="M3 10h14M3 10l2-2m-2 2 2 2M17 10l-2-2m2 2-2 2" />` : ""}${
        y ? svg`<path d="M10 3v14M10 3 8 5m2-2 2 2M10 17l-2-2m2 2 2-2" />` : ""
      }`;
    },
  },
  BoxZoomTool: {
    label: named("Box zoom"),
    icon: marked(
      svg`<path d="M16 8V4.5a.5.5 0 0 0-.5-.5h-11a.5.5 0 0 0-.5.5v11a.5.5 0 0 0 .5.5H8" stroke-dasharray="2.5 2" /><circle cx="13" cy="13" r="3" /><path d="M15.2 15.2 17.5 17.5" />`,
    ),
  },
  WheelZoomTool: {
    label: named("Wheel zoom"),
    icon: marked(
      svg`<rect x="3" y="3" width="7.500" height="12" rx="3.750" /><path d="M6.750 6v2.500" /><circle cx="14" cy="11.500" r="2.800" /><path d="m16 13.600 1.800 1.900" />`,
    ),
  },
  SaveTool: {
    label: () => "Save as picture",
    icon: plain(
      svg`<path d="M10 3.5V12m0 0 3-3m-3 3L7 9M4 13v2.5a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1V13" />`,
    ),
  },
  ResetTool: {
    label: () => "Reset view",
    icon: plain(svg`<path d="M4.5 8A6 6 0 1 1 4 10.8M4.2 4v4h4" />`),
  },
  HelpTool: {
    label: () => "Help",
    icon: plain(
      svg`<circle cx="10" cy="10" r="6.700" /><path d="M8 8.200a2 2 0 1 1 2.900 1.800c-.6.3-.9.700-.9 1.400m0 2.100v.1" />`,
    ),
  },
  HoverTool: {
    label: () => "Hover",
    icon: plain(svg`<path d="M3.5 4.5h13v8.5h-7l-3 3v-3h-3zM7 7.5h6M7 10h4" />`),
  },
};

const BARE: SVGTemplateResult = svg`<circle cx="10" cy="10" r="2" />`;

/** Name a tool by its type where nobody has named it. */
export function labelOf(tool: Model): string {
  const like = underlying(tool);
  const { type } = like;
  return (kindOf(tool)?.label ?? EVERYDAY[type]?.label)?.(like) ?? type;
}

export function iconOf(tool: Model): SVGTemplateResult {
  const like = underlying(tool);
  return (kindOf(tool)?.icon ?? EVERYDAY[like.type]?.icon)?.(like) ?? BARE;
}

/** The buttons of tools that select rows. */
import { svg } from "lit";
import type { ToolKind } from "./kinds.js";
import { KINDS } from "./kinds.js";
import { marked, named, plain } from "./look.js";

const selecting: Readonly<Record<string, ToolKind>> = {
  BoxSelectTool: {
    role: "drag",
    order: 30,
    selects: true,
    label: named("Box select"),
    icon: marked(
      svg`<rect x="3.5" y="4.5" width="13" height="11" rx="1" stroke-dasharray="2.5 2" /><circle cx="8" cy="9" r="1" /><circle cx="12" cy="11.5" r="1" />`,
    ),
  },
  LassoSelectTool: {
    role: "drag",
    order: 12,
    selects: true,
    label: () => "Lasso select",
    icon: plain(
      svg`<path d="M7.5 13.5c-3-.6-4.5-2.2-4.5-4C3 6.7 6.1 4.5 10 4.5s7 2.2 7 5-3.1 4.7-7 4.7" stroke-dasharray="2.5 2" /><circle cx="8" cy="14.2" r="1.7" /><path d="M8 16c0 1-.6 1.7-1.6 2" />`,
    ),
  },
  PolySelectTool: {
    role: "tap",
    order: 11,
    selects: true,
    label: () => "Polygon select",
    icon: plain(
      svg`<path d="m4 7.5 6-4 6 5-2.5 7.500H6z" stroke-dasharray="2.5 2" /><circle cx="10" cy="10" r="1" />`,
    ),
  },
  TapTool: {
    role: "tap",
    selects: true,
    label: (tool) => (tool.get("behavior") === "inspect" ? "Tap" : "Tap to select"),
    icon: plain(
      svg`<path d="M9 10.500V5a1.400 1.400 0 0 1 2.800 0v4l3 .8c.9.2 1.400 1 1.200 1.900l-.7 3.300a2 2 0 0 1-2 1.600h-2.400a2 2 0 0 1-1.600-.8l-2.700-3.700c-.9-1.300.6-2.400 1.500-1.500z" /><path d="M6.200 6.500a4.200 4.200 0 0 1 8.400-1.500" />`,
    ),
  },
};

Object.assign(KINDS, selecting);

/** The buttons of tools that edit: importing this makes them known. */
import { svg } from "lit";
import type { SVGTemplateResult } from "lit";
import { EDIT_SCHEMA } from "../../../model/edit_schema.js";
import { learn } from "../../../model/vocabulary.js";
import type { ToolKind } from "../tools/kinds.js";
import { KINDS } from "../tools/kinds.js";
import { marked, named } from "../tools/look.js";
import "./reach.js";

const TAKES = ["drag", "tap"] as const;

function editing(label: string, order: number, icon: SVGTemplateResult): ToolKind {
  return { role: "multi", takes: TAKES, order, label: named(label), icon: marked(icon) };
}

const PLUS = svg`<path d="M15.500 13v5M13 15.500h5" />`;

const kinds: Readonly<Record<string, ToolKind>> = {
  BoxEditTool: editing(
    "Box edit",
    1,
    svg`<path d="M11 15.500H4.500a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v5" />${PLUS}`,
  ),
  PointDrawTool: editing(
    "Point draw",
    2,
    svg`<circle cx="5" cy="13.500" r="1.700" /><circle cx="8" cy="6" r="1.700" /><circle cx="14.500" cy="8" r="1.700" />${PLUS}`,
  ),
  PolyDrawTool: editing(
    "Polygon draw",
    3,
    svg`<path d="M10.500 15.500 4 14l1.500-8.500L13 3.500l3 6.500" />${PLUS}`,
  ),
  FreehandDrawTool: editing(
    "Freehand draw",
    3,
    svg`<path d="M3 15.500c2-5 3.500-2.500 5-1s3 .5 3-1.500" /><path d="m11 13 .5-2.500 4.500-6a1.300 1.300 0 0 1 2 1.500l-4.500 6z" />`,
  ),
  PolyEditTool: editing(
    "Polygon edit",
    4,
    svg`<path d="m5.500 13.500 3-7m2.600 0.600 4 5.300" /><circle cx="9.500" cy="5" r="1.700" /><circle cx="4.800" cy="15" r="1.700" /><circle cx="16" cy="14" r="1.700" />`,
  ),
  LineEditTool: editing(
    "Line edit",
    4,
    svg`<path d="M2.500 15 8.700 10.800M11.400 8.900 17.500 4.500" /><circle cx="10" cy="9.800" r="1.700" /><path d="M10 13v4m0 0-1.500-1.500M10 17l1.500-1.500" />`,
  ),
  RangeTool: {
    role: "inspect",
    label: () => "Range",
    icon: () =>
      svg`<path d="M6.500 4v12M13.500 4v12" /><path d="M4.500 8.500v3M8.500 8.500v3M11.500 8.500v3M15.500 8.500v3" stroke-width="0" /><path d="m4 8-2 2 2 2M16 8l2 2-2 2" /><path d="M8.500 10h3" />`,
  },
};

learn(EDIT_SCHEMA);
Object.assign(KINDS, kinds);
export { Editing } from "./editing.js";

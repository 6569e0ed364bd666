/** Tools that move and zoom by steps. */
import { svg } from "lit";
import type { SVGTemplateResult } from "lit";
import type { Model } from "../../../model/types.js";
import { number, text } from "../../field.js";
import { factorsOf } from "./everyday.js";
import type { Hand } from "./hand.js";
import type { ToolKind } from "./kinds.js";
import { KINDS } from "./kinds.js";
import { marked, named } from "./look.js";

/** What share of the plot one CSS pixel of the wheel moves. */
const WHEEL_PAN = 1 / 1000;
/** What share of the plot a step takes away, at most. */
const MOST_ZOOM = 0.9;

/** Where a step looks, as shares of the plot. */
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  left: [1, 0],
  west: [1, 0],
  right: [-1, 0],
  east: [-1, 0],
  up: [0, 1],
  north: [0, 1],
  down: [0, -1],
  south: [0, -1],
};

const ARROWS: Readonly<Record<string, SVGTemplateResult>> = {
  "1,0": svg`<path d="M16.500 10h-13m0 0L8 5.500M3.500 10 8 14.500" />`,
  "-1,0": svg`<path d="M3.500 10h13m0 0L12 5.500m4.500 4.500L12 14.500" />`,
  "0,1": svg`<path d="M10 16.500v-13m0 0L5.500 8M10 3.500 14.500 8" />`,
  "0,-1": svg`<path d="M10 3.500v13m0 0L5.500 12m4.500 4.500 4.500-4.500" />`,
};

function directionOf(tool: Model): readonly [number, number] {
  return DIRECTIONS[text(tool, "direction")] ?? [1, 0];
}

/** Zoom about the middle. */
function zoom(tool: Model, hand: Hand, factor: number): void {
  hand.move((scene, frame) => {
    scene.zoom(frame, factorsOf(tool, factor), undefined, {
      together: tool.get("maintain_focus") !== false,
      takes: scene.rangesFor(tool),
    });
  });
}

const GLASS = svg`<circle cx="8.700" cy="8.700" r="5.200" /><path d="m12.600 12.600 4.200 4.200" />`;

const stepping: Readonly<Record<string, ToolKind>> = {
  WheelPanTool: {
    role: "scroll",
    order: 12,
    label: named("Wheel pan"),
    icon: (tool) => {
      const across = text(tool, "dimension") !== "height";
      const arrows = across
        ? svg`<path d="M4.500 10H1m0 0 1.800-1.800M1 10l1.800 1.800M15.500 10H19m0 0-1.800-1.800M19 10l-1.800 1.800" />`
        : svg`<path d="M16.500 3v14m0-14-1.800 1.800M16.500 3l1.800 1.800M16.500 17l-1.800-1.800m1.800 1.800 1.800-1.800" />`;
      const mouse = across
        ? svg`<rect x="6.500" y="4" width="7" height="12" rx="3.500" /><path d="M10 7v2.200" />`
        : svg`<rect x="4" y="4" width="7" height="12" rx="3.500" /><path d="M7.500 7v2.200" />`;
      return svg`${mouse}${arrows}`;
    },
    wheel: (tool, hand, delta) => {
      const share = Math.max(-0.9, Math.min(0.9, delta * WHEEL_PAN));
      hand.move((scene, frame) => {
        const across = text(tool, "dimension") !== "height";
        scene.pan(frame, across ? share * frame.width : NaN, across ? NaN : share * frame.height);
      }, "wheel");
    },
  },
  ClickPanTool: {
    role: "action",
    label: (tool) => `Pan ${text(tool, "direction")}`,
    icon: (tool) => ARROWS[String(directionOf(tool))] ?? GLASS,
    act: (tool, hand) => {
      const [x, y] = directionOf(tool);
      const factor = number(tool, "factor", 0.1);
      hand.move((scene, frame) => {
        scene.pan(frame, x * factor * frame.width || NaN, y * factor * frame.height || NaN);
      });
    },
  },
  ZoomInTool: {
    role: "action",
    label: named("Zoom in"),
    icon: marked(svg`${GLASS}<path d="M8.700 6.400V11M6.400 8.700H11" />`),
    act: (tool, hand) => {
      zoom(tool, hand, 1 - Math.min(number(tool, "factor", 0.1), MOST_ZOOM));
    },
  },
  ZoomOutTool: {
    role: "action",
    label: named("Zoom out"),
    icon: marked(svg`${GLASS}<path d="M6.400 8.700H11" />`),
    act: (tool, hand) => {
      // As much as zooming in takes away, so that one undoes the other.
      zoom(tool, hand, 1 / (1 - Math.min(number(tool, "factor", 0.1), MOST_ZOOM)));
    },
  },
};

Object.assign(KINDS, stepping);

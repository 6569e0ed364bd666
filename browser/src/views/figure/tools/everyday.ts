/** The tools that a figure has by itself, and the one that points. */
import type { Model } from "../../../model/types.js";
import { number, reference, text } from "../../field.js";
import type * as Looks from "../edit/overlay_look.js";
import { lazily } from "../../lazily.js";
import { fit } from "../shape.js";
import { titleOf } from "../title.js";
import { zoneOf } from "./zone.js";
import type { Hand } from "./hand.js";
import type { ToolKind } from "./kinds.js";
import { KINDS, dimensionsOf } from "./kinds.js";

/** A box that is no larger than this was not meant, in CSS pixels. */
const LEAST_BOX = 5;
/** What share of the plot one turn of the wheel takes away or adds, at most. */
const MOST_ZOOM = 0.95;

const everyday: Readonly<Record<string, ToolKind>> = {
  PanTool: {
    role: "drag",
  },
  BoxZoomTool: {
    role: "drag",
    order: 20,
    draw: (tool, hand, path, done) => {
      const [first] = path;
      const last = path.at(-1);
      if (hand.frame === undefined || first === undefined || last === undefined) return;
      const { from, to } = fit(tool, first, last, hand.frame);
      const overlay = reference(tool, "overlay");
      hand.outline(done ? undefined : { kind: "box", from, to, ...dressed(overlay, hand) });
      const large = Math.abs(from.x - to.x) > LEAST_BOX && Math.abs(from.y - to.y) > LEAST_BOX;
      if (!done || !large) return;
      hand.move((scene, frame) => {
        scene.box(frame, from, to);
      }, "box");
    },
  },
  WheelZoomTool: {
    role: "scroll",
    wheel: (tool, hand, delta, at) => {
      const share = delta * number(tool, "speed", 1 / 600);
      const factor = 1 - Math.max(-MOST_ZOOM, Math.min(MOST_ZOOM, share));
      hand.move((scene, frame) => {
        const { side, x = true, y = true } = zoneOf(at, frame) ?? {};
        // Planes within the frame are zoomed about their own middles, each in its place.
        const outer = tool.get("level") === 0;
        scene.zoom(
          frame,
          factorsOf(tool, factor),
          { ...(outer && x && { x: at.x }), ...(outer && y && { y: at.y }) },
          {
            together: tool.get("maintain_focus") !== false,
            takes: scene.rangesFor(tool, side, { frame, at }),
          },
        );
      }, "zoom");
    },
  },
  SaveTool: {
    role: "action",
    act: (tool, hand) => {
      bringSave(
        ({ save }) => {
          void save(hand, text(tool, "filename"), titleOf(hand.model));
        },
        () => {
          hand.note("The picture cannot be saved without a connection");
        },
      );
    },
  },
  ResetTool: {
    role: "action",
    act: (_, hand) => {
      hand.reset();
    },
  },
  HelpTool: {
    role: "action",
    act: (tool, hand) => {
      bringPanel(({ help }) => {
        help(tool, hand);
      });
    },
  },
  HoverTool: {
    role: "inspect",
  },
};

let looks: typeof Looks | undefined;
const bringLooks = lazily(() => import("../edit/overlay_look.js"));
const bringSave = lazily(() => import("../save.js"));
const bringPanel = lazily(() => import("./panel.js"));

/** Return how a box is given the looks of an overlay, as soon as that is known. */
function dressed(
  overlay: Model | undefined,
  hand: Hand,
): { readonly dress?: (element: Element) => void } {
  if (overlay === undefined) return {};
  if (looks === undefined) {
    bringLooks((module) => {
      looks = module;
      hand.repaint();
    });
  }
  return {
    dress: (element) => {
      if (element instanceof HTMLElement) looks?.dressBox(element, overlay);
    },
  };
}

/** Return the factors for both directions of a tool that works in some. */
export function factorsOf(
  tool: Parameters<typeof dimensionsOf>[0],
  factor: number,
): { readonly x: number; readonly y: number } {
  const { x, y } = dimensionsOf(tool);
  return { x: x ? factor : 1, y: y ? factor : 1 };
}

Object.assign(KINDS, everyday);

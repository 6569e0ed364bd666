/** Places that are named, such as the left side of the frame. */
import type { Model } from "../../../model/types.js";
import { number, reference, text } from "../../field.js";
import type { Frame } from "../painters/painter.js";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How many boxes may stand at each other's sides. */
const MOST_STEPS = 8;

/** Return where a named place is in one direction, in CSS pixels of the canvas; NaN if there is none. */
export function nodeAt(frame: Frame, node: Model, direction: "x" | "y", steps = 0): number {
  const box = boxOf(frame, node, steps);
  if (box === undefined) return NaN;
  return partOf(box, text(node, "symbol", "center"), direction) + number(node, "offset", 0);
}

/** Return a side of a box, or what is between two. Only these are read: each may stand at a further box. */
function partOf(box: Box, symbol: string, direction: "x" | "y"): number {
  if (symbol === "width") return box.right - box.left;
  if (symbol === "height") return box.bottom - box.top;
  const [first = "", second = first] = symbol.split("_");
  // A side alone says one number; a corner says one for each direction.
  const word = symbol.includes("_") ? (direction === "x" ? second : first) : symbol;
  if (word === "left" || word === "right" || word === "top" || word === "bottom") return box[word];
  return direction === "x" ? (box.left + box.right) / 2 : (box.top + box.bottom) / 2;
}

function boxOf(frame: Frame, node: Model, steps: number): Box | undefined {
  const target = reference(node, "target");
  const { left, top, width, height, ratio, context } = frame;
  const area = { left, top, right: left + width, bottom: top + height };
  const { canvas } = context;
  const all = { left: 0, top: 0, right: canvas.width / ratio, bottom: canvas.height / ratio };
  if (target === undefined) {
    return ["frame", "parent"].includes(text(node, "target", "frame")) ? area : all;
  }
  if (target.type === "Figure") return all;
  if (target.type !== "BoxAnnotation" || steps >= MOST_STEPS) return undefined;
  const side = (name: keyof Box, direction: "x" | "y"): number => {
    const value = target.get(name);
    const own = reference(target, name);
    if (own !== undefined) return nodeAt(frame, own, direction, steps + 1);
    if (typeof value !== "number") return area[name];
    if (target.get(`${name}_units`) === "canvas") return value;
    if (target.get(`${name}_units`) !== "screen") return frame[direction].toPixel(value);
    return direction === "x" ? left + value : area.bottom - value;
  };
  return {
    get left() {
      return side("left", "x");
    },
    get right() {
      return side("right", "x");
    },
    get top() {
      return side("top", "y");
    },
    get bottom() {
      return side("bottom", "y");
    },
  };
}

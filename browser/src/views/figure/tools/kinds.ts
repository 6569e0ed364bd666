import type { SVGTemplateResult, TemplateResult, nothing } from "lit";
import type { Model } from "../../../model/types.js";
import { isRecord, text } from "../../field.js";
import type { Keys, Point } from "../gestures.js";
import type { Hand } from "./hand.js";

/** What a gesture tool takes up: one tool at a time can have each. */
export type Slot = "drag" | "scroll" | "tap";

/** Where a tool stands in the bar. */
export type Role = Slot | "multi" | "action" | "inspect" | "auxiliary";

/** What there is to know about tools of a type. */
export interface ToolKind {
  readonly role: Role;
  /** What it takes up, if that does not follow from its role. */
  readonly takes?: readonly Slot[];
  /** The place among those of its role; the first one is in use at first. */
  readonly order?: number;
  /** Whether it selects rows. */
  readonly selects?: true;
  /** What its button says and shows; those of everyday tools come with the bar. */
  label?(tool: Model): string;
  icon?(tool: Model): SVGTemplateResult;
  /** Begin to be a tool of a figure. */
  arrive?(tool: Model): void;
  /** Do what an action does. */
  act?(tool: Model, hand: Hand): void;
  /** Follow the pointer while it is dragged, from where it went down. */
  draw?(tool: Model, hand: Hand, path: readonly Point[], done: boolean, keys: Keys): void;
  /** Turn the wheel; `delta` is in CSS pixels, and positive away from the person. */
  wheel?(tool: Model, hand: Hand, delta: number, at: Point): void;
  /** Whether an action has nothing to do now. */
  idle?(tool: Model, hand: Hand): boolean;
  /** Show something over the plotting area while the tool is in use, and put it where it belongs. */
  over?(tool: Model, hand: Hand): TemplateResult | typeof nothing;
  place?(tool: Model, hand: Hand): void;
}

/** The types of tools that are known by now; chunks of their own bring those of few figures. */
export const KINDS: Record<string, ToolKind | undefined> = {};

/** Return the tool that a button is like, which may drive several. */
export function underlying(tool: Model): Model {
  return driven(tool)[0] ?? tool;
}

/** Return the tools that a button drives. */
export function driven(tool: Model): readonly Model[] {
  return tool.type === "ToolProxy" ? (tool.get("tools") as readonly Model[]) : [tool];
}

export function kindOf(tool: Model): ToolKind | undefined {
  return KINDS[underlying(tool).type];
}

/** Tell whether a tool selects rows. */
export function selects(tool: Model | undefined): boolean {
  return tool !== undefined && kindOf(tool)?.selects === true;
}

/** Tell whether a tool draws or edits by hand, which is known before its code has come. */
export function draws(tool: Model | undefined): boolean {
  return /(Draw|Edit)Tool$/.test(tool?.type ?? "");
}

/** Tell in which directions a tool works. */
export function dimensionsOf(tool: Model | undefined): {
  readonly x: boolean;
  readonly y: boolean;
} {
  const dimensions =
    tool === undefined ? "both" : text(tool, "dimensions") || text(tool, "dimension", "both");
  return { x: dimensions !== "height", y: dimensions !== "width" };
}

/** Tell whether the keys are held that a tool asks for. */
export function isHeld(tool: Model, keys: Keys): boolean {
  const wanted = tool.get("modifiers");
  if (!isRecord(wanted)) return true;
  const held: Readonly<Record<string, boolean>> = {
    shift: keys.shiftKey,
    ctrl: keys.ctrlKey || keys.metaKey,
    alt: keys.altKey,
  };
  return Object.entries(wanted).every(([key, value]) => held[key] === value);
}

/** Tell whether a tool asks for keys. */
export function asksForKeys(tool: Model): boolean {
  const wanted = tool.get("modifiers");
  return isRecord(wanted) && Object.keys(wanted).length > 0;
}

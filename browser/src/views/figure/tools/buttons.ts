/** What bars and menus of tools offer, and what pressing that does. */
import type { Model } from "../../../model/types.js";
import { flag, list, references, text } from "../../field.js";
import type { Role } from "./kinds.js";
import { driven, kindOf, underlying } from "./kinds.js";
import { labelOf } from "./looks.js";
import type { ToolUser } from "./usage.js";
import { inOrder, usersOf } from "./usage.js";

/** The order in which tools stand in a bar, with a line between those of different roles. */
const ROLES: readonly Role[] = ["drag", "scroll", "tap", "multi", "action", "inspect", "auxiliary"];

/** One button: a tool, or several that share it. */
export type Entry = readonly Model[];

/** Return what a bar offers, by role: tools of one kind may share a button. */
export function entriesOf(bar: Model): Entry[][] {
  return ROLES.map((role) => ofRole(bar, role));
}

function ofRole(bar: Model, role: Role): Entry[] {
  const tools = references(bar, "tools").filter(
    (tool) => kindOf(tool)?.role === role && isOffered(underlying(tool)),
  );
  const sorted = role === "action" || role === "inspect" ? tools : inOrder(tools);
  if (!flag(bar, "group", true)) return sorted.map((tool) => [tool]);
  const types = list(bar, "group_types");
  const entries = new Map<unknown, Model[]>();
  for (const tool of sorted) {
    const { type } = underlying(tool);
    const group = underlying(tool).get("group");
    const shared = group !== false && types.some((word) => typeOf(String(word)) === type);
    const key = shared ? `${type} ${String(group)}` : tool;
    entries.set(key, [...(entries.get(key) ?? []), tool]);
  }
  return [...entries.values()];
}

/** Return what a tool is called; those of one kind may have numbers. */
export function nameOf(tool: Model, suffix: string): string {
  return text(underlying(tool), "description") || labelOf(tool) + suffix;
}

/** Tell whether a button stays pressed. */
export function isPressable(tool: Model): boolean {
  if (tool.type === "CustomAction") return flag(tool, "active") || tool.chosen("active_callback");
  const role = kindOf(tool)?.role;
  return role !== "action" && role !== "auxiliary";
}

/** Tell whether a tool is in use: by a user, or by whoever has it. */
export function isPressed(tool: Model, user?: ToolUser): boolean {
  if (flag(tool, "active") && tool.type === "CustomAction") return true;
  return drivenBy(tool, user).some(([one, each]) => each.uses(one));
}

export function isIdle(tool: Model, user?: ToolUser): boolean {
  const all = drivenBy(tool, user);
  return flag(tool, "disabled") || (all.length > 0 && all.every(([one, each]) => each.idle(one)));
}

/** Use a tool of every figure that has it alike: where some use it already, so do the others then. */
export function press(tool: Model, user?: ToolUser): void {
  const action = kindOf(tool)?.role === "action";
  const all = drivenBy(tool, user);
  const used = all.every(([one, each]) => each.uses(one));
  for (const [one, each] of all) {
    if (action ? !each.idle(one) : each.uses(one) === used) each.use(one);
  }
}

/** Return who is driven by a button, with the tools that drive them. */
function drivenBy(tool: Model, user?: ToolUser): (readonly [Model, ToolUser])[] {
  return driven(tool).flatMap((one) =>
    (user === undefined ? usersOf(one) : [user]).map((each) => [one, each] as const),
  );
}

/** Return the type of tool that a word stands for, whatever its direction. */
function typeOf(word: string): string {
  const parts = word.split("_").map((part) => part.slice(0, 1).toUpperCase() + part.slice(1));
  return `${parts.join("")}Tool`;
}

/** Tell whether a tool has a button. */
function isOffered(tool: Model): boolean {
  return flag(tool, "visible", true) && flag(tool, "toggleable", true);
}

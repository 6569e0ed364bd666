/** Callbacks that say what to do, and need no code of their own. */
import { Model } from "../model/model.js";
import { isRecord } from "../model/value.js";
import { lazily } from "../views/lazily.js";

const bringDialogs = lazily(() => import("../views/floating/dialog.js"));

/** What came with what happened. */
export type Detail = Readonly<Record<string, unknown>>;

type Action = (callback: Model, cause: Model, detail: Detail) => void;

/** What the types of callbacks do, besides code of the application's own; some come with a chunk of their own. */
export const ACTIONS: Record<string, Action> = {
  CloseDialog: (callback) => {
    const dialog = target(callback, "dialog");
    bringDialogs(({ closeDialog }) => {
      closeDialog(dialog);
    });
  },
  FieldLink: follow,
  OpenDialog: (callback) => {
    const dialog = target(callback, "dialog");
    bringDialogs(({ openDialog }) => {
      openDialog(dialog);
    });
  },
  SetValue: (callback) => {
    target(callback, "obj").set(String(callback.get("attr")), callback.get("value"));
  },
  ToggleVisibility: (callback) => {
    const shown = target(callback, "target");
    shown.set("visible", shown.get("visible") === false);
  },
};

function target(callback: Model, field: string): Model {
  const model = callback.get(field);
  if (!(model instanceof Model)) throw new TypeError(`${callback.type}.${field} is no model`);
  return model;
}

function follow(link: Model, cause: Model): void {
  const value = part(cause.get(String(link.get("attr"))), link.get("attr_selector"));
  if (value !== undefined) target(link, "other").set(String(link.get("other_attr")), value);
}

function part(value: unknown, selector: unknown): unknown {
  if (selector === null || selector === undefined) return value;
  if (typeof selector === "number") {
    const rows = value as ArrayLike<unknown>;
    return Array.prototype.at.call(rows, selector);
  }
  const known = typeof selector === "string" && isRecord(value) && Object.hasOwn(value, selector);
  return known ? value[selector] : undefined;
}

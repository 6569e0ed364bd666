/** Callbacks that say what to do, and need no code of their own. */
import { Model } from "../model/model.js";
import { isRecord } from "../model/value.js";

type Action = (callback: Model, cause: Model) => void;

/** What the types of callbacks do, besides code of the application's own. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  FieldLink: follow,
  OpenURL: open,
  SetValue: (callback) => {
    target(callback, "obj").set(String(callback.get("attr")), callback.get("value"));
  },
  ToggleVisibility: (callback) => {
    const shown = target(callback, "target");
    shown.set("visible", shown.get("visible") === false);
  },
};

const SCHEMES = ["http:", "https:", "mailto:", "tel:"];

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

function open(callback: Model): void {
  const address = new URL(String(callback.get("url")), window.document.baseURI);
  if (!SCHEMES.includes(address.protocol)) {
    throw new TypeError(`OpenURL opens no address of ${address.protocol}`);
  }
  if (callback.get("same_tab") === true) window.location.assign(address.href);
  else window.open(address.href, "_blank", "noopener");
}

/** Callbacks that say what to do, and need no code of their own. */
import { Model } from "../model/model.js";
import { isRecord } from "../model/value.js";
import { lazily } from "../views/lazily.js";

const bringDialogs = lazily(() => import("../views/floating/dialog.js"));

/** What came with what happened. */
type Detail = Readonly<Record<string, unknown>>;

type Action = (callback: Model, cause: Model, detail: Detail) => void;

/** What the types of callbacks do, besides code of the application's own. */
export const ACTIONS: Readonly<Record<string, Action>> = {
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
  OpenURL: open,
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

/** Open an address; of rows that were tapped one for each, with what their columns hold. */
function open(callback: Model, _cause: Model, { source, indices }: Detail): void {
  const url = String(callback.get("url"));
  if (!(source instanceof Model) || !Array.isArray(indices)) {
    navigate(callback, url);
    return;
  }
  const data = source.get("data");
  const columns = isRecord(data) ? data : {};
  for (const row of indices.slice(0, MOST_PAGES))
    navigate(callback, fill(url, columns, Number(row)));
}

const SCHEMES = /^(?:https?|mailto|tel):$/;

/** So many pages are opened at once. */
const MOST_PAGES = 10;
const COLUMN = /@(?:\{([^}]+)\}|(\w+))|\$index\b/g;

/** Put what the columns hold at a row in place of their names. */
function fill(url: string, columns: Detail, row: number): string {
  return url.replace(COLUMN, (whole, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return String(row);
    if (!Object.hasOwn(columns, name)) return whole;
    const value = (columns[name] as ArrayLike<unknown>)[row];
    return typeof value === "string" || typeof value === "number" ? encodeURI(String(value)) : "";
  });
}

function navigate(callback: Model, url: string): void {
  const address = new URL(url, window.document.baseURI);
  if (!SCHEMES.test(address.protocol)) {
    throw new TypeError(`OpenURL opens no address of ${address.protocol}`);
  }
  if (callback.get("same_tab") === true) window.location.assign(address.href);
  else window.open(address.href, "_blank", "noopener");
}

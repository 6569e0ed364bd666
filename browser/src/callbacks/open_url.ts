/** Opens addresses. It comes with what else code finds in a page. */
import { Model } from "../model/model.js";
import { isRecord } from "../model/value.js";
import { ACTIONS } from "./declared.js";
import type { Detail } from "./declared.js";

/** Open an address; of rows that were tapped one for each, with what their columns hold. */
ACTIONS["OpenURL"] = (callback, _cause, { source, indices }) => {
  const url = String(callback.get("url"));
  if (!(source instanceof Model) || !Array.isArray(indices)) {
    navigate(callback, url);
    return;
  }
  const data = source.get("data");
  const columns = isRecord(data) ? data : {};
  for (const row of indices.slice(0, MOST_PAGES))
    navigate(callback, fill(url, columns, Number(row)));
};

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

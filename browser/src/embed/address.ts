/** The address of the app that each autoload script on this page belongs to, in the order they ran. */
const apps: string[] = [];

/** Note where an autoload script came from; elements without an address of their own belong to its app. */
export function noteScript(script: string): void {
  const app = appOfScript(script);
  if (!apps.includes(app)) apps.push(app);
}

/** Return the app's address for its autoload script's: `…/sliders/autoload.js` is of `…/sliders`. */
export function appOfScript(script: string): string {
  return new URL(".", script).href.replace(/\/$/, "");
}

/** Return the full address of an app, without a slash at the end. */
export function appAddress(url: string | null, page: string): string | undefined {
  if (url === null || url.trim() === "") return apps[0];
  const address = new URL(url.trim(), page);
  address.hash = "";
  address.search = "";
  return address.href.replace(/\/+$/, "");
}

/** Read the `arguments` attribute: an object of lists of texts. Single texts and numbers count as lists of one. */
export function readArguments(source: string | null): Record<string, string[]> {
  if (source === null || source.trim() === "") return {};
  const value: unknown = JSON.parse(source);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TypeError("the arguments are not an object");
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]: [string, unknown]) => [
      name,
      (Array.isArray(entry) ? entry : [entry]).map(String),
    ]),
  );
}

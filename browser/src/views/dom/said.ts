/** A declaration as browsers write styles down: a semicolon in a text ends none. */
const DECLARATION = /([\w-]+): ((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^;"'])*)/g;

/** Return what a style says: properties and their values. */
export function said(style: CSSStyleDeclaration): [property: string, value: string][] {
  const known = [...style];
  const found = known.map((property): [string, string] => [
    property,
    style.getPropertyValue(property),
  ]);
  // Those that a shorthand with a variable stands for have no values of their own.
  for (const [, property = "", given = ""] of style.cssText.matchAll(DECLARATION)) {
    const value = given.replace(/\s*!important$/, "");
    if (value.includes("var(") && !known.includes(property)) found.push([property, value]);
  }
  return found.filter(([, value]) => value !== "");
}

/** Say more in a style: each value is one, whatever is in it, so that nobody who writes one can say anything else. */
export function say(
  style: CSSStyleDeclaration,
  properties: Iterable<readonly [property: string, value: string]>,
): void {
  for (const [property, given] of properties) {
    const value = given.replace(/\s*!\s*important\s*$/i, "");
    style.setProperty(property, value, value === given ? "" : "important");
  }
}

/** The module of Lit that makes style sheets. */
const MODULE = "@lit/reactive-element/css-tag.js";

const CUTS = [
  // What it says to developers whose style sheets are no literals; those of ours are.
  [/\bError\((?:"[^"]*"|[+\w])+\)/g, "Error()", 2],
  // Whether a browser knows constructable style sheets: all do that know `light-dark()`, which ours are full of.
  [/\b\w\.ShadowRoot&&[^,]+/g, "!0", 1],
];

/**
 * Take out of Lit what no page of ours can need.
 *
 * @returns {import("vite").Plugin}
 */
export function terse() {
  return {
    name: "docsync-terse",
    apply: "build",
    transform(code, id) {
      return id.endsWith(MODULE) ? { code: cut(code), map: null } : null;
    },
  };
}

/** Rewrite the module; it may be another one by now. */
function cut(code) {
  return CUTS.reduce((rest, [pattern, short, count]) => {
    const found = rest.match(pattern)?.length;
    if (found !== count)
      throw new Error(`${MODULE}: ${pattern} is there ${found} times, not ${count}`);
    return rest.replaceAll(pattern, short);
  }, code);
}

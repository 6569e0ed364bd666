/** What a module of Lit does without: what is cut, what stands there instead, and how often it was there. */
export const CUTS = {
  "@lit/reactive-element/css-tag.js": [
    // What it says to developers whose style sheets are no literals; those of ours are.
    [/\bError\((?:"[^"]*"|[+\w])+\)/g, "Error()", 2],
    // Whether a browser knows constructable style sheets: all do that know `light-dark()`, which ours are full of.
    [/\b\w\.ShadowRoot&&[^,]+/g, "!0", 1],
  ],
  "@lit/reactive-element/reactive-element.js": [
    // Old browsers, decorators and warnings about a second copy: we have none of these.
    [/,\w+=\w+\.reactiveElementPolyfillSupport\b/g, "", 1],
    [/\b\w+\?\.\(\{ReactiveElement:\w+\}\),/g, "", 1],
    [/,\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/g, "", 1],
    [/Symbol\.metadata\?\?=[^;]+;/g, "", 1],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh=)/g, "", 1],
    [/static addInitializer\(\w\)\{.*?\}(?=static get)/g, "", 1],
    [/void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\),/g, "", 1],
    [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/g, "", 1],
    // Attributes are texts with us, and properties are not written back into them.
    [/\{toAttribute\(\w,\w\)\{.*?\},fromAttribute\(\w,\w\)\{.*?\}\}(?=,)/g, "{}", 1],
    [/const t=\w\.getPropertyOptions\(e\),h=.*?(?=this\._\$Em=e;)/g, "", 1],
    [/const r=h\.fromAttribute\(s,t\.type\);this\[e\]=r\?\?.*?\?\?r,/g, "this[e]=s,", 1],
    [/_\$ET\(t,s\)\{.*?\}(?=_\$AK\()/g, "", 1],
    [/this\._\$Eq&&=this\._\$Eq\.forEach\(.*?\)\),/g, "", 1],
    [/,!0===e&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/g, "", 1],
    [/\|\|i\.useDefault&&i\.reflect&&.*?(?=\)\)return;this\.C)/g, "", 1],
    [/i&&!\(this\._\$Ej\?\?=new Map\)\.has\(t\)&&.*?\|\|(?=\(this\._\$AL)/g, "", 1],
  ],
  "lit-html/lit-html.js": [
    // Directives, and what only they ask for.
    [/function M\(t,i,s=t,e\)\{.*?\}(?=class R)/g, "function M(t,i){return i}", 1],
    [/this\._\$AP\?\.\(!1,!0,s\);/g, ";", 1],
    [/setConnected\(t\)\{.*?\}\}(?=class H)/g, "}", 1],
    [/get (_\$AU|parentNode|startNode|endNode|tagName)\(\)\{.*?return.*?\}/g, "", 9],
    [/,this\._\$Cv=e\?\.isConnected\?\?!0/g, "", 1],
    [/,\w+=\w+\.litHtmlPolyfillSupport;\w+\?\.\(\w+,\w+\),/g, ";", 1],
    [/\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/g, "", 1],
  ],
  "lit-element/lit-element.js": [
    [/(dis)?connectedCallback\(\)\{super\.\w+\(\),this\._\$Do\?\.setConnected\(!\d\)\}/g, "", 2],
    [/,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\);/g, ";", 1],
    [/const \w+=\w+\.litElementPolyfillSupport;\w+\?\.\(\{LitElement:\w+\}\);/g, "", 1],
    [/\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/g, "", 1],
  ],
};

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
      const module = Object.keys(CUTS).find((name) => id.endsWith(name));
      return module === undefined ? null : { code: cut(module, code), map: null };
    },
  };
}

/** Rewrite a module; it may be another one by now. */
export function cut(module, code) {
  return CUTS[module].reduce((rest, [pattern, short, count]) => {
    const found = rest.match(pattern)?.length ?? 0;
    if (found !== count)
      throw new Error(`${module}: ${pattern} is there ${found} times, not ${count}`);
    return rest.replaceAll(pattern, short);
  }, code);
}

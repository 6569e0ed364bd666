/**
 * Replace Vite's loader of lazy chunks, which also cares for style sheets and preloading, by a plain `import()`.
 *
 * Our chunks have neither, and the loader is as large as three of our widgets.
 *
 * @returns {import("vite").Plugin}
 */
export function plainImport() {
  return {
    name: "docsync-plain-import",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (id !== "\0vite/preload-helper.js") return null;
      return { code: "export const __vitePreload = (load) => load();", moduleSideEffects: false };
    },
  };
}

/** What wraps each `import()` of a lazy chunk, to preload style sheets and scripts. */
const WRAPPER = "native:import-analysis-build";

/**
 * Leave the `import()` of a lazy chunk as it is written.
 *
 * Vite wraps each into a loader that cares for style sheets and preloading. Our chunks have neither, the loader is as
 * large as three of our widgets, and even one that does nothing costs every import its wrapping.
 *
 * @returns {import("vite").Plugin}
 */
export function plainImport() {
  return {
    name: "docsync-plain-import",
    apply: "build",
    configResolved({ plugins }) {
      const at = plugins.findIndex(({ name }) => name === WRAPPER);
      if (at === -1)
        throw new Error(`Vite has no ${WRAPPER} any more: see what wraps import() now`);
      plugins.splice(at, 1);
    },
  };
}

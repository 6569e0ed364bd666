import { defineConfig } from "vite";

// The stories are for looking at; they are not part of what is shipped.
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  resolve: {
    alias: [{ find: /.*session\/index\.js$/, replacement: `${import.meta.dirname}/session.ts` }],
  },
  build: { outDir: "../build/stories", emptyOutDir: true, modulePreload: { polyfill: false } },
});

import { defineConfig } from "vite";

// The stories are for looking at; they are not part of what is shipped.
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  build: { outDir: "../build/stories", emptyOutDir: true, modulePreload: { polyfill: false } },
});

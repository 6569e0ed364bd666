import { defineConfig } from "vite";
import { compress } from "./scripts/compress.mjs";
import { plainImport } from "./scripts/plain_import.mjs";
import { squeeze } from "./scripts/squeeze.mjs";
import { terse } from "./scripts/terse.mjs";

// What every page loads, in one file, whatever lazy chunks share of it.
const CORE =
  /node_modules\/(@lit|lit)|src\/(main\.ts|embed\/(?!failure)|document|model\/(?!\w+_schema)|protocol|session|transport|theme|callbacks\/deferred|views\/\w+\.ts(?<!strftime\.ts|tabs\.ts|sanitize\.ts|mirrored\.ts|option\.ts|rest\.ts|watch\.ts)|views\/widgets\/(button|slider))/;

// What every widget but those of the core has to know.
const WIDGET = /src\/(model\/widget_schema|views\/widgets\/field_look)\.ts/;

// What grids and floating panes need of figures, without which they may well be, and what watches them.
const LENT = /src\/views\/(watch|figure\/(plane|tools\/(kinds|usage|bring)))\.ts/;

// The everyday chunks, each in one file with all that it imports, whatever other chunks share of it: files of their
// own would compress badly, and each costs a request.
const TOOLBAR = /src\/views\/figure\/tools\/(bar|icon|look)\.ts/;
const FIGURE = /src\/views\/figure\/figure\.ts/;
const INPUTS = /src\/views\/(widgets\/(inputs|text_input)|option)\.ts/;

// The daemon serves what is built here; the page that loads it may live anywhere, so every address is relative.
export default defineConfig({
  base: "./",
  publicDir: "public",
  plugins: [plainImport(), squeeze(), terse(), compress()],
  build: {
    outDir: "../syncd/static",
    emptyOutDir: true,
    manifest: "manifest.json",
    license: { fileName: "licenses.md" },
    modulePreload: false,
    reportCompressedSize: false,
    target: "es2022",
    rolldownOptions: {
      input: { docsync: "src/main.ts" },
      // One file for the core: lazy chunks import what they share from it.
      preserveEntrySignatures: "allow-extension",
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "[name]-[hash][extname]",
        codeSplitting: {
          groups: [
            { name: "docsync", test: CORE },
            { name: "lent", test: LENT },
            { name: "widget", test: WIDGET },
            { name: "figure", test: FIGURE },
            { name: "bar", test: TOOLBAR },
            { name: "inputs", test: INPUTS },
          ],
        },
      },
    },
  },
});

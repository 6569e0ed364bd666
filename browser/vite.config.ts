import { defineConfig } from "vite";
import { compress } from "./scripts/compress.mjs";
import { plainImport } from "./scripts/plain_import.mjs";
import { squeeze } from "./scripts/squeeze.mjs";

// What every page loads, in one file, whatever lazy chunks share of it.
const CORE =
  /node_modules\/(@lit|lit)|src\/(main\.ts|embed\/(?!failure)|document|model\/(?!\w+_schema)|protocol|session|transport|theme|callbacks\/deferred|views\/\w+\.ts(?<!strftime\.ts|tabs\.ts|sanitize\.ts|mirrored\.ts|option\.ts|rest\.ts)|views\/widgets\/(button|slider))/;

// What every figure loads, in one file, whatever chunks of few figures share of it.
const FIGURE =
  /src\/views\/figure\/((shape|title|watch|plane|extras|tick_format|ticks|tickers|label_row|panels|scale|spec)\.ts|tools\/(kinds|usage|bring|everyday|zone)\.ts)/;

// The daemon serves what is built here; the page that loads it may live anywhere, so every address is relative.
export default defineConfig({
  base: "./",
  publicDir: "public",
  plugins: [plainImport(), squeeze(), compress()],
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
            { name: "plot", test: FIGURE },
          ],
        },
      },
    },
  },
});

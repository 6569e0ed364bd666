import { fileURLToPath } from "node:url";
import type { UserConfig } from "vite";

// The peer of the convergence tests, as one file that plain Node runs.
const config: UserConfig = {
  root: fileURLToPath(new URL("../..", import.meta.url)),
  publicDir: false,
  build: {
    ssr: "test/convergence/peer.ts",
    outDir: "build/peer",
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: { output: { entryFileNames: "peer.mjs" } },
  },
};

export default config;

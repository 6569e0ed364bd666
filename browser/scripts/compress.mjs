import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipAsync } from "@gfx/zopfli";

/**
 * Write a gzip variant beside every script.
 *
 * Zopfli, compiled to WebAssembly, gives the same bytes everywhere, which Node's own zlib does not: it takes different
 * short cuts on different processors. It is slow, and its files are a twentieth smaller.
 *
 * @returns {import("vite").Plugin}
 */
export function compress() {
  let folder = "";
  return {
    name: "docsync-compress",
    apply: "build",
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
      for (const name of names.sort()) {
        const path = join(folder, name);
        await writeFile(`${path}.gz`, await gzipAsync(await readFile(path), { numiterations: 15 }));
      }
    },
  };
}

import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "fflate";

/**
 * Write a gzip variant beside every script.
 *
 * The compressor is a library in plain JavaScript and the header carries no time: Node's own zlib takes
 * different short cuts on different processors, and the build must give the same bytes everywhere.
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
        await writeFile(`${path}.gz`, gzipSync(await readFile(path), { level: 9, mtime: 0 }));
      }
    },
  };
}

// Hold the page weight: what a first view downloads, and what the first figure adds.
import { readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const LIMITS = { core: 30_000, figure: 60_000 };
const folder = fileURLToPath(new URL("../../syncd/static/", import.meta.url));
const manifest = JSON.parse(await readFile(`${folder}manifest.json`, "utf8"));

/** Collect the files that loading one entry brings, without those already loaded. */
function closure(key, loaded) {
  // A chunk that is more than one entry stands there by its name.
  const entry = manifest[key] ?? Object.values(manifest).find(({ name }) => name === key);
  if (entry === undefined) throw new Error(`${key} is not in manifest.json`);
  if (loaded.has(entry.file)) return;
  loaded.add(entry.file);
  for (const next of entry.imports ?? []) closure(next, loaded);
}

async function weigh(files) {
  let bytes = 0;
  for (const file of files) bytes += (await stat(`${folder}${file}.gz`)).size;
  return bytes;
}

const core = new Set();
closure("src/main.ts", core);
const all = new Set(core);
closure("figure", all);
const sizes = {
  core: await weigh(core),
  figure: await weigh([...all].filter((file) => !core.has(file))),
};

let failed = false;
for (const [name, bytes] of Object.entries(sizes)) {
  const over = bytes > LIMITS[name];
  failed ||= over;
  console.log(`${name}: ${bytes} of ${LIMITS[name]} bytes gzip${over ? ": too large" : ""}`);
}
process.exitCode = failed ? 1 : 0;

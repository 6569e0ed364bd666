import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
// @ts-expect-error -- a script of the build, without types
import { CUTS, cut } from "../scripts/terse.mjs";

const cuts = CUTS as Readonly<Record<string, unknown>>;
const shorten = cut as (module: string, code: string) => string;

describe("what is cut out of Lit", () => {
  it.each(Object.keys(cuts))("is there as often as it is expected: %s", (module) => {
    const code = readFileSync(`node_modules/${module}`, "utf8");
    expect(shorten(module, code).length).toBeLessThan(code.length);
  });

  it("is looked for: another version of a module is not cut unawares", () => {
    expect(() => shorten("lit-element/lit-element.js", "")).toThrow("is there 0 times, not 2");
  });

  it("is nothing that our own code uses: directives, decorators, properties that are no texts", () => {
    const used = globSync("src/**/*.ts").filter((path) =>
      /from "(lit\/|@lit|lit-html)|addInitializer|\b(reflect|converter|useDefault):|type: (Boolean|Number|Object|Array)\b/.test(
        readFileSync(path, "utf8"),
      ),
    );
    expect(used).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
// @ts-expect-error -- a script of the build, without types
import { squeezeTemplates as squeeze } from "../scripts/squeeze.mjs";

const squeezed = squeeze as (code: string) => string;

describe("squeezing templates", () => {
  it("takes white space out of style sheets, and what ends the last declaration", () => {
    expect(squeezed("css`\n  a {\n    b: c;\n    d: e;\n  }\n`")).toBe("css`a{b:c;d:e}`");
  });

  it("leaves one space in markup, also within nested templates", () => {
    const code = "html`<p>\n  ${x ? html`<b>\n y</b>` : { a: 1 }}\n</p>`";
    expect(squeezed(code)).toBe("html`<p> ${x ? html`<b> y</b>` : { a: 1 }} </p>`");
  });

  it("leaves everything else alone", () => {
    const code = "const a = `x\n  y`; // a {\n}";
    expect(squeezed(code)).toBe(code);
  });

  it("refuses code that it cannot follow", () => {
    expect(() => squeezed('css`a`; const a = "{";')).toThrow();
  });
});

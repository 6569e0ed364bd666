import { describe, expect, it } from "vitest";
import { markupOf } from "../../src/views/widgets/markdown_text.js";

/** What comes of a text, without the line breaks between its parts. */
function shown(source: string, formulas = true): string {
  return markupOf(source, formulas).replace(/\n/g, "").trim();
}

describe("Markdown", () => {
  it.each([
    [
      "# One\n\n*two* **three** `four`",
      "<h1>One</h1><p><em>two</em> <strong>three</strong> <code>four</code></p>",
    ],
    ["~~gone~~", "<p><s>gone</s></p>"],
    ["- a\n- b", "<ul><li>a</li><li>b</li></ul>"],
    ["<b>kept</b> &amp; more", "<p><b>kept</b> &amp; more</p>"],
    ["https://example.org", '<p><a href="https://example.org">https://example.org</a></p>'],
    ["main.py is a file", "<p>main.py is a file</p>"],
    ["[no](javascript:alert(1))", "<p>[no](javascript:alert(1))</p>"],
    ["```py\na < b\n```", '<pre><code class="language-py">a &lt; b</code></pre>'],
  ])("reads %j", (source, markup) => {
    expect(shown(source)).toBe(markup);
  });

  it("has tables", () => {
    expect(shown("|a|b|\n|-|-:|\n|1|2|")).toContain("<thead><tr><th>a</th>");
  });

  it("has signs for tasks, and leaves brackets elsewhere alone", () => {
    const sign = (words: string, mark: string): string =>
      `<span role="img" aria-label="${words}">${mark}</span> `;
    expect(shown("- [ ] one\n- [x] two\n- [y] three\n\n[ ] four")).toBe(
      `<ul><li class="task">${sign("to do", "☐")}one</li><li class="task">${sign("done", "☑")}two</li>` +
        "<li>[y] three</li></ul><p>[ ] four</p>",
    );
  });
});

describe("formulas in Markdown", () => {
  it.each([
    ["so $$a_1 * b_1 * c$$ is", "<p>so $$a_1 * b_1 * c$$ is</p>"],
    ["so \\(a_1 < b_1\\) is", "<p>so \\(a_1 &lt; b_1\\) is</p>"],
    ["\\[\na\n- b\n\\]", "<p>\\[a- b\\]</p>"],
    ["$$\na\n- b\n$$\n\nend", "<p>$$a- b$$</p><p>end</p>"],
    ["text\n$$\na\n- b\n$$", "<p>text</p><p>$$a- b$$</p>"],
    ["$$a$$ is *so*", "<p>$$a$$ is <em>so</em></p>"],
    ["`$$a_b$$` and `\\(c\\)`", "<p><code>$$a_b$$</code> and <code>\\(c\\)</code></p>"],
    ["it costs $$ or \\[more", "<p>it costs $$ or [more</p>"],
  ])("are left alone in %j", (source, markup) => {
    expect(shown(source)).toBe(markup);
  });

  it("are none where nobody wants any", () => {
    expect(shown("\\(a\\)", false)).toBe("<p>(a)</p>");
  });
});

describe("Markdown that means no good", () => {
  it("is refused when it is long", () => {
    expect(() => markupOf("a".repeat(100_001), false)).toThrow(
      "it has 100001 characters; 100000 are read",
    );
  });

  it.each(["*a_", "[", ">", "<a ", "a.", "\\(", "\\[\n", "$$\n", "- [ ] a\n", "`a "])(
    "takes a while at most: %j",
    (part) => {
      const before = performance.now();
      markupOf(part.repeat(30_000 / part.length), true);
      expect(performance.now() - before).toBeLessThan(5_000);
    },
  );
});

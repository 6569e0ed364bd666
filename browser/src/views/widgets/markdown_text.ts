/** Turns Markdown into markup, which is not safe before it is sanitised. */
import createMarkdown from "markdown-it";
import type { MarkdownIt } from "markdown-it";

/** The longest text that is read, in characters: the worst of that length takes three seconds. */
const MOST_CHARACTERS = 100_000;
/** The longest formula, in characters. */
const MOST_OF_FORMULA = 10_000;
/** What formulas begin with, and what they end with. */
const ENDS: Readonly<Record<string, string | undefined>> = {
  $$: "$$",
  "\\[": "\\]",
  "\\(": "\\)",
};
const TASK = /^\[([ xX])\]\s/;

const plain = make();
const mathematical = addFormulas(make());

/** Return the markup that a text in Markdown stands for; formulas in TeX stay in it as they are written. */
export function markupOf(source: string, formulas: boolean): string {
  if (source.length > MOST_CHARACTERS) {
    throw new RangeError(`it has ${source.length} characters; ${MOST_CHARACTERS} are read`);
  }
  return (formulas ? mathematical : plain).render(source);
}

function make(): MarkdownIt {
  const made = createMarkdown({ html: true, linkify: true });
  // "main.py" is the name of a file, although it could be that of a server.
  made.linkify.set({ fuzzyLink: false });
  return addTasks(made);
}

/** Let items that begin with `[ ]` or `[x]` have signs; boxes would be ticked in vain. */
function addTasks(made: MarkdownIt): MarkdownIt {
  made.core.ruler.after("inline", "tasks", ({ tokens, Token }) => {
    for (const [at, token] of tokens.entries()) {
      const item = tokens[at - 2];
      const first = token.children?.[0];
      if (first?.type !== "text" || item?.type !== "list_item_open") continue;
      const mark = TASK.exec(first.content)?.[1];
      if (mark === undefined) continue;
      first.content = first.content.slice(4);
      const [sign, words] = mark === " " ? ["☐", "to do"] : ["☑", "done"];
      const box = new Token("html_inline", "", 0);
      box.content = `<span role="img" aria-label="${words}">${sign}</span> `;
      token.children?.unshift(box);
      item.attrJoin("class", "task");
    }
  });
  return made;
}

/** Keep formulas from being read: backslashes, underscores and hyphens mean other things in Markdown. */
function addFormulas(made: MarkdownIt): MarkdownIt {
  made.inline.ruler.before("escape", "formula", (state, silent) => {
    const end = endOfFormula(state.src, state.pos);
    if (end < 0) return false;
    if (!silent) state.push("formula", "", 0).content = state.src.slice(state.pos, end);
    state.pos = end;
    return true;
  });
  made.block.ruler.before(
    "fence",
    "formulas",
    (state, first, last, silent) => {
      const start = (state.bMarks[first] ?? 0) + (state.tShift[first] ?? 0);
      const end = endOfFormula(state.src, start);
      if (end < 0 || state.src.startsWith("\\(", start)) return false;
      let line = first;
      while (line < last && (state.eMarks[line] ?? end) < end) line += 1;
      const rest = state.src.slice(end, state.eMarks[line]);
      if (line >= last || rest.trim() !== "") return false;
      if (!silent) {
        state.push("paragraph_open", "p", 1);
        state.push("formula", "", 0).content = state.src.slice(start, end);
        state.push("paragraph_close", "p", -1);
        state.line = line + 1;
      }
      return true;
    },
    { alt: ["paragraph", "reference", "blockquote", "list"] },
  );
  made.renderer.rules["formula"] = (tokens, at) => made.utils.escapeHtml(tokens[at]?.content ?? "");
  return made;
}

/** Return where a formula ends that begins at a place, or -1 if none does. */
function endOfFormula(source: string, start: number): number {
  const closing = ENDS[source.slice(start, start + 2)];
  if (closing === undefined) return -1;
  const length = source.slice(start, start + MOST_OF_FORMULA).indexOf(closing, 3);
  return length < 0 ? -1 : start + length + 2;
}

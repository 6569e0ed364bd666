/**
 * Take the line breaks and indentation out of our templates, which no minifier of scripts does.
 *
 * In markup a run of white space becomes one space, in style sheets the rest goes, too. Templates that are neither are
 * left alone.
 *
 * @returns {import("vite").Plugin}
 */
export function squeeze() {
  return {
    name: "docsync-squeeze",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("/src/") || id.includes("/node_modules/")) return null;
      if (!/\b(css|html|svg)`/.test(code)) return null;
      return { code: squeezeTemplates(code), map: null };
    },
  };
}

/** Rewrite the templates of one module. */
export function squeezeTemplates(code) {
  const tags = [];
  let result = "";
  let start = 0;
  for (const token of code.matchAll(/\\.|(css|html|svg)?`|\$\{|[{}]/gs)) {
    const [text, tag] = token;
    const inTemplate = tags.length > 0 && tags.at(-1) !== "{";
    // Braces of style sheets, and escapes, belong to the text.
    if (inTemplate && !text.endsWith("`") && text !== "${") continue;
    const between = code.slice(start, token.index);
    const part = inTemplate ? squeezed(between, tags.at(-1)) : between;
    result += result.endsWith("css`") ? part.trimStart() : part;
    result += text;
    start = token.index + text.length;
    if (text === "`" && inTemplate) tags.pop();
    else if (text.endsWith("`") && !inTemplate) tags.push(tag ?? "text");
    else if (text === "${" && inTemplate) tags.push("{");
    else if (text === "{" && !inTemplate) tags.push("{");
    else if (text === "}" && !inTemplate) tags.pop();
  }
  if (tags.length > 0) throw new Error("cannot tell where the templates of this module end");
  return result + code.slice(start);
}

function squeezed(text, tag) {
  if (tag === "text") return text;
  const single = text.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, " ");
  if (tag !== "css") return single;
  const close = single.replace(/ ?([{};:,>]) /g, "$1").replace(/ ([{}])/g, "$1");
  // The last declaration of a rule needs no end of its own.
  return close.replaceAll(";}", "}");
}

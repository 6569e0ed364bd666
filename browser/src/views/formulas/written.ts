/** Formulas as they are written among words; what sets them has a chunk of its own. */

/** TeX: between two dollars or in brackets as large as on a line of its own, in parentheses as within a line. */
const FORMULA = /\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]|\\\(([\s\S]+?)\\\)/g;

/** Keep what markup would take for its own out of the formulas in it: they may say that something is less. */
export function escapeFormulas(markup: string): string {
  return markup.replace(FORMULA, (formula) => formula.replaceAll("<", "&lt;"));
}

/** Return the formulas among words, valid or not, with what is in them: by kind of delimiter, as `FORMULA` has them. */
export function formulasIn(words: string): RegExpExecArray[] {
  return [...words.matchAll(FORMULA)];
}

/** The names by which style sheets written for Bokeh know the parts of its elements. */

/** Each name, and what it is here. Docs list them. */
const PARTS: Readonly<Record<string, string | undefined>> = {
  "bk-active": '[aria-pressed="true"], [aria-checked="true"], [aria-selected="true"]',
  "bk-btn": "button",
  "bk-btn-group": ".group",
  "bk-clearfix": ".content",
  "bk-close": ".close",
  "bk-data-table": ".frame",
  "bk-divider": "hr",
  "bk-dropdown-toggle": "button[aria-haspopup]",
  "bk-header": ".list",
  "bk-headers": ".list",
  "bk-headers-wrapper": ".list",
  "bk-input": ".field",
  "bk-input-prefix": ".affixed span:first-child",
  "bk-input-suffix": ".affixed span:last-child",
  "bk-label": ".words",
  "bk-menu": ".menu",
  "bk-slider-title": ".head",
  "bk-slider-value": ".value",
  "bk-spin-btn": ".steps button",
  "bk-tab": '[role="tab"]',
  choices__inner: ".box",
  choices__input: "input",
  choices__item: ".chip",
  "slick-cell": '[role="gridcell"]',
  "slick-header": ".head",
  "slick-header-column": '[role="columnheader"]',
  "slick-header-columns": ".head",
  "slick-row": '.body [role="row"]',
  "slick-viewport": ".grid",
};

/** Handles of native sliders, by browser: one that does not know a name drops the whole rule. */
const THUMBS = ["input::-webkit-slider-thumb", "input::-moz-range-thumb"];

/** Parts that take nothing but a colour, which a custom property is for. */
const PAINTED: Readonly<Record<string, string | undefined>> = {
  "noUi-connect": "--_bar",
  "noUi-connects": "--_track-color",
  "noUi-base": "--_track-color",
  "noUi-target": "--_track-color",
};

const NAMED = /\.(bk|noUi|slick|choices)[-_]/;
const KIND = /\.bk-btn-(default|primary|success|warning|danger|light)\b/g;
const GROUP = /(:host\s*>?\s*)?\.bk-input-group\b/g;
const CELL = /\.slick-cell\.selected\b/g;
const EVEN = /\.slick-row\.even\b/g;
const HANDLE = /\.noUi-(handle|touch-area)(-lower|-upper)?\b/g;
const PART = /\.((?:bk|slick|choices_)[-_][\w-]*)/g;
const PAINT = /\.(noUi-[\w-]+)$/;

/** Let the rules of a sheet that name such parts mean ours. */
export function translate(sheet: CSSStyleSheet | CSSGroupingRule): void {
  // What is put in comes after the rule that it is for, and is not looked at again.
  for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1) {
    const rule = sheet.cssRules[at];
    if (rule instanceof CSSStyleRule) {
      if (NAMED.test(rule.selectorText)) replaceRule(sheet, rule, at);
    } else if (rule instanceof CSSGroupingRule) translate(rule);
  }
}

function replaceRule(
  sheet: CSSStyleSheet | CSSGroupingRule,
  rule: CSSStyleRule,
  place: number,
): void {
  const paint = PAINTED[PAINT.exec(rule.selectorText)?.[1] ?? ""];
  const color = rule.style.backgroundColor;
  const block = paint === undefined ? rule.style.cssText : `${paint}: ${color}`;
  const selector = paint === undefined ? rename(rule.selectorText) : ":host";
  const handles = HANDLE.test(selector)
    ? THUMBS.map((thumb) => selector.replace(HANDLE, thumb))
    : [selector];
  if (paint !== undefined && color === "") return;
  for (const one of handles) {
    try {
      sheet.insertRule(`${one} { ${block} }`, place + 1);
    } catch {
      // Another browser's name, or one that nothing here has.
    }
  }
}

function rename(selector: string): string {
  return selector
    .replace(KIND, "button.$1")
    .replace(GROUP, ":host")
    .replace(CELL, '.selected [role="gridcell"]')
    .replace(EVEN, '.body [role="row"]:not(.odd)')
    .replace(PART, (name, part: string) => {
      const meant = PARTS[part];
      return meant === undefined ? name : `:is(${name}, ${meant})`;
    });
}

/** What stands from right to left, and the keys that go along with it. */
const MIRRORED: Readonly<Record<string, string>> = {
  ArrowLeft: "ArrowRight",
  ArrowRight: "ArrowLeft",
};

/** Tell whether the parts of an element stand from right to left. */
export function isMirrored(element: Element): boolean {
  return getComputedStyle(element).direction === "rtl";
}

/** Return the key that means from left to right what was pressed on an element. */
export function keyOn(element: Element, { key }: KeyboardEvent): string {
  return (isMirrored(element) ? MIRRORED[key] : undefined) ?? key;
}

/** What a view is shown in. */

/** Return the document that an element is in, through whatever is around it; nothing if it is in none. */
export function documentAround(element: Element): HTMLElement | undefined {
  let node: Node = element;
  for (;;) {
    const root = node.getRootNode();
    if (!(root instanceof ShadowRoot)) return undefined;
    if (root.host.localName === "docsync-document") return root.host as HTMLElement;
    node = root.host;
  }
}

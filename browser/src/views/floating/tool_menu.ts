/** Menus of a toolbar's tools. */
import { html, nothing } from "lit";
import type { Model } from "../../model/types.js";
import { renderPicture } from "../adorn/pictures.js";
import { reference, references } from "../field.js";
import { bringTools } from "../figure/tools/bring.js";
import {
  entriesOf,
  isIdle,
  isPressable,
  isPressed,
  nameOf,
  press,
} from "../figure/tools/buttons.js";
import { chosenIcons, renderIcon } from "../figure/tools/icon.js";
import { driven } from "../figure/tools/kinds.js";
import { watchTools } from "../figure/tools/usage.js";
import { register } from "../registry.js";
import type { Choice } from "./menu.js";
import { MenuElement } from "./menu.js";

/** The menu of a `ToolMenu`, or of a toolbar itself. */
class ToolMenuElement extends MenuElement {
  protected override readonly called: string = "Plot tools";

  #leave: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = watchTools(() => {
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected override updated(): void {
    super.updated();
    chosenIcons.paint?.(this.renderRoot);
  }

  protected override get choices(): readonly (Choice | undefined)[] {
    const bar = this.#bar;
    if (bar === undefined) return [];
    bringTools(references(bar, "tools"), () => {
      this.requestUpdate();
    });
    const groups = entriesOf(bar).filter((entries) => entries.length > 0);
    return groups.flatMap((entries, at) => [
      ...(at === 0 ? [] : [undefined]),
      ...entries.flatMap((entry) =>
        entry.map((tool, i) => choiceOf(tool, entry.length > 1 ? ` ${i + 1}` : "")),
      ),
    ]);
  }

  protected override get watched(): readonly Model[] {
    const bar = this.#bar;
    if (bar === undefined) return [];
    const tools = references(bar, "tools");
    return [bar, ...tools, ...tools.flatMap(driven)];
  }

  get #bar(): Model | undefined {
    return this.model.type === "Toolbar" ? this.model : reference(this.model, "toolbar");
  }
}

function choiceOf(tool: Model, suffix: string): Choice {
  const checked = isPressable(tool) ? isPressed(tool) : undefined;
  return {
    of: tool,
    words: nameOf(tool, suffix),
    tooltip: "",
    shortcut: "",
    marks: [checked === true ? renderPicture("check") : nothing, html`${renderIcon(tool)}`],
    checked,
    disabled: isIdle(tool),
    menu: undefined,
    choose: () => {
      if (!isIdle(tool)) press(tool);
    },
  };
}

register("docsync-tool-menu", ToolMenuElement, "ToolMenu");

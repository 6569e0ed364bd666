/** Where the views are that few pages show. */
import { html, nothing } from "lit";
import type { CSSResult, TemplateResult } from "lit";
import { VOCABULARY } from "../model/vocabulary.js";
import { base } from "../theme/tokens.js";
import { placeholders } from "./arrange.js";
import { ModelElement } from "./element.js";
import { register } from "./registry.js";

const part = (): Promise<unknown> => import("./dom/part.js");
const pickers = (): Promise<unknown> => import("./widgets/pickers.js");

const PLACES: Readonly<Record<string, (() => Promise<unknown>) | undefined>> = {
  AutocompleteInput: () => import("./widgets/autocomplete.js"),
  CategoricalSlider: () => import("./widgets/range_slider.js"),
  ColorRef: part,
  ColorPicker: () => import("./widgets/more_inputs.js"),
  DataCube: () => import("./table/cube.js"),
  DatePicker: pickers,
  DateRangePicker: pickers,
  DateSlider: () => import("./widgets/range_slider.js"),
  DatetimePicker: pickers,
  DatetimeRangePicker: pickers,
  DOMDiv: part,
  DOMSpan: part,
  DOMTable: part,
  DOMTableRow: part,
  DOMText: part,
  Dialog: () => import("./floating/dialog.js"),
  Drawer: () => import("./floating/panes.js"),
  Dropdown: () => import("./widgets/dropdown.js"),
  Examiner: () => import("./floating/examiner.js"),
  FileInput: () => import("./widgets/file_input.js"),
  GroupBox: () => import("./floating/boxes.js"),
  HTML: part,
  Index: part,
  HBox: () => import("./grid/grid.js"),
  HelpButton: () => import("./dom/tooltip.js"),
  Markdown: () => import("./widgets/markdown.js"),
  Menu: () => import("./floating/menu.js"),
  MultiChoice: () => import("./widgets/multi_choice.js"),
  MultiSelect: () => import("./widgets/more_inputs.js"),
  MultipleDatePicker: pickers,
  MultipleDatetimePicker: pickers,
  PaletteSelect: () => import("./widgets/palette_select.js"),
  Pane: () => import("./floating/panes.js"),
  Panel: () => import("./floating/panes.js"),
  Progress: () => import("./widgets/progress.js"),
  ScrollBox: () => import("./floating/boxes.js"),
  Template: part,
  TimePicker: pickers,
  ToolMenu: () => import("./floating/tool_menu.js"),
  Tooltip: () => import("./dom/tooltip.js"),
  ValueOf: part,
  ValueRef: part,
  VBox: () => import("./grid/grid.js"),
};

/** Bring the view of a type; of one that has none, what stands in its place. */
export async function load(type: string, tag: string): Promise<void> {
  await PLACES[type]?.();
  if (customElements.get(tag) === undefined) register(tag, class extends MissingElement {}, type);
}

class MissingElement extends ModelElement {
  static override styles: CSSResult[] = [base, placeholders];

  protected override render(): TemplateResult | typeof nothing {
    if (!hasLooks(this.model.type)) return nothing;
    return html`<div class="placeholder missing">No view for “${this.model.type}” yet</div>`;
  }

  protected override updated(): void {
    super.updated();
    if (!hasLooks(this.model.type)) this.style.display = "none";
  }
}

/** Whether models of a type are meant to be seen: data, ranges and models of an application's own are not. */
function hasLooks(type: string): boolean {
  let name: string | undefined = type;
  while (name !== undefined && name !== "UIElement") name = VOCABULARY[name]?.bases;
  return name !== undefined;
}

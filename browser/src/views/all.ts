/** The views of the core bundle, and where the others are found. Importing this registers them. */
import { registerLazy } from "./registry.js";
import "./layout.js";
import "./widgets/button.js";
import "./widgets/slider.js";

registerLazy(() => import("./figure/figure.js"), { "docsync-figure": ["Figure"] });
registerLazy(() => import("./widgets/inputs.js"), {
  "docsync-autocomplete-input": ["AutocompleteInput"],
  "docsync-select": ["Select"],
  "docsync-text-area": ["TextAreaInput"],
  "docsync-text-input": ["TextInput", "PasswordInput"],
});
registerLazy(() => import("./widgets/more_inputs.js"), {
  "docsync-color-picker": ["ColorPicker"],
  "docsync-multi-choice": ["MultiChoice"],
  "docsync-multi-select": ["MultiSelect"],
  "docsync-numeric-input": ["NumericInput", "Spinner"],
});
registerLazy(() => import("./widgets/choices.js"), {
  "docsync-buttons": ["CheckboxButtonGroup", "RadioButtonGroup"],
  "docsync-checkbox": ["Checkbox", "Switch"],
  "docsync-choices": ["CheckboxGroup", "RadioGroup"],
  "docsync-toggle": ["Toggle"],
});
registerLazy(() => import("./widgets/dropdown.js"), { "docsync-dropdown": ["Dropdown"] });
registerLazy(() => import("./widgets/file_input.js"), { "docsync-file-input": ["FileInput"] });
registerLazy(() => import("./widgets/pickers.js"), {
  "docsync-many-picker": ["MultipleDatePicker", "MultipleDatetimePicker"],
  "docsync-picker": ["DatePicker", "DatetimePicker", "TimePicker"],
  "docsync-range-picker": ["DateRangePicker", "DatetimeRangePicker"],
});
registerLazy(() => import("./widgets/range_slider.js"), {
  "docsync-categorical-slider": ["CategoricalSlider"],
  "docsync-date-slider": ["DateSlider"],
  "docsync-range-slider": ["RangeSlider", "DateRangeSlider", "DatetimeRangeSlider"],
});
registerLazy(() => import("./table/table.js"), { "docsync-table": ["DataTable"] });
registerLazy(() => import("./grid/grid.js"), { "docsync-grid": ["GridBox", "GridPlot"] });
registerLazy(() => import("./tabs.js"), { "docsync-tabs": ["Tabs"] });
registerLazy(() => import("./widgets/markup.js"), {
  "docsync-div": ["Div"],
  "docsync-paragraph": ["Paragraph"],
  "docsync-pre-text": ["PreText"],
});

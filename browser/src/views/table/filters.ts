/** Which rows a view takes. A chunk of its own: few tables have filters. */
import { SHAPE_SCHEMA } from "../../model/shape_schema.js";
import { learn } from "../../model/vocabulary.js";

export { modelsOf, rowsOf } from "../figure/view_rows.js";

learn(SHAPE_SCHEMA);

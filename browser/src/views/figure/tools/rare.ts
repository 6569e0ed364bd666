/** The tools of few figures: importing this makes them known. */
import { TOOL_SCHEMA } from "../../../model/tool_schema.js";
import { learn } from "../../../model/vocabulary.js";
import "./actions.js";
import "./inspecting.js";
import "./selecting.js";
import "./stepping.js";

learn(TOOL_SCHEMA);

import { render } from "preact";
import type { PageData } from "../../../src/report/page-data.js";
import { App } from "./app.js";
import { estateFrom } from "./estate.js";
import { applyTheme, storedTheme } from "./theme.js";

const text = document.getElementById("report")?.textContent ?? "";
const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place to draw in");

applyTheme(storedTheme());
const estate = estateFrom(JSON.parse(text) as PageData);

/** Draws at once: a print is taken right after the event that announces it. */
const draw = (printing: boolean) => render(<App estate={{ ...estate, printing }} />, root);

addEventListener("beforeprint", () => draw(true));
addEventListener("afterprint", () => draw(false));
draw(false);

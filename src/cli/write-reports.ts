import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../model/errors.js";
import type { Delta, Report } from "../model/index.js";
import { jsonParts, renderHtml, renderSarif } from "../report/index.js";
import { writeParts } from "./files.js";
import { packageRoot } from "./package-root.js";

export const FORMATS = ["sarif", "html", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** `sarif,html` as a list; an unknown word is the user's mistake. */
export function formatsOf(text: string | undefined): Format[] {
  const words = (text ?? FORMATS.join(",")).split(",").map((word) => word.trim());
  return words.map((word) => {
    const format = FORMATS.find((known) => known === word);
    if (format === undefined)
      throw new UsageError(`there is no format "${word}"`, `use ${FORMATS.join(", ")}`);
    return format;
  });
}

/** In parts, for the whole may be longer than a string may be. */
export function render(input: Report | Delta, format: Format): Iterable<string> {
  if (format === "sarif") return [renderSarif(input)];
  if (format === "json") return jsonParts(input);
  return [
    renderHtml(input, { template: readFileSync(join(packageRoot(), "dist/report/page.html"), "utf8") }),
  ];
}

/** Writes each format into the folder and gives the paths, in the order of `formats`. */
export function writeReports(input: Report | Delta, folder: string, formats: readonly Format[]): string[] {
  return formats.map((format) => {
    const path = join(folder, `report.${format}`);
    writeParts(path, render(input, format));
    return path;
  });
}

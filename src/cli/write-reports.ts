import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../model/errors.js";
import type { Delta, Report } from "../model/index.js";
import { jsonParts, renderHtml, renderSarif } from "../report/index.js";
import { writeParts } from "./files.js";
import { packageRoot } from "./package-root.js";

/** Forms of a report, and the file each is written to. `github` is SARIF with nothing in it but alerts. */
const FILES = {
  sarif: "report.sarif",
  html: "report.html",
  json: "report.json",
  github: "report.github.sarif",
} as const;

export type Format = keyof typeof FILES;
export const FORMATS = Object.keys(FILES) as Format[];
const USUAL = "sarif,html,json";

/** `sarif,html` as a list; an unknown word is the user's mistake. */
export function formatsOf(text: string = USUAL): Format[] {
  return text.split(",").map((part) => {
    const word = part.trim();
    const format = FORMATS.find((known) => known === word);
    if (format === undefined)
      throw new UsageError(`there is no format "${word}"`, `use ${FORMATS.join(", ")}`);
    return format;
  });
}

export interface Rendering {
  readonly format: Format;
  /** SARIF tells of policies that all their subjects keep, too. */
  readonly passes?: boolean | undefined;
}

/** In parts, for the whole may be longer than a string may be. */
export function render(input: Report | Delta, { format, passes = false }: Rendering): Iterable<string> {
  if (format === "sarif") return [renderSarif(input, { passes })];
  if (format === "github") return [renderSarif(input, { alertsOnly: true })];
  if (format === "json") return jsonParts(input);
  return [
    renderHtml(input, { template: readFileSync(join(packageRoot(), "dist/report/page.html"), "utf8") }),
  ];
}

export interface Writing {
  readonly folder: string;
  readonly formats: readonly Format[];
  readonly passes?: boolean | undefined;
}

/** Writes each format into the folder and gives the paths, in the order of `formats`. */
export function writeReports(input: Report | Delta, { folder, formats, passes }: Writing): string[] {
  return formats.map((format) => {
    const path = join(folder, FILES[format]);
    writeParts(path, render(input, { format, passes }));
    return path;
  });
}

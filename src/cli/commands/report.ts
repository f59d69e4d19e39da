import { join } from "node:path";
import { renderText } from "../../report/index.js";
import { besideConfig, readSettings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import { writeParts } from "../files.js";
import type { Io } from "../io.js";
import { type Format, render } from "../write-reports.js";
import { readReport } from "./scan.js";

interface ReportOptions {
  readonly config?: string;
  readonly input?: string;
  readonly format: Format | "text";
  readonly output?: string;
  readonly passes?: boolean;
}

/** `causeway report`: the same findings in another form. */
export async function report(options: ReportOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const out = besideConfig(settings, settings.config.out ?? "out");
  const input = readReport(options.input ?? join(out, "report.json"));
  const colour = io.colour && options.output === undefined;
  const parts =
    options.format === "text"
      ? [renderText(input, { columns: io.columns, colour })]
      : render(input, { format: options.format, passes: options.passes });
  if (options.output !== undefined) writeParts(options.output, parts);
  else for (const part of parts) io.out(part);
  return EXIT.clean;
}

import { join } from "node:path";
import { type Report, UsageError } from "../../model/index.js";
import { renderFramework, renderText } from "../../report/index.js";
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
  readonly framework?: string;
}

/** `causeway report`: the same findings in another form. */
export async function report(options: ReportOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const out = besideConfig(settings, settings.config.out ?? "out");
  const input = readReport(options.input ?? join(out, "report.json"));
  const colour = io.colour && options.output === undefined;
  const parts =
    options.framework !== undefined
      ? [frameworkText(input, options.framework, { ...options, columns: io.columns, colour })]
      : options.format === "text"
        ? [renderText(input, { columns: io.columns, colour })]
        : render(input, { format: options.format, passes: options.passes });
  if (options.output !== undefined) writeParts(options.output, parts);
  else for (const part of parts) io.out(part);
  return EXIT.clean;
}

interface FrameworkOptions {
  readonly format: ReportOptions["format"];
  readonly columns: number;
  readonly colour: boolean;
}

/** One framework of a run. A framework that the run does not know is the user's mistake. */
function frameworkText(report: Report, id: string, { format, columns, colour }: FrameworkOptions): string {
  const { frameworks = [] } = report;
  const framework = frameworks.find((one) => one.id === id);
  if (framework === undefined) {
    const known = frameworks.map((one) => one.id).join(", ");
    throw new UsageError(
      `the report says nothing of a framework ${id}`,
      known === "" ? "scan again: it was written before there were frameworks" : `use one of ${known}`,
    );
  }
  if (format === "json") return `${JSON.stringify(framework, null, 2)}\n`;
  if (format === "text") return renderFramework(framework, report, { columns, colour });
  throw new UsageError(`a framework is not written as ${format}`, "use text or json");
}

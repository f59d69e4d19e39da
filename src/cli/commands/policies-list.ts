import { UsageError } from "../../model/errors.js";
import type { PolicyMeta } from "../../model/index.js";
import { readSettings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { withParameters } from "../parameters.js";
import { compiledFor } from "../policy-set.js";
import { tableText } from "../table.js";

interface ListOptions {
  readonly config?: string;
  readonly policies?: string[];
  readonly format?: "table" | "json";
}

/** `causeway policies list` */
export async function list(options: ListOptions, io: Io): Promise<number> {
  const { manifest } = await compiledFor(readSettings(options.config), options.policies, io.err);
  if (options.format === "json") {
    io.out(`${JSON.stringify(manifest.policies, null, 2)}\n`);
    return EXIT.clean;
  }
  const rows = manifest.policies.map(({ id, severity, subject, origin, title }) => [
    id,
    severity,
    subject,
    origin,
    title,
  ]);
  io.out(tableText({ columns: ["policy", "severity", "subject", "origin", "must hold"], rows }, io.columns));
  return EXIT.clean;
}

/** `causeway policies show ID` */
export async function show(id: string, options: ListOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const compiled = await compiledFor(settings, options.policies, io.err);
  const meta = compiled.manifest.policies.find((policy) => policy.id === id);
  if (meta === undefined) throw new UsageError(`there is no policy ${id}`, "see causeway policies list");
  const params = withParameters(compiled, settings)["params"] as Record<
    string,
    Record<string, Record<string, unknown>>
  >;
  const [area = "", name = ""] = id.split("/");
  io.out(text(meta, params[area]?.[name] ?? {}));
  return EXIT.clean;
}

function text(meta: PolicyMeta, values: Record<string, unknown>): string {
  const parameters = Object.entries(meta.parameters).map(
    ([name, { description }]) => `  ${name} = ${JSON.stringify(values[name])}\n      ${description}`,
  );
  const controls = Object.entries(meta.controls).map(
    ([framework, ids]) => `  ${framework}: ${ids.join(", ")}`,
  );
  const parts = [
    `${meta.id}  (${meta.severity}, ${meta.origin})`,
    meta.title,
    `\n${meta.description}`,
    `\nJudges: ${meta.subject}${meta.types.length > 0 ? ` of type ${meta.types.join(", ")}` : ""}`,
    `Reads: ${meta.reads.join(", ") || "the subject alone"}`,
    `Written in: ${meta.file}:${meta.line}`,
    `\nWhat to do\n  ${meta.remediation}`,
    section("Parameters", parameters),
    section("Controls", controls),
    section(
      "References",
      meta.references.map((reference) => `  ${reference}`),
    ),
  ];
  return `${parts.filter((part) => part !== "").join("\n")}\n`;
}

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? `\n${title}\n${lines.join("\n")}` : "";

import { UsageError } from "../../model/errors.js";
import type { PolicyMeta } from "../../model/index.js";
import type { Compiled } from "../../rego/index.js";
import { readSettings, type Settings } from "../config-file.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { type Parameter, parametersOf, withParameters } from "../parameters.js";
import { compiledFor } from "../policy-set.js";
import { type Standing, standingOf } from "../standing.js";
import { tableText } from "../table.js";

interface ListOptions {
  readonly config?: string;
  readonly policies?: string[];
  readonly profile?: string;
  readonly format?: "table" | "text" | "json";
}

/** What holds for a policy in this configuration, and who says so. */
interface Effective {
  readonly severity: PolicyMeta["severity"];
  /** Undefined where the policy itself says so. */
  readonly severityFrom?: string;
  /** Why it takes no part, where it does not. */
  readonly off?: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
}

/** `causeway policies list` */
export async function list(options: ListOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config, options.profile);
  const compiled = await compiledFor(settings, options.policies, io.err);
  const effective = effectiveIn(compiled, settings);
  const { policies } = compiled.manifest;
  if (options.format === "json") {
    const rows = policies.map((meta) => ({ ...meta, effective: effective(meta) }));
    io.out(`${JSON.stringify(rows, null, 2)}\n`);
    return EXIT.clean;
  }
  const rows = policies.map((meta) => {
    const { severity, off } = effective(meta);
    return [
      meta.id,
      off === undefined ? severity : `off (${severity})`,
      meta.subject,
      meta.origin,
      meta.title,
    ];
  });
  io.out(tableText({ columns: ["policy", "severity", "subject", "origin", "must hold"], rows }, io.columns));
  return EXIT.clean;
}

/** `causeway policies show ID` */
export async function show(id: string, options: ListOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config, options.profile);
  const compiled = await compiledFor(settings, options.policies, io.err);
  const meta = compiled.manifest.policies.find((policy) => policy.id === id);
  if (meta === undefined) throw new UsageError(`there is no policy ${id}`, "see causeway policies list");
  const effective = effectiveFor(meta, { compiled, settings, io });
  if (options.format === "json") io.out(`${JSON.stringify({ ...meta, effective }, null, 2)}\n`);
  else io.out(text(meta, effective));
  return EXIT.clean;
}

/** Where the configuration is wrong, what it may say is told before that. */
function effectiveFor(
  meta: PolicyMeta,
  { compiled, settings, io }: { compiled: Compiled; settings: Settings; io: Io },
): Effective {
  try {
    return effectiveIn(compiled, settings)(meta);
  } catch (error) {
    const usual = effectiveIn(compiled, { config: { version: 1 }, folder: settings.folder });
    io.err(text(meta, usual(meta)));
    throw error;
  }
}

/** Throws InputError where the configuration says what it cannot. */
function effectiveIn(compiled: Compiled, settings: Settings): (meta: PolicyMeta) => Effective {
  withParameters(compiled, settings);
  const { off, severities }: Standing = standingOf(settings, compiled.manifest);
  return (meta) => {
    const set = severities.get(meta.id);
    const why = off.get(meta.id);
    return {
      severity: set?.severity ?? meta.severity,
      ...(set === undefined ? {} : { severityFrom: set.from }),
      ...(why === undefined ? {} : { off: why }),
      parameters: parametersOf(meta, compiled, settings),
    };
  };
}

function text(meta: PolicyMeta, { severity, severityFrom, off, parameters }: Effective): string {
  const controls = Object.entries(meta.controls).map(
    ([framework, ids]) => `  ${framework}: ${ids.join(", ")}`,
  );
  const parts = [
    `${meta.id}  (${severity}, ${meta.origin})`,
    meta.title,
    severityFrom === undefined
      ? ""
      : `\nSeverity: ${severity} by ${severityFrom}; by itself ${meta.severity}`,
    off === undefined ? "" : `\nSwitched off: ${off}`,
    `\n${meta.description}`,
    `\nJudges: ${meta.subject}${meta.types.length > 0 ? ` of type ${meta.types.join(", ")}` : ""}`,
    `Reads: ${meta.reads.join(", ") || "the subject alone"}`,
    `Written in: ${meta.file}:${meta.line}`,
    `\nWhat to do\n  ${meta.remediation}`,
    section(
      "Parameters",
      Object.entries(parameters).map(([name, told]) => parameterText(meta, name, told)),
    ),
    section("Controls", controls),
    section(
      "References",
      meta.references.map((reference) => `  ${reference}`),
    ),
  ];
  return `${parts.filter((part) => part !== "").join("\n")}\n`;
}

function parameterText(meta: PolicyMeta, name: string, { value, default: usual, from }: Parameter): string {
  const origin =
    from.length === 0 ? "the default" : `by ${from.join(", over ")}; the default is ${JSON.stringify(usual)}`;
  return `  ${name} = ${JSON.stringify(value)}\n      ${meta.parameters[name]?.description ?? ""}\n      ${origin}`;
}

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? `\n${title}\n${lines.join("\n")}` : "";

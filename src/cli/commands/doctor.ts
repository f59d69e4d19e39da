import { existsSync } from "node:fs";
import { UsageError } from "../../model/errors.js";
import { openSnapshot } from "../../snapshot/index.js";
import { type AwsFindings, awsFindings, awsLines } from "../aws-findings.js";
import { awsSource } from "../aws-source.js";
import { readSettings, type Settings } from "../config-file.js";
import { snapshotPath } from "../estate.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { compiledFor } from "../policy-set.js";
import { VERSION } from "../version.js";

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly text: string;
}

interface DoctorOptions {
  readonly config?: string;
  readonly offline?: boolean;
  readonly json?: boolean;
}

/** `causeway doctor`: what works here, and what the next run could not see. */
export async function doctor(options: DoctorOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const aws = options.offline === true ? null : await awsCheck(settings);
  const checks = [
    nodeVersion(),
    {
      name: "configuration",
      ok: true,
      text: settings.path ?? "none here; the defaults hold (causeway init writes one)",
    },
    await policies(settings),
    await snapshot(settings),
    ...(aws === null ? [] : [aws.check]),
  ];
  const findings = aws?.findings ?? null;
  if (options.json === true) io.out(`${JSON.stringify({ checks, aws: findings }, null, 2)}\n`);
  else {
    for (const { name, ok, text } of checks) io.out(line(ok ? "ok" : "FAIL", name, text));
    for (const { word, name, text } of findings === null ? [] : awsLines(findings))
      io.out(line(word, name, text));
  }
  return checks.every(({ ok }) => ok) ? EXIT.clean : EXIT.usage;
}

const line = (word: string, name: string, text: string): string =>
  `${word.padEnd(4)}  ${name.padEnd(14)} ${text}\n`;

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return {
    name: "Node",
    ok,
    text: `${process.versions.node}${ok ? "" : ", but 20.19 or later is needed"} (causeway ${VERSION})`,
  };
}

async function policies(settings: Settings): Promise<Check> {
  try {
    const { manifest } = await compiledFor(settings);
    const own = manifest.policies.filter(({ origin }) => origin === "custom").length;
    return {
      name: "policies",
      ok: true,
      text: `${manifest.policies.length} compile, ${own} of them your own (OPA ${manifest.opa})`,
    };
  } catch (error) {
    return { name: "policies", ok: false, text: (error as Error).message };
  }
}

async function snapshot(settings: Settings): Promise<Check> {
  const path = snapshotPath(settings);
  if (!existsSync(path))
    return { name: "snapshot", ok: true, text: `${path} is not there yet (causeway collect)` };
  try {
    const reader = await openSnapshot(path);
    const gaps = (await reader.gaps()).length;
    await reader.close();
    return {
      name: "snapshot",
      ok: true,
      text: `${path}, ${reader.complete ? "complete" : "cut short"}, ${gaps} gaps`,
    };
  } catch (error) {
    return { name: "snapshot", ok: false, text: (error as Error).message };
  }
}

async function awsCheck(settings: Settings): Promise<{ check: Check; findings: AwsFindings | null }> {
  const name = "AWS";
  try {
    const source = awsSource(settings, {});
    const findings = await awsFindings(source, settings);
    const { arn, account, partition } = findings;
    const text = `you are ${arn ?? "unknown"} (account ${account ?? "unknown"}, partition ${partition})`;
    return { check: { name, ok: true, text }, findings };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const [reason] = error.message.split("\n");
    const text = `${reason}; next: ${error.next}, or use --offline`;
    return { check: { name, ok: false, text }, findings: null };
  }
}

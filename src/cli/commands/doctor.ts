import { existsSync } from "node:fs";
import { openSnapshot } from "../../snapshot/index.js";
import { callerIdentity, iamActions } from "../../sources/aws/index.js";
import { readSettings, type Settings } from "../config-file.js";
import { snapshotPath } from "../estate.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";
import { compiledFor } from "../policy-set.js";
import { VERSION } from "../version.js";

interface DoctorOptions {
  readonly config?: string;
  readonly offline?: boolean;
}

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly text: string;
}

/** `causeway doctor`: what works here, and what the next run could not see. */
export async function doctor(options: DoctorOptions, io: Io): Promise<number> {
  const settings = readSettings(options.config);
  const checks = [
    nodeVersion(),
    {
      name: "configuration",
      ok: true,
      text: settings.path ?? "none here; the defaults hold (causeway init writes one)",
    },
    await policies(settings),
    await snapshot(settings),
    ...(options.offline ? [] : [await aws()]),
  ];
  for (const { name, ok, text } of checks) io.out(`${ok ? "ok  " : "FAIL"}  ${name.padEnd(14)} ${text}\n`);
  return checks.every(({ ok }) => ok) ? EXIT.clean : EXIT.usage;
}

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

async function aws(): Promise<Check> {
  const actions = iamActions().length;
  try {
    const { arn } = await callerIdentity();
    return {
      name: "AWS",
      ok: true,
      text: `you are ${arn}; a full read needs ${actions} actions (src/sources/aws/PERMISSIONS.md)`,
    };
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    return {
      name: "AWS",
      ok: false,
      text: `no identity: ${reason}; set AWS_PROFILE or other credentials, or use --offline`,
    };
  }
}

import { spawnSync } from "node:child_process";

/** Runs a script as root of its own user, network and mount namespaces; nothing outside them can change. */
export function inNamespace(
  script: string,
  input = "",
): { status: number | null; stdout: string; stderr: string } {
  const path = `${process.env["PATH"]}:/usr/sbin:/sbin`;
  const { status, stdout, stderr } = spawnSync("unshare", ["-rnm", "bash", "-euc", script], {
    input,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
    timeout: 120_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

const probe = inNamespace("ip link set lo up; nft -j list ruleset");

/** Why the kernel cannot be asked here; null where it can. In CI it must be. */
export const noKernel: string | null =
  probe.status === 0
    ? null
    : `nft does not run in a network namespace: ${probe.stderr.trim().split("\n")[0]}`;

if (noKernel !== null && process.env["CI"] === "true") throw new Error(noKernel);

/** Loads a ruleset in nft syntax and gives `nft -j list ruleset` of it. */
export function listed(ruleset: string): string {
  const { status, stdout, stderr } = inNamespace("ip link set lo up; nft -f -; nft -j list ruleset", ruleset);
  if (status !== 0) throw new Error(`nft refused the ruleset: ${stderr}\n${ruleset}`);
  return stdout;
}

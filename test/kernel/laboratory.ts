import { spawn } from "node:child_process";
import { join } from "node:path";

/** A network namespace: a machine, a router or a gateway of its own. */
export interface Space {
  readonly name: string;
  /** Lines for `ip -batch`, for both families. */
  readonly ip: readonly string[];
  /** Lines for `ip -6 -batch`: rules cannot tell their family by themselves. */
  readonly ip6: readonly string[];
  /** A ruleset for `nft -f`. */
  readonly nft: string;
  /** Addresses on which it listens and from which it sends. */
  readonly addresses: readonly string[];
  /** The interface that carries the addresses. */
  readonly holder: string;
  /** Give `nft -j list ruleset` of it back. */
  readonly listing?: boolean;
}

/** A veth pair. */
export interface Cable {
  readonly ends: readonly [Plug, Plug];
}

export interface Plug {
  readonly space: string;
  readonly name: string;
}

export interface Layout {
  readonly spaces: readonly Space[];
  readonly cables: readonly Cable[];
}

/** One packet to send, and its reply to wait for. */
export interface Probe {
  readonly space: string;
  readonly protocol: "tcp" | "udp" | "icmp";
  readonly source: string;
  readonly target: string;
  readonly port: number;
  readonly sourcePort: number;
  /** Types of service to try one after the other until a reply comes: by them a NAT gateway picks its ports. */
  readonly tries: readonly number[];
}

export interface Experiment {
  readonly layout: Layout;
  readonly probes: readonly Probe[];
  /** Ports that everything listens on. */
  readonly ports: { readonly tcp: readonly number[]; readonly udp: readonly number[] };
  /** Milliseconds of silence after which no reply is awaited any more. */
  readonly quiet?: number;
}

export interface Outcome {
  /** Whether a reply came, by probe. */
  readonly replied: readonly boolean[];
  readonly listings: Readonly<Record<string, string>>;
}

const SCRIPT = 'mount -t tmpfs tmpfs /run; ip link set lo up; exec python3 "$0"';

/** Builds the layout in user, network and mount namespaces of its own, sends the probes and tears it down. */
export function experiment(what: Experiment): Promise<Outcome> {
  const script = join(import.meta.dirname, "laboratory.py");
  const child = spawn("unshare", ["-rnm", "bash", "-euc", SCRIPT, script], {
    env: { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin:/sbin` },
    timeout: 120_000,
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    err += chunk;
  });
  child.stdin.on("error", () => {});
  child.stdin.end(JSON.stringify({ quiet: 1000, ...what }));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (status) => {
      if (status === 0) done(JSON.parse(out) as Outcome);
      else fail(new Error(`the laboratory broke (${status}): ${err.slice(0, 4000)}`));
    });
  });
}

// Causeway and Prowler over the same emulated network family, in one run.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { awsServices } from "../../../dist/sources/aws/index.js";
import { PER_REGION, seed } from "./seed.mjs";

const ROOT = join(import.meta.dirname, "../../..");
const REGIONS = ["eu-central-1", "eu-west-1", "us-east-1"];
/** What both read: the network family, and what Prowler asks of the same services besides (volumes, snapshots, images). */
const NETWORK = ["ec2", "elb", "elbv2", "sts"];
/** Of `ec2` Prowler does not read these. */
const UNREAD = [
  ...["CarrierGateway", "Coip", "CustomerGateways", "DhcpOptions", "Hosts", "InstanceImageMetadata"],
  ...["LocalGateway", "RouteServer", "SecurityGroupVpc", "TrafficMirror", "TransitGateway*Attachments"],
  ...["TransitGatewayConnects", "TransitGatewayRoute", "TransitGatewayPrefix", "VerifiedAccess"],
  ...["VpcBlockPublicAccess", "VpcEncryption", "VpnGateways"],
];
/** The policies that judge it: Prowler runs the checks of its services alone, too. */
const AREAS = [
  ...["endpoints", "exposure", "hosts", "load_balancing", "logging", "network_acls", "reach", "routing"],
  ...["rules", "security_groups", "segmentation"],
];
/** What the product promises: Prowler's wall time over ours. */
const LEAST = 10;

const row = (cells) => `| ${cells.join(" | ")} |`;
const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function emulator() {
  for (const script of ["test/setup/moto.sh", "test/bench/peer/prepare.sh"]) {
    const { status, stderr } = spawnSync("bash", [join(ROOT, script)], { encoding: "utf8" });
    if (status !== 0) throw new Error(`${script}: ${stderr}`);
  }
  const port = await freePort();
  const server = spawn(join(ROOT, ".venv/bin/moto_server"), ["-H", "127.0.0.1", "-p", String(port)], {
    env: { ...process.env, MOTO_EC2_LOAD_DEFAULT_AMIS: "false" },
    stdio: "ignore",
  });
  const endpoint = `http://127.0.0.1:${port}`;
  for (;;) {
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return { endpoint, stop: () => server.kill() };
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Seconds of wall time and of CPU, the children's too; the shell measures both. */
function timed(command, { cwd, env, codes }) {
  const words = command.map((word) => `'${word}'`).join(" ");
  const run = spawnSync("bash", ["-c", `TIMEFORMAT='%R %U %S'; time ${words} >out.txt 2>err.txt`], {
    ...{ cwd, env, encoding: "utf8" },
  });
  if (!codes.includes(run.status))
    throw new Error(`${command[0]} ended with ${run.status}: ${readFileSync(join(cwd, "err.txt"), "utf8")}`);
  const [wall, user, system] = run.stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return { wall, cpu: user + system };
}

const sum = (...runs) => ({
  wall: runs.reduce((total, { wall }) => total + wall, 0),
  cpu: runs.reduce((total, { cpu }) => total + cpu, 0),
});

function ours(folder, env) {
  const main = [process.execPath, join(ROOT, "dist/bundle/main.js")];
  const others = awsServices().filter((service) => !NETWORK.includes(service));
  const calls = UNREAD.map((name) => `ec2:*${name}*`);
  const aws = { regions: REGIONS, optOut: { services: others, calls } };
  const policies = { only: AREAS.map((area) => `${area}/*`) };
  writeFileSync(join(folder, "causeway.yaml"), JSON.stringify({ version: 1, sources: { aws }, policies }));
  const collected = timed([...main, "collect", "--aws"], { cwd: folder, env, codes: [0] });
  const judged = timed([...main, "scan", "--fail-on", "none"], { cwd: folder, env, codes: [0] });
  const { findings } = JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8"));
  return { ...sum(collected, judged), findings: findings.length };
}

function theirs(folder, env) {
  const command = [join(ROOT, ".tools/prowler/bin/prowler"), "aws", "--no-banner", "--ignore-exit-code-3"];
  const what = ["--services", "ec2", "vpc", "elb", "elbv2", "--region", ...REGIONS];
  const out = [
    "--output-formats",
    "json-ocsf",
    "--output-directory",
    join(folder, "prowler"),
    "--output-filename",
    "p",
  ];
  const run = timed([...command, ...what, ...out], { cwd: folder, env, codes: [0] });
  const [file = ""] = readdirSync(join(folder, "prowler")).filter((name) => name.endsWith(".ocsf.json"));
  const told = JSON.parse(readFileSync(join(folder, "prowler", file), "utf8"));
  rmSync(join(folder, "prowler"), { recursive: true });
  return { ...run, findings: told.filter(({ status_code }) => status_code === "FAIL").length };
}

export async function bench({ quick, say }) {
  const folder = mkdtempSync(join(tmpdir(), "causeway-bench-"));
  say("preparing the emulator and Prowler (minutes, the first time)");
  const { endpoint, stop } = await emulator();
  try {
    const env = {
      ...process.env,
      ...{ AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: "AKIABENCH", AWS_SECRET_ACCESS_KEY: "bench" },
      ...{ AWS_REGION: REGIONS[0], AWS_DEFAULT_REGION: REGIONS[0], AWS_EC2_METADATA_DISABLED: "true" },
      ...{ AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null", HOME: folder },
    };
    Object.assign(process.env, env);
    for (const region of REGIONS) await seed(region);
    const times = quick ? 1 : 3;
    const results = [
      ["Causeway: collect and scan, all reports", ours],
      ["Prowler 5.46.0: services ec2, vpc, elb, elbv2", theirs],
    ].map(([name, run]) => {
      say(name);
      const runs = Array.from({ length: times }, () => run(folder, env));
      return {
        name,
        wall: middle(runs.map(({ wall }) => wall)),
        cpu: middle(runs.map(({ cpu }) => cpu)),
        findings: runs[0].findings,
      };
    });
    const [own, peer] = results;
    const groups = PER_REGION.groups * REGIONS.length;
    const text = `${groups} security groups and ${PER_REGION.instances * REGIONS.length} instances in ${REGIONS.length} Regions of one emulated account (moto), on one machine, one after the other; medians of ${times}. Both read the network family alone, by configuration, and judge it by the policies about it; what is left out is told by Causeway as gaps. Promised: ${LEAST}× less wall time than Prowler.

${[row(["", "wall s", "CPU s", "findings"]), row(["---", "---:", "---:", "---:"])].join("\n")}
${results.map(({ name, wall, cpu, findings }) => row([name, wall.toFixed(1), cpu.toFixed(1), findings])).join("\n")}
${row(["**ratio**", `**${(peer.wall / own.wall).toFixed(1)}×**`, `${(peer.cpu / own.cpu).toFixed(1)}×`, ""])}`;
    return { title: "Beside a peer", text, met: peer.wall / own.wall >= LEAST };
  } finally {
    stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

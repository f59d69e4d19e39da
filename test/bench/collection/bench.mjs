import { fork, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const ROOT = join(import.meta.dirname, "../../..");
/** Milliseconds that a call takes. */
const LATENCY = 50;
/** What the product promises: wall time over calls × latency ÷ concurrency, memory, and a resumed collection's share. */
const MOST = { ratio: 1.3, rss: 512 * 2 ** 20, resumed: 0.15 };
/**
 * Accounts that are read, calls under way at once over all of them, about how many calls there are, and whether it is
 * killed and resumed too: many accounts take half an hour for each time.
 */
const ESTATES = [
  { accounts: 1, concurrency: 8, about: 6000, resumed: true },
  { accounts: 50, concurrency: 10, about: 300_000, resumed: false },
];

const mib = (bytes) => Math.round(bytes / 2 ** 20);
const row = (cells) => `| ${cells.join(" | ")} |`;
const ids = (count) => Array.from({ length: count }, (_, index) => String(111122223333 + index));

/** The server, bundled where it finds the models (`out/bench/…`, three folders below the root, as its sources are). */
async function startServer(folder, options) {
  await build({
    ...{ configFile: false, logLevel: "error", root: ROOT },
    ssr: { external: true },
    build: {
      ssr: join(import.meta.dirname, "server.mjs"),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
    },
  });
  const child = fork(join(folder, "server.js"), [JSON.stringify(options)]);
  const told = (about) =>
    new Promise((done) => {
      const listen = (message) => {
        if (message.about !== about) return;
        child.off("message", listen);
        done(message);
      };
      child.on("message", listen);
    });
  const { endpoint } = await told("start");
  let asked = 0;
  const ask = async (wanted) => {
    const about = ++asked;
    const answer = told(about);
    child.send({ wanted, about });
    return (await answer).stats;
  };
  return { endpoint, ask, stop: () => child.kill() };
}

/** Runs a collection; `until` (calls) kills it. */
function collect(folder, { endpoint, args, server, until }) {
  const env = {
    ...process.env,
    ...{ AWS_ENDPOINT_URL: endpoint, AWS_REGION: "eu-west-1", AWS_EC2_METADATA_DISABLED: "true" },
    ...{
      AWS_ACCESS_KEY_ID: "AKIABENCH",
      AWS_SECRET_ACCESS_KEY: "bench",
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    },
    ...{ AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" },
  };
  const script = join(import.meta.dirname, "collect.mjs");
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const watching =
    until === undefined ? undefined : setInterval(() => void killAt(child, server, until), 100);
  return new Promise((done, failed) => {
    child.on("close", () => {
      clearInterval(watching);
      const ran = said === "" ? null : JSON.parse(said);
      if (until === undefined && ran?.code !== 0) failed(new Error(`the collection ended with ${ran?.code}`));
      else done(ran);
    });
  });
}

async function killAt(child, server, until) {
  if ((await server.ask("stats")).answered >= until) child.kill("SIGKILL");
}

async function measured({ accounts, concurrency, resumed }, { quick, folder }) {
  const regions = quick ? ["eu-west-1", "us-east-1"] : undefined;
  const server = await startServer(folder, {
    regions,
    latency: LATENCY,
    items: quick ? 0 : 1,
    account: ids(1)[0],
  });
  try {
    const many = accounts === 1 ? {} : { accounts: ids(accounts), role: { name: "audit" } };
    const config = { version: 1, sources: { aws: { ...many, concurrency } } };
    writeFileSync(join(folder, "causeway.yaml"), JSON.stringify(config));
    const base = ["--config", "causeway.yaml", "collect", "-o", "estate.duckdb"];
    const { endpoint } = server;
    const whole = await collect(folder, { endpoint, args: base });
    const stats = await server.ask("stats");
    const { questions } = await server.ask("restart");
    if (questions !== 0) throw new Error("the server counts on");
    if (!resumed) return { accounts, concurrency, runs: [whole], stats };
    return { accounts, concurrency, ...(await again(folder, { endpoint, base, server, whole })) };
  } finally {
    server.stop();
  }
}

/** A second collection, for its counts, which ends at nine tenths; and what goes on from it. */
async function again(folder, { endpoint, base, server, whole }) {
  const args = base.with(-1, "killed.duckdb");
  const full = await collect(folder, { endpoint, args: base.with(-1, "second.duckdb") });
  const stats = await server.ask("stats");
  await server.ask("restart");
  await collect(folder, { endpoint, args, server, until: stats.answered * 0.9 });
  await server.ask("restart");
  const resumed = await collect(folder, { endpoint, args: [...args, "--resume"] });
  return { runs: [whole, full], stats, resumed, resumedCalls: (await server.ask("stats")).answered };
}

export async function bench({ quick, upto, say }) {
  const rows = [];
  for (const estate of ESTATES.filter(({ about }) => about <= Math.max(upto, 6000))) {
    mkdirSync(join(ROOT, "out/bench"), { recursive: true });
    const folder = mkdtempSync(join(ROOT, "out/bench/collection-"));
    try {
      say(`collecting ${estate.accounts} account${estate.accounts === 1 ? "" : "s"} at ${LATENCY} ms a call`);
      rows.push(read(await measured(estate, { quick, folder })));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  // A short run is mostly the start of the program: its ratio says nothing.
  const met = rows.every(
    ({ ratio, rss, twice, share, complaints }) =>
      (quick || ratio <= MOST.ratio) &&
      rss <= MOST.rss &&
      twice === 0 &&
      (quick || share === undefined || share <= MOST.resumed) &&
      complaints === 0,
  );
  return { title: "Collection", text: report(rows), met };
}

function read({ accounts, concurrency, runs, stats, resumed, resumedCalls }) {
  const floor = (stats.answered * LATENCY) / concurrency;
  const least = (member) => Math.min(...runs.map((run) => run[member]));
  return {
    ...{ accounts, concurrency, regions: stats.regions, calls: stats.answered, twice: stats.twice, floor },
    ...{ ms: least("ms"), cpu: least("cpu"), ratio: least("ms") / floor },
    ...{ rss: Math.max(...runs.map(({ rss }) => rss)), complaints: stats.complaints.length },
    ...(resumed === undefined
      ? {}
      : { resumedMs: resumed.ms, resumedCalls, share: resumedCalls / stats.answered }),
  };
}

function report(rows) {
  const head = [
    "accounts",
    "Regions",
    "calls",
    "asked twice",
    "at once",
    "least s",
    "wall s",
    "CPU s",
    "ratio",
    "peak MiB",
    "resumed at 90 %: calls",
    "share",
    "s",
  ];
  const body = rows.map((one) => [
    ...[
      one.accounts,
      one.regions,
      one.calls,
      one.twice,
      one.concurrency,
      (one.floor / 1000).toFixed(1),
      (one.ms / 1000).toFixed(1),
      (one.cpu / 1000).toFixed(1),
    ],
    ...[
      `**${one.ratio.toFixed(2)}**`,
      `**${mib(one.rss)}**`,
      ...(one.share === undefined
        ? ["", "", ""]
        : [one.resumedCalls, `**${(one.share * 100).toFixed(1)} %**`, (one.resumedMs / 1000).toFixed(1)]),
    ],
  ]);
  return `\`causeway collect\` against a local AWS made of the API models, in a process of its own, that takes ${LATENCY} ms for each call and has one of everything in every Region. *least*: calls × latency ÷ calls under way at once. Wall time counts from the start of the process. Promised: at most ${MOST.ratio}× the least, no call twice, ${mib(MOST.rss)} MiB, and after a kill at 90 % at most ${MOST.resumed * 100} % of the calls again.

${[row(head), row(head.map(() => "---:")), ...body.map(row)].join("\n")}`;
}

import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { FACTS } from "./asked.mjs";
import { PER_ACCOUNT } from "./estate.mjs";

/** What the product promises at a thousand accounts: milliseconds and bytes. */
const MOST = { ms: 180_000, rss: 4 * 2 ** 30 };
const RECORDS = 1_000_000;
const THREADS = availableParallelism();

function measured(accounts) {
  const file = join(import.meta.dirname, "measure.mjs");
  const run = spawnSync(process.execPath, [file, JSON.stringify({ accounts, threads: THREADS })], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.status !== 0) throw new Error(`${accounts} accounts ended with ${run.status ?? run.signal}`);
  return JSON.parse(run.stdout);
}

const whole = (number) => Math.round(number).toLocaleString("en").replaceAll(",", " ");
const row = (cells) => `| ${cells.join(" | ")} |`;

export async function bench({ upto, say }) {
  const sizes = [10, 100, 1000].filter(
    (accounts) => accounts * PER_ACCOUNT.records <= Math.max(upto, 10_000),
  );
  const results = sizes.map((accounts) => {
    say(`what an organization of ${whole(accounts)} accounts means`);
    return measured(accounts);
  });
  const last = results.at(-1);
  const total = (result) => result.assembled + result.meanings;
  const met =
    last.accounts * PER_ACCOUNT.records < RECORDS || (total(last) <= MOST.ms && last.rss <= MOST.rss);
  const head = ["accounts", "nodes", "assembled s", ...FACTS, "meanings s", "all s", "peak MiB"];
  const seconds = (ms) => (ms / 1000).toFixed(1);
  const body = results.map((result) => [
    whole(result.accounts),
    whole(result.nodes),
    seconds(result.assembled),
    ...FACTS.map((name) => seconds(result.ms[name])),
    seconds(result.meanings),
    `**${seconds(total(result))}**`,
    `**${whole(result.rss / 2 ** 20)}**`,
  ]);
  const text = `Accounts of ${PER_ACCOUNT.roles} roles, ${whole(PER_ACCOUNT.records)} records and ${whole(PER_ACCOUNT.items)} data items; every subject of every meaning is asked: who may become each role (trust), over any number of steps (chains), what it may do (privileges), where each store and copy lies (placement), where each record leads (leads), how each zone stands (standing). ${THREADS} threads over one graph, whose nodes lie in a file. *assembled*: answers normalized and joined, on one thread, without the time in which they were made up; of each meaning the seconds of all threads together; *meanings*: until the last thread was done; *all*: with assembling. Promised at a thousand accounts: 180 s, assembling included, and 4 GiB.

${[row(head), row(head.map(() => "---:")), ...body.map(row)].join("\n")}`;
  return { title: "Meaning", text, met };
}

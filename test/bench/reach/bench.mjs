import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What the product promises, at a hundred thousand interfaces. */
const MOST = { exposure: 60_000, question: 100, rss: 2 * 2 ** 30 };

function child(settings) {
  const run = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "measure.mjs"), JSON.stringify(settings)],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  if (run.status !== 0)
    throw new Error(`measure.mjs ${JSON.stringify(settings)} ended with ${run.status ?? run.signal}`);
  return JSON.parse(run.stdout);
}

const whole = (number) => Math.round(number).toLocaleString("en").replaceAll(",", " ");
const row = (cells) => `| ${cells.join(" | ")} |`;

export async function bench({ upto, say }) {
  const sizes = [1_000, 10_000, 100_000].filter((size) => size <= upto);
  const results = sizes.map((interfaces) => {
    say(`reach over ${whole(interfaces)} interfaces`);
    return child({ interfaces });
  });
  const last = results.at(-1);
  const met =
    last.exposure <= MOST.exposure &&
    last.rss <= MOST.rss &&
    results.every(({ question }) => question <= MOST.question);
  const head = [
    "interfaces",
    "VPCs",
    "nodes",
    "exposed",
    "prepare ms",
    "exposure s",
    "µs an interface",
    "ms a question",
    "peak MiB",
  ];
  const body = results.map((r) => [
    whole(r.interfaces),
    whole(r.vpcs),
    whole(r.nodes),
    whole(r.exposed),
    whole(r.load),
    (r.exposure / 1000).toFixed(2),
    ((r.exposure * 1000) / r.interfaces).toFixed(0),
    r.question.toFixed(2),
    whole(r.rss / 2 ** 20),
  ]);
  const text = `VPCs of 200 interfaces, every tenth on one transit gateway; one thread. Exposure: what the internet can open on every interface, there and back, cards in one subnet behind the same groups walked once. A question: TCP 443 between two addresses over the transit gateway, with its trace. Promised at 100 000 interfaces: exposure within 60 s and 2 GiB, a question under 100 ms.

${[row(head), row(head.map(() => "---:")), ...body.map(row)].join("\n")}`;
  return { title: "Reachability", text, met };
}

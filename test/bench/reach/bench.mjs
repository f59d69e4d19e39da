import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What the product promises, at a hundred thousand interfaces. */
const MOST = { exposure: 60_000, question: 100, rss: 2 * 2 ** 30, again: 0.05 };

function child(settings, file = "measure.mjs") {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, file), JSON.stringify(settings)], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (run.status !== 0)
    throw new Error(`${file} ${JSON.stringify(settings)} ended with ${run.status ?? run.signal}`);
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
  const changes = sizes.map((interfaces) => {
    say(`one rule changes among ${whole(interfaces)} interfaces`);
    return child({ interfaces }, "change.mjs");
  });
  const last = results.at(-1);
  const met =
    changes.every(({ wrong, different }) => wrong === 0 && different === 1) &&
    changes.at(-1).again <= MOST.again * changes.at(-1).plain &&
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

${[row(head), row(head.map(() => "---:")), ...body.map(row)].join("\n")}

## After a change

A rule of a security group that the internet comes through is taken away, nine times over, and the exposure of every interface is asked for again. What does not rest on the rule is not worked out again; the first answer is held against one worked out from nothing. Promised: at most 5 % of the whole.

${changed(changes)}`;
  return { title: "Reachability", text, met };
}

function changed(changes) {
  const head = [
    "interfaces",
    "whole ms",
    "whole, noting what rests on what",
    "again ms",
    "of the whole",
    "most",
    "laying the change ms",
    "peak MiB",
  ];
  const body = changes.map((r) => [
    ...[whole(r.interfaces), whole(r.plain), whole(r.first), r.again.toFixed(1)],
    `**${((100 * r.again) / r.plain).toFixed(1)} %**`,
    ...[r.most.toFixed(1), whole(r.lay), whole(r.rss / 2 ** 20)],
  ]);
  return [row(head), row(head.map(() => "---:")), ...body.map(row)].join("\n");
}

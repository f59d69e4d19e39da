import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "../../../dist/bundle/main.js");
/** What the product promises of a change to one policy, in milliseconds. */
const MOST = 1000;

const policy = (name, port) => `# METADATA
# title: Port ${port} is shut
# description: Nobody needs it.
# related_resources:
#   - https://www.rfc-editor.org/rfc/rfc854
# custom:
#   severity: medium
#   subject: filter
#   reads: [exposure]
#   remediation: Close it.
package policies.own.${name}

import data.lib.words

findings contains finding if {
	some cause in input.exposure.ingress
	cause.breadth == "internet"
	some opening in cause.openings
	opening.from <= ${port}
	opening.to >= ${port}
	finding := {
		"key": "tcp/${port}",
		"message": words.open(input.subject.label, ${port}),
		"evidence": [input.subject.id],
	}
}
`;

const test = (name, port) => `package policies.own.${name}_test

import data.lib.fixtures
import data.policies.own.${name}

found(from, to) := result if {
	result := ${name}.findings with input as fixtures.ingress(fixtures.group({}), [fixtures.cause([fixtures.tcp(from, to)], {})])
}

test_open if count(found(1, 65535)) == 1

test_shut if count(found(${port + 1}, 65535)) == 0

test_just_outside if count(found(1, ${port - 1})) == 0
`;

const WORDS = 'package lib.words\n\nopen(label, port) := sprintf("%s opens port %d", [label, port])\n';

/** Writes so many policies with three tests each, and a library that all use. */
function write(folder, number) {
  for (let index = 0; index < number; index++) {
    const place = join(folder, "own", `p${index}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "policy.rego"), policy(`p${index}`, 1000 + index));
    writeFileSync(join(place, "policy_test.rego"), test(`p${index}`, 1000 + index));
  }
  mkdirSync(join(folder, "lib"), { recursive: true });
  writeFileSync(join(folder, "lib/words.rego"), WORDS);
}

/** Writes as an editor does: beside, and then in its place. */
function save(path, text) {
  writeFileSync(`${path}~`, text);
  renameSync(`${path}~`, path);
}

/** The watching program; `next` waits for the next result. */
function watching(folder) {
  const child = spawn(process.execPath, [MAIN, "policies", "test", folder, "--watch"]);
  let [out, errors, done, wake] = ["", "", 0, () => {}];
  child.stderr.on("data", (text) => {
    errors += text;
  });
  child.stdout.on("data", (text) => {
    out += text;
    wake();
  });
  const next = async () => {
    for (;;) {
      const found = [...out.matchAll(/(\d+) passed, (\d+) failed, 0 skipped in (\d+) ms\n/g)][done];
      if (found !== undefined) {
        done++;
        if (found[2] !== "0") throw new Error(out);
        return Number(found[3]);
      }
      if (out.includes("broken after")) throw new Error(`the policies of the bench are broken: ${errors}`);
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  };
  return { next, end: () => child.kill("SIGINT") };
}

/** Milliseconds of each change: what the program says, and from the write to the result. */
async function changes(watched, runs, write) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    write(run);
    const said = await watched.next();
    times.push({ said, whole: performance.now() - begun });
  }
  const median = (name) => times.map((time) => time[name]).sort((a, b) => a - b)[Math.floor(runs / 2)];
  return { said: median("said"), whole: median("whole") };
}

const row = (cells) => `| ${cells.join(" | ")} |`;

export async function bench({ quick, say }) {
  const runs = quick ? 3 : 15;
  const rows = [];
  let met = true;
  for (const number of [1, 10, 100]) {
    const folder = mkdtempSync(join(tmpdir(), "causeway-bench-"));
    write(folder, number);
    say(`watching ${number} policies`);
    const watched = watching(folder);
    try {
      const first = await watched.next();
      const one = await changes(watched, runs, (run) =>
        save(join(folder, "own/p0/policy.rego"), `${policy("p0", 1000)}\n# ${run}\n`),
      );
      const all = await changes(watched, Math.ceil(runs / 3), (run) =>
        save(join(folder, "lib/words.rego"), `${WORDS}\n# ${run}\n`),
      );
      met &&= one.whole <= MOST;
      rows.push([number, first, one.said, `**${one.whole.toFixed(0)}**`, all.said]);
    } finally {
      watched.end();
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const text = [
    `\`causeway policies test --watch\` over a folder of own policies with three tests each, in milliseconds (medians of ${runs} changes). Promised: ${MOST} from a write to its result, for a change to one policy.`,
    "",
    row([
      "policies",
      "first run, compiler cold",
      "run after a change to one",
      "from the write to the result",
      "run after a change to a library that all use",
    ]),
    row(["---:", "---:", "---:", "---:", "---:"]),
    ...rows.map(row),
  ].join("\n");
  return { title: "Watching one's own policies", text, met };
}

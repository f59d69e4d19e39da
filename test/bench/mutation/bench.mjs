import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { mutants } from "./mutants.mjs";

const ROOT = join(import.meta.dirname, "../../..");
const POLICIES = join(ROOT, "policies");
const OPA = join(ROOT, ".tools/bin/opa");
/** The share of faults that the policies' own tests must notice. */
const LEAST = 0.9;

const row = (cells) => `| ${cells.join(" | ")} |`;

/** Areas hold policies; `lib`, `params`, `frameworks` and `peers` hold what they share. */
function policies() {
  const areas = readdirSync(POLICIES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return areas.flatMap(({ name: area }) =>
    readdirSync(join(POLICIES, area), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ area, name })),
  );
}

/** What its tests say of a text: "compiles not", "noticed", "unnoticed". */
function tried(folder) {
  const shared = ["lib", "params"].map((name) => join(folder, name));
  return new Promise((resolve) => {
    execFile(
      OPA,
      ["test", ...shared, join(folder, "mutant"), "--run", "^data\\.policies\\."],
      { timeout: 20_000 },
      (error, out) => {
        if (error === null) return resolve("unnoticed");
        resolve(error.killed || /^(?:PASS|FAIL|ERROR): \d/m.test(out) ? "noticed" : "compiles not");
      },
    );
  });
}

async function judged({ area, name }, folder) {
  const from = join(POLICIES, area, name);
  rmSync(join(folder, "mutant"), { recursive: true, force: true });
  cpSync(from, join(folder, "mutant"), { recursive: true });
  const file = join(folder, "mutant", "policy.rego");
  const counts = { made: 0, noticed: 0, left: [] };
  for (const { line, other, text } of mutants(readFileSync(join(from, "policy.rego"), "utf8"))) {
    writeFileSync(file, text);
    const said = await tried(folder);
    if (said === "compiles not") continue;
    counts.made++;
    if (said === "noticed") counts.noticed++;
    else counts.left.push(`${area}/${name}:${line} ${other.trim()}`);
  }
  return { area, ...counts };
}

export async function bench({ quick, say }) {
  const all = policies().filter((_, index) => !quick || index % 20 === 0);
  const results = [];
  const waiting = all.values();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const folder = mkdtempSync(join(tmpdir(), "causeway-mutants-"));
      for (const name of ["lib", "params"])
        cpSync(join(POLICIES, name), join(folder, name), { recursive: true });
      mkdirSync(join(folder, "mutant"));
      for (const policy of waiting) results.push(await judged(policy, folder));
      rmSync(folder, { recursive: true, force: true });
    }),
  );
  const left = results.flatMap((result) => result.left).sort();
  for (const one of left) say(`not noticed: ${one}`);
  const areas = [...new Set(results.map(({ area }) => area))].sort();
  const sum = (some, key) => some.reduce((total, result) => total + result[key], 0);
  const line = (title, some) => {
    const [made, noticed] = [sum(some, "made"), sum(some, "noticed")];
    return row([
      title,
      some.length,
      made,
      noticed,
      made === 0 ? "–" : `${((100 * noticed) / made).toFixed(1)} %`,
    ]);
  };
  const text = `Faults put into the policies one at a time (a comparison turned or moved by one, a condition dropped, a negation or a truth value turned), and how many of them the policy's own tests notice. Faults that do not compile are not counted. Promised: ${LEAST * 100} %.

${row(["area", "policies", "faults", "noticed", "share"])}
${row(["---", "---:", "---:", "---:", "---:"])}
${areas
  .map((area) =>
    line(
      area,
      results.filter((result) => result.area === area),
    ),
  )
  .join("\n")}
${line("**all**", results)}`;
  return { title: "Faults in policies", text, met: sum(results, "noticed") >= LEAST * sum(results, "made") };
}

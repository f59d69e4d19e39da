import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { savedFolder, writtenFiles } from "../../../src/cli/sources.js";
import { reachability } from "../../../src/derive/index.js";
import { applyChanges, assemble, type Graph } from "../../../src/graph/index.js";
import type { Batch, Question } from "../../../src/model/index.js";

const ESTATES = join(import.meta.dirname, "../../estates/reach");

interface Expected {
  readonly question: Question;
  readonly verdict: string;
  readonly pending?: string;
}

async function graphOf(name: string): Promise<Graph> {
  const folder = join(ESTATES, name);
  const site = join(folder, "site");
  const written = existsSync(site) ? readdirSync(site).map((file) => join(site, file)) : [];
  const [listings, others] = [
    written.filter((path) => path.endsWith(".json")),
    written.filter((path) => !path.endsWith(".json")),
  ];
  const hosts = listings.map((path) => ({ path, host: path.replace(/^.*\//, "").replace(/\.json$/, "") }));
  const batches: Batch[] = [];
  for (const source of [
    savedFolder(join(folder, "answers")),
    ...(written.length > 0 ? [writtenFiles(others, hosts)] : []),
  ])
    for await (const { batch } of source) batches.push(batch);
  return assemble(batches);
}

function verdict(graph: Graph, question: Question): string {
  return reachability(graph).answer(question).verdict;
}

/** The estates that tell of ways: each one that reaches is closed, by edits none of which can be left out. */
describe("every way of the estates", () => {
  it.each(readdirSync(ESTATES).sort())("%s", async (name) => {
    const graph = await graphOf(name);
    const { questions } = parse(readFileSync(join(ESTATES, name, "expected.yaml"), "utf8")) as {
      questions: Expected[];
    };
    for (const { question } of questions.filter(
      (one) => one.verdict === "reaches" && one.pending === undefined,
    )) {
      const { change, steps } = reachability(graph).close(question, []);
      expect(change.outcome).toBe("found");
      expect(verdict(applyChanges(graph, steps.flat()), question)).not.toMatch(/reaches|unknown/);
      for (const index of steps.keys()) {
        const fewer = steps.filter((_, at) => at !== index).flat();
        expect(verdict(applyChanges(graph, fewer), question)).toMatch(/reaches|unknown/);
      }
    }
  });
});

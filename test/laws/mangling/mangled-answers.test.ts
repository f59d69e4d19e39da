import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writtenFiles } from "../../../src/cli/sources.js";
import { reachability } from "../../../src/derive/index.js";
import { assemble } from "../../../src/graph/index.js";
import type { Answer, Batch, Question } from "../../../src/model/index.js";
import { readAnswerFiles } from "../../../src/sources/aws/index.js";
import { Random } from "../../kernel/random.js";
import { type Draw, MANGLES, type Saved } from "./mangle.js";

/** Estates of answers; an answer of the whole estate may turn unknown when something is missing, never into its opposite. */
const FOLDER = join(import.meta.dirname, "..", "..", "estates", "reach");
const SEED = Number(process.env["CAUSEWAY_SEED"] ?? 20_261_121);
const ROUNDS = Number(process.env["CAUSEWAY_ROUNDS"] ?? 2);

describe.each(readdirSync(FOLDER).sort())("%s with something missing or strange", (story) => {
  const folder = join(FOLDER, story);
  const files = savedIn(join(folder, "answers"), "");
  const { questions } = parse(readFileSync(join(folder, "expected.yaml"), "utf8")) as {
    questions: { question: Question }[];
  };
  const asked = questions.map(({ question }) => question);

  it("never answers the opposite", async () => {
    const site = await written(join(folder, "site"));
    const told = async (some: readonly Saved[]) => answers([...site, ...(await batches(some))], asked);
    const before = await told(files);
    const wrong: string[] = [];
    const draw = drawing(SEED, story);
    for (let round = 0; round < ROUNDS; round++)
      for (const mangle of MANGLES) {
        const { deed, files: left, whole } = mangle(files, draw);
        const after = await told(left);
        for (const [index, answer] of after.entries()) {
          const was = before[index];
          if (was !== undefined && contradicts(was, answer, whole))
            wrong.push(
              `${deed}: ${JSON.stringify(asked[index])} ${was.verdict} → ${answer.verdict}: ${answer.says}`,
            );
        }
      }
    expect(wrong.join("\n")).toBe("");
  });
});

function contradicts(was: Answer, now: Answer, whole: boolean): boolean {
  if (whole) return was.verdict !== now.verdict;
  if (was.verdict === "unknown" || now.verdict === "unknown") return false;
  return (was.verdict === "reaches") !== (now.verdict === "reaches");
}

function answers(all: readonly Batch[], questions: readonly Question[]): Answer[] {
  const engine = reachability(assemble(all), { internet: { ipv4: 8, ipv6: 16 } });
  return questions.map((question) => engine.answer(question));
}

async function batches(files: readonly Saved[]): Promise<Batch[]> {
  const found: Batch[] = [];
  for await (const { batch } of readAnswerFiles(files)) found.push(batch);
  return found;
}

async function written(site: string): Promise<Batch[]> {
  if (!existsSync(site)) return [];
  const paths = readdirSync(site).map((file) => join(site, file));
  const listings = paths.filter((path) => path.endsWith(".json"));
  const named = listings.map((path) => ({ path, host: path.replace(/^.*\//, "").replace(/\.json$/, "") }));
  const found: Batch[] = [];
  for await (const { batch } of writtenFiles(
    paths.filter((path) => !listings.includes(path)),
    named,
  ))
    found.push(batch);
  return found;
}

function savedIn(folder: string, under: string): Saved[] {
  return readdirSync(join(folder, under))
    .sort()
    .flatMap((name): Saved[] => {
      const path = under === "" ? name : `${under}/${name}`;
      const full = join(folder, path);
      return statSync(full).isDirectory()
        ? savedIn(folder, path)
        : [{ path, text: readFileSync(full, "utf8") }];
    });
}

function drawing(seed: number, story: string): Draw {
  const random = new Random(
    [...story].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed),
  );
  return (below) => random.int(0, Math.max(below, 1) - 1);
}

import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RawAnswer } from "../../src/model/index.js";
import { createSnapshot, openSnapshot, querySnapshot } from "../../src/snapshot/index.js";
import { handed, newFolder } from "./estate.js";

const folder = newFolder();

function answer(uri: string, output: object): RawAnswer {
  const where = { source: "aws", service: "iam", operation: "ListRoles", account: "111122223333" };
  return { ...where, uri, input: {}, output } as RawAnswer;
}

async function written(name: string, answers: Iterable<RawAnswer>): Promise<string> {
  const path = join(folder, name);
  const writer = await createSnapshot(path);
  for (const one of answers) await writer.add(handed({ answers: [one] }));
  await writer.finish();
  return path;
}

async function read(path: string): Promise<Map<string, unknown>> {
  const reader = await openSnapshot(path);
  const outputs = new Map<string, unknown>();
  for await (const { uri, output } of reader.answers()) outputs.set(uri, output);
  await reader.close();
  return outputs;
}

describe("a long answer", () => {
  it("comes back as it was, wherever it is cut, and may be asked for in SQL", async () => {
    // Wherever the cuts fall, some of these have one in the middle of a character.
    const shifted = Array.from({ length: 4 }, (_, shift) => ({
      text: `${"x".repeat(shift)}${"🚀".repeat(30_000)}`,
    }));
    const outputs = [
      ...shifted,
      { lone: "\ud800".repeat(9_000), pairs: "é".repeat(20_000) },
      { short: true },
      { place: "@0:100000" },
    ];
    const uris = outputs.map((_, index) => (index === 5 ? "@0:100000" : `${index}.json`));
    const path = await written(
      "cut.duckdb",
      outputs.map((output, index) => answer(uris[index] ?? "", output)),
    );
    const back = await read(path);
    expect(uris.map((uri) => back.get(uri))).toEqual(outputs);
    const table = await querySnapshot(
      path,
      `select uri, output->>'text' from answers where strlen(output) > 9000 and uri <> '4.json' order by uri`,
    );
    expect(table.rows).toEqual(shifted.map(({ text }, index) => [`${index}.json`, text]));
  });

  it("may be one of many, or of tens of MiB: more together than the database may hold in memory", async () => {
    function* large() {
      for (let number = 0; number < 400; number++)
        yield answer(`${number}.json`, { number, text: `${number}`.repeat(100_000) });
      for (let number = 0; number < 3; number++)
        yield answer(`large-${number}.json`, { text: `${number}`.repeat(30 << 20) });
    }
    const back = await read(await written("many.duckdb", large()));
    expect(back.size).toBe(403);
    for (const { uri, output } of large())
      expect(JSON.stringify(back.get(uri)) === JSON.stringify(output)).toBe(true);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { assemble, dumpGraph } from "../../../src/graph/index.js";
import type { RawAnswer } from "../../../src/model/index.js";
import { exportPath, readAnswerFiles, toEnvelopes } from "../../../src/sources/aws/index.js";
import { ACCOUNT, gather, REGION, type Whole } from "./harness.js";

type Answers = Pick<Whole, "answers">;

/** The files that a collection is exported to, each with its answers in the order in which they are given. */
export function exportedFiles({ answers }: Answers): { path: string; text: string }[] {
  const byPath = new Map<string, RawAnswer[]>();
  for (const answer of answers) {
    const path = exportPath(answer);
    byPath.set(path, [...(byPath.get(path) ?? []), answer]);
  }
  return [...byPath].map(([path, some]) => ({ path, text: JSON.stringify(toEnvelopes(some)) }));
}

/** What was collected, exported into a folder and read from there. */
export async function rereadFromFolder(whole: Answers): Promise<Whole> {
  const folder = mkdtempSync(join(tmpdir(), "exported-"));
  try {
    for (const { path, text } of exportedFiles(whole)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await gather(readAnswerFiles(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Lines of a graph without those of files: the number of a gap follows from its place, and a line is a part of that. */
export const bareLines = (whole: Whole, about = /^/) =>
  dumpGraph(assemble([whole]))
    .replace(/"line":\d+,|"id":"[0-9a-f]{32}",/g, "")
    .split("\n")
    .filter((line) => about.test(line))
    .sort();

/** Exports what was collected, reads it again, and expects the same lines about something; gives what was read. */
export async function expectSameFromFiles(whole: Whole, about?: RegExp): Promise<Whole> {
  const again = await gather(readAnswerFiles(exportedFiles(whole)));
  expect(bareLines(again, about)).toEqual(bareLines(whole, about));
  return again;
}

/** What files say that somebody saved himself: each answer in one of its own, in a folder of account and Region. */
export const savedByHand = (...contents: object[]): Promise<Whole> =>
  gather(
    readAnswerFiles(
      contents.map((content, index) => ({
        path: `accounts/${ACCOUNT}/${REGION}/${index}.json`,
        text: JSON.stringify(content),
      })),
    ),
  );

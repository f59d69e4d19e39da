import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../model/errors.js";
import type { RawAnswer } from "../../model/index.js";
import { openSnapshot } from "../../snapshot/index.js";
import { exportPath, toEnvelopes } from "../../sources/aws/index.js";
import { readSettings } from "../config-file.js";
import { mustExist, snapshotPath } from "../estate.js";
import { EXIT } from "../exit-codes.js";
import { writeWhole } from "../files.js";
import type { Io } from "../io.js";

interface ExportOptions {
  readonly config?: string;
  readonly snapshot?: string;
  readonly raw: string;
}

/** `causeway export --raw DIR`: the kept answers, one file a call and scope, as `--from-files` reads them. */
export async function exportRaw(options: ExportOptions, io: Io): Promise<number> {
  const path = snapshotPath(readSettings(options.config), options.snapshot);
  mustExist(path);
  if (existsSync(options.raw) && readdirSync(options.raw).length > 0) {
    throw new UsageError(
      `the folder ${options.raw} is not empty`,
      "name a new folder, so that old answers do not mix with these",
    );
  }
  const reader = await openSnapshot(path);
  const files = new Map<string, RawAnswer[]>();
  try {
    for await (const answer of reader.answers()) {
      const place = exportPath(answer);
      files.set(place, [...(files.get(place) ?? []), answer]);
    }
  } finally {
    await reader.close();
  }
  for (const [place, answers] of files) {
    writeWhole(join(options.raw, place), `${JSON.stringify(toEnvelopes(answers), null, 2)}\n`);
  }
  io.out(`wrote ${files.size} files below ${options.raw}\n`);
  return EXIT.clean;
}

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import type { AnswerFile } from "../files/read-answers.js";

/** Larger files do not fit into one text with room to work; saving in pages, or by Region, makes them smaller. */
const MAX_BYTES = 256 * 2 ** 20;

/**
 * The files below a folder, sorted by path, one in memory at a time; `.gz` is unpacked. Links are not
 * followed and hidden files not read.
 */
export function* answerFiles(folder: string, maxBytes = MAX_BYTES): Generator<AnswerFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .sort();
  for (const path of files) yield readAnswerFile(join(folder, path), path, maxBytes);
}

function readAnswerFile(full: string, path: string, maxBytes: number): AnswerFile {
  const tooLarge = `is larger than ${Math.floor(maxBytes / 2 ** 20)} MiB`;
  if (statSync(full).size > maxBytes) return { path, text: "", problem: tooLarge };
  let bytes = readFileSync(full);
  if (path.endsWith(".gz")) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: maxBytes });
    } catch (error) {
      const large = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
      return { path, text: "", problem: large ? tooLarge : "is not a gzip file" };
    }
  }
  return { path, text: decode(bytes) };
}

/** Windows shells redirect output as UTF-16. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le");
  return bytes.toString("utf8");
}

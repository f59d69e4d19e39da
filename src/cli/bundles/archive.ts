import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";
import type * as tar from "tar";
import { BundleEntries, type BundleFile, LIMITS, refused, tooLarge } from "./bundle-files.js";

const REBUILD = "build it again: opa build -b FOLDER -o bundle.tar.gz";
const WORDS: Readonly<Record<string, string>> = { SymbolicLink: "symbolic link", Link: "hard link" };

/** How gzip (RFC 1952) and Zstandard (RFC 8878) begin. */
const PACKED = [Buffer.of(0x1f, 0x8b), Buffer.of(0x28, 0xb5, 0x2f, 0xfd)];

/** The files of a bundle as `opa build` packs it, a tar in gzip. Nothing of it is written anywhere. */
export function archiveFiles(bundle: string): BundleFile[] {
  const archive = unpacked(bundle);
  const entries = new BundleEntries(bundle);
  // Loaded where a bundle is named at all: most runs do without.
  const { Parser } = createRequire(import.meta.url)("tar") as typeof tar;
  const parser = new Parser({ strict: true, onReadEntry: (entry) => take(entries, entry) });
  parser.on("error", (error: Error) => {
    throw refused(bundle, `it is no whole tar archive (${error.message})`, REBUILD);
  });
  // What it does not know, it would leave out.
  parser.on("ignoredEntry", (entry: tar.ReadEntry) => entries.refuseType(entry.path, entry.type));
  parser.end(archive);
  return entries.files;
}

function take(entries: BundleEntries, entry: tar.ReadEntry): void {
  entries.count();
  const path = entries.place(entry.path);
  if (!["File", "OldFile", "ContiguousFile", "Directory"].includes(entry.type))
    entries.refuseType(entry.path, WORDS[entry.type] ?? entry.type);
  const chunks: Buffer[] = [];
  entry.on("data", (chunk: Buffer) => chunks.push(chunk));
  if (entry.type !== "Directory") entries.file(path, entry.size, () => Buffer.concat(chunks));
}

/** The tar within; it is whole in memory, so its size is bound while it is unpacked. */
function unpacked(bundle: string): Buffer {
  if (statSync(bundle).size > LIMITS.wholeBytes) throw tooLarge(bundle);
  let archive: Buffer;
  try {
    archive = gunzipSync(readFileSync(bundle), { maxOutputLength: LIMITS.wholeBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(bundle);
    throw refused(bundle, `it is no whole gzip archive (${(error as Error).message})`, REBUILD);
  }
  // The reader of archives would unpack what is packed twice, without our bound: it goes by the first bytes.
  const packedAgain = PACKED.some((magic) => archive.subarray(0, magic.length).equals(magic));
  if (packedAgain || archive.subarray(257, 262).toString("latin1") !== "ustar")
    throw refused(bundle, "what is in the gzip is no tar archive", REBUILD);
  return archive;
}

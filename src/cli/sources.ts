import { basename, relative } from "node:path";
import type { Batch, LedgerRow, RawAnswer } from "../model/index.js";
import { answerFiles, type CollectOptions, collectAws, readAnswerFiles } from "../sources/aws/index.js";
import { SavedItems } from "../sources/aws-config/index.js";
import { isBindConfig, readBind } from "../sources/bind/index.js";
import { isInventoryFile, listingsOf, readInventory } from "../sources/inventory/index.js";
import { isNftablesListing, missingListing, readNftables } from "../sources/nftables/index.js";
import { isSamlMetadata, readSamlMetadata } from "../sources/saml/index.js";
import { amongFiles, besideConfigFile } from "./bind-files.js";
import { mustBeFolder, readUserFile } from "./files.js";
import type { Io } from "./io.js";
import { type Known, withKnown } from "./known-answers.js";
import { withLastChanges } from "./last-changes.js";

/** What a source hands over at a time. */
export interface Collected {
  readonly answers: readonly RawAnswer[];
  readonly batch: Batch;
  readonly ledger: readonly LedgerRow[];
}

/** A file of a host or site of the inventory. */
export interface PlacedFile {
  readonly path: string;
  readonly host?: string;
  readonly site?: string;
}

interface TextFile {
  readonly path: string;
  readonly text: string;
}

/**
 * A folder of saved answers, which may hold inventories and nft listings too: each file goes to the
 * source that recognizes it, and what none recognizes becomes a gap of the AWS reader.
 */
export async function* savedFolder(folder: string): AsyncGenerator<Collected> {
  mustBeFolder(folder, "name a folder of saved answers");
  const files = [...answerFiles(folder)];
  const inventory = files.filter(isInventoryFile);
  const listings = files.filter(isNftablesListing);
  const bind = bindAmong(files);
  const metadata = files.filter(isSamlMetadata);
  const known = new Set([...inventory, ...listings, ...metadata, ...bind.taken]);
  const rest = files.filter((file) => !known.has(file));
  yield* readAnswerFiles(rest, new SavedItems());
  if (inventory.length > 0) yield written("inventory", inventory, readInventory(inventory));
  if (metadata.length > 0) yield written("saml", metadata, readSamlMetadata(metadata));
  yield* bind.collected;
  const places = listingsOf(inventory);
  for (const listing of listings)
    yield written("nftables", [listing], readNftables({ ...listing, ...places.get(listing.path) }));
  yield* missing(places, listings);
}

/** Inventories and listings that the user named one by one. */
export async function* writtenFiles(
  inventories: readonly string[],
  listings: readonly PlacedFile[],
): AsyncGenerator<Collected> {
  const files = inventories.map((path) => textFile(path, "name an inventory file"));
  if (files.length > 0) yield written("inventory", files, readInventory(files));
  const places = listingsOf(files);
  for (const { path, ...place } of listings) {
    const file = textFile(path, "write one with nft -j list ruleset > FILE");
    yield written("nftables", [file], readNftables({ ...file, ...places.get(file.path), ...place }));
  }
  yield* missing(places, listings);
}

/** Configurations of BIND among saved files, with the files that they name. */
function bindAmong(files: readonly TextFile[]): { collected: Collected[]; taken: Set<TextFile> } {
  const taken = new Set<TextFile>();
  const collected = files.filter(isBindConfig).map((config) => {
    taken.add(config);
    return written("bind", [config], readBind({ ...config, open: amongFiles(config, files, taken) }));
  });
  return { collected, taken };
}

/** Configurations of BIND that the user named; files that they name are looked for beside them. */
export async function* bindFiles(files: readonly PlacedFile[]): AsyncGenerator<Collected> {
  for (const { path, ...place } of files) {
    const file = textFile(path, "name the named.conf of a server");
    yield written("bind", [file], readBind({ ...file, ...place, open: besideConfigFile(path, shownPath) }));
  }
}

/** What identity providers publish of themselves, named one by one. */
export async function* samlFiles(paths: readonly string[]): AsyncGenerator<Collected> {
  const files = paths.map((path) => textFile(path, "save the metadata of the identity provider there"));
  yield written("saml", files, readSamlMetadata(files));
}

/** Listings that an inventory names and that were not given, by their path or for their host. */
function* missing(places: ReturnType<typeof listingsOf>, given: readonly PlacedFile[]): Generator<Collected> {
  for (const [path, place] of places) {
    const found = given.some((file) => shownPath(file.path) === path || file.host === place.host);
    if (found) continue;
    const row: LedgerRow = { source: "nftables", call: path, status: "failed", answers: 0, items: 0 };
    yield { answers: [], batch: missingListing({ path, ...place }), ledger: [row] };
  }
}

/** What is read of AWS: as configured, and by the command line. */
export type AwsSource = Pick<CollectOptions, "accounts" | "role" | "optOut" | "regions" | "concurrency">;

export async function* liveAws(
  { source, known, who }: { source: AwsSource; known: Known; who: boolean },
  io: Io,
): AsyncGenerator<Collected> {
  const collected = withKnown(known, (earlier) =>
    collectAws({
      ...source,
      ...(earlier === undefined ? {} : { earlier }),
      now: () => new Date().toISOString(),
      onProgress: (text: string) => io.progress(text),
    }),
  );
  yield* who ? withLastChanges(collected) : collected;
}

function textFile(path: string, next: string): TextFile {
  return { path: shownPath(path), text: readUserFile(path, next) };
}

function shownPath(path: string): string {
  const inside = relative(".", path);
  const shown = inside.startsWith("..") ? basename(path) : inside;
  return shown.split("\\").join("/");
}

function written(source: string, files: readonly TextFile[], batch: Batch): Collected {
  const ledger = files.map(({ path }): LedgerRow => {
    const items = batch.nodes.filter(({ at }) => at.uri === path).length;
    const broken = batch.gaps.some(({ at, reason }) => at.uri === path && reason === "unparsed");
    return { source, call: path, status: broken ? "failed" : "ok", answers: 1, items };
  });
  return { answers: [], batch, ledger };
}

import { reachability, resolution, wireOf } from "../../derive/index.js";
import { UsageError } from "../../model/index.js";
import { formatName } from "../../net/index.js";
import { renderResolved } from "../../report/index.js";
import { readSettings } from "../config-file.js";
import { breadthOf } from "../derive-options.js";
import { openEstate, snapshotPath } from "../estate.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";

interface ResolveOptions {
  readonly config?: string;
  readonly snapshot?: string;
  readonly type: string;
  readonly from: string;
  readonly json?: boolean;
}

/** `causeway resolve`: what a name means somewhere, with everybody who is asked. */
export async function resolve(text: string, options: ResolveOptions, io: Io): Promise<number> {
  const asked = { name: nameOf(text), type: typeOf(options.type) };
  const settings = readSettings(options.config);
  const { graph } = await openEstate(snapshotPath(settings, options.snapshot));
  const reach = reachability(graph, { internet: breadthOf(settings) });
  const wire = wireOf((question) => reach.answer(question));
  const resolved = resolution(graph, wire).resolve(asked, options.from);
  io.out(
    options.json === true
      ? `${JSON.stringify(resolved, null, 2)}\n`
      : renderResolved(resolved, { colour: io.colour }),
  );
  return EXIT.clean;
}

/** A name as people write it: the last dot may be left out. */
function nameOf(text: string): string {
  const plain = text.replace(/\.$/, "");
  const labels = plain === "" ? [] : plain.split(".").map((label) => [...new TextEncoder().encode(label)]);
  const name = formatName(labels);
  if (name === null || text === "")
    throw new UsageError(`${JSON.stringify(text)} is no domain name`, "write one like www.example.com");
  return name;
}

function typeOf(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9-]{0,15}$/.test(text)) return text.toUpperCase();
  throw new UsageError(
    `${JSON.stringify(text)} is no type of record`,
    "types are A, AAAA, CNAME, MX, TXT, …",
  );
}

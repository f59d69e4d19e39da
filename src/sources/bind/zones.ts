import type { EstateNode, FactsByKind } from "../../model/index.js";
import type { Settings, ZoneStatement } from "./config.js";
import type { Draft } from "./draft.js";
import { addForward } from "./forwards.js";
import { type RecordSet, readMaster } from "./master-file.js";

interface Zoned {
  readonly view: string;
  readonly zone: ZoneStatement;
  readonly settings: Settings;
}

/** Types of zones whose data are told, as far as their file is. */
const HELD = new Set(["primary", "master", "secondary", "slave", "mirror"]);
/** Types by which nothing is answered that another server would not say. */
const SILENT = new Set(["hint"]);

/** One zone statement: data, forwarding, or both. */
export function addZone(draft: Draft, { view, zone, settings }: Zoned): void {
  const { type, name, line } = zone;
  if (zone.settings.forwarders !== undefined) {
    const own = { ...zone.settings, only: zone.settings.only ?? settings.only ?? false };
    addForward(draft, { view, domain: name, settings: own, line });
  }
  if (type === "forward" || SILENT.has(type)) return;
  const id = `${view}#${name}`;
  const at = { source: "bind", uri: draft.file.path, line };
  const sets = HELD.has(type) ? readZone(draft, id, zone) : notRead(draft, id, zone);
  const transfers = zone.settings.transfers ?? settings.transfers;
  const node: EstateNode<"zone"> = {
    ...{ id, kind: "zone", type: "bind.zone", label: `${name} (${view})`, scope: draft.scope },
    ...{ aliases: [], tags: {}, native: { type, file: zone.file }, at },
    is: {
      ...{ name, comment: null, service: null, recordCount: sets.length },
      ...(transfers === undefined ? {} : { transfers: [...transfers] }),
    },
  };
  draft.nodes.push(node);
  draft.edges.push({ from: id, relation: "name_server", to: view, at });
  for (const set of sets) addRecord(draft, id, set);
}

function notRead(draft: Draft, id: string, { type, name, line }: ZoneStatement): RecordSet[] {
  draft.gap("unmodelled", `What is answered by the zone ${name} of type ${type} is not modelled`, {
    ...{ line, touches: { nodes: [id], relations: ["records"] } },
  });
  return [];
}

function readZone(draft: Draft, id: string, { name, file, text, line }: ZoneStatement): RecordSet[] {
  const touches = { nodes: [id], relations: ["records"] };
  const opened = file === null || !text ? null : draft.file.open(file);
  if (opened === null) {
    const why = text ? "was not given" : "is not written as text";
    draft.gap("not-collected", `The file of the zone ${name} ${why}`, { line, touches });
    return [];
  }
  const { sets, problems } = readMaster(opened, { zone: name, open: draft.file.open });
  for (const { path, line: where, message } of problems)
    draft.gap("unparsed", `${name}: ${message}`, { path, line: where, touches });
  if (!sets.some((set) => set.type === "SOA" && set.name === name))
    draft.gap("unparsed", `${name} has no SOA, so that no server would load it`, {
      path: opened.path,
      line: 1,
      touches,
    });
  return sets;
}

function addRecord(draft: Draft, zone: string, set: RecordSet): void {
  const { name, type, path, line } = set;
  const id = `${zone}/${name}/${type}`;
  const at = { source: "bind", uri: path, line };
  const node: EstateNode<"record"> = {
    ...{ id, kind: "record", type: "bind.record", label: `${name} ${type}`, scope: draft.scope },
    ...{ aliases: [], tags: {}, native: {}, at },
    is: factsOf(set),
  };
  draft.nodes.push(node);
  draft.edges.push({ from: id, relation: "zone", to: zone, at });
}

function factsOf({ name, type, ttl, data }: RecordSet): FactsByKind["record"] {
  const told = <T>(pick: (datum: RecordSet["data"][number]) => T | undefined): T[] =>
    data.flatMap((datum) => pick(datum) ?? []);
  const lists = {
    addresses: told(({ address }) => address),
    targets: told(({ target }) => target),
    texts: told(({ text }) => text),
    authorities: told(({ authority }) => authority),
    signers: told(({ signer }) => signer),
  };
  const some = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  return {
    ...{ name, wildcard: name.startsWith("*."), recordType: type, ttl },
    ...{ values: told(({ value }) => value), routing: { policy: "simple" } },
    ...some,
  };
}

import type { Graph } from "../../graph/index.js";
import type { Backups, DataRules, EstateNode, Fact, Json } from "../../model/index.js";
import { Atlas } from "./atlas.js";
import { DataClasses } from "./classes.js";
import { CopyIndex } from "./copies.js";
import { Links } from "./links.js";
import { Unseen } from "./unseen.js";
import { partsOf } from "./where.js";

type Copy = EstateNode<"data-copy">;
type Rule = EstateNode<"copy-rule">;
type Store = EstateNode<"data-store">;

/** Rules whose copies stay as they were, whatever becomes of the store; replicas follow it. */
const KEEPING: ReadonlySet<string> = new Set(["backup", "lifecycle"]);

/** To the last five minutes. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html */
const POINT_IN_TIME_SECONDS = 300;

/** The fact `backups` of stores: what is kept of each, and what keeps it. */
export function backups(graph: Graph, rules: DataRules | undefined): (id: string) => Fact {
  const judge = new DataClasses(rules);
  const links = new Links(graph, new Atlas(graph, rules), CopyIndex.of(graph));
  const unseen = Unseen.of(graph);
  return (id) => {
    const store = graph.node(id) as Store | undefined;
    if (store === undefined) return { value: null, gaps: [] };
    const copies = links.copiesOf(store);
    const keeping = links.rulesOf(store).filter((rule) => keeps(rule));
    const vaults = vaultsOf([...copies, ...keeping], graph);
    const value = toldOf(store, { copies: copies.filter(isKept), rules: keeping, vaults });
    const gaps = unseen.around(store, [store, ...copies, ...keeping, ...vaults]);
    const whole: Backups = { classes: judge.of(store), ...value };
    return { value: whole as unknown as Json, gaps: [...new Map(gaps.map((gap) => [gap.id, gap])).values()] };
  };
}

interface Kept {
  readonly copies: readonly Copy[];
  readonly rules: readonly Rule[];
  readonly vaults: readonly Store[];
}

function toldOf(store: Store, { copies, rules, vaults }: Kept): Omit<Backups, "classes"> {
  const { region, account } = store.scope;
  const told = rules.map(ruleOf);
  const places = [...copies.map(({ scope }) => scope), ...told.flatMap(({ destinations }) => destinations)];
  const elsewhere = (member: "region" | "account", own: string | undefined) =>
    places.some((place) => place[member] != null && own !== undefined && place[member] !== own);
  const { pointInTimeDays = 0, backupDays = 0 } = store.is;
  const own = Math.max(pointInTimeDays ?? 0, backupDays ?? 0);
  return {
    copies: grouped(copies),
    rules: told,
    lossSeconds: least([
      ...told.map(({ continuous, everySeconds }) => (continuous ? POINT_IN_TIME_SECONDS : everySeconds)),
      ...((pointInTimeDays ?? 0) > 0 ? [POINT_IN_TIME_SECONDS] : []),
      // Automatic backups without a log between them are made once a day.
      ...(own > 0 ? [86_400] : []),
    ]),
    keepDays: most([...told.map(({ keepDays }) => keepDays), ...(own > 0 ? [own] : [])]),
    otherRegion: elsewhere("region", region),
    otherAccount: elsewhere("account", account),
    locked: vaults.some(({ is }) => is.lock !== null && is.lock !== undefined),
    airGapped: vaults.some(({ is }) => is.engine?.includes("air-gapped") === true),
    exists: copies.length + told.length + own > 0,
  };
}

/** A replica follows what happens to the store; a note of the last backup is none. */
function isKept({ is }: Copy): boolean {
  return is.copyType !== "last-backup" && is.state !== "deleting" && is.state !== "error";
}

function keeps({ is, type }: Rule): boolean {
  // A policy with schedules copies by each of them.
  if (type === "aws.lifecycle-policy" && is.everySeconds == null) return false;
  return is.enabled !== false && KEEPING.has(is.ruleType ?? "") && type !== "aws.backup-selection";
}

function ruleOf({ id, label, is }: Rule): Backups["rules"][number] {
  const destinations = (is.destinations ?? []).map(({ region, account, store }) => {
    const named = partsOf(store ?? "");
    return { region: region ?? named.region ?? null, account: account ?? named.account ?? null };
  });
  return {
    ...{ rule: id, label, everySeconds: is.everySeconds ?? null, keepDays: is.keepDays ?? null },
    ...{ continuous: is.continuous === true, destinations },
  };
}

function vaultsOf(nodes: readonly EstateNode[], graph: Graph): Store[] {
  const ids = nodes.flatMap(({ id }) =>
    ["vault", "destinations"].flatMap((segment) => graph.step(id, segment)?.ids ?? []),
  );
  return [...new Set(ids)].sort().flatMap((id) => (graph.node(id) as Store | undefined) ?? []);
}

function grouped(copies: readonly Copy[]): Backups["copies"] {
  const found = new Map<string, Backups["copies"][number]>();
  for (const { scope, is } of copies) {
    const { region = null, account = null } = scope;
    const copyType = is.copyType ?? "copy";
    const key = [copyType, region, account].join("\n");
    const one = found.get(key) ?? { copyType, region, account, count: 0, latest: null, unencrypted: 0 };
    found.set(key, one);
    one.count += 1;
    one.unencrypted += is.encrypted === false ? 1 : 0;
    const { created = null } = is;
    if (created !== null && (one.latest === null || created > one.latest)) one.latest = created;
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

function least(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  return told.length === 0 ? null : Math.min(...told);
}

/** For ever, or not told, is null. */
function most(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  return told.length === 0 || told.length < values.length ? null : Math.max(...told);
}

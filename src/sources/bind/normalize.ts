import {
  type Batch,
  type EstateNode,
  type Gap,
  type GapDraft,
  gapOf,
  hostId,
  idSegment,
  siteId,
} from "../../model/index.js";
import { type Config, configOf, type Settings, type ViewStatement } from "./config.js";
import { type Statement, statementsOf } from "./config-statements.js";
import type { BindFile, Draft } from "./draft.js";
import { addForward } from "./forwards.js";
import type { MasterFile } from "./master-file.js";
import { ownerId } from "./place.js";
import { addZone } from "./zones.js";

/**
 * Reads the configuration of a BIND server and the zones that it holds into the neutral kinds: views are
 * `name-server`, forwarding is `resolver-rule`. Pure and total: what is not understood becomes a gap.
 */
export function readBind(file: BindFile): Batch {
  const gaps: Gap[] = [];
  const draft: Draft = {
    file,
    scope: { provider: "on-premises", ...(file.site === undefined ? {} : { site: file.site }) },
    nodes: [],
    edges: [],
    gap: (reason, message, { path = file.path, line, touches }) =>
      gaps.push(gapOf({ reason, message, at: { source: "bind", uri: path, line }, touches })),
  };
  const config = configOf(taken(draft, file, new Set()));
  for (const [order, view] of config.views.entries()) addView(draft, { config, view, order });
  const whole = config.views.map((view) => viewId(draft, view));
  for (const { line, message } of config.problems)
    draft.gap("unparsed", `${file.path}: ${message}`, { line, touches: { nodes: whole } });
  return { nodes: draft.nodes, edges: draft.edges, gaps };
}

/** The statements of a file, with those of the files that it takes in where it does so, each once. */
function taken(draft: Draft, file: MasterFile, opened: Set<string>): Statement[] {
  const statements = statementsOf(file.text);
  const hidden = { touches: hiddenBy(draft) };
  if (!Array.isArray(statements)) {
    const { line, problem } = statements;
    draft.gap("unparsed", `${file.path} is no named.conf: ${problem}`, { path: file.path, line, ...hidden });
    return [];
  }
  const within = (all: readonly Statement[]): Statement[] =>
    all.flatMap((statement) => {
      const { words, block, line } = statement;
      if (words[0] !== "include")
        return [block === null ? statement : { ...statement, block: within(block) }];
      const inner = opened.has(words[1] ?? "") ? null : draft.file.open(words[1] ?? "");
      opened.add(words[1] ?? "");
      if (inner !== null) return taken(draft, inner, opened);
      draft.gap("not-collected", `${file.path} takes in a file that was not given`, {
        path: file.path,
        line,
        ...hidden,
      });
      return [];
    });
  return within(statements);
}

/** What an unreadable configuration hides: everything that the server answers. */
function hiddenBy(draft: Draft): NonNullable<GapDraft["touches"]> {
  const { host, site } = draft.file;
  return {
    kinds: ["name-server", "zone", "record", "resolver-rule"],
    types: ["bind.view", "bind.zone", "bind.record", "bind.forward"],
    nodes: [ownerId(draft.file), ...(host === undefined ? [] : [hostId(host)])],
    relations: ["answers", "name_servers"],
    ...(site === undefined ? {} : { site }),
  };
}

interface Viewed {
  readonly config: Config;
  readonly view: ViewStatement;
  readonly order: number;
}

function viewId(draft: Draft, { name }: ViewStatement): string {
  return name === null ? ownerId(draft.file) : `${ownerId(draft.file)}/${idSegment(name)}`;
}

function addView(draft: Draft, { config, view, order }: Viewed): void {
  const { host, site, path } = draft.file;
  const settings: Settings = { ...config.options, ...view.settings };
  const id = viewId(draft, view);
  const name = host ?? site ?? path;
  const at = { source: "bind", uri: path, line: view.line };
  const node: EstateNode<"name-server"> = {
    ...{
      id,
      kind: "name-server",
      type: "bind.view",
      scope: draft.scope,
      aliases: [],
      tags: {},
      native: {},
      at,
    },
    label: view.name === null ? `BIND on ${name}` : `BIND on ${name}, view ${view.name}`,
    is: {
      ...{
        name,
        view: view.name,
        order,
        clients: view.name === null ? null : [...(settings.clients ?? ["any"])],
      },
      // https://bind9.readthedocs.io/en/v9.18.32/reference.html#namedconf-statement-recursion
      recursion: settings.recursion ?? true,
      addresses: [...(settings.addresses ?? [])],
      port: settings.port ?? 53,
      logsQueries: settings.logsQueries ?? null,
      validates: settings.validates ?? null,
      // https://bind9.readthedocs.io/en/v9.18.32/reference.html#namedconf-statement-allow-transfer
      transfers: [...(settings.transfers ?? ["any"])],
      unmodelled: [...config.options.unmodelled, ...view.settings.unmodelled],
    },
  };
  draft.nodes.push(node);
  if (host !== undefined) draft.edges.push({ from: id, relation: "host", to: hostId(host), at });
  if (site !== undefined) draft.edges.push({ from: id, relation: "site", to: siteId(site), at });
  if ((settings.forwarders ?? []).length > 0)
    addForward(draft, { view: id, domain: ".", settings, line: view.line });
  for (const zone of view.zones) addZone(draft, { view: id, zone, settings });
}

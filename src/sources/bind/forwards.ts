import type { EstateNode } from "../../model/index.js";
import type { Settings } from "./config.js";
import type { Draft } from "./draft.js";

interface Forward {
  readonly view: string;
  readonly domain: string;
  readonly settings: Settings;
  readonly line: number;
}

/** Forwarding of a domain; without targets, whatever lies below is not forwarded. */
export function addForward(draft: Draft, { view, domain, settings, line }: Forward): void {
  const id = `${view}#forward/${domain}`;
  const at = { source: "bind", uri: draft.file.path, line };
  const targets = (settings.forwarders ?? []).map(({ address, port }) => ({
    ...{ address, port, protocol: "Do53", serverName: null },
  }));
  const node: EstateNode<"resolver-rule"> = {
    ...{ id, kind: "resolver-rule", type: "bind.forward", label: `forwarding of ${domain}` },
    ...{ aliases: [], scope: draft.scope, tags: {}, native: {}, at },
    is: {
      ...{
        name: domain,
        ruleType: targets.length === 0 ? "system" : "forward",
        domain,
        delegation: null,
        targets,
      },
      ...{ status: "complete", shared: null, providerManaged: false, fallsBack: settings.only !== true },
    },
  };
  draft.nodes.push(node);
  draft.edges.push({ from: id, relation: "name_server", to: view, at });
}

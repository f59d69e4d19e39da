import type { Graph } from "../../graph/index.js";
import type { EstateNode, Placement } from "../../model/index.js";
import { Organizations } from "../organizations.js";
import { letIn } from "./let-in.js";

type Shared = Placement["shared"][number];

/** With whom copies are shared, and where they stand to whose the copies are. */
export class Sharing {
  private readonly organizations: Organizations;

  constructor(graph: Graph) {
    this.organizations = new Organizations(graph);
  }

  of(met: readonly EstateNode[]): Shared[] {
    return met
      .flatMap((node) => this.ofOne(node))
      .sort((a, b) => (`${a.copy}\n${a.with}` < `${b.copy}\n${b.with}` ? -1 : 1));
  }

  private ofOne(node: EstateNode): Shared[] {
    const { sharedWith, sharesWith, isPublic, policy } = node.is as {
      readonly sharedWith?: readonly string[] | null;
      readonly sharesWith?: readonly string[] | null;
      readonly isPublic?: boolean | null;
      readonly policy?: unknown;
    };
    // Of a store it says that the internet may reach it, which is no sharing.
    const everyone = isPublic === true && node.kind === "data-copy" ? ["all"] : [];
    const names = new Set([...(sharedWith ?? []), ...(sharesWith ?? []), ...everyone, ...letIn(policy)]);
    return [...names].map((name) => ({
      ...{ copy: node.id, label: node.label, with: name },
      relation: this.relation(name, node.scope.account ?? ""),
    }));
  }

  private relation(name: string, own: string): Shared["relation"] {
    if (name === "all") return "everyone";
    if (name === own) return "same-account";
    const ours = this.organizations.of(own);
    if (ours === null) return "unknown";
    const short = ours.slice(ours.lastIndexOf("/") + 1);
    if (/^o-[a-z0-9]+$/.test(name)) return name === short ? "organization" : "outside";
    // Of the organization itself, and of its units: `arn:…:ou/o-a/ou-a-b`.
    if (name.startsWith("arn:")) return name.split("/").includes(short) ? "organization" : "outside";
    return this.organizations.relation(name, own);
  }
}

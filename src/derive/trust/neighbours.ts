import type { Graph } from "../../graph/index.js";
import type { EstateNode, TrustWay } from "../../model/index.js";
import { Organizations } from "../organizations.js";
import type { Party } from "./party.js";

type Told = TrustWay["party"];

/** Where parties stand to a role: what of them was collected, and in which organization their accounts are. */
export class Neighbours {
  private readonly collected: ReadonlySet<string>;
  private readonly organizations: Organizations;

  constructor(private readonly graph: Graph) {
    this.collected = new Set(graph.places("role").flatMap(({ account }) => account ?? []));
    this.organizations = new Organizations(graph);
  }

  /** Whether roles of an account were collected. */
  knows(account: string): boolean {
    return this.collected.has(account);
  }

  told(party: Party, role: EstateNode): Told {
    return {
      type: party.type,
      name: party.name,
      account: party.account,
      exists: this.exists(party),
      relation:
        party.account === null ? null : this.organizations.relation(party.account, role.scope.account ?? ""),
    };
  }

  private exists({ type, name, account }: Party): boolean | null {
    // Names of whom was deleted turn into their unique ids.
    if (type === "unique-id") return false;
    if (!["role", "user", "saml", "oidc"].includes(type)) return null;
    if (this.graph.find(name).length > 0) return true;
    return account !== null && this.collected.has(account) ? false : null;
  }
}

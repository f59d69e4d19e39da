import type { Graph } from "../graph/index.js";
import type { EstateNode } from "../model/index.js";

/** Where an account stands to another: `unknown` where it is not told which organization one of them is in. */
export type Standing = "same-account" | "organization" | "outside" | "unknown";

/**
 * In which organizations accounts are: by their own word, or by the list of the management account, which tells of
 * accounts that nobody read as well. https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html
 */
export class Organizations {
  private readonly known = new Map<string, string | null>();
  private readonly listed = new Map<string, boolean>();

  constructor(private readonly graph: Graph) {}

  /** Node id of the organization of an account; null: nobody told. */
  of(account: string): string | null {
    const known = this.known.get(account);
    if (known !== undefined) return known;
    const nodes = this.graph
      .find(account)
      .filter((node): node is EstateNode<"account"> => node.kind === "account");
    const said = nodes.flatMap(({ is }) => is.organization?.id ?? [])[0];
    const found =
      said ?? nodes.flatMap(({ id }) => this.graph.step(id, "organization")?.ids ?? [])[0] ?? null;
    this.known.set(account, found);
    return found;
  }

  relation(account: string, own: string): Standing {
    if (account === own) return "same-account";
    const [theirs, ours] = [this.of(account), this.of(own)];
    if (ours === null) return "unknown";
    if (theirs !== null) return theirs === ours ? "organization" : "outside";
    // Where the list of an organization's accounts was read, who is not in it is outside.
    return this.isListed(ours) ? "outside" : "unknown";
  }

  private isListed(organization: string): boolean {
    const known = this.listed.get(organization);
    if (known !== undefined) return known;
    const found = this.graph
      .find(organization)
      .some(({ id }) => (this.graph.step(id, "accounts")?.ids ?? []).length > 0);
    this.listed.set(organization, found);
    return found;
  }
}

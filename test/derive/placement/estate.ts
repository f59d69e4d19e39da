import { backups } from "../../../src/derive/placement/backups.js";
import { placements } from "../../../src/derive/placement/placement.js";
import { assemble } from "../../../src/graph/index.js";
import type {
  Backups,
  DataRules,
  Edge,
  EstateNode,
  Gap,
  GapDraft,
  Kind,
  Placement,
} from "../../../src/model/index.js";
import { gapOf } from "../../../src/model/index.js";
import { AT, edge, node } from "../../graph/estate.js";

export const OWN = "111122223333";
export const OTHER = "444455556666";

/** A small estate of data: nodes by kind, Region and facts, and arrows as text. */
export class DataEstate {
  readonly nodes: EstateNode[] = [];
  readonly edges: Edge[] = [];
  readonly gaps: Gap[] = [];

  constructor(readonly rules?: DataRules) {
    this.add("region", `${OWN}/eu-central-1`, "aws.region", {});
  }

  add(kind: Kind, ...[id, type, is = {}, more = {}]: Told): this {
    const { region = "eu-central-1", account = OWN, ...rest } = more;
    const scope = { provider: "aws", account, ...(region === "" ? {} : { region }) };
    this.nodes.push(node({ id, kind, type, scope, is: is as EstateNode["is"], ...rest }));
    return this;
  }

  store(...[id, type, is = {}, more = {}]: Told): this {
    return this.add("data-store", id, type, { storeType: "store", name: id, ...is }, more);
  }

  copy(id: string, of: string | null, more: Partial<EstateNode> & Where & { is?: object } = {}): this {
    const { is = {}, ...rest } = more;
    return this.add("data-copy", id, "aws.snapshot", { copyType: "snapshot", of, ...is }, rest);
  }

  rule(...[id, type, is = {}, more = {}]: Told): this {
    return this.add("copy-rule", id, type, { ruleType: "replication", enabled: true, ...is }, more);
  }

  arrow(text: string): this {
    this.edges.push(edge(text));
    return this;
  }

  blind(draft: Partial<GapDraft>): this {
    this.gaps.push(gapOf({ reason: "denied", message: "not allowed to look", at: AT, ...draft }));
    return this;
  }

  graph(nodes: readonly EstateNode[] = this.nodes) {
    return assemble([{ nodes: [...nodes], edges: this.edges, gaps: this.gaps }]);
  }

  placement(id: string): Placement & { readonly blind: string[] } {
    const { value, gaps } = placements(this.graph(), this.rules)(id);
    return { ...(value as unknown as Placement), blind: gaps.map(({ message }) => message) };
  }

  backups(id: string): Backups & { readonly blind: string[] } {
    const { value, gaps } = backups(this.graph(), this.rules)(id);
    return { ...(value as unknown as Backups), blind: gaps.map(({ message }) => message) };
  }

  /** `lies region eu-central-1 DE`, sorted. */
  places(id: string): string[] {
    return this.placement(id)
      .places.map(({ how, placeType, name, country }) => `${how} ${placeType} ${name} ${country ?? "?"}`)
      .sort();
  }
}

type Told = [id: string, type: string, is?: object, more?: Partial<EstateNode> & Where];

interface Where {
  readonly region?: string;
  readonly account?: string;
}

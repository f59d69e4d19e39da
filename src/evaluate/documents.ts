import type { Graph, Step } from "../graph/graph.js";
import type { Derived, EstateNode, Fact } from "../model/index.js";
import { canonicalText } from "./canonical-text.js";
import { Draft } from "./draft.js";
import { identitiesOf, identitiesOfFact } from "./identity-members.js";
import { quoted } from "./quoted.js";
import type { ReadPlan, ReadTree } from "./read-plan.js";

/** One stop on the way of writing a document: a node, and what was joined at it. */
export interface Visit {
  readonly node: EstateNode;
  readonly tree: ReadTree;
}

/** What lay open while a document was written. */
export interface Trail {
  readonly visits: Visit[];
  readonly facts: Map<string, Fact>;
}

/** Writes the input documents of policies: the one place that knows their shape. */
export class Documents {
  constructor(
    private readonly graph: Graph,
    private readonly derived: Derived,
  ) {}

  /** The document of a subject; `trail` notes which nodes and facts it rests on. */
  draft(subject: EstateNode, plan: ReadPlan, trail?: Trail): Draft {
    const draft = new Draft();
    const { keys, first, next } = plan.members;
    for (let index = 0; index < keys.length; index++) {
      const member = keys[index] ?? "";
      draft.write((index === 0 ? first : next)[index] ?? "");
      if (member === "subject") this.view(draft, { node: subject, tree: plan.subject, trail });
      else if (plan.facts.includes(member)) this.fact(draft, member, { subject, trail });
      else this.joined(draft, { node: subject, segment: member, tree: plan.tree, trail });
    }
    draft.write("}");
    trail?.visits.push({ node: subject, tree: plan.tree });
    return draft;
  }

  private fact(draft: Draft, name: string, at: { subject: EstateNode; trail: Trail | undefined }): void {
    const fact = this.derived.fact(name, at.subject.id);
    at.trail?.facts.set(name, fact);
    draft.fact(fact.value, identitiesOfFact(name));
  }

  private joined(draft: Draft, join: Join): void {
    const below = join.tree.segments.get(join.segment);
    const step = this.graph.step(join.node.id, join.segment);
    if (below === undefined || step === undefined) draft.write("null");
    else if (step.cardinality === "one") this.one(draft, this.nodes(step)[0], { ...join, tree: below });
    else this.many(draft, this.nodes(step), { ...join, tree: below });
  }

  private one(draft: Draft, node: EstateNode | undefined, join: Join): void {
    if (node === undefined) draft.write("null");
    else this.related(draft, node, join);
  }

  private many(draft: Draft, nodes: readonly EstateNode[], join: Join): void {
    nodes.forEach((node, index) => {
      draft.write(index === 0 ? "[" : ",");
      this.related(draft, node, join);
    });
    draft.write(nodes.length === 0 ? "[]" : "]");
  }

  private nodes({ ids }: Step): EstateNode[] {
    const nodes: EstateNode[] = [];
    for (const id of ids) {
      const node = this.graph.node(id);
      if (node !== undefined) nodes.push(node);
    }
    return nodes;
  }

  private related(draft: Draft, node: EstateNode, join: Join): void {
    join.trail?.visits.push({ node, tree: join.tree });
    this.view(draft, { node, tree: join.tree, trail: join.trail });
  }

  /** A node as policies see it. A segment read from it stands beside its own members. */
  private view(draft: Draft, { node, tree, trail }: Omit<Join, "segment">): void {
    const { keys, first, next } = tree.members;
    let none = true;
    for (let index = 0; index < keys.length; index++) {
      const member = keys[index] ?? "";
      const joins = tree.segments.has(member);
      const plain = joins ? "" : plainMember(node, member);
      if (plain === undefined) continue;
      draft.write((none ? first : next)[index] ?? "");
      none = false;
      if (joins) this.joined(draft, { node, segment: member, tree, trail });
      else if (member === "id") draft.identity(node.id);
      else if (member === "label") draft.identity(node.label);
      else if (member === "is") draft.shaped(node.is, identitiesOf(node.kind));
      else draft.write(plain);
    }
    draft.write("}");
  }
}

interface Join {
  readonly node: EstateNode;
  readonly segment: string;
  /** The tree that has the segment, until the segment is taken. */
  readonly tree: ReadTree;
  readonly trail: Trail | undefined;
}

/** A member's text; undefined where the node has none, and nothing for what holds ids and labels. */
function plainMember(node: EstateNode, member: string): string | undefined {
  switch (member) {
    case "account":
    case "region":
    case "site": {
      const part = node.scope[member];
      return part === undefined ? undefined : quoted(part);
    }
    case "kind":
      return quoted(node.kind);
    case "type":
      return quoted(node.type);
    case "tags":
      return canonicalText(node.tags);
    case "native":
      return canonicalText(node.native);
    default:
      return "";
  }
}

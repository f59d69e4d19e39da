import type { Graph } from "../graph/index.js";
import type { Derived, EstateNode, Fact, Kind, PolicyMeta } from "../model/index.js";
import { AS_WRITTEN, digestOf, material, membersOf, OF_AGES, OF_FACTS, setOf } from "./material.js";
import { quoted } from "./quoted.js";
import { planReads, type ReadPlan, type ReadTree } from "./read-plan.js";

/** Made and unmade by machinery all day: another one that is alike is no other state. */
const FLEETING: ReadonlySet<Kind> = new Set(["interface", "data-copy"]);
const NAMING: ReadonlySet<string> = new Set(["name", "description"]);
const NAME_TAG: ReadonlySet<string> = new Set(["Name"]);

/** The facts of the subject that were derived for its document. */
export type FactsOf = ReadonlyMap<string, Fact>;

/**
 * The state in which a policy found a subject: 16 hex digits that change when and only when something changes that
 * matters to the policy. It rests on all that the policy reads of the subject, and on nothing that other policies
 * read, nor on whether the subject was judged as a copy of another. See `material.ts` for what does not matter; how
 * a thing and its subject are called does not either, but which nodes are joined to it does.
 */
export class States {
  private readonly plans = new Map<PolicyMeta, ReadPlan>();

  constructor(
    private readonly graph: Graph,
    private readonly derived: Derived,
  ) {}

  of(policy: PolicyMeta, subject: EstateNode, facts: FactsOf): string {
    const plan = this.planOf(policy);
    let text = this.view(subject, plan.subject.members.keys);
    for (const member of plan.members.keys) {
      if (member === "subject") continue;
      text += `${member}:`;
      if (plan.facts.includes(member)) {
        const { value } = facts.get(member) ?? this.derived.fact(member, subject.id);
        text += material(value, member === "ages" ? OF_AGES : OF_FACTS);
      } else text += this.joined(subject, member, plan.tree);
    }
    return digestOf(text);
  }

  private planOf(policy: PolicyMeta): ReadPlan {
    const known = this.plans.get(policy) ?? planReads([policy], policy.subject, this.derived);
    this.plans.set(policy, known);
    return known;
  }

  private joined(node: EstateNode, segment: string, tree: ReadTree): string {
    const below = tree.segments.get(segment);
    const step = this.graph.step(node.id, segment);
    if (below === undefined || step === undefined) return "null";
    return setOf(step.ids.flatMap((id) => this.related(id, below)));
  }

  private related(id: string, tree: ReadTree): string[] {
    const node = this.graph.node(id);
    if (node === undefined) return [];
    let text = FLEETING.has(node.kind) ? "" : quoted(id);
    text += this.view(
      node,
      tree.members.keys.filter((member) => !tree.segments.has(member)),
    );
    for (const segment of tree.segments.keys()) text += `${segment}:${this.joined(node, segment, tree)}`;
    return [text];
  }

  private view(node: EstateNode, members: readonly string[]): string {
    const { kind, type, scope } = node;
    let text = [kind, type, scope.account, scope.region, scope.site].map((part) => quoted(part ?? "")).join();
    if (members.includes("is")) text += membersOf(node.is as Record<string, unknown>, OF_FACTS, NAMING);
    if (members.includes("tags")) text += membersOf(node.tags, AS_WRITTEN, NAME_TAG);
    if (members.includes("native")) text += material(node.native, AS_WRITTEN);
    return text;
  }
}

import type { Graph } from "../../graph/index.js";
import {
  type Coverage,
  type EstateNode,
  type Fact,
  type Gap,
  gapOf,
  type Json,
  type Protection,
} from "../../model/index.js";
import { actionsOf } from "./actions.js";
import { detected, matches, type Statement } from "./statement.js";

type Rule = EstateNode<"web-rule">;

/**
 * The fact `coverage` of web ACLs: what each rule does in fact, after overrides, scope-downs and what earlier rules end.
 * Rules are taken in order; allow and block end a request's way, count does not.
 * https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-actions.html
 */
export function coverage(graph: Graph): (id: string) => Fact {
  return (id) => {
    const acl = graph.node(id) as EstateNode<"web-acl"> | undefined;
    if (acl?.kind !== "web-acl") return { value: { default: "unknown", protections: [] }, gaps: [] };
    const rules = rulesOf(graph, id);
    const value: Coverage = {
      default: acl.is.defaultAction ?? "unknown",
      protections: inOrder(graph, rules),
    };
    return { value: value as unknown as Json, gaps: rules.flatMap((rule) => gapsOf(graph, rule)) };
  };
}

function rulesOf(graph: Graph, id: string): Rule[] {
  const rules = (graph.step(id, "rules")?.ids ?? []).flatMap((each) => graph.node(each) ?? []) as Rule[];
  return rules.sort((a, b) => (a.is.order ?? 0) - (b.is.order ?? 0));
}

function inOrder(graph: Graph, rules: readonly Rule[]): Protection[] {
  let reached: Protection["reached"] = "all";
  return rules.map((rule) => {
    const protection = protectionOf(graph, rule, reached);
    const { action } = rule.is;
    const ends = action === "allow" || action === "block" ? matches(graph, statementOf(rule)) : "none";
    // What is blocked needs no further looking at; what is allowed goes by all that follows.
    if (reached !== "none" && ends === "all") reached = "none";
    else if (reached === "all" && (action === "allow" || protection.allowing.length > 0) && ends !== "none")
      reached = "some";
    return protection;
  });
}

function protectionOf(graph: Graph, rule: Rule, reached: Protection["reached"]): Protection {
  const statement = statementOf(rule);
  const isManaged = statement.type === "managed-group";
  const isRate = statement.type === "rate-limit";
  return {
    rule: { id: rule.id, label: rule.label },
    type: statement.type,
    vendor: statement.vendor ?? null,
    name: isManaged ? (statement.name ?? null) : null,
    version: isManaged ? (statement.version ?? null) : null,
    ...actionsOf(graph, rule, statement),
    detects: [...detected(graph, statement)].sort(),
    scoped: statement.scopeDown !== undefined && statement.scopeDown !== null,
    reached,
    limit: isRate ? (statement.limit ?? null) : null,
    window: isRate ? (statement.window ?? null) : null,
    aggregate: isRate ? (statement.aggregate ?? null) : null,
  };
}

function statementOf({ is }: Rule): Statement {
  return (is.statement ?? { type: "unknown" }) as Statement;
}

function gapsOf(graph: Graph, rule: Rule): Gap[] {
  const statement = statementOf(rule);
  const unread = [...detected(graph, statement)].includes("unknown") || (rule.is.unmodelled ?? []).length > 0;
  if (!unread) return [];
  return [
    gapOf({
      reason: "unsupported",
      message: `${rule.label} cannot be read in full`,
      at: rule.at,
      touches: { nodes: [rule.id] },
    }),
  ];
}

import type { Graph } from "../../graph/index.js";
import type { EstateNode, WebStatement } from "../../model/index.js";
import { MANAGED_GROUPS } from "./managed-groups.js";

export type Statement = WebStatement;

/** What a statement looks for, its own parts and those of groups that it uses. */
export function detected(graph: Graph, statement: Statement, depth = 0): Set<string> {
  const parts = partsOf(statement);
  const found = new Set(parts.flatMap((part) => [...detected(graph, part, depth)]));
  switch (statement.type) {
    case "and":
    case "or":
    case "not":
      break;
    case "managed-group":
      for (const each of MANAGED_GROUPS.get(statement.name ?? "") ?? ["managed"]) found.add(each);
      break;
    case "rule-group":
      // A group may not use another: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-groups.html
      if (depth === 0) for (const each of inGroup(graph, statement.group ?? "")) found.add(each);
      break;
    case "rate-limit":
      found.add("rate");
      break;
    case "address-set":
      found.add("address");
      break;
    default:
      found.add(statement.type);
  }
  return found;
}

function inGroup(graph: Graph, name: string): Set<string> {
  const rules = graph.find(name).flatMap(({ id }) => graph.step(id, "rules")?.ids ?? []);
  const found = rules.flatMap((id) => {
    const rule = graph.node(id) as EstateNode<"web-rule"> | undefined;
    return rule === undefined ? [] : [...detected(graph, rule.is.statement as Statement, 1)];
  });
  return new Set(found);
}

/** Statements inside one; what a rate limit or a group is scoped down to is no thing that it looks for. */
function partsOf(statement: Statement): Statement[] {
  return ["and", "or", "not"].includes(statement.type) ? ((statement.of ?? []) as Statement[]) : [];
}

/** How many requests a statement certainly matches. */
export function matches(graph: Graph, statement: Statement): "all" | "some" | "none" {
  const parts = partsOf(statement).map((part) => matches(graph, part));
  if (statement.type === "and") return together(parts, "all", "none");
  if (statement.type === "or") return together(parts, "none", "all");
  if (statement.type === "not") return parts[0] === "all" ? "none" : parts[0] === "none" ? "all" : "some";
  if (statement.type === "address-set") return addressesIn(graph, statement);
  return "some";
}

function together(
  parts: readonly ("all" | "some" | "none")[],
  neutral: "all" | "none",
  strong: "all" | "none",
): "all" | "some" | "none" {
  if (parts.includes(strong)) return strong;
  return parts.every((part) => part === neutral) ? neutral : "some";
}

/** A set has one family, so that requests of the other pass by it. */
function addressesIn(graph: Graph, statement: Statement): "some" | "none" {
  const [set] = graph.find(statement.set ?? "") as EstateNode<"web-set">[];
  return set?.kind === "web-set" && set.is.entries?.length === 0 ? "none" : "some";
}

import type { Graph } from "../../graph/index.js";
import type { EstateNode, Protection } from "../../model/index.js";
import type { Statement } from "./statement.js";

type Actions = Pick<Protection, "blocking" | "counting" | "allowing" | "asking">;

const LISTS: Readonly<Record<string, keyof Actions>> = {
  block: "blocking",
  count: "counting",
  allow: "allowing",
  captcha: "asking",
  challenge: "asking",
  monetize: "asking",
};

/**
 * What each rule behind one of an ACL does: of a group its rules, with the overrides of single ones and of the whole.
 * https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-group-override-options.html
 */
export function actionsOf(graph: Graph, rule: EstateNode<"web-rule">, statement: Statement): Actions {
  const found: Actions = { blocking: [], counting: [], allowing: [], asking: [] };
  for (const { name, action } of inside(graph, rule, statement)) {
    const list = LISTS[action];
    if (list !== undefined) found[list].push(name);
  }
  for (const list of Object.values(found)) list.sort();
  return found;
}

function inside(
  graph: Graph,
  { is }: EstateNode<"web-rule">,
  statement: Statement,
): { name: string; action: string }[] {
  if (statement.type !== "managed-group" && statement.type !== "rule-group")
    return [{ name: is.name ?? "", action: is.action ?? "unknown" }];
  const overrides = new Map((statement.overrides ?? []).map(({ rule, action }) => [rule, action]));
  return groupRules(graph, statement).map(({ name, action }) => {
    const own = overrides.get(name) ?? action;
    // A group that only counts lets nothing through to its rules' endings.
    return { name, action: is.override === "count" ? "count" : own };
  });
}

function groupRules(graph: Graph, statement: Statement): { name: string; action: string }[] {
  const [group] = graph.find(statement.group ?? "") as EstateNode<"web-rule-group">[];
  if (group?.kind !== "web-rule-group") return [];
  if (statement.type === "managed-group")
    return (group.is.managedRules ?? []).map(({ rule, action }) => ({ name: rule, action }));
  const rules = (graph.step(group.id, "rules")?.ids ?? []).flatMap((id) => graph.node(id) ?? []);
  return (rules as EstateNode<"web-rule">[]).map(({ is }) => ({
    name: is.name ?? "",
    action: is.action ?? "unknown",
  }));
}

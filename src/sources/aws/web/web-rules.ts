import type { FactsByKind, WebStatement } from "../../../model/index.js";
import type { Item } from "../item.js";
import { partsOfArn } from "../names.js";
import { actionOf } from "./action.js";
import { groupNode, managedGroupNodes } from "./rule-group-node.js";
import { statementOf } from "./statement.js";
import type { WafIdentity } from "./waf-identity.js";

type Rule = FactsByKind["web-rule"];
type Stage = Rule["stage"];

/** Members of a rule that are read here, or that change nothing of what it does. */
const UNDERSTOOD = new Set([
  ...["Name", "Priority", "Statement", "FirewallManagerStatement", "Action", "OverrideAction"],
  ...["RuleLabels", "VisibilityConfig", "CaptchaConfig", "ChallengeConfig"],
]);

/** Rules of one stage, as they are listed. */
export interface Listed {
  readonly stage: Stage;
  readonly rules: readonly Item[];
}

/**
 * Adds the rules of an ACL or a group in the order in which they are asked: by stage, then by priority, the
 * lowest first (developer guide, "Rule and rule group priorities").
 * @param relation how a rule leads to what it stands in
 */
export function addWebRules(
  owner: WafIdentity,
  relation: "web_acl" | "group",
  listed: readonly Listed[],
): void {
  const names = new Map<string, number>();
  const ordered = listed.flatMap(({ stage, rules }) => inPriority(rules).map((item) => ({ stage, item })));
  for (const [order, { stage, item }] of ordered.entries()) {
    const name = item.text("Name") ?? "";
    if (name === "") item.gap("unparsed", `A rule of ${owner.name} has no name`);
    const local = `${owner.id}#${stage === "own" ? "rule" : stage}/${name}`;
    const times = (names.get(local) ?? 0) + 1;
    names.set(local, times);
    const id = times === 1 ? local : `${local}/${times}`;
    addRule(owner, { id, name, order, stage, item: item.about(id), relation });
  }
}

function inPriority(rules: readonly Item[]): Item[] {
  const last = Number.MAX_SAFE_INTEGER;
  return rules
    .map((item) => ({ item, priority: item.int("Priority") }))
    .sort((a, b) => (a.priority ?? last) - (b.priority ?? last))
    .map(({ item }) => item);
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly stage: Stage;
  readonly item: Item;
  readonly relation: "web_acl" | "group";
}

function addRule(owner: WafIdentity, { id, name, order, stage, item, relation }: Known): void {
  const { draft, pointer } = item;
  const inner = item.child("Statement") ?? item.child("FirewallManagerStatement");
  if (inner === null)
    item.gap("unparsed", `The rule ${name} of ${owner.name} was answered without its statement`);
  const statement: WebStatement = inner === null ? { type: "unknown" } : statementOf(inner);
  const unmodelled = Object.keys(item.json)
    .filter((member) => !UNDERSTOOD.has(member) && item.json[member] !== null)
    .sort();
  draft.node({
    ...{ id, kind: "web-rule", type: "aws.web-rule", label: `${name} of ${owner.name}`, scope: owner.scope },
    ...{ native: item.json, pointer, cited: name },
    is: {
      ...{ name, order, priority: item.int("Priority"), stage, statement },
      ...acts(item, statement),
      labels: item
        .list("RuleLabels")
        .flatMap((label) => label.text("Name") ?? [])
        .sort(),
      ...visibility(item),
      unmodelled,
    },
  });
  draft.edge({ from: id, relation, to: owner.id, pointer });
  addReferences(owner, { id, item, statement });
}

/** A group's rules act themselves; what stands beside the reference may only take their place. */
function acts(item: Item, { type }: WebStatement): Pick<Rule, "action" | "override" | "responseCode"> {
  const [action, override] = [item.child("Action"), item.child("OverrideAction")];
  const code = action?.child("Block")?.child("CustomResponse")?.int("ResponseCode") ?? null;
  const refers = type === "managed-group" || type === "rule-group";
  if (refers)
    return {
      action: null,
      override: override === null ? "none" : actionOf(override),
      responseCode: null,
    };
  if (action === null) item.gap("unparsed", "A web rule was answered without its action");
  return { action: action === null ? "unknown" : actionOf(action), override: null, responseCode: code };
}

/** What of matches is counted and kept. */
export function visibility(item: Item): { metrics: boolean | null; samples: boolean | null } {
  const config = item.child("VisibilityConfig");
  return {
    metrics: config?.flag("CloudWatchMetricsEnabled") ?? null,
    samples: config?.flag("SampledRequestsEnabled") ?? null,
  };
}

function addReferences(
  owner: WafIdentity,
  { id: from, item, statement }: { id: string; item: Item; statement: WebStatement },
): void {
  const { draft, pointer } = item;
  if (statement.type === "managed-group") {
    const to = managedGroupNodes(item, { statement, scope: owner.scope });
    draft.edge({ from, relation: "rule_group", to, pointer });
  }
  if (statement.type === "rule-group" && statement.group !== undefined && statement.group !== "") {
    groupNode(item, statement.group);
    draft.edge({ from, relation: "rule_group", to: statement.group, pointer });
  }
  for (const to of setsIn(statement)) {
    draft.edge({ from, relation: "sets", to, pointer, account: partsOfArn(to)?.account });
  }
}

/** Every set that a statement, or one inside it, refers to. */
function setsIn({ set, scopeDown, of = [] }: WebStatement): string[] {
  const inner = [...of, ...(scopeDown == null ? [] : [scopeDown])] as WebStatement[];
  const own = set === undefined || set === "" ? [] : [set];
  return [...new Set([...own, ...inner.flatMap(setsIn)])].sort();
}

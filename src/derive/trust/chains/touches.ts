import type { Graph } from "../../../graph/index.js";
import type { EstateNode, Json, TrustAnswer } from "../../../model/index.js";
import { type Context, decide } from "../decide.js";
import { readDocument } from "../document.js";
import { Holdings } from "../holdings.js";
import { partyOf } from "../party.js";
import { allowedBy, type Held } from "./allowed.js";
import { callerOf, ofAccount, ofCaller } from "./callers.js";

/** What reading takes, and what it is asked of, by type of store. https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const READING: ReadonlyMap<string, readonly [action: string, below: string]> = new Map([
  ["aws.bucket", ["s3:GetObject", "/causeway-any-name"]],
  ["aws.table", ["dynamodb:GetItem", ""]],
  ["aws.secret", ["secretsmanager:GetSecretValue", ""]],
]);

/** Data stores of its own account that a role may read, exactly as far as policies say; keys are not asked. */
export function touches(graph: Graph, role: EstateNode<"role">): TrustAnswer["touches"] {
  const caller = callerOf(role, 0, new Holdings(graph).of(role));
  const { own, boundary, guardrails, missing } = caller.holding;
  const held: Held = { own, boundary, guardrails, missing: missing.length > 0 };
  const context = ofCaller(caller, ofAccount(caller.account, null));
  const found: TrustAnswer["touches"] = [];
  for (const id of graph.each("data-store")) {
    const store = graph.node(id) as EstateNode<"data-store">;
    const reading = READING.get(store.type);
    if (reading === undefined || store.scope.account !== role.scope.account) continue;
    const [action, below] = reading;
    const wanted = { action, resource: `${id}${below}`, context };
    const grant = allowedBy(held, wanted);
    const left = grant === null ? "deny" : refused(store, caller.arn, wanted);
    if (grant === null || left === "deny") continue;
    found.push({ id, label: store.label, type: store.type, sure: grant.sure && left === "no" });
  }
  return found;
}

/** Whether the store's own policy denies it. */
function refused(
  { is }: EstateNode<"data-store">,
  arn: string,
  { action, resource, context }: { action: string; resource: string; context: Context },
): "deny" | "perhaps" | "no" {
  if (is.policy === null || is.policy === undefined) return "no";
  const { statements, problems } = readDocument(is.policy as Json);
  const denials = statements.filter(({ effect }) => effect === "Deny");
  const asked = { action, resource, context, party: partyOf("AWS", arn) };
  const all = [...denials, ...denials.map((one) => ({ ...one, effect: "Allow" as const }))];
  const decision = decide({ statements: all, problems }, asked);
  return decision === "deny" ? "deny" : decision === "none" ? "no" : "perhaps";
}

import { isObject, type Json, type JsonObject } from "../../model/index.js";
import { type Condition, conditionsOf } from "./condition.js";
import { sharedActions } from "./listed-actions.js";

/** What an element lists, or everything but that. */
export interface Listed {
  readonly not: boolean;
  readonly texts: readonly string[];
}

/** Whom a statement names, by the kind that the document gives: AWS, Service, Federated, CanonicalUser. */
export interface Named {
  readonly not: boolean;
  readonly principals: readonly { readonly kind: string; readonly name: string }[];
}

/** One statement of a policy, its elements read but for wildcards and variables. */
export interface Statement {
  /** Place in the document, from 0; the only statement of a document without a list stands at null. */
  readonly index: number | null;
  readonly sid: string | null;
  readonly effect: "Allow" | "Deny";
  readonly named: Named | null;
  readonly actions: Listed;
  readonly resources: Listed | null;
  readonly conditions: readonly Condition[];
  /** Variables such as `${aws:username}` are replaced. */
  readonly variables: boolean;
}

export interface PolicyDocument {
  readonly statements: readonly Statement[];
  /** What could not be read; statements that it concerns are not among the others. */
  readonly problems: readonly string[];
}

/**
 * Reads a policy document. Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readDocument(json: Json): PolicyDocument {
  if (!isObject(json)) return { statements: [], problems: ["the document is no object"] };
  const variables = json["Version"] === "2012-10-17";
  const raw = json["Statement"];
  const list = Array.isArray(raw) ? raw : raw === undefined ? [] : [raw];
  const problems: string[] = [];
  const statements = list.flatMap((one, place) => {
    const index = Array.isArray(raw) ? place : null;
    const read = isObject(one) ? statementOf(one, { index, variables }) : "it is no object";
    if (typeof read !== "string") return [read];
    problems.push(`statement ${place + 1}: ${read}`);
    return [];
  });
  return { statements, problems };
}

function statementOf(
  raw: JsonObject,
  { index, variables }: { index: number | null; variables: boolean },
): Statement | string {
  const effect = raw["Effect"];
  if (effect !== "Allow" && effect !== "Deny") return "its effect is neither Allow nor Deny";
  const actions = listedOf(raw, "Action");
  const resources = listedOf(raw, "Resource");
  const named = namedOf(raw);
  const conditions = conditionsOf(raw["Condition"]);
  if (actions === null || typeof actions === "string") return actions ?? "it names no action";
  for (const part of [resources, named, conditions]) if (typeof part === "string") return part;
  return {
    index,
    sid: typeof raw["Sid"] === "string" ? raw["Sid"] : null,
    effect,
    named: named as Named | null,
    actions: sharedActions(actions),
    resources: resources as Listed | null,
    conditions: conditions as readonly Condition[],
    variables,
  };
}

/** `Action` or `NotAction`; null where there is neither. */
function listedOf(raw: JsonObject, element: string): Listed | null | string {
  const [plain, not] = [raw[element], raw[`Not${element}`]];
  if (plain !== undefined && not !== undefined) return `it has both ${element} and Not${element}`;
  const texts = textsOf(plain ?? not);
  if (texts === null) return `its ${element} is neither a text nor a list of texts`;
  return plain === undefined && not === undefined ? null : { not: plain === undefined, texts };
}

function namedOf(raw: JsonObject): Named | null | string {
  const [plain, not] = [raw["Principal"], raw["NotPrincipal"]];
  if (plain !== undefined && not !== undefined) return "it has both Principal and NotPrincipal";
  const names = plain ?? not;
  if (names === undefined) return null;
  if (names === "*") return { not: plain === undefined, principals: [{ kind: "AWS", name: "*" }] };
  if (!isObject(names)) return "its principal cannot be read";
  const principals: { kind: string; name: string }[] = [];
  for (const [kind, value] of Object.entries(names)) {
    const texts = textsOf(value);
    if (texts === null) return `its ${kind} principal is neither a text nor a list of texts`;
    for (const name of texts) principals.push({ kind, name });
  }
  return { not: plain === undefined, principals };
}

function textsOf(value: Json | undefined): readonly string[] | null {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  return list.every((each): each is string => typeof each === "string") ? list : null;
}

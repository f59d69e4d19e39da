import type { EstateNode, Json, JsonObject } from "../../model/index.js";
import { patternOf } from "./classes.js";

type Rule = EstateNode<"copy-rule">;

/** Whether a rule that names no store chooses one, by its tags and names. */
export function chooses({ type, is }: Rule, store: EstateNode): boolean {
  const selection = objectIn(is.selection);
  if (type === "aws.registry-replication-rule") return ofRegistry(selection, store);
  if (type === "aws.backup-selection") return ofBackup(selection, store);
  return ofLifecycle(selection, store);
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_RepositoryFilter.html */
function ofRegistry(selection: JsonObject, { type, label }: EstateNode): boolean {
  if (type !== "aws.image-repository") return false;
  const prefixes = textsIn(selection["prefixes"]);
  return prefixes.length === 0 || prefixes.some((prefix) => label.startsWith(prefix));
}

/** Any of the tags will do. https://docs.aws.amazon.com/dlm/latest/APIReference/API_PolicyDetails.html */
function ofLifecycle(selection: JsonObject, { type, tags }: EstateNode): boolean {
  const kind = KINDS.get(type);
  const kinds = [...textsIn(selection["ResourceTypes"]), ...textsIn([selection["ResourceType"] ?? null])];
  if (kind === undefined || !kinds.includes(kind)) return false;
  const wanted = listIn(selection["TargetTags"]).map(objectIn);
  // A default policy takes whatever nobody else backs up.
  return (
    wanted.length === 0 || wanted.some(({ Key, Value }) => typeof Key === "string" && tags[Key] === Value)
  );
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ["aws.volume", "VOLUME"],
  ["aws.instance", "INSTANCE"],
]);

/**
 * One of the names or one of the listed tags will do (all, where there are neither), and all conditions must hold.
 * https://repost.aws/knowledge-center/backup-assign-resources
 */
function ofBackup(selection: JsonObject, { id, tags }: EstateNode): boolean {
  const named = (globs: Json | undefined) => textsIn(globs).some((glob) => patternOf(glob).test(id));
  const listed = listIn(selection["ListOfTags"]).map(objectIn);
  const chosen =
    textsIn(selection["Resources"]).length + listed.length === 0 ||
    named(selection["Resources"]) ||
    listed.some((one) => tagIn(tags, one) === one["ConditionValue"]);
  if (!chosen || named(selection["NotResources"])) return false;
  const conditions = Object.entries(objectIn(selection["Conditions"]));
  return conditions.every(([operator, tests]) => hold(operator, listIn(tests), tags));
}

function hold(operator: string, tests: readonly Json[], tags: EstateNode["tags"]): boolean {
  return tests.map(objectIn).every((test) => {
    const value = tagIn(tags, test);
    const wanted = String(test["ConditionValue"]);
    const equal =
      value !== undefined && (operator.includes("Like") ? patternOf(wanted).test(value) : value === wanted);
    return operator.includes("Not") ? !equal : equal;
  });
}

function tagIn(tags: EstateNode["tags"], { ConditionKey: key }: JsonObject): string | undefined {
  return tags[String(key).replace(/^aws:ResourceTag\//, "")];
}

function objectIn(value: unknown): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function listIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

function textsIn(value: unknown): string[] {
  return listIn(value).filter((one) => typeof one === "string");
}

import { InputError, isObject, type JsonObject } from "../../model/index.js";

/** One entry of `resource_changes` (Terraform, "JSON Output Format", change representation). */
export interface ResourceChange {
  readonly address: string;
  readonly module: string;
  readonly type: string;
  readonly name: string;
  /** Key of count or for_each, as it stands in the address, e.g. `[0]`; empty for single instances. */
  readonly key: string;
  readonly actions: readonly string[];
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly unknown: JsonObject;
  readonly line: number;
}

export interface Plan {
  readonly changes: readonly ResourceChange[];
  readonly configuration: JsonObject;
  /** Every known resource of the state before and of the plan, for references. */
  readonly variables: JsonObject;
  readonly priorState: JsonObject;
}

const NEXT = "write one with terraform plan -out tfplan && terraform show -json tfplan > plan.json";

/** Reads `terraform show -json` of a plan. Throws an InputError for anything else. */
export function readPlan(text: string, path: string): Plan {
  const value = parsed(text, path);
  const version = value["format_version"];
  if (typeof version !== "string") throw new InputError("this JSON is not a Terraform plan", { path }, NEXT);
  if (!/^1\./.test(version)) {
    throw new InputError(
      `plan format ${version} is not known; 1.x is`,
      { path },
      "use Terraform 1.1 or later",
    );
  }
  const list = value["resource_changes"];
  if (!Array.isArray(list) && value["planned_values"] === undefined) {
    throw new InputError("this is a Terraform state, not a plan: it has no resource_changes", { path }, NEXT);
  }
  if (value["errored"] === true) {
    throw new InputError(
      "the plan ended in an error, so it does not say all that would change",
      { path },
      "mend the configuration and plan again",
    );
  }
  const lines = new AddressLines(text);
  const changes = (Array.isArray(list) ? list : []).flatMap((entry) =>
    isObject(entry) ? (changeOf(entry, lines) ?? []) : [],
  );
  const section = (name: string) => (isObject(value[name]) ? (value[name] as JsonObject) : {});
  return {
    changes,
    configuration: section("configuration"),
    variables: section("variables"),
    priorState: section("prior_state"),
  };
}

function parsed(text: string, path: string): JsonObject {
  if (text.startsWith("PK")) throw new InputError("this is the binary plan file", { path }, NEXT);
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (isObject(value)) return value;
  } catch (error) {
    throw new InputError(
      `the plan is not JSON: ${(error as Error).message}`,
      { path, line: lineOfError(text, error) },
      NEXT,
    );
  }
  throw new InputError("the plan is not a JSON object", { path }, NEXT);
}

function lineOfError(text: string, error: unknown): number {
  const at = /position (\d+)/.exec((error as Error).message)?.[1];
  return at === undefined ? 1 : text.slice(0, Number(at)).split("\n").length;
}

/** Data sources are read, not changed; what is kept as it is needs no change either. */
function changeOf(entry: JsonObject, lines: AddressLines): ResourceChange | undefined {
  const { address, type, name, mode, change } = entry;
  if (mode !== "managed" || !isObject(change)) return undefined;
  if (typeof address !== "string" || typeof type !== "string" || typeof name !== "string") return undefined;
  const actions = Array.isArray(change["actions"]) ? change["actions"].map(String) : [];
  const object = (member: string) => (isObject(change[member]) ? (change[member] as JsonObject) : {});
  return {
    address,
    module: typeof entry["module_address"] === "string" ? entry["module_address"] : "",
    type,
    name,
    key: /\[[^\]]*\]$/.exec(address)?.[0] ?? "",
    actions,
    before: object("before"),
    after: object("after"),
    unknown: object("after_unknown"),
    line: lines.of(address),
  };
}

/** Finds the line of `"address": "…"`; addresses come in the order of the file, so the search never goes back. */
class AddressLines {
  private offset: number;
  private line = 1;
  private counted = 0;

  constructor(private readonly text: string) {
    this.offset = Math.max(0, text.indexOf('"resource_changes"'));
  }

  of(address: string): number {
    const quoted = JSON.stringify(address);
    let at = this.text.indexOf(quoted, this.offset);
    if (at < 0) at = this.text.indexOf(quoted);
    if (at < this.counted) return this.line;
    for (let index = this.counted; index < at; index++) if (this.text.charCodeAt(index) === 10) this.line++;
    this.counted = at;
    this.offset = at;
    return this.line;
  }
}

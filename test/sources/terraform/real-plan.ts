import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, type Json, type JsonObject } from "../../../src/model/index.js";

export const FOLDER = join(import.meta.dirname, "../../estates/plan-modules");
export const RAW = readFileSync(join(FOLDER, "plan.json"), "utf8");

/** Which attribute `triggers_replace` stands for, by type. */
const LINKS: Readonly<Record<string, string>> = {
  aws_subnet: "vpc_id",
  aws_security_group: "vpc_id",
  aws_vpc_security_group_ingress_rule: "security_group_id",
};
const STAND_IN = /terraform_data\.(aws_[a-z_]+?)__(\w+)/g;

/** Turns `terraform_data.aws_vpc__main` back into `aws_vpc.main`, wherever Terraform wrote it. */
export function asAws(text: string): string {
  const plan = JSON.parse(text.replace(STAND_IN, "$1.$2")) as JsonObject;
  for (const change of list(plan["resource_changes"])) renameChange(change);
  renameModule(object(object(plan["configuration"])["root_module"]));
  return JSON.stringify(plan, null, 1);
}

function renameChange(change: JsonObject): void {
  const type = renamed(change);
  const sides = object(change["change"]);
  const link = LINKS[type] ?? "";
  for (const side of ["before", "after", "after_unknown", "before_sensitive", "after_sensitive"]) {
    const { input, triggers_replace, output: _output, ...rest } = object(sides[side]);
    if (!isObject(sides[side])) continue;
    sides[side] = {
      ...rest,
      ...object(input),
      ...(triggers_replace === undefined ? {} : { [link]: triggers_replace }),
    };
  }
}

function renameModule(module: JsonObject): void {
  for (const resource of list(module["resources"])) {
    const link = LINKS[renamed(resource)] ?? "";
    const { input: _input, triggers_replace } = object(resource["expressions"]);
    resource["expressions"] = triggers_replace === undefined ? {} : { [link]: triggers_replace };
    resource["provider_config_key"] = "aws";
  }
  for (const call of Object.values(object(module["module_calls"])))
    renameModule(object(object(call)["module"]));
}

function renamed(resource: JsonObject): string {
  const [type = "", name = ""] = `${resource["name"]}`.split("__");
  resource["type"] = type;
  resource["name"] = name;
  return type;
}

const object = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
const list = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

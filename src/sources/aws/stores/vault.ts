import { isObject, type JsonObject } from "../../../model/index.js";
import type { Place } from "../place.js";
import type { Each } from "../resource.js";
import { arnOf } from "./data-node.js";

export function vaultArn(place: Place, name: string): string {
  return arnOf(place, "backup", `backup-vault:${name}`);
}

export function planArn(place: Place, id: string): string {
  return arnOf(place, "backup", `backup-plan:${id}`);
}

/** A call made for each vault. */
export const EACH_VAULT: Each = {
  of: "backup:ListBackupVaults",
  input(vault) {
    const name = vault.text("BackupVaultName");
    return name === null ? null : { BackupVaultName: name };
  },
  node({ BackupVaultArn: arn, BackupVaultName: name }, place) {
    if (typeof arn === "string") return arn;
    return typeof name === "string" ? vaultArn(place, name) : null;
  },
};

/** A call made for each plan. */
export const EACH_PLAN: Each = {
  of: "backup:ListBackupPlans",
  input(plan) {
    const id = plan.text("BackupPlanId");
    return id === null ? null : { BackupPlanId: id };
  },
  node: planAsked,
};

/** The plan that was asked about, or that an answer names. */
export function planAsked({ BackupPlanId: id }: JsonObject, place: Place): string | null {
  return typeof id === "string" ? planArn(place, id) : null;
}

/** Types of resources that are stores of data. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ProtectedResource.html */
const STORES = new Set(
  "Aurora,DocumentDB,DynamoDB,EBS,EFS,FSx,Neptune,RDS,Redshift,Redshift Serverless,S3,Storage Gateway".split(
    ",",
  ),
);

/** Where the type says that the resource is a store, its ARN. */
export function storeOf(type: string | null, arn: string | null): string | null {
  return type !== null && STORES.has(type) ? arn : null;
}

/** Texts and lists in an object, as they are: conditions of a selection. */
export function conditionsOf(json: JsonObject, members: readonly string[]): JsonObject {
  const told = members.flatMap((member) => {
    const value = json[member] ?? null;
    const empty = (Array.isArray(value) && value.length === 0) || (isObject(value) && isEmpty(value));
    return value === null || empty ? [] : [[member, value] as const];
  });
  return Object.fromEntries(told);
}

function isEmpty(value: JsonObject): boolean {
  return Object.values(value).every((one) => one === null || (Array.isArray(one) && one.length === 0));
}

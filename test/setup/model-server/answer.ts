import { isObject, type JsonObject } from "../../../src/model/index.js";
import type { Ask } from "./ask.js";
import { generated } from "./generate.js";
import { type ApiError, errorReply, type Reply, replyOf } from "./output.js";
import { InvalidToken, pageOf } from "./pages.js";
import { faultsOfInput } from "./validate.js";

/** An output, or what makes one of a question; `{ error }` refuses it, undefined leaves it to the model. */
export type Fixture = JsonObject | ((ask: Ask) => JsonObject | { readonly error: ApiError } | undefined);

export interface Answering {
  readonly fixture: Fixture | undefined;
  readonly items: number;
  readonly pageSize: number;
  readonly canary: string | undefined;
}

/** The answer to a question, and what of the question its model forbids. */
export function answerOf(ask: Ask, how: Answering): Reply & { complaints: string[] } {
  const { model, operation, input } = ask;
  const complaints = faultsOfInput(model, operation.input, input);
  const output = outputOf(ask, how);
  if (isRefusal(output)) return { ...errorReply(model, output.error), complaints };
  try {
    const page = pageOf({ model, operation }, output, { input, pageSize: how.pageSize });
    return { ...replyOf(model, operation, page), complaints };
  } catch (error) {
    if (error instanceof InvalidToken)
      return { ...empty, complaints: [...complaints, `no such page: ${error.message}`] };
    return { ...empty, complaints: [...complaints, `the fixture is no answer: ${String(error)}`] };
  }
}

const empty: Reply = { status: 400, headers: {}, body: "" };

function outputOf(
  ask: Ask,
  { fixture, items, canary }: Answering,
): JsonObject | { readonly error: ApiError } {
  const told = typeof fixture === "function" ? fixture(ask) : fixture;
  if (told !== undefined) return told;
  if (ask.call === "sts:AssumeRole") return assumed(ask);
  const { account, region, input, model, operation } = ask;
  return generated(model, operation, {
    account,
    region,
    input,
    items,
    ...(canary === undefined ? {} : { canary }),
  });
}

function isRefusal(
  output: JsonObject | { readonly error: ApiError },
): output is { readonly error: ApiError } {
  return isObject(output["error"] as never) && "status" in (output["error"] as object);
}

/** Credentials of a role: their key names the account and the role, so that nothing need be remembered. */
function assumed({ input }: Ask): JsonObject {
  const { RoleArn: arn = "", RoleSessionName: session = "" } = input;
  const [, account = "", role = ""] =
    /^arn:[\w-]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(String(arn)) ?? [];
  const name = `${role}/${String(session)}`;
  return {
    Credentials: {
      AccessKeyId: `ASIA${account}${Buffer.from(name).toString("hex")}`,
      SecretAccessKey: "canary/assumed+key",
      SessionToken: "canary-assumed-token",
      Expiration: new Date(Date.now() + 3_600_000).toISOString(),
    },
    AssumedRoleUser: {
      AssumedRoleId: `AROA:${String(session)}`,
      Arn: `arn:aws:sts::${account}:assumed-role/${name}`,
    },
  };
}

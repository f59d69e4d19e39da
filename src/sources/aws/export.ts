import type { Envelope, RawAnswer } from "../../model/index.js";
import { inOrder } from "./answer-order.js";

/**
 * Where `export --raw` writes an answer: `accounts/<id>/<region>/<service>.<operation>.json`, with
 * `global` for calls that concern the whole account. Every answer of a call in a scope is in one file,
 * an array of envelopes in the order in which they came.
 */
export function exportPath(answer: Pick<RawAnswer, "service" | "operation" | "account" | "region">): string {
  const { service, operation, account = "unknown", region = "global" } = answer;
  return ["accounts", safe(account), safe(region), `${safe(service)}.${safe(operation)}.json`].join("/");
}

/** Answers of one file as its envelopes, in the order in which they are cited, whatever order they come in. */
export function toEnvelopes(answers: readonly RawAnswer[]): Envelope[] {
  return inOrder(answers).map(envelopeOf);
}

function envelopeOf({ service, operation, input, output, account, region, time }: RawAnswer): Envelope {
  return {
    service,
    operation,
    input,
    output,
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(time === undefined ? {} : { time }),
  };
}

/** A path segment of collected text: nothing that climbs or separates. */
function safe(text: string): string {
  const plain = text.replace(/[^A-Za-z0-9._-]/g, "_").replace(/^\.+/, "_");
  return plain === "" ? "_" : plain;
}

import { isObject, type Json, type JsonObject, type RawAnswer } from "../../model/index.js";
import { withoutSecrets } from "../aws/index.js";
import { apiName } from "./api-shape.js";
import { objectIn } from "./config-item.js";

const REMOVED = "(removed)";

/** An answer whose results, which are texts, hold no secrets; a result that cannot be read is not kept. */
export function withoutHidden<T extends RawAnswer>(answer: T): T {
  const results = answer.output["Results"];
  if (!Array.isArray(results)) return answer;
  const kept = results.map((result) => {
    const item = objectIn(result as Json);
    return item === null ? REMOVED : JSON.stringify(clean(item));
  });
  return { ...answer, output: { ...answer.output, Results: kept } };
}

function clean(value: Json): Json {
  if (Array.isArray(value)) return value.map(clean);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, isSecret(name) ? REMOVED : clean(member ?? null)]),
  ) as JsonObject;
}

/** Config writes the API's names with a small letter. */
function isSecret(name: string): boolean {
  return [name, apiName(name)].some((spelt) => withoutSecrets({ [spelt]: "" })[spelt] !== "");
}

import type { Json, JsonObject, Provenance } from "../../model/index.js";
import { type Retold, withoutSecrets } from "../aws/index.js";
import type { Held, Where } from "./holdings.js";
import { typesOf } from "./types.js";

/** A question to the API. */
export interface Question {
  readonly call: string;
  readonly where: Where;
  readonly input: JsonObject;
}

/**
 * The answer that the API would give, made of configuration items; each part is cited where its item stands.
 * @param at what is cited for the answer as a whole
 */
export function retell({ call, where, input }: Question, held: readonly Held[], at: Provenance): Retold {
  const lists = new Map(typesOf(call).map(({ list }): [string, Json[]] => [list, []]));
  const cited = new Map<string, Provenance>();
  for (const one of held) {
    const list = lists.get(one.type.list) ?? [];
    cited.set(`/${one.type.list}/${list.length}`, one.at);
    list.push(one.shaped);
  }
  const [service = "", operation = ""] = call.split(":");
  const [oldest] = held.flatMap(({ item }) => (item.captured === undefined ? [] : [item.captured])).sort();
  const time = oldest ?? at.time;
  return {
    service,
    operation,
    input,
    output: withoutSecrets(Object.fromEntries(lists)),
    ...where,
    ...(time === undefined ? {} : { time }),
    source: "aws-config",
    uri: at.uri,
    cite: (pointer) => cited.get(pointer.split("/").slice(0, 3).join("/")) ?? at,
  };
}

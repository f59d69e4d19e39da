import type { Json, Provenance, RawAnswer } from "../../model/index.js";
import { type ConfigItem, readConfigItem } from "./config-item.js";

const SELECTS = new Set(["config:SelectAggregateResourceConfig", "config:SelectResourceConfig"]);

/** Whether an answer holds configuration items. */
export function isSelect({ service, operation }: Pick<RawAnswer, "service" | "operation">): boolean {
  return SELECTS.has(`${service}:${operation}`);
}

/** What is read of an answer: items, and results that are none. */
export interface Read {
  readonly items: readonly { readonly item: ConfigItem; readonly at: Provenance }[];
  readonly broken: readonly { readonly message: string; readonly at: Provenance }[];
}

/** @param pointer of the answer's output, in the file that its `uri` names */
export function readResults(answer: RawAnswer, pointer: string): Read {
  const results = answer.output["Results"];
  const items: Read["items"][number][] = [];
  const broken: Read["broken"][number][] = [];
  for (const [index, result] of (Array.isArray(results) ? (results as Json[]) : []).entries()) {
    const item = readConfigItem(result);
    const at = placeOf(answer, `${pointer}/Results/${index}`);
    if (typeof item === "string") broken.push({ message: `A result of ${at.call} ${item}`, at });
    else if (item !== null) items.push({ item, at: placeOfItem(at, item) });
  }
  return { items, broken };
}

/** Where an answer stands, or a part of it. */
export function placeOf(answer: RawAnswer, pointer: string): Provenance {
  const { service, operation, uri, account, region, time } = answer;
  return {
    source: "aws-config",
    uri,
    pointer,
    call: `${service}:${operation}`,
    ...(account === undefined ? {} : { account }),
    ...(region === undefined ? {} : { region }),
    ...(time === undefined ? {} : { time }),
  };
}

/** The place of an item names the scope that it tells of, and when it was seen so. */
function placeOfItem(at: Provenance, { account, region, captured }: ConfigItem): Provenance {
  const { region: _asked, time, ...rest } = at;
  const seen = captured ?? time;
  return {
    ...rest,
    account,
    ...(region === undefined ? {} : { region }),
    ...(seen === undefined ? {} : { time: seen }),
  };
}

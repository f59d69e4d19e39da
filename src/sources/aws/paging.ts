import type { JsonObject } from "../../model/index.js";
import type { Resource } from "./resource.js";

/** Members of an input that choose how much comes at a time, not what. */
const HOW = new Set([
  "NextToken",
  "Marker",
  "MaxResults",
  "PageSize",
  "DryRun",
  "AllRegions",
  "IncludeManagedResources",
]);
/** Members that name the one item asked about. */
const WHICH = new Set(["PrefixListId", "LoadBalancerArn", "TargetGroupArn", "LoadBalancerName"]);

/** The token of the next page; null where this was the last. */
export function nextToken(resource: Resource, output: JsonObject): string | null {
  if (resource.paging === undefined) return null;
  const token = output[resource.paging.output];
  return typeof token === "string" && token !== "" ? token : null;
}

/** The token that an answer's input asked with. */
export function askedToken(resource: Resource, input: JsonObject): string | null {
  if (resource.paging === undefined) return null;
  const token = input[resource.paging.input];
  return typeof token === "string" && token !== "" ? token : null;
}

/** Whether the input asked for a part alone (a filter, a list of ids, an old version). */
export function isNarrowed(resource: Resource, input: JsonObject): boolean {
  return Object.entries(input).some(([member, value]) => {
    if (HOW.has(member) || (resource.each !== undefined && WHICH.has(member))) return false;
    return value !== null && !(Array.isArray(value) && value.length === 0);
  });
}

/**
 * The pages of one question. Answers without an envelope do not say which token they answer, so n such
 * pages are held complete with at most n-1 tokens that no known input took up.
 */
export class Pages {
  private readonly given: string[] = [];
  private readonly taken = new Set<string>();
  private bare = 0;
  private first = false;
  count = 0;

  add(page: { readonly given: string | null; readonly asked: string | null; readonly bare: boolean }): void {
    this.count++;
    if (page.given !== null) this.given.push(page.given);
    if (page.bare) this.bare++;
    else if (page.asked === null) this.first = true;
    else this.taken.add(page.asked);
  }

  /** A page that was asked for and failed: its own gap tells of it. */
  fail(asked: string): void {
    this.taken.add(asked);
  }

  get truncated(): boolean {
    const open = [...new Set(this.given)].filter((token) => !this.taken.has(token)).length;
    return open > (this.first ? this.bare : Math.max(this.bare - 1, 0));
  }
}

import { canonicalJson, type JsonObject, type RawAnswer } from "../../model/index.js";
import { askedToken, nextToken, withoutPaging } from "./paging.js";
import { resourceOf } from "./registry.js";

/**
 * The answers of one call in one scope in the order in which they are exported and cited: by question,
 * each question's pages one after the other. It follows from the answers alone, so that a citation of
 * the third envelope finds the third, in whatever order the answers were kept.
 */
export function inOrder<T extends RawAnswer>(answers: readonly T[]): T[] {
  if (answers.length < 2) return [...answers];
  const questions = new Map<string, T[]>();
  for (const answer of answers) {
    const question = canonicalJson(withoutPaging(answer.input as JsonObject));
    const pages = questions.get(question) ?? [];
    pages.push(answer);
    questions.set(question, pages);
  }
  const sorted = [...questions].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([, pages]) => chained(pages));
}

/** Pages by the token that each asked with: the first page, what it names, and so on; then what nobody named. */
function chained<T extends RawAnswer>(pages: readonly T[]): T[] {
  if (pages.length < 2) return [...pages];
  const byToken = new Map<string, T[]>();
  for (const page of pages) {
    const asked = tokenOf(page, askedToken, page.input) ?? "";
    const same = byToken.get(asked) ?? [];
    same.push(page);
    byToken.set(asked, same);
  }
  // Only answers to the same question are told apart by their text: there may be thousands of pages.
  for (const same of byToken.values()) if (same.length > 1) same.sort(byText);
  const order: T[] = [];
  const follow = (token: string): void => {
    const named = byToken.get(token) ?? [];
    byToken.delete(token);
    const next = named.flatMap((page) => tokenOf(page, nextToken, page.output) ?? []);
    order.push(...named);
    waiting.push(...next);
  };
  const waiting = [""];
  for (let token = waiting.shift(); token !== undefined; token = waiting.shift()) follow(token);
  for (const token of [...byToken.keys()].sort()) follow(token);
  return order;
}

function tokenOf(answer: RawAnswer, read: typeof nextToken, part: RawAnswer["input"]): string | null {
  const resource = resourceOf(`${answer.service}:${answer.operation}`);
  return resource === undefined ? null : read(resource, part as JsonObject);
}

function byText(a: RawAnswer, b: RawAnswer): number {
  const [left, right] = [canonicalJson([a.input, a.output]), canonicalJson([b.input, b.output])];
  return left < right ? -1 : left > right ? 1 : 0;
}

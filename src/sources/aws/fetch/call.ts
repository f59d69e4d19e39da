import type { Json, JsonObject, RawAnswer } from "../../../model/index.js";
import { exportPath } from "../export.js";
import { type Failure, failureIn, failureOutput, NO_LIST, REPEATED_TOKEN } from "../failure.js";
import { nextPage, nextToken } from "../paging.js";
import { isOfAccount, type Resource, type Service, saysNone } from "../resource.js";
import { withoutSecrets } from "../secrets.js";
import type { Clients } from "./clients.js";
import { onceMore } from "./once-more.js";
import { failureOf, UNREADABLE } from "./sdk-failure.js";

/** Longer lists than any account has: a chain of pages that goes round ends here. */
const MOST_PAGES = 100_000;

type Question = Pick<RawAnswer, "service" | "operation" | "input" | "account" | "region">;

/** Finds what was answered before, by the question; undefined where nothing was. */
export type EarlierAnswers = (question: Question) => Promise<RawAnswer | undefined>;

/** Where calls go, and what their answers are marked with. */
export interface Caller {
  readonly clients: Clients;
  /** Region that is asked. */
  readonly region: string;
  readonly account: string | undefined;
  /** RFC 3339 time of now; absent: answers carry none. */
  readonly now: (() => string) | undefined;
  /** An answer that was given before, to the very same question. */
  readonly earlier: EarlierAnswers | undefined;
  /** Waits for a turn of that service. */
  readonly turn: <T>(service: Service, task: () => Promise<T>) => Promise<T>;
}

/**
 * Asks one question to its last page. A failure is an answer too, the last one: what came before it
 * stands. A token that comes back is a failure, or the pages would never end.
 */
export async function ask(resource: Resource, input: JsonObject, caller: Caller): Promise<RawAnswer[]> {
  const start = { ...resource.input, ...naming(resource, caller), ...resource.paging?.size, ...input };
  return (await answered(resource, start, caller)) ?? asked(resource, start, caller);
}

/** The account and Region that are asked, for calls that must be told. */
function naming({ names = {} }: Resource, { account, region }: Caller): JsonObject {
  return {
    ...(names.account === undefined || account === undefined ? {} : { [names.account]: account }),
    ...(names.region === undefined ? {} : { [names.region]: region }),
  };
}

/** What was answered before, where that goes to the last page and nothing in it failed. */
async function answered(
  resource: Resource,
  start: JsonObject,
  { earlier, account, region }: Caller,
): Promise<RawAnswer[] | undefined> {
  if (earlier === undefined || account === undefined) return undefined;
  const { service, operation, paging } = resource;
  const answers: RawAnswer[] = [];
  for (let question = start; answers.length < MOST_PAGES; ) {
    const where = isOfAccount(resource, { input: question, output: {} }) ? { account } : { account, region };
    const answer = await earlier({ service, operation, input: withoutSecrets(question), ...where });
    const failure = answer === undefined ? null : failureIn(answer);
    if (answer === undefined || (failure !== null && !saysNone(resource, failure))) return undefined;
    answers.push(answer);
    const token = nextToken(resource, answer.output as JsonObject);
    if (token === null || paging === undefined) return answers;
    question = { ...start, [paging.input]: token };
  }
  return undefined;
}

async function asked(resource: Resource, start: JsonObject, caller: Caller): Promise<RawAnswer[]> {
  const answers: RawAnswer[] = [];
  const seen = new Set<string>();
  let question = start;
  for (;;) {
    const answer = await one(resource, question, caller);
    answers.push(answer);
    const token = nextToken(resource, answer.output as JsonObject);
    if (token === null || resource.paging === undefined) return answers;
    question = { ...start, ...nextPage(resource, answer.output as JsonObject) };
    if (seen.has(token)) {
      const failure = { code: REPEATED_TOKEN, message: "the same page was named twice", httpStatus: null };
      answers.push(answerOf(resource, { input: question, output: failureOutput(failure) }, caller));
      return answers;
    }
    seen.add(token);
  }
}

async function one(resource: Resource, input: JsonObject, caller: Caller): Promise<RawAnswer> {
  const { service, operation, list, object, document, answeredIn: region = caller.region } = resource;
  const { clients } = caller;
  let output: JsonObject;
  try {
    const send = async () => {
      const said = await clients.send(service, operation, { region, input });
      if (said[list] === undefined && object?.length !== 0) throw withoutList(list);
      if (document === true && !isDocument(said[list])) throw { ...withoutList(list), code: UNREADABLE };
      return said;
    };
    output = await caller.turn(service, () => onceMore(resource, send));
  } catch (error) {
    output = failureOutput(failureOf(error));
  }
  return answerOf(resource, { input, output }, caller);
}

/** A page that parses and is not the API's (a login page, an empty body) reads as an answer without items. */
function withoutList(list: string): Failure {
  return { code: NO_LIST, message: `the answer has no ${list}`, httpStatus: null };
}

function isDocument(text: Json | undefined): boolean {
  try {
    return typeof text === "string" && typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

function answerOf(
  resource: Resource,
  said: { input: JsonObject; output: JsonObject },
  caller: Caller,
): RawAnswer {
  const { service, operation } = resource;
  const where = {
    ...(caller.account === undefined ? {} : { account: caller.account }),
    ...(isOfAccount(resource, said) ? {} : { region: caller.region }),
  };
  return {
    service,
    operation,
    input: withoutSecrets(said.input),
    output: withoutSecrets(said.output),
    ...where,
    ...(caller.now === undefined ? {} : { time: caller.now() }),
    source: "aws",
    uri: exportPath({ service, operation, ...where }),
  };
}

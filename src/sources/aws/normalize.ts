import {
  type Batch,
  EMPTY_BATCH,
  isObject,
  type Json,
  type JsonObject,
  type RawAnswer,
} from "../../model/index.js";
import { Draft, type Touches } from "./draft.js";
import { describeFailure, type Failure, failureIn, isVanished, NO_LIST, statusOf } from "./failure.js";
import { Item } from "./item.js";
import { isNotOffered } from "./not-offered.js";
import { nextToken } from "./paging.js";
import { type Place, placeOf } from "./place.js";
import { askersAbout, resourceOf } from "./registry.js";
import { callOf, type Resource, saysNone } from "./resource.js";

/**
 * What an answer says: pure and total. Errors kept as answers become gaps; an answer to a call that is
 * not modelled becomes a gap that names it and touches nothing.
 */
export function normalizeAnswer(answer: RawAnswer, place: Place = placeOf(answer)): Batch {
  const resource = resourceOf(`${answer.service}:${answer.operation}`);
  const draft = new Draft(place);
  if (resource === undefined) {
    const message = `${place.call} is not modelled: what it answered is kept and not judged`;
    draft.gap("unsupported", message, { pointer: "", touches: {} });
    return draft.batch();
  }
  const input = asObject(answer.input) ?? {};
  const touches = touchedBy(resource, place, input);
  const failure = failureIn(answer);
  if (failure !== null && saysNone(resource, failure)) {
    resource.normalize({ items: [], input, draft, output: {} });
    return draft.batch();
  }
  if (failure !== null && isNotOffered(answer, failure)) {
    const message = `${callOf(resource)} is not offered in ${answer.region}`;
    draft.gap("unsupported", message, { pointer: "", touches: {} });
    return draft.batch();
  }
  if (failure !== null) {
    failed({ draft, resource, input, failure, touches });
    return draft.batch();
  }
  const items = itemsOf(resource, new Item(asObject(answer.output) ?? {}, "", { draft, touches }));
  if (items === null && isSavedNone({ resource, input, output: answer.output, place })) {
    resource.normalize({ items: [], input, draft, output: {} });
    return draft.batch();
  }
  if (items === null) {
    const message = `${place.call} answered without ${resource.list}, so what there is was not seen`;
    draft.gap("unparsed", message, { pointer: "", touches });
    return draft.batch();
  }
  if (resource.needsEnvelope === true && resource.each?.node(input, place) == null) {
    const message = `An answer to ${place.call} does not say what was asked about`;
    draft.gap("unrecognized", message, { pointer: "", touches: kindsOf(resource, place) });
    return draft.batch();
  }
  const output = asObject(answer.output) ?? {};
  if (output["IsTruncated"] === true && nextToken(resource, output) === null) {
    const message = `${place.call} says that there is more, and not where`;
    draft.gap("truncated", message, { pointer: "", touches });
  }
  resource.normalize({ items, input, draft, output });
  return draft.batch();
}

/** Reads one resource's items out of an API-shaped output; for translators that have no answer. */
export function normalizeOutput(call: string, output: JsonObject, place: Place): Batch {
  const [service = "", operation = ""] = call.split(":");
  if (resourceOf(call) === undefined) return EMPTY_BATCH;
  return normalizeAnswer({ service, operation, input: {}, output, source: "aws", uri: "" }, place);
}

/**
 * "There is none" as the command line saves it, an answer with nothing in it; where it is read by the API itself, that
 * is an error of our own making. It must say what was asked about.
 */
function isSavedNone(answer: {
  readonly resource: Resource;
  readonly input: JsonObject;
  readonly output: unknown;
  readonly place: Place;
}): boolean {
  const { resource, input, output, place } = answer;
  const isEmpty = Object.keys(asObject(output) ?? { some: true }).length === 0;
  return isEmpty && resource.none?.includes(NO_LIST) === true && resource.each?.node(input, place) != null;
}

/** The items of an answer; null where it has not the members that make it one. */
function itemsOf(resource: Resource, whole: Item): Item[] | null {
  if (resource.object !== undefined)
    return resource.object.every((member) => Object.hasOwn(whole.json, member)) ? [whole] : null;
  return Array.isArray(whole.json[resource.list]) ? whole.list(resource.list) : null;
}

/** What is unknowable while this call has no answer. */
export function touchedBy(resource: Resource, place: Place, input: JsonObject): Touches {
  const node = resource.each?.node(input, place) ?? null;
  if (node !== null && resource.each?.hides === undefined) return nodeOf(resource, node, place);
  return kindsOf(resource, place);
}

/** A node that is not known whole, and the kinds of what only further questions about its parts would tell. */
function nodeOf(resource: Resource, node: string, place: Place): Touches {
  const { relations } = resource.each ?? {};
  const behind = withHanging(resource).filter(({ each }) => each?.hides === "always");
  const own = { nodes: [node], ...(relations === undefined ? {} : { relations: [...relations] }) };
  return behind.length === 0 ? own : { ...own, ...kindsOf(resource, place, behind) };
}

function kindsOf(resource: Resource, { account, region }: Place, hanging = withHanging(resource)): Touches {
  const kinds = [...new Set(hanging.flatMap((one) => one.kinds))];
  const types = [...new Set(hanging.flatMap((one) => one.types))];
  if (kinds.length === 0) return {};
  return {
    kinds,
    types,
    ...(account === undefined || resource.ofNobody === true ? {} : { account }),
    ...(region === undefined || resource.scope === "account" ? {} : { region }),
  };
}

/** A call, those that ask about its items, and those that ask about theirs. */
function withHanging(resource: Resource): Resource[] {
  const found = new Set([resource]);
  for (const one of found) for (const child of askersAbout(one)) found.add(child);
  return [...found];
}

function failed(call: {
  readonly draft: Draft;
  readonly resource: Resource;
  readonly input: JsonObject;
  readonly failure: Failure;
  readonly touches: Touches;
}): void {
  const { draft, resource, input, failure, touches } = call;
  const about = resource.each?.node(input, draft.place) ?? null;
  const subject = `${callOf(resource)}${about === null ? "" : ` of ${about}`}`;
  const where = { pointer: "", touches };
  const token = resource.paging === undefined ? undefined : input[resource.paging.input];
  if (token !== undefined) {
    const message = `${subject} broke off after a page, the rest was not seen: it ${describeFailure(failure)}`;
    draft.gap("truncated", message, where);
    return;
  }
  if (about !== null && isVanished(failure)) {
    // Of what is gone nothing else is hidden: the gap is its own alone.
    const gone = resource.each?.hides === "always" ? touches : nodeOf(resource, about, draft.place);
    const message = `${about} was gone when ${callOf(resource)} asked about it`;
    draft.gap("failed", message, { pointer: "", touches: gone });
    return;
  }
  draft.gap(statusOf(failure), `${subject} ${describeFailure(failure)}`, where);
}

function asObject(value: unknown): JsonObject | null {
  return isObject(value as Json) ? (value as JsonObject) : null;
}

import {
  type Gap,
  type JsonObject,
  joinBatches,
  type LedgerRow,
  type RawAnswer,
} from "../../../model/index.js";
import { inOrder } from "../answer-order.js";
import type { Collected } from "../collected.js";
import { Coverage } from "../coverage.js";
import { Draft } from "../draft.js";
import { failureIn } from "../failure.js";
import { Item } from "../item.js";
import { LeftOut } from "../left-out.js";
import { listedIn } from "../listed.js";
import { partitionOf } from "../names.js";
import { normalizeAnswer } from "../normalize.js";
import { isRetold, placeOf } from "../place.js";
import { askersAbout, REGISTRY } from "../registry.js";
import { callOf, questionsAbout, type Resource } from "../resource.js";
import { callerIdentity as identityCall } from "../resources/caller-identity.js";
import { regions as regionsCall } from "../resources/regions.js";
import { Tally } from "../tally.js";
import { GLOBAL_REGION } from "../web/waf-identity.js";
import { ask, type Caller } from "./call.js";
import type { CollectOptions } from "./collect-options.js";
import { disabled, enabledIn, unlisted } from "./enabled-regions.js";
import type { Me, Seat } from "./estate-clients.js";
import { merged } from "./merged.js";
import { Questions } from "./questions.js";
import { leftOutRows } from "./unread-accounts.js";

interface Turn {
  readonly caller: Caller;
  /** What several calls may name, to be asked once. */
  readonly later: Questions;
  /** Lists are asked for what belongs to no Region. */
  readonly global: boolean;
}

/** The parts of one call in one scope: they are cited, and told in the ledger, as one. */
interface Run {
  handed: number;
  tally?: Tally;
}

/** Questions whose answers are handed on together. */
const PART = 16;

/**
 * Regions of an account that are read side by side, with what belongs to none as two of them: each holds sixty clients
 * with their connections, and the pages that it waits for. Of several accounts two are read at once.
 */
const AT_ONCE = { ofOne: 4, ofMany: 3 };

/**
 * Reads one account: every call of the registry, in every enabled Region, all pages. What fails is in the ledger and a
 * gap.
 */
export class Collection {
  private readonly coverage: Coverage;
  private readonly registry: readonly Resource[];
  private readonly leftOut: LeftOut;

  constructor(
    private readonly seat: Seat,
    private readonly options: CollectOptions,
    private readonly me: Me,
  ) {
    this.leftOut = new LeftOut(options.optOut);
    this.coverage = new Coverage(this.leftOut);
    this.registry = REGISTRY.filter((one) => !this.leftOut.has(one));
  }

  /** @param identity the answer that said who we are */
  async *run(identity: RawAnswer): AsyncGenerator<Collected> {
    const { account, home } = this.me;
    yield this.hand(identityCall, [{ ...identity, ...ofAccount(identity, account) }]);
    const caller = this.seat.caller(home, account);
    const listed = await ask(regionsCall, {}, caller);
    yield this.hand(regionsCall, listed);
    const enabled = listed.flatMap(({ output }) => enabledIn(output));
    const unknown = enabled.length === 0 ? unlisted(this.leftOut.regions, account) : [];
    const gaps = [...disabled(this.options.regions, enabled, account), ...unknown];
    yield told(gaps, leftOutRows(account, this.leftOut));
    const regions = this.regions(enabled, home).map((region) =>
      this.region(this.seat.caller(region, account)),
    );
    const { ofOne, ofMany } = AT_ONCE;
    yield* merged([...this.whole(caller), ...regions], this.options.accounts === undefined ? ofOne : ofMany);
    yield told(this.coverage.gaps());
  }

  /** What belongs to no Region: few calls, one after the other, so that Regions are read beside them. */
  private whole(caller: Caller): AsyncGenerator<Collected>[] {
    const partition = partitionOf(this.me.home);
    const lists = this.registry.filter((one) => isForAccount(one) && isThere(one, partition));
    const own = this.lists(lists, caller);
    if (partition !== "aws") return [own];
    return [own, this.global(this.seat.caller(GLOBAL_REGION, caller.account))];
  }

  private async *region(caller: Caller): AsyncGenerator<Collected> {
    const partition = partitionOf(caller.region);
    const there = this.registry.filter((one) => isThere(one, partition));
    const lists = there.filter(({ scope, each }) => scope === "region" && each === undefined);
    yield* this.lists(lists, caller);
    if (caller.region !== this.me.home) caller.clients.leave(caller.region);
    this.options.onProgress?.(`${this.where(caller.region)}: ${lists.length} lists read`);
  }

  /** What regional calls tell of what belongs to no Region. */
  private async *global(caller: Caller): AsyncGenerator<Collected> {
    const turn = { caller, later: new Questions(), global: true };
    const lists = this.registry.filter(
      ({ globalInput, each }) => globalInput !== undefined && each === undefined,
    );
    yield* this.walk(lists, turn);
  }

  /** Lists, each followed by what is asked about its items, and at last what several of them named. */
  private async *lists(resources: readonly Resource[], caller: Caller): AsyncGenerator<Collected> {
    yield* this.walk(resources, { caller, later: new Questions(), global: false });
  }

  private async *walk(resources: readonly Resource[], turn: Turn): AsyncGenerator<Collected> {
    yield* merged(resources.map((resource) => this.list(resource, turn)));
    for (const [child, inputs] of turn.later) yield* this.details(child, inputs, turn);
  }

  private async *list(resource: Resource, turn: Turn): AsyncGenerator<Collected> {
    const answers = await ask(resource, turn.global ? (resource.globalInput ?? {}) : {}, turn.caller);
    yield this.hand(resource, answers);
    yield* this.children(resource, answers, turn);
  }

  /** What is asked about each item of a call's answers; what several calls name waits until all of them were read. */
  private async *children(
    resource: Resource,
    answers: readonly RawAnswer[],
    turn: Turn,
  ): AsyncGenerator<Collected> {
    for (const child of askersAbout(resource)) {
      if (child === resource || this.leftOut.has(child)) continue;
      const asked = new Questions();
      const into = child.each?.alsoOf === undefined ? asked : turn.later;
      for (const answer of answers)
        for (const input of questions(resource, child, answer)) into.add(child, input);
      for (const [one, inputs] of asked) yield* this.details(one, inputs, turn);
    }
  }

  /** One question after the other, and what their answers name in their turn. */
  private async *details(
    resource: Resource,
    inputs: readonly JsonObject[],
    turn: Turn,
  ): AsyncGenerator<Collected> {
    const run: Run = { handed: 0 };
    // What leads to no further question is handed on in parts: zones hold a million records.
    const parts = askersAbout(resource).length > 0 ? [inputs] : sliced(inputs);
    for (const [index, part] of parts.entries()) {
      const answers = await allLevels(resource, part, turn.caller);
      yield this.hand(resource, answers, { run, isLast: index === parts.length - 1 });
      yield* this.children(resource, answers, turn);
    }
  }

  private hand(
    resource: Resource,
    given: readonly RawAnswer[],
    { run, isLast }: { run: Run; isLast: boolean } = { run: { handed: 0 }, isLast: true },
  ): Collected {
    const answers = inOrder(given);
    const call = callOf(resource);
    const [first] = answers;
    const { account, region } = first ?? {};
    const where = {
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
    };
    run.tally ??= new Tally({ ...where, call });
    const { tally } = run;
    const batches = answers.map((answer) => {
      tally.add(answer);
      this.coverage.see(answer);
      return normalizeAnswer(answer, placeOf(answer, `/${run.handed++}/output`));
    });
    if (isLast) this.options.onProgress?.(`${this.where(region)}: ${call}`);
    const own = answers.filter((answer) => !isRetold(answer));
    return { answers: own, batch: joinBatches(batches), ledger: isLast ? [tally.row(this.me.arn)] : [] };
  }

  /** For people: which of several accounts it is matters to them. */
  private where(region = "account"): string {
    return this.options.accounts === undefined ? region : `${this.me.account ?? "unknown"} ${region}`;
  }

  private regions(enabled: readonly string[], home: string): string[] {
    const { regions } = this.options;
    // Denied the list, we look where we were told to, or at home; the gap of the list says what that misses.
    const there = enabled.length === 0 ? (regions ?? [home]) : enabled;
    const wanted = (region: string) => regions?.includes(region) ?? true;
    return there.filter((region) => wanted(region) && !this.leftOut.regions.includes(region)).sort();
  }
}

function told(gaps: readonly Gap[], ledger: readonly LedgerRow[] = []): Collected {
  return { answers: [], batch: { nodes: [], edges: [], gaps: [...gaps] }, ledger };
}

function sliced(inputs: readonly JsonObject[]): JsonObject[][] {
  const count = Math.ceil(inputs.length / PART);
  return Array.from({ length: count }, (_none, index) => inputs.slice(index * PART, (index + 1) * PART));
}

function isForAccount(resource: Resource): boolean {
  const own = resource !== identityCall && resource !== regionsCall && resource.globalInput === undefined;
  return own && resource.scope === "account" && resource.each === undefined;
}

function isThere({ partitions }: Resource, partition: string): boolean {
  return partitions?.includes(partition) ?? true;
}

/** The identity's own answer tells the account that it is of. */
function ofAccount(answer: RawAnswer, account: string | undefined) {
  return account === undefined
    ? {}
    : { account, uri: answer.uri.replace("accounts/unknown/", `accounts/${account}/`) };
}

/**
 * The answers to these questions, and to those that the answers themselves give cause to ask with the same call:
 * level by level, nothing twice. They are handed over together, as they are cited by their order.
 */
async function allLevels(
  resource: Resource,
  inputs: readonly JsonObject[],
  caller: Caller,
): Promise<RawAnswer[]> {
  const known = new Questions();
  const answers: RawAnswer[] = [];
  let level = inputs.filter((input) => known.isNew(resource, input));
  while (level.length > 0) {
    const given = (await Promise.all(level.map((input) => ask(resource, input, caller)))).flat();
    answers.push(...given);
    if (!askersAbout(resource).includes(resource)) break;
    const named = given.flatMap((answer) => questions(resource, resource, answer));
    level = named.filter((input) => known.isNew(resource, input));
  }
  return answers;
}

/** What a list's answer gives cause to ask about each item. */
function questions(list: Resource, child: Resource, answer: RawAnswer): JsonObject[] {
  const { each } = child;
  if (each === undefined || failureIn(answer) !== null) return [];
  const draft = new Draft(placeOf(answer));
  return listedIn(list, answer.output as JsonObject).flatMap((json) =>
    questionsAbout(each, new Item(json, "", { draft, touches: {} }), answer.input as JsonObject),
  );
}

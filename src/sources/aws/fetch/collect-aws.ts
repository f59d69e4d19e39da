import pLimit from "p-limit";
import {
  type Gap,
  gapOf,
  isObject,
  type JsonObject,
  joinBatches,
  type RawAnswer,
  UsageError,
} from "../../../model/index.js";
import type { Collected } from "../collected.js";
import { Coverage } from "../coverage.js";
import { Draft } from "../draft.js";
import { exportPath } from "../export.js";
import { failureIn, plainMessage } from "../failure.js";
import { Item } from "../item.js";
import { normalizeAnswer } from "../normalize.js";
import { placeOf } from "../place.js";
import { REGISTRY } from "../registry.js";
import { callOf, type Resource } from "../resource.js";
import { callerIdentity as identityCall } from "../resources/caller-identity.js";
import { isEnabled, regions as regionsCall } from "../resources/regions.js";
import { Tally } from "../tally.js";
import { ask, type Caller } from "./call.js";
import { Clients } from "./clients.js";
import { merged } from "./merged.js";
import { isNoLogin } from "./sdk-failure.js";

export interface CollectOptions {
  /** Only these Regions; all enabled ones otherwise. */
  readonly regions?: readonly string[];
  /** Calls under way at once; 8. */
  readonly concurrency?: number;
  /** Tries of one call, the first included; 6. */
  readonly attempts?: number;
  /** Milliseconds until a connection; 5 000. */
  readonly connectTimeout?: number;
  /** Milliseconds until an answer; 60 000. */
  readonly answerTimeout?: number;
  /** RFC 3339 time of now; without it answers carry no time. */
  readonly now?: () => string;
  /** Told of what was just done, in a line for people. */
  readonly onProgress?: (text: string) => void;
}

/** Region asked where neither profile, environment nor options name one. */
const FALLBACK_REGION = "us-east-1";

/**
 * Reads the network family of the account of the default credential chain: every call of the registry,
 * in every enabled Region, all pages. What fails is in the ledger and a gap.
 * @throws UsageError where there is no way to log in
 */
export async function* collectAws(options: CollectOptions = {}): AsyncGenerator<Collected> {
  const { concurrency = 8, attempts = 6, connectTimeout = 5_000, answerTimeout = 60_000 } = options;
  const clients = new Clients({ attempts, connectTimeout, answerTimeout });
  try {
    yield* new Collection(clients, options, pLimit(concurrency)).run();
  } finally {
    await clients.close();
  }
}

/** Who the default credential chain makes us. @throws UsageError where nobody. */
export async function callerIdentity(): Promise<{ arn: string; account: string }> {
  const clients = new Clients({ attempts: 3, connectTimeout: 5_000, answerTimeout: 20_000 });
  try {
    const region = (await clients.homeRegion()) ?? FALLBACK_REGION;
    const turn = <T>(task: () => Promise<T>) => task();
    const [answer] = await ask(
      identityCall,
      {},
      { clients, region, account: undefined, now: undefined, turn },
    );
    if (answer === undefined) throw new Error("no answer");
    mustLogIn(answer);
    const failure = failureIn(answer);
    const { Arn: arn, Account: account } = answer.output;
    if (failure !== null || typeof arn !== "string" || typeof account !== "string")
      throw new UsageError(`AWS does not say who you are: ${failure?.message ?? ""}`, LOG_IN);
    return { arn, account };
  } finally {
    await clients.close();
  }
}

const LOG_IN = "set AWS_PROFILE or other credentials, and see that `aws sts get-caller-identity` answers";

class Collection {
  private readonly coverage = new Coverage();
  private principal: string | undefined;

  constructor(
    private readonly clients: Clients,
    private readonly options: CollectOptions,
    private readonly turn: Caller["turn"],
  ) {}

  async *run(): AsyncGenerator<Collected> {
    const home = (await this.clients.homeRegion()) ?? this.options.regions?.[0] ?? FALLBACK_REGION;
    const [identity] = await ask(identityCall, {}, this.caller(home, undefined));
    if (identity === undefined) throw new Error("no answer to GetCallerIdentity");
    mustLogIn(identity);
    const { Account, Arn } = identity.output;
    const account = typeof Account === "string" ? Account : undefined;
    if (typeof Arn === "string") this.principal = Arn;
    yield this.hand(identityCall, [{ ...identity, ...ofAccount(identity, account) }]);
    const caller = this.caller(home, account);
    const listed = await ask(regionsCall, {}, caller);
    yield this.hand(regionsCall, listed);
    for (const resource of REGISTRY.filter(isForAccount))
      yield this.hand(resource, await ask(resource, {}, caller));
    const enabled = listed.flatMap(({ output }) => enabledIn(output));
    const names = this.regions(enabled, home);
    yield {
      answers: [],
      batch: { nodes: [], edges: [], gaps: disabled(this.options.regions, enabled, account) },
      ledger: [],
    };
    yield* merged(names.map((region) => this.region(this.caller(region, account))));
    yield { answers: [], batch: { nodes: [], edges: [], gaps: this.coverage.gaps() }, ledger: [] };
  }

  /** The lists of one Region, each followed by what is asked about its items. */
  private async *region(caller: Caller): AsyncGenerator<Collected> {
    const lists = REGISTRY.filter(({ scope, each }) => scope === "region" && each === undefined);
    yield* merged(lists.map((resource) => this.list(resource, caller)));
    this.options.onProgress?.(`${caller.region}: ${lists.length} lists read`);
  }

  private async *list(resource: Resource, caller: Caller): AsyncGenerator<Collected> {
    const answers = await ask(resource, {}, caller);
    yield this.hand(resource, answers);
    for (const child of REGISTRY.filter(({ each }) => each?.of === callOf(resource))) {
      const inputs = answers.flatMap((answer) => questions(resource, child, answer));
      if (inputs.length === 0) continue;
      const replies = await Promise.all(inputs.map((input) => ask(child, input, caller)));
      yield this.hand(child, replies.flat());
    }
  }

  private hand(resource: Resource, answers: readonly RawAnswer[]): Collected {
    const call = callOf(resource);
    const [first] = answers;
    const { account, region } = first ?? {};
    const where = {
      ...(account === undefined ? {} : { account }),
      ...(region === undefined ? {} : { region }),
    };
    const tally = new Tally({ ...where, call });
    const batches = answers.map((answer, index) => {
      tally.add(answer);
      this.coverage.see(answer);
      return normalizeAnswer(answer, placeOf(answer, `/${index}/output`));
    });
    this.options.onProgress?.(`${region ?? "account"}: ${call}`);
    return { answers, batch: joinBatches(batches), ledger: [tally.row(this.principal)] };
  }

  private regions(enabled: readonly string[], home: string): string[] {
    const { regions } = this.options;
    // Denied the list, we look where we were told to, or at home; the gap of the list says what that misses.
    if (enabled.length === 0) return [...(regions ?? [home])];
    return enabled.filter((region) => regions?.includes(region) ?? true).sort();
  }

  private caller(region: string, account: string | undefined): Caller {
    return { clients: this.clients, region, account, now: this.options.now, turn: this.turn };
  }
}

function isForAccount(resource: Resource): boolean {
  return resource.scope === "account" && resource !== identityCall && resource !== regionsCall;
}

/** The identity's own answer tells the account that it is of. */
function ofAccount(answer: RawAnswer, account: string | undefined) {
  return account === undefined
    ? {}
    : { account, uri: answer.uri.replace("accounts/unknown/", `accounts/${account}/`) };
}

function enabledIn(output: RawAnswer["output"]): string[] {
  const list = output["Regions"];
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).flatMap(({ RegionName: name, OptInStatus: status }) => {
    const told = typeof status === "string" ? status : null;
    return typeof name === "string" && isEnabled(told) ? [name] : [];
  });
}

/** Regions that were asked for and are switched off for the account: what may be left in them cannot be asked about. */
function disabled(
  asked: readonly string[] | undefined,
  enabled: readonly string[],
  account: string | undefined,
): Gap[] {
  if (asked === undefined || enabled.length === 0) return [];
  const left = asked.filter((region) => !enabled.includes(region));
  return [...new Set(left)].sort().map((region) => {
    const call = {
      service: "ec2",
      operation: "DescribeVpcs",
      region,
      ...(account === undefined ? {} : { account }),
    };
    const { pointer: _none, ...at } = placeOf({ ...call, ...NO_ANSWER, uri: exportPath(call) }).at("");
    const message = `${region} is not enabled in account ${account ?? "unknown"}, so it was not read`;
    const scope = { region, ...(account === undefined ? {} : { account }) };
    return gapOf({ reason: "not-collected", message, at, touches: { kinds: ["network"], ...scope } });
  });
}

const NO_ANSWER = { input: {}, output: {}, source: "aws" };

/** What a list's answer gives cause to ask about each item. */
function questions(list: Resource, child: Resource, answer: RawAnswer): JsonObject[] {
  const items = answer.output[list.list];
  if (!Array.isArray(items) || failureIn(answer) !== null) return [];
  const draft = new Draft(placeOf(answer));
  return items.filter(isObject).flatMap((json): JsonObject[] => {
    const input = child.each?.input(new Item(json, "", { draft, touches: {} })) ?? null;
    return input === null ? [] : [input];
  });
}

function mustLogIn(answer: RawAnswer): void {
  const failure = failureIn(answer);
  if (failure === null || !isNoLogin(failure)) return;
  throw new UsageError(
    `there is no way to log in to AWS: ${failure.code}: ${plainMessage(failure.message)}`,
    LOG_IN,
  );
}

import pLimit from "p-limit";
import { describeFailure, failureIn } from "../failure.js";
import { LeftOut } from "../left-out.js";
import { resourceOf } from "../registry.js";
import { regions as regionsCall } from "../resources/regions.js";
import { type PlannedAccount, planAccounts } from "./accounts.js";
import { ask } from "./call.js";
import { logIn, mustHaveRole, whoAmI } from "./collect-estate.js";
import type { CollectOptions } from "./collect-options.js";
import { enabledIn } from "./enabled-regions.js";
import { EstateClients, type Me, meIn, type Seat } from "./estate-clients.js";
import { probedDenials } from "./probe.js";
import { failureOf } from "./sdk-failure.js";
import { simulatedDenials } from "./simulation.js";

/** What a collection would see of an account. */
export interface AccountSurvey {
  readonly account: string;
  readonly name: string | null;
  /** `own`: that of the credentials; `entered` by the role; `refused`; `left-out`, by configuration or as it is closed. */
  readonly status: "own" | "entered" | "refused" | "left-out";
  /** Why it is refused or left out. */
  readonly why: string | null;
  /** As whom it would be read. */
  readonly arn: string | null;
  /** Enabled Regions, sorted; null where that was not told. */
  readonly regions: readonly string[] | null;
  /** Enabled Regions that configuration does not read. */
  readonly unread: readonly string[];
  /** How `denied` was found out; null where nothing was asked. */
  readonly by: "simulation" | "calls" | null;
  /** Calls that would be refused, service:Operation, each with the reason. */
  readonly denied: Readonly<Record<string, string>>;
}

export interface Survey {
  readonly account: string | null;
  readonly arn: string | null;
  readonly partition: string;
  /** Where calls go that belong to no Region. */
  readonly home: string;
  readonly accounts: readonly AccountSurvey[];
  /** Why not all accounts of the organization are known; null where they are. */
  readonly unlisted: string | null;
}

const ACCOUNTS_AT_ONCE = 4;

/**
 * Asks what a collection would see, with a few calls an account and none that writes.
 * @throws UsageError where there is no way to log in, or no role to enter other accounts by
 */
export async function surveyAws(options: CollectOptions = {}): Promise<Survey> {
  mustHaveRole(options);
  const estate = new EstateClients(options);
  const { own } = estate;
  try {
    const home = await estate.home();
    const me = meIn((await logIn(own, home)).output, home);
    const plan = await planAccounts(options, me.account, own.caller(home, me.account));
    const limit = pLimit(ACCOUNTS_AT_ONCE);
    const accounts = await Promise.all(
      plan.accounts.map((one) => limit(() => surveyed(one, { estate, me, options }))),
    );
    const unlisted = plan.unlisted === null ? null : `organizations:ListAccounts ${plan.unlisted.message}`;
    const { account = null, arn = null, partition } = me;
    return { account, arn, partition, home, accounts, unlisted };
  } finally {
    own.clients.close();
  }
}

interface Run {
  readonly estate: EstateClients;
  readonly me: Me;
  readonly options: CollectOptions;
}

const NOTHING = { arn: null, regions: null, unread: [], by: null, denied: {} } as const;

async function surveyed({ account, name, out }: PlannedAccount, run: Run): Promise<AccountSurvey> {
  const { estate, me, options } = run;
  const who = { account, name };
  if (out !== null) return { ...who, status: "left-out", why: out, ...NOTHING };
  if (account === me.account)
    return { ...who, status: "own", why: null, ...(await seen(estate.own, me, options)) };
  const seat = estate.entered(account, me);
  try {
    await seat.enter();
  } catch (error) {
    const why = `sts:AssumeRole ${describeFailure(failureOf(error))}`;
    return { ...who, status: "refused", why, ...NOTHING };
  }
  try {
    const { output } = await whoAmI(seat, me.home);
    const there = { ...meIn(output, me.home), account, partition: me.partition };
    return { ...who, status: "entered", why: null, ...(await seen(seat, there, options)) };
  } finally {
    seat.clients.close();
  }
}

async function seen(seat: Seat, me: Me, { regions, optOut }: CollectOptions) {
  const { account = "", arn = null, home, partition } = me;
  const answers = await ask(regionsCall, {}, seat.caller(home, me.account));
  const enabled = answers.some((answer) => failureIn(answer) !== null)
    ? null
    : answers.flatMap(({ output }) => enabledIn(output)).sort();
  const read = (enabled ?? [home]).filter(
    (region) => (regions?.includes(region) ?? true) && !optOut?.regions?.includes(region),
  );
  const simulated = await simulatedDenials(seat, me);
  const region = read.includes(home) ? home : (read[0] ?? home);
  const denied = simulated ?? (await probedDenials(seat, { region, partition, account }));
  const left = new LeftOut(optOut);
  const sorted = [...denied].sort(([a], [b]) => (a < b ? -1 : 1));
  const wanted = sorted.filter(([call]) => {
    const resource = resourceOf(call);
    return resource === undefined || !left.has(resource);
  });
  const by = simulated === null ? ("calls" as const) : ("simulation" as const);
  const unread = (enabled ?? []).filter((one) => !read.includes(one));
  return { arn, regions: enabled, unread, by, denied: Object.fromEntries(wanted) };
}

import { describeFailure, type FailureStatus, failureIn, statusOf } from "../failure.js";
import { isAccount } from "../names.js";
import { organizationAccounts } from "../resources/identity/organization-accounts.js";
import { ask, type Caller } from "./call.js";
import type { CollectOptions } from "./collect-options.js";
import { itemsIn, Untold, type WhyOut, whyOut } from "./opt-outs.js";

/** An account that is to be read, or why it is not. */
export interface PlannedAccount {
  readonly account: string;
  readonly name: string | null;
  /** Why it is left out: a sentence without its subject. */
  readonly out: string | null;
}

export interface Plan {
  /** Sorted by id. */
  readonly accounts: readonly PlannedAccount[];
  /** Why the accounts of the organization are not known, or not all of them. */
  readonly unlisted: { readonly status: FailureStatus; readonly message: string } | null;
}

/** Closed accounts are kept for 90 days, and nobody gets in: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_account_state.html */
const SHUT = new Set(["SUSPENDED", "CLOSED"]);

/** Which accounts there are, and which of them are to be read. @param own the caller's account */
export async function planAccounts(
  options: CollectOptions,
  own: string | undefined,
  caller: Caller,
): Promise<Plan> {
  const { accounts, optOut = {} } = options;
  const why = whyOut(optOut, caller);
  if (accounts === undefined)
    return { accounts: own === undefined ? [] : [{ account: own, name: null, out: null }], unlisted: null };
  if (accounts === "organization") return organizationPlan(own, why, caller);
  const ids = [...new Set(accounts)].sort();
  return {
    accounts: await judged(
      ids.map((account) => ({ account, name: null, state: "" })),
      why,
    ),
    unlisted: null,
  };
}

interface Listed {
  readonly account: string;
  readonly name: string | null;
  readonly state: string;
}

async function organizationPlan(own: string | undefined, why: WhyOut, caller: Caller): Promise<Plan> {
  const answers = await ask(organizationAccounts, {}, caller);
  const failure = answers.map(failureIn).find((one) => one !== null) ?? null;
  const listed = answers.flatMap((answer) =>
    failureIn(answer) === null ? itemsIn(organizationAccounts, answer) : [],
  );
  const known = new Map<string, Listed>();
  for (const item of listed) {
    const account = item.text("Id") ?? "";
    const state = item.text("State") ?? item.text("Status") ?? "";
    if (isAccount(account)) known.set(account, { account, name: item.text("Name"), state });
  }
  if (own !== undefined && !known.has(own)) known.set(own, { account: own, name: null, state: "" });
  const sorted = [...known.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
  const unlisted = failure === null ? null : { status: statusOf(failure), message: describeFailure(failure) };
  return { accounts: await judged(sorted, why), unlisted };
}

async function judged(listed: readonly Listed[], why: WhyOut): Promise<PlannedAccount[]> {
  const planned: PlannedAccount[] = [];
  for (const { account, name, state } of listed)
    planned.push({ account, name, out: await reason({ account, state }, why) });
  return planned;
}

async function reason({ account, state }: Pick<Listed, "account" | "state">, why: WhyOut) {
  if (SHUT.has(state)) return `is ${state.toLowerCase()}, so that nobody can read it`;
  try {
    const told = await why(account);
    return told === null ? null : `was left out by configuration, ${told}`;
  } catch (error) {
    if (!(error instanceof Untold)) throw error;
    // Whoever wanted an account left alone wants that all the more where nobody can say which it is.
    return `may be left out by configuration, which cannot be told: ${error.message}`;
  }
}

import { type RawAnswer, UsageError } from "../../../model/index.js";
import type { Collected } from "../collected.js";
import { describeFailure, statusOf } from "../failure.js";
import { callerIdentity as identityCall } from "../resources/caller-identity.js";
import { type PlannedAccount, planAccounts } from "./accounts.js";
import { ask } from "./call.js";
import { Collection } from "./collect-aws.js";
import type { CollectOptions } from "./collect-options.js";
import { EstateClients, type Me, meIn, type Seat } from "./estate-clients.js";
import { mustLogIn } from "./log-in.js";
import { merged } from "./merged.js";
import { failureOf } from "./sdk-failure.js";
import { enteredAccount, unreadAccount } from "./unread-accounts.js";

/** Accounts that are read side by side: what waits in memory is theirs. */
const ACCOUNTS_AT_ONCE = 2;

/**
 * Reads the account of the default credential chain, or those of its organization, or those that are named: every call of
 * the registry, in every enabled Region, all pages. What fails is in the ledger and a gap, a whole account too.
 * @throws UsageError where there is no way to log in, or no role to enter other accounts by
 */
export async function* collectAws(options: CollectOptions = {}): AsyncGenerator<Collected> {
  mustHaveRole(options);
  const estate = new EstateClients(options);
  try {
    yield* new Tour(estate, options).run();
  } finally {
    estate.own.clients.close();
  }
}

/** @throws UsageError where other accounts are to be read, and nothing says how to enter them */
export function mustHaveRole({ accounts, role }: CollectOptions): void {
  if (accounts !== undefined && role === undefined)
    throw new UsageError(
      "several AWS accounts are to be read, and no role is named by which to enter them",
      "set sources.aws.role.name to the role that `causeway permissions --format cloudformation` deploys",
    );
  if (accounts === undefined && role !== undefined)
    throw new UsageError(
      "a role is named, and no accounts in which to assume it",
      "set sources.aws.accounts to organization, or to a list of account ids",
    );
}

/** Asks who we are. @throws UsageError where nobody */
export async function logIn(seat: Seat, home: string): Promise<RawAnswer> {
  const identity = await whoAmI(seat, home);
  mustLogIn(identity);
  return identity;
}

export async function whoAmI(seat: Seat, home: string): Promise<RawAnswer> {
  const [identity] = await ask(identityCall, {}, seat.caller(home, undefined));
  if (identity === undefined) throw new Error("no answer to GetCallerIdentity");
  return identity;
}

class Tour {
  constructor(
    private readonly estate: EstateClients,
    private readonly options: CollectOptions,
  ) {}

  async *run(): AsyncGenerator<Collected> {
    const { own } = this.estate;
    const home = await this.estate.home();
    const identity = await logIn(own, home);
    const me = meIn(identity.output, home);
    const plan = await planAccounts(this.options, me.account, own.caller(home, me.account));
    if (plan.unlisted !== null) yield unlisted(plan.unlisted, me);
    const others = plan.accounts.filter(({ account }) => account !== me.account);
    const here = this.options.accounts === undefined || others.length < plan.accounts.length;
    const mine = plan.accounts.find(({ account }) => account === me.account);
    const tours = others.map((one) => this.other(one, me));
    if (here && (mine?.out ?? null) === null)
      tours.unshift(new Collection(own, this.options, me).run(identity));
    else if (mine !== undefined) tours.unshift(this.other(mine, me));
    yield* merged(tours, ACCOUNTS_AT_ONCE);
  }

  private async *other({ account, out }: PlannedAccount, me: Me): AsyncGenerator<Collected> {
    const { partition, arn: principal } = me;
    if (out !== null) {
      const message = `Account ${account} ${out}`;
      yield unreadAccount({ account, partition, reason: "not-collected", message, call: "*" });
      return;
    }
    const seat = this.estate.entered(account, me);
    try {
      await seat.enter();
    } catch (error) {
      yield refused(account, { me, error });
      seat.clients.close();
      return;
    }
    yield enteredAccount(account, principal);
    try {
      const identity = await whoAmI(seat, me.home);
      const there = { ...meIn(identity.output, me.home), account, partition };
      yield* new Collection(seat, this.options, there).run(identity);
    } finally {
      seat.clients.close();
    }
  }
}

function refused(account: string, { me, error }: { me: Me; error: unknown }): Collected {
  const failure = failureOf(error);
  const message = `Account ${account} was not entered: sts:AssumeRole ${describeFailure(failure)}`;
  const { partition, arn: principal } = me;
  return unreadAccount({
    account,
    partition,
    reason: statusOf(failure),
    message,
    call: "sts:AssumeRole",
    principal,
  });
}

function unlisted(
  { status, message }: { status: ReturnType<typeof statusOf>; message: string },
  me: Me,
): Collected {
  return unreadAccount({
    account: undefined,
    partition: me.partition,
    reason: status,
    message: `The accounts of the organization are not all known, and were not all read: organizations:ListAccounts ${message}`,
    call: "organizations:ListAccounts",
    principal: me.arn,
  });
}

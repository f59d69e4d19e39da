import { isAccount, partitionOf } from "../names.js";
import { AssumedRole, assumeRoleInput, roleArn } from "./assumed-role.js";
import type { Caller } from "./call.js";
import { Clients, type Login } from "./clients.js";
import type { CollectOptions } from "./collect-options.js";
import { FALLBACK_REGION } from "./log-in.js";
import { Turns } from "./turns.js";

/** As whom we are there, and where calls go that belong to no Region. */
export interface Me {
  readonly account: string | undefined;
  readonly arn: string | undefined;
  readonly partition: string;
  readonly home: string;
}

/** Somebody's clients, whose calls wait for their turn among those of all accounts. */
export interface Seat {
  readonly clients: Clients;
  caller(region: string, account: string | undefined): Caller;
}

/** The clients of a run over many accounts, under one limit. */
export class EstateClients {
  readonly own: Seat;
  private readonly turns: Turns;

  constructor(private readonly options: CollectOptions) {
    const many = options.accounts !== undefined;
    this.turns = new Turns(options.concurrency ?? (many ? 32 : 16));
    this.own = this.seat("own", undefined);
  }

  /** Where calls go that belong to no Region. */
  async home(): Promise<string> {
    return (await this.own.clients.homeRegion()) ?? this.options.regions?.[0] ?? FALLBACK_REGION;
  }

  /** The clients of an account whose role is assumed by whoever we are. `enter` rejects where that is refused. */
  entered(account: string, me: Me): Seat & { readonly enter: () => Promise<void> } {
    const { role } = this.options;
    if (role === undefined) throw new Error("there is no role to assume");
    const input = assumeRoleInput(roleArn(me.partition, account, role), role);
    const login = new AssumedRole(input, (asked) => this.own.clients.assumeRole(me.home, asked));
    const enter = () => this.turns.take(`own ${me.home} sts`, login.provide).then(() => undefined);
    return { ...this.seat(account, login), enter };
  }

  private seat(name: string, login: Login | undefined): Seat {
    const { attempts = 6, connectTimeout = 5_000, answerTimeout = 60_000, now, earlier } = this.options;
    const clients = new Clients({
      ...{ attempts, connectTimeout, answerTimeout },
      ...(login === undefined ? {} : { login }),
      onThrottled: (service, region) => this.turns.throttled(`${name} ${region} ${service}`),
    });
    const caller = (region: string, account: string | undefined): Caller => ({
      ...{ clients, region, account, now, earlier },
      turn: (service, task) => this.turns.take(`${name} ${region} ${service}`, task),
    });
    return { clients, caller };
  }
}

/** Who an answer to sts:GetCallerIdentity says we are. The ARN tells the partition; failing it, the Region does. */
export function meIn(output: Readonly<Record<string, unknown>>, home: string): Me {
  const { Account: account, Arn: arn } = output;
  const told = typeof arn === "string" ? /^arn:([a-z-]+):/.exec(arn)?.[1] : undefined;
  return {
    account: typeof account === "string" && isAccount(account) ? account : undefined,
    arn: typeof arn === "string" ? arn : undefined,
    partition: told ?? partitionOf(home),
    home,
  };
}

import type { JsonObject } from "../../../model/index.js";
import type { Login } from "./clients.js";

/** The role that is assumed in each account. */
export interface RoleToAssume {
  /** Its name, with its path where it has one: `audit/causeway`. */
  readonly name: string;
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html */
  readonly externalId?: string;
  /** Shown in the trails of the accounts that are read; `causeway`. */
  readonly sessionName?: string;
  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
  readonly sessionTags?: Readonly<Record<string, string>>;
}

/** A session's credentials, as the SDK takes them. */
interface Session {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** Sends sts:AssumeRole as whoever may. Errors are the SDK's. */
export type AssumeRole = (input: JsonObject) => Promise<object>;

/** An hour is what chained roles are given at most. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const SECONDS = 3600;
/** The SDK asks for new credentials five minutes before the end; nobody should be given those that it would refuse. */
const TOO_SHORT = 10 * 60_000;

export function roleArn(partition: string, account: string, { name }: Pick<RoleToAssume, "name">): string {
  return `arn:${partition}:iam::${account}:role/${name.replace(/^\//, "")}`;
}

/** What sts:AssumeRole is asked. */
export function assumeRoleInput(arn: string, role: RoleToAssume): JsonObject {
  const { externalId, sessionName = "causeway", sessionTags = {} } = role;
  const tags = Object.entries(sessionTags).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    RoleArn: arn,
    RoleSessionName: sessionName,
    DurationSeconds: SECONDS,
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
    ...(tags.length === 0 ? {} : { Tags: tags.map(([Key, Value]) => ({ Key, Value })) }),
  };
}

/** One account's session, shared by all its clients: assumed when first needed, and again before it ends. */
export class AssumedRole implements Login {
  private session: Promise<Session> | undefined;
  private ends = 0;

  constructor(
    private readonly input: JsonObject,
    private readonly assume: AssumeRole,
  ) {}

  readonly provide = (): Promise<Session> => {
    // Whether a session has ended is a question of the world's time, not of the run's.
    if (this.session === undefined || this.ends - Date.now() < TOO_SHORT) {
      this.ends = Number.POSITIVE_INFINITY;
      this.session = this.begin();
      this.session.catch(() => this.renew());
    }
    return this.session;
  };

  renew(): void {
    this.session = undefined;
  }

  private async begin(): Promise<Session> {
    const { Credentials } = (await this.assume(this.input)) as { Credentials?: Partial<Given> };
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken || !(Expiration instanceof Date))
      throw new Error("sts:AssumeRole answered without credentials");
    this.ends = Expiration.getTime();
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration,
    };
  }
}

interface Given {
  readonly AccessKeyId: string;
  readonly SecretAccessKey: string;
  readonly SessionToken: string;
  readonly Expiration: Date;
}

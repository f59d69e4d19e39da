import { type RawAnswer, UsageError } from "../../../model/index.js";
import { failureIn, plainMessage } from "../failure.js";
import { callerIdentity as identityCall } from "../resources/caller-identity.js";
import { ask } from "./call.js";
import { Clients } from "./clients.js";
import { isNoLogin } from "./sdk-failure.js";

/** Region asked where neither profile, environment nor options name one. */
export const FALLBACK_REGION = "us-east-1";

/** Who the default credential chain makes us. @throws UsageError where nobody. */
export async function callerIdentity(): Promise<{ arn: string; account: string }> {
  const clients = new Clients({ attempts: 3, connectTimeout: 5_000, answerTimeout: 20_000 });
  try {
    const region = (await clients.homeRegion()) ?? FALLBACK_REGION;
    const turn = <T>(task: () => Promise<T>) => task();
    const [answer] = await ask(
      identityCall,
      {},
      { clients, region, account: undefined, now: undefined, earlier: undefined, turn },
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

/** @throws UsageError where the answer says that there is no way to log in */
export function mustLogIn(answer: RawAnswer): void {
  const failure = failureIn(answer);
  if (failure === null || !isNoLogin(failure)) return;
  throw new UsageError(
    `there is no way to log in to AWS: ${failure.code}: ${plainMessage(failure.message)}`,
    LOG_IN,
  );
}

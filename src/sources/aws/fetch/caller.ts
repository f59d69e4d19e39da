import { UsageError } from "../../../model/index.js";
import { failureIn } from "../failure.js";
import { callerIdentity as identityCall } from "../resources/caller-identity.js";
import { ask } from "./call.js";
import { Clients } from "./clients.js";
import { FALLBACK_REGION, mustLogIn } from "./log-in.js";

/** Who the default credential chain makes us. @throws UsageError where nobody */
export async function callerIdentity(): Promise<{ arn: string; account: string }> {
  const clients = new Clients({ attempts: 3, connectTimeout: 5_000, answerTimeout: 20_000 });
  try {
    const region = (await clients.homeRegion()) ?? FALLBACK_REGION;
    const turn = <T>(_service: string, task: () => Promise<T>) => task();
    const caller = { clients, region, account: undefined, now: undefined, earlier: undefined, turn };
    const [answer] = await ask(identityCall, {}, caller);
    if (answer === undefined) throw new Error("no answer");
    mustLogIn(answer);
    const failure = failureIn(answer);
    const { Arn: arn, Account: account } = answer.output;
    if (failure !== null || typeof arn !== "string" || typeof account !== "string")
      throw new UsageError(
        `AWS does not say who you are: ${failure?.message ?? ""}`,
        "set AWS_PROFILE or other credentials, and see that `aws sts get-caller-identity` answers",
      );
    return { arn, account };
  } finally {
    clients.close();
  }
}

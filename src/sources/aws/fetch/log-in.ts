import { type RawAnswer, UsageError } from "../../../model/index.js";
import { failureIn, plainMessage } from "../failure.js";
import { isNoLogin } from "./sdk-failure.js";

/** Region asked where neither profile, environment nor options name one. */
export const FALLBACK_REGION = "us-east-1";

const LOG_IN =
  "set AWS_PROFILE or other credentials, and AWS_REGION outside the commercial partition, and see that `aws sts get-caller-identity` answers";

/** @throws UsageError where the answer says that there is no way to log in */
export function mustLogIn(answer: RawAnswer): void {
  const failure = failureIn(answer);
  if (failure === null || !isNoLogin(failure)) return;
  throw new UsageError(
    `there is no way to log in to AWS: ${failure.code}: ${plainMessage(failure.message)}`,
    LOG_IN,
  );
}

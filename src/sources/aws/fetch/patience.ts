import { AdaptiveRetryStrategy } from "@smithy/core/retry";
import { failureOf, UNREADABLE } from "./sdk-failure.js";

/** Tries of a call that is answered with the error page of something that stands before the service. */
const PAGE_TRIES = 3;
const INTERNAL_SERVER_ERROR = 500;

type Acquire = AdaptiveRetryStrategy["acquireInitialRetryToken"];
type Refresh = AdaptiveRetryStrategy["refreshRetryTokenForRetry"];

/**
 * Tries again as the SDK's adaptive mode does, as often as it is told to; but few times where a page says that
 * something broke, which is not the service's word: it mostly stays broken, and each further wait is twice as long.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export class Patience extends AdaptiveRetryStrategy {
  /** Older packages of the SDK name no scope, and no error. */
  override acquireInitialRetryToken(scope: string | undefined): ReturnType<Acquire> {
    return super.acquireInitialRetryToken(scope ?? "");
  }

  override async refreshRetryTokenForRetry(
    token: Parameters<Refresh>[0],
    failed: Parameters<Refresh>[1],
  ): ReturnType<Refresh> {
    const { code, httpStatus } = failureOf(failed.error);
    const isPage = code === UNREADABLE && httpStatus === INTERNAL_SERVER_ERROR;
    // Whatever is thrown here, the SDK tells the failure itself.
    if (isPage && token.getRetryCount() + 1 >= PAGE_TRIES) throw new Error("tried often enough");
    return super.refreshRetryTokenForRetry(token, failed);
  }
}

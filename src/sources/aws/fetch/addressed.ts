import { isIP } from "node:net";

interface Endpoint {
  readonly url: URL;
}
type Provider = (params: { readonly Endpoint?: string | undefined }, context?: unknown) => Endpoint;

/** What we use of a client that finds out where each call goes. */
export interface Addressable {
  readonly config: { endpointProvider?: Provider };
}

const STAND_IN = "endpoint.invalid";

/**
 * S3 Control puts the account before the host of the endpoint that it is pointed at, which an address cannot have:
 * the URL would be refused before anything is sent. There the account stands in the header `x-amz-account-id` alone.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetPublicAccessBlock.html
 */
export function keepAddress({ config }: Addressable): void {
  const provide = config.endpointProvider;
  if (provide === undefined) return;
  config.endpointProvider = (params, context) => {
    const asked = params.Endpoint === undefined ? undefined : new URL(params.Endpoint);
    if (asked === undefined || isIP(asked.hostname.replace(/^\[|\]$/g, "")) === 0)
      return provide(params, context);
    const named = new URL(asked);
    named.hostname = STAND_IN;
    const found = provide({ ...params, Endpoint: named.href }, context);
    const url = new URL(found.url);
    url.hostname = asked.hostname;
    return { ...found, url };
  };
}

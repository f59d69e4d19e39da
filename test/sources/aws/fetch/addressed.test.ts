import { afterEach, describe, expect, it } from "vitest";
import { keepAddress } from "../../../../src/sources/aws/fetch/addressed.js";
import { Clients } from "../../../../src/sources/aws/fetch/clients.js";
import { pointAwsAt } from "../../../setup/aws-environment.js";
import { startModelServer } from "../../../setup/model-server/server.js";

const ACCOUNT = "111122223333";
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** Where a client goes that puts the account before the host. */
function urlFor(Endpoint: string): string {
  const config = {
    endpointProvider: (params: { readonly Endpoint?: string | undefined }) => {
      const url = new URL(params.Endpoint ?? "https://s3-control.eu-west-1.amazonaws.com");
      return { url: new URL(`${url.protocol}//${ACCOUNT}.${url.host}${url.pathname}`) };
    },
  };
  keepAddress({ config });
  return config.endpointProvider({ Endpoint }).url.href;
}

describe("S3 Control behind an endpoint that is an address", () => {
  it("is asked there, with the account in its header", async () => {
    const server = await startModelServer({ regions: ["eu-west-1"] });
    undo.push(server.stop, pointAwsAt(server.endpoint, { AWS_ENDPOINT_URL_S3_CONTROL: server.endpoint }));
    const clients = new Clients({ attempts: 1, connectTimeout: 5000, answerTimeout: 5000 });
    undo.push(() => clients.close());
    const ask = { region: "eu-west-1", input: { AccountId: ACCOUNT } };
    expect(await clients.send("s3control", "ListAccessPoints", ask)).toMatchObject({ AccessPointList: [] });
    expect(server.complaints()).toEqual([]);
  });

  it.each([
    ["http://127.0.0.1:4566", "http://127.0.0.1:4566/"],
    ["http://[::1]:4566/base", "http://[::1]:4566/base"],
    ["http://localhost:4566", `http://${ACCOUNT}.localhost:4566/`],
  ])("goes from %s to %s", (endpoint, url) => {
    expect(urlFor(endpoint)).toBe(url);
  });
});

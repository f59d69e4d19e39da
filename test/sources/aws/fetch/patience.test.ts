import { describe, expect, it } from "vitest";
import { Clients } from "../../../../src/sources/aws/fetch/clients.js";
import { pointAwsAt } from "../../../setup/aws-environment.js";
import { afterEachTest } from "../../../setup/ends.js";
import { startQueryServer } from "../../../setup/query-server.js";

const undo = afterEachTest();
const PAGE = "<!doctype html><title>500 Internal Server Error</title>";
const REFUSAL =
  "<Response><Errors><Error><Code>InternalError</Code><Message>An internal error has occurred</Message></Error></Errors><RequestID>r</RequestID></Response>";

/** How often a call is tried that is always answered so. */
async function tries(status: number, body: string): Promise<number> {
  let asked = 0;
  const server = await startQueryServer((_call, response) => {
    asked++;
    response.writeHead(status, { "content-type": body === PAGE ? "text/html" : "text/xml" }).end(body);
    return true;
  });
  undo.push(server.stop, pointAwsAt(server.endpoint));
  const clients = new Clients({ attempts: 4, connectTimeout: 1000, answerTimeout: 5000 });
  undo.push(() => clients.close());
  await expect(clients.send("ec2", "DescribeVpcs", { region: "eu-west-1", input: {} })).rejects.toThrow();
  return asked;
}

describe("what breaks is tried again", () => {
  it("as often as it is told to where the service says so, or where a gateway cannot reach it", async () => {
    expect(await tries(500, REFUSAL)).toBe(4);
    expect(await tries(503, PAGE)).toBe(4);
  });

  it("three times where a page of something before the service says so", async () => {
    expect(await tries(500, PAGE)).toBe(3);
  });
});

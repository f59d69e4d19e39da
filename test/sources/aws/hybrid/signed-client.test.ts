import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { Clients } from "../../../../src/sources/aws/fetch/clients.js";
import { pointAwsAt } from "../../../setup/aws-environment.js";
import { afterEachTest } from "../../../setup/ends.js";

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

const undo = afterEachTest();

/** A service that gives these answers one after the other, the last one again and again. */
async function service(...answers: readonly (readonly [status: number, body: string, type?: string])[]) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += String(chunk);
    });
    request.on("end", () => {
      seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
      const [status, text, type] = answers[Math.min(seen.length, answers.length) - 1] ?? [500, ""];
      response.writeHead(status, type === undefined ? {} : { "x-amzn-errortype": type }).end(text);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  undo.push(() => new Promise((done) => server.close(done)), pointAwsAt(endpoint));
  const clients = new Clients({ attempts: 3, connectTimeout: 2_000, answerTimeout: 2_000 });
  undo.push(() => clients.close());
  return { seen, endpoint, clients };
}

describe("a service without a package", () => {
  it("is asked by path and query, signed with the credentials of the chain", async () => {
    const { seen, clients } = await service([200, '{"Endpoints":[]}']);
    const input = { OutpostId: "op-1", MaxResults: 100, NextToken: "a b/c" };
    const answer = await clients.send("s3outposts", "ListSharedEndpoints", { region: "eu-west-1", input });
    expect(answer).toEqual({ Endpoints: [] });
    const [{ method, url, headers } = { method: "", url: "", headers: {} as Seen["headers"] }] = seen;
    expect(method).toBe("GET");
    const { pathname, searchParams } = new URL(url, "http://x");
    expect(pathname).toBe("/S3Outposts/ListSharedEndpoints");
    expect(Object.fromEntries(searchParams)).toEqual({
      outpostId: "op-1",
      maxResults: "100",
      nextToken: "a b/c",
    });
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIACANARY0{10}\/\d{8}\/eu-west-1\/s3-outposts\/aws4_request, SignedHeaders=[^,]*host/,
    );
    expect(headers["x-amz-security-token"]).toBe("canary-session-token");
  });

  it("has members of its paths encoded, whatever is in them", async () => {
    const { seen, clients } = await service([200, '{"ProfileResourceAssociations":[]}']);
    const input = { ProfileId: "arn:aws:x:profile/../rp-1?#" };
    await clients.send("route53profiles", "ListProfileResourceAssociations", { region: "eu-west-1", input });
    expect(seen[0]?.url).toBe(
      "/profileresourceassociations/profileid/arn%3Aaws%3Ax%3Aprofile%2F..%2Frp-1%3F%23",
    );
    await expect(
      clients.send("route53profiles", "ListProfileResourceAssociations", { region: "eu-west-1", input: {} }),
    ).rejects.toThrow("without a ProfileId");
  });

  it("that speaks JSON by name is told the name", async () => {
    const { seen, clients } = await service([200, '{"WebACLs":[]}']);
    await clients.send("waf", "ListWebACLs", { region: "eu-west-1", input: { Limit: 100 } });
    expect(seen[0]).toMatchObject({ method: "POST", url: "/", body: '{"Limit":100}' });
    expect(seen[0]?.headers["x-amz-target"]).toBe("AWSWAF_20150824.ListWebACLs");
    expect(seen[0]?.headers.authorization).toContain("/us-east-1/waf/aws4_request");
  });

  it("is asked where its own setting says, before the general one", async () => {
    const { seen, endpoint, clients } = await service([200, '{"crls":[]}']);
    undo.push(pointAwsAt("http://127.0.0.1:1", { AWS_ENDPOINT_URL_ROLESANYWHERE: `${endpoint}/under` }));
    await clients.send("rolesanywhere", "ListCrls", { region: "eu-west-1", input: {} });
    expect(seen[0]?.url).toBe("/under/crls");
    undo.push(pointAwsAt(endpoint, { AWS_ENDPOINT_URL_ROLESANYWHERE: undefined }));
  });

  it("that throttles or breaks is asked again, as often as others are", async () => {
    const { seen, clients } = await service(
      [429, '{"message":"slow"}', "ThrottlingException:http://x/"],
      [503, "<html>"],
      [200, '{"profiles":[]}'],
    );
    await clients.send("rolesanywhere", "ListProfiles", { region: "eu-west-1", input: {} });
    expect(seen).toHaveLength(3);
  });

  it.each([
    [[403, '{"message":"no"}', "AccessDeniedException"], 1, { name: "AccessDeniedException", message: "no" }],
    [
      [400, '{"__type":"com.amazon#WAFInvalidParameterException","Message":"x"}'],
      1,
      { name: "WAFInvalidParameterException" },
    ],
    [[502, "<html>a proxy</html>"], 3, { name: "Unknown", message: "" }],
  ] as const)("that says %j fails after %i tries", async (said, tries, error) => {
    const { seen, clients } = await service(said as unknown as readonly [number, string]);
    const asked = clients.send("rolesanywhere", "ListProfiles", { region: "eu-west-1", input: {} });
    await expect(asked).rejects.toMatchObject({ ...error, $metadata: { httpStatusCode: said[0] } });
    expect(seen).toHaveLength(tries);
  });

  it("whose page is none of its own is an answer that cannot be read", async () => {
    const { clients } = await service([200, "<html>log in</html>"]);
    await expect(
      clients.send("rolesanywhere", "ListProfiles", { region: "eu-west-1", input: {} }),
    ).rejects.toMatchObject({ message: "the answer is no JSON", $metadata: { httpStatusCode: 200 } });
  });

  it("is never asked to write", async () => {
    const { clients } = await service([200, "{}"]);
    await expect(
      clients.send("rolesanywhere", "DeleteTrustAnchor", { region: "eu-west-1", input: {} }),
    ).rejects.toThrow("may not only read");
    await expect(
      clients.send("rolesanywhere", "GetSubject", { region: "eu-west-1", input: {} }),
    ).rejects.toThrow("has no GetSubjectCommand");
  });
});

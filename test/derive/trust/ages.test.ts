import { describe, expect, it } from "vitest";
import { ages } from "../../../src/derive/trust/ages.js";
import { assemble } from "../../../src/graph/index.js";
import type { EstateNode, Json } from "../../../src/model/index.js";
import { arn, node, role, user } from "./chain-estate.js";

const READ = { source: "aws", uri: "iam.json", time: "2026-03-31T12:00:00Z" };
const fact = (one: EstateNode) => ages(assemble([{ nodes: [one], edges: [], gaps: [] }]))(one.id);

describe("how old something was when it was read", () => {
  it("counts a role from its last use, or from when it was made", () => {
    const made = { created: "2026-01-01T00:00:00Z" };
    const one = (is: object) => fact(node("role", role("x"), { ...made, ...is } as Json, { at: READ })).value;
    expect(one({ lastUsed: "2026-03-30T12:00:00Z" })).toMatchObject({ created: 89, unused: 1 });
    expect(one({ lastUsed: null })).toMatchObject({ unused: 89 });
    expect(one({})).toMatchObject({ unused: null });
  });

  it("counts passwords of users", () => {
    const is = { created: "2026-01-01T00:00:00Z", passwordLastUsed: "2026-03-01T12:00:00Z" } as Json;
    expect(fact(node("user", user("x"), is, { at: READ })).value).toMatchObject({ unused: 30 });
  });

  it("counts down to the end of certificates and of metadata, and beyond", () => {
    const certificate = (notAfter: string | null) => ({ fingerprint: "f", subject: "CN=x", notAfter });
    const is = {
      ...{ validUntil: "2027-03-31T12:00:00Z", metadataValidUntil: "2026-04-10T12:00:00Z" },
      certificates: [
        certificate("2026-04-01T12:00:00Z"),
        certificate("2026-03-01T12:00:00Z"),
        certificate(null),
      ],
    } as Json;
    const { value } = fact(node("identity-provider", arn("saml-provider/x"), is, { at: READ }));
    expect(value).toMatchObject({ validUntil: 10, certificates: [{ days: 1 }, { days: -30 }] });
  });

  it("is not known where nobody told when it was read", () => {
    const { value, gaps } = fact(node("role", role("x"), { created: "2026-01-01T00:00:00Z" } as Json));
    expect([(value as { unused: unknown }).unused, gaps.length]).toEqual([null, 1]);
  });
});

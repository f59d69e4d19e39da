import { describe, expect, it } from "vitest";
import { collectAws } from "../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";
import { callOf } from "../../../src/sources/aws/resource.js";
import { REMOVED, withoutSecrets } from "../../../src/sources/aws/secrets.js";
import { pointAwsAt } from "../../setup/aws-environment.js";
import { generated } from "../../setup/model-server/generate.js";
import { KEPT } from "../../setup/model-server/kept.js";
import { modelOf } from "../../setup/model-server/models.js";
import { startModelServer } from "../../setup/model-server/server.js";
import { gather } from "./harness.js";

const CANARY = "CANARY5d1f";

/** Names of the members of a JSON text that hold the canary. */
function singing(text: string): string[] {
  return [
    ...new Set([...text.matchAll(new RegExp(`${CANARY}-(\\w+)`, "g"))].map(([, name = ""]) => name)),
  ].sort();
}

/** Base64 hides a text from those who search for it. */
const hidden = Buffer.from(`${CANARY}-`).toString("base64").slice(0, 12);

describe("what the models call sensitive", () => {
  it.each(REGISTRY.map((resource) => [callOf(resource), resource] as const))(
    "in %s is removed, or kept for a reason",
    (_call, one) => {
      const model = modelOf(one.service);
      const operation = model?.operations[one.operation];
      if (model == null || operation === undefined) throw new Error("no such call");
      const recipe = { account: "111122223333", region: "eu-west-1", input: {}, items: 1, canary: CANARY };
      const left = singing(JSON.stringify(withoutSecrets(generated(model, operation, recipe))));
      expect(left.filter((name) => !KEPT.has(name))).toEqual([]);
    },
  );

  it("is in nothing that a collection hands on, and not in what it says", async () => {
    const server = await startModelServer({ regions: ["eu-west-1"], items: 2, canary: CANARY });
    const undo = pointAwsAt(server.endpoint);
    try {
      const said: string[] = [];
      const whole = await gather(collectAws({ attempts: 1, onProgress: (text) => said.push(text) }));
      const all = JSON.stringify([whole, said]);
      expect(singing(all).filter((name) => !KEPT.has(name))).toEqual([]);
      expect(all).not.toContain(hidden);
      expect(all).toContain(REMOVED);
      for (const credential of ["canary/secret+key", "canary-session-token"])
        expect(all).not.toContain(credential);
    } finally {
      undo();
      await server.stop();
    }
  });
});

describe("what is named like a secret", () => {
  it.each([
    [
      "a password of any service",
      { OracleAsmPassword: CANARY, passwordLastUsed: "2026-01-01", MaxPasswordAge: 90 },
    ],
    [
      "tokens, and none that turn pages",
      { refreshToken: CANARY, NextToken: "t", LockToken: "l", UpdateToken: "u" },
    ],
    ["secrets, and not what names them", { ClientSecret: CANARY, SecretArn: "arn:aws:x", secretName: "db" }],
    ["settings of a container", { environment: [{ name: "DB_PASS", value: CANARY }] }],
    ["parameters", { Parameters: [{ Name: "/db", Type: "SecureString", Value: CANARY }] }],
    ["parameters of a stack", { Parameters: [{ ParameterKey: "Pass", ParameterValue: CANARY }] }],
  ])("goes: %s", (_what, output) => {
    const kept = JSON.stringify(withoutSecrets(output));
    expect(kept).not.toContain(CANARY);
    const others = JSON.stringify(output).replaceAll(CANARY, REMOVED);
    expect(kept).toBe(others);
  });

  it("stays where it is none: settings that are judged, tags, and the name of a parameter group's value", () => {
    const plain = {
      Parameters: [{ ParameterName: "rds.force_ssl", ParameterValue: "1" }],
      Tags: [{ Key: "team", Value: "sec" }],
      MasterUserSecret: { SecretArn: "arn:aws:secretsmanager:x" },
      HasPassword: true,
    };
    expect(withoutSecrets(plain)).toEqual(plain);
  });
});

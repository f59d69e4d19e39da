import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/model/index.js";
import {
  allow,
  aRole,
  arn,
  aUser,
  chainsOf,
  comers,
  deny,
  document,
  EVERYTHING,
  line,
  node,
  OWN,
  role,
  root,
  SECOND,
  STRANGER,
  trusted,
  user,
} from "./chain-estate.js";

const ADMIN = aRole(role("admin"), [trusted({ AWS: role("middle") })], [EVERYTHING]);
const assume = (target: Json, over: object = {}) => allow("sts:AssumeRole", target, over);

describe("who can become a role", () => {
  it("goes over roles that name each other", () => {
    const middle = aRole(role("middle"), [trusted({ AWS: root(STRANGER) })]);
    const { fact } = chainsOf({ nodes: [ADMIN, middle] });
    const [only] = fact(role("admin")).origins;
    expect(line(only?.chain ?? null)).toBe(`${STRANGER} assumes role/middle assumes role/admin`);
    expect(only?.origin).toBe("unseen-account");
    expect(fact(role("admin")).power).toBe("everything");
    expect(line(fact(role("middle")).administrator)).toBe("role/middle assumes role/admin");
  });

  it("knows a stranger where the organization is known", () => {
    const account = node(
      "account",
      `aws:account:${OWN}`,
      { organization: { id: "arn:aws:organizations::1:organization/o-1" } } as Json,
      {
        aliases: [OWN],
      },
    );
    const middle = aRole(role("middle"), [trusted({ AWS: STRANGER })]);
    const listed = [
      [`aws:account:${OWN}`, "organization", "arn:aws:organizations::1:organization/o-1"],
    ] as const;
    const nodes = [
      account,
      ADMIN,
      middle,
      node("organization", "arn:aws:organizations::1:organization/o-1", {}),
    ];
    expect(comers({ nodes, edges: listed }, role("admin"))).toEqual({
      "outside-account": `${STRANGER} assumes role/middle assumes role/admin`,
    });
    // Members are told of their organization, and of nobody else in it.
    expect(Object.keys(comers({ nodes }, role("admin")))).toEqual(["unseen-account"]);
  });

  it("knows accounts that the organization lists and nobody read", () => {
    const organization = "arn:aws:organizations::1:organization/o-1";
    const member = (account: string) => node("account", `aws:account:${account}`, {}, { aliases: [account] });
    const middle = aRole(role("middle"), [trusted({ AWS: STRANGER })]);
    const nodes = [member(OWN), member(STRANGER), ADMIN, middle, node("organization", organization, {})];
    const edges = [OWN, STRANGER].map(
      (account) => [`aws:account:${account}`, "organization", organization] as const,
    );
    expect(Object.keys(comers({ nodes, edges }, role("admin")))).toEqual(["unseen-account"]);
  });

  it("asks for policies of the caller where the account is named", () => {
    const middle = aRole(role("middle"), [trusted({ AWS: root() })]);
    const by = (may: Json[]) => comers({ nodes: [ADMIN, middle, aUser(user("ann"), may)] }, role("admin"));
    expect(by([])).toEqual({});
    expect(by([assume(role("middle"))])).toEqual({ user: "user/ann assumes role/middle assumes role/admin" });
    expect(by([assume("*")])).toEqual({ user: "user/ann assumes role/middle assumes role/admin" });
    expect(by([assume(role("mid*"))])).toEqual({ user: "user/ann assumes role/middle assumes role/admin" });
    expect(by([assume(role("other"))])).toEqual({});
    expect(by([assume("*"), deny("sts:AssumeRole", role("middle"))])).toEqual({});
    expect(by([assume("*"), deny("sts:*")])).toEqual({});
  });

  it("asks for none where the principal is named in its own account", () => {
    const middle = aRole(role("middle"), [trusted({ AWS: user("ann") })]);
    expect(comers({ nodes: [middle, aUser(user("ann"))] }, role("middle"))).toEqual({
      user: "user/ann assumes role/middle",
    });
    const denied = aUser(user("ann"), [deny("sts:AssumeRole")]);
    expect(comers({ nodes: [middle, denied] }, role("middle"))).toEqual({});
  });

  it("asks both sides where accounts differ", () => {
    const target = aRole(role("target"), [trusted({ AWS: role("far", SECOND) })]);
    const far = (may: Json[]) => aRole(role("far", SECOND), [trusted({ Service: "ec2.amazonaws.com" })], may);
    expect(comers({ nodes: [target, far([])] }, role("target"))).toEqual({});
    expect(comers({ nodes: [target, far([assume(role("target"))])] }, role("target"))).toEqual({
      service: "ec2.amazonaws.com serves role/far assumes role/target",
    });
  });

  it("holds back roles, and not users, by boundaries that do not allow it", () => {
    const bound = node("identity-policy", arn("policy/bound"), { document: document(allow("s3:*")) } as Json);
    const named = (who: string) => aRole(role("target"), [trusted({ AWS: who })]);
    const ann = aUser(user("ann"), [], { boundary: bound.id });
    expect(comers({ nodes: [bound, named(user("ann")), ann] }, role("target"))).toHaveProperty("user");
    const held = aRole(role("held"), [trusted({ Service: "ec2.amazonaws.com" })], [], { boundary: bound.id });
    expect(comers({ nodes: [bound, named(role("held")), held] }, role("target"))).toEqual({});
  });

  it("lets guardrails deny it", () => {
    const account = node(
      "account",
      `aws:account:${OWN}`,
      { organization: { id: "o-1", managementAccount: "000000000000", allFeatures: true } } as Json,
      { aliases: [OWN] },
    );
    const guard = (statement: Json) =>
      node("organization-policy", "p-1", {
        policyType: "service-control",
        document: document(EVERYTHING, statement),
      } as Json);
    const target = aRole(role("target"), [trusted({ AWS: root() })]);
    const ann = aUser(user("ann"), [assume("*")]);
    const by = (statement: Json) =>
      comers(
        {
          nodes: [account, guard(statement), target, ann],
          edges: [["p-1", "targets", `aws:account:${OWN}`]],
        },
        role("target"),
      );
    expect(by(deny("s3:*"))).toEqual({ user: "user/ann assumes role/target" });
    expect(by(deny("sts:AssumeRole", role("target")))).toEqual({});
    expect(by(deny("sts:AssumeRole", role("other*")))).toEqual({ user: "user/ann assumes role/target" });
  });

  it("lets resource control policies keep strangers out", () => {
    const account = node(
      "account",
      `aws:account:${OWN}`,
      { organization: { id: "x/o-1", managementAccount: "0", allFeatures: true } } as Json,
      { aliases: [OWN] },
    );
    const by = (Condition: Json) => {
      const statement = deny("sts:AssumeRole", "*", { Principal: "*", Condition });
      const guard = node("organization-policy", "r-1", {
        ...{ policyType: "resource-control", document: document(EVERYTHING, statement) },
      } as Json);
      const target = aRole(role("target"), [trusted({ AWS: [STRANGER, user("ann")] })]);
      const nodes = [account, guard, target, aUser(user("ann"))];
      return Object.keys(comers({ nodes, edges: [["r-1", "targets", account.id]] }, role("target")));
    };
    expect(by({ StringNotEquals: { "aws:PrincipalAccount": OWN } })).toEqual(["user"]);
    expect(by({ StringEquals: { "aws:PrincipalAccount": "0" } })).toEqual(["unseen-account", "user"]);
  });

  it("lets anybody of the account in where anyone is trusted, and strangers too", () => {
    const target = aRole(role("target"), [trusted("*")]);
    expect(comers({ nodes: [target, aUser(user("ann"))] }, role("target"))).toEqual({
      anyone: "* assumes role/target",
      user: "user/ann assumes role/target",
    });
    const organization = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } };
    const guarded = aRole(role("target"), [trusted("*", organization)]);
    expect(comers({ nodes: [guarded] }, role("target"))).toEqual({});
    const far = aUser(user("far", SECOND), [assume("*")]);
    const second = node("account", `aws:account:${SECOND}`, { organization: { id: "arn:x/o-1" } } as Json, {
      aliases: [SECOND],
    });
    expect(comers({ nodes: [guarded, second, far] }, role("target"))).toEqual({
      user: "user/far assumes role/target",
    });
  });

  it("tells what must be brought, and what is not known", () => {
    const conditions = (Condition: Json) => {
      const target = aRole(role("target"), [trusted({ AWS: root() }, { Condition })]);
      const [origin] = chainsOf({ nodes: [target, aUser(user("ann"), [assume("*")])] }).fact(
        role("target"),
      ).origins;
      return origin === undefined ? null : [origin.chain.sure, origin.chain.steps[0]?.asks];
    };
    expect(conditions({ Bool: { "aws:MultiFactorAuthPresent": "true" } })).toEqual([
      true,
      ["aws:multifactorauthpresent"],
    ]);
    expect(conditions({ StringEquals: { "sts:ExternalId": "x" } })).toEqual([true, ["sts:externalid"]]);
    expect(conditions({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } })).toEqual([false, []]);
    expect(conditions({ StringEquals: { "aws:PrincipalAccount": SECOND } })).toBeNull();
    expect(conditions({ ArnEquals: { "aws:PrincipalArn": user("ann") } })).toEqual([true, []]);
    expect(conditions({ ArnEquals: { "aws:PrincipalArn": user("bob") } })).toBeNull();
    expect(conditions({ ArnNotEquals: { "aws:PrincipalArn": user("bob") } })).toEqual([true, []]);
    expect(conditions({ ArnNotLike: { "aws:PrincipalArn": user("a*") } })).toBeNull();
    expect(conditions({ StringEquals: { "aws:PrincipalTag/team": "a" } })).toBeNull();
    expect(conditions({ StringLike: { "aws:PrincipalArn": arn("user/a*") } })).toEqual([true, []]);
    expect(conditions({ StringEquals: { "aws:SourceAccount": OWN } })).toBeNull();
  });

  it("gives roles to things that somebody makes", () => {
    const target = aRole(role("target"), [trusted({ Service: "lambda.amazonaws.com" })], [EVERYTHING]);
    const by = (may: Json[]) =>
      line(chainsOf({ nodes: [target, aUser(user("ann"), may)] }).fact(user("ann")).administrator);
    const make = allow("lambda:CreateFunction");
    expect(by([make, allow("iam:PassRole", role("tar*"))])).toBe("user/ann passes role/target");
    expect(by([make, allow("iam:PassRole", role("oth*"))])).toBeNull();
    expect(by([allow("iam:PassRole", role("target"))])).toBeNull();
    const to = (service: string) => ({ Condition: { StringEquals: { "iam:PassedToService": service } } });
    expect(by([make, allow("iam:PassRole", role("target"), to("lambda.amazonaws.com"))])).toBe(
      "user/ann passes role/target",
    );
    expect(by([make, allow("iam:PassRole", role("target"), to("ec2.amazonaws.com"))])).toBeNull();
  });

  it("changes functions and commands machines that have a role", () => {
    const target = aRole(role("target"), [trusted({ Service: "lambda.amazonaws.com" })], [EVERYTHING], {
      instanceProfiles: [arn("instance-profile/p")],
    });
    const code = `arn:aws:lambda:eu-west-1:${OWN}:function:f`;
    const fn = node("function", code, { role: target.id } as Json);
    const host = node("host", "i-1", { instanceProfile: arn("instance-profile/p") } as Json, {
      scope: { provider: "aws", partition: "aws", account: OWN, region: "eu-west-1" },
    });
    const by = (may: Json[]) =>
      line(chainsOf({ nodes: [target, fn, host, aUser(user("ann"), may)] }).fact(user("ann")).administrator);
    expect(by([allow("lambda:UpdateFunctionCode", code)])).toBe("user/ann rewrites role/target");
    expect(by([allow("lambda:UpdateFunctionCode", `${code}2`)])).toBeNull();
    expect(by([allow("ssm:SendCommand", `arn:aws:ec2:eu-west-1:${OWN}:instance/*`)])).toBe(
      "user/ann commands role/target",
    );
    expect(by([allow("ssm:StartSession", `arn:aws:ec2:eu-central-1:${OWN}:instance/*`)])).toBeNull();
  });

  it("does not say that policies which nobody read allow nothing", () => {
    const target = aRole(role("target"), [trusted({ AWS: root() })]);
    const ann = aUser(user("ann"), [], { attachedPolicies: [arn("policy/unread")] });
    const { fact, gaps } = chainsOf({ nodes: [target, ann] });
    expect(line(fact(role("target")).origins[0]?.chain ?? null)).toBe("user/ann assumes? role/target");
    expect(gaps(role("target"))).toHaveLength(1);
  });

  it("goes round in circles without end or harm", () => {
    const a = aRole(role("a"), [trusted({ AWS: [role("b"), role("a")] })]);
    const b = aRole(role("b"), [trusted({ AWS: role("a") })]);
    expect(comers({ nodes: [a, b] }, role("a"))).toEqual({});
  });
});

describe("who comes from elsewhere", () => {
  const provider = (name: string, protocol: string) =>
    node("identity-provider", arn(`${protocol}-provider/${name}`), { name, protocol } as Json);
  const federated = (id: string, Action: string, Condition?: Json) =>
    trusted({ Federated: id }, { Action, ...(Condition === undefined ? {} : { Condition }) });

  it("signs in by SAML and presents tokens", () => {
    const [adfs, ci] = [provider("adfs", "saml"), provider("ci.example.com", "oidc")];
    const target = aRole(role("target"), [
      federated(adfs.id, "sts:AssumeRoleWithSAML", {
        StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" },
      }),
      federated(ci.id, "sts:AssumeRoleWithWebIdentity"),
    ]);
    expect(comers({ nodes: [adfs, ci, target] }, role("target"))).toEqual({
      oidc: "oidc-provider/ci.example.com presents-token role/target",
      saml: "saml-provider/adfs signs-in role/target",
    });
    expect(comers({ nodes: [target] }, role("target"))).toEqual({});
  });

  it("is anyone where strangers get tokens that will do", () => {
    const github = provider("token.actions.githubusercontent.com", "oidc");
    const by = (sub: string) =>
      comers(
        {
          nodes: [
            github,
            aRole(role("t"), [
              federated(github.id, "sts:AssumeRoleWithWebIdentity", {
                StringLike: { "token.actions.githubusercontent.com:sub": sub },
              }),
            ]),
          ],
        },
        role("t"),
      );
    expect(Object.keys(by("repo:*"))).toEqual(["anyone", "oidc"]);
    expect(Object.keys(by("repo:octo-org/*"))).toEqual(["oidc"]);
  });

  it("is assigned a permission set", () => {
    const name = "AWSReservedSSO_Admin_0123456789abcdef";
    const id = arn(`role/aws-reserved/sso.amazonaws.com/${name}`);
    const reserved = aRole(
      id,
      [federated(arn("saml-provider/AWSSSO_x"), "sts:AssumeRoleWithSAML")],
      [EVERYTHING],
      {
        path: "/aws-reserved/sso.amazonaws.com/",
      },
    );
    const nodes = [
      reserved,
      node("identity-center", "center", {} as Json),
      node("permission-set", "ps", { name: "Admin" } as Json),
      node("assignment", "assigned", { principalType: "group", principal: "g-1" } as Json),
    ];
    const edges = [
      ["assigned", "permission_set", "ps"],
      ["ps", "identity_center", "center"],
    ] as const;
    expect(comers({ nodes, edges }, id)).toEqual({
      "identity-center": `group g-1 assigned role/aws-reserved/sso.amazonaws.com/${name}`,
    });
    expect(line(chainsOf({ nodes, edges }).fact("center").administrator)).toContain("group g-1 assigned");
  });

  it("presents a certificate of the anchor that the role asks for", () => {
    const scope = { provider: "aws", partition: "aws", account: OWN, region: "eu-west-1" };
    const anchor = node("identity-provider", "anchor", { protocol: "x509", enabled: true } as Json, {
      scope,
    });
    const profile = (over: object) =>
      node("credential-profile", "profile", { enabled: true, roles: [role("t")], ...over } as Json, {
        scope,
      });
    const asking = (source: string) =>
      aRole(role("t"), [
        trusted(
          { Service: "rolesanywhere.amazonaws.com" },
          {
            Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
            Condition: {
              ArnEquals: { "aws:SourceArn": source },
              StringEquals: { "aws:PrincipalTag/x509Subject/CN": "edge-1" },
            },
          },
        ),
      ]);
    const by = (source: string, over = {}) =>
      comers({ nodes: [anchor, profile(over), asking(source)] }, role("t"))["anchor"];
    expect(by("*")).toBe("anchor presents-certificate role/t");
    expect(by("arn:aws:rolesanywhere:eu-west-1:111122223333:trust-anchor/other")).toBeUndefined();
    expect(by("*", { enabled: false })).toBeUndefined();
    expect(by("*", { roles: [] })).toBeUndefined();
  });

  it("goes no further from a session that the profile bounds", () => {
    const scope = { provider: "aws", partition: "aws", account: OWN, region: "eu-west-1" };
    const anchor = node("identity-provider", "anchor", { protocol: "x509", enabled: true } as Json, {
      scope,
    });
    const first = aRole(role("first"), [trusted({ Service: "rolesanywhere.amazonaws.com" })]);
    const second = aRole(role("second"), [trusted({ AWS: role("first") })]);
    const by = (managedPolicies: string[]) => {
      const is = { enabled: true, roles: [role("first")], sessionPolicy: null, managedPolicies };
      const nodes = [anchor, first, second, node("credential-profile", "profile", is as Json, { scope })];
      const { fact } = chainsOf({ nodes });
      return ["first", "second"].map((name) =>
        fact(role(name)).origins.some(({ origin }) => origin === "anchor"),
      );
    };
    expect(by([])).toEqual([true, true]);
    expect(by(["arn:aws:iam::aws:policy/ReadOnlyAccess"])).toEqual([true, false]);
  });

  it("is a guest of an identity pool", () => {
    const id = `arn:aws:cognito-identity:eu-west-1:${OWN}:identitypool/eu-west-1:1`;
    const COGNITO = "cognito-identity.amazonaws.com";
    const given = (amr: string) =>
      aRole(role("t"), [
        federated(COGNITO, "sts:AssumeRoleWithWebIdentity", {
          StringEquals: { [`${COGNITO}:aud`]: "eu-west-1:1" },
          "ForAnyValue:StringLike": { [`${COGNITO}:amr`]: amr },
        }),
      ]);
    const by = (amr: string, unauthenticated: boolean) =>
      comers(
        {
          nodes: [
            given(amr),
            node("identity-pool", id, { unauthenticated, unauthenticatedRole: role("t") } as Json),
          ],
        },
        role("t"),
      )["guest"];
    expect(by("unauthenticated", true)).toBe("identitypool/eu-west-1:1 pooled role/t");
    expect(by("unauthenticated", false)).toBeUndefined();
    expect(by("authenticated", true)).toBeUndefined();
  });
});

describe("what an account is open to", () => {
  it("is who comes to one of its administrators", () => {
    const account = node("account", `aws:account:${OWN}`, {} as Json, { aliases: [OWN] });
    const middle = aRole(role("middle"), [trusted({ AWS: root(STRANGER) })]);
    const { fact } = chainsOf({ nodes: [account, ADMIN, middle] });
    expect(fact(account.id).origins.map(({ origin }) => origin)).toEqual(["unseen-account"]);
  });

  it("is answered between two that are named", () => {
    const middle = aRole(role("middle"), [trusted({ AWS: root() })]);
    const { engine } = chainsOf({ nodes: [ADMIN, middle, aUser(user("ann"), [assume("*")])] });
    const [to] = engine.named(role("admin"));
    expect(line(engine.between(engine.named(OWN), to ?? -1))).toContain("role/admin");
    expect(line(engine.between(engine.named(user("ann")), to ?? -1))).toBe(
      "user/ann assumes role/middle assumes role/admin",
    );
    expect(engine.between(engine.named("anyone"), to ?? -1)).toBeNull();
  });
});

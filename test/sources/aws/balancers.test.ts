import { describe, expect, it } from "vitest";
import { assemble } from "../../../src/graph/index.js";
import { arrows, nodeOf, read } from "./harness.js";

const elb = (resource: string) => `arn:aws:elasticloadbalancing:eu-west-1:111122223333:${resource}`;
const LB = elb("loadbalancer/app/shop/0123");
const TG = elb("targetgroup/web/4567");

describe("a load balancer", () => {
  const balancers = read("elbv2:DescribeLoadBalancers", {
    LoadBalancers: [
      {
        LoadBalancerArn: LB,
        LoadBalancerName: "shop",
        Scheme: "internet-facing",
        Type: "application",
        State: { Code: "active" },
        IpAddressType: "dualstack",
        VpcId: "vpc-1",
        SecurityGroups: ["sg-1"],
        AvailabilityZones: [{ SubnetId: "subnet-1" }, { SubnetId: "subnet-2" }],
      },
      {
        LoadBalancerArn: elb("loadbalancer/net/wire/89"),
        LoadBalancerName: "wire",
        Scheme: "internal",
        Type: "network",
        State: { Code: "active" },
        VpcId: "vpc-1",
      },
    ],
  });

  it("has its scheme, its subnets and its groups; a network one may have none", () => {
    expect(nodeOf(balancers, LB)).toMatchObject({
      type: "aws.load-balancer",
      label: "shop",
      is: { balancerType: "application", scheme: "internet-facing", addressFamily: "dualstack" },
    });
    expect(arrows(balancers)).toEqual([
      `${LB} -filters-> sg-1`,
      `${LB} -network-> vpc-1`,
      `${LB} -subnets-> subnet-1`,
      `${LB} -subnets-> subnet-2`,
      `${elb("loadbalancer/net/wire/89")} -network-> vpc-1`,
    ]);
  });

  it("gets its attributes from another call, and stays one node", () => {
    const attributes = read(
      "elbv2:DescribeLoadBalancerAttributes",
      {
        Attributes: [
          { Key: "access_logs.s3.enabled", Value: "false" },
          { Key: "__proto__", Value: "x" },
        ],
      },
      { input: { LoadBalancerArn: LB } },
    );
    const graph = assemble([balancers, attributes]);
    expect(graph.ids("load-balancer")).toHaveLength(2);
    expect(graph.node(LB)).toMatchObject({
      label: "shop",
      is: { scheme: "internet-facing", attributes: { "access_logs.s3.enabled": "false" } },
    });
    expect(graph.gaps.filter(({ reason }) => reason === "conflict")).toEqual([]);
  });

  it("shares the name of its attributes with target groups, whose answer says of which group it speaks", () => {
    const arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/web/0123456789abcdef";
    const attributes = read(
      "elbv2:DescribeTargetGroupAttributes",
      { Attributes: [{ Key: "preserve_client_ip.enabled", Value: "false" }, { Value: "x" }] },
      { input: { TargetGroupArn: arn } },
    );
    const graph = assemble([attributes]);
    expect(graph.node(arn)).toMatchObject({
      kind: "target-group",
      label: "web",
      is: { attributes: { "preserve_client_ip.enabled": "false" } },
    });
    expect(attributes.gaps.map(({ message }) => message)).toEqual([`An attribute of ${arn} has no Key`]);
  });

  it("without an ARN is a gap", () => {
    expect(
      read("elbv2:DescribeLoadBalancers", { LoadBalancers: [{ LoadBalancerName: "x" }] }).gaps[0]?.touches
        .kinds,
    ).toContain("load-balancer");
  });
});

describe("a listener", () => {
  const listener = (more: object) => ({
    ListenerArn: elb("listener/app/shop/0123/1"),
    LoadBalancerArn: LB,
    Port: 443,
    Protocol: "HTTPS",
    ...more,
  });
  const one = (more: object) => read("elbv2:DescribeListeners", { Listeners: [listener(more)] });

  it("has its TLS policy and certificates, and forwards to every group of its default actions", () => {
    const batch = one({
      SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      Certificates: [{ CertificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/1" }],
      DefaultActions: [
        {
          Type: "forward",
          TargetGroupArn: TG,
          ForwardConfig: { TargetGroups: [{ TargetGroupArn: TG }, { TargetGroupArn: `${TG}b` }] },
        },
      ],
    });
    expect(batch.nodes[0]).toMatchObject({
      label: "HTTPS:443",
      is: {
        port: 443,
        tlsPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
        certificates: ["arn:aws:acm:eu-west-1:111122223333:certificate/1"],
        redirectsTo: null,
      },
    });
    expect(arrows(batch).map((arrow) => arrow.split(" -")[1])).toEqual([
      "certificates-> arn:aws:acm:eu-west-1:111122223333:certificate/1",
      `load_balancer-> ${LB}`,
      `target_groups-> ${TG}`,
      `target_groups-> ${TG}b`,
    ]);
  });

  it.each([
    [{ Protocol: "HTTPS", Port: "443", StatusCode: "HTTP_301" }, "HTTPS"],
    [{ Protocol: "#{protocol}", StatusCode: "HTTP_301" }, "HTTP"],
    [{ StatusCode: "HTTP_301" }, "HTTP"],
  ])("that redirects with %j goes to %s", (RedirectConfig, redirectsTo) => {
    const batch = one({ Protocol: "HTTP", Port: 80, DefaultActions: [{ Type: "redirect", RedirectConfig }] });
    expect(batch.nodes[0]?.is).toMatchObject({ redirectsTo });
  });
});

describe("a target", () => {
  it("is an instance, an address, a function or a load balancer", () => {
    const described = [
      "i-1",
      "10.0.0.5",
      "2001:DB8::5",
      "arn:aws:lambda:eu-west-1:111122223333:function:f",
      LB,
    ].map((Id) => ({
      Target: { Id, ...(Id.startsWith("arn:aws:lambda") ? {} : { Port: 80 }) },
      TargetHealth: { State: "unhealthy", Reason: "Target.Timeout" },
    }));
    const batch = read(
      "elbv2:DescribeTargetHealth",
      { TargetHealthDescriptions: described },
      { input: { TargetGroupArn: TG } },
    );
    expect(batch.nodes.map(({ id }) => id.replace(TG, ""))).toEqual([
      "#i-1/80",
      "#10.0.0.5/80",
      "#2001:db8::5/80",
      "#arn:aws:lambda:eu-west-1:111122223333:function:f",
      `#${LB}/80`,
    ]);
    expect(batch.nodes[0]?.is).toEqual({
      target: "i-1",
      port: 80,
      health: "unhealthy",
      reason: "Target.Timeout",
    });
    expect(arrows(batch).filter((arrow) => !arrow.includes("-target_group->"))).toEqual([
      `${TG}#${LB}/80 -load_balancer-> ${LB}`,
      `${TG}#i-1/80 -host-> i-1`,
    ]);
  });

  it("group has its health check and its load balancers", () => {
    const batch = read("elbv2:DescribeTargetGroups", {
      TargetGroups: [
        {
          TargetGroupArn: TG,
          TargetGroupName: "web",
          Protocol: "HTTP",
          Port: 80,
          TargetType: "ip",
          VpcId: "vpc-1",
          HealthCheckEnabled: true,
          HealthCheckProtocol: "HTTP",
          HealthCheckPath: "/",
          LoadBalancerArns: [LB],
        },
      ],
    });
    expect(batch.nodes[0]?.is).toEqual({
      name: "web",
      protocol: "HTTP",
      port: 80,
      targetType: "ip",
      healthCheck: { enabled: true, protocol: "HTTP", path: "/" },
    });
    expect(arrows(batch)).toEqual([`${TG} -load_balancers-> ${LB}`, `${TG} -network-> vpc-1`]);
  });
});

describe("a classic load balancer", () => {
  it("has the listeners and targets that stand inside it, and its attributes under the newer names", () => {
    const id = elb("loadbalancer/old");
    const batch = read("elb:DescribeLoadBalancers", {
      LoadBalancerDescriptions: [
        {
          LoadBalancerName: "old",
          Scheme: "internet-facing",
          VPCId: "vpc-1",
          Subnets: ["subnet-1"],
          SecurityGroups: ["sg-1"],
          Instances: [{ InstanceId: "i-1" }],
          ListenerDescriptions: [
            {
              Listener: {
                Protocol: "https",
                LoadBalancerPort: 443,
                InstancePort: 80,
                SSLCertificateId: "arn:aws:iam::1:server-certificate/c",
              },
              PolicyNames: ["ELBSecurityPolicy-2016-08"],
            },
          ],
        },
      ],
    });
    const attributes = read(
      "elb:DescribeLoadBalancerAttributes",
      {
        LoadBalancerAttributes: {
          AccessLog: { Enabled: false },
          AdditionalAttributes: [{ Key: "elb.http.desyncmitigationmode", Value: "defensive" }],
        },
      },
      { input: { LoadBalancerName: "old" } },
    );
    expect(nodeOf(batch, id).is).toMatchObject({ balancerType: "classic", scheme: "internet-facing" });
    expect(nodeOf(batch, `${id}#listener/443`).is).toMatchObject({
      protocol: "HTTPS",
      tlsPolicy: "ELBSecurityPolicy-2016-08",
      certificates: ["arn:aws:iam::1:server-certificate/c"],
    });
    expect(nodeOf(batch, `${id}#target/i-1`).is).toMatchObject({ health: "unknown" });
    expect(nodeOf(attributes, id).is).toEqual({
      attributes: { "access_logs.s3.enabled": "false", "routing.http.desync_mitigation_mode": "defensive" },
    });
  });
});

describe("a rule of a listener", () => {
  const LISTENER = elb("listener/app/shop/0123/1");
  const rule = (id: string, more: object) => ({
    RuleArn: elb(`listener-rule/app/shop/0123/1/${id}`),
    ...more,
  });
  const forward = (...groups: object[]) => ({ Type: "forward", ForwardConfig: { TargetGroups: groups } });
  const one = (more: object) => read("elbv2:DescribeRules", { Rules: [rule("9", more)] });

  it("hangs on its listener, names its conditions and forwards to groups with their shares", () => {
    const batch = one({
      Priority: "10",
      IsDefault: false,
      Conditions: [
        { Field: "path-pattern", Values: ["/a"], PathPatternConfig: { Values: ["/a", "/b"] } },
        { Field: "query-string", QueryStringConfig: { Values: [{ Key: "v", Value: "1" }] } },
        { Field: "host-header", RegexValues: ["^a"] },
      ],
      Actions: [
        { Type: "authenticate-oidc", Order: 1 },
        {
          ...forward({ TargetGroupArn: `${TG}b`, Weight: 0 }, { TargetGroupArn: TG, Weight: 5 }),
          TargetGroupArn: TG,
        },
      ],
    });
    expect(batch.gaps).toEqual([]);
    expect(batch.nodes[0]).toMatchObject({
      kind: "listener-rule",
      label: 'rule 10 (host-header is ^a, path-pattern is /a or /b, query-string is {"Key":"v","Value":"1"})',
      is: {
        priority: 10,
        isDefault: false,
        action: "forward",
        redirectsTo: null,
        forwards: [
          { group: TG, weight: 5, sticky: false },
          { group: `${TG}b`, weight: 0, sticky: false },
        ],
      },
    });
    expect(arrows(batch).map((arrow) => arrow.split(" -")[1])).toEqual([
      `listener-> ${LISTENER}`,
      `target_groups-> ${TG}`,
      `target_groups-> ${TG}b`,
    ]);
  });

  it("may be the default one, answer by itself or send the caller on", () => {
    expect(
      one({ Priority: "default", IsDefault: true, Actions: [{ Type: "fixed-response" }] }).nodes[0],
    ).toMatchObject({
      label: "default rule",
      is: { priority: null, isDefault: true, action: "fixed-response", forwards: [] },
    });
    expect(
      one({ Priority: "1", Actions: [{ Type: "redirect", RedirectConfig: { Protocol: "HTTPS" } }] }).nodes[0]
        ?.is,
    ).toMatchObject({ action: "redirect", redirectsTo: "HTTPS" });
  });

  it("with an action that is not known is a gap of its own", () => {
    const { gaps } = one({ Priority: "1", Actions: [{ Type: "teleport" }] });
    expect(gaps).toMatchObject([{ reason: "unmodelled", touches: { nodes: [rule("9", {}).RuleArn] } }]);
  });

  it("of whatever shape leaves a gap and no more than that", () => {
    for (const more of [
      { Actions: "x" },
      { Actions: [{ ForwardConfig: { TargetGroups: 1 } }] },
      { Conditions: [3] },
    ])
      expect(one({ Priority: "1", ...more }).gaps.length).toBeGreaterThan(0);
    expect(
      read("elbv2:DescribeRules", { Rules: [{}] }, { input: { ListenerArn: LISTENER } }).gaps[0]?.touches,
    ).toEqual({
      kinds: [],
      nodes: [LISTENER],
      relations: ["rules", "target_groups"],
    });
  });
});

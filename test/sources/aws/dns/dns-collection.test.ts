import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assemble, dumpGraph } from "../../../../src/graph/index.js";
import { collectAws, readAnswerFiles, toEnvelopes } from "../../../../src/sources/aws/index.js";
import { pointAwsAt } from "../../../setup/aws-environment.js";
import { emptyAnswer, type QueryCall, route53Xml, startQueryServer } from "../../../setup/query-server.js";
import { exportedFiles } from "../exported.js";
import { gather, told, type Whole } from "../harness.js";

const ZONES = Array.from({ length: 40 }, (_none, index) => `Z${index}`);

const record = (name: string, set: string) =>
  `<ResourceRecordSet><Name>${name}</Name><Type>A</Type><SetIdentifier>${set}</SetIdentifier><Weight>1</Weight><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>`;

/** Two pages of zones; of each zone three pages of records, two of which begin with one name and type. */
function dnsAnswer({ call, request }: QueryCall): string | null {
  const url = new URL(request.url ?? "/", "http://x");
  const [, operation = ""] = call.split(":");
  const zone = /hostedzone\/([^/?]+)/.exec(url.pathname)?.[1] ?? "";
  const asked = (name: string) => url.searchParams.get(name);
  if (call === "route53:ListHostedZones") {
    const second = asked("marker") === "Z20";
    const zones = (second ? ZONES.slice(20) : ZONES.slice(0, 20)).map(
      (id) =>
        `<HostedZone><Id>/hostedzone/${id}</Id><Name>example.com.</Name><CallerReference>c</CallerReference></HostedZone>`,
    );
    const next = second ? "" : "<NextMarker>Z20</NextMarker>";
    return route53Xml(
      operation,
      `<HostedZones>${zones.join("")}</HostedZones><IsTruncated>${!second}</IsTruncated>${next}<MaxItems>${asked("maxitems")}</MaxItems>`,
    );
  }
  if (call === "route53:ListResourceRecordSets") {
    const set = asked("identifier");
    const pages: Record<string, [string, string]> = {
      "": [record("a.example.com.", "1"), "2"],
      "2": [record("\\052.example.com.", "2"), "3"],
      "3": [record("\\052.example.com.", "3"), ""],
    };
    const [sets, next] = pages[set ?? ""] ?? ["", ""];
    const more =
      next === ""
        ? ""
        : `<NextRecordName>\\052.example.com.</NextRecordName><NextRecordType>A</NextRecordType><NextRecordIdentifier>${next}</NextRecordIdentifier>`;
    return route53Xml(
      operation,
      `<ResourceRecordSets>${sets}</ResourceRecordSets><IsTruncated>${next !== ""}</IsTruncated>${more}<MaxItems>300</MaxItems>`,
    );
  }
  if (call === "route53:GetHostedZone")
    return route53Xml(
      operation,
      `<HostedZone><Id>/hostedzone/${zone}</Id><Name>example.com.</Name><CallerReference>c</CallerReference></HostedZone><DelegationSet><NameServers><NameServer>ns-1.awsdns-00.com</NameServer></NameServers></DelegationSet>`,
    );
  if (call === "route53:GetDNSSEC")
    return route53Xml(
      operation,
      "<Status><ServeSignature>NOT_SIGNING</ServeSignature></Status><KeySigningKeys/>",
    );
  if (call === "route53:ListTagsForResource") {
    const id = url.pathname.split("/").at(-1);
    return route53Xml(
      operation,
      `<ResourceTagSet><ResourceType>hostedzone</ResourceType><ResourceId>${id}</ResourceId><Tags/></ResourceTagSet>`,
    );
  }
  return null;
}

describe("an account with forty zones", () => {
  const calls: QueryCall[] = [];
  let server: Awaited<ReturnType<typeof startQueryServer>>;
  let undo: () => void;
  let whole: Whole;

  beforeAll(async () => {
    server = await startQueryServer((call, response) => {
      calls.push(call);
      const answer = dnsAnswer(call) ?? emptyAnswer(call);
      if (answer === null) return false;
      response.end(answer);
      return true;
    });
    undo = pointAwsAt(server.endpoint);
    whole = await gather(collectAws({ attempts: 1 }));
  });
  afterAll(async () => {
    undo();
    await server.stop();
  });

  it("is read to the last page of each zone, in few and large pages", () => {
    const asked = calls.filter(({ call }) => call === "route53:ListResourceRecordSets");
    expect(asked).toHaveLength(120);
    expect(asked.every(({ request }) => request.url?.includes("maxitems=300"))).toBe(true);
    const graph = assemble([whole]);
    const zone = "arn:aws:route53:::hostedzone/Z39";
    expect(graph.step(zone, "records")?.ids).toEqual([
      `${zone}#\\052.example.com./A/2`,
      `${zone}#\\052.example.com./A/3`,
      `${zone}#a.example.com./A/1`,
    ]);
    expect(graph.node(zone)?.is).toMatchObject({
      name: "example.com.",
      nameServers: ["ns-1.awsdns-00.com."],
      signing: { status: "not-signing" },
    });
    expect(told(graph.gaps.filter(({ at }) => at.call?.startsWith("route53") === true))).toEqual([]);
  });

  it("has one row of the ledger for the records of all zones, though they come in parts", () => {
    const rows = whole.ledger.filter(({ call }) => call === "route53:ListResourceRecordSets");
    expect(rows).toMatchObject([{ status: "ok", answers: 120, items: 120 }]);
  });

  it("asks the registrar in the one Region that has it", () => {
    const [domains] = calls.filter(({ call }) => call === "route53domains:ListDomains");
    expect(domains?.region).toBe("us-east-1");
  });

  it("exported and read from the files is the same graph, cited by the same places", async () => {
    const files = exportedFiles({ answers: [...whole.answers].reverse() });
    const again = await gather(readAnswerFiles(files));
    const lines = (one: Whole) => dumpGraph(assemble([one])).replace(/"line":\d+,/g, "");
    expect(lines(again)).toBe(lines(whole));
  });

  it("of which a page in the middle is all that was saved is known in part", async () => {
    const middle = whole.answers.filter(
      ({ operation, input }) =>
        operation !== "ListResourceRecordSets" || input["StartRecordIdentifier"] === "2",
    );
    const saved = middle.map((answer, index) => ({
      path: `accounts/111122223333/global/${index}.json`,
      text: JSON.stringify(toEnvelopes([answer])),
    }));
    const again = await gather(readAnswerFiles(saved));
    const gaps = again.gaps.filter(({ reason }) => reason === "truncated");
    expect(gaps).toHaveLength(40);
    expect(gaps[0]?.touches).toMatchObject({ relations: ["records"] });
  });
});

describe("saved answers about names", () => {
  const saved = (content: object) =>
    gather(readAnswerFiles([{ path: "accounts/111122223333/global/x.json", text: JSON.stringify(content) }]));
  const kinds = async (content: object) => (await saved(content)).nodes.map(({ kind }) => kind);

  it.each([
    ["zones", { HostedZones: [{ Id: "/hostedzone/Z1", Name: "a." }] }, ["zone"]],
    ["one zone", { HostedZone: { Id: "/hostedzone/Z1", Name: "a." }, VPCs: [] }, ["zone"]],
    ["health checks", { HealthChecks: [{ Id: "h", HealthCheckConfig: { Type: "TCP" } }] }, ["health-check"]],
    ["domains", { Domains: [{ DomainName: "a.example" }] }, ["domain"]],
    ["a domain", { DomainName: "a.example", Nameservers: [], StatusList: [] }, ["domain"]],
    ["rules", { ResolverRules: [{ Id: "r", DomainName: "." }] }, ["resolver-rule"]],
    [
      "rules of a firewall",
      { FirewallRules: [{ FirewallRuleGroupId: "g", FirewallDomainListId: "l", Action: "BLOCK" }] },
      ["dns-firewall-rule"],
    ],
    [
      "settings",
      { FirewallConfig: { ResourceId: "vpc-1", FirewallFailOpen: "ENABLED" } },
      ["resolver-settings"],
    ],
    [
      "namespaces",
      {
        Namespaces: [
          {
            Id: "ns",
            Arn: "arn:aws:servicediscovery:eu-west-1:111122223333:namespace/ns",
            Name: "a",
            Type: "HTTP",
          },
        ],
      },
      ["name-service"],
    ],
  ])("that hold %s bare are recognized", async (_what, content, expected) => {
    expect(await kinds(content)).toEqual(expected);
  });

  it.each([
    ["records", { ResourceRecordSets: [] }],
    ["names of a list", { Domains: ["a.example."] }],
    ["addresses", { IpAddresses: [] }],
  ])("that hold %s bare do not say of what", async (_what, content) => {
    const whole = await saved(content);
    expect(whole.nodes).toEqual([]);
    expect(told(whole.gaps).some((text) => text.includes("in an envelope with its input"))).toBe(true);
  });

  it.each(["Route 53", "route53", "route-53"])("are known by the service name %s", async (service) => {
    const output = {
      ResourceRecordSets: [{ Name: "a.", Type: "A", ResourceRecords: [{ Value: "192.0.2.1" }] }],
    };
    const input = { HostedZoneId: "Z1" };
    expect(await kinds({ service, operation: "list-resource-record-sets", input, output })).toEqual([
      "record",
    ]);
  });

  it("without any of these miss each service of names once", async () => {
    const whole = await saved({
      Vpcs: [{ VpcId: "vpc-1", OwnerId: "111122223333", CidrBlock: "10.0.0.0/16" }],
    });
    expect(told(whole.gaps).filter((text) => text.includes("route53"))).toEqual([
      "not-collected: Nothing of route53 was collected in account 111122223333",
      "not-collected: Nothing of route53domains was collected in account 111122223333",
      "not-collected: Nothing of route53profiles was collected in an unknown Region of account 111122223333",
      "not-collected: Nothing of route53resolver was collected in an unknown Region of account 111122223333",
    ]);
  });

  it("about one network's settings miss those of the others", async () => {
    const whole = await gather(
      readAnswerFiles([
        {
          path: "accounts/111122223333/eu-west-1/v.json",
          text: JSON.stringify([
            {
              Vpcs: ["vpc-1", "vpc-2"].map((VpcId) => ({
                VpcId,
                OwnerId: "111122223333",
                CidrBlock: "10.0.0.0/16",
              })),
            },
            { FirewallConfig: { ResourceId: "vpc-1", FirewallFailOpen: "ENABLED" } },
          ]),
        },
      ]),
    );
    expect(told(whole.gaps).filter((text) => text.includes("route53resolver"))).toEqual([
      "not-collected: route53resolver:GetFirewallConfig was not asked about vpc-2",
    ]);
  });

  it("never hand on a secret, nor whereabouts", async () => {
    const canary = "CANARY-home";
    const whole = await saved({
      DomainName: "a.example",
      Nameservers: [],
      ...{ AdminContact: { City: canary }, RegistrantContact: { Email: canary } },
      ...{ TechContact: { Fax: canary }, BillingContact: { Fax: canary }, AuthCode: canary },
    });
    expect(whole.nodes).toHaveLength(1);
    expect(JSON.stringify(whole)).not.toContain(canary);
  });
});

import { describe, expect, it } from "vitest";
import { derive } from "../../../src/derive/index.js";
import type { DataRules } from "../../../src/model/index.js";
import { DataEstate, OTHER, OWN } from "./estate.js";

const IN_EUROPE: DataRules = {
  classes: { personal: { tags: ["data-class=personal"], allowed: { jurisdictions: ["EU"] } } },
};
const personal = { tags: { "data-class": "personal" } };
const bucket = (name: string) => `arn:aws:s3:::${name}`;
const table = (region: string) => `arn:aws:dynamodb:${region}:${OWN}:table/orders`;
const refused = (estate: DataEstate, id: string) =>
  estate
    .placement(id)
    .places.filter(({ refusedBy }) => refusedBy.length > 0)
    .map(({ name }) => name);

describe("classes of data", () => {
  const rules: DataRules = {
    classes: {
      payments: { accounts: [OTHER], allowed: { regions: ["eu-west-1"], partitions: ["aws"] } },
      personal: { tags: ["data-class=personal"], allowed: { jurisdictions: ["EU"], edge: true } },
      web: { names: ["www-*"] },
    },
  };
  const fact = (estate: DataEstate, id: string) =>
    derive(estate.graph(), { data: rules }).fact("classes", id).value;

  it.each<[string, Parameters<DataEstate["store"]>[3], string[]]>([
    ["a tag", personal, ["personal"]],
    ["another value of the tag", { tags: { "data-class": "public" } }, []],
    ["an account", { account: OTHER }, ["payments"]],
    ["several at once", { ...personal, account: OTHER }, ["payments", "personal"]],
  ])("are told by %s", (_story, more, classes) => {
    expect(fact(new DataEstate().store("s", "aws.bucket", {}, more), "s")).toEqual({
      declared: true,
      classes,
    });
  });

  it("are told by a pattern of names, of which * is any text and nothing else means anything", () => {
    expect(fact(new DataEstate().store("www-1", "aws.bucket"), "www-1")).toEqual({
      declared: true,
      classes: ["web"],
    });
    expect(fact(new DataEstate().store("awww-1", "aws.bucket"), "awww-1")).toEqual({
      declared: true,
      classes: [],
    });
  });

  it("must all allow a place", () => {
    const both = { ...personal, account: OTHER, region: "eu-central-1" };
    const [place] = new DataEstate(rules).store("s", "aws.bucket", {}, both).placement("s").places;
    expect(place?.refusedBy).toEqual(["payments"]);
  });

  it("may ask for a partition beside a jurisdiction", () => {
    const sovereign: DataRules = {
      classes: { state: { names: ["*"], allowed: { jurisdictions: ["EU"], partitions: ["aws-eusc"] } } },
    };
    const at = (region: string) =>
      new DataEstate(sovereign).store("s", "aws.bucket", {}, { region }).placement("s").places[0]?.refusedBy;
    expect(at("eu-central-1")).toEqual(["state"]);
    expect(at("eusc-de-east-1")).toEqual([]);
  });
});

describe("where a store lies", () => {
  it("is its Region, with country and jurisdictions", () => {
    const [place] = new DataEstate().store("db", "aws.db-instance").placement("db").places;
    expect(place).toMatchObject({
      how: "lies",
      country: "DE",
      jurisdictions: ["DE", "EEA", "EU"],
      copies: 1,
    });
  });

  it.each([
    ["eu-west-2", ["GB", "EU-adequate", "UK"]],
    ["eu-central-2", ["CH", "EU-adequate"]],
    ["us-gov-west-1", ["US"]],
    ["cn-north-1", ["CN"]],
    ["eusc-de-east-1", ["DE", "EEA", "EU"]],
  ])("%s is of %j", (region, jurisdictions) => {
    const [place] = new DataEstate().store("db", "aws.db-instance", {}, { region }).placement("db").places;
    expect(place?.jurisdictions).toEqual(jurisdictions);
  });

  it("is a Local Zone of another country, steered from its Region", () => {
    const estate = new DataEstate().store("v", "aws.volume", { zones: ["eu-central-1-waw-1a"] });
    expect(estate.places("v")).toEqual([
      "lies local-zone eu-central-1-waw-1a PL",
      "metadata region eu-central-1 DE",
    ]);
  });

  it("is a Wavelength Zone", () => {
    const estate = new DataEstate().store(
      "v",
      "aws.volume",
      { zones: ["us-east-1-wl1-bos-wlz-1"] },
      { region: "us-east-1" },
    );
    expect(estate.places("v")).toContain("lies wavelength-zone us-east-1-wl1-bos-wlz-1 US");
  });

  it("is not known where a Region is in no table", () => {
    const estate = new DataEstate(IN_EUROPE).store(
      "v",
      "aws.volume",
      {},
      { ...personal, region: "xx-north-1" },
    );
    expect(estate.placement("v").places[0]?.undecidedBy).toEqual(["personal"]);
    expect(estate.placement("v").blind).toHaveLength(1);
  });
});

describe("replicas", () => {
  it("of a bucket in another jurisdiction: data goes there, and the trace names the rule", () => {
    const estate = new DataEstate(IN_EUROPE)
      .store(bucket("a"), "aws.bucket", { name: "a" }, personal)
      .store(bucket("b"), "aws.bucket", { name: "b" }, { region: "us-east-1" })
      .rule("a#replication", "aws.bucket-replication-rule", {
        sources: [bucket("a")],
        destinations: [{ region: null, account: null, store: bucket("b") }],
      });
    expect(estate.places(bucket("a"))).toEqual(["goes region us-east-1 US", "lies region eu-central-1 DE"]);
    expect(refused(estate, bucket("a"))).toEqual(["us-east-1"]);
    const [goes] = estate.placement(bucket("a")).places;
    expect(goes?.trace.map(({ why, node }) => `${why} ${node}`)).toEqual([
      `store ${bucket("a")}`,
      "replication a#replication",
      `store ${bucket("b")}`,
    ]);
  });

  it("do not go on by the next bucket's own replication, and its backups do count", () => {
    const to = (name: string) => [{ region: null, account: null, store: bucket(name) }];
    const estate = new DataEstate()
      .store(bucket("a"), "aws.bucket")
      .store(bucket("b"), "aws.bucket", {}, { region: "eu-west-1" })
      .store(bucket("c"), "aws.bucket", {}, { region: "us-east-1" })
      .rule("a#r", "aws.bucket-replication-rule", { sources: [bucket("a")], destinations: to("b") })
      .rule("b#r", "aws.bucket-replication-rule", { sources: [bucket("b")], destinations: to("c") })
      .copy("backup-of-b", bucket("b"), { region: "eu-north-1" });
    expect(estate.places(bucket("a"))).toEqual([
      "goes region eu-north-1 SE",
      "goes region eu-west-1 IE",
      "lies region eu-central-1 DE",
    ]);
    expect(estate.places(bucket("b"))).toContain("goes region us-east-1 US");
  });

  it("are not made by a rule that is off", () => {
    const estate = new DataEstate()
      .store(bucket("a"), "aws.bucket")
      .rule("r", "aws.bucket-replication-rule", {
        ...{ enabled: false, sources: [bucket("a")] },
        destinations: [{ region: "us-east-1", account: null, store: null }],
      });
    expect(estate.places(bucket("a"))).toEqual(["lies region eu-central-1 DE"]);
  });

  it("of a global table lie in each Region", () => {
    const estate = new DataEstate()
      .store(table("eu-central-1"), "aws.table")
      .rule("replicas", "aws.global-table", {
        ruleType: "global-table",
        sources: [table("eu-central-1")],
        destinations: ["us-east-1", "ap-northeast-1"].map((region) => ({
          region,
          account: OWN,
          store: table(region),
        })),
      });
    expect(estate.places(table("eu-central-1"))).toEqual([
      "lies region ap-northeast-1 JP",
      "lies region eu-central-1 DE",
      "lies region us-east-1 US",
    ]);
  });

  it("go to a bucket that nobody collected: where that is, nobody knows", () => {
    const estate = new DataEstate(IN_EUROPE)
      .store(bucket("a"), "aws.bucket", {}, personal)
      .rule("r", "aws.bucket-replication-rule", {
        sources: [bucket("a")],
        destinations: [{ region: null, account: OTHER, store: bucket("theirs") }],
      });
    const { places, blind } = estate.placement(bucket("a"));
    expect(places.find(({ placeType }) => placeType === "unknown")?.undecidedBy).toEqual(["personal"]);
    expect(blind).toHaveLength(2);
  });

  it("of images go where the registry sends their prefix", () => {
    const estate = new DataEstate()
      .store("shop/web", "aws.image-repository")
      .store("tools", "aws.image-repository")
      .rule("registry", "aws.registry-replication-rule", {
        ...{ sources: [], selection: { prefixes: ["shop/"] } },
        destinations: [{ region: "us-west-2", account: OWN, store: null }],
      });
    expect(estate.places("shop/web")).toContain("goes region us-west-2 US");
    expect(estate.places("tools")).toEqual(["lies region eu-central-1 DE"]);
  });
});

describe("chains of copies", () => {
  const chain = () =>
    new DataEstate(IN_EUROPE)
      .store("arn:volume/vol-1", "aws.volume", {}, { ...personal, aliases: ["vol-0001"] })
      .copy("arn:snapshot/snap-1", "vol-0001", { aliases: ["snap-0001"] })
      .add(
        "data-copy",
        "arn:image/ami-1",
        "aws.image",
        { copyType: "image", of: "i-0001" },
        { aliases: ["ami-0001"] },
      )
      .arrow("arn:image/ami-1 -parts-> arn:snapshot/snap-1")
      .add(
        ...(["data-copy", "arn:image/ami-2", "aws.image"] as const),
        {
          copyType: "image",
          of: "ami-0001",
          source: { region: "eu-central-1", account: null, store: "ami-0001" },
        },
        { region: "us-east-1" },
      )
      .copy("arn:snapshot/snap-2", null, { region: "us-east-1", is: { sharedWith: [OTHER] } })
      .arrow("arn:image/ami-2 -parts-> arn:snapshot/snap-2");

  it("lead from a volume by its snapshot, an image and the image's copy to another continent", () => {
    expect(chain().places("arn:volume/vol-1")).toEqual([
      "lies region eu-central-1 DE",
      "lies region us-east-1 US",
    ]);
    expect(refused(chain(), "arn:volume/vol-1")).toEqual(["us-east-1"]);
  });

  it("tell with whom the last copy is shared", () => {
    expect(chain().placement("arn:volume/vol-1").shared).toEqual([
      { copy: "arn:snapshot/snap-2", label: "arn:snapshot/snap-2", with: OTHER, relation: "unknown" },
    ]);
  });

  it("do not take other volumes of the same image for copies", () => {
    const estate = chain()
      .copy("arn:snapshot/snap-9", "vol-0009", { aliases: ["snap-0009"], region: "eu-west-2" })
      .arrow("arn:image/ami-1 -parts-> arn:snapshot/snap-9");
    expect(estate.places("arn:volume/vol-1").join()).not.toContain("GB");
  });

  it("follow a copied snapshot whose description says of what", () => {
    const estate = chain().copy("snap-3", null, {
      region: "sa-east-1",
      is: { source: { region: "eu-central-1", account: null, store: "snap-0001" } },
    });
    expect(estate.places("arn:volume/vol-1")).toContain("lies region sa-east-1 BR");
  });

  it("are unknown where a copied snapshot says nothing, and lies where it may not", () => {
    const stray = (region: string) => chain().copy("stray", null, { region }).placement("arn:volume/vol-1");
    expect(stray("us-west-2").blind.join()).toContain("stray is a copy of a snapshot");
    expect(stray("eu-west-1").blind.join()).not.toContain("stray");
  });
});

describe("what could not be seen", () => {
  const store = () => new DataEstate().store("v", "aws.volume").store("s", "aws.secret");
  const denied = (types: string[], account = OWN) => ({
    message: "denied",
    touches: { kinds: ["data-copy" as const], types, account, region: "us-east-1" },
  });

  it("hides snapshots of volumes of the account, in whatever Region", () => {
    expect(
      store()
        .blind(denied(["aws.snapshot"]))
        .placement("v").blind,
    ).toEqual(["denied"]);
  });

  it("does not hide copies of other kinds of stores, nor those of others", () => {
    expect(
      store()
        .blind(denied(["aws.snapshot"]))
        .placement("s").blind,
    ).toEqual([]);
    expect(
      store()
        .blind(denied(["aws.snapshot"], OTHER))
        .placement("v").blind,
    ).toEqual([]);
  });

  it("does not hide with whom a snapshot is shared, where it is about something else", () => {
    const gateways = {
      message: "denied",
      touches: { kinds: ["transfer" as const], types: ["aws.sync-task"], account: OWN },
    };
    expect(store().copy("c", "v").blind(gateways).placement("c").blind).toEqual([]);
    expect(
      store()
        .copy("c", "v")
        .blind(denied(["aws.snapshot"]))
        .placement("c").blind,
    ).toEqual(["denied"]);
  });

  it.each<[string, string, string[] | undefined]>([
    ["the backups in a vault", "vault", ["kept"]],
    ["the rules of a plan", "plan", undefined],
    ["what a plan takes", "plan", ["parts"]],
    ["what a lifecycle policy takes", "dlm", undefined],
  ])("is %s, of which any volume of the account may have some", (_story, named, relations) => {
    const estate = store()
      .store("vault", "aws.backup-vault", { storeType: "vault" })
      .rule("plan", "aws.backup-plan", { ruleType: "backup-plan" })
      .rule("dlm", "aws.lifecycle-policy", { ruleType: "lifecycle" })
      .blind({
        message: "details",
        touches: { nodes: [named], ...(relations === undefined ? {} : { relations }) },
      });
    expect(estate.placement("v").blind).toEqual(["details"]);
    expect(estate.backups("v").blind).toEqual(["details"]);
    expect(estate.placement("s").blind).toEqual([]);
  });

  it("is what a task takes whose source was not collected, and where one goes whose end was not", () => {
    const task = (arrow: string) =>
      new DataEstate(IN_EUROPE)
        .store(bucket("a"), "aws.bucket", {}, personal)
        .add("transfer-end", "end", "aws.sync-location", { endType: "s3" })
        .add("transfer", "task", "aws.sync-task", { transferType: "sync" })
        .arrow(`end -store-> ${bucket("a")}`)
        .arrow(arrow);
    expect(task("task -source-> elsewhere").placement(bucket("a")).blind).toHaveLength(1);
    expect(task("task -source-> end").places(bucket("a"))).toContain("goes unknown unknown ?");
  });

  it("of a copy is unseen of the store", () => {
    const estate = store()
      .copy("c", "v")
      .blind({ message: "permissions", touches: { nodes: ["c"] } });
    expect(estate.placement("v").blind).toEqual(["permissions"]);
  });

  it("is what an account does that was given a copy, and was not read", () => {
    const estate = new DataEstate(IN_EUROPE)
      .store("v", "aws.volume", {}, personal)
      .copy("c", "v", { is: { sharedWith: [OTHER] } });
    expect(estate.placement("v").blind).toEqual([
      `What account ${OTHER} does with copies of v was not collected`,
    ]);
  });
});

const ORGANIZATION = "arn:aws:organizations::000000000000:organization/o-1";

describe("shared copies", () => {
  it("are told by who is given them", () => {
    const member = { id: ORGANIZATION, managementAccount: null };
    const estate = new DataEstate()
      .add("account", `arn:account/${OWN}`, "aws.account", { organization: member }, { aliases: [OWN] })
      .add(
        "account",
        "arn:account/777788889999",
        "aws.account",
        { organization: member },
        { aliases: ["777788889999"] },
      )
      .add("organization", ORGANIZATION, "aws.organization", {})
      .arrow(`arn:account/${OWN} -organization-> ${ORGANIZATION}`)
      .store("v", "aws.volume")
      .copy("c", "v", { is: { sharedWith: ["777788889999", OTHER, "all"] } });
    expect(estate.placement("v").shared.map(({ relation }) => relation)).toEqual([
      "outside",
      "organization",
      "everyone",
    ]);
  });
});

describe("whom the policy of a store lets in", () => {
  const statement = (more: object) => ({
    Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...more },
  });
  const ORG = { "aws:PrincipalOrgID": "o-1" };

  it.each<[string, object, string[]]>([
    ["an account by its root", { Principal: { AWS: `arn:aws:iam::${OTHER}:root` } }, [`${OTHER} outside`]],
    ["a role of it", { Principal: { AWS: [`arn:aws:iam::${OTHER}:role/reader`] } }, [`${OTHER} outside`]],
    ["a bare number", { Principal: { AWS: OTHER } }, [`${OTHER} outside`]],
    ["everybody", { Principal: "*" }, ["all everyone"]],
    [
      "everybody of the organization",
      { Principal: { AWS: "*" }, Condition: { StringEquals: ORG } },
      ["o-1 organization"],
    ],
    [
      "everybody under another condition",
      { Principal: "*", Condition: { Bool: { "aws:SecureTransport": "true" } } },
      ["all everyone"],
    ],
    [
      "everybody of an account",
      { Principal: "*", Condition: { StringEquals: { "kms:CallerAccount": OTHER } } },
      [`${OTHER} outside`],
    ],
    [
      "the organization, or whoever is in none",
      { Principal: "*", Condition: { StringEqualsIfExists: ORG } },
      ["all everyone"],
    ],
    [
      "everybody from some network",
      { Principal: "*", Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } },
      [],
    ],
    ["a service", { Principal: { Service: "cloudtrail.amazonaws.com" } }, []],
    ["nobody: a denial", { Effect: "Deny", Principal: "*" }, []],
  ])("%s", (_story, more, shared) => {
    const estate = new DataEstate()
      .add(
        "account",
        `arn:account/${OWN}`,
        "aws.account",
        { organization: { id: ORGANIZATION } },
        { aliases: [OWN] },
      )
      .add("organization", ORGANIZATION, "aws.organization", {})
      .arrow(`arn:account/${OWN} -organization-> ${ORGANIZATION}`)
      .store(bucket("a"), "aws.bucket", { policy: statement(more) });
    expect(estate.placement(bucket("a")).shared.map((one) => `${one.with} ${one.relation}`)).toEqual(shared);
  });
});

describe("Outposts and sites", () => {
  const OUTPOST = `arn:aws:outposts:eu-central-1:${OWN}:outpost/op-1`;
  const estate = () =>
    new DataEstate()
      .add("site", "site-1", "aws.outpost-site", { name: "Vienna", country: "AT" })
      .add("outpost", OUTPOST, "aws.outpost", { name: "op-1" }, { label: "op-1", aliases: ["op-1"] })
      .arrow(`${OUTPOST} -site-> site-1`)
      .store("v", "aws.volume", { outpost: OUTPOST });

  it("lie in the country of the site, and are steered from the Region", () => {
    expect(estate().places("v")).toEqual(["lies outpost op-1 AT", "metadata region eu-central-1 DE"]);
  });

  it("have snapshots in the Region unless these are on the Outpost", () => {
    const kept = estate().copy("c", "v", { is: { outpost: OUTPOST } });
    expect(kept.places("v")).not.toContain("lies region eu-central-1 DE");
    expect(
      estate()
        .copy("c", "v", { is: { outpost: null } })
        .places("v"),
    ).toContain("lies region eu-central-1 DE");
  });

  it("have a lifecycle policy that takes snapshots up to the Region, unless it keeps them", () => {
    const rule = (locally: boolean) =>
      estate()
        .rule("dlm", "aws.lifecycle-schedule", {
          ...{ ruleType: "lifecycle", sources: [], destinations: [], locally },
          selection: { ResourceTypes: ["VOLUME"] },
        })
        .places("v");
    expect(rule(false)).toContain("goes region eu-central-1 DE");
    expect(rule(true)).not.toContain("goes region eu-central-1 DE");
  });

  it("may be allowed by the site that they stand at", () => {
    const at = (sites: string[]) => {
      const rules: DataRules = { classes: { personal: { names: ["*"], allowed: { sites } } } };
      return Object.assign(estate(), { rules })
        .placement("v")
        .places.find(({ how }) => how === "lies")?.refusedBy;
    };
    expect(at(["site-1"])).toEqual([]);
    expect(at(["site-2"])).toEqual(["personal"]);
  });

  it("of an unknown site are in no country", () => {
    const [place] = new DataEstate().store("v", "aws.volume", { outpost: OUTPOST }).placement("v").places;
    expect(place).toMatchObject({ placeType: "outpost", country: null, region: "eu-central-1" });
  });
});

describe("caches, gateways and transfers", () => {
  const cdn = { cdn: { origins: [{ domain: "a.s3.eu-central-1.amazonaws.com" }] }, enabled: true };

  it("hold a bucket at the edge, which is no jurisdiction", () => {
    const estate = new DataEstate(IN_EUROPE)
      .store(bucket("a"), "aws.bucket", { name: "a" }, personal)
      .add("entry-point", "cdn", "aws.cloudfront-distribution", cdn, { region: "" });
    expect(estate.places(bucket("a"))).toContain("cached edge caches around the world ?");
    expect(refused(estate, bucket("a"))).toEqual(["caches around the world"]);
  });

  it("keep what is in use where a gateway stands, if somebody says where", () => {
    const gateway = (whereabouts: Record<string, string>) =>
      new DataEstate({ classes: {}, whereabouts })
        .store(bucket("a"), "aws.bucket")
        .add("transfer", "gw", "aws.storage-gateway", {
          transferType: "file-gateway",
          name: "gw",
          host: "vmware",
        })
        .add("transfer", "share", "aws.file-share", {
          ...{ protocols: ["nfs"], destinationTypes: ["s3"] },
          destination: { region: "eu-central-1", account: null, store: bucket("a") },
        })
        .arrow("share -mover-> gw")
        .places(bucket("a"));
    expect(gateway({ gw: "FR" })).toContain("cached elsewhere FR FR");
    expect(gateway({})).toContain("cached unknown unknown ?");
  });

  it("take files to a server of an inventory, at its site", () => {
    const estate = new DataEstate()
      .add("site", "site/fra1", "inventory.site", { name: "Frankfurt", country: "DE" }, { aliases: ["fra1"] })
      .add(
        "host",
        "host/nas",
        "inventory.host",
        { name: "nas", addresses: ["10.0.0.5"] },
        {
          scope: { provider: "on-premises", site: "fra1" },
        },
      )
      .store("fs", "aws.file-system")
      .add("transfer-end", "from", "aws.sync-location", { endType: "efs" })
      .add("transfer-end", "to", "aws.sync-location", {
        endType: "nfs",
        place: { region: null, account: null, store: "10.0.0.5" },
      })
      .add("transfer", "task", "aws.sync-task", { transferType: "sync" })
      .arrow("from -store-> fs")
      .arrow("task -source-> from")
      .arrow("task -destination-> to");
    expect(estate.places("fs")).toContain("goes site Frankfurt DE");
    expect(estate.places("task")).toEqual(["goes site Frankfurt DE"]);
  });

  it("sends what a bucket holds to wherever a device stands, and takes nothing out of those it is read into", () => {
    const sent = (way: "source" | "destination") =>
      new DataEstate()
        .store(bucket("a"), "aws.bucket")
        .store(bucket("b"), "aws.bucket")
        .add("transfer-end", "desk", "aws.snow-address", { endType: "device", name: "ADID-1" })
        .add("transfer", "job", "aws.snow-job", { transferType: "device" })
        .arrow(`job -${way}-> desk`)
        .arrow(`job -stores-> ${bucket("a")}`)
        .arrow(`job -stores-> ${bucket("b")}`);
    expect(sent("destination").places(bucket("a"))).toContain("goes unknown unknown ?");
    expect(sent("destination").places("job")).toEqual(["goes unknown unknown ?"]);
    expect(
      sent("source")
        .places(bucket("a"))
        .filter((place) => place.startsWith("goes")),
    ).toEqual([]);
    expect(sent("source").places("job")).toEqual(["goes region eu-central-1 DE"]);
  });

  it("write under one name into any of the buckets behind it", () => {
    const part = (name: string, region: string) => ({ region, account: OWN, store: bucket(name) });
    const estate = new DataEstate()
      .store(bucket("a"), "aws.bucket")
      .store("arn:aws:s3::111122223333:accesspoint/x.mrap", "aws.multi-region-access-point", {
        ...{ storeType: "access-point", parts: [part("a", "eu-central-1"), part("b", "us-east-1")] },
      });
    expect(estate.places(bucket("a"))).toContain("goes region us-east-1 US");
    expect(estate.places("arn:aws:s3::111122223333:accesspoint/x.mrap")).toEqual([]);
  });

  it("send lines of a log group to a stream in another Region", () => {
    const stream = `arn:aws:kinesis:us-east-1:${OTHER}:stream/s`;
    const estate = new DataEstate()
      .add("log-group", "group", "aws.log-group", { name: "group" })
      .add("subscription-filter", "filter", "aws.log-subscription-filter", { destination: stream })
      .arrow("filter -log_group-> group");
    expect(estate.places("group")).toEqual(["goes region us-east-1 US", "lies region eu-central-1 DE"]);
  });

  it("copy machines into the Region of the service", () => {
    const estate = new DataEstate().add(
      "transfer",
      "server",
      "aws.source-server",
      { transferType: "recovery" },
      { region: "us-east-1" },
    );
    expect(estate.places("server")).toEqual(["lies region us-east-1 US"]);
  });

  it("bring what a trail writes to its bucket", () => {
    const estate = new DataEstate()
      .add("trail", "trail", "aws.cloudtrail-trail", { name: "trail", bucket: bucket("logs") })
      .store(bucket("logs"), "aws.bucket", {}, { region: "eu-west-1" })
      .arrow(`trail -bucket-> ${bucket("logs")}`);
    expect(estate.places("trail")).toEqual(["lies region eu-west-1 IE"]);
  });
});

describe("keys", () => {
  it("lie in the Regions of the key and of its copies", () => {
    const key = (region: string) => `arn:aws:kms:${region}:${OWN}:key/mrk-1`;
    const estate = new DataEstate(IN_EUROPE)
      .add("key", key("eu-central-1"), "aws.key", {
        ...{ manager: "customer" },
        multiRegion: { isPrimary: true, primary: key("eu-central-1"), replicas: [key("us-east-1")] },
      })
      .store("v", "aws.volume", { key: key("eu-central-1") }, personal);
    expect(
      estate.placement("v").keys.map(({ region, replica, refusedBy }) => [region, replica, refusedBy]),
    ).toEqual([
      ["eu-central-1", false, []],
      ["us-east-1", true, ["personal"]],
    ]);
  });
});

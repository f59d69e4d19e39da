import { describe, expect, it } from "vitest";
import { DataEstate, OTHER, OWN } from "./estate.js";

const vault = (name: string, region = "eu-central-1", account = OWN) =>
  `arn:aws:backup:${region}:${account}:backup-vault:${name}`;

/** A plan that backs up what a selection takes, into a vault here and one elsewhere. */
function planned(selection: object): DataEstate {
  const place = (region: string, account: string) => ({
    region,
    account,
    store: vault("v", region, account),
  });
  return new DataEstate()
    .store(
      "arn:aws:rds:eu-central-1:111122223333:db:shop",
      "aws.db-instance",
      {},
      { tags: { backup: "daily" } },
    )
    .store(vault("v"), "aws.backup-vault", {
      storeType: "vault",
      lock: { minDays: 7, maxDays: null, fixedFrom: null, mode: null },
    })
    .rule("plan", "aws.backup-plan", { ruleType: "backup-plan" })
    .rule("plan#rule", "aws.backup-rule", {
      ...{ ruleType: "backup", sources: [], everySeconds: 86_400, keepDays: 35 },
      destinations: [place("eu-central-1", OWN), place("eu-west-1", OTHER)],
    })
    .rule("plan#selection", "aws.backup-selection", { ruleType: "backup", sources: [], selection })
    .arrow("plan#rule -plan-> plan")
    .arrow("plan#selection -plan-> plan")
    .arrow(`plan#rule -destinations-> ${vault("v")}`);
}

const DB = "arn:aws:rds:eu-central-1:111122223333:db:shop";
const tag = (key: string, value: string) => ({ ConditionKey: key, ConditionValue: value });

describe("what a selection takes", () => {
  it.each<[string, object, boolean]>([
    ["a pattern of ARNs", { Resources: ["arn:aws:rds:*"] }, true],
    ["another pattern", { Resources: ["arn:aws:ec2:*"] }, false],
    ["a tag", { ListOfTags: [tag("backup", "daily")] }, true],
    ["another value", { ListOfTags: [tag("backup", "weekly")] }, false],
    ["one of names or tags", { Resources: ["arn:aws:ec2:*"], ListOfTags: [tag("backup", "daily")] }, true],
    [
      "what conditions leave",
      { Resources: ["*"], Conditions: { StringLike: [tag("aws:ResourceTag/backup", "d*")] } },
      true,
    ],
    [
      "not what they leave out",
      { Resources: ["*"], Conditions: { StringNotEquals: [tag("aws:ResourceTag/backup", "daily")] } },
      false,
    ],
    ["not what is named so", { Resources: ["*"], NotResources: [DB] }, false],
    ["everything, where nothing is said", {}, true],
  ])("%s", (_story, selection, taken) => {
    expect(planned(selection).backups(DB).exists).toBe(taken);
  });
});

describe("backups of a store", () => {
  it("go to another Region and account, are locked and lose a day", () => {
    expect(planned({ Resources: [DB] }).backups(DB)).toMatchObject({
      ...{ otherRegion: true, otherAccount: true, locked: true, lossSeconds: 86_400, keepDays: 35 },
    });
  });

  it("of any moment lose five minutes", () => {
    const estate = new DataEstate().store("db", "aws.db-instance", { backupDays: 7, pointInTimeDays: 7 });
    expect(estate.backups("db")).toMatchObject({
      exists: true,
      lossSeconds: 300,
      keepDays: 7,
      otherRegion: false,
    });
  });

  it("are none where a store has replicas alone", () => {
    const estate = new DataEstate().store("db", "aws.db-instance").rule("r", "aws.db-replication", {
      sources: ["db"],
      destinations: [{ region: "eu-west-1", account: OWN, store: null }],
    });
    expect(estate.backups("db")).toMatchObject({ exists: false, otherRegion: false });
  });

  it("of a machine are backups of its volumes", () => {
    const estate = new DataEstate()
      .store("v", "aws.volume")
      .add("host", "arn:instance/i-0001", "aws.instance", {}, { aliases: ["i-0001"] })
      .arrow("v -hosts-> i-0001")
      .add("data-copy", "point", "aws.recovery-point", {
        copyType: "recovery-point",
        of: "arn:instance/i-0001",
      });
    expect(estate.backups("v").exists).toBe(true);
    expect(estate.placement("v").places[0]?.copies).toBe(2);
  });

  it("are counted by type and place", () => {
    const estate = new DataEstate()
      .store("v", "aws.volume")
      .copy("a", "v", { is: { created: "2026-01-02T00:00:00Z", encrypted: false } })
      .copy("b", "v", { is: { created: "2026-01-03T00:00:00Z", encrypted: true } });
    expect(estate.backups("v").copies).toEqual([
      {
        ...{ copyType: "snapshot", region: "eu-central-1", account: OWN, count: 2 },
        ...{ latest: "2026-01-03T00:00:00Z", unencrypted: 1 },
      },
    ]);
  });

  it("are unknown where plans were not to be seen", () => {
    const estate = new DataEstate()
      .store("v", "aws.volume")
      .blind({ touches: { kinds: ["copy-rule"], types: ["aws.backup-plan"], account: OWN } });
    expect(estate.backups("v").blind).toHaveLength(1);
  });
});

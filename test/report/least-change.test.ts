import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { Answer, LeastChange, RuleEdit } from "../../src/model/index.js";
import { renderLeastChange, renderLeastChangeJson } from "../../src/report/index.js";

const ANSWER: Answer = {
  ...{ verdict: "reaches", says: "it does", from: "the internet", to: "eni-1" },
  ...{ trace: [], assumes: [], gaps: [] },
};

const GROUP = {
  kind: "group-rule",
  filter: { id: "arn:sg-1", label: "web (sg-1)", name: "sg-1", region: "eu-central-1" },
  direction: "ingress",
  rule: {
    id: "arn:sg-1#1",
    label: "sg-1: ingress tcp 22 from 0.0.0.0/0",
    at: { source: "aws", uri: "a.json", line: 3 },
  },
  takes: [],
  ruleId: "sgr-1",
  description: null,
  was: { protocol: 6, ports: { from: 22, to: 22 }, icmp: null, peer: { cidr: "0.0.0.0/0" } },
  becomes: [],
} as const satisfies RuleEdit;

function change(edit: RuleEdit): LeastChange {
  return {
    ...{
      outcome: "found",
      says: "one rule edit closes it",
      before: ANSWER,
      edits: [edit],
      smallest: true,
      irreducible: true,
    },
    ...{ required: [], against: [], after: { ...ANSWER, verdict: "filtered" } },
  };
}

function stepsOf(edit: RuleEdit): { console: string[]; commands: string[] | null; terraform: string[] } {
  return JSON.parse(renderLeastChangeJson(change(edit))).edits[0].steps;
}

/** The words of a command as a shell reads them, nothing of it run. */
function words(command: string): string[] {
  const script = `aws() { for word; do printf '%s\\0' "$word"; done; }; nft() { aws "$@"; }\n${command}`;
  const { stdout, stderr, status } = spawnSync("/bin/sh", ["-euc", script], {
    encoding: "utf8",
    env: { PATH: "" },
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.split("\0").slice(0, -1);
}

describe("how an edit is made", () => {
  it("removes a rule by its id, or by what it says where no id was told", () => {
    expect(stepsOf(GROUP).commands).toEqual([
      "aws ec2 revoke-security-group-ingress --region eu-central-1 --group-id sg-1 --security-group-rule-ids sgr-1",
    ]);
    const [command = ""] = stepsOf({ ...GROUP, ruleId: null, direction: "egress" }).commands ?? [];
    expect(command).toContain("revoke-security-group-egress");
    expect(JSON.parse(words(command).at(-1) ?? "")).toEqual([
      { IpProtocol: "tcp", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
    ]);
  });

  it("writes what is new before it changes what is there", () => {
    const becomes = [
      { ...GROUP.was, ports: { from: 20, to: 21 } },
      { ...GROUP.was, peer: { cidr: "2001:db8::/64" } },
    ];
    const commands = stepsOf({ ...GROUP, becomes }).commands ?? [];
    expect(commands.map((command) => words(command)[1])).toEqual([
      "authorize-security-group-ingress",
      "modify-security-group-rules",
    ]);
    expect(JSON.parse(words(commands[1] ?? "").at(-1) ?? "")).toEqual([
      {
        SecurityGroupRuleId: "sgr-1",
        SecurityGroupRule: { IpProtocol: "tcp", FromPort: 20, ToPort: 21, CidrIpv4: "0.0.0.0/0" },
      },
    ]);
  });

  it("writes a block in the place of a group as a rule of its own: a rule does not change whom it names", () => {
    const was = { ...GROUP.was, peer: { group: "sg-9", account: "444455556666" } };
    const commands =
      stepsOf({ ...GROUP, was, becomes: [{ ...GROUP.was, peer: { cidr: "10.0.0.1/32" } }] }).commands ?? [];
    expect(commands.map((command) => words(command)[1])).toEqual([
      "authorize-security-group-ingress",
      "revoke-security-group-ingress",
    ]);
  });

  it("names entries of an ACL by their numbers, in order", () => {
    const terms = { protocol: 1, ports: null, icmp: { type: 8, code: null }, cidr: "0.0.0.0/0" };
    const { commands, terraform } = stepsOf({
      ...{ ...GROUP, filter: { ...GROUP.filter, name: "acl-1" }, kind: "acl-entries" },
      steps: [
        { deed: "create", number: 99, action: "deny", terms },
        {
          deed: "replace",
          number: 98,
          action: "allow",
          terms: { ...terms, protocol: 6, icmp: null, ports: { from: 1, to: 2 } },
        },
        { deed: "delete", number: 7, action: "allow", terms },
      ],
    });
    const at = "--region eu-central-1 --network-acl-id acl-1 --ingress --rule-number";
    expect(commands).toEqual([
      `aws ec2 create-network-acl-entry ${at} 99 --protocol icmp --icmp-type-code Type=8,Code=-1 --cidr-block 0.0.0.0/0 --rule-action deny`,
      `aws ec2 replace-network-acl-entry ${at} 98 --protocol tcp --port-range From=1,To=2 --cidr-block 0.0.0.0/0 --rule-action allow`,
      `aws ec2 delete-network-acl-entry ${at} 7`,
    ]);
    expect(terraform.join("\n")).toContain("icmp_type      = 8");
  });

  it("names the resource that a rule came from", () => {
    const rule = {
      ...GROUP.rule,
      at: { source: "terraform", uri: "main.tf", line: 12, address: "aws_security_group_rule.ssh" },
    };
    expect(stepsOf({ ...GROUP, rule }).terraform).toEqual([
      "# Delete what makes aws_security_group_rule.ssh (sg-1: tcp 22 from 0.0.0.0/0), main.tf:12",
    ]);
  });
});

describe("collected text in what is shown to be run", () => {
  const HOSTILE =
    "it's'; touch /tmp/x; $(id) `id` $" + '{file("/etc/passwd")} %{ if true } \\ \u202e \n # \u{e0041}';

  it("is one word of a shell, and what nobody sees is written out", () => {
    const edit = {
      ...GROUP,
      description: HOSTILE,
      becomes: [{ ...GROUP.was, peer: { cidr: "10.0.0.0/8" } }],
    };
    const [command = ""] = stepsOf(edit).commands ?? [];
    expect(command).not.toMatch(/[\u202e\n\u{e0041}]/u);
    const all = words(command);
    expect(all.slice(0, 7)).toEqual([
      "ec2",
      "modify-security-group-rules",
      "--region",
      "eu-central-1",
      "--group-id",
      "sg-1",
      "--security-group-rules",
    ]);
    expect(JSON.parse(all[7] ?? "")[0].SecurityGroupRule.Description).toBe(HOSTILE);
    expect(all).toHaveLength(8);
  });

  it("is no template of Terraform, and ends no string", () => {
    const edit = {
      ...GROUP,
      description: HOSTILE,
      becomes: [{ ...GROUP.was, peer: { cidr: "10.0.0.0/8" } }],
    };
    const line = stepsOf(edit).terraform.find((one) => one.includes("description")) ?? "";
    expect(line).toContain("$${file(");
    expect(line).toContain("%%{ if");
    expect(line).not.toMatch(/[^$]\$\{|[^%]%\{/);
    expect(line.replace(/\\./g, "").match(/"/g)).toHaveLength(2);
  });

  it.each(["sg-1; id", "sg-1'x", "$(id)"])("an id like %s is quoted", (name) => {
    const [command = ""] = stepsOf({ ...GROUP, filter: { ...GROUP.filter, name } }).commands ?? [];
    expect(words(command)[5]).toBe(name);
  });

  it.each(["--profile", "", "sg-1\u202e"])("and no command is shown for one like %j", (name) => {
    const edit = { ...GROUP, filter: { ...GROUP.filter, name } };
    expect(stepsOf(edit).commands).toBeNull();
    expect(renderLeastChange(change(edit), { colour: false })).toContain(
      "cannot be written in a command safely",
    );
  });

  it.each(["x; flush ruleset", "a b", "{", "'"])("nor for a chain called %j: nft has no quotes", (chain) => {
    const edit: RuleEdit = {
      ...{ ...GROUP, kind: "chain-rule", family: "inet", table: "t", chain, handle: 3 },
      refuses: [{ family: "ipv4", protocol: 6, ports: [{ from: 22, to: 22 }], icmp: null, cidrs: null }],
    };
    expect(stepsOf(edit).commands).toBeNull();
    expect(stepsOf({ ...edit, chain: "input" }).commands).toEqual([
      "nft 'insert rule inet t input handle 3 meta nfproto ipv4 tcp dport 22 drop'",
    ]);
  });

  it("in the text for people, nothing unseen acts", () => {
    const rule = { ...GROUP.rule, label: "a\u001b[31mb\u202ec" };
    const text = renderLeastChange(change({ ...GROUP, rule }), { colour: false });
    for (const char of ["\u001b", "\u202e"]) expect(text).not.toContain(char);
  });
});

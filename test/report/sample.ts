import {
  type Delta,
  type Finding,
  fingerprint,
  type Gap,
  gapOf,
  type NodeRef,
  type PolicyException,
  type PolicyMeta,
  type Report,
  type Severity,
  type Undecided,
} from "../../src/model/index.js";

const ACCOUNT = "111122223333";

export function meta(id: string, severity: Severity, over: Partial<PolicyMeta> = {}): PolicyMeta {
  return {
    id,
    package: `policies.${id.replace("/", ".")}`,
    file: `policies/${id}/policy.rego`,
    line: 2,
    title: `${id} must hold`,
    description: `What ${id} is for, in one sentence.`,
    severity,
    subject: "filter",
    types: [],
    reads: ["exposure"],
    complete: false,
    remediation: "Narrow the rule that admits the internet, or use a session broker.",
    references: ["https://docs.example.com/vpc/security-groups"],
    controls: { "CIS AWS 3.0": ["5.2"] },
    parameters: {},
    opaque: true,
    origin: "built-in",
    ...over,
  };
}

export function node(name: string, over: Partial<NodeRef> = {}): NodeRef {
  return {
    id: `arn:aws:ec2:eu-west-1:${ACCOUNT}:security-group/${name}`,
    kind: "filter",
    type: "aws.security-group",
    label: `web (${name})`,
    scope: { provider: "aws", partition: "aws", account: ACCOUNT, region: "eu-west-1" },
    at: {
      source: "aws",
      uri: `${ACCOUNT}/eu-west-1/ec2.DescribeSecurityGroups.json`,
      line: 12,
      pointer: "/output/SecurityGroups/0",
      call: "ec2:DescribeSecurityGroups",
      account: ACCOUNT,
      region: "eu-west-1",
    },
    ...over,
  };
}

export function rule(filter: string): NodeRef {
  const base = node(filter);
  return node(filter, {
    id: `${base.id}#ingress/6/22-22/0.0.0.0/0`,
    kind: "rule",
    type: "aws.security-group-rule",
    label: `${filter} admits tcp/22 from 0.0.0.0/0`,
    at: {
      ...base.at,
      uri: `${ACCOUNT}/eu-west-1/ec2.DescribeSecurityGroupRules.json`,
      line: 40,
      id: "sgr-0a1",
    },
  });
}

export function finding(policy: string, severity: Severity, over: Partial<Finding> = {}): Finding {
  const subject = over.subject ?? node("sg-1");
  const key = over.key ?? "tcp/22";
  return {
    id: fingerprint([policy, subject.id, key]),
    policy,
    severity,
    subject,
    key,
    message: `${subject.label} accepts SSH from the internet`,
    evidence: [{ text: "sg-1 admits tcp/22 from 0.0.0.0/0", node: rule("sg-1").id, at: rule("sg-1").at }],
    cause: rule("sg-1"),
    state: "0123456789abcdef",
    ...over,
  };
}

export const EXCEPTION: PolicyException = {
  policy: "network/no_ssh_from_internet",
  subject: "sg-7",
  owner: "platform@example.com",
  reason: "bastion, until the broker is live",
  ticket: "SEC-12",
  expires: "2026-12-31",
};

export const DENIED: Gap = gapOf({
  reason: "denied",
  message: "ec2:DescribeRouteTables was denied in 111122223333/us-east-1",
  at: {
    source: "aws",
    uri: `${ACCOUNT}/us-east-1/ec2.DescribeRouteTables.json`,
    call: "ec2:DescribeRouteTables",
    account: ACCOUNT,
    region: "us-east-1",
  },
  touches: { kinds: ["route-table"], account: ACCOUNT, region: "us-east-1" },
});

export const IDLE: Gap = gapOf({
  reason: "unrecognized",
  message: "notes.json is not an answer that is known",
  at: { source: "aws", uri: "notes.json", line: 1 },
});

export function undecided(policy: string, severity: Severity, name: string): Undecided {
  const subject = node(name);
  return { id: fingerprint(["undecided", policy, subject.id]), policy, severity, subject, gaps: [DENIED.id] };
}

const SSH = "network/no_ssh_from_internet";
const OPEN = "network/no_open_groups";
const LOGS = "logging/networks_have_flow_logs";

/** A small run with one of everything: two subjects behind one cause, undecided, excepted, gaps, exceptions. */
export function sampleReport(): Report {
  return {
    schemaVersion: 1,
    tool: { name: "causeway", version: "0.1.0" },
    input: {
      snapshot: "5a0c",
      policies: "77ab",
      collectedFrom: "2026-01-05T06:00:00Z",
      collectedTo: "2026-01-05T06:02:00Z",
    },
    estate: {
      accounts: [ACCOUNT, "444455556666"],
      regions: ["eu-west-1", "us-east-1"],
      sites: ["ams1"],
      nodes: { filter: 12, rule: 1205, subnet: 9 },
    },
    policies: [
      { meta: meta(LOGS, "medium", { subject: "network", complete: true }), tally: tally(0, 3, 2) },
      { meta: meta(OPEN, "critical"), tally: tally(1, 11, 0) },
      { meta: meta(SSH, "high"), tally: { ...tally(2, 9, 1), excepted: 1 } },
      { meta: meta("network/quiet", "info"), tally: tally(1, 1, 0) },
    ],
    findings: [
      finding(OPEN, "critical", { message: "web (sg-1) accepts every port from the internet", key: "all" }),
      finding(SSH, "high"),
      finding(SSH, "high", { subject: node("sg-2") }),
      finding(SSH, "high", { subject: node("sg-7"), cause: node("sg-7"), exception: EXCEPTION }),
      finding("network/quiet", "info", {
        cause: node("sg-1"),
        evidence: [],
        key: "name",
        message: "sg-1 has no name tag",
      }),
    ],
    undecided: [
      undecided(LOGS, "medium", "vpc-1"),
      undecided(LOGS, "medium", "vpc-2"),
      undecided(SSH, "high", "sg-9"),
    ],
    gaps: [DENIED, IDLE],
    ledger: [
      {
        source: "aws",
        account: ACCOUNT,
        region: "eu-west-1",
        call: "ec2:DescribeSecurityGroups",
        status: "ok",
        answers: 2,
        items: 12,
        principal: `arn:aws:sts::${ACCOUNT}:assumed-role/audit/run`,
      },
      {
        source: "aws",
        account: ACCOUNT,
        region: "us-east-1",
        call: "ec2:DescribeRouteTables",
        status: "denied",
        answers: 0,
        items: 0,
        message: "UnauthorizedOperation",
      },
    ],
    exceptions: {
      expired: [{ ...EXCEPTION, subject: "sg-old", expires: "2025-01-01", ticket: "SEC-1" }],
      unmatched: [{ ...EXCEPTION, subject: "sg-none", ticket: "SEC-2" }],
    },
  };
}

function tally(fail: number, pass: number, unknown: number) {
  return { fail, pass, unknown, notApplicable: 1, excepted: 0 };
}

/** A change that opens one group, closes another, and leaves one thing undecidable that was decided. */
export function sampleDelta(): Delta {
  const after = sampleReport();
  const fixed = finding(SSH, "high", { subject: node("sg-3"), cause: rule("sg-3") });
  const planned = finding(OPEN, "critical", {
    subject: node("sg-new"),
    key: "all",
    message: "sg-new accepts every port from the internet",
    cause: node("sg-new", {
      kind: "rule",
      label: "aws_security_group.new admits all from 0.0.0.0/0",
      at: {
        source: "terraform",
        uri: "infra/main.tf",
        line: 17,
        column: 3,
        address: "aws_security_group.new",
      },
    }),
  });
  const [first, ...others] = after.findings;
  const before = { ...after, findings: [...after.findings, fixed], undecided: after.undecided.slice(1) };
  return {
    schemaVersion: 1,
    introduced: [planned],
    fixed: [fixed],
    unchanged: first === undefined ? others : [first, ...others],
    undecided: { introduced: after.undecided.slice(0, 1), settled: [], unchanged: after.undecided.slice(1) },
    gaps: [DENIED],
    before,
    after: { ...after, findings: [planned, ...after.findings] },
  };
}

/** Texts that try to act: markup, script ends, terminal escapes, direction overrides, lone surrogates, size. */
export const HOSTILE: readonly string[] = [
  "</script><img src=x onerror=alert(1)>",
  "<!--<script>window.__owned = true</script>",
  "\u001b[31mred\u001b]0;title\u0007\u009b2J",
  "abc\u202egnp.exe\u2066\u200b",
  "line\u2028sep\u2029arators\r\nand\tmore\u0000",
  "\ud800 lone \udfff surrogates",
  "[click](http://evil.example) {0} {1:x} `code` | **bold**",
  "javascript:alert(1)",
  "__proto__",
  "constructor",
  "../../../etc/passwd",
  "C:\\Users\\x\\..\\y z%20#?.json",
  "$& $1 $' $` __CAUSEWAY_REPORT__",
  "label ".repeat(17_000),
];

/** The sample with one finding for every hostile text, put wherever a text can be. */
export function hostileReport(): Report {
  const report = sampleReport();
  const findings = HOSTILE.map((text, index) => {
    const subject = node(`sg-h${index}`, {
      label: text,
      scope: { provider: "aws", account: text, region: text },
    });
    return finding(SSH, "critical", {
      subject,
      key: text,
      message: `${text} accepts SSH`,
      cause: {
        ...rule(`sg-h${index}`),
        label: text,
        at: { source: text, uri: text, pointer: text, call: text },
      },
      evidence: [{ text, node: text, at: { source: "aws", uri: text } }],
    });
  });
  const policies = HOSTILE.slice(0, 9).map((text, index) => ({
    meta: meta(`hostile/p${index}`, "low", {
      title: text,
      description: text,
      remediation: text,
      references: [text],
      controls: Object.fromEntries([[text, [text]]]),
    }),
    tally: tally(0, 1, 0),
  }));
  const gaps = HOSTILE.map((message) =>
    gapOf({ reason: "failed", message, at: { source: "aws", uri: message }, touches: { nodes: [message] } }),
  );
  return {
    ...report,
    findings: [...findings, ...report.findings],
    policies: [...policies, ...report.policies],
    gaps: [...gaps, ...report.gaps],
  };
}

/** Many findings over few causes, for limits and speed. */
export function largeReport(count: number, perCause = 5): Report {
  const report = sampleReport();
  const severities = ["critical", "high", "medium", "low", "info"] as const;
  const findings = Array.from({ length: count }, (_, index) => {
    const severity = severities[index % 5] ?? "info";
    return finding(SSH, severity, {
      subject: node(`sg-${index}`),
      cause: rule(`sg-c${Math.floor(index / perCause)}`),
    });
  });
  return { ...report, findings };
}

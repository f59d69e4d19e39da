import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/model/index.js";
import { normalizeAnswer } from "../../../src/sources/aws/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";
import { answer, read } from "./harness.js";
import { expectRead, expectShapes, madeUp } from "./made-up.js";

const CALLS = REGISTRY.filter(({ service }) => service === "network-firewall");
const ARN = "arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/x";

const MEMBERS =
  "Firewall FirewallArn FirewallPolicyArn FirewallStatus SyncStates Attachment EndpointId SubnetMappings FirewallPolicyResponse FirewallPolicy StatefulRuleGroupReferences ResourceArn Priority Override Action StatefulEngineOptions RuleOrder PolicyVariables RuleVariables HOME_NET Definition IPSets PortSets RuleGroupResponse RuleGroupArn Type RuleGroup RulesSource RulesString StatefulRules Header Protocol Source Destination SourcePort DestinationPort Direction RuleOptions Keyword Settings StatelessRulesAndCustomActions StatelessRules RuleDefinition MatchAttributes Sources AddressDefinition Protocols TCPFlags Actions RulesSourceList TargetTypes GeneratedRulesType ReferenceSets IPSetReferences ReferenceArn LoggingConfiguration LogDestinationConfigs LogDestination Arn Name __proto__".split(
    " ",
  );
const VALUES: Json[] = [
  ARN,
  ARN.replace("stateful", "stateless"),
  "STRICT_ORDER",
  "STATELESS",
  "pass tcp $HOME_NET any -> [10.0.0.0/8,!$A] ![80,443] (sid:1;)\ndrop",
  "$HOME_NET",
  "![10.0.0.0/8,$A]",
  "@A",
  "1:",
  "aws:pass",
  "TCP",
  "ANY",
  "",
  "\u0000",
];

const json = madeUp({ members: MEMBERS, values: VALUES });

/** An answer whose own name can be read, so that what lies below is. */
const named = json.object.map((object) => ({
  Firewall: { FirewallArn: ARN, ...(object as object) },
  FirewallStatus: object,
  FirewallArn: ARN,
  LoggingConfiguration: object,
  FirewallPolicyResponse: { FirewallPolicyArn: ARN },
  FirewallPolicy: object,
  RuleGroupResponse: { RuleGroupArn: ARN },
  RuleGroup: { RulesSource: object, ...(object as object) },
  Firewalls: [object],
  FirewallPolicies: [object],
  RuleGroups: [object],
}));

describe("what tells of Network Firewall", () => {
  it("never throws, whatever was answered, and gives facts of the kind's shape", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CALLS), fc.oneof(named, json.object), (resource, output) => {
        expectRead(resource, output as Json);
      }),
      { numRuns: 1500 },
    );
  });

  it("reads any text of rules, in time that grows with its length", () => {
    const word = fc.constantFrom(
      ...'pass drop tcp ip any -> <> [ ] ! , $A @B 10.0.0.0/8 80: ( ) ; : " \\ # \n msg sid 1'.split(" "),
      "\n",
      " ",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const output = {
          RuleGroupResponse: { RuleGroupArn: ARN, Type: "STATEFUL" },
          RuleGroup: { RulesSource: { RulesString: words.join(" ") } },
        };
        expectShapes(read("network-firewall:DescribeRuleGroup", output));
      }),
      { numRuns: 500 },
    );
    const long = `drop ip any any -> any any (msg:"${'a;\\"'.repeat(200_000)}"; sid:1;)`;
    const started = performance.now();
    normalizeAnswer(
      answer("network-firewall:DescribeRuleGroup", {
        RuleGroupResponse: { RuleGroupArn: ARN },
        RuleGroup: { RulesSource: { RulesString: `${long}\n${"[".repeat(200_000)}` } },
      }),
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

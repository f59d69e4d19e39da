import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../../model/errors.js";
import { KINDS } from "../../model/kinds.js";
import { PLACEHOLDERS, RESERVED_WORDS } from "../../rego/index.js";
import { EXIT } from "../exit-codes.js";
import type { Io } from "../io.js";

const ID = /^[a-z][a-z0-9_]*\/[a-z][a-z0-9_]*$/;

interface NewOptions {
  readonly folder: string;
  readonly subject: string;
}

/** `causeway policies new area/name`: a policy that compiles, and a test that fails until it says something. */
export async function create(id: string, options: NewOptions, io: Io): Promise<number> {
  if (!ID.test(id)) {
    throw new UsageError(
      `"${id}" is not a policy id`,
      "write area/name in snake_case, e.g. network/no_telnet",
    );
  }
  const reserved = id.split("/").find((word) => RESERVED_WORDS.includes(word));
  if (reserved !== undefined) {
    throw new UsageError(
      `"${reserved}" is a reserved word of Rego, and the id names the policy's package (policies.${id.replace("/", ".")})`,
      "choose another word",
    );
  }
  if (!KINDS.some((kind) => kind === options.subject)) {
    throw new UsageError(`there is no kind "${options.subject}"`, `use one of ${KINDS.join(", ")}`);
  }
  const folder = join(options.folder, ...id.split("/"));
  if (existsSync(folder))
    throw new UsageError(`${folder} is there already`, "choose another id, or edit what is there");
  mkdirSync(folder, { recursive: true });
  const path = id.replace("/", ".");
  writeFileSync(join(folder, "policy.rego"), policyText(path, options.subject));
  writeFileSync(join(folder, "policy_test.rego"), testText(path, options.subject));
  io.out(
    `wrote ${join(folder, "policy.rego")} and policy_test.rego\n` +
      `next: write the rule, then causeway policies test ${options.folder}\n` +
      `      see what is left open with causeway policies lint ${options.folder}\n` +
      `      see what a document holds with causeway explain ID\n` +
      `      check its names with causeway policies schemas, then opa check --schema schemas ${options.folder}\n` +
      `      judge with it: causeway scan --policies ${options.folder}\n`,
  );
  return EXIT.clean;
}

const OUTSIDE = '{"protocol": "tcp", "from": 24, "to": 24}';

const reads = (subject: string) => (subject === "filter" ? "[exposure]" : "[]");

function policyText(path: string, subject: string): string {
  return `# METADATA
# title: ${PLACEHOLDERS.title}
# description: ${PLACEHOLDERS.description}
# related_resources: []
# schemas:
#   - input: schema["${subject}"]
# custom:
#   severity: medium
#   subject: ${subject}
#   reads: ${reads(subject)}
#   remediation: ${PLACEHOLDERS.remediation}
package policies.${path}

findings contains finding if {
	${condition(subject)}
	finding := {
		"key": "${path.split(".")[1]}",
		"message": sprintf("%s breaks the rule", [input.subject.label]),
		"evidence": [input.subject.id],
	}
}
`;
}

// A filter's skeleton shows the exposure fact; elsewhere a condition that no subject meets yet.
function condition(subject: string): string {
  return subject === "filter"
    ? 'some cause in input.exposure.ingress\n\tcause.breadth == "internet"\n\tsome opening in cause.openings\n\topening.from <= 0 # the port that matters to you, here and in the next line\n\topening.to >= 0'
    : 'input.subject.type == "replace.me"';
}

function testText(path: string, subject: string): string {
  const document = (openings: string) =>
    subject === "filter"
      ? `{"subject": {"id": "f1", "label": "f1", "kind": "filter", "type": "aws.security-group", "is": {}}, "exposure": {"ingress": [{"family": "ipv4", "breadth": "internet", "rules": [{"id": "r1", "label": "r1"}], "openings": [${openings}], "peers": ["0.0.0.0/0"], "morePeers": 0, "publicPrefix": 0, "allPorts": false}], "egress": []}}`
      : `{"subject": {"id": "s1", "label": "s1", "kind": "${subject}", "type": "${openings === OUTSIDE ? "other" : "yours"}", "is": {}}}`;
  return `package policies.${path}_test

import data.policies.${path}

# Replace the documents below by yours (causeway explain prints real ones); this test fails until you do.
test_fires_where_the_rule_is_broken if {
	found := ${path.split(".")[1]}.findings with input as ${document('{"protocol": "tcp", "from": 23, "to": 23}')}
	count(found) == 1
}

test_is_silent_where_the_rule_holds if {
	found := ${path.split(".")[1]}.findings with input as {"subject": {"id": "s2", "label": "s2", "kind": "${subject}", "type": "other", "is": {}}}
	count(found) == 0
}

test_is_silent_just_outside if {
	found := ${path.split(".")[1]}.findings with input as ${document(OUTSIDE)}
	count(found) == 0
}
`;
}

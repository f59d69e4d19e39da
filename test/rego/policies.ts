import type { PolicyModule } from "../../src/rego/index.js";

export const module = (path: string, text: string): PolicyModule => ({
  path,
  shown: `own/${path}`,
  text,
  origin: "custom",
});

const BODY = `findings contains finding if {
	some cause in input.exposure.ingress
	cause.breadth == "internet"
	finding := {"key": "open", "message": sprintf("%s is open", [input.subject.label]), "evidence": [input.subject.id]}
}
`;

export interface Written {
  readonly id?: string;
  readonly subject?: string;
  readonly reads?: string;
  readonly more?: string;
  readonly body?: string;
}

/** A policy of ten lines of head; its rules begin on line 11. */
export function policy({
  id = "own/one",
  subject = "filter",
  reads = "[exposure]",
  more = "",
  body = BODY,
}: Written = {}): PolicyModule {
  const text = `# METADATA
# title: A title
# description: A reason
# custom:
#   severity: medium
#   subject: ${subject}
#   reads: ${reads}
#   remediation: Mend it.${more}
package policies.${id.replace("/", ".")}

${body}`;
  return module(`${id}/policy.rego`, text);
}

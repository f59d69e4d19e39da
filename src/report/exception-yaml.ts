import type { Finding } from "../model/index.js";

/** An exception for a finding, to be filled in and put under `exceptions:` in causeway.yaml. */
export function exceptionYaml({
  policy,
  subject,
  key,
  state,
}: Pick<Finding, "policy" | "key" | "state"> & { readonly subject: { readonly id: string } }): string {
  // JSON strings are strings of YAML 1.2, whatever they hold; a state of digits alone would be a number.
  const lines = [
    `- policy: ${JSON.stringify(policy)}`,
    `  subject: ${JSON.stringify(subject.id)}`,
    `  key: ${JSON.stringify(key)}`,
    `  state: ${JSON.stringify(state)}`,
    '  owner: ""',
    '  reason: ""',
    '  ticket: ""',
    '  expires: ""',
  ];
  return `${lines.join("\n")}\n`;
}

/** What the skeleton of a policy says until its author says something: `policies lint` looks for it. */
export const PLACEHOLDERS = {
  title: "Say in one sentence what must hold",
  description: "Say why it matters to somebody who has never seen this rule.",
  remediation: "Say what to change, and where.",
} as const;

import type { LeastChange, RuleEdit } from "../../model/index.js";
import { aclCommands } from "./acl-commands.js";
import { chainCommands } from "./chain-commands.js";
import { consoleSteps } from "./clicks.js";
import { groupCommands } from "./group-commands.js";
import { terraformOf } from "./terraform.js";

/** How to make one edit. */
export interface Instructions {
  readonly console: readonly string[];
  /** Null where a name in it cannot be written safely. */
  readonly commands: readonly string[] | null;
  readonly terraform: readonly string[];
}

export function instructionsFor(edit: RuleEdit): Instructions {
  return {
    console: consoleSteps(edit),
    commands: commandsFor(edit) ?? null,
    terraform: terraformOf(edit),
  };
}

function commandsFor(edit: RuleEdit): string[] | undefined {
  if (edit.kind === "group-rule") return groupCommands(edit);
  return edit.kind === "acl-entries" ? aclCommands(edit) : chainCommands(edit);
}

/** The whole of it as JSON, each edit with how to make it. */
export function renderLeastChangeJson(change: LeastChange): string {
  const edits = change.edits.map((edit) => ({ ...edit, steps: instructionsFor(edit) }));
  return `${JSON.stringify({ ...change, edits }, null, 2)}\n`;
}

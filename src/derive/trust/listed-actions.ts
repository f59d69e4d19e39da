import type { Listed, PolicyDocument } from "./document.js";
import { Language } from "./language/language.js";
import { glob } from "./language/pattern.js";

/** Different lists of actions that are remembered: most policies of an organization repeat a few. */
const MOST_REMEMBERED = 5_000;

const SHARED = new Map<string, Listed>();
/** By shared list: whether it lists each of the actions that were asked about. */
const ANSWERS = new Map<Listed, Map<string, boolean>>();

/** The one object for a list of actions, so that what it lists is found out once. */
export function sharedActions(listed: Listed): Listed {
  const key = `${listed.not} ${JSON.stringify(listed.texts)}`;
  const known = SHARED.get(key);
  if (known !== undefined) return known;
  if (SHARED.size >= MOST_REMEMBERED) return listed;
  SHARED.set(key, listed);
  ANSWERS.set(listed, new Map());
  return listed;
}

/** Names of actions are compared without their case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
export function listsAction(listed: Listed, action: string): boolean {
  const answers = ANSWERS.get(listed);
  const known = answers?.get(action);
  if (known !== undefined) return known;
  const answer = listed.texts.some((text) => matches(text, action)) !== listed.not;
  answers?.set(action, answer);
  return answer;
}

/** Whether a policy allows an action for something, under some condition; or nobody can tell. */
export function mayAllow({ problems, statements }: PolicyDocument, action: string): boolean {
  return (
    problems.length > 0 ||
    statements.some(({ effect, actions }) => effect === "Allow" && listsAction(actions, action))
  );
}

/** Whether a policy says anything of one of these actions; or nobody can tell. */
export function speaksOf({ problems, statements }: PolicyDocument, asked: readonly string[]): boolean {
  return (
    problems.length > 0 ||
    statements.some(({ actions }) => asked.some((action) => listsAction(actions, action)))
  );
}

function matches(text: string, action: string): boolean {
  if (text === "*") return true;
  const [pattern, name] = [text.toLowerCase(), action.toLowerCase()];
  const wild = pattern.search(/[*?]/);
  // Most texts tell by how they begin.
  if (wild < 0) return pattern === name;
  if (!name.startsWith(pattern.slice(0, wild))) return false;
  if (pattern[wild] === "*" && wild === pattern.length - 1) return true;
  return Language.of(glob(pattern)).has(name);
}

import { derive } from "../derive/index.js";
import { blindedBy } from "../evaluate/index.js";
import { assemble } from "../graph/index.js";
import type { PolicyMeta } from "../model/index.js";
import { type AccountSurvey, hiddenKinds, LeftOut, type Survey, surveyAws } from "../sources/aws/index.js";
import type { Settings } from "./config-file.js";
import { deriveOptions } from "./derive-options.js";
import { compiledFor } from "./policy-set.js";
import type { AwsSource } from "./sources.js";
import { shownText } from "./table.js";

/** What a collection could not see of an account, and what that leaves undecided. */
interface AccountFindings extends AccountSurvey {
  /** Services and calls that configuration leaves out. */
  readonly leftOut: readonly string[];
  /** Kinds of nodes that would be missing, or not all there; sorted. */
  readonly unseen: readonly string[];
  /** Policies that could not say pass there; sorted. */
  readonly undecided: readonly string[];
}

export interface AwsFindings extends Omit<Survey, "accounts"> {
  /** Policies that are run. */
  readonly policies: number;
  readonly accounts: readonly AccountFindings[];
}

/** Looks at AWS before a run. @throws UsageError where there is no way to log in */
export async function awsFindings(source: AwsSource, settings: Settings): Promise<AwsFindings> {
  const [survey, policies] = [await surveyAws(source), await policiesOf(settings)];
  const derived = derive(assemble([]), deriveOptions(settings));
  const leftOut = new LeftOut(source.optOut);
  const accounts = survey.accounts.map((account): AccountFindings => {
    const all = account.status === "refused" || account.status === "left-out";
    const hidden = hiddenKinds({ calls: Object.keys(account.denied), leftOut, all });
    const undecided = blindedBy(hidden, policies, derived).map(({ id }) => id);
    return {
      ...account,
      leftOut: [...leftOut.services, ...leftOut.calls],
      unseen: [...hidden.keys()].sort(),
      undecided: undecided.sort(),
    };
  });
  return { ...survey, accounts, policies: policies.length };
}

async function policiesOf(settings: Settings): Promise<readonly PolicyMeta[]> {
  try {
    return (await compiledFor(settings)).manifest.policies;
  } catch {
    // That they do not compile is told beside this.
    return [];
  }
}

interface Line {
  readonly word: "ok" | "gap";
  readonly name: string;
  readonly text: string;
}

/** Names that a line shows before it says how many more there are. */
const SHOWN = 6;

/** The findings for people. */
export function awsLines({ accounts, unlisted, policies }: AwsFindings): Line[] {
  const listed: Line[] =
    unlisted === null
      ? []
      : [{ word: "gap", name: "accounts", text: `not all are known: ${shownText(unlisted)}` }];
  return [...listed, ...accounts.flatMap((account) => accountLines(account, policies))];
}

function accountLines(one: AccountFindings, policies: number): Line[] {
  const { account: name, status, why, regions, denied, leftOut, unread } = one;
  const called = one.name === null ? "" : `${shownText(one.name)}: `;
  if (status === "refused")
    return [
      {
        word: "gap",
        name,
        text: `${called}cannot be entered, all of it is unknown: ${shownText(why ?? "")}`,
      },
    ];
  if (status === "left-out")
    return [{ word: "gap", name, text: `${called}${shownText(why ?? "")}: all of it is unknown` }];
  const where = regions === null ? "its Regions are not told" : `${regions.length} Regions: ${some(regions)}`;
  const tried = one.by === "calls" ? "; one call a service was tried" : "";
  const entry: Line = {
    word: "ok",
    name,
    text: `${called}${one.arn ?? "as nobody knows whom"}; ${where}${tried}`,
  };
  const calls = Object.keys(denied);
  const gaps = [
    ...(calls.length === 0 ? [] : [`may not ask ${some(calls)}`]),
    ...(leftOut.length === 0 ? [] : [`left out by configuration: ${some(leftOut)}`]),
  ];
  const blind = `${one.undecided.length} of ${policies} policies undecided where they need ${some(one.unseen)}`;
  return [
    entry,
    ...(gaps.length === 0 ? [] : [{ word: "gap" as const, name, text: `${gaps.join("; ")}; ${blind}` }]),
    ...(unread.length === 0
      ? []
      : [{ word: "gap" as const, name, text: `not read by configuration: ${some(unread)}` }]),
  ];
}

function some(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return names.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

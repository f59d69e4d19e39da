import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Finding, Gap, PolicyMeta, Tally, Undecided } from "../../../src/model/index.js";
import type { PageData } from "../../../src/report/page-data.js";
import type { State, Stated } from "../../../src/report/states.js";

/** A finding's standing as people filter by it; an exception outweighs the rest. */
export type Status = State | "excepted";

export interface Row<T> {
  readonly item: T;
  readonly status: Status;
  /** Everything that the search looks at, in lower case. */
  readonly text: string;
}

/** The page's data with what every view looks up. */
export interface Estate {
  readonly data: PageData;
  readonly findings: readonly Row<Finding>[];
  readonly undecided: readonly Row<Undecided>[];
  readonly policies: ReadonlyMap<string, { readonly meta: PolicyMeta; readonly tally: Tally }>;
  readonly gaps: ReadonlyMap<string, Gap>;
  /** By a finding's id. */
  readonly statuses: ReadonlyMap<string, Status>;
  /** In a print every view is shown, opened and uncut. */
  readonly printing: boolean;
}

export function estateFrom(data: PageData): Estate {
  const findings = data.findings.map(findingRow);
  return {
    data,
    findings,
    undecided: data.undecided.map(({ item, state }) => ({
      item,
      status: state,
      text: textOf(item, item.gaps.join("\n")),
    })),
    policies: new Map(data.policies.map((row) => [row.meta.id, row])),
    gaps: new Map(data.gaps.map((gap) => [gap.id, gap])),
    statuses: new Map(findings.map(({ item, status }) => [item.id, status])),
    printing: false,
  };
}

function findingRow({ item, state }: Stated<Finding>): Row<Finding> {
  const { message, key, cause, exception, reopened } = item;
  return {
    item,
    status: exception === undefined || state === "fixed" ? state : "excepted",
    text: textOf(
      item,
      [message, key, cause.label, cause.id, cause.at.uri, reopened ? "reopened" : ""].join("\n"),
    ),
  };
}

function textOf({ policy, severity, subject }: Finding | Undecided, more: string): string {
  const { account, region, site } = subject.scope;
  const parts = [policy, severity, subject.id, subject.label, subject.type, account, region, site, more];
  return parts
    .filter((part) => part !== undefined)
    .join("\n")
    .toLowerCase();
}

export const areaOf = (policy: string): string => policy.split("/")[0] ?? policy;

export const EstateContext = createContext<Estate | undefined>(undefined);

export function useEstate(): Estate {
  const estate = useContext(EstateContext);
  if (estate === undefined) throw new Error("a view was drawn outside of the page");
  return estate;
}

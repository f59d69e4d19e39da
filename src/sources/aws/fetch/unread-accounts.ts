import { type Gap, type GapReason, gapOf, type LedgerRow } from "../../../model/index.js";
import { accountId } from "../arn.js";
import type { Collected } from "../collected.js";
import type { LeftOut } from "../left-out.js";
import { placeAt, withoutPointer } from "../missing-gap.js";
import { REGISTRY } from "../registry.js";

/** Whose accounts are not known has no id; nothing known lies in it. */
const UNKNOWN_ACCOUNT = "unknown";

const KINDS: Gap["touches"]["kinds"] = [...new Set(REGISTRY.flatMap(({ kinds }) => kinds))].sort();

interface Unread {
  /** Undefined: accounts that nobody could name. */
  readonly account: string | undefined;
  readonly partition: string;
  readonly reason: Extract<GapReason, LedgerRow["status"]>;
  readonly message: string;
  /** What was asked, service:Operation; `*` where nothing was. */
  readonly call: string;
  readonly principal?: string | undefined;
}

/** An account of which nothing is read: everything in it is unknown, and the ledger says so. */
export function unreadAccount({ account, partition, reason, message, call, principal }: Unread): Collected {
  const [service = "", operation = ""] = (call === "*" ? "organizations:ListAccounts" : call).split(":");
  const where = account === undefined ? {} : { account };
  const gap = gapOf({
    reason,
    message,
    at: withoutPointer(placeAt(where, { service, operation }).at("")),
    touches: {
      kinds: KINDS,
      nodes: account === undefined ? [] : [accountId(partition, account)],
      account: account ?? UNKNOWN_ACCOUNT,
    },
  });
  return {
    answers: [],
    batch: { nodes: [], edges: [], gaps: [gap] },
    ledger: [row({ ...where, call }, reason, { message, principal })],
  };
}

/** A role that was assumed. */
export function enteredAccount(account: string, principal: string | undefined): Collected {
  const ledger = [{ ...row({ account, call: "sts:AssumeRole" }, "ok", { principal }), answers: 1, items: 1 }];
  return { answers: [], batch: { nodes: [], edges: [], gaps: [] }, ledger };
}

/** Regions, services and calls that configuration leaves out of an account; their gaps are the coverage's. */
export function leftOutRows(account: string | undefined, { regions, services, calls }: LeftOut): LedgerRow[] {
  const where = account === undefined ? {} : { account };
  const why = { message: "left out by configuration" };
  return [
    ...regions.map((region) => row({ ...where, region, call: "*" }, "not-collected", why)),
    ...services.map((service) => row({ ...where, call: `${service}:*` }, "not-collected", why)),
    ...calls.map((call) => row({ ...where, call }, "not-collected", why)),
  ];
}

function row(
  where: Pick<LedgerRow, "account" | "region" | "call">,
  status: LedgerRow["status"],
  { message, principal }: { message?: string; principal?: string | undefined },
): LedgerRow {
  return {
    source: "aws",
    ...where,
    status,
    answers: 0,
    items: 0,
    ...(principal === undefined ? {} : { principal }),
    ...(message === undefined ? {} : { message }),
  };
}

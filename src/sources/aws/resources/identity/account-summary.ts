import type { Item } from "../../item.js";
import type { Resource } from "../../resource.js";

/**
 * The root user of an account: its second factor and the keys it should not have.
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html
 */
export const accountSummary: Resource = {
  service: "iam",
  operation: "GetAccountSummary",
  list: "SummaryMap",
  object: ["SummaryMap"],
  actions: ["iam:GetAccountSummary"],
  kinds: ["user"],
  types: ["aws.root-user"],
  scope: "account",
  optional: true,
  normalize({ items: [whole], draft }) {
    const { account, partition } = draft.place;
    // Whose answer it is then nobody knows; that is told where the answer is read.
    if (whole === undefined || account === undefined) return;
    const id = `aws:root-user:${account}`;
    const summary = whole.about(id).child("SummaryMap");
    if (summary === null) whole.about(id).gap("unparsed", `${draft.place.call} answered without a summary`);
    draft.node({
      ...{ id, kind: "user", type: "aws.root-user", label: `root user of ${account}` },
      scope: { provider: "aws", partition, account },
      is: { name: "root", ...(summary === null ? {} : { root: rootOf(summary) }) },
      native: whole.json,
      pointer: "/SummaryMap",
    });
    draft.edge({ from: id, relation: "account", to: account, pointer: "/SummaryMap" });
  },
};

/** Entries are 1 or 0; what an older answer leaves out is not known. */
function rootOf(summary: Item) {
  const told = (name: string) => {
    const count = summary.int(name);
    return count === null ? null : count > 0;
  };
  return {
    mfa: told("AccountMFAEnabled"),
    accessKeys: told("AccountAccessKeysPresent"),
    password: told("AccountPasswordPresent"),
    signingCertificates: told("AccountSigningCertificatesPresent"),
  };
}

import { ownId } from "../../audit/thing.js";
import { secondsOf, wordedOr } from "../../audit/wording.js";
import { momentOf } from "../../moment.js";
import { scopeOf } from "../../place.js";
import type { Resource } from "../../resource.js";

/** What is looked through for weaknesses. Asked without account ids it tells of the caller's own. https://docs.aws.amazon.com/inspector/v2/APIReference/API_BatchGetAccountStatus.html */
export const inspectorStatus: Resource = {
  service: "inspector2",
  operation: "BatchGetAccountStatus",
  list: "accounts",
  recognizes: (first) => first === undefined || first["resourceState"] !== undefined,
  actions: ["inspector2:BatchGetAccountStatus"],
  kinds: ["inspector"],
  types: ["aws.inspector"],
  scope: "region",
  optional: true,
  normalize({ items, output, draft }) {
    const failed = output["failedAccounts"];
    if (Array.isArray(failed) && failed.length > 0)
      draft.gap("failed", `${draft.place.call} could not tell of ${failed.length} accounts`, {
        pointer: "/failedAccounts",
        touches: { kinds: ["inspector"] },
      });
    for (const raw of items) {
      const account = raw.text("accountId") ?? undefined;
      if (raw.child("resourceState") === null)
        raw.gap("unparsed", "What Inspector looks through is told without resourceState");
      const place = { ...draft.place, ...(account === undefined ? {} : { account }) };
      const id = ownId("inspector", place);
      const item = raw.about(id);
      const told = item.child("resourceState");
      draft.node({
        ...{
          id,
          kind: "inspector",
          type: "aws.inspector",
          label: "Inspector",
          scope: scopeOf(draft.place, account),
        },
        is: {
          state: wordedOr(item.child("state")?.text("status") ?? null),
          scans: Object.keys(told?.json ?? {})
            .sort()
            .map((what) => ({ what, state: wordedOr(told?.child(what)?.text("status") ?? null) })),
        },
        ...{ native: item.json, pointer: item.pointer },
      });
    }
  },
};

/** Where it is off the answer is an error, and its code is that of accounts that may not ask. https://docs.aws.amazon.com/macie/latest/APIReference/macie.html */
export const macieSession: Resource = {
  service: "macie2",
  operation: "GetMacieSession",
  list: "status",
  object: ["status", "findingPublishingFrequency"],
  actions: ["macie2:GetMacieSession"],
  kinds: ["data-discovery"],
  types: ["aws.macie"],
  scope: "region",
  partitions: ["aws"],
  optional: true,
  none: ["AccessDeniedException", "ResourceNotFoundException"],
  noneSays: /not enabled/i,
  normalize({ items: [whole], draft }) {
    const id = ownId("macie", draft.place);
    const item = whole?.about(id) ?? null;
    draft.node({
      ...{ id, kind: "data-discovery", type: "aws.macie", label: "Macie", scope: scopeOf(draft.place) },
      is: {
        enabled: item?.text("status") === "ENABLED",
        publishSeconds: item === null ? null : secondsOf(item, "findingPublishingFrequency"),
        role: item?.text("serviceRole") ?? null,
        created: item === null ? null : momentOf(item, "createdAt"),
      },
      ...{ native: item?.json ?? {}, pointer: "" },
    });
  },
};

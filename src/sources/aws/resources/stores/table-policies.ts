import { documentOf } from "../../policy-document.js";
import type { Resource } from "../../resource.js";
import { addData, arnOf, nothing, withId } from "../../stores/data-node.js";

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetResourcePolicy.html */
export const tablePolicies: Resource = {
  service: "dynamodb",
  operation: "GetResourcePolicy",
  list: "Policy",
  object: ["Policy", "RevisionId"],
  // Functions answer with these members too.
  recognizes: () => false,
  actions: ["dynamodb:GetResourcePolicy"],
  kinds: ["data-store"],
  types: ["aws.table"],
  scope: "region",
  none: ["PolicyNotFoundException"],
  needsEnvelope: true,
  each: {
    of: "dynamodb:ListTables",
    input: (whole) =>
      whole
        .texts("TableNames")
        .map((name) => ({ ResourceArn: arnOf(whole.draft.place, "dynamodb", `table/${name}`) })),
    node: ({ ResourceArn: arn }) => (typeof arn === "string" ? arn : null),
  },
  normalize({ items: [whole], input, draft }) {
    const id = input["ResourceArn"];
    if (typeof id !== "string") return;
    const name = id.replace(/^.*\//s, "");
    // An answer that there is none has nothing in it to read.
    const table = withId(whole ?? nothing(draft), id);
    const policy = whole === undefined ? null : documentOf(table.item, "Policy");
    addData(table, { kind: "data-store", type: "aws.table", name, is: { policy } });
  },
};

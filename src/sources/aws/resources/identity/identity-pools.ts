import { poolId } from "../../identity/identity-pool.js";
import { type Resource, tokens } from "../../resource.js";

/** https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_ListIdentityPools.html */
export const identityPools: Resource = {
  service: "cognito-identity",
  operation: "ListIdentityPools",
  list: "IdentityPools",
  actions: ["cognito-identity:ListIdentityPools"],
  kinds: ["identity-pool"],
  types: ["aws.identity-pool"],
  scope: "region",
  optional: true,
  paging: tokens(60),
  normalize({ items, draft }) {
    for (const raw of items) {
      const short = raw.text("IdentityPoolId");
      if (short === null) {
        raw.gap("unparsed", `${draft.place.call} answered with an item that has no IdentityPoolId`);
        continue;
      }
      const { json: native, pointer } = raw;
      const name = raw.text("IdentityPoolName") ?? short;
      draft.node({
        ...{ id: poolId(draft.place, short), kind: "identity-pool", type: "aws.identity-pool", label: name },
        ...{ aliases: [short], is: { name }, native, pointer },
      });
    }
  },
};

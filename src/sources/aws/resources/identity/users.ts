import { addListedUser } from "../../identity/iam-user.js";
import { IAM_MARKERS, type Resource } from "../../resource.js";

/** When users last signed in with a password, which the authorization details leave out. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html */
export const users: Resource = {
  service: "iam",
  operation: "ListUsers",
  list: "Users",
  // User pools list their users under this member too, with a `Username`.
  recognizes: (first) => first === undefined || typeof first["UserName"] === "string",
  actions: ["iam:ListUsers"],
  kinds: ["user"],
  types: ["aws.iam-user"],
  scope: "account",
  optional: true,
  neededWith: ["iam:GetAccountAuthorizationDetails"],
  paging: IAM_MARKERS,
  normalize({ items }) {
    for (const user of items) addListedUser(user);
  },
};

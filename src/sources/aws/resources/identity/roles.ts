import { addListedRole } from "../../identity/iam-role.js";
import { IAM_MARKERS, type Resource } from "../../resource.js";

/** Descriptions of roles and how long a session lasts, which the authorization details leave out. https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html */
export const roles: Resource = {
  service: "iam",
  operation: "ListRoles",
  list: "Roles",
  recognizes: (first) => first === undefined || typeof first["RoleName"] === "string",
  actions: ["iam:ListRoles"],
  kinds: ["role"],
  types: ["aws.iam-role"],
  scope: "account",
  optional: true,
  neededWith: ["iam:GetAccountAuthorizationDetails"],
  paging: IAM_MARKERS,
  normalize({ items }) {
    for (const role of items) addListedRole(role);
  },
};

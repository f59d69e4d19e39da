import type { Each } from "../resource.js";

/**
 * A call that is made for the root of an organization and for every unit below it.
 * @param relations path segments that stay unknown of a unit without it
 */
export function eachParent(relations: readonly string[]): Each {
  return {
    of: "organizations:ListRoots",
    alsoOf: "organizations:ListOrganizationalUnitsForParent",
    input(parent) {
      const id = parent.text("Id");
      return id === null ? null : { ParentId: id };
    },
    node: ({ ParentId: id }) => (typeof id === "string" ? id : null),
    relations,
  };
}

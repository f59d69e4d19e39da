import { type Resource, tokens } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { locationOf } from "../../stores/sync-location.js";

/** https://docs.aws.amazon.com/datasync/latest/userguide/API_ListLocations.html */
export const syncLocations: Resource = {
  service: "datasync",
  operation: "ListLocations",
  list: "Locations",
  recognizes: (first) => typeof first?.["LocationArn"] === "string",
  actions: ["datasync:ListLocations"],
  kinds: ["transfer-end"],
  types: ["aws.sync-location"],
  scope: "region",
  optional: true,
  neededWith: ["datasync:ListTasks"],
  paging: tokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const end = byArn(raw, "LocationArn");
      if (end === null) continue;
      const told = locationOf(end.item.text("LocationUri") ?? "", draft.place);
      const type = "aws.sync-location";
      if (told === null) {
        end.item.gap("unmodelled", "A location's URI begins with what is not known here");
        addData(end, { kind: "transfer-end", type, name: end.id, is: { endType: "unknown" } });
        continue;
      }
      const { endType, uri, place, store } = told;
      addData(end, {
        ...{ kind: "transfer-end", type, name: uri, is: { endType, uri, place } },
        ends: { more: [["store", store]] },
      });
    }
  },
};

import { arnIn, askBy } from "../../hybrid/asked.js";
import { momentOf } from "../../moment.js";
import { type Resource, tokens } from "../../resource.js";

const whose = arnIn("OutpostIdentifierFilter");

/** Changes of what an Outpost's servers are cut into. https://docs.aws.amazon.com/outposts/latest/APIReference/API_CapacityTaskSummary.html */
export const capacityTasks: Resource = {
  service: "outposts",
  operation: "ListCapacityTasks",
  list: "CapacityTasks",
  actions: ["outposts:ListCapacityTasks"],
  kinds: ["outpost"],
  types: ["aws.outpost"],
  scope: "region",
  needsEnvelope: true,
  paging: tokens(1000),
  each: { of: "outposts:ListOutposts", input: askBy("OutpostArn", "OutpostIdentifierFilter"), node: whose },
  normalize({ items, input, draft }) {
    const id = whose(input);
    if (id === null) return;
    const tasks = items.map((raw) => {
      const item = raw.about(id);
      return {
        id: item.text("CapacityTaskId") ?? "",
        state: (item.text("CapacityTaskStatus") ?? "unknown").toLowerCase(),
        created: momentOf(item, "CreationDate"),
        completed: momentOf(item, "CompletionDate"),
      };
    });
    const label = id.split("/").at(-1) ?? id;
    draft.node({
      ...{ id, kind: "outpost", type: "aws.outpost", label, aliases: [label], native: {}, pointer: "" },
      is: { capacityTasks: tasks.sort((a, b) => (a.id < b.id ? -1 : 1)) },
    });
  },
};

import { byArn } from "../../balancer-identity.js";
import { fileSystemAsked } from "../../data/file-system.js";
import { addStore } from "../../data/store.js";
import { wordOrNull } from "../../data/words.js";
import { type Resource, tokens } from "../../resource.js";
import { tagsOf } from "../../tags.js";

/** https://docs.aws.amazon.com/efs/latest/ug/API_AccessPointDescription.html */
export const fileSystemAccessPoints: Resource = {
  service: "efs",
  operation: "DescribeAccessPoints",
  list: "AccessPoints",
  recognizes: (first) => first === undefined || Object.hasOwn(first, "FileSystemId"),
  actions: ["elasticfilesystem:DescribeAccessPoints"],
  kinds: ["data-store"],
  types: ["aws.file-system-access-point"],
  scope: "region",
  optional: true,
  neededWith: ["efs:DescribeFileSystems"],
  paging: tokens(1000),
  normalize({ items, draft }) {
    for (const raw of items) {
      const point = byArn(raw, "AccessPointArn");
      if (point === null) continue;
      const { id, item, scope } = point;
      const short = item.text("AccessPointId") ?? id;
      addStore({
        ...{ id, item, scope, type: "aws.file-system-access-point", tags: tagsOf(item) },
        ...{ label: item.text("Name") ?? short, aliases: [short] },
        is: {
          ...{ storeType: "access-point", name: item.text("Name") ?? short },
          state: wordOrNull(item.text("LifeCycleState")),
          rootPath: item.child("RootDirectory")?.text("Path") ?? "/",
          posixUser: item.child("PosixUser")?.int("Uid") ?? null,
        },
      });
      const to = fileSystemAsked(item.json, draft.place);
      draft.edge({ from: id, relation: "store", to, pointer: item.pointer });
    }
  },
};

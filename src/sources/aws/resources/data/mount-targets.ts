import { EACH_FILE_SYSTEM, fileSystemAsked } from "../../data/file-system.js";
import type { Resource } from "../../resource.js";

/**
 * Where a file system stands in networks. Who may connect the security groups of its interfaces say, which the
 * interfaces tell. https://docs.aws.amazon.com/efs/latest/ug/API_MountTargetDescription.html
 */
export const mountTargets: Resource = {
  service: "efs",
  operation: "DescribeMountTargets",
  list: "MountTargets",
  actions: ["elasticfilesystem:DescribeMountTargets"],
  kinds: ["data-store"],
  types: ["aws.file-system"],
  scope: "region",
  paging: { input: "Marker", output: "NextMarker", size: { MaxItems: 100 } },
  each: { ...EACH_FILE_SYSTEM, relations: ["network", "subnets", "interfaces"] },
  normalize({ items, draft }) {
    for (const target of items) {
      const { pointer, json } = target;
      const from = fileSystemAsked(json, draft.place);
      if (from === null) {
        target.gap("unparsed", "A mount target was answered without its file system");
        continue;
      }
      const item = target.about(from);
      draft.edge({ from, relation: "network", to: item.text("VpcId"), pointer });
      draft.edge({ from, relation: "subnets", to: item.text("SubnetId"), pointer });
      draft.edge({ from, relation: "interfaces", to: item.text("NetworkInterfaceId"), pointer });
    }
  },
};

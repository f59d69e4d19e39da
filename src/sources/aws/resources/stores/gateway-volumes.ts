import type { Resource } from "../../resource.js";
import { addData, byArn } from "../../stores/data-node.js";
import { gibOfBytes } from "../../stores/place-of.js";

/** Volumes that machines at home mount. https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_ListVolumes.html */
export const gatewayVolumes: Resource = {
  service: "storagegateway",
  operation: "ListVolumes",
  list: "VolumeInfos",
  actions: ["storagegateway:ListVolumes"],
  kinds: ["data-store"],
  types: ["aws.gateway-volume"],
  scope: "region",
  optional: true,
  neededWith: ["storagegateway:ListGateways"],
  paging: { input: "Marker", output: "Marker", size: { Limit: 100 } },
  normalize({ items }) {
    for (const raw of items) {
      const volume = byArn(raw, "VolumeARN");
      if (volume === null) continue;
      const { id, item } = volume;
      const name = item.text("VolumeId") ?? id;
      addData(volume, {
        ...{ kind: "data-store", type: "aws.gateway-volume", name },
        is: {
          ...{ storeType: "volume", name, engine: item.text("VolumeType")?.toLowerCase() ?? null },
          state: item.text("VolumeAttachmentStatus")?.toLowerCase() ?? null,
          sizeGib: gibOfBytes(item.int("VolumeSizeInBytes")),
        },
      });
    }
  },
};

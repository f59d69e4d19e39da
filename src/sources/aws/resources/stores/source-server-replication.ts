import type { Resource } from "../../resource.js";
import { addData, arnOf, withId } from "../../stores/data-node.js";
import { recoveryEnds, recoveryFacts } from "../../stores/recovery.js";

/** By which way and into which subnet a machine is copied. https://docs.aws.amazon.com/drs/latest/APIReference/API_GetReplicationConfiguration.html */
export const sourceServerReplication: Resource = {
  service: "drs",
  operation: "GetReplicationConfiguration",
  list: "sourceServerID",
  object: ["sourceServerID", "dataPlaneRouting"],
  actions: ["drs:GetReplicationConfiguration"],
  kinds: ["transfer"],
  types: ["aws.source-server"],
  scope: "region",
  each: {
    of: "drs:DescribeSourceServers",
    input(server) {
      const id = server.text("sourceServerID");
      return id === null ? null : { sourceServerID: id };
    },
    node: ({ sourceServerID: id }, place) =>
      typeof id === "string" ? arnOf(place, "drs", `source-server/${id}`) : null,
  },
  normalize({ items: [whole], draft }) {
    const short = whole?.text("sourceServerID") ?? null;
    if (whole === undefined || short === null) {
      whole?.gap("unparsed", `${draft.place.call} answered without saying of which server`);
      return;
    }
    const server = withId(whole, arnOf(draft.place, "drs", `source-server/${short}`));
    addData(server, {
      ...{ kind: "transfer", type: "aws.source-server", name: short, aliases: [short] },
      ...{ is: recoveryFacts(server.item), ends: recoveryEnds(server.item) },
    });
  },
};

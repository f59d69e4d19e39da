import type { Resource } from "../../resource.js";

/** Buildings in which lines end. https://docs.aws.amazon.com/directconnect/latest/APIReference/API_Location.html */
export const circuitLocations: Resource = {
  service: "directconnect",
  operation: "DescribeLocations",
  list: "locations",
  actions: ["directconnect:DescribeLocations"],
  kinds: ["site"],
  types: ["aws.direct-connect-location"],
  ofNobody: true,
  scope: "region",
  optional: true,
  neededWith: ["directconnect:DescribeConnections"],
  normalize({ items, draft }) {
    for (const raw of items) {
      const code = raw.text("locationCode");
      if (code === null || code === "") {
        raw.gap("unparsed", `${draft.place.call} answered with an item that has no locationCode`);
        continue;
      }
      // The same building is told in every Region that it serves, which is part of its name.
      const { partition, region = "" } = draft.place;
      const id = `aws:direct-connect-location:${partition}:${region}:${code}`;
      const item = raw.about(id);
      const name = item.text("locationName") ?? code;
      draft.node({
        ...{ id, kind: "site", type: "aws.direct-connect-location", label: name, aliases: [code] },
        scope: { provider: "aws", partition, ...(region === "" ? {} : { region }) },
        is: {
          ...{ name, siteType: "line-location", linesRegion: item.text("region") },
          speeds: item.texts("availablePortSpeeds").sort(),
          macsecSpeeds: item.texts("availableMacSecPortSpeeds").sort(),
          providers: item.texts("availableProviders").sort(),
        },
        native: item.json,
        pointer: item.pointer,
      });
    }
  },
};

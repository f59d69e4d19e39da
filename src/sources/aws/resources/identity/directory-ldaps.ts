import { directoryId } from "../../identity/directory.js";
import type { Resource } from "../../resource.js";

/** Whether a directory's own clients may be made to use LDAP over TLS. https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DescribeLDAPSSettings.html */
export const directoryLdaps: Resource = {
  service: "ds",
  operation: "DescribeLDAPSSettings",
  list: "LDAPSSettingsInfo",
  actions: ["ds:DescribeLDAPSSettings"],
  kinds: ["directory"],
  types: ["aws.directory"],
  scope: "region",
  needsEnvelope: true,
  paging: { input: "NextToken", output: "NextToken", size: {} },
  each: {
    of: "ds:DescribeDirectories",
    input(directory) {
      const id = directory.text("DirectoryId");
      // Others answer that they do not support it.
      return id === null || directory.text("Type") !== "MicrosoftAD"
        ? null
        : { DirectoryId: id, Type: "Client" };
    },
    node: ({ DirectoryId: id }, place) => (typeof id === "string" ? directoryId(place, id) : null),
  },
  normalize({ items, input, draft }) {
    const short = input["DirectoryId"];
    if (typeof short !== "string") return;
    const id = directoryId(draft.place, short);
    const states = items.map((raw) => raw.about(id).text("LDAPSStatus"));
    const ldaps = states.includes("Enabled") ? "enabled" : (states[0]?.toLowerCase() ?? "disabled");
    draft.node({
      ...{ id, kind: "directory", type: "aws.directory", label: short, aliases: [short] },
      ...{ is: { ldaps }, native: {}, pointer: "/LDAPSSettingsInfo" },
    });
  },
};

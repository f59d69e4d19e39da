import { directoryId } from "../../identity/directory.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import type { Resource } from "../../resource.js";

/** What directories trust, and what trusts them. https://docs.aws.amazon.com/directoryservice/latest/devguide/API_Trust.html */
export const directoryTrusts: Resource = {
  service: "ds",
  operation: "DescribeTrusts",
  list: "Trusts",
  actions: ["ds:DescribeTrusts"],
  kinds: ["directory-trust"],
  types: ["aws.directory-trust"],
  scope: "region",
  optional: true,
  neededWith: ["ds:DescribeDirectories"],
  paging: { input: "NextToken", output: "NextToken", size: {} },
  normalize({ items }) {
    for (const raw of items) addTrust(raw);
  },
};

function addTrust(raw: Item): void {
  const { draft, pointer } = raw;
  const [trust, directory] = [raw.text("TrustId"), raw.text("DirectoryId")];
  if (trust === null || directory === null) {
    raw.gap("unparsed", `${draft.place.call} answered with a trust that has no TrustId and DirectoryId`);
    return;
  }
  const to = directoryId(draft.place, directory);
  const id = `${to}#trust/${trust}`;
  const item = raw.about(id);
  const remoteDomain = item.text("RemoteDomainName") ?? "";
  draft.node({
    ...{
      id,
      kind: "directory-trust",
      type: "aws.directory-trust",
      label: `${directory} with ${remoteDomain}`,
    },
    aliases: [trust],
    is: {
      remoteDomain,
      trustType: item.text("TrustType")?.toLowerCase() ?? "unknown",
      direction: DIRECTIONS.get(item.text("TrustDirection")) ?? "unknown",
      state: (item.text("TrustState") ?? "unknown").toLowerCase(),
      selective: selectiveOf(item.text("SelectiveAuth")),
      created: momentOf(item, "CreatedDateTime"),
    },
    ...{ native: item.json, pointer },
  });
  draft.edge({ from: id, relation: "directory", to, pointer });
}

const DIRECTIONS: ReadonlyMap<string | null, "incoming" | "outgoing" | "two-way"> = new Map([
  ["One-Way: Incoming", "incoming"],
  ["One-Way: Outgoing", "outgoing"],
  ["Two-Way", "two-way"],
] as const);

function selectiveOf(text: string | null): boolean | null {
  return text === "Enabled" ? true : text === "Disabled" ? false : null;
}

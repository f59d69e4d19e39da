import { addDirectory } from "../../identity/directory.js";
import type { Resource } from "../../resource.js";

/** https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DescribeDirectories.html */
export const directories: Resource = {
  service: "ds",
  operation: "DescribeDirectories",
  list: "DirectoryDescriptions",
  actions: ["ds:DescribeDirectories"],
  kinds: ["directory"],
  types: ["aws.directory"],
  scope: "region",
  optional: true,
  neededWith: ["ds:DescribeTrusts"],
  paging: { input: "NextToken", output: "NextToken", size: {} },
  normalize({ items }) {
    for (const raw of items) addDirectory(raw);
  },
};

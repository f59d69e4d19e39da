import { fileSystemDetail } from "../../data/file-system-detail.js";
import { documentOf } from "../../policy-document.js";

/** https://docs.aws.amazon.com/efs/latest/ug/API_DescribeFileSystemPolicy.html */
export const fileSystemPolicies = fileSystemDetail({
  operation: "DescribeFileSystemPolicy",
  list: "Policy",
  none: ["PolicyNotFound"],
  facts: (answer) => ({ policy: answer === null ? null : documentOf(answer, "Policy") }),
});

import { regionSetting } from "../../data/region-setting.js";

const STATES = ["unblocked", "block-new-sharing", "block-all-sharing"];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetSnapshotBlockPublicAccessState.html */
export const snapshotSharing = regionSetting({
  operation: "GetSnapshotBlockPublicAccessState",
  list: "State",
  beside: "ec2:DescribeSnapshots",
  recognizes: (answer) => STATES.includes(String(answer?.["State"])),
  facts: (answer) => ({ snapshotSharing: answer.text("State") }),
});

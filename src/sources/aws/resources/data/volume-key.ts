import { regionSetting } from "../../data/region-setting.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetEbsDefaultKmsKeyId.html */
export const volumeKey = regionSetting({
  operation: "GetEbsDefaultKmsKeyId",
  list: "KmsKeyId",
  beside: "ec2:DescribeVolumes",
  recognizes: (answer) =>
    answer !== undefined && Object.keys(answer).every((member) => member === "KmsKeyId"),
  facts: (answer) => ({ volumeKey: answer.text("KmsKeyId") }),
});

import { regionSetting } from "../../data/region-setting.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetEbsEncryptionByDefault.html */
export const volumeEncryption = regionSetting({
  operation: "GetEbsEncryptionByDefault",
  list: "EbsEncryptionByDefault",
  beside: "ec2:DescribeVolumes",
  facts: (answer) => ({ encryptsVolumes: answer.flag("EbsEncryptionByDefault") }),
});

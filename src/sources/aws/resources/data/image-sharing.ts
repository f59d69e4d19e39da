import { regionSetting } from "../../data/region-setting.js";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetImageBlockPublicAccessState.html */
export const imageSharing = regionSetting({
  operation: "GetImageBlockPublicAccessState",
  list: "ImageBlockPublicAccessState",
  beside: "ec2:DescribeImages",
  facts: (answer) => ({ imageSharing: answer.text("ImageBlockPublicAccessState") }),
});

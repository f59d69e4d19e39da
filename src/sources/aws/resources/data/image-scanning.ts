import { regionSetting } from "../../data/region-setting.js";
import { wordOrNull } from "../../data/words.js";

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_RegistryScanningConfiguration.html */
export const imageScanning = regionSetting({
  service: "ecr",
  operation: "GetRegistryScanningConfiguration",
  list: "scanningConfiguration",
  beside: "ecr:DescribeRepositories",
  facts(answer) {
    const config = answer.child("scanningConfiguration");
    const rules = config?.list("rules") ?? [];
    return {
      imageScanning: {
        scanType: wordOrNull(config?.text("scanType") ?? null),
        rules: rules.map((rule) => ({
          frequency: wordOrNull(rule.text("scanFrequency")),
          filters: rule.list("repositoryFilters").flatMap((one) => one.text("filter") ?? []),
        })),
      },
    };
  },
});

import { repositoryDetail } from "../../data/repository.js";
import { documentOf } from "../../policy-document.js";

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetLifecyclePolicy.html */
export const repositoryExpiry = repositoryDetail({
  operation: "GetLifecyclePolicy",
  list: "lifecyclePolicyText",
  none: ["LifecyclePolicyNotFoundException"],
  facts: (answer) => ({ expiryRules: answer === null ? null : documentOf(answer, "lifecyclePolicyText") }),
});

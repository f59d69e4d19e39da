import { repositoryDetail } from "../../data/repository.js";
import { documentOf } from "../../policy-document.js";

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetRepositoryPolicy.html */
export const repositoryPolicies = repositoryDetail({
  operation: "GetRepositoryPolicy",
  list: "policyText",
  none: ["RepositoryPolicyNotFoundException"],
  facts: (answer) => ({ policy: answer === null ? null : documentOf(answer, "policyText") }),
});

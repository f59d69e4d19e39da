import { keyDetail } from "../../data/key-detail.js";
import { documentOf } from "../../policy-document.js";

/** Every key has one policy, of this name. https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html */
export const keyPolicies = keyDetail({
  operation: "GetKeyPolicy",
  list: "Policy",
  input: { PolicyName: "default" },
  recognizes: (answer) =>
    typeof answer?.["PolicyName"] === "string" && answer["ResourcePolicy"] === undefined,
  facts: (answer) => ({ policy: answer === null ? null : documentOf(answer, "Policy") }),
});

import { bucketDetail } from "../../data/bucket.js";
import { keyOf } from "../../data/key-edge.js";

const ALGORITHMS: ReadonlyMap<string, string> = new Map([
  ["AES256", "provider"],
  ["aws:kms", "kms"],
  ["aws:kms:dsse", "kms-twice"],
]);

/** Since 2023 every bucket encrypts. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ServerSideEncryptionByDefault.html */
export const bucketEncryption = bucketDetail({
  operation: "GetBucketEncryption",
  action: "GetEncryptionConfiguration",
  list: "ServerSideEncryptionConfiguration",
  none: ["ServerSideEncryptionConfigurationNotFoundError"],
  facts(answer, bucket) {
    const config = answer?.child("ServerSideEncryptionConfiguration") ?? null;
    const rule =
      config?.list("Rules").map((one) => one.child("ApplyServerSideEncryptionByDefault"))[0] ?? null;
    const algorithm = rule?.text("SSEAlgorithm") ?? null;
    const encryption = algorithm === null ? null : (ALGORITHMS.get(algorithm) ?? algorithm);
    const key = rule === null ? null : keyOf(rule, bucket, "KMSMasterKeyID");
    return { encrypted: rule !== null, encryption, key };
  },
});

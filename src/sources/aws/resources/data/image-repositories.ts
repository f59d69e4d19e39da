import { byArn } from "../../balancer-identity.js";
import { keyOf } from "../../data/key-edge.js";
import { addStore } from "../../data/store.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { nextTokens, type Resource } from "../../resource.js";

const BY: ReadonlyMap<string, string> = new Map([
  ["AES256", "provider"],
  ["KMS", "kms"],
  ["KMS_DSSE", "kms-twice"],
]);

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_Repository.html */
export const imageRepositories: Resource = {
  service: "ecr",
  operation: "DescribeRepositories",
  list: "repositories",
  actions: ["ecr:DescribeRepositories"],
  kinds: ["data-store"],
  types: ["aws.image-repository"],
  scope: "region",
  optional: true,
  paging: nextTokens(1000),
  normalize({ items }) {
    for (const raw of items) {
      const repository = byArn(raw, "repositoryArn");
      if (repository === null) continue;
      const { id, item, scope } = repository;
      const name = item.text("repositoryName") ?? id;
      const uri = item.text("repositoryUri");
      addStore({
        ...{ id, item, scope, type: "aws.image-repository", label: name, aliases: uri === null ? [] : [uri] },
        is: { ...{ storeType: "registry", name, encrypted: true }, ...factsOf(item, id) },
      });
    }
  },
};

function factsOf(item: Item, id: string) {
  const coding = item.child("encryptionConfiguration");
  const tags = item.text("imageTagMutability");
  return {
    created: momentOf(item, "createdAt"),
    encryption: BY.get(coding?.text("encryptionType") ?? "AES256") ?? null,
    key: coding === null ? null : keyOf(coding, id, "kmsKey"),
    scansOnPush: item.child("imageScanningConfiguration")?.flag("scanOnPush") ?? false,
    // With exceptions some tags can be moved.
    fixedTags: tags === null ? null : tags === "IMMUTABLE",
  };
}

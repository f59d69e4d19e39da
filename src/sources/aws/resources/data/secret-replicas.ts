import { byArn } from "../../balancer-identity.js";
import { EACH_SECRET } from "../../data/secret.js";
import { tellOfStore } from "../../data/store.js";
import type { Item } from "../../item.js";
import { isRegion, partsOfArn } from "../../names.js";
import type { Resource } from "../../resource.js";

/** Which Regions, and which other accounts, a secret is copied to. https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html */
export const secretReplicas: Resource = {
  service: "secretsmanager",
  operation: "DescribeSecret",
  list: "ARN",
  object: ["ARN", "VersionIdsToStages"],
  recognizes: (answer) => typeof answer?.["VersionIdsToStages"] === "object",
  actions: ["secretsmanager:DescribeSecret"],
  kinds: ["data-store", "copy-rule"],
  types: ["aws.secret", "aws.secret-replication"],
  scope: "region",
  each: EACH_SECRET,
  normalize({ items }) {
    for (const raw of items) {
      const secret = byArn(raw, "ARN");
      if (secret === null) continue;
      const { id, item, scope } = secret;
      tellOfStore({ ...{ id, item, scope, type: "aws.secret", label: item.text("Name") ?? id, is: {} } });
      addReplication(item, id);
    }
  },
};

function addReplication(item: Item, secret: string): void {
  const { draft, pointer } = item;
  const own = partsOfArn(secret);
  const replicas = [...regional(item, secret), ...foreign(item)];
  if (replicas.length === 0) return;
  const id = `${secret}#replication`;
  const label = `replication of ${item.text("Name") ?? secret}`;
  draft.node({
    ...{ id, kind: "copy-rule", type: "aws.secret-replication", label, native: {}, pointer },
    is: {
      ...{ ruleType: "replication", enabled: true, sources: [secret], selection: null, keepDays: null },
      destinations: replicas.map(({ region, account, store }) => ({ region, account, store })),
      encrypted: true,
      key: replicas.map(({ key }) => key).find((key) => key !== null) ?? null,
    },
  });
  draft.edge({ from: id, relation: "sources", to: secret, pointer, region: own?.region });
  for (const { store, region, account } of replicas)
    draft.edge({ from: id, relation: "destinations", to: store, pointer, region, account });
}

function regional(item: Item, secret: string) {
  const own = partsOfArn(secret);
  return item.list("ReplicationStatus").map((replica) => {
    const region = replica.text("Region");
    const there = region !== null && isRegion(region) && own?.region !== undefined;
    const store = there ? secret.replace(`:${own.region}:`, `:${region}:`) : null;
    return { region, account: own?.account ?? null, store, key: replica.text("KmsKeyId") };
  });
}

function foreign(item: Item) {
  return item.list("CrossAccountReplicas").map((replica) => {
    const store = replica.text("ReplicaSecretARN");
    const parts = partsOfArn(store ?? "");
    return { region: parts?.region ?? null, account: parts?.account ?? null, store, key: null };
  });
}

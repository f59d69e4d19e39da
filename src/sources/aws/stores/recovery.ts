import type { Item } from "../item.js";

/** What a server's replication and its template tell alike. https://docs.aws.amazon.com/drs/latest/APIReference/API_ReplicationConfigurationTemplate.html */
export function recoveryFacts(item: Item) {
  const [routing, encryption] = [item.text("dataPlaneRouting"), item.text("ebsEncryption")];
  const key = item.text("ebsEncryptionKeyArn");
  return {
    encrypted: encryption === null ? null : encryption !== "NONE",
    key: key === "" ? null : key,
    isPublic: item.flag("createPublicIP"),
    privatePath: routing === null ? null : routing === "PRIVATE_IP",
  };
}

export function recoveryEnds(item: Item) {
  const subnet = item.text("stagingAreaSubnetId") ?? "";
  const filters = item.texts("replicationServersSecurityGroupsIDs").filter((id) => id !== "");
  return { subnets: subnet === "" ? [] : [subnet], filters };
}

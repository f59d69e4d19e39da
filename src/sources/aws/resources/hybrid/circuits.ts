import type { FactsByKind } from "../../../../model/index.js";
import { linkIdentity } from "../../direct-connect-identity.js";
import { mbpsOf } from "../../hybrid/bandwidth.js";
import type { Item } from "../../item.js";
import { momentOf } from "../../moment.js";
import { nextTokens, type Resource } from "../../resource.js";

/** Lines to data centres. https://docs.aws.amazon.com/directconnect/latest/APIReference/API_Connection.html */
export const circuits: Resource = {
  service: "directconnect",
  operation: "DescribeConnections",
  list: "connections",
  actions: ["directconnect:DescribeConnections"],
  kinds: ["circuit"],
  types: ["aws.direct-connect-connection"],
  scope: "region",
  optional: true,
  neededWith: ["directconnect:DescribeLags"],
  paging: nextTokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const line = linkIdentity(raw, {
        ...WORDS,
        kind: "dxcon",
        idMember: "connectionId",
        nameMember: "connectionName",
      });
      if (line === null) continue;
      const { id: from, item, base } = line;
      const partner = item.text("partnerName") || null;
      draft.node({
        ...{ ...base, kind: "circuit", type: "aws.direct-connect-connection" },
        is: {
          ...lineFacts(item),
          name: item.text("connectionName") ?? base.label,
          circuitType: partner === null ? "connection" : "hosted-connection",
          state: item.text("connectionState") ?? "unknown",
          mbps: mbpsOf(item, "bandwidth"),
          provider: item.text("providerName") || partner,
          vlan: item.int("vlan"),
        },
      });
      draft.edge({ from, relation: "circuit", to: item.text("lagId") || null, pointer: item.pointer });
      draft.edge({ from, relation: "site", to: item.text("location") || null, pointer: item.pointer });
    }
  },
};

/** Lines that are bundled. https://docs.aws.amazon.com/directconnect/latest/APIReference/API_Lag.html */
export const circuitBundles: Resource = {
  service: "directconnect",
  operation: "DescribeLags",
  list: "lags",
  actions: ["directconnect:DescribeLags"],
  kinds: ["circuit"],
  types: ["aws.direct-connect-lag"],
  scope: "region",
  optional: true,
  neededWith: ["directconnect:DescribeConnections"],
  paging: nextTokens(100),
  normalize({ items, draft }) {
    for (const raw of items) {
      const bundle = linkIdentity(raw, { ...WORDS, kind: "dxlag", idMember: "lagId", nameMember: "lagName" });
      if (bundle === null) continue;
      const { id: from, item, base } = bundle;
      const [each, members] = [mbpsOf(item, "connectionsBandwidth"), item.int("numberOfConnections")];
      draft.node({
        ...{ ...base, kind: "circuit", type: "aws.direct-connect-lag" },
        is: {
          ...lineFacts(item),
          ...{ name: item.text("lagName") ?? base.label, circuitType: "lag", members },
          state: item.text("lagState") ?? "unknown",
          mbps: each === null || members === null ? null : each * members,
          provider: item.text("providerName") || null,
          minimumMembers: item.int("minimumLinks"),
          hostsOthers: item.flag("allowsHostedConnections"),
        },
      });
      draft.edge({ from, relation: "site", to: item.text("location") || null, pointer: item.pointer });
    }
  },
};

const WORDS = { ownerMember: "ownerAccount", regional: true } as const;

/** What lines and bundles have in common. */
function lineFacts(item: Item): Partial<FactsByKind["circuit"]> {
  return {
    location: item.text("location"),
    device: item.text("awsDeviceV2") || item.text("awsDevice") || null,
    jumboFrames: item.flag("jumboFrameCapable"),
    redundant: item.text("hasLogicalRedundancy"),
    macsec: {
      capable: item.flag("macSecCapable"),
      mode: item.text("encryptionMode")?.toLowerCase() ?? null,
      portStatus: item.text("portEncryptionStatus")?.toLowerCase() ?? null,
      keys: item.list("macSecKeys").map((key) => ({
        name: key.text("ckn") ?? "",
        state: key.text("state") ?? "unknown",
        since: momentOf(key.having({ startOn: startOf(key) }), "startOn"),
      })),
    },
  };
}

/** The API writes when a key began as text of no fixed form: what is no date is not told. */
function startOf(key: Item): string | null {
  const text = key.json["startOn"];
  return typeof text === "string" && /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:?\d\d)$/.test(text)
    ? text
    : null;
}

import type { FactsByKind } from "../../../model/index.js";
import { addressOf, sortedTexts } from "../block.js";
import type { Item } from "../item.js";
import { momentOf } from "../moment.js";
import type { Place } from "../place.js";
import { scopeOf } from "../place.js";
import { withoutSecrets } from "../secrets.js";

type Directory = FactsByKind["directory"];

/** https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DirectoryDescription.html */
const TYPES: ReadonlyMap<string | null, Directory["directoryType"]> = new Map([
  ["SimpleAD", "simple-ad"],
  ["ADConnector", "ad-connector"],
  ["MicrosoftAD", "managed-ad"],
  ["SharedMicrosoftAD", "shared-managed-ad"],
] as const);

export function directoryId({ partition, region = "", account = "" }: Place, short: string): string {
  return `arn:${partition}:ds:${region}:${account}:directory/${short}`;
}

/** A directory, with what it lies in. */
export function addDirectory(raw: Item): void {
  const { draft, pointer } = raw;
  const short = raw.text("DirectoryId");
  if (short === null) {
    raw.gap("unparsed", `${draft.place.call} answered with an item that has no DirectoryId`);
    return;
  }
  const id = directoryId(draft.place, short);
  const item = raw.about(id);
  const name = item.text("Name") ?? short;
  draft.node({
    ...{ id, kind: "directory", type: "aws.directory", label: name, aliases: [short] },
    scope: scopeOf(draft.place),
    is: { name, ...factsOf(item) },
    // The secret of a RADIUS server stands in the answer, whoever brings it.
    ...{ native: withoutSecrets(item.json), pointer },
  });
  const settings = item.child("VpcSettings") ?? item.child("ConnectSettings");
  const at = settings?.pointer ?? pointer;
  draft.edge({ from: id, relation: "network", to: settings?.text("VpcId") ?? null, pointer: at });
  draft.edge({ from: id, relation: "filters", to: settings?.text("SecurityGroupId") ?? null, pointer: at });
  for (const to of settings?.texts("SubnetIds") ?? [])
    draft.edge({ from: id, relation: "subnets", to, pointer: `${at}/SubnetIds` });
}

function factsOf(item: Item): Omit<Directory, "name" | "ldaps"> {
  const said = item.text("Type");
  const directoryType = TYPES.get(said) ?? "unknown";
  if (directoryType === "unknown")
    item.gap("unmodelled", "What type of directory this is, is not known here");
  const connector = item.child("ConnectSettings");
  const regions = item.child("RegionsInfo");
  return {
    directoryType,
    shortName: item.text("ShortName"),
    edition: item.text("Edition")?.toLowerCase() ?? null,
    state: (item.text("Stage") ?? "unknown").toLowerCase(),
    dnsAddresses: addressesOf(item, ["DnsIpAddrs", "DnsIpv6Addrs"]),
    connectorAddresses: connector === null ? [] : addressesOf(connector, ["ConnectIps", "ConnectIpsV6"]),
    singleSignOn: item.flag("SsoEnabled"),
    controllers: item.int("DesiredNumberOfDomainControllers"),
    osVersion: item.text("OsVersion"),
    created: momentOf(item, "LaunchTime"),
    owner: item.child("OwnerDirectoryDescription")?.text("AccountId") ?? item.draft.place.account ?? null,
    regions: sortedTexts([
      regions?.text("PrimaryRegion") ?? null,
      ...(regions?.texts("AdditionalRegions") ?? []),
    ]),
    radius: radiusOf(item),
  };
}

/** A second factor by RADIUS; null where none is set up. */
function radiusOf(item: Item): Directory["radius"] {
  const [settings, status] = [item.child("RadiusSettings"), item.text("RadiusStatus")];
  if (settings === null && status === null) return null;
  const servers = [
    ...(settings?.texts("RadiusServers") ?? []),
    ...(settings?.texts("RadiusServersIpv6") ?? []),
  ];
  return {
    status: status?.toLowerCase() ?? "unknown",
    servers: sortedTexts(servers),
    port: settings?.int("RadiusPort") ?? null,
    protocol: settings?.text("AuthenticationProtocol") ?? null,
  };
}

function addressesOf(item: Item, members: readonly string[]): string[] {
  const single = members.flatMap((member) => item.texts(member)).map((Address) => ({ Address }));
  return sortedTexts(single.map((json) => addressOf(item.having(json), "Address")));
}

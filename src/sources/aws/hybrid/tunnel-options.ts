import type { FactsByKind } from "../../../model/index.js";
import { sortedTexts } from "../block.js";
import type { Item } from "../item.js";

type Options = NonNullable<FactsByKind["vpn-connection"]["tunnels"][number]["options"]>;

/**
 * What a tunnel is willing to talk. A list that is absent or empty is the provider's default: all that it knows.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
 */
export function tunnelOptions(option: Item): Options {
  const logs = option.child("LogOptions")?.child("CloudWatchLogOptions") ?? null;
  if (
    option.list("Phase1AdditionalKeyExchanges").length + option.list("Phase2AdditionalKeyExchanges").length >
    0
  )
    option.gap("unmodelled", "A tunnel makes its keys by further exchanges, which are not modelled");
  return {
    ikeVersions: valuesOf(option, "IkeVersions"),
    phase1: phaseOf(option, "Phase1"),
    phase2: phaseOf(option, "Phase2"),
    rekeyMarginSeconds: option.int("RekeyMarginTimeSeconds"),
    replayWindow: option.int("ReplayWindowSize"),
    deadPeerSeconds: option.int("DpdTimeoutSeconds"),
    deadPeerAction: option.text("DpdTimeoutAction")?.toLowerCase() ?? null,
    startup: option.text("StartupAction")?.toLowerCase() ?? null,
    logging: logs?.flag("LogEnabled") ?? null,
    bgpLogging: logs?.flag("BgpLogEnabled") ?? null,
    lifecycleControl: option.flag("EnableTunnelLifecycleControl"),
  };
}

function phaseOf(option: Item, phase: "Phase1" | "Phase2"): Options["phase1"] {
  const groups = option.list(`${phase}DHGroupNumbers`).flatMap((one) => one.int("Value") ?? []);
  return {
    encryption: valuesOf(option, `${phase}EncryptionAlgorithms`),
    integrity: valuesOf(option, `${phase}IntegrityAlgorithms`),
    groups: [...new Set(groups)].sort((a, b) => a - b),
    seconds: option.int(`${phase}LifetimeSeconds`),
  };
}

function valuesOf(option: Item, member: string): string[] {
  return sortedTexts(option.list(member).map((one) => one.text("Value")?.toLowerCase() ?? null));
}

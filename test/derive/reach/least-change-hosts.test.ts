import { describe, expect, it } from "vitest";
import { renderLeastChangeJson } from "../../../src/report/index.js";
import { readInventory } from "../../../src/sources/inventory/index.js";
import { readNftables } from "../../../src/sources/nftables/index.js";
import { inNamespace, listed, noKernel } from "../../sources/nftables/kernel.js";
import { Closable } from "./closing.js";

const inventory = readInventory([
  {
    path: "inventory.yaml",
    text: JSON.stringify({
      inventory: 1,
      sites: [{ id: "dc", ranges: ["10.50.0.0/16"] }],
      hosts: [
        { id: "a", site: "dc", addresses: ["10.50.0.10"] },
        { id: "b", site: "dc", addresses: ["10.50.0.11"] },
      ],
    }),
  },
]);

const RULES = `table inet fw {
  chain services {
    tcp dport { 22, 80 } accept
    udp dport 53 accept
  }
  chain input {
    type filter hook input priority 0; policy drop;
    ct state established,related accept
    ip saddr 10.50.0.0/16 jump services
  }
}`;

const OPEN = `table inet fw {
  chain input {
    type filter hook input priority 0; policy accept;
  }
}`;

function estate(listing: string): Closable {
  return new Closable(
    [],
    [inventory, readNftables({ path: "b.json", text: listing, host: "b", site: "dc" })],
  );
}

const WEB = "tcp 80 10.50.0.10 → 10.50.0.11";

describe.skipIf(noKernel !== null)("the least change in the chain of a host", () => {
  it("is one rule before the one that lets packets on, and the kernel takes it as it is shown", () => {
    const host = estate(listed(RULES));
    const keep = ["tcp 22 10.50.0.10 → 10.50.0.11", "udp 53 10.50.0.10 → 10.50.0.11"];
    const { change, steps } = host.close(WEB, keep);
    expect(host.edits(WEB, keep)).toEqual([
      expect.stringMatching(/^inet fw input before \d+: ipv4 6 80 10\.50\.0\.10\/32$/),
    ]);
    expect(change.after?.verdict).toBe("filtered");
    expect(host.after(WEB, steps)).toBe("filtered");
    const commands: string[] = JSON.parse(renderLeastChangeJson(change)).edits[0].steps.commands;
    const { stdout, stderr, status } = inNamespace(
      `ip link set lo up; nft -f -; ${commands.join("; ")}; nft -j list ruleset`,
      RULES,
    );
    expect([status, stderr]).toEqual([0, ""]);
    const after = estate(stdout);
    expect(after.change(WEB)).toMatchObject({ outcome: "closed" });
    expect(keep.map((flow) => after.after(flow, []))).toEqual(["reaches", "reaches"]);
  });

  it("spares what a required flow needs", () => {
    const host = estate(listed(RULES));
    const { change } = host.close("tcp 80 10.50.0.0/16 → 10.50.0.11", ["tcp 80 10.50.0.10 → 10.50.0.11"]);
    expect(change.outcome).toBe("none");
    expect(change.against).toEqual(["10.50.0.10 → 10.50.0.11 tcp/80"]);
    const other = host.close("tcp 80 10.50.7.0/24 → 10.50.0.11", ["tcp 80 10.50.0.10 → 10.50.0.11"]);
    expect(other.change).toMatchObject({ outcome: "found", required: [{ after: "reaches" }] });
  });

  it("goes to the end of a chain that lets everything through by its policy", () => {
    const open = estate(listed(OPEN));
    expect(open.edits(WEB)).toEqual(["inet fw input before null: ipv4 6 80 10.50.0.10/32"]);
  });
});

import { it } from "vitest";
import { readFileSync } from "node:fs";
import { Engine } from "/work/main/src/evaluate/runtime.js";
const enc = new TextEncoder();
const v = (kind: string, type: string, id: string, is: any) => ({ id, kind, type, label: id, account: "111122223333", region: "eu-central-1", is });
const rule = (id: string, direction: string, ports: any, cidr: string) => v("rule", "aws.security-group-rule", id, { direction, action: "allow", order: null, family: "ipv4", protocols: ports ? [6] : null, ports, sourcePorts: null, icmp: null, peers: [{ cidr }], localPeers: null, established: false, description: "x", unmodelled: [] });
const cause = (openings: any[], over: any = {}) => ({ family: "ipv4", rules: [{ id: "arn:aws:ec2:eu-central-1:111122223333:security-group/sg-1#ingress/6/443-443/0.0.0.0/0", label: "r" }], openings, breadth: "internet", peers: ["0.0.0.0/0"], morePeers: 0, publicPrefix: 0, allPorts: false, ...over });
const tcp = (from: number, to = from) => ({ protocol: "tcp", from, to });
const all = cause([{ protocol: "all", from: 0, to: 65535 }], { allPorts: true });
const priv = { breadth: "private", peers: ["10.0.0.0/16"], publicPrefix: null };
const sg = (i: number, ingress: any[], egress: any[] = [all]) => ({
  subject: v("filter", "aws.security-group", `arn:aws:ec2:eu-central-1:111122223333:security-group/sg-${i}`, { stateful: true, evaluation: "any-match", defaults: { ingress: "deny", egress: "deny" }, directions: ["ingress", "egress"], name: `web-${i}`, description: "front " + i, isDefault: false }),
  exposure: { ingress, egress },
  rules: [rule(`r1-${i}`, "ingress", [{ from: 443, to: 443 }], "0.0.0.0/0"), rule(`r2-${i}`, "egress", null, "0.0.0.0/0")],
  interfaces: [v("interface", "aws.network-interface", `eni-${i}`, { addresses: ["10.0.0.1"], publicAddresses: [], sourceDestinationCheck: true, interfaceType: "interface", status: "in-use", providerManaged: false, description: "" })],
  load_balancers: [], endpoints: [], referenced_by: [],
});
it("bench", async () => {
  const engine = await Engine.load(readFileSync("/tmp/policies/policies.wasm"), JSON.parse(readFileSync("/tmp/policies/data.json", "utf8")));
  const cases: Record<string, (i: number) => any> = {
    "private, no egress": (i) => sg(i, [cause([tcp(5432)], priv)], []),
    "private": (i) => sg(i, [cause([tcp(5432)], priv)]),
    "web": (i) => sg(i, [cause([tcp(80), tcp(443)])]),
    "ssh": (i) => sg(i, [cause([tcp(22)])]),
    "8443": (i) => sg(i, [cause([tcp(8443)])]),
    "all": (i) => sg(i, [all]),
    "mixed": (i) => sg(i, [cause([tcp(443)]), cause([tcp(22)], { ...priv, peers: ["10.0.0.0/8"] }), cause([tcp(5432)], { breadth: "members", peers: [], publicPrefix: null })]),
    "subnet": (i) => ({ subject: v("subnet", "aws.subnet", `s${i}`, { cidrs: ["10.0.0.0/24"], zone: "a", isDefault: false, publicAddressOnLaunch: false, ipv6OnLaunch: false, outpost: null, freeAddresses: 200 }), filters: [v("filter", "aws.network-acl", "acl", { isDefault: false })], tags: {}, route_table: null, network: { ...v("network", "aws.vpc", "vpc", {}), main_route_tables: [] } }),
    "host": (i) => ({ subject: { ...v("host", "aws.instance", `i${i}`, { name: "x", state: "running", addresses: ["10.0.0.1"], publicAddresses: [], image: null, platform: null, owner: null, instanceProfile: null, tokensRequired: true }), tags: {} }, interfaces: [] }),
    "interface": (i) => ({ subject: { ...v("interface", "aws.network-interface", `e${i}`, { addresses: ["10.0.0.1"], publicAddresses: [], sourceDestinationCheck: true, interfaceType: "interface", status: "in-use", providerManaged: false, description: "" }), tags: {} } }),
  };
  for (const [name, make] of Object.entries(cases)) {
    const kind = make(0).subject.kind;
    const docs = Array.from({ length: 3000 }, (_, i) => JSON.stringify(make(i)));
    const bytes = docs.map((d) => enc.encode(d));
    const ep = `causeway/group_${kind}/result`;
    for (const b of bytes.slice(0, 500)) engine.judge(b, ep);
    let t = performance.now(); for (const d of docs) JSON.parse(d); t = performance.now(); for (const d of docs) JSON.parse(d);
    const parse = performance.now() - t;
    t = performance.now(); let r: any; for (const b of bytes) r = engine.judge(b, ep);
    const judge = performance.now() - t;
    if (name.startsWith("private, no")) { const e2 = "causeway/group_flow_log/result"; for (const b of bytes) engine.judge(b, e2); t = performance.now(); for (const b of bytes) engine.judge(b, e2); console.log("baseline µs", ((performance.now() - t) / 3).toFixed(1)); }
    console.log(name.padEnd(20), docs[0]!.length, "bytes; parse µs", (parse / 3).toFixed(1), "judge µs", (judge / 3).toFixed(1), "x", (judge / parse).toFixed(1), Object.keys(r.f).length);
  }
}, 300000);

import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { assemble, dumpGraph, type GraphImage, imageOf, openImage } from "../../src/graph/index.js";
import { createSpillStore } from "../../src/snapshot/index.js";
import { openSpill, type SpillShare } from "../../src/snapshot/spill-store.js";
import { batch, edge, node } from "./estate.js";

const long = `host-${"x".repeat(70_000)}`;
const hosts = Array.from({ length: 2000 }, (_, number) =>
  node({
    id: `arn:aws:ec2:eu-central-1:111122223333:instance/i-${number}`,
    kind: "host",
    aliases: [`i-${number}`, `имя-${number}`],
  }),
);
const whole = batch(
  [...hosts, node({ id: long, kind: "host" }), node({ id: "dc", kind: "site" })],
  [...hosts.map(({ id }) => edge(`${id} -site-> dc`)), edge(`${long} -site-> nowhere`)],
);

/** The image as another thread would get it. */
function sent(image: GraphImage): GraphImage {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(image);
  const received = receiveMessageOnPort(port2)?.message as GraphImage;
  port1.close();
  return received;
}

/** Every array buffer in a value. */
function buffers(value: unknown): ArrayBufferLike[] {
  if (value instanceof SharedArrayBuffer || value instanceof ArrayBuffer) return [value];
  if (ArrayBuffer.isView(value)) return [value.buffer];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(buffers) : [];
}

describe("a graph in another thread", () => {
  const graph = assemble([whole], { store: createSpillStore() });

  it("is the same graph, found by the same names", () => {
    const opened = openImage(sent(imageOf(graph)), (payloads) => openSpill(payloads as SpillShare));
    expect(dumpGraph(opened)).toBe(dumpGraph(graph));
    expect(opened.find("имя-7")).toEqual(graph.find("имя-7"));
    expect(opened.node(long)).toEqual(graph.node(long));
    expect(opened.find("nobody")).toEqual([]);
    expect(opened.step("dc", "hosts")?.ids).toEqual(graph.step("dc", "hosts")?.ids);
    expect([...opened.nodes("site")]).toEqual([graph.node("dc")]);
    expect(opened.places("host")).toEqual(graph.places("host"));
  });

  it("lies in memory once", () => {
    const all = buffers(imageOf(graph));
    expect(all.length).toBeGreaterThan(15);
    expect(all.filter((each) => !(each instanceof SharedArrayBuffer))).toEqual([]);
  });

  it("cannot be had of one whose nodes are objects of this thread", () => {
    expect(() => imageOf(assemble([whole]))).toThrow(/cannot be shared/);
  });
});

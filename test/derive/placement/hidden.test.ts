import { describe, expect, it } from "vitest";
import { HIDDEN_BY } from "../../../src/derive/placement/unseen.js";
import type { Kind } from "../../../src/model/index.js";
import { REGISTRY } from "../../../src/sources/aws/registry.js";

const typesOf = (kinds: readonly Kind[]) =>
  new Set(
    REGISTRY.filter((resource) => resource.kinds.some((kind) => kinds.includes(kind))).flatMap(
      ({ types = [] }) => types,
    ),
  );
const listed = new Set([...HIDDEN_BY.values()].flatMap((types) => [...types]));

/** They copy nothing of a store that is collected: machines, templates, and what runs tasks that are told themselves. */
const NO_COPIES = [
  // What was last backed up where is a note of it.
  ...[
    "aws.last-backup",
    "aws.recovery-template",
    "aws.replication-instance",
    "aws.source-server",
    "aws.sync-agent",
  ],
  ...["aws.transfer-server"],
];

describe("types whose absence hides copies", () => {
  it("are types that are collected", () => {
    const known = typesOf([
      ...(["data-store", "data-copy", "copy-rule", "transfer", "transfer-end", "entry-point"] as const),
      ...(["subscription-filter", "log-group", "trail", "delivery-channel"] as const),
    ]);
    expect([...HIDDEN_BY.keys(), ...listed].filter((type) => !known.has(type))).toEqual([]);
  });

  it("are all that copy or move something", () => {
    const copying = typesOf(["data-copy", "copy-rule", "transfer", "transfer-end"]);
    const missed = [...copying].filter(
      (type) => !listed.has(type) && !HIDDEN_BY.has(type) && !NO_COPIES.includes(type),
    );
    expect(missed.sort()).toEqual([]);
  });
});

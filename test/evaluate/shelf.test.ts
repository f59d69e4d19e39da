import { describe, expect, it } from "vitest";
import { Shelf } from "../../src/evaluate/shelf.js";
import { lazyList, type Severity } from "../../src/model/index.js";
import { createSpillStore } from "../../src/snapshot/index.js";

const item = (policy: string, severity: Severity, id: string) => ({
  ...{ policy, severity },
  subject: { id },
});
const named = (number: number) => `n-${String(number).padStart(6, "0")}`;

describe("findings that are kept on disk", () => {
  it("come worst first, then by policy and subject, however many they are", () => {
    const shelf = new Shelf<ReturnType<typeof item>>(createSpillStore());
    const severities = ["low", "critical", "high"] as const;
    const put = Array.from({ length: 30_000 }, (_, number) =>
      item(number % 2 === 0 ? "b/two" : "a/one", severities[number % 3] ?? "low", named(number)),
    );
    for (const [position, each] of put.entries()) shelf.put(each, position);
    const rank = ["critical", "high", "low"];
    const sorted = [...put].sort(
      (a, b) =>
        rank.indexOf(a.severity) - rank.indexOf(b.severity) ||
        (a.policy < b.policy ? -1 : a.policy > b.policy ? 1 : 0) ||
        (a.subject.id < b.subject.id ? -1 : 1),
    );
    expect(shelf.list().length).toBe(30_000);
    expect([...shelf.list()]).toEqual(sorted);
  });

  it("take those that come late at their place, behind what is there of the same subject", () => {
    const shelf = new Shelf<ReturnType<typeof item> & { readonly late?: true }>(createSpillStore());
    for (const id of ["f", "b", "d"]) shelf.put(item("a/b", "high", id), id.charCodeAt(0));
    for (const id of ["e", "a", "g", "d"]) shelf.insert({ ...item("a/b", "high", id), late: true });
    const listed = shelf.list().map(({ subject, late }) => `${subject.id}${late === true ? "+" : ""}`);
    expect(listed).toEqual(["a+", "b", "d", "d+", "e+", "f", "g+"]);
  });
});

describe("a list that is read when it is looked at", () => {
  const squares = lazyList(5, (index) => index * index);

  it("is an array to whoever reads it", () => {
    expect(Array.isArray(squares)).toBe(true);
    expect([...squares]).toEqual([0, 1, 4, 9, 16]);
    expect(squares.map((value) => value + 1)).toEqual([1, 2, 5, 10, 17]);
    expect(squares.filter((value) => value % 2 === 0)).toEqual([0, 4, 16]);
    expect(squares.slice(1, 3)).toEqual([1, 4]);
    expect([squares.at(-1), squares[2], squares[5], squares.length]).toEqual([16, 4, undefined, 5]);
    expect(squares.some((value) => value === 9)).toBe(true);
    expect(JSON.stringify({ squares })).toBe('{"squares":[0,1,4,9,16]}');
  });

  it("cannot be changed", () => {
    expect(() => (squares as number[]).push(1)).toThrow();
  });
});

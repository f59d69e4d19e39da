import type { Json, JsonObject } from "../../../src/model/index.js";

/** A saved file of an estate, as text. */
export interface Saved {
  readonly path: string;
  readonly text: string;
}

/** A whole number below a bound, the next of a fixed row. */
export type Draw = (below: number) => number;

/** What was done to an estate, in words, and what is left of it. */
export interface Mangled {
  readonly deed: string;
  readonly files: readonly Saved[];
  /** Nothing is missing: every answer has to stay. */
  readonly whole: boolean;
}

type Mangle = (files: readonly Saved[], draw: Draw) => Mangled;

/** Who saves answers by hand seldom asks for this: without any answer it is taken to be off, as it is by default. */
const ASSUMED = /block-public-access-options/;

const dropFile: Mangle = (files, draw) => {
  const gone = files.indexOf(
    pick(
      files.filter(({ path }) => !ASSUMED.test(path)),
      draw,
    ),
  );
  return {
    deed: `without ${nameOf(files[gone])}`,
    files: files.filter((_, at) => at !== gone),
    whole: false,
  };
};

const twice: Mangle = (files, draw) => {
  const file = pick(files, draw);
  const copy = { ...file, path: file.path.replace(/\.json$/, "-copy.json") };
  return { deed: `with ${nameOf(file)} twice`, files: [...files, copy], whole: true };
};

const reorder: Mangle = (files, draw) => {
  const file = pick(files, draw);
  const turned = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(turned).reverse();
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, member]) => [key, turned(member)] as const)
        .reverse(),
    );
  };
  const mended = { ...file, text: JSON.stringify(turned(JSON.parse(file.text) as Json)) };
  const named = `${nameOf(file)} back to front`;
  return { deed: named, files: [...files.filter((one) => one !== file), mended].reverse(), whole: true };
};

const cut: Mangle = (files, draw) => {
  const file = pick(files, draw);
  const text = file.text.slice(0, draw(file.text.length));
  const deed = `${nameOf(file)} cut off after ${text.length} characters`;
  return { deed, files: files.map((one) => (one === file ? { ...file, text } : one)), whole: false };
};

/** Items are left out, and the answer says that there is more. */
const lastPage: Mangle = (files, draw) => {
  const file = pick(files, draw);
  const document = JSON.parse(file.text) as JsonObject;
  const output = (document["output"] ?? document) as JsonObject;
  const lists = Object.entries(output).filter(
    ([name, value]) => Array.isArray(value) && value.length > 0 && !UNPAGED.has(name),
  );
  const [name, list] = lists[draw(Math.max(lists.length, 1))] ?? [];
  if (name === undefined || !Array.isArray(list)) return dropFile(files, draw);
  output[name] = list.filter((_, at) => at !== draw(list.length));
  for (const token of ["NextToken", "NextMarker", "nextToken"]) output[token] = "more";
  const deed = `${nameOf(file)} with a page of ${name} missing`;
  const text = JSON.stringify(document);
  return { deed, files: files.map((one) => (one === file ? { ...file, text } : one)), whole: false };
};

/** Lists that never come in pages: what they leave out is not there. */
const UNPAGED: ReadonlySet<string> = new Set(["TargetHealthDescriptions", "Attributes", "Routes"]);

/** A member holds what it never holds. */
const wrongType: Mangle = (files, draw) => {
  const file = pick(files, draw);
  const document = JSON.parse(file.text) as Json;
  const places = placesIn(document, "");
  const place = places[draw(Math.max(places.length, 1))];
  if (place === undefined) return dropFile(files, draw);
  const { holder, key, pointer } = place;
  (holder as Record<string | number, Json>)[key] = strange(holder[key as never] as Json, draw);
  const text = JSON.stringify(document);
  const deed = `${nameOf(file)}#${pointer} as ${JSON.stringify((holder as Record<string | number, Json>)[key])}`;
  return { deed, files: files.map((one) => (one === file ? { ...file, text } : one)), whole: false };
};

export const MANGLES: readonly Mangle[] = [
  dropFile,
  twice,
  reorder,
  cut,
  lastPage,
  wrongType,
  wrongType,
  wrongType,
];

interface Place {
  readonly holder: JsonObject | Json[];
  readonly key: string | number;
  readonly pointer: string;
}

/** Every member inside; not of an envelope, which says what was asked. */
function placesIn(value: Json, pointer: string): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const holder = value as JsonObject | Json[];
  return keys
    .filter((key) => !(pointer === "" && ENVELOPE.has(String(key))))
    .flatMap((key) => {
      const at = `${pointer}/${key}`;
      const inner = (holder as Record<string | number, Json>)[key] ?? null;
      return [...(at === "/output" ? [] : [{ holder, key, pointer: at }]), ...placesIn(inner, at)];
    });
}

const ENVELOPE: ReadonlySet<string> = new Set(["service", "operation", "input", "account", "region", "time"]);

function strange(value: Json, draw: Draw): Json {
  const all: Json[] = ["strange", 1.5, true, ["strange"], { strange: 1 }];
  const others = all.filter((one) => kindOf(one) !== kindOf(value));
  return others[draw(others.length)] ?? 0;
}

function kindOf(value: Json): string {
  return Array.isArray(value) ? "list" : typeof value;
}

function pick(files: readonly Saved[], draw: Draw): Saved {
  const file = files[draw(files.length)];
  if (file === undefined) throw new Error("an estate without files");
  return file;
}

const nameOf = (file: Saved | undefined) => file?.path.replace(/^.*\//, "") ?? "";

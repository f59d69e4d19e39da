import type { Item } from "../item.js";

const SETTINGS = [
  "WindowsConfiguration",
  "LustreConfiguration",
  "OntapConfiguration",
  "OpenZFSConfiguration",
];

/** What file servers of one make alone tell, under a name of its own. */
export function settingsOf(server: Item): Item | null {
  return SETTINGS.map((name) => server.child(name)).find((settings) => settings !== null) ?? null;
}
